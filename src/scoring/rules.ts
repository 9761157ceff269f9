// A policy made ready for counting: weights and thresholds as whole numbers of one unit.
import type { Day } from '../domain/days/day.ts';
import type { Role } from '../domain/findings/finding.ts';
import type { Policy } from '../domain/policy.ts';
import type { Measure, Since } from '../domain/round.ts';

/**
 * The numbers of the scoring: raised when the same facts and policy would give another result than before. There is one
 * scoring; the engine of a round is a value that switches its rules for objections, reports, late pending and history.
 */
export const engines = [1, 2] as const;
export type Engine = (typeof engines)[number];

/** The engine of rounds that are closed from now on. */
export const ENGINE: Engine = 2;

/** Whether this program can plan a round of an engine again. */
export function isEngine(engine: number): engine is Engine {
  return (engines as readonly number[]).includes(engine);
}

/** What findings are judged by in a round. */
export interface RoundRules {
  readonly engine: Engine;
  readonly cutoff: Day;
  readonly policy: Policy;
  readonly previous: Since;
}

/** Hundredths times hundredths: points are calculated in ten-thousandths. */
const HUNDRED = 100;

/** A tier with its threshold in points (ten-thousandths). */
export interface PointTier {
  readonly measure: Exclude<Measure, 'none'>;
  readonly atLeast: number;
  readonly inCircle: boolean;
}

/** The tiers of a policy, lightest first, thresholds in ten-thousandths. */
export function pointTiers(policy: Policy): readonly PointTier[] {
  return policy.tiers.map((tier) => ({ ...tier, atLeast: tier.atLeast * HUNDRED }));
}

/** Points of one central task behind schedule, ten-thousandths (contract, section 3, "Points"). */
export function taskPoints(policy: Policy): number {
  return policy.count.taskBehind * HUNDRED;
}

/** Points of one absence, ten-thousandths. */
export function absencePoints(policy: Policy): number {
  return policy.count.absence * HUNDRED;
}

/** Whether a role carries weight: only such a cadre has findings and tasks to answer for. */
export function carriesWeight(policy: Policy, role: Role | undefined): role is Role {
  return role !== undefined && policy.count.weights.role[role] > 0;
}
