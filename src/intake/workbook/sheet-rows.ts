// The rows of a sheet as text, with what is known of each cell besides.
import type { CellValue } from 'hucre/xlsx';
import { refusal } from '../../domain/problem.ts';
import { type RowFault, WIDEST_ROW } from '../table.ts';
import { plainNumber, shownNumber, shownTime, showsTimeOnly } from './number-format.ts';
import type { XlsFact } from './xls-parts.ts';
import { type Allowance, LARGEST_AREA } from './xlsx-limits.ts';

const MOST_ROWS = 1_048_576;

/** Cells up to the last one filled; `undefined` where a cell is empty. Rows without cells are left out. */
export interface SheetRow {
  readonly line: number;
  readonly cells: (string | undefined)[];
  dates?: Set<number>;
  faults?: Map<number, RowFault>;
  roundedUp?: Set<number>;
  merged?: Set<number>;
  spans?: true;
}

/** The text of a cell that cannot be read: no reader accepts it, and rejected rows keep it. */
const UNREADABLE = '#VALUE!';

/** Collects the rows of a sheet as text and stops where a limit is passed. */
export class SheetRows {
  readonly list: SheetRow[] = [];
  readonly #place: { readonly file: string; readonly sheet: string };
  readonly #allowance: Allowance;
  #widest = 0;
  #last = 0;

  constructor(file: string, sheet: string, allowance: Allowance) {
    this.#place = { file, sheet };
    this.#allowance = allowance;
  }

  add(index: number, values: readonly CellValue[], facts?: ReadonlyMap<number, XlsFact>): void {
    const cells: (string | undefined)[] = [];
    const row: SheetRow = { line: index + 1, cells };
    const width = Math.max(
      values.length,
      ...(facts === undefined ? [] : [...facts.keys()].map((at) => at + 1)),
    );
    for (let column = 0; column < width; column += 1) {
      const text = cellText(values[column], facts?.get(column), row, column);
      if (text === undefined) continue;
      while (cells.length < column) cells.push(undefined);
      cells.push(text);
      this.#allowance.takeCell(this.#place);
    }
    if (cells.length === 0) return;
    // Each row is read as wide as the widest of its sheet.
    const wider = Math.max(this.#widest, cells.length);
    this.#allowance.takeArea(wider + (wider - this.#widest) * this.list.length, this.#place);
    this.#widest = wider;
    this.#last = Math.max(this.#last, index + 1);
    const isWithin = index >= 0 && index < MOST_ROWS && wider <= WIDEST_ROW;
    if (!isWithin || wider * this.#last > LARGEST_AREA) throw refusal('workbook_too_wide', {}, this.#place);
    this.list.push(row);
  }
}

/** The text of a cell, undefined for an empty one; what is known of it besides goes into its row. */
function cellText(
  value: CellValue | undefined,
  fact: XlsFact | undefined,
  row: SheetRow,
  column: number,
): string | undefined {
  if (fact?.fault !== undefined) {
    row.faults ??= new Map();
    row.faults.set(column, fact.fault);
    return typeof value === 'string' && value.startsWith('#') ? value : UNREADABLE;
  }
  if (fact?.text !== undefined) return fact.text === '' ? undefined : fact.text;
  if (value === null || value === undefined || value === '') return undefined;
  if (typeof value === 'string') return value;
  const date = typeof value === 'number' ? fact?.date?.(value) : value instanceof Date ? value : undefined;
  if (date !== undefined) {
    if (Number.isNaN(date.getTime())) return '#NUM!';
    if (showsTimeOnly(fact?.format)) return shownTime(date, fact?.format ?? '');
    row.dates ??= new Set();
    row.dates.add(column);
    return date.toISOString().slice(0, 10);
  }
  if (typeof value !== 'number') return String(value);
  const shown = shownNumber(value, fact?.format);
  if (shown === undefined) {
    row.faults ??= new Map();
    row.faults.set(column, { code: 'cell_format_unknown', values: {} });
    return plainNumber(value);
  }
  if (shown.isRoundedUp) {
    row.roundedUp ??= new Set();
    row.roundedUp.add(column);
  }
  return shown.text;
}
