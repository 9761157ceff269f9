// Central tasks in the ledger, and heads counted on site.
import type { Day } from '../domain/day.ts';
import type { Responsible, Role } from '../domain/finding.ts';
import type { PreviousRound } from '../domain/round.ts';
import type { Absence, Milestone, Presence, ProgressEntry, Session, Task, TaskNo } from '../domain/task.ts';
import { compareRecorded } from '../domain/task-history.ts';
import { comparableNumber } from '../domain/text.ts';
import type { ReadDb } from './database.ts';
import { type ReassignmentRow, toEvent } from './events.ts';
import type { WriteDb } from './journal.ts';
import type { FactRow, View } from './view.ts';

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

export interface AttendanceRow extends FactRow {
  readonly site: string;
  readonly on: Day;
  readonly session: Session;
  readonly cadre_id: number;
  readonly present: Presence;
}

/** A progress entry with who accepted it and its row. */
export interface StoredProgress extends ProgressEntry {
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

/** The id of the live task with a number, or undefined. */
export function taskId(db: ReadDb, taskNo: string): number | undefined {
  return db.get<{ task_id: number }>(
    'SELECT task_id FROM task_now WHERE task_no = ?',
    comparableNumber(taskNo),
  )?.task_id;
}

/** Every live task, by id. */
export function listTasks(view: View): StoredTask[] {
  return view.db
    .all<TaskRow>('SELECT * FROM tasks ORDER BY id')
    .filter((row) => view.isLive('tasks', row))
    .map((row) => assemble(view, row));
}

/** One task whole. */
export function loadTask(view: View, id: number): StoredTask {
  const row = view.db.get<TaskRow>('SELECT * FROM tasks WHERE id = ?', id);
  if (row === undefined) throw new Error(`no task with id ${id}`);
  return assemble(view, row);
}

function assemble(view: View, recorded: TaskRow): StoredTask {
  const row = view.amended('tasks', recorded);
  const { id } = row;
  const named = view.db.all<{ cadre_id: number; role: Role }>(
    'SELECT cadre_id, role FROM task_responsible WHERE task_id = ? ORDER BY place',
    id,
  );
  const reassignmentRows = view.db
    .all<ReassignmentRow>(`SELECT 'reassignments' AS "table", e.* FROM reassignments e WHERE task_id = ?`, id)
    .filter((each) => view.isLive('reassignments', each));
  const cancellation = view.db
    .all<CancellationRow>('SELECT * FROM task_cancellations WHERE task_id = ? ORDER BY id', id)
    .find((each) => view.isLive('task_cancellations', each));
  return {
    id,
    taskNo: row.task_no,
    name: row.name,
    target: row.target,
    startOn: row.start_on,
    dueOn: row.due_on,
    named: named.map((each) => ({ cadreNo: view.cadreNo(each.cadre_id), role: each.role })),
    milestones: milestonesOf(view, id),
    progress: progressOf(view, id),
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

/** The milestones of the plan adopted last, by day. */
function milestonesOf(view: View, id: number): Milestone[] {
  const plan = view.db
    .all<FactRow>('SELECT * FROM task_plans WHERE task_id = ? ORDER BY id DESC', id)
    .find((each) => view.isLive('task_plans', each));
  if (plan === undefined) return [];
  return view.db.all<Milestone>(
    'SELECT "on", amount FROM milestones WHERE plan_id = ? ORDER BY "on"',
    plan.id,
  );
}

function progressOf(view: View, id: number): StoredProgress[] {
  return view.db
    .all<ProgressRow>('SELECT * FROM progress WHERE task_id = ?', id)
    .filter((row) => view.isLive('progress', row))
    .map((row) => ({
      ...{ id: row.id, seq: row.seq, on: row.on, done: row.done },
      accepted: row.accepted === null ? null : row.accepted === 1,
      acceptedBy: row.accepted_by ?? '',
      row,
    }))
    .sort(compareRecorded);
}

/** `+` keeps the second part on the index of `seq`: days before the last cutoff are nearly all there are. */
const ATTENDANCE_FOR_ROUND = `SELECT * FROM attendance WHERE "on" > ? AND "on" <= ?
  UNION ALL SELECT * FROM attendance WHERE seq > ? AND +"on" <= ?`;

/** The absences that a round can take in: after the last closed round's cutoff, or recorded after it was closed. */
export function absencesForRound(
  view: View,
  cutoff: Day,
  previous: Pick<PreviousRound, 'cutoff' | 'closedAt'> | null,
): Absence[] {
  const rows = view.db.all<AttendanceRow>(
    ATTENDANCE_FOR_ROUND,
    ...[previous?.cutoff ?? '', cutoff, previous?.closedAt ?? 0, previous?.cutoff ?? ''],
  );
  // What became an absence by an amendment is recorded by the amendment.
  const amendments = view.amendments('attendance');
  const recordedBy = (row: AttendanceRow): number => amendments.get(row.id)?.at(-1)?.seq ?? row.seq;
  const known = new Set(rows.map((row) => row.id));
  const amendedLate = [...amendments.keys()]
    .filter((id) => !known.has(id) && (amendments.get(id)?.at(-1)?.seq ?? 0) > (previous?.closedAt ?? 0))
    .flatMap((id) =>
      view.db.all<AttendanceRow>('SELECT * FROM attendance WHERE id = ? AND "on" <= ?', id, cutoff),
    );
  return [...rows, ...amendedLate]
    .sort((left, right) => left.id - right.id)
    .filter((row) => view.isLive('attendance', row))
    .map((row) => view.amended('attendance', row))
    .filter((row) => row.present === 'absent')
    .map((row) => ({
      ...{ cadreNo: view.cadreNo(row.cadre_id), site: row.site, on: row.on },
      ...{ session: row.session, seq: recordedBy(row) },
    }));
}

/** A new task's columns and those responsible, by the ids of their rows. */
export interface NewTask {
  readonly values: Omit<TaskRow, keyof FactRow>;
  readonly responsible: readonly { readonly cadreId: number; readonly role: Responsible['role'] }[];
  readonly milestones: readonly Milestone[];
}

/** Adds a task with its first plan; the number must be free among live rows. Returns the row's id. */
export function addTask(
  db: WriteDb,
  { values, responsible, milestones }: NewTask,
  origin: { readonly batch_id: number | null; readonly line: number | null },
): number {
  const id = db.insert('tasks', { ...values, ...origin });
  for (const [place, { cadreId, role }] of responsible.entries()) {
    db.insertPart('task_responsible', { task_id: id, place, cadre_id: cadreId, role });
  }
  if (milestones.length > 0) addPlan(db, id, milestones, null, origin);
  db.derive('INSERT INTO task_now (task_id, task_no) VALUES (?, ?)', id, values.task_no);
  return id;
}

/** Adopts a plan for a task: from now on these milestones count. */
export function addPlan(
  db: WriteDb,
  taskRowId: number,
  milestones: readonly Milestone[],
  reason: string | null,
  origin: { readonly batch_id: number | null; readonly line: number | null },
): number {
  const planId = db.insert('task_plans', { task_id: taskRowId, reason, ...origin });
  for (const { on, amount } of milestones) db.insertPart('milestones', { plan_id: planId, on, amount });
  return planId;
}
