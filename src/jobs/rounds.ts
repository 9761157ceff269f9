// Opens and cancels rounds.
import type { Day } from '../domain/day.ts';
import { refusal } from '../domain/problem.ts';
import { type Committed, commit, type WriteDb } from '../ledger/journal.ts';
import type { Ledger } from '../ledger/open.ts';
import { policyInForce } from '../ledger/policies.ts';
import { lastClosedRound, openRound, type RoundRow } from '../ledger/rounds.ts';
import { type Acting, entryOf } from './acting.ts';
import { refuseEarlyCutoff } from './round-frame.ts';

export interface Opened {
  readonly number: number;
  readonly cutoff: Day;
}

/**
 * Opens a round under the policy in force.
 * @throws Failure `refused`: one is open, the cutoff is not after the last one, or after today
 */
export function openARound(ledger: Ledger, acting: Acting, cutoff: Day): Committed<Opened> {
  return commit(ledger, entryOf(acting, 'round open', { cutoff }), (db) => {
    const value = openInto(db, acting, cutoff);
    return { value, did: { ...value } };
  });
}

/** Opens a round within a command. @throws Failure `refused`, see `openARound` */
export function openInto(db: WriteDb, acting: Acting, cutoff: Day): Opened {
  const other = openRound(db);
  if (other !== undefined) {
    throw refusal('round_is_open', { round: other.round_no, cutoff: other.cutoff });
  }
  if (acting.today !== null && cutoff > acting.today) {
    throw refusal('cutoff_after_today', { cutoff, today: acting.today });
  }
  const previous = lastClosedRound(db);
  refuseEarlyCutoff(cutoff, previous);
  const number = (previous?.number ?? 0) + 1;
  db.insert('rounds', { round_no: number, cutoff, policy_id: policyInForce(db).id });
  return { number, cutoff };
}

/** Cancels the open round with its decisions; the next one takes its number. @throws Failure `refused` */
export function cancelRound(ledger: Ledger, acting: Acting, reason: string | null): Committed<Opened> {
  return commit(ledger, entryOf(acting, 'round cancel', { reason }), (db) => {
    const round = theOpenRound(db);
    db.insert('round_cancellations', { round_id: round.id, reason });
    const value = { number: round.round_no, cutoff: round.cutoff };
    return { value, did: { ...value } };
  });
}

/** The open round. @throws Failure `refused` */
export function theOpenRound(db: WriteDb): RoundRow {
  const round = openRound(db);
  if (round === undefined) throw refusal('round_not_open');
  return round;
}
