// Rows that wait to be written many at a time: one statement for thousands is less work than one for each.
import type { Connection, SqlValue } from './database.ts';
import { type GuardedTable, guardedTables, quoted } from './tables.ts';

/** So many rows of a table are written by one statement: no quicker with more, and what waits has to be held. */
const AT_ONCE = 256;
/** The index on their cadres is entered all over: the more of them share a page that is copied, the better. */
const RESPONSIBLE_AT_ONCE = 4096;
/** So few are written one by one. */
const FEW = 16;

/**
 * The tables whose rows may wait, each before those whose rows belong to its own. What else their rows refer to (batches,
 * cadres) is written at once. Other tables have no such order: a ruling may come before the objection of the next.
 */
const MAY_WAIT = ['findings', 'finding_responsible', 'batch_rows'] as const satisfies readonly GuardedTable[];

/** `finding_now` knows a finding by its row: what waits is a run of ids. */
const NEW_FINDINGS = `INSERT INTO finding_now (finding_id, finding_no, status)
  SELECT id, finding_no, 'registered' FROM findings WHERE id BETWEEN ? AND ?`;

/**
 * Writes rows; those of some tables are held until there are many, or until somebody could miss them. For the sake of the
 * guards SQLite keeps a journal of each statement that inserts, and copies every page into it that the statement changes:
 * thousands of rows in one statement share those. A large one puts that journal into a file, where it stays for small ones
 * too, so that findings are not left to go one by one. Rows reach SQLite through a virtual table of this connection: a text
 * of any letters arrives as it would when bound.
 */
export class WriteBehind {
  readonly #connection: Connection;
  readonly #waiting = new Map<GuardedTable, (readonly SqlValue[])[]>(MAY_WAIT.map((table) => [table, []]));
  /** The run of ids of findings that `finding_now` does not know; `last` below `first` when there are none. */
  #first = 0;
  #last = -1;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  /** @param values in the order of `guardedTables` */
  add(table: GuardedTable, values: readonly SqlValue[]): void {
    const rows = this.#waiting.get(table);
    if (rows === undefined) {
      // It may belong to one that waits.
      this.flush();
      this.#connection.run(insertOne(table), values);
      return;
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

  /** Writes what a statement would miss: rows of the tables that it names. */
  flushFor(sql: string): void {
    let last: GuardedTable | undefined;
    for (const [table, rows] of this.#waiting) if (rows.length > 0 && sql.includes(table)) last = table;
    if (last !== undefined) this.#flushUntil(last);
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
    this.#connection.run(NEW_FINDINGS, run);
  }

  /** Writes the rows of a table and of those before it; of all without one. */
  #flushUntil(until: GuardedTable | undefined): void {
    for (const [table, rows] of this.#waiting) {
      if (rows.length > 0) {
        this.#waiting.set(table, []);
        if (rows.length < FEW) for (const values of rows) this.#connection.run(insertOne(table), values);
        else this.#connection.runRows(table, guardedTables[table], rows);
      }
      if (table === until) return;
    }
  }
}

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
