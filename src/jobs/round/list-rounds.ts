// All rounds: closed, open, cancelled.
import type { ReadDb } from '../../ledger/database.ts';
import { policyById } from '../../ledger/rounds/policies.ts';
import { closedRounds, openRound } from '../../ledger/rounds/rounds.ts';

/** Every closed round and the open one, oldest first, by the columns of `round list`. */
export function listOfRounds(db: ReadDb): Record<string, string | number | null>[] {
  const policyName = (id: number): string => {
    const { name, version } = policyById(db, id).policy;
    return `${name} ${version}`;
  };
  const closed = closedRounds(db).map((round) => {
    const counts = db.get<{ lines: number; in_circle: number | null; commended: number | null }>(
      'SELECT count(*) AS lines, sum(now_in) AS in_circle, sum(commended) AS commended FROM standings WHERE round_no = ?',
      round.number,
    );
    return {
      round: round.number,
      cutoff: round.cutoff,
      state: 'closed',
      policy: policyName(round.policyId),
      lines: counts?.lines ?? 0,
      in_circle: counts?.in_circle ?? 0,
      commended: counts?.commended ?? 0,
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
