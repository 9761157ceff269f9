// What is known of the cells of a sheet besides their values, whatever the format of the workbook.
import type { RowFault } from '../table.ts';

/** What a cell is besides its value. */
export interface CellFact {
  readonly fault?: RowFault;
  /** The format of a number, where it is not General. */
  readonly format?: string;
}

/** Facts by row (from 1) and column (from 0). */
export type CellFacts = ReadonlyMap<number, ReadonlyMap<number, CellFact>>;

/** A range merged into one cell, indices from 0. */
export interface Merge {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
}
