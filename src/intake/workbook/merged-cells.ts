// Cells that are merged: down a column their value is in each row, across nearly all columns they are a heading.
import { refusal } from '../../domain/problem.ts';
import type { RawRow } from '../table.ts';
import type { Merge } from './cell-facts.ts';
import type { SheetRow } from './sheet-rows.ts';

/** How many cells merged ranges may fill in a workbook. */
export const MOST_FILLED = 2_000_000;

interface MergedSheet {
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Merge[];
}

/**
 * Copies a value merged down a column into each of its rows (CLERK.md, "What real files do"). Returns the number
 * of cells filled; throws `workbook_too_wide` beyond `most`.
 */
export function fillMerged(
  sheet: MergedSheet,
  place: { readonly file: string; readonly sheet: string },
  most: number,
): number {
  if (sheet.merges.length === 0) return 0;
  const byLine = new Map(sheet.rows.map((row) => [row.line, row]));
  const width = sheet.rows.reduce((widest, row) => Math.max(widest, row.cells.length), 0);
  const lastLine = sheet.rows.at(-1)?.line ?? 0;
  let filled = 0;
  for (const { startRow, endRow, startCol, endCol } of sheet.merges) {
    const first = byLine.get(startRow + 1);
    const value = first?.cells[startCol];
    if (first === undefined || value === undefined) continue;
    if (startRow === endRow && endCol - startCol + 1 >= Math.max(3, width - 1)) first.spans = true;
    const last = Math.min(endRow + 1, lastLine);
    filled += Math.max(0, last - startRow);
    if (filled > most) throw refusal('workbook_too_wide', {}, place);
    for (let line = startRow + 2; line <= last; line += 1) {
      const row = byLine.get(line);
      if (row === undefined) continue;
      while (row.cells.length <= startCol) row.cells.push(undefined);
      if (row.cells[startCol] !== undefined) continue;
      row.cells[startCol] = value;
      row.merged ??= new Set();
      row.merged.add(startCol);
      takeOver(first, row, startCol);
    }
  }
  return filled;
}

/** What is known of a cell besides its text holds where a merge repeats it. */
function takeOver(from: SheetRow, row: SheetRow, column: number): void {
  const fault = from.faults?.get(column);
  if (fault !== undefined) {
    row.faults ??= new Map();
    row.faults.set(column, fault);
  }
  for (const key of ['dates', 'roundedUp'] as const) {
    if (from[key]?.has(column) !== true) continue;
    row[key] ??= new Set();
    row[key].add(column);
  }
}

/** The rows of a sheet, each as wide as the widest. */
export function* rowsOf(rows: readonly SheetRow[], width: number): Generator<RawRow> {
  for (const { cells, ...row } of rows) {
    yield { ...row, cells: Array.from({ length: width }, (_, column) => cells[column] ?? '') };
  }
}
