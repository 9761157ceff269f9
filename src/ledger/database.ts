// The connection as the rest of the ledger sees it: statements prepared once, rows typed by who asks.
import type BetterSqlite3 from 'better-sqlite3';

export type SqlValue = string | number | null;

/** The ledger that is read, for a second connection to it. Plain data: another thread may be told. */
export interface LedgerSource {
  readonly file: string;
  readonly allowNetworkFile: boolean;
}

/** Reading. Every statement is prepared once per connection. */
export interface ReadDb {
  /** Undefined within a transaction that writes: others do not see what it has written. */
  readonly source?: LedgerSource | undefined;
  all<T>(sql: string, ...values: SqlValue[]): T[];
  get<T>(sql: string, ...values: SqlValue[]): T | undefined;
  /** The first column of every row. */
  column<T extends SqlValue>(sql: string, ...values: SqlValue[]): T[];
  iterate<T>(sql: string, ...values: SqlValue[]): IterableIterator<T>;
}

/** What a virtual table gives when it is read next. */
interface Given {
  rows: readonly (readonly SqlValue[])[];
}

function rowsOf(given: Given): () => Generator<SqlValue[]> {
  return function* () {
    for (const row of given.rows) yield row as SqlValue[];
  };
}

/** A connection with its prepared statements. */
export class Connection implements ReadDb {
  readonly raw: BetterSqlite3.Database;
  readonly source: LedgerSource | undefined;
  readonly #prepared = new Map<string, BetterSqlite3.Statement>();
  /** Those that give a first column only: a mode of the statement, so they are kept apart. */
  readonly #plucking = new Map<string, BetterSqlite3.Statement>();

  /** The rows of the virtual tables that many are inserted from. */
  readonly #given = new Map<string, Given>();

  constructor(raw: BetterSqlite3.Database, source?: LedgerSource) {
    this.raw = raw;
    this.source = source;
  }

  /** The statement for `sql`, prepared at its first use. */
  prepare(sql: string): BetterSqlite3.Statement {
    let statement = this.#prepared.get(sql);
    if (statement === undefined) {
      statement = this.raw.prepare(sql);
      this.#prepared.set(sql, statement);
    }
    return statement;
  }

  /** How many statements have been prepared: for the test that counts them. */
  get preparedCount(): number {
    return this.#prepared.size + this.#plucking.size;
  }

  all<T>(sql: string, ...values: SqlValue[]): T[] {
    return this.prepare(sql).all(...values) as T[];
  }

  get<T>(sql: string, ...values: SqlValue[]): T | undefined {
    return this.prepare(sql).get(...values) as T | undefined;
  }

  column<T extends SqlValue>(sql: string, ...values: SqlValue[]): T[] {
    let statement = this.#plucking.get(sql);
    if (statement === undefined) {
      statement = this.raw.prepare(sql).pluck();
      this.#plucking.set(sql, statement);
    }
    return statement.all(...values) as T[];
  }

  iterate<T>(sql: string, ...values: SqlValue[]): IterableIterator<T> {
    // A cursor of its own: two loops over one statement would share it.
    return this.raw.prepare(sql).iterate(...values) as IterableIterator<T>;
  }

  /** Inserts many rows with one statement. @param columns those of the table, in the order of each row's values */
  runRows(table: string, columns: readonly string[], rows: readonly (readonly SqlValue[])[]): void {
    const source = `rows_of_${table}`;
    let given = this.#given.get(table);
    if (given === undefined) {
      given = { rows };
      this.#given.set(table, given);
      this.raw.table(source, { columns: [...columns], rows: rowsOf(given) });
    }
    given.rows = rows;
    const names = columns.map((column) => `"${column}"`).join(', ');
    this.prepare(`INSERT INTO ${table} (${names}) SELECT ${names} FROM ${source}`).run();
    given.rows = [];
  }

  run(sql: string, values: readonly SqlValue[]): void {
    this.prepare(sql).run(values);
  }
}
