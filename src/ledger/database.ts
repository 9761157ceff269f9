// The connection as the rest of the ledger sees it: statements prepared once, rows typed by who asks.
import type BetterSqlite3 from 'better-sqlite3';

export type SqlValue = string | number | null;

/** Reading. Every statement is prepared once per connection. */
export interface ReadDb {
  all<T>(sql: string, ...values: SqlValue[]): T[];
  get<T>(sql: string, ...values: SqlValue[]): T | undefined;
  /** The first column of every row. */
  column<T extends SqlValue>(sql: string, ...values: SqlValue[]): T[];
  iterate<T>(sql: string, ...values: SqlValue[]): IterableIterator<T>;
}

/** A statement that inserts many rows, and the array from which their values are bound: it is long, and used again. */
interface Inserting {
  readonly statement: BetterSqlite3.Statement;
  readonly bound: SqlValue[];
}

/** A connection with its prepared statements. */
export class Connection implements ReadDb {
  readonly raw: BetterSqlite3.Database;
  readonly #prepared = new Map<string, BetterSqlite3.Statement>();
  /** Those that give a first column only: a mode of the statement, so they are kept apart. */
  readonly #plucking = new Map<string, BetterSqlite3.Statement>();
  /** Those that insert many rows, by table, count and columns: their text is long. */
  readonly #inserting = new Map<string, Inserting>();
  /** For each table, the places of the columns that they fill. */
  readonly #filled = new Map<string, readonly number[]>();

  constructor(raw: BetterSqlite3.Database) {
    this.raw = raw;
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
    return this.#prepared.size + this.#plucking.size + this.#inserting.size;
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

  /**
   * Inserts rows with one statement. Columns that no row has filled so far are left out: each value that is bound costs.
   * @param columns those of the table, in the order of each row's values
   */
  runRows(table: string, columns: readonly string[], rows: readonly (readonly SqlValue[])[]): void {
    const places = this.#filledPlaces(table, columns.length, rows);
    const key = `${table} ${rows.length} ${places.join(' ')}`;
    let inserting = this.#inserting.get(key);
    if (inserting === undefined) {
      const names = places.map((place) => `"${columns[place]}"`).join(', ');
      const values = `(${places.map(() => '?').join(', ')})`;
      const sql = `INSERT INTO ${table} (${names}) VALUES ${Array.from(rows, () => values).join(', ')}`;
      const bound = new Array<SqlValue>(rows.length * places.length).fill(null);
      inserting = { statement: this.raw.prepare(sql), bound };
      this.#inserting.set(key, inserting);
    }
    const { statement, bound } = inserting;
    let at = 0;
    for (const row of rows) {
      for (const place of places) {
        bound[at] = row[place] ?? null;
        at += 1;
      }
    }
    statement.run(bound);
  }

  /** The places at which a row has ever had a value: they only grow, so that the number of statements stays small. */
  #filledPlaces(table: string, width: number, rows: readonly (readonly SqlValue[])[]): readonly number[] {
    const before = this.#filled.get(table) ?? [];
    const places: number[] = [];
    for (let place = 0; place < width; place += 1) {
      if (before.includes(place) || rows.some((row) => row[place] !== null)) places.push(place);
    }
    this.#filled.set(table, places);
    return places;
  }

  run(sql: string, values: readonly SqlValue[]): void {
    this.prepare(sql).run(values);
  }
}
