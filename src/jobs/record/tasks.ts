// Records central tasks, their progress, and a task's passing from one cadre to another.
import { formatHundredths } from '../../domain/amount.ts';
import type { ReassignmentEvent, Role } from '../../domain/finding.ts';
import { plainSpelling } from '../../domain/look.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import { provisionalId } from '../../domain/provisional.ts';
import type { ProgressRecord, ReassignmentRecord, TaskRecord } from '../../domain/record-types.ts';
import type { TaskNo } from '../../domain/task.ts';
import {
  type AcceptedEntry,
  compareRecorded,
  faultsOfTask,
  firstRefusedEntry,
} from '../../domain/task-history.ts';
import { addTask, loadTask, type StoredTask, taskId } from '../../ledger/tasks.ts';
import { amendOrConflict } from './amending.ts';
import { numberLooksKnown, problemsOfNew } from './looks.ts';
import { asRecorded, withPlainNames } from './name-looks.ts';
import {
  type Draft,
  factId,
  filled,
  type Outcome,
  problemAt,
  problemOf,
  type Recording,
  rejected,
  type Settle,
  sameValues,
} from './recording.ts';

const AMENDABLE = new Set(['name', 'area', 'quantity_unit']);
const ROLE_COLUMNS = { cadre_no: 'lead', assist_no: 'assist', leader_no: 'leader' } as const;

/** Records each task (contract, section 4, "tasks"). */
export function recordTasks(
  recording: Recording,
  drafts: Iterable<Draft<TaskRecord>>,
  settle: Settle<TaskRecord>,
): void {
  for (const draft of drafts) settle(draft, recordTask(recording, draft));
}

function recordTask(recording: Recording, draft: Draft<TaskRecord>): Outcome {
  const { db, view } = recording;
  const { task_no, cadre_no, assist_no, leader_no, milestones, ...given } = draft.record;
  const lists = { cadre_no, assist_no, leader_no };
  const problems: Problem[] = [];
  const responsible: { cadreId: number; role: Role }[] = [];
  for (const [column, role] of Object.entries(ROLE_COLUMNS) as [keyof typeof lists, Role][]) {
    for (const number of lists[column] ?? []) {
      const cadreId = recording.cadreId(draft, column, number);
      if (typeof cadreId === 'number') responsible.push({ cadreId, role });
      else problems.push(cadreId);
    }
  }
  if (problems.length > 0) return rejected(...problems);
  const known = taskId(db, task_no);
  if (known === undefined) {
    const unlike = problemsOfNew(recording, draft, numberLooksKnown(recording, draft, 'task', task_no));
    if (unlike.length > 0) return rejected(...unlike);
    const values = { ...filled(withPlainNames(given)), name: given.name, target: given.target } as Parameters<
      typeof addTask
    >[1]['values'];
    const id = addTask(
      db,
      {
        values: { ...values, task_no: plainSpelling(task_no) as TaskNo },
        responsible,
        milestones: milestones ?? [],
      },
      draft.origin,
    );
    return { what: 'added', facts: [factId('tasks', id)] };
  }
  const task = loadTask(view, known);
  const numbers = (role: Role): string | null =>
    task.named
      .filter((each) => each.role === role)
      .map((each) => each.cadreNo)
      .sort()
      .join(';') || null;
  const list = (given: readonly string[] | null | undefined, role: Role): string | null | undefined =>
    given == null
      ? given
      : responsible
          .filter((each) => each.role === role)
          .map((each) => view.cadreNo(each.cadreId))
          .sort()
          .join(';');
  const plan = (steps: readonly { readonly on: string; readonly amount: number }[]): string | null =>
    steps.map((each) => `${each.on}:${formatHundredths(each.amount)}`).join(';') || null;
  return amendOrConflict(recording, draft, {
    ...{ record: 'tasks', id: known, number: task_no, seq: task.row.seq, amendable: AMENDABLE },
    stored: {
      ...task.row,
      ...{ cadre_no: numbers('lead'), assist_no: numbers('assist'), leader_no: numbers('leader') },
      milestones: plan(task.milestones),
    },
    given: {
      ...asRecorded(given, task.row),
      cadre_no: list(cadre_no, 'lead'),
      assist_no: list(assist_no, 'assist'),
      leader_no: list(leader_no, 'leader'),
      milestones: milestones == null ? milestones : plan(milestones),
    },
  });
}

/** A record that concerns a task: a progress entry or a reassignment. */
type OnTask = ProgressRecord | ReassignmentRecord;

/** Records progress entries (contract, section 3, "Behind schedule"): by day, each validated at its place. */
export function recordProgress(
  recording: Recording,
  drafts: Iterable<Draft<ProgressRecord>>,
  settle: Settle<ProgressRecord>,
): void {
  recordOnTasks(recording, drafts, settle, (task, draft, index) => {
    const { task_no: _, accepted, ...rest } = draft.record;
    const given = { ...rest, accepted: accepted == null ? accepted : Number(accepted) };
    if (task.progress.some(({ row }) => sameValues(row, given))) return undefined;
    const entry: AcceptedEntry = {
      ...{ id: provisionalId(index), seq: recording.db.seq, on: rest.on, done: rest.done },
      ...{ accepted: accepted ?? null, acceptedBy: rest.accepted_by ?? '' },
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
    if (task.reassignmentRows.some((row) => sameValues(row, given))) return undefined;
    const reassignment: ReassignmentEvent = {
      ...{ kind: 'reassignment', id: provisionalId(index), seq: recording.db.seq, on: rest.on },
      ...{
        from: recording.view.cadreNo(from),
        to: recording.view.cadreNo(to),
        newDueOn: rest.new_due_on ?? null,
        by: rest.by,
      },
    };
    return { table: 'reassignments', values: filled(given), reassignment };
  });
}

/** What a draft would add to a task. */
interface TaskPart {
  readonly table: 'progress' | 'reassignments';
  readonly values: Readonly<Record<string, string | number | null>>;
  readonly progress?: AcceptedEntry;
  readonly reassignment?: ReassignmentEvent;
}

function recordOnTasks<R extends OnTask>(
  recording: Recording,
  drafts: Iterable<Draft<R>>,
  settle: Settle<R>,
  make: (task: StoredTask, draft: Draft<R>, index: number) => TaskPart | Problem | undefined,
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
    else if (id === undefined) {
      settle(draft, rejected(problemAt(draft, 'task_no', 'task_unknown', { task_no: number }, number)));
    } else settle(draft, recordOnTask(recording, loadTask(recording.view, id), draft, index, make));
  }
}

function recordOnTask<R extends OnTask>(
  recording: Recording,
  task: StoredTask,
  draft: Draft<R>,
  index: number,
  make: (task: StoredTask, draft: Draft<R>, index: number) => TaskPart | Problem | undefined,
): Outcome {
  const part = make(task, draft, index);
  if (part === undefined) return { what: 'unchanged' };
  if ('code' in part) return rejected(part);
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
  const rowId = recording.insert(part.table, { task_id: task.id, ...part.values, ...draft.origin });
  recording.noteDay(draft.record.on);
  return { what: 'added', facts: [factId(part.table, rowId)] };
}

/** What is wrong with a draft itself, at its column where it is about who signed or accepted. */
function ownProblem<R>(draft: Draft<R>, { table, values }: TaskPart, found: Problem): Problem {
  if (found.values.person === undefined || found.code === 'reassignment_to_actor')
    return problemOf(draft, found);
  const column = table === 'progress' ? 'accepted_by' : 'by';
  return problemAt(draft, column, found.code, found.values, String(values[column] ?? ''));
}

function breaksLater(task: StoredTask, part: TaskPart, later: ReassignmentEvent | AcceptedEntry): Problem {
  const own = part.progress ?? part.reassignment;
  return problem('event_breaks_later', {
    finding_no: task.taskNo,
    ...{ event: { term: part.progress ? 'event.progress' : 'event.reassignment' }, on: own?.on ?? '' },
    ...{ later: { term: 'kind' in later ? 'event.reassignment' : 'event.progress' }, later_on: later.on },
  });
}
