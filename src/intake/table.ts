// What every file format is turned into: tables of text rows that know their physical line.

import type { IntakeCode } from '../domain/codes/problem-codes.ts';
import type { Problem, ProblemValue } from '../domain/problem.ts';

/** Why a row could not be split into cells, or a cell not be read as it is. */
export interface RowFault {
  readonly code: IntakeCode;
  readonly values: Readonly<Record<string, ProblemValue>>;
}

/** One row of text cells; `line` is the physical line (row number in a workbook), from 1. */
export interface RawRow {
  readonly line: number;
  readonly cells: readonly string[];
  /** Cells that are real date cells of a workbook, by index: no number was typed there. */
  readonly dates?: ReadonlySet<number>;
  /** Cells of a workbook that cannot be read as what they show, by index. */
  readonly faults?: ReadonlyMap<number, RowFault>;
  /** Numbers that are shown as 100 % though they are less, by index. */
  readonly roundedUp?: ReadonlySet<number>;
  /** Cells that a merge has copied from the row above, by index. */
  readonly merged?: ReadonlySet<number>;
  /** Whether its one text lies over all columns or nearly all: a heading between rows. */
  readonly spans?: true;
  /** Whether it is made of several rows of one record, which may name one person more than once. */
  readonly joined?: true;
  readonly fault?: RowFault;
}

/** A sheet, or the whole of a file that has none. */
export interface Table {
  readonly file: string;
  readonly sheet?: string;
  /** True when the first row holds the keys and nothing has to be searched for (JSON). */
  readonly keyed: boolean;
  /** The warnings of reading; complete once the rows are read. */
  readonly warnings: Problem[];
  /** The rows from the first on; text can be walked once, sheets again. May throw `Failure` half way. */
  rows(): Iterable<RawRow>;
}

/** The widest row that is read: the width of an Excel sheet. */
export const WIDEST_ROW = 16_384;
/** A row longer than this is a quote that never closes, or no table at all. */
export const LONGEST_ROW = 1 << 20;
