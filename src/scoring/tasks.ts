// Central tasks at a cutoff: what was planned, what was done, and who is behind schedule.
import { addDays, type Day, daysBetween } from '../domain/days/day.ts';
import type { ProgressEntry, Task, TaskState } from '../domain/work/task.ts';

/** A task at a cutoff. Amounts are hundredths; `planned` is rounded up where the plan is a straight line. */
export interface TaskAtCutoff {
  readonly done: number;
  readonly planned: number;
  /** Why it is behind schedule, or null when it is not. */
  readonly behind: 'amount' | 'not_accepted' | null;
}

/** The latest entry by the cutoff (greatest day, of two on one day the later recorded). Entries are in that order. */
function latestBy(entries: readonly ProgressEntry[], cutoff: Day): ProgressEntry | undefined {
  return entries.findLast((each) => each.on <= cutoff);
}

/** What was done by the cutoff, in hundredths: 0 without an entry. */
export function doneBy(task: Task, cutoff: Day): number {
  return latestBy(task.progress, cutoff)?.done ?? 0;
}

/**
 * The task's deadline on a day: that of the latest reassignment by then which sets one (of two on one day the later
 * recorded), else the task's own. Reassignments are in that order.
 */
export function taskDeadline(task: Task, day: Day): Day {
  const moved = task.reassignments.findLast((each) => each.on <= day && each.newDueOn !== null);
  return moved?.newDueOn ?? task.dueOn;
}

/**
 * What was planned by the cutoff as an exact fraction of hundredths (contract, section 3, "Planned"): nothing before
 * the start, the target from the deadline on, between them the last milestone, or without milestones a straight line.
 */
export function plannedBy(task: Task, cutoff: Day): { readonly amount: bigint; readonly over: bigint } {
  const exactly = (hundredths: number) => ({ amount: BigInt(hundredths), over: 1n });
  const dueOn = taskDeadline(task, cutoff);
  if (cutoff < task.startOn) return exactly(0);
  if (cutoff >= dueOn) return exactly(task.target);
  if (task.milestones.length > 0) {
    return exactly(task.milestones.findLast((each) => each.on <= cutoff)?.amount ?? 0);
  }
  return {
    amount: BigInt(task.target) * BigInt(daysBetween(task.startOn, cutoff)),
    over: BigInt(daysBetween(task.startOn, dueOn)),
  };
}

function roundedUp({ amount, over }: ReturnType<typeof plannedBy>): number {
  return Number((amount + over - 1n) / over);
}

/** What was planned by a day, in hundredths, rounded up. */
export function plannedAt(task: Task, day: Day): number {
  return roundedUp(plannedBy(task, day));
}

/** Looks at a task at the end of `cutoff` (contract, section 3, "Behind schedule"). A cancelled task is not behind. */
export function taskAt(task: Task, cutoff: Day): TaskAtCutoff {
  const done = doneBy(task, cutoff);
  const plan = plannedBy(task, cutoff);
  const planned = roundedUp(plan);
  if (task.cancelledOn !== null && task.cancelledOn <= cutoff) return { done, planned, behind: null };
  if (BigInt(done) * plan.over < plan.amount) return { done, planned, behind: 'amount' };
  const marked = latestBy(
    task.progress.filter((each) => each.accepted !== null),
    cutoff,
  );
  return { done, planned, behind: marked?.accepted === false ? 'not_accepted' : null };
}

/**
 * The first day from which the task is behind schedule without interruption until the cutoff (issue 5, "explain says
 * by how much and since when"), or null when it is not behind then.
 */
export function behindSince(task: Task, cutoff: Day): Day | null {
  let since: Day | null = null;
  // Before the start nothing is planned, before the first entry nothing refused: there is no day to look at.
  const [first = task.startOn] = [task.startOn, ...task.progress.map((each) => each.on)].sort();
  for (let day = cutoff; day >= first; day = addDays(day, -1)) {
    if (taskAt(task, day).behind === null) break;
    since = day;
  }
  return since;
}

/** The state of a task in its plan at the end of a day. */
export function taskStateAt(task: Task, on: Day): TaskState {
  if (task.cancelledOn !== null && task.cancelledOn <= on) return 'cancelled';
  const { behind, done } = taskAt(task, on);
  if (behind !== null) return behind === 'amount' ? 'behind' : 'not_accepted';
  if (done >= task.target) return 'done';
  return on < task.startOn ? 'not_started' : 'on_schedule';
}

/**
 * Whether a task is over on a day, so that it can never be behind schedule again: cancelled by then, or finished by then
 * with an acceptance and nothing entered after it.
 */
export function isOver(task: Task, day: Day): boolean {
  if (task.cancelledOn !== null && task.cancelledOn <= day) return true;
  const last = task.progress.at(-1);
  if (last === undefined || last.on > day || last.done < task.target) return false;
  return task.progress.findLast((each) => each.accepted !== null)?.accepted === true;
}
