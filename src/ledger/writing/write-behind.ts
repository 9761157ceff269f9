// Rows that wait to be written many at a time: one statement for hundreds is less work than one for each.
import type { Connection, SqlValue } from '../database.ts';
import { type GuardedTable, guardedTables, parentsFirst, quoted } from '../tables.ts';
import type { DerivedWriter } from './deriving.ts';

/** The number of rows of a table written by one statement: more is no quicker, and waiting rows need memory. */
const AT_ONCE = 256;
/** The index on their cadres is entered all over: the more of them share a page that is copied, the better. */
const RESPONSIBLE_AT_ONCE = 4096;
/**
 * Rows go by as many as one of these at a time, so that the number of prepared statements stays small; smaller groups
 * are written row by row.
 */
const COUNTS = [4096, 1024, 256, 64, 16];

/** `finding_now` knows a finding by its row: what waits is a run of ids. */
const NEW_FINDINGS = `INSERT INTO finding_now (finding_id, finding_no, status)
  SELECT id, finding_no, 'registered' FROM findings WHERE id BETWEEN ? AND ?`;

/**
 * Holds rows until there are many, or until somebody could miss them. For the sake of the guards SQLite keeps a journal
 * of each statement that inserts, and copies every page into it that the statement changes: hundreds of rows in one
 * statement share those.
 */
export class WriteBehind {
  readonly #connection: Connection;
  readonly #derived: DerivedWriter;
  readonly #waiting = new Map<GuardedTable, (readonly SqlValue[])[]>();
  /** The run of ids of findings that `finding_now` does not know; `last` below `first` when there are none. */
  #first = 0;
  #last = -1;

  constructor(connection: Connection, derived: DerivedWriter) {
    this.#connection = connection;
    this.#derived = derived;
  }

  /** @param values in the order of `guardedTables` */
  add(table: GuardedTable, values: readonly SqlValue[]): void {
    let rows = this.#waiting.get(table);
    if (rows === undefined) {
      rows = [];
      this.#waiting.set(table, rows);
    }
    rows.push(values);
    if (rows.length >= atOnce(table)) this.#flushUntil(table);
  }

  /** Has a finding that was added before put into `finding_now`, as registered. */
  addNewFinding(id: number): void {
    if (this.#last >= this.#first && id !== this.#last + 1) this.#flushNew();
    if (this.#last < this.#first) this.#first = id;
    this.#last = id;
    if (id - this.#first >= RESPONSIBLE_AT_ONCE) this.#flushNew();
  }

  /** The writer of derived tables, when what they refer to is written. */
  get derived(): DerivedWriter {
    this.flush();
    return this.#derived;
  }

  /** Writes what a statement would miss: rows of the tables that it names. */
  flushFor(sql: string): void {
    for (const [table, rows] of this.#waiting) {
      if (rows.length > 0 && sql.includes(table)) this.#flushUntil(table);
    }
    if (sql.includes('finding_now')) this.#flushNew();
  }

  /** Writes all that waits. */
  flush(): void {
    this.#flushUntil(undefined);
    this.#flushNew();
  }

  #flushNew(): void {
    if (this.#last < this.#first) return;
    this.#flushUntil('findings');
    const run = [this.#first, this.#last];
    this.#last = this.#first - 1;
    this.#derived.run(NEW_FINDINGS, run);
  }

  /** Writes the rows of a table and, before them, of those that they may refer to; of all tables without one. */
  #flushUntil(until: GuardedTable | undefined): void {
    for (const table of parentsFirst) {
      const rows = this.#waiting.get(table) ?? NONE;
      if (rows.length > 0) {
        this.#waiting.set(table, []);
        this.#write(table, rows);
      }
      if (table === until) return;
    }
  }

  #write(table: GuardedTable, rows: readonly (readonly SqlValue[])[]): void {
    let at = 0;
    for (const count of COUNTS) {
      for (; rows.length - at >= count; at += count) {
        this.#connection.runRows(table, guardedTables[table], rows.slice(at, at + count));
      }
    }
    for (const values of rows.slice(at)) this.#connection.run(insertOne(table), values);
  }
}

const NONE: readonly (readonly SqlValue[])[] = [];

function atOnce(table: GuardedTable): number {
  return table === 'finding_responsible' ? RESPONSIBLE_AT_ONCE : AT_ONCE;
}

const insertStatements = new Map<GuardedTable, string>();

function insertOne(table: GuardedTable): string {
  let sql = insertStatements.get(table);
  if (sql === undefined) {
    const columns = guardedTables[table];
    sql = `INSERT INTO ${table} (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
    insertStatements.set(table, sql);
  }
  return sql;
}
