// Access to the ledger for the command line.
import { Failure } from '../../domain/problem.ts';
import type { ReadDb } from '../../ledger/database.ts';

export { type Ledger, openForReading, openForWriting, read, readWhile } from '../../ledger/file/open.ts';
export { SCHEMA_VERSION } from '../../ledger/migrate.ts';
export { DEFAULT_TIME_ZONE, timeZoneOf } from '../../ledger/settings.ts';
export type { ReadDb };

/** A failure as `withNearNumbers` words it, any other error as it is. */
export async function nearer(error: unknown, db: ReadDb): Promise<unknown> {
  if (!(error instanceof Failure)) return error;
  const { withNearNumbers } = await import('../record/near-numbers.ts');
  return withNearNumbers(error, db);
}
