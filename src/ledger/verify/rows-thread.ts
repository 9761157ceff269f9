// The thread in which `verifyRowsBeside` has the rows of a ledger verified.
import { parentPort, workerData } from 'node:worker_threads';
import { openForReading, read } from '../file/open.ts';
import type { RowsThread } from './rows-beside.ts';
import { verifyRows } from './verify-journal.ts';

const { file, options } = workerData as RowsThread;
// Nobody is waited for: a writer that waits for the reader beside would wait for ever.
const ledger = openForReading(file, { ...options, patience: 0 });
try {
  parentPort?.postMessage(read(ledger, () => verifyRows(ledger.connection)));
} finally {
  ledger.close();
}
