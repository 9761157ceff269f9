// Readers that do not read on: a program whose output nobody drains, with the ledger still open.
import { once } from 'node:events';
import { type Program, type Started, start } from './program.ts';

/**
 * Starts a list of all findings whose reader takes what the pipe holds, and no more. It has read the ledger, and waits.
 * The list must be longer than a pipe (64 KiB).
 */
export async function pausedReader(program: Program, ledger: string): Promise<Started> {
  const reader = start(program, ['export', 'findings', '--ledger', ledger], { undrained: true });
  if (reader.child.stdout === null) throw new Error('a reader without a pipe');
  await once(reader.child.stdout, 'readable');
  return reader;
}
