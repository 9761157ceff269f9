// The door to the ledger for the command line, loaded when a command needs it.
import type { ReadDb } from '../ledger/database.ts';
import type { Ledger, OpenOptions } from '../ledger/open.ts';
import { DEFAULT_TIME_ZONE, setting } from '../ledger/settings.ts';

export type { ReadDb };

export interface LedgerDoor {
  openForReading(file: string, options: OpenOptions): Ledger;
  openForWriting(file: string, options: OpenOptions): Ledger;
  read: typeof import('../ledger/open.ts').read;
  readWhile: typeof import('../ledger/open.ts').readWhile;
  withNearNumbers: typeof import('./near-numbers.ts').withNearNumbers;
}

/** Loads what opens ledgers; the driver with it. */
export async function useLedger(): Promise<LedgerDoor> {
  const { openForReading, openForWriting, read, readWhile } = await import('../ledger/open.ts');
  const { withNearNumbers } = await import('./near-numbers.ts');
  return { openForReading, openForWriting, read, readWhile, withNearNumbers };
}

/** The time zone of the ledger's days. */
export function timeZoneOf(db: ReadDb): string {
  return setting(db, 'time_zone') ?? DEFAULT_TIME_ZONE;
}
