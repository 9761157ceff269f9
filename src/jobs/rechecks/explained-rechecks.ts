// What an explanation says of a finding's re-checks.
import type { View } from '../../ledger/facts/view.ts';
import { findingRow } from '../../ledger/findings/findings.ts';
import { reboundsBehind, rechecksOf } from '../../ledger/findings/rechecks.ts';
import type { ExplainedRecheck } from '../../scoring/explanation.ts';

/** The re-checks of a finding, and those for which it was recorded, by day. */
export function explainedRechecks(view: View, findingId: number): ExplainedRecheck[] {
  const own = rechecksOf(view, findingId).map(
    ({ rechecked_on: on, recheck_result: what, new_id }): ExplainedRecheck => ({
      on,
      what,
      otherNo: new_id === null ? '' : findingRow(view, new_id).finding_no,
    }),
  );
  const behind = reboundsBehind(view, findingId).map(
    ({ rechecked_on: on, finding_no }): ExplainedRecheck => ({ on, what: 'found', otherNo: finding_no }),
  );
  return [...own, ...behind].sort((left, right) => (left.on < right.on ? -1 : left.on > right.on ? 1 : 0));
}
