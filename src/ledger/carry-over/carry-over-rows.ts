// What of a ledger goes on in a new one: the live rows, as they were recorded, table by table.
import { personColumns } from '../../domain/persons/meant.ts';
import type { ReadDb, SqlValue } from '../database.ts';
import type { FactRow, View } from '../facts/view.ts';
import { findingsChosen, LAST_DAY } from '../findings/findings.ts';
import { rechecksOf } from '../findings/rechecks.ts';
import {
  type FindingSelection,
  findingsByIds,
  findingsOfRound,
  openRechecks,
} from '../findings/selections.ts';
import { policyInForce } from '../rounds/policies.ts';
import { figureTables } from '../rounds/round-figures.ts';
import type { ClosedRound } from '../rounds/rounds.ts';
import { type FactTable, type PartTable, partKeys } from '../tables.ts';
import { attendanceForRound } from '../work/tasks.ts';
import type { CarriedRow, Values } from './carried-row.ts';
import { movementsCarried, waitOf } from './carry-over-history.ts';
import { inOrderOfRecording, reversedCarried } from './carry-over-reversed.ts';

export type { CarriedRow };

/** Gathers rows of a ledger: those that are live, in the order of recording. */
class Rows {
  readonly view: View;
  readonly found: CarriedRow[] = [];

  constructor(view: View) {
    this.view = view;
  }

  /** Takes the live rows that a condition finds, each with its parts. Returns their ids. */
  take(
    table: FactTable,
    where: string,
    values: readonly SqlValue[] = [],
    ...parts: readonly PartsOf[]
  ): number[] {
    const rows = this.view.db
      .all<FactRow & Values>(`SELECT * FROM ${table} WHERE ${where} ORDER BY id`, ...values)
      .filter((row) => this.view.isLive(table, row));
    const all = Object.hasOwn(personColumns, table) ? [...parts, personsOf(table)] : parts;
    for (const row of rows) {
      const parts = all.flatMap((each) => partsOf(this.view.db, row, each));
      parts.push(...waitOf(this.view, { table, row, parts }));
      this.found.push({ table, row, parts });
    }
    return rows.map((row) => row.id);
  }

  /** Adds rows that belong to the fact of a table taken last. */
  addParts(table: FactTable, parts: CarriedRow['parts']): void {
    const at = this.found.findLastIndex((each) => each.table === table);
    const fact = this.found[at];
    if (fact !== undefined) this.found[at] = { ...fact, parts: [...fact.parts, ...parts] };
  }
}

/** Who was meant by the persons that a fact names. */
function personsOf(table: FactTable): PartsOf {
  return {
    table: 'persons_meant',
    by: 'fact_id',
    order: 'seq, nth',
    where: 'fact = ?',
    values: [table],
  };
}

interface PartsOf {
  readonly table: PartTable;
  /** The column that names the fact, and that of the fact which it holds. */
  readonly by: string;
  readonly of?: string;
  /** The order of the key. */
  readonly order: string;
  /** A condition on the parts, and its values. */
  readonly where?: string;
  readonly values?: readonly SqlValue[];
}

function partsOf(
  db: ReadDb,
  row: Values,
  { table, by, of = 'id', order, where, values = [] }: PartsOf,
): CarriedRow['parts'][number][] {
  const sql = `SELECT * FROM ${table} WHERE ${by} = ?${where === undefined ? '' : ` AND (${where})`}`;
  return db
    .all<Values>(`${sql} ORDER BY ${order}`, row[of] ?? null, ...values)
    .map((part) => ({ table, row: part }));
}

const among = (column: string): string => `${column} IN (SELECT value FROM json_each(?))`;
const ids = (list: readonly number[]): string => JSON.stringify(list);

/** What of a ledger goes on: the row ids of its tasks; of findings and heads counted all, or what the next round needs. */
export interface Going {
  readonly tasks: readonly number[];
  readonly all: boolean;
}

/**
 * The rows that a ledger which goes on from this one needs, by table, what is referred to before what refers to it: the
 * roster, the findings that the next round can rest on and those they recur from, the tasks given, heads counted that no
 * round has taken in, the last closed round as it was frozen, calendars and policies.
 * @param closed the last closed round, if there is one
 */
export function rowsCarried(
  view: View,
  closed: ClosedRound | undefined,
  { tasks, all }: Going,
): CarriedRow[] {
  const rows = new Rows(view);
  rows.take('settings', 'id IN (SELECT max(id) FROM settings GROUP BY key)');
  const days = { table: 'calendar_days', by: 'year_id', order: '"on"' } as const;
  rows.take('calendar_years', 'true', [], days);
  const inForce = policyInForce(view.db).id;
  rows.take('policies', among('id'), [ids(closed === undefined ? [inForce] : [closed.policyId, inForce])]);
  rows.take('policy_adoptions', 'id = (SELECT max(id) FROM policy_adoptions)');
  const cadres = rows.take('cadres', 'true');
  rows.take('roster_events', 'true');
  const since = all ? undefined : closed;
  const findings = findingsCarried(view, since);
  const named = { by: 'finding_id', order: 'place' } as const;
  rows.take('findings', among('id'), [ids(findings)], { table: 'finding_responsible', ...named });
  takeTasks(rows, tasks);
  const objections = takeEvents(rows, findings, tasks);
  takeOrders(rows, findings, tasks);
  takeRechecks(rows, findings);
  const counted = attendanceForRound(view, LAST_DAY, since ?? null).map((row) => row.id);
  const attendance = rows.take('attendance', among('id'), [ids(counted)]);
  if (closed !== undefined) takeRound(rows, closed);
  for (const [record, carried] of Object.entries({ cadres, findings, tasks, attendance, objections })) {
    rows.take('amendments', `record = ? AND ${among('record_id')}`, [record, ids(carried)]);
  }
  return inOrderOfRecording([...rows.found, ...reversedCarried(view.db, rows.found)]);
}

/**
 * The findings that the round after `closed` can rest on, those drawn and not looked at again, all that they recur from, and
 * those recorded for a rebound of one of them, by id; without a closed round all.
 */
function findingsCarried(view: View, closed: ClosedRound | undefined): number[] {
  const carried = new Set<number>();
  const recurring = (selection: FindingSelection): number[] => {
    const from: number[] = [];
    for (const { finding, row } of findingsChosen(view, selection)) {
      carried.add(finding.id);
      if (row.recurs_id !== null) from.push(row.recurs_id);
      // As it was recorded, too: the row is copied before its amendments.
      const recorded = view.db.get<{ recurs_id: number | null }>(
        'SELECT recurs_id FROM findings WHERE id = ?',
        finding.id,
      );
      if (recorded?.recurs_id != null) from.push(recorded.recurs_id);
      for (const { new_id } of rechecksOf(view, finding.id)) if (new_id !== null) from.push(new_id);
    }
    return from.filter((id) => !carried.has(id));
  };
  let next = [...recurring(findingsOfRound(view, closed ?? null)), ...recurring(openRechecks)];
  while (next.length > 0) next = recurring(findingsByIds(next));
  return [...carried].sort((left, right) => left - right);
}

function takeTasks(rows: Rows, tasks: readonly number[]): void {
  const of = [ids(tasks)];
  const named = { by: 'task_id', order: 'place' } as const;
  rows.take('tasks', among('id'), of, { table: 'task_responsible', ...named });
  rows.take('task_plans', among('task_id'), of, { table: 'milestones', by: 'plan_id', order: '"on"' });
  rows.take('task_cancellations', among('task_id'), of);
  rows.take('progress', among('task_id'), of);
}

/** What happened to findings and tasks. Returns the ids of the objections. */
function takeEvents(rows: Rows, findings: readonly number[], tasks: readonly number[]): number[] {
  const of = [ids(findings)];
  for (const table of ['reports', 'checks', 'extensions', 'unit_words'] as const)
    rows.take(table, among('finding_id'), of);
  const objections = rows.take('objections', among('finding_id'), of);
  for (const table of ['rulings', 'retractions'] as const)
    rows.take(table, among('objection_id'), [ids(objections)]);
  rows.take('reassignments', `${among('finding_id')} OR ${among('task_id')}`, [...of, ids(tasks)]);
  return objections;
}

/** The orders on which carried findings or tasks stand, with those lines alone, and their receipts. */
function takeOrders(rows: Rows, findings: readonly number[], tasks: readonly number[]): void {
  const where = `${among('finding_id')} OR ${among('task_id')}`;
  const values = [ids(findings), ids(tasks)];
  const items = { table: 'dispatch_items', by: 'order_id', order: 'place', where, values } as const;
  const orders = rows.take(
    'dispatch_orders',
    `id IN (SELECT order_id FROM dispatch_items WHERE ${where})`,
    values,
    items,
  );
  rows.take('dispatch_receipts', among('order_id'), [ids(orders)]);
}

/** The draws with those of their findings that are carried, and the re-checks of these. */
function takeRechecks(rows: Rows, findings: readonly number[]): void {
  const values = [ids(findings)];
  const where = among('finding_id');
  const members = { table: 'recheck_members', by: 'draw_id', order: 'place', where, values } as const;
  rows.take('recheck_draws', `id IN (SELECT draw_id FROM recheck_members WHERE ${where})`, values, members);
  rows.take('rechecks', where, values);
}

/** The last closed round as it was frozen, with its figures, what was corrected in it, and what was said and held after it. */
function takeRound(rows: Rows, closed: ClosedRound): void {
  const of = [closed.number];
  rows.take('rounds', 'id = ?', [closed.roundId]);
  const own = { by: 'round_no', of: 'round_no' } as const;
  const figures = [...figureTables, 'figure_stations' as const].map((table) => ({
    ...own,
    table,
    order: partKeys[table],
  }));
  const draft = { ...own, table: 'draft_digests', order: partKeys.draft_digests } as const;
  const lines = { ...own, table: 'standings', order: partKeys.standings } as const;
  const added = { ...own, table: 'standing_additions', order: partKeys.standing_additions } as const;
  rows.take('round_closings', 'round_no = ?', of, draft, lines, added, ...figures);
  rows.addParts('round_closings', movementsCarried(rows.view, closed));
  const corrected = { table: 'correction_additions', by: 'correction_id', order: 'correction_id' } as const;
  rows.take('corrections', 'round_no = ?', of, corrected);
  for (const table of ['statements', 'services', 'followups'] as const) rows.take(table, 'round_no = ?', of);
  const talks = rows.take('talks', 'round_no = ?', of);
  rows.take('talk_receipts', among('talk_id'), [ids(talks)]);
  const appeals = rows.take('appeals', 'round_no = ?', of);
  rows.take('appeal_rulings', among('appeal_id'), [ids(appeals)]);
}
