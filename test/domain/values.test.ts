// The small values of the domain: days, amounts, texts, near misses, weights of measures.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatHundredths, formatPoints, parseHundredths } from '../../src/domain/amount.ts';
import { addDays, type Day, dayNumber, dayOf, daysBetween, parseIsoDay } from '../../src/domain/days/day.ts';
import { nearest } from '../../src/domain/known.ts';
import { Failure, problem, refusal } from '../../src/domain/problem.ts';
import { measures, weightOf } from '../../src/domain/round.ts';
import { byCodePoint, comparableName, comparableNumber, splitPersons } from '../../src/domain/texts/text.ts';
import { hundredths, byCodePoint as referenceOrder } from '../reference/exact.ts';

const SEED = { seed: 912 };

describe('days', () => {
  it('are read only as YYYY-MM-DD, and only when the calendar has them', () => {
    for (const good of ['2018-09-12', '2016-02-29', '1900-01-01', '2999-12-31'])
      expect(parseIsoDay(good)).toBe(good);
    const bad = [
      '2018-02-30',
      '2018-13-01',
      '2018-00-10',
      '2018-9-12',
      '18-09-12',
      '2100-02-29',
      '1899-12-31',
    ];
    for (const each of [...bad, '3000-01-01', '2018-09-12 ', '', '2018-09-12T00:00:00Z']) {
      expect(parseIsoDay(each), each).toBeUndefined();
    }
  });

  it('are reckoned as whole days, over month, year and leap day', () => {
    expect(addDays('2018-12-31' as Day, 1)).toBe('2019-01-01');
    expect(addDays('2016-03-01' as Day, -1)).toBe('2016-02-29');
    expect(daysBetween('2018-09-12' as Day, '2018-09-19' as Day)).toBe(7);
    expect(daysBetween('2018-09-19' as Day, '2018-09-12' as Day)).toBe(-7);
    fc.assert(
      fc.property(
        fc.integer({ min: -20000, max: 300000 }),
        fc.integer({ min: -9999, max: 9999 }),
        (start, days) => {
          const from = addDays('1970-01-01' as Day, start);
          expect(dayNumber(from)).toBe(start);
          expect(daysBetween(from, addDays(from, days))).toBe(days);
          expect(from < addDays(from, days)).toBe(days > 0);
        },
      ),
      SEED,
    );
    expect(dayOf(2018, 9, 31)).toBeUndefined();
  });
});

describe('amounts', () => {
  it.each([
    ['0', 0],
    ['1', 100],
    ['1.5', 150],
    ['1.05', 105],
    ['007.10', 710],
    ['999999999999.99', 99999999999999],
  ])('%s is %d hundredths', (text, expected) => {
    expect(parseHundredths(text)).toBe(expected);
  });

  it.each(['', '-1', '1.234', '1.', '.5', '1e3', ' 1', '１', '1,5', 'NaN'])('"%s" is none', (text) => {
    expect(parseHundredths(text)).toBeUndefined();
  });

  it('come back as they were, without trailing zeros, as the reference reads them', () => {
    fc.assert(
      fc.property(fc.nat(99_999_999), (value) => {
        const text = formatHundredths(value);
        expect(text).not.toMatch(/\.$|\.\d*0$/);
        expect(parseHundredths(text)).toBe(value);
        expect(hundredths(text)).toBe(BigInt(value));
      }),
      SEED,
    );
    expect([0, 1, 10, 15000, 10000, 10001].map(formatPoints)).toEqual([
      '0',
      '0.0001',
      '0.001',
      '1.5',
      '1',
      '1.0001',
    ]);
  });
});

describe('texts', () => {
  it('are ordered by code point, beyond U+FFFF too', () => {
    expect(['\u{20000}', '\uFF21', 'b', 'a', '', 'ab'].sort(byCodePoint)).toEqual([
      '',
      'a',
      'ab',
      'b',
      '\uFF21',
      '\u{20000}',
    ]);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (left, right) => {
        expect(Math.sign(byCodePoint(left, right))).toBe(Math.sign(referenceOrder(left, right)));
      }),
      SEED,
    );
  });

  it('that are names are compared in NFC, spaces inside all-Han names left out', () => {
    expect(comparableName(' 张　三 ')).toBe('张三');
    expect(comparableName('阿卜杜拉 · 买买提')).toBe('阿卜杜拉·买买提');
    expect(comparableName('Anna  Li')).toBe('Anna  Li');
    expect(comparableName('张 san')).toBe('张 san');
    expect(comparableName('e\u0301')).toBe('\u00e9');
  });

  it('that are numbers keep what is inside', () => {
    expect(comparableNumber(' A 007 ')).toBe('A 007');
    expect(comparableNumber('e\u0301')).toBe('\u00e9');
  });

  it('that name several persons are split at ; of both widths', () => {
    expect(splitPersons('张三; 李四；王五;;')).toEqual(['张三', '李四', '王五']);
    expect(splitPersons('')).toEqual([]);
    expect(splitPersons('张三、李四')).toEqual(['张三、李四']);
  });
});

describe('near misses', () => {
  it('are slips of the hand, not other words', () => {
    expect(nearest('findng_no', ['cadre_no', 'finding_no'])).toBe('finding_no');
    expect(nearest(' Due_On ', ['due_on', 'found_on'])).toBe('due_on');
    expect(nearest('村', ['村名', '作战所'])).toBe('村名');
    expect(nearest('通过', ['退回', '通知'])).toBeUndefined();
    expect(nearest('√', ['×', '○'])).toBeUndefined();
    expect(nearest('colour', ['finding_no', 'cadre_no'])).toBeUndefined();
    expect(nearest('', ['finding_no'])).toBeUndefined();
    expect(nearest('x', [])).toBeUndefined();
  });
});

describe('measures', () => {
  it('have a weight in the contract order', () => {
    expect(measures.map(weightOf)).toEqual([0, 1, 2, 3]);
  });
});

describe('failures', () => {
  it('carry their kind and problems, and name the codes', () => {
    const found = refusal('cadre_unknown', { cadre_no: '007' }, { file: 'a.csv', line: 3 });
    expect(found).toBeInstanceOf(Error);
    expect(found).toMatchObject({ kind: 'refused', message: 'cadre_unknown', name: 'Failure' });
    expect(found.problems).toEqual([
      { code: 'cadre_unknown', values: { cadre_no: '007' }, place: { file: 'a.csv', line: 3 } },
    ]);
    expect(problem('ledger_empty')).toEqual({ code: 'ledger_empty', values: {} });
    expect(new Failure('again', [problem('ledger_busy'), problem('ledger_cut')]).message).toBe(
      'ledger_busy, ledger_cut',
    );
  });
});
