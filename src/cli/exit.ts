// What the process says at its end: the exit codes of contract section 4.
import type { FailureKind } from '../domain/problem.ts';

/** Done, go on. */
export const OK = 0;

/** One exit code per kind of failure. */
export const exitCodes: Readonly<Record<FailureKind, number>> = {
  refused: 1,
  usage: 2,
  found: 3,
  damaged: 4,
  bug: 70,
  storage: 74,
  again: 75,
};

/** The reader of the answer went away: ends as the signal for it would, 128 and its number. */
export const SIGPIPE = 141;
