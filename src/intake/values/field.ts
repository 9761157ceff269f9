// A field of a kind as a file fills it.
import type { ColumnSpec } from '../../domain/records/record-columns.ts';
import type { Refuse } from './cells.ts';

/** A field of the kind and where its text comes from. */
export interface Field {
  readonly spec: ColumnSpec;
  /** The heading of the column in the file, for places. */
  readonly column: string;
  /** Index of the cell, or -1 when `derive` makes the text. */
  readonly index: number;
  /** True when the column holds persons by name. */
  readonly named: boolean;
  /** A column with the names for this column of numbers. */
  readonly nameColumn?: { readonly column: string; readonly index: number };
  /** Makes the text from the cells (mapping); undefined after it refused. */
  readonly derive?: (cells: readonly string[], refuse: Refuse) => string | undefined;
  /** The cells behind `derive`, by index. */
  readonly indices?: readonly number[];
  /** The cells behind `derive` as in the file, for places. */
  readonly shown?: (cells: readonly string[]) => string;
}

/** The text of a field's cell as the file has it. */
export function columnText(field: Field, cells: readonly string[]): string {
  return field.index === -1 ? (field.shown?.(cells) ?? '') : (cells[field.index] ?? '');
}
