// Central tasks and attendance in the ledger.
import type { Day } from '../../domain/days/day.ts';
import type { Responsible } from '../../domain/findings/finding.ts';
import type { PreviousRound } from '../../domain/round.ts';
import { spellingsOf } from '../../domain/texts/look.ts';
import type { Absence, Milestone, Presence, Session } from '../../domain/work/task.ts';
import type { ReadDb } from '../database.ts';
import type { FactRow, View } from '../facts/view.ts';
import type { WriteDb } from '../writing/journal.ts';
import type { TaskRow } from './task-rows.ts';

export interface AttendanceRow extends FactRow {
  readonly site: string;
  readonly on: Day;
  readonly session: Session;
  readonly cadre_id: number;
  readonly present: Presence;
}

export {
  listTasks,
  loadTask,
  type ProgressRow,
  type StoredTask,
  type TaskRow,
} from './task-rows.ts';

/** The id of the live task with a number, or undefined. */
export function taskId(db: ReadDb, taskNo: string): number | undefined {
  for (const spelling of spellingsOf(taskNo)) {
    const found = db.get<{ task_id: number }>('SELECT task_id FROM task_now WHERE task_no = ?', spelling);
    if (found !== undefined) return found.task_id;
  }
  return undefined;
}

/** `+` keeps the second part on the index of `seq`: days before the last cutoff are nearly all there are. */
const ATTENDANCE_FOR_ROUND = `SELECT * FROM attendance WHERE "on" > ? AND "on" <= ?
  UNION ALL SELECT * FROM attendance WHERE seq > ? AND +"on" <= ?`;

/**
 * The entry that recorded a row as it is: what became an absence by an amendment is recorded by the amendment, and what was
 * recorded again has the place of what was reversed.
 */
function recordedBy(view: View, row: AttendanceRow): number {
  const amended = view.amendments('attendance').get(row.id)?.at(-1)?.seq;
  return amended ?? view.windowOf('attendance', row.id).windowSeq ?? row.seq;
}

/**
 * The live attendance that a round at a cutoff can use: after the last closed round's cutoff, or recorded or amended
 * after it was closed. By id, as they were recorded.
 */
export function attendanceForRound(
  view: View,
  cutoff: Day,
  previous: Pick<PreviousRound, 'cutoff' | 'closedAt'> | null,
): AttendanceRow[] {
  const rows = view.db.all<AttendanceRow>(
    ATTENDANCE_FOR_ROUND,
    ...[previous?.cutoff ?? '', cutoff, previous?.closedAt ?? 0, previous?.cutoff ?? ''],
  );
  const amendments = view.amendments('attendance');
  const known = new Set(rows.map((row) => row.id));
  const amendedLate = [...amendments.keys()]
    .filter((id) => !known.has(id) && (amendments.get(id)?.at(-1)?.seq ?? 0) > (previous?.closedAt ?? 0))
    .flatMap((id) =>
      view.db.all<AttendanceRow>('SELECT * FROM attendance WHERE id = ? AND "on" <= ?', id, cutoff),
    );
  return [...rows, ...amendedLate]
    .sort((left, right) => left.id - right.id)
    .filter((row) => view.isLive('attendance', row));
}

/** The absences that a round can take in; see `attendanceForRound`. */
export function absencesForRound(
  view: View,
  cutoff: Day,
  previous: Pick<PreviousRound, 'cutoff' | 'closedAt'> | null,
): Absence[] {
  return attendanceForRound(view, cutoff, previous)
    .map((row) => view.amended('attendance', row))
    .filter((row) => row.present === 'absent')
    .map((row) => ({
      cadreNo: view.cadreNo(row.cadre_id),
      site: row.site,
      on: row.on,
      session: row.session,
      seq: recordedBy(view, row),
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
  db.insertDerived('task_now', { task_id: id, task_no: values.task_no });
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

/** The plan of a task that counts: the live one adopted last. */
export function planInForce(view: View, taskRowId: number): FactRow | undefined {
  return view.db
    .all<FactRow>('SELECT * FROM task_plans WHERE task_id = ? ORDER BY id', taskRowId)
    .findLast((row) => view.isLive('task_plans', row));
}

/** Whether a task is live after everything recorded. */
export function isLiveTask(db: ReadDb, id: number): boolean {
  return db.get('SELECT 1 FROM task_now WHERE task_id = ?', id) !== undefined;
}
