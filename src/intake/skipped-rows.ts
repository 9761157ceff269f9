// Rows that hold no record, or give one warning for all: with a count and the first lines.
import { type Place, type Problem, problem } from '../domain/problem.ts';
import type { RawRow } from './table.ts';

const TOTAL = /^(?:合计|总计|小计|共计)[:：]?$/u;
const FOOTER =
  /^(?:填报人|填表人|制表人|审核人|填报日期|填表日期|填报时间|制表日期|填报单位|联系电话)(?:[:：]|$)/u;

/** 填报单位（盖章）：, 主要领导签字：: a footer where all cells of the row are such or days. */
const LABEL =
  /^(?:(?:填报|填表|制表|审核|审批|报送|校对|经办|复核|统计|联系)(?:人|单位|部门|日期|时间|电话)?|(?:主要|分管|单位|包村)?(?:领导|负责人)|单位|日期|时间|盖章|公章|签字)(?:[（(][^（）()]{0,12}[）)]|签字|签名|签章|盖章|意见)*[:：]/u;
const SEAL = /^[（(]?(?:盖章|公章|签字|签章)[）)]?$/u;
const WRITTEN_DAY = /^\d{4}年\d{1,2}月\d{1,2}日$/u;

/** 注：… below a table; 备注 and 说明 only with a colon. */
const NOTE = /^(?:注(?:[:：]|\d|$)|(?:备注|说明|填表说明|填报说明|填写说明|注意事项)[:：])/u;
/** 一、党的建设方面; （一）… */
const NUMBERED =
  /^(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．,，]|第[一二三四五六七八九十]{1,3}(?:部分|类|项|章|节)).*[^\d]/su;
/** 一 in a column of its own before the text of a heading. */
const NUMERAL = /^[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?$/u;

/** Why a row holds no record. */
export type WithoutRecord =
  | 'blank'
  | 'rows_of_totals'
  | 'rows_of_footer'
  | 'rows_of_notes'
  | 'rows_of_headings'
  | 'rows_of_header';

/**
 * Decides which rows hold no record, by what is found in real files (CLERK.md): in the order of the rows, since notes
 * continue.
 */
export class RowsWithoutRecord {
  /** The cells of each column of those rows. */
  readonly #header: ReadonlyMap<number, ReadonlySet<string>>;
  #inNotes = false;
  /** Whether the row before is below the records: totals, notes, footers. */
  #isBelow = false;

  /** @param header the rows down to the header: repeated further down, in files that were joined, they hold no record */
  constructor(header: readonly RawRow[]) {
    const texts = new Map<number, Set<string>>();
    for (const { cells } of header) {
      for (const [at, cell] of cells.entries()) {
        const text = cell.trim();
        if (text !== '') texts.set(at, (texts.get(at) ?? new Set()).add(text));
      }
    }
    this.#header = texts;
  }

  reasonOf(row: RawRow): WithoutRecord | undefined {
    const reason = this.#reasonOf(row);
    if (reason !== 'blank') this.#isBelow = reason !== undefined && BELOW.has(reason);
    return reason;
  }

  #reasonOf({ cells, spans, faults }: RawRow): WithoutRecord | undefined {
    const at = cells.findIndex((cell) => cell !== '' && cell.trim() !== '');
    if (at === -1) return 'blank';
    const text = (cells[at] ?? '').replace(/[\s\u3000]+/gu, '');
    if (TOTAL.test(text)) return 'rows_of_totals';
    if (FOOTER.test(text) || (LABEL.test(text) && isAllLabels(cells, at))) return 'rows_of_footer';
    const others = filledAfter(cells, at);
    if (others === 0 && this.#isBelow && isSignature(text)) return 'rows_of_footer';
    // Headings and notes are on the left; a single cell further right continues the row above.
    const isLeft = at <= 1 || spans === true;
    if (others === 0 && isLeft && faults === undefined) {
      if (NOTE.test(text) || (this.#inNotes && !LIKE_NUMBER.test(text))) {
        this.#inNotes = true;
        return 'rows_of_notes';
      }
      if (NUMBERED.test(text) || spans === true) return 'rows_of_headings';
    } else this.#inNotes = false;
    if (others === 1 && isLeft && NUMERAL.test(text)) return 'rows_of_headings';
    return this.#isHeader(cells, at) ? 'rows_of_header' : undefined;
  }

  /**
   * Whether each cell of a row repeats the one in the same column above: cells that are merged there may be empty here.
   */
  #isHeader(cells: readonly string[], first: number): boolean {
    for (let at = first; at < cells.length; at += 1) {
      const text = (cells[at] ?? '').trim();
      if (text !== '' && this.#header.get(at)?.has(text) !== true) return false;
    }
    return true;
  }
}

const BELOW: ReadonlySet<WithoutRecord> = new Set(['rows_of_totals', 'rows_of_footer', 'rows_of_notes']);

/** Whether a text alone in its row is where a paper is signed and dated. */
export function isSignature(text: string): boolean {
  const plain = text.replace(/[\s\u3000]+/gu, '');
  return WRITTEN_DAY.test(plain) || SEAL.test(plain);
}

/** Whether all cells after a first label are labels, days, or what is written behind one. */
function isAllLabels(cells: readonly string[], first: number): boolean {
  return cells.every(
    (cell, at) => at <= first || cell.trim() === '' || /[:：]/u.test(cell) || isSignature(cell),
  );
}

/** A text that could be a number of its own, not a sentence of the notes. */
const LIKE_NUMBER = /^[A-Za-z0-9-]+$/;

/** How many cells are filled behind one; more than one is as good as many. */
function filledAfter(cells: readonly string[], first: number): number {
  let filled = 0;
  for (let at = first + 1; at < cells.length && filled < 2; at += 1) {
    const cell = cells[at] ?? '';
    if (cell !== '' && cell.trim() !== '') filled += 1;
  }
  return filled;
}

type NoteCode =
  | Exclude<WithoutRecord, 'blank'>
  | 'rows_joined'
  | 'rows_short'
  | 'rows_skipped_by_mapping'
  | 'words_kept'
  | 'checks_incomplete'
  | 'personal_id_card'
  | 'personal_phone';

/** Counts rows for one warning with the first lines, instead of one for each row. */
export class Notes {
  readonly #place: Place;
  readonly #notes = new Map<
    string,
    { readonly code: NoteCode; readonly column: string | undefined; count: number; readonly lines: number[] }
  >();

  constructor(place: Place) {
    this.#place = place;
  }

  /** @param column the column that the warning is about, when it is only one */
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
