// Rules of a policy that leave somebody in the circle with nothing they could do about it: for `policy check`.
import type { Policy } from '../domain/policy.ts';

export const policyDoubtCodes = [
  'reports_without_limit',
  'objections_without_limit',
  'reports_counted',
  'objections_counted',
  'tier_outside_above',
  'absence_in_circle',
  'history_by_delay',
  'history_rounds_in_wait',
  'history_without_effect',
  'history_window_long',
] as const;
export type PolicyDoubtCode = (typeof policyDoubtCodes)[number];

/** A rule that `policy check` warns of, with the figures that the warning names. */
export interface PolicyDoubt {
  readonly code: PolicyDoubtCode;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Rounds are weekly unless the policy of an office says otherwise; none does. */
const DAYS_BETWEEN_ROUNDS = 7;
/** A window that is longer outlasts every usual influence period. */
const LONG_WINDOW = 24;

/** The rules of a policy without a way out, and those that leave the way out to the office's delay. */
export function policyDoubts(policy: Policy): PolicyDoubt[] {
  return [...waitingDoubts(policy), ...tierDoubts(policy), ...historyDoubts(policy)];
}

const doubt = (code: PolicyDoubtCode, values: PolicyDoubt['values'] = {}): PolicyDoubt => ({ code, values });

/** Findings that count, or keep somebody in, for as long as the office does nothing. */
function waitingDoubts({ count, exit, duties }: Policy): PolicyDoubt[] {
  const doubts: PolicyDoubt[] = [];
  if (count.reported === 'count') doubts.push(doubt('reports_counted'));
  // Whatever the exit requires: a report after the deadline counts until the office is late with its check.
  else if (duties.checkWithin === 0) doubts.push(doubt('reports_without_limit'));
  if (count.objected === 'count') doubts.push(doubt('objections_counted'));
  else if (exit.require.includes('no_counted_findings') && duties.ruleWithin === 0)
    doubts.push(doubt('objections_without_limit'));
  return doubts;
}

/** Tiers that one leaves by having more findings, or reaches by what cannot be put right. */
function tierDoubts({ count, tiers }: Policy): PolicyDoubt[] {
  const doubts: PolicyDoubt[] = [];
  const inside = tiers.findIndex((tier) => tier.inCircle);
  if (inside >= 0 && tiers.slice(inside).some((tier) => !tier.inCircle))
    doubts.push(doubt('tier_outside_above'));
  const first = tiers[inside];
  if (first !== undefined && count.absence >= first.atLeast) doubts.push(doubt('absence_in_circle'));
  return doubts;
}

/** History that grows while the office delays, that never lapses, or that raises nothing. */
function historyDoubts({ count, exit, duties, tiers, history }: Policy): PolicyDoubt[] {
  const { raiseAtEntries, raiseAtRounds, windowMonths } = history;
  if (raiseAtEntries === 0 && raiseAtRounds === 0) return [];
  const doubts: PolicyDoubt[] = [];
  const keepsPending = exit.require.includes('no_counted_findings');
  const checksWait = count.reported === 'count' || duties.checkWithin === 0;
  const rulingsWait = count.objected === 'count' || duties.ruleWithin === 0;
  const unlimited = checksWait || (rulingsWait && (keepsPending || count.objected === 'count'));
  if (unlimited) doubts.push(doubt('history_by_delay'));
  const days = Math.max(
    count.reported === 'suspend' ? duties.checkWithin : 0,
    count.objected === 'suspend' ? duties.ruleWithin : 0,
  );
  // The first of the rounds running is the entry itself.
  const wait = Math.floor(days / DAYS_BETWEEN_ROUNDS);
  if (!unlimited && keepsPending && raiseAtRounds > 0 && wait >= raiseAtRounds - 1)
    doubts.push(doubt('history_rounds_in_wait', { rounds: raiseAtRounds, days }));
  if (tiers.filter((tier) => tier.inCircle).length < 2) doubts.push(doubt('history_without_effect'));
  if (raiseAtEntries > 0 && windowMonths > LONG_WINDOW)
    doubts.push(doubt('history_window_long', { months: windowMonths }));
  return doubts;
}
