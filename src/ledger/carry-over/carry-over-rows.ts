// What of a ledger goes on in a new one: the live rows, as they were recorded, table by table.
import type { View } from '../facts/view.ts';
import { findingsChosen, LAST_DAY } from '../findings/findings.ts';
import { rechecksOf } from '../findings/rechecks.ts';
import {
  type FindingSelection,
  findingsByIds,
  findingsOfRound,
  openRechecks,
} from '../findings/selections.ts';
import { policyInForce } from '../rounds/policies.ts';
import type { ClosedRound } from '../rounds/rounds.ts';
import { attendanceForRound } from '../work/tasks.ts';
import type { CarriedLineValues, CarriedRow } from './carried-row.ts';
import { among, ids, Rows } from './carry-over-gather.ts';
import { inOrderOfRecording, reversedCarried } from './carry-over-reversed.ts';
import { takeRound } from './carry-over-round.ts';

export type { CarriedRow };

/**
 * What is carried over of a ledger: the row ids of its tasks; of findings and attendance all, or what the next round
 * needs.
 */
export interface Going {
  readonly tasks: readonly number[];
  /** Lines before the last closed round on which something open rests. */
  readonly lines: readonly CarriedLineValues[];
  readonly all: boolean;
}

/**
 * The rows that a ledger continued from this one needs, by table, what is referred to before what refers to it: the
 * roster, the findings that the next round can rest on and those they recur from, the tasks given, attendance that no
 * round has used, the last closed round as it was frozen, calendars and policies.
 * @param closed the last closed round, if there is one
 */
export function rowsCarried(
  view: View,
  closed: ClosedRound | undefined,
  { tasks, lines, all }: Going,
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
  if (closed !== undefined) takeRound(rows, closed, lines);
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

/** The orders that list carried findings or tasks, with those lines alone, and their receipts. */
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
