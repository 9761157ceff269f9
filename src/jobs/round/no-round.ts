// Why there is no round to show.
import { type Failure, refusal } from '../../domain/problem.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { lastClosedRound } from '../../ledger/rounds/rounds.ts';

/** None is closed, or only those of the ledger that this one goes on from. */
export function noRound(db: ReadDb): Failure {
  const carried = lastClosedRound(db);
  return carried === undefined
    ? refusal('no_closed_round')
    : refusal('no_own_round', { round: carried.number });
}
