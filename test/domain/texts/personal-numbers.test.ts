// ID-card and phone numbers in texts: found however they are written, masked but for four digits, and nothing else is.
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  maskPersonalNumbers,
  personalNumbersIn,
  withoutPersonalNumbers,
} from '../../../src/domain/texts/personal-numbers.ts';

// None of them is anybody's: the places are real, the rest was counted up until the check digit fitted.
const idCards: readonly (readonly [written: string, masked: string])[] = [
  ['522227199001011234', '＊＊＊＊＊＊＊＊＊＊＊＊＊＊1234'],
  ['52222719900101139X', '＊＊＊＊＊＊＊＊＊＊＊＊＊＊139X'],
  ['52222719900101139x', '＊＊＊＊＊＊＊＊＊＊＊＊＊＊139x'],
  ['522227 19900101 1234', '＊＊＊＊＊＊ ＊＊＊＊＊＊＊＊ 1234'],
  ['522227-19900101-1234', '＊＊＊＊＊＊-＊＊＊＊＊＊＊＊-1234'],
  ['5222 2719 9001 0112 34', '＊＊＊＊ ＊＊＊＊ ＊＊＊＊ ＊＊12 34'],
  ['522227－19900101－1234', '＊＊＊＊＊＊－＊＊＊＊＊＊＊＊－1234'],
  ['５２２２２７１９９００１０１１２３４', '＊＊＊＊＊＊＊＊＊＊＊＊＊＊１２３４'],
  ['５２２２２７　１９９００１０１　１３９Ｘ', '＊＊＊＊＊＊　＊＊＊＊＊＊＊＊　１３９Ｘ'],
  ['5 2 2 2 2 7 1 9 9 0 0 1 0 1 1 2 3 4', '＊ ＊ ＊ ＊ ＊ ＊ ＊ ＊ ＊ ＊ ＊ ＊ ＊ ＊ 1 2 3 4'],
  ['522227\u200b199001011234', '＊＊＊＊＊＊\u200b＊＊＊＊＊＊＊＊1234'],
  ['522227900101123', '＊＊＊＊＊＊＊＊＊＊＊1123'],
  ['522227 900101 123', '＊＊＊＊＊＊ ＊＊＊＊＊1 123'],
  ['522227/19900101/1234', '＊＊＊＊＊＊/＊＊＊＊＊＊＊＊/1234'],
  ['522227_19900101_1234', '＊＊＊＊＊＊_＊＊＊＊＊＊＊＊_1234'],
  ['522227（19900101）1234', '＊＊＊＊＊＊（＊＊＊＊＊＊＊＊）1234'],
  ['522227\n19900101\r\n1234', '＊＊＊＊＊＊\n＊＊＊＊＊＊＊＊\r\n1234'],
  ['522227 - 19900101 - 1234', '＊＊＊＊＊＊ - ＊＊＊＊＊＊＊＊ - 1234'],
  ['522227\u00ad19900101\u200e1234', '＊＊＊＊＊＊\u00ad＊＊＊＊＊＊＊＊\u200e1234'],
];

const phones: readonly (readonly [written: string, masked: string])[] = [
  ['13812345678', '＊＊＊＊＊＊＊5678'],
  ['138 1234 5678', '＊＊＊ ＊＊＊＊ 5678'],
  ['138-1234-5678', '＊＊＊-＊＊＊＊-5678'],
  ['138–1234–5678', '＊＊＊–＊＊＊＊–5678'],
  ['1381 234 5678', '＊＊＊＊ ＊＊＊ 5678'],
  ['1381 2345 678', '＊＊＊＊ ＊＊＊5 678'],
  ['１３８１２３４５６７８', '＊＊＊＊＊＊＊５６７８'],
  ['１３８　１２３４　５６７８', '＊＊＊　＊＊＊＊　５６７８'],
  ['1 3 8 1 2 3 4 5 6 7 8', '＊ ＊ ＊ ＊ ＊ ＊ ＊ 5 6 7 8'],
  ['+8613812345678', '+86＊＊＊＊＊＊＊5678'],
  ['+86 138 1234 5678', '+86 ＊＊＊ ＊＊＊＊ 5678'],
  ['86-13812345678', '86-＊＊＊＊＊＊＊5678'],
  ['0086 13812345678', '0086 ＊＊＊＊＊＊＊5678'],
  ['0856-8520000', '＊＊＊＊-＊＊＊0000'],
  ['（0856）8520000', '（＊＊＊＊）＊＊＊0000'],
  ['010-62340000', '＊＊＊-＊＊＊＊0000'],
  ['138/1234/5678', '＊＊＊/＊＊＊＊/5678'],
  ['138_1234_5678', '＊＊＊_＊＊＊＊_5678'],
  ['138 - 1234 - 5678', '＊＊＊ - ＊＊＊＊ - 5678'],
  ['138(1234)5678', '＊＊＊(＊＊＊＊)5678'],
  ['138【1234】5678', '＊＊＊【＊＊＊＊】5678'],
  ['138\n1234\n5678', '＊＊＊\n＊＊＊＊\n5678'],
  ['138～1234～5678', '＊＊＊～＊＊＊＊～5678'],
  ['138   1234   5678', '＊＊＊   ＊＊＊＊   5678'],
  ['138|1234|5678', '＊＊＊|＊＊＊＊|5678'],
  ['0856/8520000', '＊＊＊＊/＊＊＊0000'],
  ['0856_852_0000', '＊＊＊＊_＊＊＊_0000'],
  ['[0856]8520000', '[＊＊＊＊]＊＊＊0000'],
  ['0856 - 8520000', '＊＊＊＊ - ＊＊＊0000'],
  ['08568520000', '＊＊＊＊＊＊＊0000'],
  ['01062340000', '＊＊＊＊＊＊＊0000'],
];

const around: readonly (readonly [before: string, after: string])[] = [
  ['', ''],
  ['联系电话：', '。'],
  ['户主', '王五'],
  ['2018-09-12 ', '，已核实'],
  ['（', '）'],
  ['(', ')2户'],
  ['电话_', '_王五'],
  ['王五/', '/赵六'],
  ['共 3 户，', '，其余 2018 年'],
];

describe.each([
  ['id_card', idCards],
  ['phone', phones],
] as const)('%s', (kind, cases) => {
  it.each(cases)('%s', (written, masked) => {
    for (const [before, after] of around) {
      expect(personalNumbersIn(`${before}${written}${after}`)).toEqual([kind]);
      expect(maskPersonalNumbers(`${before}${written}${after}`)).toBe(`${before}${masked}${after}`);
    }
  });
});

it('finds all in one text, each kind once', () => {
  const text = '甲13812345678、乙13912345678，身份证522227199001011234，座机0856-8520000';
  expect(personalNumbersIn(text)).toEqual(['phone', 'id_card']);
  expect(maskPersonalNumbers(text)).toBe(
    '甲＊＊＊＊＊＊＊5678、乙＊＊＊＊＊＊＊5678，身份证＊＊＊＊＊＊＊＊＊＊＊＊＊＊1234，座机＊＊＊＊-＊＊＊0000',
  );
});

test.each([
  ['a day', '2018-09-12'],
  ['two days', '2018-09-12 2018-09-20'],
  ['days by dots', '2018.9.12、2018.10.1'],
  ['a day and an amount', '2018-09-12 1380000'],
  ['a finding number', 'HT-010'],
  ['a long finding number', 'DS-201809120001'],
  ['a number by day', '20180912000001'],
  ['a number of eighteen digits', '201809120000000001'],
  ['a number of fifteen digits', '201809120000001'],
  ['a file number', '黔府办发〔2018〕13号'],
  ['a file number that ends like a phone', 'WT-13812345678'],
  ['a number that goes on', '13812345678-01'],
  ['a longer number', '138123456789'],
  ['a bank card', '6222021234567890123'],
  ['an amount', '13812345678.50'],
  ['an amount of money', '1,380,000,000.00'],
  ['twelve digits', '112381234567'],
  ['no such prefix', '12012345678'],
  ['ID card with a wrong check digit', '522227199001011235'],
  ['ID card of no province', '992227199001011234'],
  ['ID card of no day', '522227199002301234'],
  ['a digest', 'c97b90e7d97c7125ae0d99b26171b55efa48f07ebc49ef7349e4eb69aef600c8'],
  ['a digest with many digits', '0856852000013812345678522227199001011234aabbccddeeff001122334455'],
  ['a postcode and a day', '565200 2018-09-12'],
  ['coordinates', '108.119876, 28.268123'],
  ['a plan', '2018-09-01:20;2018-09-10:60'],
  ['days by slashes', '2018/9/12 2018/10/1'],
  ['two amounts', '1380000/1234567'],
  ['a fraction', '139/2018'],
  ['a document number by slashes', 'GB/13812345678'],
  ['a document number by underscores', 'WT_13812345678_01'],
  ['a serial that begins with 0', '020180912001'],
  ['a long serial that begins with 0', '0856852000012'],
  ['a contract', 'HT08568520000'],
  ['sums of money', '1,381,234.56 元、3,567,800.00 元'],
  ['a row of amounts', '120 135 240 360'],
  ['house numbers', '3组12号、5组20号'],
  ['an account by fours', '6222 0212 3456 7890 123'],
])('not %s', (_, text) => {
  expect(personalNumbersIn(text)).toEqual([]);
  expect(maskPersonalNumbers(text)).toBe(text);
});

test('property: masking takes nothing away but digits, and leaves nothing to be found', () => {
  const pieces = [...idCards, ...phones].map(([written]) => written);
  const text = fc
    .array(
      fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme' }), fc.constantFrom('，', ' ', '\n')),
    )
    .map((parts) => parts.join('，'));
  fc.assert(
    fc.property(text, (given) => {
      const masked = maskPersonalNumbers(given);
      expect(masked).toHaveLength(given.length);
      expect(personalNumbersIn(masked)).toEqual([]);
      for (let at = 0; at < given.length; at += 1) {
        if (masked[at] === given[at]) continue;
        expect(masked[at]).toBe('＊');
        expect(given[at]).toMatch(/[0-9０-９]/);
      }
    }),
    { numRuns: 1_000 },
  );
});

test('facts are masked however deep, the numbers of records are not', () => {
  const phone = '13812345678';
  const facts = {
    findingNo: phone,
    finding_no: phone,
    number: phone,
    points: 13812345678,
    description: phone,
    items: [{ note: phone, cadreNo: phone, deadline: null }],
    byNumber: new Map([[phone, { description: phone }]]),
  };
  const masked = '＊＊＊＊＊＊＊5678';
  expect(withoutPersonalNumbers(facts)).toEqual({
    findingNo: phone,
    finding_no: phone,
    number: phone,
    points: 13812345678,
    description: masked,
    items: [{ note: masked, cadreNo: phone, deadline: null }],
    byNumber: new Map([[phone, { description: masked }]]),
  });
});
