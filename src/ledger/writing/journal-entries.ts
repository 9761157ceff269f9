// Entries of the journal as they are looked up: by position, by key, the first, all.
import type { ReadDb } from '../database.ts';
import type { JournalRow } from './entry.ts';
import { GENESIS } from './journal.ts';

/** The instant (UTC) of an entry; empty where there is none. */
export function entryInstant(db: ReadDb, seq: number): string {
  return db.get<{ at: string }>('SELECT at FROM journal WHERE seq = ?', seq)?.at ?? '';
}

/** The entry that was written under an idempotency key, or undefined. */
export function entryWithKey(db: ReadDb, key: string): number | undefined {
  return db.get<{ seq: number }>('SELECT seq FROM journal WHERE idempotency_key = ?', key)?.seq;
}

/** The last entry by a position of the journal. */
export function lastEntryBy(db: ReadDb, position: number): Pick<JournalRow, 'seq' | 'hash'> {
  const row = db.get<Pick<JournalRow, 'seq' | 'hash'>>(
    'SELECT seq, hash FROM journal WHERE seq <= ? ORDER BY seq DESC LIMIT 1',
    position,
  );
  return row ?? { seq: 0, hash: GENESIS };
}

/** The hash of the first entry, or undefined in a ledger that is being created. */
export function firstHash(db: ReadDb): string | undefined {
  return db.get<{ hash: string }>('SELECT hash FROM journal ORDER BY seq LIMIT 1')?.hash;
}

/** Every entry, newest first. */
export function entriesNewestFirst(db: ReadDb): IterableIterator<JournalRow> {
  return db.iterate<JournalRow>('SELECT * FROM journal ORDER BY seq DESC');
}
