// A card: one thing as it is shown, with its list.
import type { Cell, Column, Report, Text } from '../report.ts';

/** A title, pairs of label and value, and a list; machine formats print the list with what is its own in each row. */
export interface Card {
  readonly title: Text;
  readonly pairs: readonly (readonly [label: Text, value: string | Text])[];
  readonly list: Report;
  /** What the pairs tell, as columns for machines. */
  readonly own: readonly (readonly [Column, Cell])[];
}
