// One table of a Word file as a sheet: its rows and cells as they are read, merged cells across and down.
import { refusal } from '../../domain/problem.ts';
import { LONGEST_TEXT } from '../../domain/texts/readable.ts';
import { type RowFault, WIDEST_ROW } from '../table.ts';
import type { Merge } from './cell-facts.ts';
import { SheetRows } from './sheet-rows.ts';
import type { Allowance } from './xlsx-limits.ts';

/** What is said of a cell whose content is not all text: a picture, a table, a symbol, a number that Word counts by itself. */
const NOT_TEXT: RowFault = { code: 'word_cell_not_text', values: {} };
const TOO_LONG: RowFault = { code: 'cell_text_too_long', values: { most: LONGEST_TEXT } };
/** The text for a cell that has none and cannot be read, so that its row is seen. */
const UNREADABLE = '#VALUE!';

interface Cell {
  text: string;
  /** Whether a line has been begun, so that the next one goes below it. */
  isBegun: boolean;
  columns: number;
  /** Whether it goes on with the cell above. */
  goesOn: boolean;
  startsDown: boolean;
  /** Whether it shows something that is not text. */
  isUnreadable: boolean;
  /** Whether it shows something besides its text: a picture, a number that Word counts. */
  showsMore: boolean;
}

/** Collects a table. Cells are closed before their row, rows before the table. */
export class WordTable {
  readonly name: string;
  readonly rows: SheetRows;
  readonly merges: Merge[] = [];
  /** Rows in which something is hidden or struck out, from 1. */
  readonly leftOut = new Set<number>();
  readonly #place: { readonly file: string; readonly sheet: string };
  /** Merges that may go on in the next row, by the column in which they begin. */
  #down = new Map<number, { merge: Merge; row: number }>();
  #row = -1;
  #column = 0;
  #isDeleted = false;
  #texts: string[] = [];
  #faults = new Map<number, RowFault>();
  #cell: Cell | undefined;

  constructor(name: string, file: string, allowance: Allowance) {
    this.name = name;
    this.#place = { file, sheet: name };
    this.rows = new SheetRows(file, name, allowance);
  }

  get isInCell(): boolean {
    return this.#cell !== undefined;
  }

  openRow(): void {
    this.#row += 1;
    this.#column = 0;
    this.#isDeleted = false;
    this.#texts = [];
    this.#faults = new Map();
  }

  /** A row that was struck out is not there. */
  deleteRow(): void {
    this.#isDeleted = true;
  }

  /** Columns that a row leaves free on its left. */
  skip(columns: number): void {
    this.#move(columns);
  }

  openCell(): void {
    this.#cell = {
      text: '',
      columns: 1,
      isBegun: false,
      goesOn: false,
      startsDown: false,
      isUnreadable: false,
      showsMore: false,
    };
  }

  span(columns: number): void {
    if (this.#cell !== undefined && columns > 1) this.#cell.columns = columns;
  }

  mergeDown(isStart: boolean): void {
    if (this.#cell === undefined) return;
    this.#cell.startsDown = isStart;
    this.#cell.goesOn = !isStart;
  }

  openLine(): void {
    const cell = this.#cell;
    if (cell === undefined) return;
    if (cell.isBegun) this.add('\n');
    cell.isBegun = true;
  }

  add(text: string): void {
    if (this.#cell !== undefined && this.#cell.text.length <= LONGEST_TEXT) this.#cell.text += text;
  }

  /** The cell shows something that is not text. */
  addUnreadable(): void {
    if (this.#cell !== undefined) this.#cell.isUnreadable = true;
  }

  /** Something is shown that no text says, and that matters only where there is none: a picture, a number that Word counts. */
  addUnsaid(): void {
    if (this.#cell !== undefined) this.#cell.showsMore = true;
  }

  leaveOut(): void {
    if (this.#cell !== undefined) this.leftOut.add(this.#row + 1);
  }

  closeCell(): void {
    const cell = this.#cell;
    if (cell === undefined) return;
    this.#cell = undefined;
    const [column, row] = [this.#column, this.#row];
    this.#move(cell.columns);
    if (this.#isDeleted) return;
    const above = this.#down.get(column);
    if (cell.goesOn && above !== undefined && above.row === row - 1) {
      above.row = row;
      above.merge = { ...above.merge, endRow: row };
      return;
    }
    this.#end(column);
    const merge = { startRow: row, startCol: column, endRow: row, endCol: column + cell.columns - 1 };
    if (cell.startsDown) this.#down.set(column, { merge, row });
    else if (cell.columns > 1) this.merges.push(merge);
    this.#take(cell, column);
  }

  #take(cell: Cell, column: number): void {
    const text = cell.text.trimEnd().replace(/^\n+/, '');
    this.#texts[column] = cell.isUnreadable && text === '' ? UNREADABLE : text;
    if (text.length > LONGEST_TEXT) this.#faults.set(column, TOO_LONG);
    else if (cell.isUnreadable || (cell.showsMore && text === '')) this.#faults.set(column, NOT_TEXT);
  }

  closeRow(): void {
    if (this.#isDeleted) {
      this.#row -= 1;
      return;
    }
    this.rows.add(this.#row, this.#texts);
    const added = this.rows.list.at(-1);
    if (this.#faults.size > 0 && added?.line === this.#row + 1) added.faults = this.#faults;
  }

  close(): void {
    for (const column of [...this.#down.keys()]) this.#end(column);
  }

  #end(column: number): void {
    const open = this.#down.get(column);
    if (open === undefined) return;
    this.#down.delete(column);
    this.merges.push(open.merge);
  }

  #move(columns: number): void {
    this.#column += columns;
    if (!(this.#column <= WIDEST_ROW)) throw refusal('workbook_too_wide', {}, this.#place);
  }
}
