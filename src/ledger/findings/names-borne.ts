// Whether a live row has the name of a source, area, station or village.
import type { ReadDb } from '../database.ts';
import type { NameKind } from '../facts/looks.ts';

/** A table whose rows have names, with that of its live rows and its name in amendments. */
interface Bearing {
  readonly facts: 'findings' | 'tasks' | 'cadres' | 'dispatch_orders';
  readonly live: string;
  readonly id: string;
}

const FINDINGS: Bearing = { facts: 'findings', live: 'finding_now', id: 'finding_id' };
const TASKS: Bearing = { facts: 'tasks', live: 'task_now', id: 'task_id' };
const CADRES: Bearing = { facts: 'cadres', live: 'cadre_now', id: 'cadre_id' };
const ORDERS: Bearing = { facts: 'dispatch_orders', live: 'order_now', id: 'order_id' };

/** The tables with names of each kind; small ones first. */
const BEARING: Readonly<Record<NameKind, readonly Bearing[]>> = {
  source: [FINDINGS],
  area: [TASKS, FINDINGS],
  station: [CADRES, ORDERS, FINDINGS],
  village: [FINDINGS],
};

const standing = (amendment: string): string =>
  `NOT EXISTS (SELECT 1 FROM reversals r WHERE r.fact = 'amendments' AND r.fact_id = ${amendment}.id)`;

/** A live row other than one that was recorded with the name, and not corrected in it. */
const recorded = ({ facts, live, id }: Bearing, kind: NameKind): string =>
  `SELECT 1 FROM ${facts} f JOIN ${live} n ON n.${id} = f.id WHERE f.${kind} = ? AND f.id <> ?
    AND NOT EXISTS (SELECT 1 FROM amendments a WHERE a.record = '${facts}' AND a.record_id = f.id
      AND a.field = '${kind}' AND a.from_day IS NULL AND ${standing('a')}) LIMIT 1`;

/** The same of one that was given the name later. A cadre who was moved again had it before. */
const amended = ({ facts, live, id }: Bearing, kind: NameKind): string =>
  `SELECT 1 FROM amendments a JOIN ${live} n ON n.${id} = a.record_id
    WHERE a.record = '${facts}' AND a.field = '${kind}' AND a.new_value = ? AND a.record_id <> ? AND ${standing('a')}
    AND NOT EXISTS (SELECT 1 FROM amendments b WHERE b.record = a.record AND b.record_id = a.record_id
      AND b.field = a.field AND b.id > a.id AND b.from_day IS NULL AND ${standing('b')}) LIMIT 1`;

/** A row that is not asked: one that is about to be respelt does not block itself. */
export interface Except {
  readonly facts: string;
  readonly id: number;
}

/** Whether some live row has a name, spelt exactly so. Where none has, every row of its tables is read. */
export function isBorne(db: ReadDb, kind: NameKind, name: string, except?: Except): boolean {
  return BEARING[kind].some((each) => {
    const own = except?.facts === each.facts ? except.id : 0;
    return (
      db.get(recorded(each, kind), name, own) !== undefined ||
      db.get(amended(each, kind), name, own) !== undefined
    );
  });
}
