// Where lines break.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { visibleWidth } from '../../../src/output/text/width.ts';
import { balanced, pieces, wrapped } from '../../../src/output/text/wrap.ts';

test.each([
  ['one two three', 7, ['one two', 'three']],
  ['整改到位，限时完成', 8, ['整改到', '位，限时', '完成']],
  ['（一）整改', 6, ['（一）', '整改']],
  ['甲（乙）丙', 6, ['甲', '（乙）', '丙']],
  ['查资料ABC核实', 8, ['查资料', 'ABC核实']],
  ['0103;0207;0208', 10, ['0103;0207;', '0208']],
  ['subsection-level', 12, ['subsection-', 'level']],
  ['2018-09-12 到 2018-09-19', 12, ['2018-09-12', '到', '2018-09-19']],
  ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
  ['甲四、乙五、戊五', 14, ['甲四、乙五、', '戊五']],
  ['甲四、乙五、戊五', 6, ['甲四、', '乙五、', '戊五']],
  [
    `digest=${'0123456789abcdef'.repeat(4)} lines=2`,
    24,
    [
      'digest=0123456789abcdef',
      ...Array.from({ length: 2 }, () => '0123456789abcdef'),
      '0123456789abcdef lines=2',
    ],
  ],
  ['a\nb', 10, ['a', 'b']],
  ['', 5, ['']],
  ['短', 5, ['短']],
])('%j at %d', (text, width, lines) => {
  expect(wrapped(text, width)).toEqual(lines);
});

test('headings are broken into even lines, words left whole', () => {
  expect(balanced('问题编号', 6)).toEqual(['问题', '编号']);
  expect(balanced('责任人编号', 8)).toEqual(['责任人', '编号']);
  expect(balanced('finding no.', 9)).toEqual(['finding', 'no.']);
});

const letters = fc.constantFrom(
  '整',
  '改',
  '，',
  '。',
  '（',
  '）',
  '“',
  '”',
  'a',
  'bc',
  ' ',
  ';',
  '-',
  '1',
  '👍🏽',
  'e\u0301',
  '\u3000',
);

test('property: no line is too wide, and only spaces at breaks are lost', () => {
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 60 }), fc.integer({ min: 2, max: 30 }), (parts, width) => {
      const text = parts.join('');
      const lines = wrapped(text, width);
      for (const line of lines) expect(visibleWidth(line)).toBeLessThanOrEqual(width);
      const tight = (each: string) => each.replace(/[ \u3000]/g, '');
      expect(tight(lines.join(''))).toBe(tight(text));
      expect(pieces(text).join('')).toBe(text);
    }),
    { numRuns: 500 },
  );
});

test('property: closing punctuation does not begin a line, where a line has room for two letters', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('整', '改', '整改', '，', '。'), { maxLength: 40 }), (parts) => {
      const text = parts
        .join('')
        .replace(/[，。]{2,}/g, '，')
        .replace(/^[，。]/, '');
      for (const line of wrapped(text, 8).slice(1)) expect(line).not.toMatch(/^[，。]/);
    }),
  );
});
