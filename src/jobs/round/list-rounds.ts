// All rounds: closed, open, cancelled.
import type { ReadDb } from '../../ledger/database.ts';
import { policyById } from '../../ledger/rounds/policies.ts';
import { closedRounds, openRound } from '../../ledger/rounds/rounds.ts';
import { countLines } from '../../ledger/rounds/standings.ts';

/** Every closed round and the open one, oldest first, by the columns of `round list`. */
export function listOfRounds(db: ReadDb): Record<string, string | number | null>[] {
  const policyName = (id: number): string => {
    const { name, version } = policyById(db, id).policy;
    return `${name} ${version}`;
  };
  const closed = closedRounds(db).map((round) => {
    const counts = countLines(db, round.number);
    return {
      round: round.number,
      cutoff: round.cutoff,
      state: 'closed',
      policy: policyName(round.policyId),
      lines: counts.lines,
      in_circle: counts.inCircle,
      commended: counts.commended,
      approved_by: round.approvedBy,
      meeting: round.meeting,
      digest: round.digest,
      draft_digest: round.draft?.digest ?? '',
      engine: round.engine,
    };
  });
  const open = openRound(db);
  if (open === undefined) return closed;
  const { round_no: round, cutoff, policy_id } = open;
  return [...closed, { round, cutoff, state: 'open', policy: policyName(policy_id), lines: null }];
}
