// From points to a measure, and from one round's measure to the next.
import type { Policy } from '../domain/policy.ts';
import { type Measure, type Step, weightOf } from '../domain/round.ts';
import type { TierTried } from './reasons.ts';
import { pointTiers } from './rules.ts';

/** Every tier, lightest first, with whether the points (ten-thousandths) reach it. */
export function tryTiers(points: number, policy: Policy): readonly TierTried[] {
  return pointTiers(policy).map((tier) => ({
    ...tier,
    reached: points >= tier.atLeast,
    missing: Math.max(0, tier.atLeast - points),
  }));
}

/** The last tier that is reached, or null (contract, section 3, "Measure"). */
export function tierReached(tiers: readonly TierTried[]): TierTried | null {
  return tiers.findLast((tier) => tier.reached) ?? null;
}

/** The step from the last closed round's measure to this one's (contract, section 3, "Measure"). */
export function stepFrom(before: Measure, now: Measure): Step {
  const difference = weightOf(now) - weightOf(before);
  if (before === 'none') return now === 'none' ? '' : 'new';
  if (now === 'none') return 'cleared';
  if (difference === 0) return 'continued';
  return difference > 0 ? 'raised' : 'lowered';
}
