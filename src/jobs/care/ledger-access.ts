// Access to the ledger for the command line.
import { Failure } from '../../domain/problem.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { DEFAULT_TIME_ZONE, setting } from '../../ledger/settings.ts';

export { type Ledger, openForReading, openForWriting, read, readWhile } from '../../ledger/file/open.ts';
export { SCHEMA_VERSION } from '../../ledger/migrate.ts';
export type { ReadDb };
export { DEFAULT_TIME_ZONE };

/** A failure as `withNearNumbers` words it, any other error as it is. */
export async function nearer(error: unknown, db: ReadDb): Promise<unknown> {
  if (!(error instanceof Failure)) return error;
  const { withNearNumbers } = await import('../record/near-numbers.ts');
  return withNearNumbers(error, db);
}

/** The time zone of the ledger's days. */
export function timeZoneOf(db: ReadDb): string {
  return setting(db, 'time_zone') ?? DEFAULT_TIME_ZONE;
}
