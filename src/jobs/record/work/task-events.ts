// Records what happens to central tasks: progress, and a task's passing from one cadre to another.

import type { ReassignmentEvent } from '../../../domain/findings/finding.ts';
import { type Problem, problem } from '../../../domain/problem.ts';
import { provisionalId } from '../../../domain/provisional.ts';
import type { ProgressRecord, ReassignmentRecord } from '../../../domain/records/record-types.ts';
import { compareRecorded } from '../../../domain/work/task-history.ts';
import { type AcceptedEntry, faultsOfTask, firstRefusedEntry } from '../../../domain/work/task-validity.ts';
import { flag } from '../../../ledger/columns/column.ts';
import type { SqlValue } from '../../../ledger/database.ts';
import { addReassignment } from '../../../ledger/findings/add-events.ts';
import type { TableRows } from '../../../ledger/tables.ts';
import { addProgress } from '../../../ledger/work/add-work.ts';
import { loadTask, type StoredTask, taskId } from '../../../ledger/work/tasks.ts';
import { factId } from '../../lookups/fact-id.ts';
import type { Returning } from '../coming-back.ts';
import {
  type Draft,
  filled,
  type Origin,
  type Outcome,
  problemAt,
  problemOf,
  type Recording,
  rejected,
  type Settle,
  sameValues,
} from '../recording.ts';

/** A record that concerns a task: a progress entry or a reassignment. */
type OnTask = ProgressRecord | ReassignmentRecord;

/** Records progress entries (contract, section 3, "Behind schedule"): by day, each validated at its place. */
export function recordProgress(
  recording: Recording,
  drafts: Iterable<Draft<ProgressRecord>>,
  settle: Settle<ProgressRecord>,
): void {
  recordOnTasks(recording, drafts, settle, (task, draft, index) => {
    const { task_no: _, accepted, percent, ...rest } = draft.record;
    const unit = task.row.quantity_unit?.trim() ?? '';
    if (percent === true && unit !== '%' && unit !== '％') {
      return problemAt(draft, 'done', 'percent_not_the_unit', { unit });
    }
    const given = { ...rest, accepted: accepted == null ? accepted : flag(accepted) };
    const same = task.progress.find(({ row }) => sameValues(row, given))?.row;
    if (same !== undefined) return { standing: factId('progress', same.id) };
    const entry: AcceptedEntry = {
      id: provisionalId(index),
      seq: recording.db.seq,
      on: rest.on,
      done: rest.done,
      accepted: accepted ?? null,
      acceptedBy: rest.accepted_by ?? '',
    };
    return { table: 'progress', values: filled(given), progress: entry };
  });
}

/** Records that tasks pass from one cadre to another. */
export function recordTaskReassignments(
  recording: Recording,
  drafts: Iterable<Draft<ReassignmentRecord>>,
  settle: Settle<ReassignmentRecord>,
): void {
  recordOnTasks(recording, drafts, settle, (task, draft, index) => {
    const { finding_no: _finding, task_no: _task, from_no, to_no, ...rest } = draft.record;
    const from = recording.cadreId(draft, 'from_no', from_no);
    const to = recording.cadreId(draft, 'to_no', to_no);
    if (typeof from !== 'number') return from;
    if (typeof to !== 'number') return to;
    const given = { from_id: from, to_id: to, ...rest };
    const same = task.reassignmentRows.find((row) => sameValues(row, given));
    if (same !== undefined) return { standing: factId('reassignments', same.id) };
    const reassignment: ReassignmentEvent = {
      kind: 'reassignment',
      id: provisionalId(index),
      seq: recording.db.seq,
      on: rest.on,
      from: recording.view.cadreNo(from),
      to: recording.view.cadreNo(to),
      newDueOn: rest.new_due_on ?? null,
      by: rest.by,
    };
    return { table: 'reassignments', values: filled(given), reassignment };
  });
}

/** The fact as which the same is recorded already. */
interface Standing {
  readonly standing: string;
}

/** What a draft would add to a task. */
type TaskPart =
  | {
      readonly table: 'progress';
      readonly values: Omit<TableRows['progress'], 'task_id' | keyof Origin>;
      readonly progress: AcceptedEntry;
      readonly reassignment?: undefined;
    }
  | {
      readonly table: 'reassignments';
      readonly values: Omit<TableRows['reassignments'], 'task_id' | 'finding_id' | keyof Origin>;
      readonly progress?: undefined;
      readonly reassignment: ReassignmentEvent;
    };

function recordOnTasks<R extends OnTask>(
  recording: Recording,
  drafts: Iterable<Draft<R>>,
  settle: Settle<R>,
  make: (task: StoredTask, draft: Draft<R>, index: number) => TaskPart | Problem | Standing,
): void {
  const inOrder = [...drafts].map((draft, index) => ({ draft, index }));
  inOrder.sort(
    (left, right) => (left.draft.record.on < right.draft.record.on ? -1 : 1) || left.index - right.index,
  );
  for (const { draft, index } of inOrder) {
    const number = draft.record.task_no ?? '';
    const id = taskId(recording.db, number);
    const late = recording.afterToday(draft, 'on', draft.record.on);
    if (late !== undefined) settle(draft, rejected(late));
    else if (id === undefined) settle(draft, onNoTask(recording, draft, number, make, index));
    else settle(draft, recordOnTask(recording, loadTask(recording.view, id), draft, index, make));
  }
}

/** What becomes of a row about a task that is not there: it may have been reversed, and the row with it. */
function onNoTask<R extends OnTask>(
  recording: Recording,
  draft: Draft<R>,
  number: string,
  make: (task: StoredTask, draft: Draft<R>, index: number) => TaskPart | Problem | Standing,
  index: number,
): Outcome {
  const { back, view } = recording;
  const [reversed] = back?.about('tasks', number) ?? [];
  if (back == null || reversed === undefined) {
    return rejected(problemAt(draft, 'task_no', 'task_unknown', { task_no: number }, number));
  }
  const part = make(loadTask(view.at(0), reversed.row.id), draft, index);
  const leftOut =
    'standing' in part || 'code' in part ? undefined : back.leftOut(draft, returning(draft, part));
  return leftOut ?? back.subjectReversed(draft, 'tasks', number) ?? { what: 'unchanged' };
}

/** A part of a task as it is compared with what was reversed. */
function returning<R extends OnTask>({ record }: Draft<R>, { table, values }: TaskPart): Returning {
  const columns: Readonly<Record<string, SqlValue>> = values;
  const { from_id: _from, to_id: _to, ...rest } = columns;
  const named = 'from_no' in record ? { from_no: record.from_no, to_no: record.to_no } : {};
  return { table, number: record.task_no ?? '', given: { ...rest, ...named } };
}

function recordOnTask<R extends OnTask>(
  recording: Recording,
  task: StoredTask,
  draft: Draft<R>,
  index: number,
  make: (task: StoredTask, draft: Draft<R>, index: number) => TaskPart | Problem | Standing,
): Outcome {
  const part = make(task, draft, index);
  if ('standing' in part) return { what: 'unchanged', standing: [part.standing] };
  if ('code' in part) return rejected(part);
  const held = recording.back?.hold(draft, returning(draft, part));
  if (held !== undefined && 'outcome' in held) return held.outcome;
  if (draft.doubts !== undefined) return rejected(...draft.doubts);
  const unread = recording.personProblems(draft, part.table, part.values);
  if (unread.length > 0) return rejected(...unread);
  const tried = {
    ...task,
    progress:
      part.progress === undefined ? task.progress : [...task.progress, part.progress].sort(compareRecorded),
    reassignments:
      part.reassignment === undefined
        ? task.reassignments
        : [...task.reassignments, part.reassignment].sort(compareRecorded),
  };
  const { persons } = recording;
  const refused = firstRefusedEntry(tried, persons, faultsOfTask(task, persons));
  if (refused !== undefined) {
    const own = refused.entry === part.progress || refused.entry === part.reassignment;
    if (!own) return rejected(problemOf(draft, breaksLater(task, part, refused.entry)));
    return rejected(ownProblem(draft, part, refused.problem));
  }
  const { origin } = draft;
  const rowId =
    part.table === 'progress'
      ? addProgress(recording, { task_id: task.id, ...part.values, ...origin })
      : addReassignment(recording, { task_id: task.id, finding_id: null, ...part.values, ...origin });
  recording.noteDay(draft.record.on);
  return recording.added(draft, part.table, rowId, held);
}

/** What is wrong with a draft itself, at its column where it is about who signed or accepted. */
function ownProblem<R>(draft: Draft<R>, part: TaskPart, found: Problem): Problem {
  if (found.values.person === undefined || found.code === 'reassignment_to_actor')
    return problemOf(draft, found);
  const [column, value] =
    part.table === 'progress' ? ['accepted_by', part.values.accepted_by] : ['by', part.values.by];
  return problemAt(draft, column ?? '', found.code, found.values, value ?? '');
}

function breaksLater(task: StoredTask, part: TaskPart, later: ReassignmentEvent | AcceptedEntry): Problem {
  const own = part.progress ?? part.reassignment;
  return problem('event_breaks_later', {
    finding_no: task.taskNo,
    event: { term: part.progress ? 'event.progress' : 'event.reassignment' },
    on: own?.on ?? '',
    later: { term: 'kind' in later ? 'event.reassignment' : 'event.progress' },
    later_on: later.on,
  });
}
