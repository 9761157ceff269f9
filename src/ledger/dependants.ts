// What rests on what: the live rows that would lose their ground with a fact.
import type { ReadDb } from './database.ts';
import type { WriteDb } from './journal.ts';
import { type FactTable, guardedTables } from './tables.ts';
import type { FactRow, View } from './view.ts';

/** Facts that are taken back by other means, or never. */
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
  ],
]);

/** Whether the rows of a table can be reversed. */
export function isReversible(table: string): boolean {
  if (!Object.hasOwn(guardedTables, table) || NOT_REVERSIBLE.has(table)) return false;
  const columns = guardedTables[table as FactTable];
  return columns.includes('batch_id') && columns.includes('id');
}

/** A live row that rests on a fact: its id for `reverse`, and what it is about. */
export interface Dependant {
  readonly fact: string;
  readonly name: string;
}

interface Rests {
  /** The table whose live rows rest on the fact. */
  readonly table: FactTable;
  /** Their rows, given the fact's id; `name` says what they are about. */
  readonly sql: string;
}

const direct = (table: FactTable, column: string, name = `${table}.id`): Rests => ({
  table,
  sql: `SELECT ${table}.id, ${table}.seq, ${name} AS name FROM ${table} WHERE ${table}."${column}" = ?`,
});
const AMENDED_FINDING = '(SELECT finding_no FROM findings f WHERE f.id = record_id)';
const FINDING_NO = '(SELECT finding_no FROM findings f WHERE f.id = finding_id)';

const RESTS: Readonly<Partial<Record<FactTable, readonly Rests[]>>> = {
  cadres: [
    {
      table: 'findings',
      sql: `SELECT f.id, f.seq, f.finding_no AS name FROM finding_responsible r
        JOIN findings f ON f.id = r.finding_id WHERE r.cadre_id = ?`,
    },
    {
      table: 'tasks',
      sql: 'SELECT t.id, t.seq, t.task_no AS name FROM task_responsible r JOIN tasks t ON t.id = r.task_id WHERE r.cadre_id = ?',
    },
    direct('roster_events', 'cadre_id', '"on"'),
    direct('objections', 'cadre_id', FINDING_NO),
    direct('reassignments', 'from_id', '"on"'),
    direct('reassignments', 'to_id', '"on"'),
    direct('attendance', 'cadre_id', 'site'),
    direct('decisions', 'cadre_id', 'reason'),
    direct('statements', 'cadre_id', 'round_no'),
    direct('talks', 'cadre_id', 'round_no'),
    direct('corrections', 'cadre_id', 'round_no'),
    {
      // Named on a finding later, where nobody stood.
      table: 'amendments',
      sql: `SELECT a.id, a.seq, a.field AS name FROM cadres c JOIN amendments a ON a.record = 'findings'
        AND a.field IN ('assist_no', 'leader_no') AND instr(';' || a.new_value || ';', ';' || c.cadre_no || ';') > 0
        WHERE c.id = ?`,
    },
    {
      table: 'round_closings',
      sql: `SELECT c.id, c.seq, c.round_no AS name FROM standings s
        JOIN round_closings c ON c.round_no = s.round_no WHERE s.cadre_id = ?`,
    },
  ],
  findings: [
    direct('reports', 'finding_id', 'reported_on'),
    direct('checks', 'finding_id', 'checked_on'),
    direct('extensions', 'finding_id', 'granted_on'),
    direct('objections', 'finding_id', 'raised_on'),
    direct('reassignments', 'finding_id', '"on"'),
    direct('findings', 'recurs_id', 'finding_no'),
    {
      table: 'amendments',
      sql: `SELECT id, seq, ${AMENDED_FINDING} AS name FROM amendments
        WHERE record = 'findings' AND field = 'recurs_id' AND CAST(new_value AS INTEGER) = ?`,
    },
    {
      table: 'dispatch_orders',
      sql: `SELECT o.id, o.seq, o.order_no AS name FROM dispatch_items i
        JOIN dispatch_orders o ON o.id = i.order_id WHERE i.finding_id = ?`,
    },
    {
      table: 'amendments',
      sql: `SELECT id, seq, field AS name FROM amendments WHERE record = 'findings' AND record_id = ?`,
    },
  ],
  objections: [direct('rulings', 'objection_id', 'ruled_on')],
  dispatch_orders: [direct('dispatch_receipts', 'order_id', 'received_on')],
  tasks: [
    direct('progress', 'task_id', '"on"'),
    direct('reassignments', 'task_id', '"on"'),
    direct('task_cancellations', 'task_id', 'cancelled_on'),
    {
      table: 'dispatch_orders',
      sql: `SELECT o.id, o.seq, o.order_no AS name FROM dispatch_items i
        JOIN dispatch_orders o ON o.id = i.order_id WHERE i.task_id = ?`,
    },
  ],
};

/** The live rows that rest on a fact. */
export function dependantsOf(view: View, table: FactTable, id: number): Dependant[] {
  return (RESTS[table] ?? []).flatMap((rests) =>
    view.db
      .all<FactRow & { name: string | number }>(rests.sql, id)
      .filter((row) => view.isLive(rests.table, row))
      .map((row) => ({ fact: `${rests.table}-${row.id}`, name: String(row.name) })),
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

const DERIVED: Readonly<Partial<Record<FactTable, string>>> = {
  findings: 'DELETE FROM finding_now WHERE finding_id = ?',
  cadres: 'DELETE FROM cadre_now WHERE cadre_id = ?',
  tasks: 'DELETE FROM task_now WHERE task_id = ?',
  dispatch_orders: 'DELETE FROM order_now WHERE order_id = ?',
};

/** Frees the number of a record that is reversed. */
export function deleteDerived(db: WriteDb, table: FactTable, id: number): void {
  const sql = DERIVED[table];
  if (sql !== undefined) db.derive(sql, id);
}
