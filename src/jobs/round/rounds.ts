// Opens and cancels rounds.
import type { Day } from '../../domain/days/day.ts';
import { refusal } from '../../domain/problem.ts';
import type { Ledger } from '../../ledger/file/open.ts';
import { addRound, addRoundCancellation } from '../../ledger/rounds/add-rounds.ts';
import { policyInForce } from '../../ledger/rounds/policies.ts';
import { lastCancelledRound, lastClosedRound, openRound, type RoundRow } from '../../ledger/rounds/rounds.ts';
import { type Committed, commit, type Work, type WriteDb } from '../../ledger/writing/journal.ts';
import { type Acting, entryOf } from '../acting.ts';
import { refuseEarlyCutoff } from './round-frame.ts';

export interface Opened {
  /** `unchanged`: the round was open, or cancelled, already. */
  readonly what: 'added' | 'unchanged';
  readonly round: number;
  readonly cutoff: Day;
}

/**
 * Opens a round under the policy in force; one that is open at the cutoff already stays as it is.
 * @throws Failure `refused`: one is open, the cutoff is not after the last one, or after today
 */
export function openARound(ledger: Ledger, acting: Acting, cutoff: Day): Committed<Opened> {
  return commit(ledger, entryOf(acting, 'round open', { cutoff }), (db) => openInto(db, acting, cutoff));
}

/** Opens a round under the entry of `db`, after whatever was written before; see `openARound`. The caller commits. */
export function openInto(db: WriteDb, acting: Acting, cutoff: Day): Work<Opened> {
  const open = openRound(db);
  if (open?.cutoff === cutoff) return { value: { what: 'unchanged', round: open.round_no, cutoff }, did: {} };
  if (open !== undefined) throw refusal('round_is_open', { round: open.round_no, cutoff: open.cutoff });
  if (acting.today !== null && cutoff > acting.today) {
    throw refusal('cutoff_after_today', { cutoff, today: acting.today });
  }
  const previous = lastClosedRound(db);
  refuseEarlyCutoff(cutoff, previous);
  const number = (previous?.number ?? 0) + 1;
  addRound({ db }, { round_no: number, cutoff, policy_id: policyInForce(db).id });
  return { value: { what: 'added', round: number, cutoff }, did: { number, cutoff } };
}

/**
 * Cancels the open round with its decisions; the next one takes its number. Where none is open and the last one that was
 * opened is cancelled for the same reason, it stays so.
 * @throws Failure `refused`
 */
export function cancelRound(ledger: Ledger, acting: Acting, reason: string | null): Committed<Opened> {
  return commit<Opened>(ledger, entryOf(acting, 'round cancel', { reason }), (db) => {
    const cancelled = lastCancelledRound(db);
    if (cancelled !== undefined && cancelled.reason === reason) {
      const { round_no: round, cutoff } = cancelled;
      return { value: { what: 'unchanged', round, cutoff }, did: {} };
    }
    const { id, round_no: number, cutoff } = theOpenRound(db);
    addRoundCancellation({ db }, { round_id: id, reason });
    return { value: { what: 'added', round: number, cutoff }, did: { number, cutoff } };
  });
}

/** The open round. @throws Failure `refused` */
export function theOpenRound(db: WriteDb): RoundRow {
  const round = openRound(db);
  if (round === undefined) throw refusal('round_not_open');
  return round;
}
