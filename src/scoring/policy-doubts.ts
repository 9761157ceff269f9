// Rules of a policy from which somebody may never get out, whatever they do: for `policy check`.
import type { Policy } from '../domain/policy.ts';

export const policyDoubtCodes = [
  'reports_without_limit',
  'objections_without_limit',
  'reports_counted',
  'tier_outside_above',
] as const;
export type PolicyDoubt = (typeof policyDoubtCodes)[number];

/** What of a policy's rules leaves somebody in the hands of the office's delay, or lets more findings lead outside. */
export function policyDoubts({ count, exit, duties, tiers }: Policy): PolicyDoubt[] {
  const doubts: PolicyDoubt[] = [];
  const keepsPending = exit.require.includes('no_counted_findings');
  if (count.reported === 'count') doubts.push('reports_counted');
  else if (keepsPending && duties.checkWithin === 0) doubts.push('reports_without_limit');
  if (keepsPending && count.objected === 'suspend' && duties.ruleWithin === 0)
    doubts.push('objections_without_limit');
  const inside = tiers.findIndex((tier) => tier.inCircle);
  if (inside >= 0 && tiers.slice(inside).some((tier) => !tier.inCircle)) doubts.push('tier_outside_above');
  return doubts;
}
