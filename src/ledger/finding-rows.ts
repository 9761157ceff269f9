// Findings with all their rows, read side by side, and what of them is live at a journal position.
import type { Day } from '../domain/day.ts';
import type { Dispatch, Finding, FindingNo, Responsible, Role, Severity } from '../domain/finding.ts';
import { compareEvents } from '../domain/history.ts';
import { findCadreRow } from './cadres.ts';
import { type EventRow, eventCursors, eventsOf, GroupedRows, type StoredEvent, toEvent } from './events.ts';
import type { FactRow, View } from './view.ts';

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
  /** How `due_on` was reckoned (`+5wd`), when it was. */
  readonly due_reckoned: string | null;
  readonly resp_unit: string | null;
  readonly recurs_id: number | null;
  readonly remark: string | null;
}

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
export interface FindingRows {
  readonly row: FindingRow;
  readonly responsible: readonly ResponsibleRow[];
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
export function namedOn(view: View, id: number): Responsible[] {
  const rows = view.db.all<ResponsibleRow>(`${RESPONSIBLE} WHERE finding_id = ? ORDER BY place`, id);
  return [...rows.map((row) => toResponsible(view, row)), ...namedLater(view, id)];
}

function toResponsible(view: View, row: ResponsibleRow): Responsible {
  return { cadreNo: view.cadreNo(row.cadre_id), role: row.role };
}

/** Cadres filled in by amendment where none stood: the fields `assist_no` and `leader_no`. */
function namedLater(view: View, id: number): Responsible[] {
  const later = { assist_no: 'assist', leader_no: 'leader' } as const;
  return (view.amendments('findings').get(id) ?? []).flatMap((change) => {
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
 * Findings with their rows, in the order of their ids, each kind of row read by a cursor of its own.
 * @param chosen a subquery that gives the ids, with its values
 */
export function* findingRows(
  view: View,
  chosen: string,
  values: readonly (string | number)[],
): Generator<FindingRows> {
  const grouped = <T extends { of_finding: number }>(select: string, column: string, order: string) =>
    new GroupedRows(() =>
      view.db.iterate<T>(`${select} WHERE ${column} IN (${chosen}) ORDER BY ${column}${order}`, ...values),
    );
  const responsible = grouped<ResponsibleRow>(RESPONSIBLE, 'finding_id', ', place');
  const dispatches = grouped<DispatchRow>(DISPATCHES, 'i.finding_id', '');
  const events = eventCursors(view, chosen, values);
  const rows = `SELECT * FROM findings WHERE id IN (${chosen}) ORDER BY id`;
  try {
    for (const row of view.db.iterate<FindingRow>(rows, ...values)) {
      yield {
        row,
        responsible: responsible.take(row.id),
        dispatches: dispatches.take(row.id),
        events: events.flatMap((each) => each.take(row.id)),
      };
    }
  } finally {
    // Who stops half way leaves no cursor behind: an open one would hold up the end of the transaction.
    for (const cursor of [responsible, dispatches, ...events]) cursor.close();
  }
}

/** What of a finding is live in the view; undefined when the finding itself is not. */
export function liveFinding(
  view: View,
  { row: recorded, responsible, dispatches, events }: FindingRows,
): { readonly finding: Finding; readonly row: FindingRow } | undefined {
  if (!view.isLive('findings', recorded)) return undefined;
  const row = view.amended('findings', recorded);
  const finding = {
    ...fixedPart(row),
    named: [...responsible.map((each) => toResponsible(view, each)), ...namedLater(view, row.id)],
    events: events
      .filter((each) => view.isLive(each.table, each))
      .map((each) => toEvent(view, each))
      .sort(compareEvents),
    dispatches: dispatches.filter((each) => view.isLive('dispatch_orders', each)).map(toDispatch),
  };
  return { finding, row };
}
