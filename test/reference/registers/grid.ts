// The rows of a made sheet while it is laid out.
import type { Cell } from './cells.ts';

/** A range of cells that are one, indices from 0. */
export interface Range {
  readonly row: number;
  readonly column: number;
  readonly toRow: number;
  readonly toColumn: number;
  /** Whether its text is in each of its rows when the sheet is made a CSV by hand. */
  readonly repeats?: true;
}

export function setCell(rows: Cell[][], row: number, column: number, cell: Cell): void {
  const cells = rows[row];
  if (cells !== undefined) cells[column] = cell;
}
