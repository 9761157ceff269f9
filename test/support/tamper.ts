// Ledgers tampered with by somebody who has the file, SQLite and this program's source: guards taken off and put back.
import Database from 'better-sqlite3';
import { replay } from '../../src/jobs/replay.ts';
import { Connection, type SqlValue } from '../../src/ledger/database.ts';
import { entryHash, GENESIS, type JournalRow } from '../../src/ledger/journal.ts';
import { closedRounds } from '../../src/ledger/rounds.ts';
import { RowsDigest } from '../../src/ledger/rows-digest.ts';
import { type GuardedTable, guardedTables } from '../../src/ledger/tables.ts';

/** Works on a ledger without its guards, which are there again afterwards. */
export function tamper<T>(file: string, work: (raw: Database.Database) => T): T {
  const raw = new Database(file);
  raw.pragma('synchronous = OFF');
  raw.pragma('foreign_keys = OFF');
  raw.pragma('ignore_check_constraints = ON');
  const guards = raw.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
    readonly name: string;
    readonly sql: string;
  }[];
  raw.exec(`BEGIN; ${guards.map(({ name }) => `DROP TRIGGER ${name};`).join(' ')}`);
  try {
    return work(raw);
  } finally {
    raw.exec(`${guards.map(({ sql }) => `${sql};`).join('\n')} COMMIT`);
    raw.close();
  }
}

/** Reckons the digests of all entries again from the rows that are there now, and chains them anew. */
export function rechain(raw: Database.Database): void {
  let previous = GENESIS;
  for (const entry of raw.prepare('SELECT * FROM journal ORDER BY seq').all() as JournalRow[]) {
    const rows = new RowsDigest();
    for (const [table, columns] of Object.entries(guardedTables) as [GuardedTable, readonly string[]][]) {
      const names = columns.map((column) => `"${column}"`).join(', ');
      const sql = `SELECT ${names} FROM ${table} WHERE seq = ? ORDER BY ${orderOf(columns)}`;
      for (const row of raw.prepare(sql).raw().iterate(entry.seq)) rows.add(table, row as SqlValue[]);
    }
    const { hash: _, ...content } = { ...entry, rows_digest: rows.digest(), previous_hash: previous };
    const hash = entryHash(content);
    const values = [content.rows_digest, previous, hash, entry.seq];
    raw
      .prepare('UPDATE journal SET rows_digest = ?, previous_hash = ?, hash = ? WHERE seq = ?')
      .run(...values);
    previous = hash;
  }
}

/** The key of a table: its id, or the row it belongs to and what tells its rows apart. */
function orderOf(columns: readonly string[]): string {
  return columns[0] === 'id' ? 'id' : '1, 2';
}

/** Chains anew and makes every closed round say what it would be reckoned to now: nothing inside gives it away. */
export function forge(raw: Database.Database): void {
  const connection = new Connection(raw);
  rechain(raw);
  for (const { number } of closedRounds(connection)) {
    const { replayedDigest } = replay(connection, number);
    raw.prepare('UPDATE round_closings SET digest = ? WHERE round_no = ?').run(replayedDigest, number);
    rechain(raw);
  }
}
