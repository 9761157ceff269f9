// Ledgers tampered with by somebody who has the file, SQLite and this program's source: guards removed and restored.
import Database from 'better-sqlite3';
import { replay } from '../../src/jobs/round/replay.ts';
import { figuresOfFacts } from '../../src/jobs/round/round-figures.ts';
import { ownFrame } from '../../src/jobs/round/round-frame.ts';
import { Connection, type SqlValue } from '../../src/ledger/database.ts';
import { View } from '../../src/ledger/facts/view.ts';
import { figureTables, keepFigures } from '../../src/ledger/rounds/round-figures.ts';
import { closedRounds } from '../../src/ledger/rounds/rounds.ts';
import { type GuardedTable, guardedTables, type PartTable, partKeys } from '../../src/ledger/tables.ts';
import { entryHash, GENESIS, type JournalRow, type WriteDb } from '../../src/ledger/writing/journal.ts';
import { RowsDigest } from '../../src/ledger/writing/rows-digest.ts';

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
      const sql = `SELECT ${names} FROM ${table} WHERE seq = ? ORDER BY ${orderOf(table)}`;
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

/** The key of a table: its id, or the row it belongs to and what distinguishes its rows. */
function orderOf(table: GuardedTable): string {
  return Object.hasOwn(partKeys, table) ? partKeys[table as PartTable] : 'id';
}

/** Chains anew and makes every closed round say what it would be recalculated to now: nothing inside gives it away. */
export function forge(raw: Database.Database): void {
  const connection = new Connection(raw);
  rechain(raw);
  for (const { number } of closedRounds(connection)) {
    // First the draft's, then the closing's, which is over it.
    for (const table of ['draft_digests', 'round_closings']) {
      const { storedDigest, replayedDigest } = replay(connection, number);
      raw.prepare(`UPDATE ${table} SET digest = ? WHERE digest = ?`).run(replayedDigest, storedDigest);
    }
    keepAnew(connection, number);
    rechain(raw);
  }
}

/** Makes the kept figures of a round those that its facts come to now. */
function keepAnew(connection: Connection, round: number): void {
  const frame = ownFrame(new View(connection), round);
  const kept = figuresOfFacts(connection, frame);
  for (const table of [...figureTables, 'figure_stations'] as const)
    connection.run(`DELETE FROM ${table} WHERE round_no = ?`, [round]);
  const insertPart: WriteDb['insertPart'] = (table, given) => {
    const columns = guardedTables[table];
    const row: Readonly<Record<string, SqlValue>> = { ...given };
    const values = columns.map((column) =>
      column === 'seq' ? frame.closed.closedAt : (row[column] ?? null),
    );
    const places = columns.map(() => '?').join(', ');
    connection.run(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`, values);
  };
  keepFigures({ insertPart }, round, kept);
}
