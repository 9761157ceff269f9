// What a finding means at a cutoff for each cadre responsible: counted, pending or neither, and why.
import type { CadreNo } from '../domain/cadre.ts';
import { type Day, daysBetween } from '../domain/days/day.ts';
import type { Finding } from '../domain/findings/finding.ts';
import { statusAt, statusBeforeLapsing } from '../domain/findings/finding-status.ts';
import { deadlineInForce, type FindingState, stateAt } from '../domain/findings/history.ts';
import type { Policy } from '../domain/policy.ts';
import { objectedAgain, type Suspension, suspensionOf, type WaitingRules } from './pending.ts';
import { pointsOf } from './points.ts';
import type { Because, FindingReason, Judgement } from './reasons.ts';
import { carriesWeight } from './rules.ts';

const DAYS_PER_WEEK = 7;

/** A finding at the cutoff, before it is asked what it means for whom. */
export interface FindingAtCutoff {
  readonly finding: Finding;
  readonly state: FindingState;
  readonly deadline: Day | null;
  readonly outstanding: boolean;
  readonly overdue: boolean;
  readonly weeksOverdue: number;
}

/** Looks at a finding at the end of `cutoff` (contract, section 3, "A finding at day D", "Overdue"). */
export function lookAt(finding: Finding, cutoff: Day): FindingAtCutoff {
  const state = stateAt(finding, cutoff);
  const deadline = deadlineInForce(finding, state, cutoff);
  const outstanding = state.settled === null && finding.foundOn <= cutoff;
  const overdue = outstanding && deadline !== null && deadline < cutoff;
  const weeksOverdue =
    overdue && deadline !== null ? Math.floor(daysBetween(deadline, cutoff) / DAYS_PER_WEEK) : 0;
  return { finding, state, deadline, outstanding, overdue, weeksOverdue };
}

/** Whether the basis makes an outstanding finding due at the cutoff (contract, section 3, "Due"). */
export function dueByBasis(at: FindingAtCutoff, cutoff: Day, policy: Policy): boolean {
  if (policy.count.basis === 'outstanding') return true;
  return at.deadline !== null && at.deadline <= cutoff;
}

/** Why a finding is counted, pending or neither for a cadre, and what the office is late with where it is pending. */
export type BecauseFor = Because & Pick<Judgement, 'late'>;

/**
 * Whether the finding is counted, pending or neither for one cadre at the cutoff, and why. The cadre must be on the
 * roster; one who is not (any more) responsible gets that as the reason.
 */
export function becauseFor(at: FindingAtCutoff, cadreNo: CadreNo, rules: WaitingRules): BecauseFor {
  const { cutoff, policy } = rules;
  const { settled, responsible } = at.state;
  if (settled !== null) return NOT_COUNTED[settled.status];
  if (at.finding.foundOn > cutoff) return NOT_COUNTED.found_later;
  const role = responsible.get(cadreNo);
  if (role === undefined) return NOT_COUNTED.not_responsible;
  if (!carriesWeight(policy, role)) return NOT_COUNTED.no_weight;
  if (!dueByBasis(at, cutoff, policy)) {
    return at.deadline === null ? NOT_COUNTED.no_deadline : NOT_COUNTED.not_yet_due;
  }
  const suspension = suspensionOf(at, cadreNo, rules);
  return suspension === undefined ? COUNTED[policy.count.basis] : pendingBecause(suspension);
}

function pendingBecause({ why, late }: Suspension): BecauseFor {
  return late.length === 0 ? PENDING[why] : { outcome: 'pending', why, late };
}

const NONE: readonly never[] = [];
const COUNTED = {
  due: { outcome: 'counted', why: 'due', late: NONE },
  outstanding: { outcome: 'counted', why: 'outstanding', late: NONE },
} as const;
const PENDING = {
  objected: { outcome: 'pending', why: 'objected', late: NONE },
  reported: { outcome: 'pending', why: 'reported', late: NONE },
} as const;
const NOT_COUNTED = {
  found_later: { outcome: 'not_counted', why: 'found_later', late: NONE },
  rectified: { outcome: 'not_counted', why: 'rectified', late: NONE },
  withdrawn: { outcome: 'not_counted', why: 'withdrawn', late: NONE },
  not_responsible: { outcome: 'not_counted', why: 'not_responsible', late: NONE },
  no_weight: { outcome: 'not_counted', why: 'no_weight', late: NONE },
  no_deadline: { outcome: 'not_counted', why: 'no_deadline', late: NONE },
  not_yet_due: { outcome: 'not_counted', why: 'not_yet_due', late: NONE },
} as const;

/** What the finding means for one cadre at the cutoff, with the parts of its points when it is counted. */
export function judgementOf(at: FindingAtCutoff, cadreNo: CadreNo, rules: WaitingRules): Judgement {
  const because = becauseFor(at, cadreNo, rules);
  const { finding, state } = at;
  const role = state.responsible.get(cadreNo);
  const points =
    because.outcome === 'counted' && role !== undefined
      ? pointsOf(finding, role, state.latestCheck?.result === 'not_rectified', at.weeksOverdue, rules.policy)
      : null;
  const { outcome, why, late } = because;
  const statusThen = rules.engine === 1 ? statusBeforeLapsing : statusAt;
  return {
    outcome,
    why,
    late,
    role: role ?? null,
    status: statusThen(finding, state, rules.cutoff),
    deadline: at.deadline,
    overdue: at.overdue,
    weeksOverdue: at.weeksOverdue,
    points,
    objectedAgain: outcome === 'not_counted' ? NONE : objectedAgain(state, cadreNo, rules),
  } as Judgement;
}

/** The same as a reason of the cadre's line. */
export function judge(at: FindingAtCutoff, cadreNo: CadreNo, rules: WaitingRules): FindingReason {
  return reasonFrom(at.finding, cadreNo, judgementOf(at, cadreNo, rules));
}

/** A judgement with the finding and the cadre that it is about. */
export function reasonFrom(
  { id, findingNo }: Pick<Finding, 'id' | 'findingNo'>,
  cadreNo: CadreNo,
  judgement: Judgement,
): FindingReason {
  return { cadreNo, findingId: id, findingNo, ...judgement };
}
