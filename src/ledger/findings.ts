// Findings in the ledger: one by number, many for a round, and the status derived from their events.
import type { Day } from '../domain/day.ts';
import type { Dispatch, Finding, FindingNo, Responsible, Role, Severity, Status } from '../domain/finding.ts';
import { compareEvents, stateAt, statusAt } from '../domain/history.ts';
import type { PreviousRound } from '../domain/round.ts';
import { comparableNumber } from '../domain/text.ts';
import { findCadreRow } from './cadres.ts';
import type { ReadDb } from './database.ts';
import { eventCursors, eventsOf, GroupedRows, type StoredEvent, toEvent } from './events.ts';
import type { WriteDb } from './journal.ts';
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

/** The last day: what is true after everything recorded. */
export const LAST_DAY = '9999-12-31' as Day;

const RESPONSIBLE = 'SELECT finding_id AS of_finding, cadre_id, role FROM finding_responsible';
const DISPATCHES = `SELECT i.finding_id AS of_finding, o.* FROM dispatch_items i
  JOIN dispatch_orders o ON o.id = i.order_id`;

/** The id of the live finding with a number, or undefined. */
export function findingId(db: ReadDb, findingNo: string): number | undefined {
  return db.get<{ finding_id: number }>(
    'SELECT finding_id FROM finding_now WHERE finding_no = ?',
    comparableNumber(findingNo),
  )?.finding_id;
}

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
 * The findings that a round can rest on, in the order of their ids: those not settled, settled after the last closed
 * round's cutoff, or settled by something recorded after that round was closed. Everything before it stays unread.
 */
export function* findingsForRound(
  view: View,
  previous: Pick<PreviousRound, 'cutoff' | 'closedAt'> | null,
): Generator<Finding> {
  const since = previous?.cutoff ?? '';
  const values = [since, previous?.closedAt ?? 0, since, view.position];
  for (const { finding } of findingsChosen(view, CHOSEN_FOR_ROUND, values)) yield finding;
}

/** The ids of the findings of a round; pinned by a test of the query plan. */
export const CHOSEN_FOR_ROUND = `SELECT finding_id FROM finding_now WHERE settled_on IS NULL
  UNION ALL SELECT finding_id FROM finding_now WHERE settled_on > ?
  UNION ALL SELECT finding_id FROM finding_now WHERE settled_seq > ? AND settled_on <= ?
  UNION ALL SELECT fact_id FROM reversals WHERE fact = 'findings' AND seq > ?`;

/** The ids of the findings for which a cadre is or was responsible; takes the row id of the cadre three times. */
export const CHOSEN_FOR_CADRE = `SELECT finding_id FROM finding_responsible WHERE cadre_id = ?
  UNION SELECT finding_id FROM reassignments WHERE to_id = ? AND finding_id IS NOT NULL
  UNION SELECT record_id FROM amendments WHERE record = 'findings' AND field IN ('assist_no', 'leader_no')
    AND instr(';' || new_value || ';', ';' || (SELECT cadre_no FROM cadres WHERE id = ?) || ';') > 0`;

/**
 * Findings whole, in the order of their ids, read side by side with their events.
 * @param chosen a subquery that gives the ids, with its values
 */
export function* findingsChosen(
  view: View,
  chosen: string,
  values: readonly (string | number)[],
): Generator<{ readonly finding: Finding; readonly row: FindingRow }> {
  const grouped = <T extends { of_finding: number }>(select: string, column: string, order: string) =>
    new GroupedRows(
      view.db.iterate<T>(`${select} WHERE ${column} IN (${chosen}) ORDER BY ${column}${order}`, ...values),
    );
  const responsible = grouped<ResponsibleRow>(RESPONSIBLE, 'finding_id', ', place');
  const dispatches = grouped<DispatchRow>(DISPATCHES, 'i.finding_id', '');
  const events = eventCursors(view, chosen, values);
  const rows = view.db.iterate<FindingRow>(
    `SELECT * FROM findings WHERE id IN (${chosen}) ORDER BY id`,
    ...values,
  );
  try {
    for (const recorded of rows) {
      const named = responsible.take(recorded.id).map((row) => toResponsible(view, row));
      const sent = dispatches.take(recorded.id);
      const happened = events.flatMap((each) => each.take(recorded.id));
      if (!view.isLive('findings', recorded)) continue;
      const row = view.amended('findings', recorded);
      const finding = {
        ...fixedPart(row),
        named: [...named, ...namedLater(view, row.id)],
        events: happened
          .filter((each) => view.isLive(each.table, each))
          .map((each) => toEvent(view, each))
          .sort(compareEvents),
        dispatches: sent.filter((each) => view.isLive('dispatch_orders', each)).map(toDispatch),
      };
      yield { finding, row };
    }
  } finally {
    // Who stops half way leaves no cursor behind: an open one would hold up the end of the transaction.
    for (const cursor of [responsible, dispatches, ...events]) cursor.close();
  }
}

/** What is derived of a finding: its status after everything recorded, and what settled it. */
export interface FindingNow {
  readonly status: Status;
  readonly settledOn: Day | null;
  readonly settledSeq: number | null;
}

/** Derives `FindingNow` from the facts. */
export function deriveFinding(finding: Finding): FindingNow {
  const state = stateAt(finding, LAST_DAY);
  return {
    status: statusAt(finding, state, LAST_DAY),
    settledOn: state.settled?.on ?? null,
    settledSeq: state.settled?.seq ?? null,
  };
}

/** Stores what is derived of a finding that has it stored already. */
export function updateFindingNow(db: WriteDb, finding: Finding): void {
  const now = deriveFinding(finding);
  db.derive(
    'UPDATE finding_now SET status = ?, settled_on = ?, settled_seq = ? WHERE finding_id = ?',
    ...[now.status, now.settledOn, now.settledSeq, finding.id],
  );
}

/** A new finding's columns, those responsible in the order given, by the ids of their rows. */
export interface NewFinding {
  readonly values: Omit<FindingRow, keyof FactRow>;
  readonly responsible: readonly { readonly cadreId: number; readonly role: Role }[];
}

/** Adds a finding; the number must be free among live rows. Returns the row's id. */
export function addFinding(
  db: WriteDb,
  { values, responsible }: NewFinding,
  origin: { readonly batch_id: number | null; readonly line: number | null },
): number {
  const id = db.insert('findings', { ...values, ...origin });
  for (const [place, { cadreId, role }] of responsible.entries()) {
    db.insertPart('finding_responsible', { finding_id: id, place, cadre_id: cadreId, role });
  }
  db.derive(
    "INSERT INTO finding_now (finding_id, finding_no, status) VALUES (?, ?, 'registered')",
    id,
    values.finding_no,
  );
  return id;
}
