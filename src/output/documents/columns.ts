// How wide the columns of a printed table are, and in which size its text is set, so that all of it fits the page.
import type { DocumentColumn } from '../../report/document.ts';
import { visibleWidth } from '../text/width.ts';

/** A size of text in half points, and the space on either side of a cell's text. */
interface Size {
  readonly size: number;
  readonly padding: number;
}

/** A size, and the maximum number of lines of its headings. */
interface Trial extends Size {
  readonly headings: number;
}

/** 小四 and 五号, headings on two lines rather than three; then smaller sizes. The first that fits is used. */
const READABLE: readonly Trial[] = [
  { size: 24, padding: 80, headings: 2 },
  { size: 21, padding: 60, headings: 2 },
  { size: 24, padding: 80, headings: 3 },
  { size: 21, padding: 60, headings: 3 },
];
const SMALLEST: Trial = { size: 13, padding: 20, headings: 3 };
const SMALL: readonly Trial[] = [
  { size: 18, padding: 50, headings: 3 },
  { size: 15, padding: 30, headings: 3 },
  SMALLEST,
];
/** The sizes in which lists are set. */
export const TEXT_SIZES: readonly number[] = [...new Set([...READABLE, ...SMALL].map(({ size }) => size))];

/** The maximum number of lines of cells, and their sizes, in the order in which they are tried. */
const TRIALS: readonly (readonly [lines: number, trials: readonly Trial[]])[] = [
  ...[1, 2, 3].map((lines) => [lines, READABLE] as const),
  ...[1, 2, 3].map((lines) => [lines, SMALL] as const),
  ...[4, 5, 6, 8, 10, 15, 20, 40].map((lines) => [lines, [SMALLEST]] as const),
];
/** A heading of at most this many characters is on one line. */
const UNBROKEN = 3;
/** A letter or digit in a font that replaces a Chinese one, in which it is half a character wide. */
const LETTER = 0.62;
/** A word of Latin letters or digits is not broken, unless it is very long. */
const LONGEST_WORD = 20;
/** Nor is a cell that is to stay whole, unless it is longer than this. */
const LONGEST_WHOLE = 6;

export interface TableSetting extends Size {
  readonly widths: readonly number[];
}

/**
 * Columns as the cells need them, on as few lines as can be read in `total`.
 * @param largest no text is larger (half points)
 */
export function settingOf(
  columns: readonly DocumentColumn[],
  rows: readonly (readonly string[])[],
  total: number,
  largest: number = Number.MAX_SAFE_INTEGER,
): TableSetting {
  const needs = columns.map((column, at) => needOf(column, rows, at));
  const fits = fitted(needs, total, largest);
  if (fits !== undefined) return fits;
  // Words of headings are torn apart rather than numbers and names.
  const torn = needs.map((need) => ({ ...need, word: need.inCells }));
  const nothing = columns.map(() => 0);
  const { size, padding } = SMALLEST;
  return fitted(torn, total, largest) ?? { size, padding, widths: spread(nothing, needs, total) };
}

/** The first trial in which everything fits `total`; undefined when none does. */
function fitted(needs: readonly Need[], total: number, largest: number): TableSetting | undefined {
  for (const [lines, trials] of TRIALS) {
    for (const { headings, ...size } of trials) {
      if (size.size > largest) continue;
      const least = needs.map((need) => widthOf(need, size, lines, headings));
      const whole = needs.map((need) => widthOf(need, size, 1, 1));
      if (sum(least) <= total) return { ...size, widths: spread(filled(least, whole, total), needs, total) };
    }
  }
  return undefined;
}

/** What a column holds, in characters: its longest cell, its longest word (also: in cells alone), its heading. */
interface Need {
  readonly whole: number;
  readonly word: number;
  readonly inCells: number;
  readonly heading: number;
}

function needOf(
  { heading, whole: unbroken }: DocumentColumn,
  rows: readonly (readonly string[])[],
  at: number,
): Need {
  let whole = 1;
  let word = 1;
  for (const row of rows) {
    const cell = row[at] ?? '';
    whole = Math.max(whole, widthOfText(cell));
    word = Math.max(word, longestWord(cell));
    for (const day of cell.match(DAYS) ?? []) {
      const digits = day.match(/\d/g)?.length ?? 0;
      word = Math.max(word, widthOfText(day) + digits * (LETTER - 0.5));
    }
  }
  if (unbroken === true) word = Math.max(word, Math.min(whole, LONGEST_WHOLE));
  const longest = longestWord(heading);
  return { whole, word: Math.max(word, longest), inCells: word, heading: visibleWidth(heading) / 2 };
}

/** The longest Latin word of a text, in characters; at least one. */
function longestWord(text: string): number {
  const lengths = (text.match(WORDS) ?? []).map((each) => each.length * LETTER + 0.3);
  return Math.min(Math.max(1, ...lengths), LONGEST_WORD);
}

/** In characters: writers leave a quarter of one free between Chinese and digits. */
function widthOfText(text: string): number {
  return visibleWidth(text) / 2 + (text.match(SPACED)?.length ?? 0) / 4;
}

/** self-criticism may be broken after its hyphen, HT-001 not. */
const WORDS = /(?:[!-~](?<![a-z]-(?=[a-z])))*[!-~]/g;
const DAYS = /(?:\d{4}年)?\d{1,2}月\d{1,2}日/g;
const SPACED = /(?<=[A-Za-z0-9])(?=\p{Script=Han})|(?<=\p{Script=Han})(?=[A-Za-z0-9])/gu;

/** The narrowest column in which no cell takes more than some lines, and no heading more than allowed. */
function widthOf(
  { whole, word, heading }: Need,
  { size, padding }: Size,
  lines: number,
  headings: number,
): number {
  const characters = Math.max(
    Math.ceil(whole / lines),
    word,
    heading <= UNBROKEN ? heading : Math.ceil(heading / headings),
  );
  return characters * size * 10 + 2 * padding + 20;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, each) => all + each, 0);
}

/** What is left over goes first to the columns whose cells have several lines, as far as they can use it. */
function filled(least: readonly number[], whole: readonly number[], total: number): number[] {
  const lacks = least.map((width, at) => Math.max(0, (whole[at] ?? 0) - width));
  const share = Math.min(1, (total - sum(least)) / Math.max(1, sum(lacks)));
  return least.map((width, at) => Math.floor(width + share * (lacks[at] ?? 0)));
}

/** What is left over then goes to the columns in proportion to what they hold. */
function spread(widths: readonly number[], needs: readonly Need[], total: number): number[] {
  const left = total - sum(widths);
  const all = sum(needs.map(shareOf));
  const given = widths.map((width, at) => Math.floor(width + (left * shareOf(needs[at])) / all));
  const rest = total - sum(given);
  return given.map((width, at) => (at === given.length - 1 ? width + rest : width));
}

function shareOf(need: Need | undefined): number {
  return Math.max(need?.whole ?? 0, need?.heading ?? 0);
}
