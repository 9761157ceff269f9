// Finds the header: title rows above it, one to three rows high, merged headings distinguished by the cells below.
import type { RawRow } from './table.ts';

/** How many rows from the top a header may begin. */
export const HEADER_SEARCH = 20;
const TALLEST = 3;

/** The place of the header, and the heading of each column as the file has it. */
export interface Header {
  /** Index among the rows looked at. */
  readonly index: number;
  readonly height: number;
  readonly line: number;
  readonly names: readonly string[];
}

/**
 * The header among the first rows: the place and height with the most known headings, the lowest and first of equals, a
 * higher one only where it gives headings to columns without;
 * without any, the first row with two cells filled. Undefined when all rows are blank. `line` forces where it begins.
 */
export function findHeader(
  rows: readonly RawRow[],
  isKnown: (heading: string) => boolean,
  line?: number,
): Header | undefined {
  let best: Header | undefined;
  let bestKnown = 0;
  for (let height = 1; height <= TALLEST; height += 1) {
    for (let index = 0; index + height <= rows.length; index += 1) {
      const first = rows[index];
      if (first === undefined || (line !== undefined && first.line !== line)) continue;
      const names = namesOf(rows.slice(index, index + height), isKnown);
      const known = new Set(names.filter(isKnown)).size;
      const clearer = known === bestKnown && index === best?.index && blanksIn(names) < blanksIn(best.names);
      if (known > bestKnown || clearer) {
        best = { index, height, line: first.line, names };
        bestKnown = known;
      }
    }
  }
  return best ?? fallback(rows, line);
}

function blanksIn(names: readonly string[]): number {
  return names.filter((name) => name.trim() === '').length;
}

function fallback(rows: readonly RawRow[], line: number | undefined): Header | undefined {
  const filled = (row: RawRow) => row.cells.filter((cell) => cell.trim() !== '').length;
  const index = rows.findIndex((row) => (line === undefined ? filled(row) > 1 : row.line === line));
  const found = index === -1 ? rows.findIndex((row) => filled(row) > 0) : index;
  const row = rows[found];
  return row === undefined ? undefined : { index: found, height: 1, line: row.line, names: row.cells };
}

/**
 * The headings of rows that together are a header; a heading merged over several columns counts for the first of them.
 */
function namesOf(rows: readonly RawRow[], isKnown: (heading: string) => boolean): string[] {
  const [only] = rows;
  if (rows.length === 1 && only !== undefined) return [...only.cells];
  const width = Math.max(...rows.map((row) => row.cells.length));
  const above = rows.map((row) => row.cells[0] ?? '');
  const names: string[] = [];
  for (let column = 0; column < width; column += 1) {
    const parts = rows.map((row, depth) => {
      const cell = (row.cells[column] ?? '').trim();
      const lower = rows.slice(depth + 1).some((each) => (each.cells[column] ?? '').trim() !== '');
      if (cell !== '') above[depth] = cell;
      return cell === '' && lower ? (above[depth] ?? '').trim() : cell;
    });
    const distinct = parts.filter((part, depth) => part !== '' && part !== parts[depth - 1]);
    const joined = distinct.join('');
    const lowest = distinct.at(-1) ?? '';
    names.push(isKnown(joined) || !isKnown(lowest) ? joined : lowest);
  }
  return names;
}
