// The round that a command speaks of: one by its number, the open one, or the last closed one.
import { refusal } from '../../domain/problem.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { closedRound, lastClosedRound, openRound } from '../../ledger/rounds/rounds.ts';

/** Which round is asked for. */
export interface RoundChoice {
  /** A closed round's number; null for the round that a command speaks of by default. */
  readonly number: number | null;
  /** What the default is: the open round else the last closed, the last closed one, or the open one only (`--proposed`). */
  readonly prefer: 'open' | 'closed' | 'proposed';
}

/**
 * The closed round that a command speaks of, or null for the open one.
 * @throws Failure `refused` when there is no such round
 */
export function closedOrOpen(db: ReadDb, { number, prefer }: RoundChoice): number | null {
  const open = openRound(db);
  if (open !== undefined && (number === open.round_no || (number === null && prefer !== 'closed')))
    return null;
  if (number === null && prefer === 'proposed') throw refusal('round_not_open');
  const closed = number === null ? lastClosedRound(db) : closedRound(db, number);
  if (closed !== undefined) return closed.number;
  if (number !== null) throw refusal('round_unknown', { round: number });
  throw refusal(prefer === 'open' ? 'round_not_open' : 'no_round_yet');
}
