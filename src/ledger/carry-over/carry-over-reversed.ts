// What was reversed goes on too, so that it does not come back in the new ledger: the facts, their reversals, what was recorded again.

import type { ReadDb, SqlValue } from '../database.ts';
import type { ReturningTable } from '../facts/reversals.ts';
import type { FactRow } from '../facts/view.ts';
import { type FactTable, type PartTable, parentsFirst } from '../tables.ts';
import type { CarriedRow, Values } from './carried-row.ts';

type AnyRow = FactRow & Values;

/** The tables that reversed facts are carried of, each behind what it refers to; with their parts. */
const PARTS: Readonly<
  Partial<Record<ReturningTable, { readonly table: PartTable; readonly by: string; readonly order: string }>>
> = {
  findings: { table: 'finding_responsible', by: 'finding_id', order: 'place' },
  tasks: { table: 'task_responsible', by: 'task_id', order: 'place' },
  task_plans: { table: 'milestones', by: 'plan_id', order: '"on"' },
  dispatch_orders: { table: 'dispatch_items', by: 'order_id', order: 'place' },
  recheck_draws: { table: 'recheck_members', by: 'draw_id', order: 'place' },
};
const TABLES: readonly ReturningTable[] = [
  ...([
    'cadres',
    'roster_events',
    'findings',
    'tasks',
    'reports',
    'checks',
    'extensions',
    'objections',
  ] as const),
  ...([
    'rulings',
    'reassignments',
    'dispatch_orders',
    'task_cancellations',
    'progress',
    'attendance',
  ] as const),
  ...(['statements', 'talks', 'dispatch_receipts', 'task_plans', 'amendments'] as const),
  ...(['services', 'talk_receipts', 'appeals', 'appeal_rulings', 'followups', 'retractions'] as const),
  ...(['recheck_draws', 'rechecks'] as const),
];

/** The columns that hold ids, with the table they are of. */
const REFERENCES: Readonly<Record<string, FactTable>> = {
  cadre_id: 'cadres',
  from_id: 'cadres',
  to_id: 'cadres',
  finding_id: 'findings',
  task_id: 'tasks',
  objection_id: 'objections',
  talk_id: 'talks',
  appeal_id: 'appeals',
  order_id: 'dispatch_orders',
  new_id: 'findings',
};

/**
 * Reversed facts whose subjects go on, or were reversed themselves, with their reversals. What the undoing of a batch
 * reversed is free to come in again and stays behind.
 * @param found the live rows that go on
 */
export function reversedCarried(db: ReadDb, found: readonly CarriedRow[]): CarriedRow[] {
  const carried = new Map<FactTable, Set<number>>();
  const isCarried = (table: FactTable, id: SqlValue): boolean => carried.get(table)?.has(Number(id)) === true;
  const carry = ({ table, row }: CarriedRow): void => {
    const ids = carried.get(table) ?? new Set();
    carried.set(table, ids.add(row.id));
  };
  for (const each of found) carry(each);
  const refersToCarried = (row: Values): boolean =>
    Object.entries(REFERENCES).every(
      ([column, table]) => row[column] == null || isCarried(table, row[column]),
    );
  const isOfCarried = (table: FactTable, row: Values): boolean =>
    table !== 'amendments' || isCarried(row.record as FactTable, row.record_id ?? null);
  const reversed: CarriedRow[] = [];
  for (const table of TABLES) {
    for (const row of reversedRows(db, table)) {
      const of = PARTS[table];
      const all =
        of && db.all<Values>(`SELECT * FROM ${of.table} WHERE ${of.by} = ? ORDER BY ${of.order}`, row.id);
      const parts = (all ?? []).filter((part) => refersToCarried({ ...part, [of?.by ?? '']: null }));
      // People and items that stay behind leave a sheet or a finding that is known by its number alone.
      if (!refersToCarried(row) || !isOfCarried(table, row)) continue;
      const older = row.recurs_id != null && !isCarried('findings', row.recurs_id) ? { recurs_id: null } : {};
      const each: CarriedRow = {
        table,
        row: { ...row, ...older },
        reversed: true,
        parts: parts.map((part) => ({ table: of?.table ?? 'finding_responsible', row: part })),
      };
      reversed.push(each);
      carry(each);
    }
  }
  for (const table of ['reversals', 'recorded_again'] as const) {
    for (const row of db.all<AnyRow>(`SELECT * FROM ${table} ORDER BY id`)) {
      const fact = row.fact as FactTable;
      const known =
        isCarried(fact, row.fact_id ?? null) &&
        (table === 'reversals' || isCarried(fact, row.reversed_id ?? null));
      if (known) reversed.push({ table, row, parts: [] });
    }
  }
  return reversed;
}

function reversedRows(db: ReadDb, table: ReturningTable): AnyRow[] {
  return db.all<AnyRow>(
    `SELECT t.* FROM reversals r JOIN ${table} t ON t.id = r.fact_id
       JOIN journal j ON j.seq = r.seq AND j.command <> 'batch undo'
     WHERE r.fact = '${table}' ORDER BY t.id`,
  );
}

/** Live and reversed rows by table, none before what it refers to, each table in the order of recording. */
export function inOrderOfRecording(rows: readonly CarriedRow[]): CarriedRow[] {
  const place = new Map<string, number>(parentsFirst.map((table, index) => [table, index]));
  const placeOf = ({ table }: CarriedRow): number => place.get(table) ?? 0;
  return rows.toSorted((left, right) => placeOf(left) - placeOf(right) || left.row.id - right.row.id);
}
