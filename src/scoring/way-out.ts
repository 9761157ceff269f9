// What would keep a cadre out of the strict circle: the fewest findings and tasks that would have to be settled.
import type { FindingNo } from '../domain/findings/finding.ts';
import type { Policy } from '../domain/policy.ts';
import type { Standing } from '../domain/round.ts';
import { byCodePoint } from '../domain/texts/text.ts';
import type { TaskNo } from '../domain/work/task.ts';
import { tierReached, tryTiers } from './measure.ts';
import type { FindingReason, TaskReason } from './reasons.ts';
import { taskPoints } from './rules.ts';

/** What is due from a cadre at a cutoff. */
export interface DueOfCadre {
  /** Counted and pending. */
  readonly findings: readonly FindingReason[];
  readonly tasks: readonly TaskReason[];
}

/** What would have to be settled by the cutoff. */
export interface WayOut {
  /** False when nothing that can be done is enough: absences alone reach the circle, or a named person decided. */
  readonly possible: boolean;
  readonly findings: readonly FindingNo[];
  readonly tasks: readonly TaskNo[];
}

const NO_WAY: WayOut = { possible: false, findings: [], tasks: [] };
/** When something without a deadline is due, in addition to what has one. */
const LAST = '9999';

/**
 * The fewest findings to be rectified and tasks to be brought back on schedule so that a cadre who would be in the
 * circle is outside (contract, section 3, "Circle"): first what the exit requirements ask of who was in, then, heaviest
 * first, of equal ones the soonest due, of those the first given, until the points fall below the circle's tiers.
 */
export function wayOut(standing: Standing, due: DueOfCadre, policy: Policy): WayOut {
  if (standing.inBy === 'decision') return NO_WAY;
  const findings = new Set<FindingNo>();
  const tasks = new Set<TaskNo>();
  if (standing.wasIn) require(due, policy, findings, tasks);
  const each = taskPoints(policy);
  const open = [
    ...due.findings.map((reason) => ({
      points: reason.points?.total ?? 0,
      until: reason.deadline ?? LAST,
      settle: () => findings.add(reason.findingNo),
      settled: () => findings.has(reason.findingNo),
    })),
    ...due.tasks.map((reason) => ({
      points: each,
      until: LAST,
      settle: () => tasks.add(reason.taskNo),
      settled: () => tasks.has(reason.taskNo),
    })),
  ].sort((left, right) => right.points - left.points || byCodePoint(left.until, right.until));
  let points = standing.points;
  for (const item of open) if (item.settled()) points -= item.points;
  for (const item of open) {
    if (!inCircle(points, policy)) break;
    if (item.settled()) continue;
    item.settle();
    points -= item.points;
  }
  if (inCircle(points, policy)) return NO_WAY;
  return { possible: true, findings: [...findings], tasks: [...tasks] };
}

function inCircle(points: number, policy: Policy): boolean {
  return tierReached(tryTiers(points, policy))?.inCircle === true;
}

/** What the exit requirements ask of somebody who was in. */
function require(due: DueOfCadre, policy: Policy, findings: Set<FindingNo>, tasks: Set<TaskNo>): void {
  for (const requirement of policy.exit.require) {
    switch (requirement) {
      case 'no_counted_findings':
        // What the office is late with keeps no one in.
        for (const reason of due.findings) if (reason.late.length === 0) findings.add(reason.findingNo);
        break;
      case 'no_overdue_findings':
        for (const reason of due.findings) {
          if (reason.outcome === 'counted' && reason.overdue) findings.add(reason.findingNo);
        }
        break;
      case 'central_tasks_on_schedule':
        for (const reason of due.tasks) tasks.add(reason.taskNo);
    }
  }
}
