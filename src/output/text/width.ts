// How many columns of a terminal a text takes.
import { eastAsianWidth } from 'get-east-asian-width';

// Characters whose width is their own, whatever is next to them: ASCII and Chinese quotes and dashes 1, Han and
// full-width 2.
const SIMPLE =
  /^[\x20-\x7E\u00B7\u2014\u2018\u2019\u201C\u201D\u2026\u3001-\u3029\u3000\u3400-\u4DBF\u4E00-\u9FFF\uFF01-\uFF60]*$/;
const WIDE = /[\u3000-\u3029\u3400-\u4DBF\u4E00-\u9FFF\uFF01-\uFF60]/g;
const SPACING = /[\p{Mc}\u0E33\u0EB3\uFF9E\uFF9F]/gu;

/** What only texts other than ASCII and Han need: lazy, since creating it takes longer than a short command. */
let rare: { readonly segmenter: Intl.Segmenter; readonly emoji: RegExp } | undefined;

function forRareTexts(): { readonly segmenter: Intl.Segmenter; readonly emoji: RegExp } {
  rare ??= {
    segmenter: new Intl.Segmenter('und', { granularity: 'grapheme' }),
    emoji: /^\p{RGI_Emoji}$/v,
  };
  return rare;
}

/** The letters of a text as people see them (grapheme clusters). */
export function letters(text: string): string[] {
  if (SIMPLE.test(text)) return [...text];
  return Array.from(forRareTexts().segmenter.segment(text), ({ segment }) => segment);
}

/** Whether every character of the text takes a width that everybody agrees on. */
export function isSimple(text: string): boolean {
  return SIMPLE.test(text);
}

/** The columns that a cleaned text on one line takes. */
export function visibleWidth(text: string): number {
  if (SIMPLE.test(text)) return text.length + (text.match(WIDE)?.length ?? 0);
  return letters(text).reduce((sum, letter) => sum + letterWidth(letter), 0);
}

/** The columns that one letter takes. */
export function letterWidth(letter: string): number {
  if (SIMPLE.test(letter)) return visibleWidth(letter);
  if (forRareTexts().emoji.test(letter)) return 2;
  const rest = [...letter].slice(1).join('');
  return eastAsianWidth(letter.codePointAt(0) ?? 0) + (rest.match(SPACING)?.length ?? 0);
}

/** The text with spaces up to `width` columns, on its right or (numbers) on its left. */
export function padded(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const spaces = ' '.repeat(Math.max(0, width - visibleWidth(text)));
  return align === 'left' ? text + spaces : spaces + text;
}
