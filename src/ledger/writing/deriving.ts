// Changes derived tables: their guards let nothing through unless a journal entry is being written.
import { refuseUnknownColumns } from '../columns/known.ts';
import type { Connection, SqlValue } from '../database.ts';
import {
  DERIVING,
  type DerivedRows,
  type DerivedTable,
  derivedTables,
  type NowTable,
  quoted,
} from '../tables.ts';

/** Changes what is derived, within one transaction. Writing the journal entry ends it, and so does undoing the transaction. */
export class DerivedWriter {
  readonly #connection: Connection;
  #begun = false;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** Adds the row of a live record. */
  insert<T extends NowTable>(table: T, row: DerivedRows[T]): void {
    this.#insert('INSERT', table, row);
  }

  /** Adds a row that may be there already. */
  insertIfNew<T extends DerivedTable>(table: T, row: DerivedRows[T]): void {
    this.#insert('INSERT OR IGNORE', table, row);
  }

  /** Changes the row of a live record. */
  update<T extends NowTable>(table: T, id: number, changes: Partial<DerivedRows[T]>): void {
    const columns = columnsOf(table, changes);
    const set = columns.map((column) => `${quoted(column)} = ?`).join(', ');
    this.run(`UPDATE ${table} SET ${set} WHERE ${keyOf(table)} = ?`, [...valuesOf(columns, changes), id]);
  }

  /** Takes away the row of a record that is live no more. */
  delete(table: NowTable, id: number): void {
    this.run(`DELETE FROM ${table} WHERE ${keyOf(table)} = ?`, [id]);
  }

  #insert(verb: string, table: DerivedTable, row: object): void {
    const columns = columnsOf(table, row);
    const sql = `${verb} INTO ${table} (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
    this.run(sql, valuesOf(columns, row));
  }

  /** Runs a statement that changes a derived table. */
  run(sql: string, values: readonly SqlValue[]): void {
    if (!this.#begun) beginDeriving(this.#connection);
    this.#begun = true;
    this.#connection.run(sql, values);
  }
}

/** The columns of a row, in the order of the table. */
function columnsOf(table: DerivedTable, row: object): readonly string[] {
  const known = derivedTables[table];
  const columns = known.filter((column) => Object.hasOwn(row, column));
  refuseUnknownColumns(table, known, row, columns.length);
  return columns;
}

function valuesOf(columns: readonly string[], row: object): SqlValue[] {
  return columns.map((column) => (row as Readonly<Record<string, SqlValue>>)[column] ?? null);
}

/** The id of the record is the first column. */
function keyOf(table: NowTable): string {
  return derivedTables[table][0] ?? '';
}

/** Lets what is derived be changed under the next journal entry. */
export function beginDeriving({ raw }: Connection): void {
  raw.exec(`INSERT OR IGNORE INTO ${DERIVING} SELECT coalesce(max(seq), 0) + 1 FROM journal`);
}
