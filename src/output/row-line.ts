// One line of a table, its cells side by side.
import { padded } from './text/width.ts';

/** The layout of a table's columns. */
export interface Columns {
  readonly widths: readonly number[];
  readonly aligns: readonly ('left' | 'right')[];
  /** Spaces between two. */
  readonly gap: number;
}

/** The line of a row whose cells all fit on one; without spaces at its end. */
export function rowLine(row: readonly string[], { widths, aligns, gap }: Columns): string {
  const cells = row.map((cell, at) => padded(cell, widths[at] ?? 0, aligns[at]));
  return cells.join(' '.repeat(gap)).trimEnd();
}
