// Whether the reassignments and progress entries of a central task are valid as they are.

import { formatHundredths } from '../amount.ts';
import { notFourEyes } from '../findings/acting-persons.ts';
import type { ReassignmentEvent } from '../findings/finding.ts';
import { applyEvent, everResponsible, type FindingState, startOf } from '../findings/history.ts';
import { type Faults, reassignmentRefusals } from '../findings/validity.ts';
import type { PersonsMeant, PersonText } from '../persons/meant.ts';
import { type Problem, problem } from '../problem.ts';
import type { ProgressEntry, Task } from './task.ts';

/** A progress entry with who accepted it, as validation needs it; empty when no one did. */
export interface AcceptedEntry extends ProgressEntry {
  readonly acceptedBy: string;
}

/** A reassignment or progress entry of a task that is not valid at its place, and why. */
export interface RefusedEntry {
  readonly entry: ReassignmentEvent | AcceptedEntry;
  readonly problem: Problem;
}

/** A task with who accepted its progress; both lists in order. */
export type TaskHistory = Task & { readonly progress: readonly AcceptedEntry[] };

/** The faults of a task whose entries are all recorded: they stay as they are. */
export function faultsOfTask(task: TaskHistory, persons: PersonsMeant): Faults {
  return new Set([...refusals(task, persons)].map(keyOf));
}

/**
 * The first reassignment or progress entry that is not valid (contract, section 3: amounts never fall, four eyes on
 * acceptance, a part passes from one who has it to one who has none, nothing after a cancellation), or undefined.
 * @param standing what the task had against it before the change that is judged
 */
export function firstRefusedEntry(
  task: TaskHistory,
  persons: PersonsMeant,
  standing?: Faults,
): RefusedEntry | undefined {
  for (const refused of refusals(task, persons)) {
    if (standing?.has(keyOf(refused)) !== true) return refused;
  }
  return undefined;
}

function keyOf({ entry, problem: { code, values } }: RefusedEntry): string {
  const kind = 'kind' in entry ? entry.kind : 'progress';
  return JSON.stringify([kind, entry.id, code, values.cadre_no ?? '', values.person ?? '']);
}

function* refusals(task: TaskHistory, persons: PersonsMeant): Generator<RefusedEntry> {
  const { cancelledOn } = task;
  for (const entry of [...task.progress, ...task.reassignments]) {
    if (cancelledOn === null || entry.on <= cancelledOn) continue;
    yield { entry, problem: problem('task_cancelled', { task_no: task.taskNo, on: cancelledOn }) };
  }
  const state = startOf(task.named);
  let before: AcceptedEntry | undefined;
  for (const entry of inOrder(task)) {
    if ('kind' in entry) {
      for (const found of reassignmentProblems(task, entry, state, persons)) {
        yield { entry, problem: found };
      }
      applyEvent(state, entry);
      continue;
    }
    const about = { task_no: task.taskNo, on: entry.on, event: { term: 'event.progress' } };
    if (before !== undefined && entry.done < before.done) {
      const earlier = { earlier: formatHundredths(before.done), earlier_on: before.on };
      yield {
        entry,
        problem: problem('progress_falls', { ...about, done: formatHundredths(entry.done), ...earlier }),
      };
    }
    const text = acceptedBy(entry);
    for (const found of notFourEyes(text, everResponsible(state), persons, about)) {
      yield { entry, problem: found };
    }
    before = entry;
  }
}

/** Entries and reassignments by day; on one day a part passes before progress is accepted. */
function* inOrder(task: TaskHistory): Generator<ReassignmentEvent | AcceptedEntry> {
  const progress: readonly AcceptedEntry[] = task.progress;
  let next = 0;
  for (const event of task.reassignments) {
    for (let entry = progress[next]; entry !== undefined && entry.on < event.on; entry = progress[next]) {
      yield entry;
      next += 1;
    }
    yield event;
  }
  yield* progress.slice(next);
}

/** The text of a progress entry that says who accepted it. */
function acceptedBy({ id, seq, acceptedBy: text }: AcceptedEntry): PersonText {
  return { fact: 'progress', column: 'accepted_by', id, seq, text };
}

function* reassignmentProblems(
  task: TaskHistory,
  event: ReassignmentEvent,
  state: FindingState,
  persons: PersonsMeant,
): Generator<Problem> {
  const about = { task_no: task.taskNo, on: event.on, event: { term: 'event.reassignment' } };
  yield* reassignmentRefusals(event, state, { persons, acts: [] }, about);
  if (event.newDueOn !== null && event.newDueOn < task.startOn) {
    yield problem('start_after_due', { ...about, start: task.startOn, due: event.newDueOn });
  }
}
