// The adapter to cli-table3, which draws the tables of a terminal. Nothing else knows that library.
import Table from 'cli-table3';
import type { Columns } from './row-line.ts';
import { isSimple, letters, letterWidth } from './text/width.ts';

/** Many more rows in one table take it time with their square. */
const ROWS_AT_ONCE = 100;

const NO_BORDERS = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  right: '',
  'right-mid': '',
};

/** Colours the text of a cell, by its row and column: no letter more, none less. */
export type Paint = (text: string, row: number, column: number) => string;
const asItIs: Paint = (text) => text;

/** The lines of a table. */
export interface Grid {
  readonly header: readonly string[];
  readonly rule: string;
  readonly rows: readonly string[];
}

/**
 * Draws a table: its headings, a rule, its rows. Cells are cleaned and broken by `\n` to fit the widths; each line of the
 * result is without spaces at its end. The library takes some tenths of a millisecond for a row.
 */
export function grid(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  columns: Columns,
  paint: Paint = asItIs,
): Grid {
  const lines = drawn(rows.slice(0, ROWS_AT_ONCE), columns, paint, header);
  for (let from = ROWS_AT_ONCE; from < rows.length; from += ROWS_AT_ONCE) {
    const some = rows.slice(from, from + ROWS_AT_ONCE);
    for (const line of drawn(some, columns, (text, row, at) => paint(text, from + row, at))) lines.push(line);
  }
  const height = Math.max(...header.map((head) => head.split('\n').length));
  return { header: lines.slice(0, height), rule: lines[height] ?? '', rows: lines.slice(height + 1) };
}

function drawn(
  rows: readonly (readonly string[])[],
  { widths, aligns, gap }: Columns,
  paint: Paint,
  header: readonly string[] = [],
): string[] {
  const odd = new OddLetters();
  const between = ' '.repeat(gap);
  const table = new Table({
    head: header.map((head) => odd.hidden(head)),
    // A compact table has a line below its headings and no other.
    chars: { ...NO_BORDERS, mid: '-', 'mid-mid': between, middle: between },
    colWidths: [...widths],
    colAligns: [...aligns],
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
  });
  for (const [at, row] of rows.entries())
    table.push(row.map((cell, column) => paint(odd.hidden(cell), at, column)));
  return odd
    .shown(table.toString())
    .split('\n')
    .map((line) => line.trimEnd());
}

// cli-table3 measures by an old table of widths. Letters that it may see differently (emoji, combining marks, anything
// but ASCII and Chinese) pass through it as placeholders from the private planes, which it counts as one column each.
const FIRST_STAND_IN = 0xf0000;
const LAST_STAND_IN = 0xffffd;
const FILLER = '\u{10FFFD}';

class OddLetters {
  readonly #letters: string[] = [];
  readonly #places = new Map<string, number>();

  hidden(text: string): string {
    if (isSimple(text.replaceAll('\n', ''))) return text;
    return letters(text)
      .map((letter) => (letter === '\n' || isSimple(letter) ? letter : this.#standIn(letter)))
      .join('');
  }

  shown(text: string): string {
    if (this.#letters.length === 0) return text;
    return text
      .replaceAll(FILLER, '')
      .replace(
        /[\u{F0000}-\u{FFFFD}]/gu,
        (standIn) => this.#letters[(standIn.codePointAt(0) ?? 0) - FIRST_STAND_IN] ?? '',
      );
  }

  #standIn(letter: string): string {
    let place = this.#places.get(letter);
    if (place === undefined) {
      place = Math.min(this.#letters.length, LAST_STAND_IN - FIRST_STAND_IN);
      this.#letters[place] = letter;
      this.#places.set(letter, place);
    }
    return String.fromCodePoint(FIRST_STAND_IN + place) + FILLER.repeat(Math.max(0, letterWidth(letter) - 1));
  }
}
