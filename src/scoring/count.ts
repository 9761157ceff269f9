// What a finding means at a cutoff for each cadre responsible: counted, pending or neither, and why.
import type { CadreNo } from '../domain/cadre.ts';
import { type Day, daysBetween } from '../domain/day.ts';
import type { Finding, Role } from '../domain/finding.ts';
import { deadlineInForce, type FindingState, stateAt, statusAt } from '../domain/history.ts';
import type { Policy } from '../domain/policy.ts';
import { pointsOf } from './points.ts';
import type { Because, FindingReason } from './reasons.ts';
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

/** Why something due is pending for a cadre (contract, section 3, "pending"), or undefined when it is counted. */
function pendingBecause(
  at: FindingAtCutoff,
  cadreNo: CadreNo,
  policy: Policy,
): 'objected' | 'reported' | undefined {
  const { state } = at;
  if (policy.count.objected === 'suspend') {
    const suspends = state.pendingObjections.some(
      (each) => each.ground === 'facts' || each.cadreNo === cadreNo,
    );
    if (suspends) return 'objected';
  }
  if (policy.count.reported === 'suspend' && state.latest?.kind === 'report') {
    // "The deadline in force at C", so that a deadline moved after the report is the one that counts.
    if (at.deadline === null || state.latest.on <= at.deadline) return 'reported';
  }
  return undefined;
}

function becauseFor(
  at: FindingAtCutoff,
  cadreNo: CadreNo,
  role: Role | undefined,
  cutoff: Day,
  policy: Policy,
): Because {
  if (at.state.settled !== null) return { outcome: 'not_counted', why: at.state.settled.status };
  if (at.finding.foundOn > cutoff) return { outcome: 'not_counted', why: 'found_later' };
  if (role === undefined) return { outcome: 'not_counted', why: 'not_responsible' };
  if (!carriesWeight(policy, role)) return { outcome: 'not_counted', why: 'no_weight' };
  if (!dueByBasis(at, cutoff, policy)) {
    return { outcome: 'not_counted', why: at.deadline === null ? 'no_deadline' : 'not_yet_due' };
  }
  const pending = pendingBecause(at, cadreNo, policy);
  if (pending !== undefined) return { outcome: 'pending', why: pending };
  return { outcome: 'counted', why: policy.count.basis };
}

/**
 * What the finding means for one cadre at the cutoff, with its points taken apart when it is counted. The cadre must
 * be on the roster; one who is not (any more) responsible is told so.
 */
export function judge(at: FindingAtCutoff, cadreNo: CadreNo, cutoff: Day, policy: Policy): FindingReason {
  const { finding, state } = at;
  const role = state.responsible.get(cadreNo);
  const because = becauseFor(at, cadreNo, role, cutoff, policy);
  const points =
    because.outcome === 'counted' && role !== undefined
      ? pointsOf(finding, role, state.latestCheck?.result === 'not_rectified', at.weeksOverdue, policy)
      : null;
  return {
    ...because,
    cadreNo,
    findingId: finding.id,
    findingNo: finding.findingNo,
    role: role ?? null,
    status: statusAt(finding, state, cutoff),
    deadline: at.deadline,
    overdue: at.overdue,
    weeksOverdue: at.weeksOverdue,
    points,
  };
}
