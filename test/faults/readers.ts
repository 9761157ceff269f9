// Readers that do not read on: a program whose output is not drained, with the ledger still open.
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { type Program, type Started, start } from './program.ts';

/** Milliseconds after which a list that could end would have. */
const KEPT = 300;

/**
 * Starts a list of all findings whose reader takes what the pipe holds, and no more. It has read the ledger, and waits.
 * @param ledger with a long list of findings, see `longFindingsFile`
 * @throws Error when the list was not long enough for the reader to be kept
 */
export async function pausedReader(program: Program, ledger: string): Promise<Started> {
  const reader = start(program, ['export', 'findings', '--ledger', ledger], { undrained: true });
  if (reader.child.stdout === null) throw new Error('a reader without a pipe');
  await once(reader.child.stdout, 'readable');
  const over = await Promise.race([wait(KEPT, false), reader.ended.then(() => true)]);
  if (over) throw new Error('a list that fits into a pipe keeps nobody');
  return reader;
}
