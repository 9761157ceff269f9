// A row on its way into a ledger that goes on from another one.
import type { SqlValue } from '../database.ts';
import type { FactRow } from '../facts/view.ts';
import type { FactTable, PartTable, TableRows } from '../tables.ts';

/** The columns of a row. */
export type Values = Readonly<Record<string, SqlValue>>;

/** A line of a round before the last closed one that goes on because something open rests on it. */
export type CarriedLineValues = TableRows['carried_lines'];

/** A row of a fact that is carried, with the rows that belong to it, in the order of their keys. */
export interface CarriedRow {
  readonly table: FactTable;
  readonly row: FactRow & Values;
  readonly parts: readonly { readonly table: PartTable; readonly row: Values }[];
  /** True for a fact that was reversed: its number is free. */
  readonly reversed?: true;
}
