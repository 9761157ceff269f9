// Records central tasks: new ones are added, known ones compared.
import { formatHundredths } from '../../../domain/amount.ts';
import type { Role } from '../../../domain/findings/finding.ts';
import type { Problem } from '../../../domain/problem.ts';
import type { TaskRecord } from '../../../domain/records/record-types.ts';
import { plainSpelling } from '../../../domain/texts/look.ts';
import type { TaskNo } from '../../../domain/work/task.ts';
import { addTask, loadTask, type StoredTask, taskId } from '../../../ledger/work/tasks.ts';
import { amendOrConflict } from '../amending.ts';
import { numberLooksKnown, problemsOfNew } from '../looks.ts';
import { asRecorded, withPlainNames } from '../name-looks.ts';
import {
  type Draft,
  filled,
  type Outcome,
  type Recording,
  rejected,
  type Settle,
  sameValues,
} from '../recording.ts';

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
  const { task_no, cadre_no, assist_no, leader_no, milestones, percent: _, ...given } = draft.record;
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
  const known = taskId(db, task_no);
  const held =
    known === undefined
      ? recording.back?.hold(draft, {
          table: 'tasks',
          number: task_no,
          equals: ({ row, reversal }) => sameTask(loadTask(view.at(reversal.seq - 1), row.id), draft.record),
        })
      : undefined;
  if (held !== undefined && 'outcome' in held) return held.outcome;
  if (problems.length > 0) return rejected(...problems);
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
    return recording.added(draft, 'tasks', id, held);
  }
  const task = loadTask(view, known);
  const named = (role: Role): readonly string[] =>
    responsible.filter((each) => each.role === role).map((each) => view.cadreNo(each.cadreId));
  const { stored, given: asked } = compared(task, draft.record, named);
  return amendOrConflict(recording, draft, {
    record: 'tasks',
    id: known,
    number: task_no,
    seq: task.row.seq,
    amendable: AMENDABLE,
    stored,
    given: asked,
  });
}

/**
 * A stored task and a record of it, in columns that can be compared.
 * @param named the cadres that the record names in a role, as the ledger spells their numbers
 */
function compared(
  task: StoredTask,
  record: TaskRecord,
  named: (role: Role, numbers: readonly string[]) => readonly string[],
) {
  const { task_no: _, cadre_no, assist_no, leader_no, milestones, percent: _percent, ...given } = record;
  const numbers = (role: Role): string | null =>
    task.named
      .filter((each) => each.role === role)
      .map((each) => each.cadreNo)
      .sort()
      .join(';') || null;
  const list = (numbersGiven: readonly string[] | null | undefined, role: Role) =>
    numbersGiven == null ? numbersGiven : [...named(role, numbersGiven)].sort().join(';');
  const plan = (steps: readonly { readonly on: string; readonly amount: number }[]): string | null =>
    steps.map((each) => `${each.on}:${formatHundredths(each.amount)}`).join(';') || null;
  return {
    stored: {
      ...task.row,
      cadre_no: numbers('lead'),
      assist_no: numbers('assist'),
      leader_no: numbers('leader'),
      milestones: plan(task.milestones),
    },
    given: {
      ...asRecorded(given, task.row),
      cadre_no: list(cadre_no, 'lead'),
      assist_no: list(assist_no, 'assist'),
      leader_no: list(leader_no, 'leader'),
      milestones: milestones == null ? milestones : plan(milestones),
    },
  };
}

function sameTask(task: StoredTask, record: TaskRecord): boolean {
  const { stored, given } = compared(task, record, (_, numbers) => numbers.map(plainSpelling));
  return sameValues(stored, given);
}
