// What rests on what: the live rows that would lose their ground with a fact.
import type { ReadDb } from '../database.ts';
import { type FactTable, guardedTables, type NowTable } from '../tables.ts';
import type { WriteDb } from '../writing/journal.ts';
import type { AmendmentRow, FactRow, View } from './view.ts';

/** Facts that are undone by other means, or never. */
const NOT_REVERSIBLE: ReadonlySet<string> = new Set([
  ...[
    'settings',
    'policies',
    'policy_adoptions',
    'rounds',
    'round_cancellations',
    'round_closings',
    'reversals',
    'carry_overs',
    'seals',
    ...['recorded_again', 'correction_bases', 'correction_facts'],
  ],
]);

/** Whether the rows of a table can be reversed. */
export function isReversible(table: string): boolean {
  if (!Object.hasOwn(guardedTables, table) || NOT_REVERSIBLE.has(table)) return false;
  const columns = guardedTables[table as FactTable];
  return columns.includes('batch_id') && columns.includes('id');
}

/** A fact by its table and row. */
export interface Fact {
  readonly table: FactTable;
  readonly id: number;
}

interface Rests {
  /** The table whose live rows rest on the fact. */
  readonly table: FactTable;
  /** Their rows, given the fact's id. */
  readonly sql: string;
}

const direct = (table: FactTable, column: string): Rests => ({
  table,
  sql: `SELECT id, seq FROM ${table} WHERE "${column}" = ?`,
});
const amended = (record: AmendmentRow['record']): Rests => ({
  table: 'amendments',
  sql: `SELECT id, seq FROM amendments WHERE record = '${record}' AND record_id = ?`,
});

/** A dispatch order does not rest on its items: a finding or task that is reversed is struck from its orders. */
const RESTS: Readonly<Partial<Record<FactTable, readonly Rests[]>>> = {
  cadres: [
    {
      table: 'findings',
      sql: `SELECT f.id, f.seq FROM finding_responsible r JOIN findings f ON f.id = r.finding_id
        WHERE r.cadre_id = ?`,
    },
    {
      table: 'tasks',
      sql: 'SELECT t.id, t.seq FROM task_responsible r JOIN tasks t ON t.id = r.task_id WHERE r.cadre_id = ?',
    },
    direct('roster_events', 'cadre_id'),
    direct('objections', 'cadre_id'),
    direct('reassignments', 'from_id'),
    direct('reassignments', 'to_id'),
    direct('attendance', 'cadre_id'),
    direct('decisions', 'cadre_id'),
    direct('statements', 'cadre_id'),
    direct('talks', 'cadre_id'),
    direct('services', 'cadre_id'),
    direct('appeals', 'cadre_id'),
    direct('followups', 'cadre_id'),
    direct('corrections', 'cadre_id'),
    amended('cadres'),
    {
      // Named on a finding later, where no one was named.
      table: 'amendments',
      sql: `SELECT a.id, a.seq FROM cadres c JOIN amendments a ON a.record = 'findings'
        AND a.field IN ('assist_no', 'leader_no') AND instr(';' || a.new_value || ';', ';' || c.cadre_no || ';') > 0
        WHERE c.id = ?`,
    },
    {
      table: 'round_closings',
      sql: `SELECT c.id, c.seq FROM standings s JOIN round_closings c ON c.round_no = s.round_no
        WHERE s.cadre_id = ?`,
    },
  ],
  roster_events: [
    {
      // Who comes back has left before.
      table: 'roster_events',
      sql: `SELECT later.id, later.seq FROM roster_events e JOIN roster_events later
        ON later.cadre_id = e.cadre_id AND (later."on" > e."on" OR (later."on" = e."on" AND later.id > e.id))
        WHERE e.id = ?`,
    },
  ],
  findings: [
    direct('reports', 'finding_id'),
    direct('checks', 'finding_id'),
    direct('extensions', 'finding_id'),
    direct('objections', 'finding_id'),
    direct('unit_words', 'finding_id'),
    direct('reassignments', 'finding_id'),
    direct('findings', 'recurs_id'),
    direct('rechecks', 'finding_id'),
    direct('rechecks', 'new_id'),
    {
      table: 'amendments',
      sql: `SELECT id, seq FROM amendments
        WHERE record = 'findings' AND field = 'recurs_id' AND CAST(new_value AS INTEGER) = ?`,
    },
    amended('findings'),
  ],
  objections: [
    direct('rulings', 'objection_id'),
    direct('retractions', 'objection_id'),
    amended('objections'),
  ],
  talks: [
    {
      // The receipt that was given with the talk goes with it.
      table: 'talk_receipts',
      sql: 'SELECT p.id, p.seq FROM talk_receipts p JOIN talks t ON t.id = p.talk_id WHERE t.id = ? AND p.seq <> t.seq',
    },
  ],
  appeals: [direct('appeal_rulings', 'appeal_id')],
  appeal_rulings: [
    {
      table: 'corrections',
      sql: `SELECT c.id, c.seq FROM correction_measures m JOIN corrections c ON c.id = m.correction_id
        WHERE m.ruling_id = ?`,
    },
  ],
  checks: [
    {
      // What is looked at again was rectified by it.
      table: 'rechecks',
      sql: `SELECT r.id, r.seq FROM checks c JOIN rechecks r ON r.finding_id = c.finding_id
        WHERE c.id = ? AND c.result = 'rectified'`,
    },
  ],
  amendments: [
    {
      // A rebound rests on what says that its new finding repeats the old one.
      table: 'rechecks',
      sql: `SELECT r.id, r.seq FROM amendments a JOIN rechecks r ON r.new_id = a.record_id
        WHERE a.id = ? AND a.record = 'findings' AND a.field = 'recurs_id'`,
    },
  ],
  attendance: [amended('attendance')],
  dispatch_orders: [direct('dispatch_receipts', 'order_id')],
  tasks: [
    direct('progress', 'task_id'),
    direct('reassignments', 'task_id'),
    direct('task_cancellations', 'task_id'),
    {
      // The plan that came with the task goes with it.
      table: 'task_plans',
      sql: `SELECT p.id, p.seq FROM task_plans p JOIN tasks t ON t.id = p.task_id
        WHERE p.task_id = ? AND p.seq <> t.seq`,
    },
    amended('tasks'),
  ],
};

/** The live rows that rest on a fact, directly. */
export function dependantsOf(view: View, { table, id }: Fact): Fact[] {
  return (RESTS[table] ?? []).flatMap((rests) =>
    view.db
      .all<FactRow>(rests.sql, id)
      .filter((row) => view.isLive(rests.table, row))
      .map((row) => ({ table: rests.table, id: row.id })),
  );
}

/** A fact's row by table and id, or undefined. */
export function findFact(db: ReadDb, table: FactTable, id: number): FactRow | undefined {
  return db.get<FactRow>(`SELECT * FROM ${table} WHERE id = ?`, id);
}

/** The findings and tasks whose history changes with a fact. */
export function touchedBy(
  db: ReadDb,
  table: FactTable,
  id: number,
): { readonly findings: readonly number[]; readonly tasks: readonly number[] } {
  const ids = (sql: string): number[] =>
    db
      .all<{ id: number | null }>(sql, id)
      .map((row) => row.id)
      .filter((each) => each !== null);
  switch (table) {
    case 'reports':
    case 'checks':
    case 'extensions':
    case 'objections':
      return { findings: ids(`SELECT finding_id AS id FROM ${table} WHERE id = ?`), tasks: [] };
    case 'rulings':
      return {
        findings: ids(
          'SELECT o.finding_id AS id FROM rulings r JOIN objections o ON o.id = r.objection_id WHERE r.id = ?',
        ),
        tasks: [],
      };
    case 'retractions':
      return {
        findings: ids(
          'SELECT o.finding_id AS id FROM retractions r JOIN objections o ON o.id = r.objection_id WHERE r.id = ?',
        ),
        tasks: [],
      };
    case 'reassignments':
      return {
        findings: ids('SELECT finding_id AS id FROM reassignments WHERE id = ?'),
        tasks: ids('SELECT task_id AS id FROM reassignments WHERE id = ?'),
      };
    case 'dispatch_orders':
      return { findings: ids('SELECT finding_id AS id FROM dispatch_items WHERE order_id = ?'), tasks: [] };
    case 'amendments':
      return {
        findings: ids("SELECT record_id AS id FROM amendments WHERE id = ? AND record = 'findings'"),
        tasks: ids("SELECT record_id AS id FROM amendments WHERE id = ? AND record = 'tasks'"),
      };
    case 'progress':
      return { findings: [], tasks: ids('SELECT task_id AS id FROM progress WHERE id = ?') };
    default:
      return { findings: [], tasks: [] };
  }
}

const DERIVED: Readonly<Partial<Record<FactTable, NowTable>>> = {
  findings: 'finding_now',
  cadres: 'cadre_now',
  tasks: 'task_now',
  dispatch_orders: 'order_now',
};

/** Frees the number of a record that is reversed. */
export function deleteDerived(db: WriteDb, table: FactTable, id: number): void {
  const derived = DERIVED[table];
  if (derived !== undefined) db.deleteDerived(derived, id);
}
