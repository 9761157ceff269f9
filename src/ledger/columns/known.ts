// Holds a row against the columns of its table at run time: what the compiler could not see is refused as well.
import type { SqlValue } from '../database.ts';
import { type FactTable, type PartTable, type TableRows, typesOf } from '../tables.ts';

/** The columns that a row does not bring: they are given to it. */
const GIVEN = new Set(['id', 'seq']);

/** The types of values that each kind of column takes. */
const TAKES = {
  text: ['string'],
  'text?': ['string', 'empty'],
  whole: ['number'],
  'whole?': ['number', 'empty'],
  flag: ['number'],
  'flag?': ['number', 'empty'],
} as const satisfies Record<string, readonly string[]>;

/**
 * Refuses a row with a column that its table does not have.
 * @param found how many of the columns the row has a value for: where it has no more keys, none is unknown
 */
export function refuseUnknownColumns(
  table: string,
  columns: readonly string[],
  row: object,
  found: number,
): void {
  let keys = 0;
  for (const _ in row) keys += 1;
  if (keys === found) return;
  const unknown = Object.keys(row).filter((column) => GIVEN.has(column) || !columns.includes(column));
  if (unknown.length > 0) throw new Error(`${table} takes no column ${unknown.join(', ')}`);
}

/**
 * A row of a table that is only known at run time. A column that may be empty may be left out.
 * @throws Error for a column that is unknown, missing, or of another type
 */
export function rowFor<T extends FactTable | PartTable>(
  table: T,
  values: Readonly<Record<string, SqlValue | undefined>>,
): TableRows[T] {
  const types = typesOf(table);
  const row: Record<string, SqlValue> = {};
  for (const [column, type] of Object.entries(types)) {
    const value = values[column] ?? null;
    const is = value === null ? 'empty' : typeof value;
    if (!TAKES[type].some((each) => each === is))
      throw new Error(`${table}.${column} is ${type}, and not ${is}`);
    row[column] = value;
  }
  for (const [column, value] of Object.entries(values)) {
    if (Object.hasOwn(row, column)) continue;
    if (column !== 'batch_id' && column !== 'line') throw new Error(`${table} takes no column ${column}`);
    row[column] = value ?? null;
  }
  return row as TableRows[T];
}
