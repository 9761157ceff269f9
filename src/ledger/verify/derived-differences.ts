// Derived data compared with the facts: by SQL where rows can be compared, else derived again.
import { statusAt, statusBeforeLapsing } from '../../domain/findings/finding-status.ts';
import { Failure, problem } from '../../domain/problem.ts';
import type { ReadDb } from '../database.ts';
import { View } from '../facts/view.ts';
import { deriveFinding, findingsChosen } from '../findings/findings.ts';
import { migrations } from '../migrations/registry.ts';
import { DERIVING } from '../tables.ts';
import type { WriteDb } from '../writing/journal.ts';

/** A row of a derived table that is not what the facts say, by the id of the fact; or a row that should not be there. */
export interface DerivedDifference {
  readonly table: string;
  readonly id: number;
}

/** The tables of live numbers: the facts, the derived table and its columns. */
const NUMBERS = [
  { facts: 'findings', derived: 'finding_now', id: 'finding_id', number: 'finding_no' },
  { facts: 'cadres', derived: 'cadre_now', id: 'cadre_id', number: 'cadre_no' },
  { facts: 'tasks', derived: 'task_now', id: 'task_id', number: 'task_no' },
  { facts: 'dispatch_orders', derived: 'order_now', id: 'order_id', number: 'order_no' },
] as const;

/** Facts that are live have a row with their number; those that are reversed, and those that are not there, have none. */
const numbersThatDiffer = ({ facts, derived, id, number }: (typeof NUMBERS)[number]): string => `
  SELECT f.id FROM ${facts} f LEFT JOIN ${derived} n ON n.${id} = f.id
    LEFT JOIN reversals r ON r.fact = '${facts}' AND r.fact_id = f.id
    WHERE CASE WHEN r.id IS NULL THEN n.${number} IS NOT f.${number} ELSE n.${id} IS NOT NULL END
  UNION ALL SELECT n.${id} FROM ${derived} n WHERE NOT EXISTS (SELECT 1 FROM ${facts} WHERE id = n.${id})`;

const LIVE = (table: string): string =>
  `NOT EXISTS (SELECT 1 FROM reversals v WHERE v.fact = '${table}' AND v.fact_id = ${table}.id)`;

/** What can make a finding other than registered; a ruling is on an objection. */
const TOUCHING = ['reports', 'checks', 'objections', 'dispatch_items'];

/**
 * The findings that are derived again. All others are as the facts say: registered and without an event or order, or settled
 * by the one live check or ruling that settles them, on its day and by its entry. Those long settled, which are the most of
 * an old ledger, are so looked up and never walked through.
 */
const DOUBTFUL = [
  "SELECT finding_id FROM finding_now WHERE settled_on IS NULL AND status <> 'registered'",
  ...TOUCHING.map(
    (table) => `SELECT e.finding_id FROM ${table} e CROSS JOIN finding_now n ON n.finding_id = e.finding_id
      WHERE n.settled_on IS NULL AND n.status = 'registered'`,
  ),
  `SELECT finding_id FROM finding_now n WHERE settled_on IS NOT NULL
    AND NOT (status = 'rectified' AND EXISTS (SELECT 1 FROM checks WHERE checks.finding_id = n.finding_id
      AND result = 'rectified' AND checked_on = n.settled_on AND checks.seq = n.settled_seq AND ${LIVE('checks')}))
    AND NOT (status = 'withdrawn' AND EXISTS (SELECT 1 FROM objections JOIN rulings ON objection_id = objections.id
      WHERE objections.finding_id = n.finding_id AND ruling = 'upheld' AND ruled_on = n.settled_on
      AND rulings.seq = n.settled_seq AND ${LIVE('rulings')}))`,
].join('\n  UNION ');

interface StoredNow {
  readonly status: string;
  readonly settled_on: string | null;
  readonly settled_seq: number | null;
}

const STORED = 'SELECT status, settled_on, settled_seq FROM finding_now WHERE finding_id = ?';

/** Every row of a derived table that differs from what the facts say. None is read that need not be. */
export function* derivedDifferences(db: ReadDb): Generator<DerivedDifference> {
  const wrong = new Set<number>();
  for (const numbers of NUMBERS) {
    for (const id of db.column<number>(numbersThatDiffer(numbers))) {
      if (numbers.derived === 'finding_now') wrong.add(id);
      yield { table: numbers.derived, id };
    }
  }
  const statusOf = lapses(db) ? statusAt : statusBeforeLapsing;
  for (const { finding } of findingsChosen(new View(db), { sql: DOUBTFUL, values: [] })) {
    if (wrong.has(finding.id)) continue;
    const { status, settledOn, settledSeq } = deriveFinding(finding, statusOf);
    const held = db.get<StoredNow>(STORED, finding.id);
    const same = held?.status === status && held.settled_on === settledOn && held.settled_seq === settledSeq;
    if (!same) yield { table: 'finding_now', id: finding.id };
  }
  // Rows here would let anybody change what is derived.
  for (const seq of db.column<number>(`SELECT seq FROM ${DERIVING}`)) yield { table: DERIVING, id: seq };
}

/** Whether the ledger's schema is one under which objections of those no longer responsible lapse. */
function lapses(db: ReadDb): boolean {
  const since = migrations.findIndex(({ rederive }) => rederive !== undefined) + 1;
  return (db.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0) >= since;
}

/** Differences that a message names; the rest would only repeat them. */
const NAMED = 5;

/**
 * Refuses to go on with a ledger whose derived tables are not what the facts say (contract, section 5): what is not counted
 * would be decided by whoever has edited them.
 * @throws Failure `damaged`, naming the first rows
 */
export function refuseWrongDerived(db: WriteDb, file: string): void {
  const named: DerivedDifference[] = [];
  for (const each of derivedDifferences(db)) {
    // That of the entry which is being written.
    if (each.table === DERIVING && each.id === db.seq) continue;
    named.push(each);
    if (named.length === NAMED) break;
  }
  if (named.length === 0) return;
  throw new Failure('damaged', [
    problem('ledger_derived', { file }),
    ...named.map(({ table, id }) => problem('verify_derived', { table, id })),
  ]);
}
