// Commendation: findings rectified in the window, in time, by somebody with nothing left open.
import type { Day } from '../domain/days/day.ts';
import type { Finding } from '../domain/findings/finding.ts';
import { deadlineInForce, type FindingState, stateAt } from '../domain/findings/history.ts';
import type { Policy } from '../domain/policy.ts';
import type { Measure, Since } from '../domain/round.ts';
import type { RectifiedReason } from './reasons.ts';
import { carriesWeight } from './rules.ts';
import { inWindow } from './window.ts';

/** That a finding was rectified in a round's window, and whether in time. */
export interface Rectification {
  readonly checkedOn: Day;
  readonly completedOn: Day;
  /** The deadline in force on the day of completion. */
  readonly deadline: Day | null;
  readonly inTime: boolean;
}

/**
 * The rectification of a finding in the round's window, or null (contract, section 3, "Windows", "Commended").
 * @param state the finding's state at the cutoff
 */
export function rectificationOf(
  finding: Finding,
  state: FindingState,
  cutoff: Day,
  previous: Since,
): Rectification | null {
  const { settled } = state;
  if (settled === null || settled.status !== 'rectified') return null;
  if (!inWindow(settled.on, settled.windowSeq ?? settled.seq, cutoff, previous)) return null;
  const completedOn = state.completion?.on ?? settled.on;
  const deadline = deadlineInForce(finding, stateAt(finding, completedOn), completedOn);
  return {
    checkedOn: settled.on,
    completedOn,
    deadline,
    inTime: deadline === null || completedOn <= deadline,
  };
}

/**
 * What a finding rectified in the round's window says for each cadre who was responsible, with weight, on the day of
 * the check; nothing when it was not rectified in the window (contract, section 3, "Commended").
 * @param state the finding's state at the cutoff
 */
export function rectifiedFor(
  finding: Finding,
  state: FindingState,
  cutoff: Day,
  previous: Since,
  policy: Policy,
): RectifiedReason[] {
  const rectification = rectificationOf(finding, state, cutoff, previous);
  if (rectification === null) return [];
  const reasons: RectifiedReason[] = [];
  for (const [cadreNo, role] of state.responsible) {
    if (!carriesWeight(policy, role)) continue;
    reasons.push({ cadreNo, findingNo: finding.findingNo, ...rectification });
  }
  return reasons;
}

/** The conditions of a commendation, besides the measure and place of a line. */
interface CommendInput {
  readonly counted: number;
  readonly pending: number;
  readonly behindTasks: number;
  readonly rectified: number;
  readonly rectifiedInTime: number;
}

/** Whether a cadre with this measure and place is commended (contract, section 3, "Commended"). */
export function isCommended(input: CommendInput, measure: Measure, nowIn: boolean, policy: Policy): boolean {
  if (nowIn || measure !== 'none') return false;
  if (input.counted > 0 || input.pending > 0 || input.behindTasks > 0) return false;
  return input.rectified >= policy.commend.rectifiedAtLeast && input.rectifiedInTime === input.rectified;
}
