// The adapter to cli-table3: sets wrapped cells side by side. Nothing else knows that library.
import Table from 'cli-table3';
import { type Columns, rowLine } from './row-line.ts';
import { isSimple, letters, letterWidth } from './text/width.ts';

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
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
};

/**
 * The lines of rows. Cells are cleaned and broken by `\n` to fit `widths`; each line of the result is without spaces
 * at its end. A row whose cells all stand on one line needs no layout: only the others go through the library, one by
 * one (it takes 0.2 ms for a row, and time with the square of the rows).
 */
export function grid(rows: readonly (readonly string[])[], columns: Columns): string[] {
  return rows.flatMap((row) =>
    row.some((cell) => cell.includes('\n')) ? laidOut(row, columns) : [rowLine(row, columns)],
  );
}

function laidOut(row: readonly string[], { widths, aligns, gap }: Columns): string[] {
  const odd = new OddLetters();
  const table = new Table({
    chars: { ...NO_BORDERS, middle: ' '.repeat(gap) },
    colWidths: [...widths],
    colAligns: [...aligns],
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [], compact: true },
  });
  table.push(row.map((cell) => odd.hidden(cell)));
  return odd
    .shown(table.toString())
    .split('\n')
    .map((line) => line.trimEnd());
}

// cli-table3 measures by an old table of widths. Letters that it may see differently (emoji, combining marks, anything
// but ASCII and Chinese) pass through it as stand-ins from the private planes, which it counts as one column each.
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
