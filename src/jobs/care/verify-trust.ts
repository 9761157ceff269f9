// How much of a ledger can be trusted, given what its verification found.
import type { Check, Fault, Trusted } from '../../domain/verification.ts';
import type { ClosedRound } from '../../ledger/rounds/rounds.ts';

/**
 * What can be trusted: the entries before the first bad one, and the rounds closed by then. A round that comes out
 * differently although no entry up to its closing is bad was rewritten with all that followed: what came before is vouched
 * for by the round before. A journal that a printed notice does not know vouches for nothing.
 */
export function trustedOf(
  faults: readonly Fault[],
  entries: number,
  rounds: readonly ClosedRound[],
): Trusted {
  const grave = faults.filter((each) => each.grave);
  const vouching: readonly Check[] = ['chain', 'rows', 'digest'];
  if (grave.some(({ check, entry }) => entry === null && vouching.includes(check)))
    return { entry: 0, round: 0 };
  const bad = grave.filter(({ check }) => check !== 'rounds').map((each) => each.entry ?? entries + 1);
  let entry = Math.min(entries, ...bad.map((each) => each - 1));
  const rewritten = grave.find((each) => each.check === 'rounds' && (each.entry ?? 0) <= entry)?.round;
  if (rewritten != null) entry = rounds.findLast(({ number }) => number < rewritten)?.closedAt ?? 0;
  return { entry, round: rounds.findLast(({ closedAt }) => closedAt <= entry)?.number ?? 0 };
}
