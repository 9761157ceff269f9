// Rows that hold no record, or something to be told once: with a count and the first lines.
import { type Place, type Problem, problem } from '../domain/problem.ts';

const TOTAL = /^(?:合计|总计|小计|共计)[:：]?$/u;
const FOOTER =
  /^(?:填报人|填表人|制表人|审核人|填报日期|填表日期|填报时间|制表日期|填报单位|联系电话)(?:[:：]|$)/u;

/** Blank rows, totals and footers hold no record: the first filled cell tells (CLERK.md, "What real files do"). */
export function rowWithoutRecord(
  cells: readonly string[],
): 'blank' | 'rows_of_totals' | 'rows_of_footer' | undefined {
  for (const cell of cells) {
    if (cell === '') continue;
    const text = cell.replace(/[\s\u3000]+/gu, '');
    if (text === '') continue;
    if (TOTAL.test(text)) return 'rows_of_totals';
    return FOOTER.test(text) ? 'rows_of_footer' : undefined;
  }
  return 'blank';
}

type NoteCode =
  | 'rows_of_totals'
  | 'rows_of_footer'
  | 'rows_skipped_by_mapping'
  | 'words_kept'
  | 'checks_incomplete'
  | 'personal_id_card'
  | 'personal_phone';

/** Counts what is told once with the first lines, not row by row. */
export class Notes {
  readonly #place: Place;
  readonly #notes = new Map<
    string,
    { readonly code: NoteCode; readonly column: string | undefined; count: number; readonly lines: number[] }
  >();

  constructor(place: Place) {
    this.#place = place;
  }

  /** @param column where what is told lies in one column */
  add(code: NoteCode, line: number, column?: string): void {
    const key = JSON.stringify([code, column]);
    const note = this.#notes.get(key) ?? { code, column, count: 0, lines: [] };
    note.count += 1;
    if (note.lines.length < 5) note.lines.push(line);
    this.#notes.set(key, note);
  }

  problems(): Problem[] {
    return [...this.#notes.values()].map(({ code, column, count, lines }) =>
      problem(
        code,
        { count, lines },
        { ...this.#place, line: lines[0] ?? 0, ...(column !== undefined && { column }) },
      ),
    );
  }
}
