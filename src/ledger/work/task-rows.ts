// Central tasks with all their rows, read side by side, and what of them is live at a journal position.
import type { Day } from '../../domain/days/day.ts';
import type { Role } from '../../domain/findings/finding.ts';
import type { Milestone, ProgressEntry, Task, TaskNo } from '../../domain/work/task.ts';
import { compareRecorded } from '../../domain/work/task-history.ts';
import type { SqlValue } from '../database.ts';
import type { FactRow, View } from '../facts/view.ts';
import { type ReassignmentRow, toEvent } from '../findings/events.ts';
import { idBatches, RowsById } from '../findings/id-batches.ts';

export interface TaskRow extends FactRow {
  readonly task_no: TaskNo;
  readonly name: string;
  readonly area: string | null;
  readonly target: number;
  readonly quantity_unit: string | null;
  readonly start_on: Day;
  readonly due_on: Day;
}

export interface ProgressRow extends FactRow {
  readonly task_id: number;
  readonly on: Day;
  readonly done: number;
  readonly accepted: 0 | 1 | null;
  readonly accepted_by: string | null;
  readonly note: string | null;
}

interface CancellationRow extends FactRow {
  readonly task_id: number;
  readonly cancelled_on: Day;
  readonly by: string;
  readonly reason: string | null;
}

/** A progress entry with who accepted it and its row. */
interface StoredProgress extends ProgressEntry {
  readonly acceptedBy: string;
  readonly row: ProgressRow;
}

/** A task whole, with its rows. */
export interface StoredTask extends Task {
  readonly row: TaskRow;
  readonly progress: readonly StoredProgress[];
  readonly reassignmentRows: readonly ReassignmentRow[];
  readonly cancellation: CancellationRow | null;
}

interface OfTask {
  readonly task_id: number;
}
interface ResponsibleRow extends OfTask {
  readonly cadre_id: number;
  readonly role: Role;
}
interface PlanRow extends FactRow, OfTask {}
interface MilestoneRow extends Milestone {
  readonly plan_id: number;
}

/** The rows of one task, whenever recorded and whether reversed or not. */
interface TaskRows {
  readonly row: TaskRow;
  readonly responsible: readonly ResponsibleRow[];
  readonly reassignments: readonly (ReassignmentRow & OfTask)[];
  readonly cancellations: readonly CancellationRow[];
  readonly plans: readonly PlanRow[];
  readonly milestones: ReadonlyMap<number, readonly MilestoneRow[]>;
  readonly progress: readonly ProgressRow[];
}

/** Every live task, by id. */
export function listTasks(view: View): StoredTask[] {
  return [...taskRows(view, 'SELECT id FROM tasks', [])]
    .filter(({ row }) => view.isLive('tasks', row))
    .map((rows) => assemble(view, rows));
}

/** One task whole. */
export function loadTask(view: View, id: number): StoredTask {
  const [rows] = taskRows(view, 'SELECT id FROM tasks WHERE id = ?', [id]);
  if (rows === undefined) throw new Error(`no task with id ${id}`);
  return assemble(view, rows);
}

/** Tasks with their rows, in the order of their ids: each table is read once for many of them. */
function* taskRows({ db }: View, chosen: string, values: readonly SqlValue[]): Generator<TaskRows> {
  for (const batch of idBatches(db, chosen, values)) {
    const read = <T extends OfTask>(select: string, order: string) =>
      new RowsById(
        db.all<T>(`${select} WHERE ${batch.among('task_id')} ORDER BY task_id, ${order}`, ...batch.values),
        (row) => row.task_id,
      );
    const responsible = read<ResponsibleRow>('SELECT task_id, cadre_id, role FROM task_responsible', 'place');
    const reassignments = read<ReassignmentRow & OfTask>(
      `SELECT 'reassignments' AS "table", e.* FROM reassignments e`,
      'id',
    );
    const cancellations = read<CancellationRow>('SELECT * FROM task_cancellations', 'id');
    const plans = read<PlanRow>('SELECT * FROM task_plans', 'id DESC');
    const progress = read<ProgressRow>('SELECT * FROM progress', 'id');
    const milestones = Map.groupBy(
      db.all<MilestoneRow>(
        `SELECT plan_id, "on", amount FROM milestones
         WHERE plan_id IN (SELECT id FROM task_plans WHERE ${batch.among('task_id')}) ORDER BY plan_id, "on"`,
        ...batch.values,
      ),
      (row) => row.plan_id,
    );
    const rows = db.all<TaskRow>(
      `SELECT * FROM tasks WHERE ${batch.among('id')} ORDER BY id`,
      ...batch.values,
    );
    const found = new RowsById(rows, (row) => row.id);
    for (const id of batch.ids) {
      const [row] = found.take(id);
      if (row === undefined) continue;
      yield {
        row,
        responsible: responsible.take(id),
        reassignments: reassignments.take(id),
        cancellations: cancellations.take(id),
        plans: plans.take(id),
        milestones,
        progress: progress.take(id),
      };
    }
  }
}

function assemble(view: View, rows: TaskRows): StoredTask {
  const row = view.amended('tasks', rows.row);
  const reassignmentRows = rows.reassignments.filter((each) => view.isLive('reassignments', each));
  const cancellation = rows.cancellations.find((each) => view.isLive('task_cancellations', each));
  // The milestones of the plan adopted last.
  const plan = rows.plans.find((each) => view.isLive('task_plans', each));
  return {
    id: row.id,
    taskNo: row.task_no,
    name: row.name,
    target: row.target,
    startOn: row.start_on,
    dueOn: row.due_on,
    named: rows.responsible.map((each) => ({ cadreNo: view.cadreNo(each.cadre_id), role: each.role })),
    milestones: (rows.milestones.get(plan?.id ?? 0) ?? []).map(({ on, amount }) => ({ on, amount })),
    progress: progressOf(view, rows.progress),
    reassignments: reassignmentRows
      .map((each) => toEvent(view, each))
      .filter((each) => each.kind === 'reassignment')
      .sort(compareRecorded),
    cancelledOn: cancellation?.cancelled_on ?? null,
    row,
    reassignmentRows,
    cancellation: cancellation ?? null,
  };
}

function progressOf(view: View, rows: readonly ProgressRow[]): StoredProgress[] {
  return rows
    .filter((row) => view.isLive('progress', row))
    .map((row) => ({
      id: row.id,
      seq: row.seq,
      on: row.on,
      done: row.done,
      accepted: row.accepted === null ? null : row.accepted === 1,
      acceptedBy: row.accepted_by ?? '',
      row,
    }))
    .sort(compareRecorded);
}
