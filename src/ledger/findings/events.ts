// What happened to findings: reports, checks, extensions, objections with rulings, reassignments.
import type { Day } from '../../domain/days/day.ts';
import type {
  CheckResult,
  FindingEvent,
  Ground,
  Progress,
  RulingWord,
} from '../../domain/findings/finding.ts';
import { compareEvents } from '../../domain/findings/history.ts';
import type { ReadDb } from '../database.ts';
import type { FactRow, View } from '../facts/view.ts';
import type { IdBatch } from './id-batches.ts';

interface OnFinding extends FactRow {
  readonly finding_id: number;
}
export interface ReportRow extends OnFinding {
  readonly table: 'reports';
  readonly reported_on: Day;
  readonly reported_by: string | null;
  readonly progress: Progress;
  readonly evidence: string | null;
  readonly note: string | null;
}
export interface CheckRow extends OnFinding {
  readonly table: 'checks';
  readonly result: CheckResult;
  readonly checked_on: Day;
  readonly checked_by: string;
  readonly method: string | null;
  readonly approved_by: string | null;
  readonly approved_on: Day | null;
  readonly note: string | null;
}
export interface ExtensionRow extends OnFinding {
  readonly table: 'extensions';
  readonly new_due_on: Day;
  readonly granted_on: Day;
  readonly granted_by: string;
  readonly reason: string | null;
}
export interface ObjectionRow extends OnFinding {
  readonly table: 'objections';
  readonly cadre_id: number;
  readonly raised_on: Day;
  readonly ground: Ground;
  readonly reason: string;
  readonly note: string | null;
}
export interface RulingRow extends OnFinding {
  readonly table: 'rulings';
  readonly objection_id: number;
  readonly ruled_on: Day;
  readonly ruling: RulingWord;
  readonly ruled_by: string;
  readonly note: string | null;
}
export interface RetractionRow extends OnFinding {
  readonly table: 'retractions';
  readonly objection_id: number;
  readonly retracted_on: Day;
  readonly by: string;
  readonly note: string | null;
}
export interface ReassignmentRow extends OnFinding {
  readonly table: 'reassignments';
  readonly task_id: number | null;
  readonly from_id: number;
  readonly to_id: number;
  readonly on: Day;
  readonly by: string;
  readonly new_due_on: Day | null;
  readonly reason: string | null;
}

/** One stored event on a finding, by `table`. */
export type EventRow =
  | ReportRow
  | CheckRow
  | ExtensionRow
  | ObjectionRow
  | RulingRow
  | RetractionRow
  | ReassignmentRow;

export type EventTable = EventRow['table'];

/** How each table's rows are read, with their finding: `WHERE` and `ORDER BY` go behind it. */
const SELECTS: Readonly<Record<EventTable, string>> = {
  reports: `SELECT 'reports' AS "table", e.*, e.finding_id AS of_finding FROM reports e`,
  checks: `SELECT 'checks' AS "table", e.*, e.finding_id AS of_finding FROM checks e`,
  extensions: `SELECT 'extensions' AS "table", e.*, e.finding_id AS of_finding FROM extensions e`,
  objections: `SELECT 'objections' AS "table", e.*, e.finding_id AS of_finding FROM objections e`,
  rulings: `SELECT 'rulings' AS "table", r.*, e.finding_id AS finding_id, e.finding_id AS of_finding
    FROM objections e JOIN rulings r ON r.objection_id = e.id`,
  retractions: `SELECT 'retractions' AS "table", r.*, e.finding_id AS finding_id, e.finding_id AS of_finding
    FROM objections e JOIN retractions r ON r.objection_id = e.id`,
  reassignments: `SELECT 'reassignments' AS "table", e.*, e.finding_id AS of_finding FROM reassignments e`,
};

export const eventTables = Object.keys(SELECTS) as readonly EventTable[];

/** A stored event as the rules see it. */
export function toEvent(view: View, row: EventRow): FindingEvent {
  const { id, seq } = row;
  switch (row.table) {
    case 'reports':
      return {
        kind: 'report',
        id,
        seq,
        on: row.reported_on,
        progress: row.progress,
        ...view.heldSince('reports', row),
      };
    case 'checks':
      return {
        kind: 'check',
        id,
        seq,
        on: row.checked_on,
        result: row.result,
        by: row.checked_by,
        ...view.windowOf('checks', id),
      };
    case 'extensions':
      return { kind: 'extension', id, seq, on: row.granted_on, newDueOn: row.new_due_on, by: row.granted_by };
    case 'objections': {
      const { ground } = view.amended('objections', row);
      return {
        kind: 'objection',
        id,
        seq,
        on: row.raised_on,
        cadreNo: view.cadreNo(row.cadre_id),
        ground,
        ...view.heldSince('objections', row),
      };
    }
    case 'rulings':
      return {
        kind: 'ruling',
        id,
        seq,
        on: row.ruled_on,
        objection: row.objection_id,
        ruling: row.ruling,
        by: row.ruled_by,
      };
    case 'retractions':
      return {
        kind: 'ruling',
        id,
        seq,
        on: row.retracted_on,
        objection: row.objection_id,
        ruling: 'retracted',
        by: row.by,
      };
    case 'reassignments':
      return {
        kind: 'reassignment',
        id,
        seq,
        on: row.on,
        from: view.cadreNo(row.from_id),
        to: view.cadreNo(row.to_id),
        newDueOn: row.new_due_on,
        by: row.by,
      };
  }
}

/** A stored event with its domain form. */
export interface StoredEvent {
  readonly row: EventRow;
  readonly event: FindingEvent;
}

/** The live events of one finding, in the order of events. */
export function eventsOf(view: View, findingId: number): StoredEvent[] {
  return eventTables
    .flatMap((table) => view.db.all<EventRow>(`${SELECTS[table]} WHERE e.finding_id = ?`, findingId))
    .filter((row) => view.isLive(row.table, row))
    .map((row) => ({ row, event: toEvent(view, row) }))
    .sort((left, right) => compareEvents(left.event, right.event));
}

/** An event's row with the finding it belongs to. */
export type EventOfFinding = EventRow & { readonly of_finding: number };

/** The tables that hold any event at all. */
export function usedEventTables(db: ReadDb): readonly EventTable[] {
  return eventTables.filter((table) => db.column(`SELECT 1 FROM ${table} LIMIT 1`).length > 0);
}

/** The events of a batch of findings in one table, sorted by finding. */
export function eventsOfFindings(db: ReadDb, table: EventTable, findings: IdBatch): EventOfFinding[] {
  const sql = `${SELECTS[table]} WHERE ${findings.among('e.finding_id')} ORDER BY e.finding_id`;
  return db.all<EventOfFinding>(sql, ...findings.values);
}

/** Whether a finding was ever reported as not done with a note, in a report reversed or not. */
export function hasNotedNotDone(db: ReadDb, findingId: number): boolean {
  const noted =
    "SELECT 1 FROM reports WHERE finding_id = ? AND progress = 'not_done' AND note IS NOT NULL LIMIT 1";
  return db.column(noted, findingId).length > 0;
}

/** Whether a finding or a task was handed over from one cadre to another, all by their row ids; 0 is none. */
export function isHandedOver(view: View, item: HandedOver): boolean {
  return view.db
    .all<FactRow>(
      'SELECT id, seq FROM reassignments WHERE (finding_id = ? OR task_id = ?) AND from_id = ? AND to_id = ?',
      ...[item.findingId, item.taskId, item.fromId, item.toId],
    )
    .some((row) => view.isLive('reassignments', row));
}
type HandedOver = Readonly<Record<'findingId' | 'taskId' | 'fromId' | 'toId', number>>;
