// A central task's history: who is responsible at a day, and whether its entries may stand as they are.

import { formatHundredths } from './amount.ts';
import type { CadreNo } from './cadre.ts';
import type { Day } from './day.ts';
import type { ReassignmentEvent, Role } from './finding.ts';
import { applyEvent, startOf } from './history.ts';
import type { People } from './people.ts';
import { type Problem, problem } from './problem.ts';
import type { ProgressEntry, Task } from './task.ts';
import { notFourEyes, reassignmentRefusal } from './validity.ts';

/** A progress entry with who accepted it, as validation needs it; empty when nobody did. */
export interface AcceptedEntry extends ProgressEntry {
  readonly acceptedBy: string;
}

/** Who is responsible for a task at the end of `day`, reassignments up to and on it applied. */
export function taskResponsibleAt(
  task: Pick<Task, 'named' | 'reassignments'>,
  day: Day,
): ReadonlyMap<CadreNo, Role> {
  const state = startOf(task.named);
  for (const event of task.reassignments) {
    if (event.on > day) break;
    applyEvent(state, event);
  }
  return state.responsible;
}

/** Orders progress entries and reassignments by day, then recording. */
export function compareRecorded(
  left: { readonly on: Day; readonly seq: number; readonly id: number },
  right: { readonly on: Day; readonly seq: number; readonly id: number },
): number {
  if (left.on !== right.on) return left.on < right.on ? -1 : 1;
  return left.seq - right.seq || left.id - right.id;
}

/** A reassignment or progress entry of a task that may not stand at its place, and why. */
export interface RefusedEntry {
  readonly entry: ReassignmentEvent | AcceptedEntry;
  readonly problem: Problem;
}

/**
 * The first reassignment or progress entry that may not stand (contract, section 3: amounts never fall, four eyes on
 * acceptance, a part passes from one who has it to one who has none, nothing after a cancellation), or undefined. Both
 * lists must be in order.
 */
export function firstRefusedEntry(
  task: Task & { readonly progress: readonly AcceptedEntry[] },
  people: People,
): RefusedEntry | undefined {
  const { cancelledOn } = task;
  const after = [...task.progress, ...task.reassignments].find(
    (each) => cancelledOn !== null && each.on > cancelledOn,
  );
  if (after !== undefined) {
    return {
      entry: after,
      problem: problem('task_cancelled', { task_no: task.taskNo, on: cancelledOn ?? '' }),
    };
  }
  const state = startOf(task.named);
  const waiting = [...task.progress];
  let before: AcceptedEntry | undefined;
  const walkProgress = (until: Day | null): RefusedEntry | undefined => {
    for (
      let entry = waiting[0];
      entry !== undefined && (until === null || entry.on < until);
      entry = waiting[0]
    ) {
      waiting.shift();
      const about = { task_no: task.taskNo, on: entry.on, event: { term: 'event.progress' } };
      if (before !== undefined && entry.done < before.done) {
        return {
          entry,
          problem: problem('progress_falls', {
            ...about,
            done: formatHundredths(entry.done),
            earlier: formatHundredths(before.done),
            earlier_on: before.on,
          }),
        };
      }
      const found = notFourEyes(entry.acceptedBy, state, people, about);
      if (found !== undefined) return { entry, problem: found };
      before = entry;
    }
    return undefined;
  };
  for (const event of task.reassignments) {
    const earlier = walkProgress(event.on);
    if (earlier !== undefined) return earlier;
    const about = { task_no: task.taskNo, on: event.on, event: { term: 'event.reassignment' } };
    const found = reassignmentRefusal(event, state, about);
    if (found !== undefined) return { entry: event, problem: found };
    if (event.newDueOn !== null && event.newDueOn < task.startOn) {
      const values = { ...about, start: task.startOn, due: event.newDueOn };
      return { entry: event, problem: problem('start_after_due', values) };
    }
    applyEvent(state, event);
  }
  return walkProgress(null);
}
