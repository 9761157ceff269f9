// A central task's history: the order of its entries, and who is responsible at a day.

import type { CadreNo } from '../cadre.ts';
import type { Day } from '../days/day.ts';
import type { Role } from '../findings/finding.ts';
import { applyEvent, startOf } from '../findings/history.ts';
import type { Task } from './task.ts';

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
