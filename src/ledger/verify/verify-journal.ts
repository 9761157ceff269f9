// Verifies the journal: its numbers without a gap, its chain, and the rows that each entry says it wrote.
import { readableInstant } from '../../domain/days/instant.ts';
import type { Fault } from '../../domain/verification.ts';
import type { Connection, SqlValue } from '../database.ts';
import { instantsOf } from '../settings.ts';
import { type GuardedTable, guardedTables, type PartTable, partKeys, quoted } from '../tables.ts';
import { entryHash, GENESIS, type JournalRow } from '../writing/journal.ts';
import { digestOfTables, TableDigest } from '../writing/rows-digest.ts';
import { checked, fault, NAMED } from './verify-file.ts';

/** The entries of a journal, oldest first. */
function journalEntries(connection: Connection): IterableIterator<JournalRow> {
  return connection.iterate<JournalRow>('SELECT * FROM journal ORDER BY seq');
}

/** The numbers run from 1 without a gap; each entry is the hash of what it says and of the one before it. */
export function verifyChain(connection: Connection): Fault[] {
  return checked('chain', (tell) => {
    let seq = 0;
    let previous = GENESIS;
    let before = '';
    let backwards = 0;
    const about = aboutEntries(connection);
    for (const entry of journalEntries(connection)) {
      if (entry.seq !== seq + 1) {
        tell(fault('sequence', 'verify_gap', { entry: entry.seq, before: seq }, { entry: entry.seq }));
      }
      if (entry.previous_hash !== previous || entryHash(entry) !== entry.hash) {
        tell(fault('chain', 'verify_chain', about(entry), { entry: entry.seq }));
      }
      // No damage: a clock that was set back, or wrong before.
      if (entry.at < before) backwards += 1;
      if (entry.at < before && backwards <= NAMED) {
        const values = { ...about(entry), before: about({ ...entry, at: before }).at };
        tell({ ...fault('chain', 'verify_time_backwards', values, { entry: entry.seq }), grave: false });
      }
      before = entry.at;
      seq = entry.seq;
      previous = entry.hash;
    }
    if (seq === 0) tell(fault('sequence', 'verify_empty', {}, { entry: 1 }));
  });
}

/** What is said of an entry; its instant in the ledger's time zone. */
function aboutEntries(connection: Connection) {
  return ({ seq, at, actor, command }: JournalRow) => {
    let local = at;
    // What is damaged may be the zone: the instant is said all the same.
    checked('settings', () => {
      local = readableInstant(instantsOf(connection)(at));
    });
    return { entry: seq, at: local, actor, command };
  };
}

/**
 * The rows of every entry are those that it wrote, by its digest; no row lies beyond the last entry. One pass over each
 * table in the order of its key, in which rows come in the order of their entries.
 */
export function verifyRows(connection: Connection): Fault[] {
  return checked('rows', (tell) => {
    const about = aboutEntries(connection);
    const entries = new Map<number, Map<GuardedTable, string>>();
    const disorder = new Map<number, GuardedTable>();
    for (const table of Object.keys(guardedTables) as GuardedTable[]) {
      for (const { seq, digest } of digestsByEntry(connection, table)) {
        let digests = entries.get(seq);
        if (digests === undefined) {
          digests = new Map();
          entries.set(seq, digests);
        }
        if (digests.has(table)) disorder.set(seq, table);
        else digests.set(table, digest);
      }
    }
    for (const entry of journalEntries(connection)) {
      const digests = entries.get(entry.seq) ?? new Map<GuardedTable, string>();
      entries.delete(entry.seq);
      if (!disorder.has(entry.seq) && digestOfTables(digests) === entry.rows_digest) continue;
      tell(fault('rows', 'verify_rows', about(entry), { entry: entry.seq }));
    }
    // What is left has no entry.
    for (const [seq, digests] of [...entries].sort(([left], [right]) => left - right).slice(0, NAMED)) {
      const tables = [...digests.keys()].join(', ');
      tell(fault('beyond_head', 'verify_beyond_head', { entry: seq, tables }, { entry: seq }));
    }
  });
}

/** The digest of each run of rows of one entry, in the order of the table's key. */
function* digestsByEntry(
  connection: Connection,
  table: GuardedTable,
): Generator<{ readonly seq: number; readonly digest: string }> {
  // Rows come as lines of JSON: one text a row is half the work of its dozen values.
  const columns = guardedTables[table].map(quoted).join(', ');
  const sql = `SELECT seq, json_array(${columns}) AS line FROM ${table} ORDER BY ${keyOf(table)}`;
  let seq: SqlValue = null;
  let digest = new TableDigest();
  for (const row of connection.iterate<{ seq: SqlValue; line: string }>(sql)) {
    if (row.seq !== seq) {
      if (seq !== null) yield { seq: Number(seq), digest: digest.digest() };
      seq = row.seq;
      digest = new TableDigest();
    }
    digest.addLine(row.line);
  }
  if (seq !== null) yield { seq: Number(seq), digest: digest.digest() };
}

function keyOf(table: GuardedTable): string {
  return Object.hasOwn(partKeys, table) ? partKeys[table as PartTable] : 'id';
}
