// Gathers the rows of a ledger that are carried: those that are live, in the order of recording, each with its parts.
import { personColumns } from '../../domain/persons/meant.ts';
import type { ReadDb, SqlValue } from '../database.ts';
import type { FactRow, View } from '../facts/view.ts';
import type { FactTable, PartTable } from '../tables.ts';
import type { CarriedRow, Values } from './carried-row.ts';
import { waitOf } from './carry-over-history.ts';

/** The rows found so far. */
export class Rows {
  readonly view: View;
  readonly found: CarriedRow[] = [];

  constructor(view: View) {
    this.view = view;
  }

  /** Takes the live rows that a condition finds, each with its parts. Returns their ids. */
  take(
    table: FactTable,
    where: string,
    values: readonly SqlValue[] = [],
    ...parts: readonly PartsOf[]
  ): number[] {
    const rows = this.view.db
      .all<FactRow & Values>(`SELECT * FROM ${table} WHERE ${where} ORDER BY id`, ...values)
      .filter((row) => this.view.isLive(table, row));
    const all = Object.hasOwn(personColumns, table) ? [...parts, personsOf(table)] : parts;
    for (const row of rows) {
      const parts = all.flatMap((each) => partsOf(this.view.db, row, each));
      parts.push(...waitOf(this.view, { table, row, parts }));
      this.found.push({ table, row, parts });
    }
    return rows.map((row) => row.id);
  }

  /** Adds rows that belong to the fact of a table taken last, before and behind its own. */
  addParts(table: FactTable, before: CarriedRow['parts'], behind: CarriedRow['parts']): void {
    const at = this.found.findLastIndex((each) => each.table === table);
    const fact = this.found[at];
    if (fact !== undefined) this.found[at] = { ...fact, parts: [...before, ...fact.parts, ...behind] };
  }
}

/** Who was meant by the persons that a fact names. */
function personsOf(table: FactTable): PartsOf {
  return {
    table: 'persons_meant',
    by: 'fact_id',
    order: 'seq, nth',
    where: 'fact = ?',
    values: [table],
  };
}

/** Which rows of a table belong to a fact. */
export interface PartsOf {
  readonly table: PartTable;
  /** The column that names the fact, and that of the fact which it holds. */
  readonly by: string;
  readonly of?: string;
  /** The order of the key. */
  readonly order: string;
  /** A condition on the parts, and its values. */
  readonly where?: string;
  readonly values?: readonly SqlValue[];
}

function partsOf(
  db: ReadDb,
  row: Values,
  { table, by, of = 'id', order, where, values = [] }: PartsOf,
): CarriedRow['parts'][number][] {
  const sql = `SELECT * FROM ${table} WHERE ${by} = ?${where === undefined ? '' : ` AND (${where})`}`;
  return db
    .all<Values>(`${sql} ORDER BY ${order}`, row[of] ?? null, ...values)
    .map((part) => ({ table, row: part }));
}

/** The condition that a column is among the ids of `ids`. */
export const among = (column: string): string => `${column} IN (SELECT value FROM json_each(?))`;
export const ids = (list: readonly number[]): string => JSON.stringify(list);
