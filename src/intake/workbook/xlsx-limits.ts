// How much of a workbook is read: more than any office's register needs, and no more than a small machine holds.
import { refusal } from '../../domain/problem.ts';

/** Sheets of a workbook, those that are not read among them. */
export const MOST_SHEETS = 1000;
/** Texts that cells share. */
export const MOST_TEXTS = 4_000_000;
/** Cells with a value, over all sheets: 200,000 rows of twenty columns. */
const MOST_CELLS = 4_000_000;
/** The area that a sheet may span, and all sheets together, rows without cells left out; more is no office form. */
export const LARGEST_AREA = 20_000_000;

/** Where a limit is passed. */
export interface SheetPlace {
  readonly file: string;
  readonly sheet: string;
}

/** What may still be read of a workbook, over all its sheets. */
export class Allowance {
  #cells = MOST_CELLS;
  #area = LARGEST_AREA;

  /** Throws `workbook_cells_too_many`. */
  takeCell({ file, sheet }: SheetPlace): void {
    this.#cells -= 1;
    if (this.#cells < 0) throw refusal('workbook_cells_too_many', { most: MOST_CELLS }, { file, sheet });
  }

  /** Throws `workbook_too_wide`. */
  takeArea(area: number, place: SheetPlace): void {
    this.#area -= area;
    if (!(this.#area >= 0)) throw refusal('workbook_too_wide', {}, place);
  }
}
