// What data may bring to a terminal, and what becomes of it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanLine, cleanText } from '../../../src/output/text/clean.ts';
import { terminalPayloads } from '../../security/payloads.ts';

test('there are forty and more', () => {
  expect(terminalPayloads.length).toBeGreaterThanOrEqual(40);
});

test.each(terminalPayloads)('%s', (_, payload, cleaned) => {
  expect(cleanLine(payload)).toBe(cleaned);
});

describe('what is kept', () => {
  test.each(['', 'plain', '张三（“甲”——乙…）', 'Ünïcödé', '👍🏽🇨🇳', '�', '\u3000全角', 'ก็', '한글', 'עברית'])(
    '%s',
    (text) => {
      expect(cleanLine(text)).toBe(text);
    },
  );

  test('line breaks, where asked, all as one kind', () => {
    expect(cleanText('a\r\nb\rc\nd\u2028e')).toBe('a\nb\nc\nd\ne');
  });
});

test('property: what is clean has nothing unsafe in it, and is cleaned no further', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const line = cleanLine(text);
      expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}]/u);
      expect(cleanLine(line)).toBe(line);
    }),
    { numRuns: 2_000 },
  );
});
