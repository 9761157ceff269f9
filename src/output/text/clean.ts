// Makes text from data safe to show: no control, bidi or zero-width character of it ever reaches a terminal.

// Default-ignorable characters show nothing and change how the rest is read; format characters include bidi controls.
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
const EACH_UNSAFE = new RegExp(`\\r\\n|${UNSAFE.source}`, 'gu');
const VARIATION = /^[\uFE00-\uFE0F\u180B-\u180D\u180F\u{E0100}-\u{E01EF}]$/u;
const BREAK = /^(?:\r\n|[\n\v\f\r\u0085\u2028\u2029])$/;
const LONE_MARK = /(^|[\s\u3000])(?=\p{M})/gu;
const PILED_MARKS = /(\p{M}{4})\p{M}+/gu;
// Most text there is: ASCII, Chinese, its punctuation.
const PLAIN =
  /^[\x20-\x7E\u00B7\u2014\u2018\u2019\u201C\u201D\u2026\u3000-\u3029\u3400-\u4DBF\u4E00-\u9FFF\uFF01-\uFF60]*$/;
const REPLACEMENT = '\uFFFD';
const DOTTED_CIRCLE = '\u25CC';

/**
 * One line of safe text. Line breaks and tabs become a space; other control characters their picture (ESC is ␛);
 * bidi and invisible characters the mark �, so that a reader sees that something is there; variation selectors go.
 * Piled-up combining marks end after four, and a mark without a letter gets a dotted circle to sit on.
 */
export function cleanLine(text: string): string {
  return cleaned(text, ' ');
}

/** As `cleanLine`, but line breaks stay, all as `\n`. */
export function cleanText(text: string): string {
  return cleaned(text, '\n');
}

function cleaned(text: string, lineBreak: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .toWellFormed()
    .replace(EACH_UNSAFE, (unsafe) => replacement(unsafe, lineBreak))
    .replace(LONE_MARK, `$1${DOTTED_CIRCLE}`)
    .replace(PILED_MARKS, `$1${REPLACEMENT}`);
}

function replacement(unsafe: string, lineBreak: string): string {
  if (BREAK.test(unsafe)) return lineBreak;
  if (unsafe === '\t') return ' ';
  if (VARIATION.test(unsafe)) return '';
  const code = unsafe.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  return code === 0x7f ? '\u2421' : REPLACEMENT;
}
