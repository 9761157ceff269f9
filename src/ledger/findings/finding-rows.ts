// Findings with all their rows, read side by side, and what of them is live at a journal position.
import type { Day } from '../../domain/days/day.ts';
import type {
  Dispatch,
  Finding,
  FindingNo,
  Responsible,
  Role,
  Severity,
} from '../../domain/findings/finding.ts';
import { compareEvents } from '../../domain/findings/history.ts';
import { findCadreRow } from '../cadres/cadres.ts';
import type { FactRow, View } from '../facts/view.ts';
import {
  type EventRow,
  eventsOf,
  eventsOfFindings,
  type StoredEvent,
  toEvent,
  usedEventTables,
} from './events.ts';
import { idBatches, RowsById } from './id-batches.ts';
import type { FindingSelection } from './selections.ts';

export interface FindingRow extends FactRow {
  readonly finding_no: FindingNo;
  readonly source: string;
  readonly clause: string | null;
  readonly area: string | null;
  readonly village: string | null;
  readonly station: string | null;
  readonly description: string;
  readonly severity: Severity;
  readonly reason: string | null;
  readonly action: string | null;
  readonly standard: string | null;
  readonly found_on: Day;
  readonly due_on: Day | null;
  /** How `due_on` was calculated (`+5wd`), when it was. */
  readonly due_reckoned: string | null;
  readonly resp_unit: string | null;
  readonly recurs_id: number | null;
  readonly remark: string | null;
}

/** The columns of a finding that the rules ask for: of a million, no others are read. */
export const SCORED = 'id, seq, finding_no, source, severity, found_on, due_on, recurs_id';
export type ScoredRow = Pick<
  FindingRow,
  'id' | 'seq' | 'finding_no' | 'source' | 'severity' | 'found_on' | 'due_on' | 'recurs_id'
>;

interface ResponsibleRow {
  readonly of_finding: number;
  readonly cadre_id: number;
  readonly role: Role;
}
interface DispatchRow extends FactRow {
  readonly of_finding: number;
  readonly sent_on: Day;
  readonly due_on: Day;
}

/** A finding with all its rows, whenever recorded and whether reversed or not. */
export interface FindingRows<Row extends ScoredRow = FindingRow> {
  readonly row: Row;
  /** As named when it was recorded, in the order given. */
  readonly named: readonly Responsible[];
  readonly dispatches: readonly DispatchRow[];
  readonly events: readonly EventRow[];
}

const RESPONSIBLE = 'SELECT finding_id AS of_finding, cadre_id, role FROM finding_responsible';
const DISPATCHES = `SELECT i.finding_id AS of_finding, o.* FROM dispatch_items i
  JOIN dispatch_orders o ON o.id = i.order_id`;

/** A finding's row with its amendments. */
export function findingRow(view: View, id: number): FindingRow {
  const row = view.db.get<FindingRow>('SELECT * FROM findings WHERE id = ?', id);
  if (row === undefined) throw new Error(`no finding with id ${id}`);
  return view.amended('findings', row);
}

/** Those named on a finding, in the order given, with what was filled in later. */
function namedOn(view: View, id: number): Responsible[] {
  const rows = view.db.all<ResponsibleRow>(`${RESPONSIBLE} WHERE finding_id = ? ORDER BY place`, id);
  return [...rows.map((row) => view.inRole(row.cadre_id, row.role)), ...namedLater(view, id)];
}

/** Cadres filled in by amendment where none was named: the fields `assist_no` and `leader_no`. */
function namedLater(view: View, id: number): readonly Responsible[] {
  const changes = view.amendments('findings').get(id);
  if (changes === undefined) return NONE;
  const later = { assist_no: 'assist', leader_no: 'leader' } as const;
  return changes.flatMap((change) => {
    const role = later[change.field as keyof typeof later];
    if (role === undefined) return [];
    return (change.new_value ?? '').split(';').flatMap((number) => {
      const row = findCadreRow(view.db, number);
      return row === undefined ? [] : [{ cadreNo: row.cadre_no, role }];
    });
  });
}

function toDispatch(row: DispatchRow): Dispatch {
  return { id: row.id, seq: row.seq, on: row.sent_on, dueOn: row.due_on };
}

/** A finding with all its live rows. */
export interface FindingWithRows {
  readonly finding: Finding;
  readonly row: FindingRow;
  readonly stored: readonly StoredEvent[];
}

/** One finding whole. */
export function loadFinding(view: View, id: number): FindingWithRows {
  const row = findingRow(view, id);
  const stored = eventsOf(view, id);
  const dispatches = view.db
    .all<DispatchRow>(`${DISPATCHES} WHERE i.finding_id = ?`, id)
    .filter((each) => view.isLive('dispatch_orders', each))
    .map(toDispatch);
  const finding = {
    ...fixedPart(row),
    named: namedOn(view, id),
    events: stored.map((each) => each.event),
    dispatches,
  };
  return { finding, row, stored };
}

function fixedPart(row: FindingRow): Omit<Finding, 'named' | 'events' | 'dispatches'> {
  return {
    id: row.id,
    findingNo: row.finding_no,
    source: row.source,
    severity: row.severity,
    foundOn: row.found_on,
    dueOn: row.due_on,
    recurs: row.recurs_id !== null,
  };
}

/**
 * Findings with their rows, in the order of their ids.
 * @param columns what is read of each finding: `*`, or no more than the rules ask for
 */
export function* findingRows<Row extends ScoredRow>(
  view: View,
  columns: string,
  { sql: chosen, values }: FindingSelection,
): Generator<FindingRows<Row>> {
  const { db } = view;
  const tables = usedEventTables(db);
  const dispatched = db.column('SELECT 1 FROM dispatch_items LIMIT 1').length > 0;
  for (const batch of idBatches(db, chosen, values)) {
    const read = <T extends { readonly of_finding: number }>(select: string, column: string, order = '') => {
      const sql = `${select} WHERE ${batch.among(column)} ORDER BY ${column}${order}`;
      return byFinding(db.all<T>(sql, ...batch.values));
    };
    const rows = db.all<Row>(
      `SELECT ${columns} FROM findings WHERE ${batch.among('id')} ORDER BY id`,
      ...batch.values,
    );
    const responsible = read<ResponsibleRow>(RESPONSIBLE, 'finding_id', ', place');
    const dispatches = dispatched ? read<DispatchRow>(DISPATCHES, 'i.finding_id') : undefined;
    const events = tables.map((table) => byFinding(eventsOfFindings(db, table, batch)));
    const found = new RowsById(rows, (row) => row.id);
    for (const id of batch.ids) {
      const [row] = found.take(id);
      if (row === undefined) continue;
      yield {
        row,
        named: responsible.take(id).map((each) => view.inRole(each.cadre_id, each.role)),
        dispatches: dispatches?.take(id) ?? NONE,
        events: events.length === 0 ? NONE : events.flatMap((each) => each.take(id)),
      };
    }
  }
}

function byFinding<T extends { readonly of_finding: number }>(rows: readonly T[]): RowsById<T> {
  return new RowsById(rows, (row) => row.of_finding);
}

/** What of a finding is live in the view; undefined when the finding itself is not. */
export function liveFinding<Row extends ScoredRow>(
  view: View,
  { row: recorded, named, dispatches, events }: FindingRows<Row>,
): { readonly finding: Finding; readonly row: Row } | undefined {
  if (!view.isLive('findings', recorded)) return undefined;
  const row = view.amended('findings', recorded);
  const later = namedLater(view, row.id);
  const finding = {
    id: row.id,
    findingNo: row.finding_no,
    source: row.source,
    severity: row.severity,
    foundOn: row.found_on,
    dueOn: row.due_on,
    recurs: row.recurs_id !== null,
    named: later.length === 0 ? named : [...named, ...later],
    events:
      events.length === 0
        ? NONE
        : events
            .filter((each) => view.isLive(each.table, each))
            .map((each) => toEvent(view, each))
            .sort(compareEvents),
    dispatches:
      dispatches.length === 0
        ? NONE
        : dispatches.filter((each) => view.isLive('dispatch_orders', each)).map(toDispatch),
  };
  return { finding, row };
}

const NONE: readonly never[] = [];
