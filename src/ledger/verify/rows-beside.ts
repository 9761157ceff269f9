// Has the rows of a ledger verified in a thread of its own, beside whatever else is verified meanwhile.
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Fault } from '../../domain/verification.ts';
import type { Ledger, OpenOptions } from '../file/open.ts';
import { journalHead } from '../writing/journal.ts';
import { verifyRows } from './verify-journal.ts';

/** What the thread is told. */
export interface RowsThread {
  readonly file: string;
  readonly options: OpenOptions;
}

/** Beside this file, with its ending: TypeScript here, JavaScript in the bundle. */
const here = import.meta.url;
const THREAD = new URL(`./rows-thread${here.slice(here.lastIndexOf('.'))}`, here);

/**
 * Starts verifying the rows; see `verifyRows`. The thread reads what the caller's transaction reads: while that lasts,
 * nobody can commit.
 * @param ledger in a read transaction that lasts until the faults are there
 * @returns what gives the faults; where the thread could not read, they are found here and now
 */
export function verifyRowsBeside({ file, connection }: Ledger, options: OpenOptions): () => Promise<Fault[]> {
  const { allowNetworkFile = false, anySchema = false } = options;
  // The transaction begins to hold others off with its first read.
  journalHead(connection);
  const thread = new Worker(THREAD, {
    workerData: { file, options: { allowNetworkFile, anySchema } } satisfies RowsThread,
    stderr: true,
  });
  const told = once(thread, 'message').then(
    ([faults]) => faults as Fault[],
    () => undefined,
  );
  return async () => (await told) ?? verifyRows(connection);
}
