// What data may bring to a terminal, and what becomes of it.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanLine, cleanText } from '../../src/output/clean.ts';

// Each payload does something to a terminal or to a reader's eye, or imitates something that does.
const payloads: readonly (readonly [what: string, payload: string, cleaned: string])[] = [
  ['colour', '\u001b[31mred\u001b[0m', '␛[31mred␛[0m'],
  ['clear screen', '\u001b[2J\u001b[H', '␛[2J␛[H'],
  ['window title', '\u001b]0;owned\u0007', '␛]0;owned␇'],
  ['hyperlink', '\u001b]8;;http://x\u001b\\text\u001b]8;;\u001b\\', '␛]8;;http://x␛\\text␛]8;;␛\\'],
  ['clipboard', '\u001b]52;c;cm0=\u0007', '␛]52;c;cm0=␇'],
  ['device status', '\u001b[6n', '␛[6n'],
  ['answerback', '\u0005', '␅'],
  ['alternate screen', '\u001b[?1049h', '␛[?1049h'],
  ['cursor up', '\u001b[1A', '␛[1A'],
  ['reset', '\u001bc', '␛c'],
  ['device control', '\u001bP$q"p\u001b\\', '␛P$q"p␛\\'],
  ['sixel by C1', '\u0090q\u009c', '�q�'],
  ['C1 control sequence', '\u009b31m', '�31m'],
  ['C1 system command', '\u009d0;x\u009c', '�0;x�'],
  ['C1 next line', 'a\u0085b', 'a b'],
  ['nul', 'a\u0000b', 'a␀b'],
  ['bell', 'a\u0007', 'a␇'],
  ['backspace over text', 'rm\u0008\u0008ls', 'rm␈␈ls'],
  ['tab', 'a\tb', 'a b'],
  ['line feed', 'a\nb', 'a b'],
  ['carriage return overwrites', 'good\rbad', 'good bad'],
  ['CRLF is one break', 'a\r\nb', 'a b'],
  ['vertical tab', 'a\u000bb', 'a b'],
  ['form feed', 'a\u000cb', 'a b'],
  ['shift out', '\u000elqk\u000f', '␎lqk␏'],
  ['delete', 'a\u007fb', 'a␡b'],
  ['right-to-left override', 'exe\u202egpj', 'exe�gpj'],
  ['left-to-right override', 'a\u202db', 'a�b'],
  ['embeddings', '\u202aa\u202bb\u202c', '�a�b�'],
  ['isolates', '\u2066a\u2067b\u2068c\u2069', '�a�b�c�'],
  ['marks', '\u200ea\u200fb\u061c', '�a�b�'],
  ['zero-width space', '0001\u200b', '0001�'],
  ['zero-width joiners', 'a\u200cb\u200dc', 'a�b�c'],
  ['word joiner and friends', 'a\u2060b\u2061c\u2064', 'a�b�c�'],
  ['byte order mark', '\ufeff张三', '�张三'],
  ['soft hyphen', 'co\u00adop', 'co�op'],
  ['Mongolian vowel separator', 'a\u180eb', 'a�b'],
  ['Hangul filler', '\u3164\u115f\uffa0', '���'],
  ['tag characters', 'a\u{e0061}\u{e007f}', 'a��'],
  ['line and paragraph separators', 'a\u2028b\u2029c', 'a b c'],
  ['interlinear annotation', '\ufff9a\ufffab\ufffb', '�a�b�'],
  ['musical controls', '\u{1d173}a\u{1d17a}', '�a�'],
  ['variation selectors', '✔\ufe0f 葛\u{e0100}', '✔ 葛'],
  ['piled-up marks', 'z\u0300\u0301\u0302\u0303\u0304\u0305\u0306', 'z\u0300\u0301\u0302\u0303�'],
  ['a mark without a letter', '\u0301a \u0301', '◌\u0301a ◌\u0301'],
  ['half a surrogate pair', 'a\ud800b\udc00', 'a�b�'],
];

test('there are forty and more', () => {
  expect(payloads.length).toBeGreaterThanOrEqual(40);
});

test.each(payloads)('%s', (_, payload, cleaned) => {
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
