// What the facts say of each cadre at a cutoff: counted, pending, points, absences, rectifications.

import { dayNumber, hundredths } from './exact.ts';
import type { Facts, Objection, Policy, Role } from './facts.ts';
import {
  deadlineInForce,
  type FindingHistory,
  findingHistories,
  firstReportSinceCheck,
  latestCheck,
  live,
  objectionsAt,
  orderedEvents,
  outstanding,
  overdueAt,
  responsibleAt,
} from './finding.ts';
import { behindSchedule, taskHistories, taskResponsibleAt } from './task.ts';

/** What of the last closed round the windows ask. */
export interface Taken {
  readonly cutoff: string;
  readonly closed_at: number;
}

export interface CountInput {
  readonly facts: Facts;
  readonly policy: Policy;
  readonly cutoff: string;
  readonly previous: Taken | undefined;
  /** Every round closed before, oldest first. */
  readonly closed: readonly Taken[];
  readonly now: number;
}

/** What the facts say of one cadre before any tier is asked; points in whole ten-thousandths. */
export interface Count {
  counted: number;
  pending: number;
  late_pending: number;
  overdue: number;
  behind_tasks: number;
  absences: number;
  points: bigint;
  rectified: number;
  rectifiedLate: number;
}

/** A cadre of whom the facts say nothing. */
export function emptyCount(): Count {
  return {
    counted: 0,
    pending: 0,
    late_pending: 0,
    overdue: 0,
    behind_tasks: 0,
    absences: 0,
    points: 0n,
    rectified: 0,
    rectifiedLate: 0,
  };
}

/** Section 3 from "Due" to "Windows": what the facts say of each cadre, on the roster or not. */
export function countAll(input: CountInput): Map<string, Count> {
  const { facts, policy, cutoff, previous, now } = input;
  const counts = new Map<string, Count>();
  const countOf = (no: string): Count => {
    const count = counts.get(no) ?? emptyCount();
    counts.set(no, count);
    return count;
  };
  for (const history of findingHistories(facts, now).values()) {
    countFinding(history, input, countOf);
    countRectification(history, input, countOf);
  }
  for (const history of taskHistories(facts, now).values()) {
    if (!behindSchedule(history, cutoff)) continue;
    for (const [no, role] of taskResponsibleAt(history, cutoff)) {
      if (roleWeight(policy, role) === 0n) continue;
      countOf(no).behind_tasks += 1;
      countOf(no).points += hundredths(policy.count.task_behind) * 100n;
    }
  }
  for (const entry of facts.attendance) {
    if (!live(entry, now) || entry.present !== 'no') continue;
    if (!inWindow(entry.on, entry.recorded, cutoff, previous)) continue;
    countOf(entry.cadre_no).absences += 1;
    countOf(entry.cadre_no).points += hundredths(policy.count.absence) * 100n;
  }
  return counts;
}

/** Section 3, "Due", "pending", "Counted". */
function countFinding(history: FindingHistory, input: CountInput, countOf: (no: string) => Count): void {
  const { policy, cutoff } = input;
  if (history.finding.found_on > cutoff || !outstanding(history, cutoff)) return;
  const deadline = deadlineInForce(history, cutoff);
  if (policy.count.basis === 'due' && (deadline === undefined || deadline > cutoff)) return;
  const waitsFor = waitingFor(history, input, deadline);
  for (const [no, role] of responsibleAt(history, cutoff)) {
    if (roleWeight(policy, role) === 0n) continue;
    const count = countOf(no);
    const waiting = waitsFor(no);
    if (waiting !== 'nothing') {
      count.pending += 1;
      if (waiting === 'late') count.late_pending += 1;
      continue;
    }
    count.counted += 1;
    if (overdueAt(history, cutoff)) count.overdue += 1;
    count.points += roleWeight(policy, role) * findingWeight(history, policy, cutoff);
  }
}

type Waiting = 'nothing' | 'in time' | 'late';

/** Section 3, "Of what is due, pending is": says of a cadre whether the finding waits, and whether the office is late. */
function waitingFor(history: FindingHistory, input: CountInput, deadline: string | undefined) {
  const { policy, cutoff, closed } = input;
  const { pending, dismissed } = objectionsAt(history, cutoff);
  const concerns = (each: Objection, no: string): boolean => each.ground === 'facts' || each.cadre_no === no;
  const again = (each: Objection): boolean =>
    dismissed.some((old) => old.ground === each.ground && concerns(old, each.cadre_no));
  const report = policy.count.reported === 'suspend' ? firstReportSinceCheck(history, cutoff) : undefined;
  const checkLate =
    report !== undefined &&
    isLate(report.reported_on, report.recorded, cutoff, closed, policy.duties.check_within);
  const reported =
    report !== undefined && (checkLate || deadline === undefined || report.reported_on <= deadline);
  return (no: string): Waiting => {
    const objections =
      policy.count.objected === 'suspend' ? pending.filter((each) => concerns(each, no) && !again(each)) : [];
    if (objections.length === 0 && !reported) return 'nothing';
    const ruleLate = objections.some((each) =>
      isLate(each.raised_on, each.recorded, cutoff, closed, policy.duties.rule_within),
    );
    return checkLate || ruleLate ? 'late' : 'in time';
  };
}

/** Section 3, "late": the wait begins on the day, or on the cutoff of the last round closed before it was recorded. */
function isLate(
  day: string,
  recorded: number,
  cutoff: string,
  closed: readonly Taken[],
  within: number,
): boolean {
  if (within === 0) return false;
  const before = closed.filter((round) => round.closed_at < recorded).at(-1)?.cutoff ?? '';
  const from = before > day ? before : day;
  return dayNumber(cutoff) - dayNumber(from) > within;
}

/** Section 3, "Points": the sum in brackets, in hundredths. */
function findingWeight(history: FindingHistory, policy: Policy, cutoff: string): bigint {
  const { weights } = policy.count;
  const { finding } = history;
  let sum = hundredths(weights.severity[finding.severity]);
  const extra = Object.hasOwn(weights.source, finding.source) ? weights.source[finding.source] : undefined;
  sum += hundredths(extra ?? 0);
  if (finding.recurs !== '') sum += hundredths(weights.recurrence);
  if (latestCheck(history, cutoff)?.result === 'not_rectified') sum += hundredths(weights.returned);
  const deadline = deadlineInForce(history, cutoff);
  if (deadline !== undefined && deadline < cutoff) {
    const weeks = Math.floor((dayNumber(cutoff) - dayNumber(deadline)) / 7);
    sum += hundredths(weights.overdue_per_week) * BigInt(weeks);
  }
  return sum;
}

function roleWeight(policy: Policy, role: Role): bigint {
  return hundredths(policy.count.weights.role[role]);
}

/** Section 3, "Windows": by the cutoff, and included in no closed round. */
function inWindow(day: string, recorded: number, cutoff: string, previous: Taken | undefined): boolean {
  if (day > cutoff) return false;
  return previous === undefined || day > previous.cutoff || recorded > previous.closed_at;
}

/** Section 3, "Commended": the rectifications in the window, and whether each was in time. */
function countRectification(
  history: FindingHistory,
  input: CountInput,
  countOf: (no: string) => Count,
): void {
  const check = history.checks.find((each) => each.result === 'rectified');
  if (check === undefined) return;
  if (!inWindow(check.checked_on, check.recorded, input.cutoff, input.previous)) return;
  const completed = dayOfCompletion(history);
  const deadline = deadlineInForce(history, completed);
  const inTime = deadline === undefined || completed <= deadline;
  for (const [no, role] of responsibleAt(history, check.checked_on)) {
    if (roleWeight(input.policy, role) === 0n) continue;
    countOf(no).rectified += 1;
    if (!inTime) countOf(no).rectifiedLate += 1;
  }
}

/** Section 3, "Day of completion" of a rectified finding. */
export function dayOfCompletion(history: FindingHistory): string {
  let completed = '';
  for (const event of orderedEvents(history)) {
    if (event.kind === 'report' && event.fact.progress === 'done') completed = event.day;
    if (event.kind !== 'check') continue;
    if (event.fact.result === 'rectified') return completed === '' ? event.day : completed;
    completed = '';
  }
  throw new Error(`finding ${history.finding.finding_no} is not rectified`);
}
