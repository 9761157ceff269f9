// What the contract says of one central task at a day: its deadline, its responsible, and whether it is behind.

import { dayNumber, hundredths } from './exact.ts';
import type { Facts, Reassignment, Role, Task, TaskCancellation, TaskProgress } from './facts.ts';
import { handOver, live, namedOn } from './finding.ts';

/** One task and everything recorded about it. */
export interface TaskHistory {
  readonly task: Task;
  readonly progress: readonly TaskProgress[];
  readonly cancellations: readonly TaskCancellation[];
  readonly reassignments: readonly Reassignment[];
}

/** The live tasks at journal position `now`, each with its live facts. */
export function taskHistories(facts: Facts, now: number): Map<string, TaskHistory> {
  const histories = new Map<string, ReturnType<typeof emptyTaskHistory>>();
  for (const task of facts.tasks) if (live(task, now)) histories.set(task.task_no, emptyTaskHistory(task));
  for (const fact of facts.progress) if (live(fact, now)) histories.get(fact.task_no)?.progress.push(fact);
  for (const fact of facts.cancellations) {
    if (live(fact, now)) histories.get(fact.task_no)?.cancellations.push(fact);
  }
  for (const fact of facts.reassignments) {
    if (live(fact, now)) histories.get(fact.task_no)?.reassignments.push(fact);
  }
  return histories;
}

/** A task about which nothing has been recorded yet. */
export function emptyTaskHistory(task: Task) {
  return {
    task,
    progress: [] as TaskProgress[],
    cancellations: [] as TaskCancellation[],
    reassignments: [] as Reassignment[],
  };
}

function inOrder<T extends { readonly on: string; readonly recorded: number }>(facts: readonly T[]): T[] {
  return [...facts].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.recorded - b.recorded));
}

/** Section 3, "Responsible at D", for a task. */
export function taskResponsibleAt(history: TaskHistory, day: string): Map<string, Role> {
  const responsible = namedOn(history.task);
  for (const fact of inOrder(history.reassignments)) if (fact.on <= day) handOver(responsible, fact);
  return responsible;
}

/** Section 3, "Deadline in force at D", for a task: a reassignment may have set another. */
export function taskDeadline(history: TaskHistory, day: string): string {
  const changed = inOrder(history.reassignments).findLast((fact) => fact.on <= day && fact.new_due_on !== '');
  return changed?.new_due_on ?? history.task.due_on;
}

/** Section 3, "Behind schedule" at C; the same for each cadre who is responsible. */
export function behindSchedule(history: TaskHistory, cutoff: string): boolean {
  if (history.cancellations.some((cancellation) => cancellation.on <= cutoff)) return false;
  const entries = inOrder(history.progress.filter((entry) => entry.on <= cutoff));
  if (entries.findLast((entry) => entry.accepted !== '')?.accepted === 'no') return true;
  return belowPlan(history, hundredths(entries.at(-1)?.done ?? '0'), cutoff);
}

/** Whether `done` (hundredths) is below what was planned for the day, compared exactly. */
function belowPlan(history: TaskHistory, done: bigint, cutoff: string): boolean {
  const { start_on, target, milestones } = history.task;
  const due = taskDeadline(history, cutoff);
  if (cutoff < start_on) return false;
  if (cutoff >= due) return done < hundredths(target);
  if (milestones.length > 0) {
    const reached = milestones.filter((milestone) => milestone.on <= cutoff).at(-1);
    return done < hundredths(reached?.amount ?? '0');
  }
  const start = dayNumber(start_on);
  const elapsed = BigInt(dayNumber(cutoff) - start);
  return done * BigInt(dayNumber(due) - start) < hundredths(target) * elapsed;
}
