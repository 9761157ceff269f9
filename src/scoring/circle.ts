// The strict circle: who is in, by what, and how they moved.
import type { Policy } from '../domain/policy.ts';
import type { InBy, Movement } from '../domain/round.ts';
import type { RequirementTried, TierTried } from './reasons.ts';

/** What the exit requirements look at. */
export interface ExitInput {
  readonly counted: number;
  readonly pending: number;
  /** Of the pending: 0 under engine 1. */
  readonly latePending: number;
  readonly overdue: number;
  readonly behindTasks: number;
}

/** Each exit requirement of the policy and what is against it (contract, section 3, "Circle"). */
export function tryRequirements(input: ExitInput, policy: Policy): readonly RequirementTried[] {
  return policy.exit.require.map((requirement) => {
    const against =
      requirement === 'no_counted_findings'
        ? input.counted + input.pending - input.latePending
        : requirement === 'no_overdue_findings'
          ? input.overdue
          : input.behindTasks;
    return { requirement, met: against === 0, against };
  });
}

/** The proposed place: in by the tier, kept by an unmet exit requirement, or outside. */
export function proposedPlace(
  tier: TierTried | null,
  wasIn: boolean,
  requirements: readonly RequirementTried[],
): { readonly nowIn: boolean; readonly inBy: InBy } {
  if (tier?.inCircle) return { nowIn: true, inBy: 'tier' };
  if (wasIn && requirements.some((each) => !each.met)) return { nowIn: true, inBy: 'kept' };
  return { nowIn: false, inBy: '' };
}

/** The movement between two places (contract, section 3, "Circle"). */
export function movementOf(wasIn: boolean, nowIn: boolean): Exclude<Movement, 'departed'> {
  if (wasIn) return nowIn ? 'stay' : 'exit';
  return nowIn ? 'enter' : 'outside';
}
