// What was reversed, when, by whom and why: by what it is about, to compare with incoming rows.
import { lookOf, plainSpelling } from '../../domain/texts/look.ts';
import type { ReadDb } from '../database.ts';
import type { FactTable } from '../tables.ts';
import type { FactRow } from './view.ts';

const NUMBERS = { findings: 'finding_no', tasks: 'task_no' } as const;

/** The row of the last reversed finding or task that bore a number, or undefined. */
export function lastReversed(db: ReadDb, table: keyof typeof NUMBERS, number: string): number | undefined {
  return db.get<{ id: number }>(
    `SELECT t.id FROM reversals r JOIN ${table} t ON t.id = r.fact_id
     WHERE r.fact = '${table}' AND t.${NUMBERS[table]} = ? ORDER BY r.id DESC LIMIT 1`,
    plainSpelling(number),
  )?.id;
}

/** One command that reversed facts. */
export interface Reversal {
  /** Its journal entry. */
  readonly seq: number;
  /** The instant, UTC. */
  readonly at: string;
  readonly actor: string;
  readonly reason: string;
}

/** A reversed fact: its row, with the numbers of cadres next to their ids. */
export interface ReversedFact {
  readonly table: FactTable;
  readonly row: FactRow & Readonly<Record<string, string | number | null>>;
  readonly reversal: Reversal;
}

interface Select {
  /** The number that the fact is about. */
  readonly subject: string;
  /** Further columns, and joins behind the table, which is called `t`. */
  readonly columns?: string;
  readonly joins?: string;
}

const FINDING = 'JOIN findings f ON f.id = t.finding_id';
const TASK = 'JOIN tasks k ON k.id = t.task_id';
const CADRE = 'JOIN cadres c ON c.id = t.cadre_id';
const ofFinding: Select = { subject: 'f.finding_no', joins: FINDING };
const ofTask: Select = { subject: 'k.task_no', joins: TASK };
/** The number of the record that an amendment changed: of an objection its finding, of attendance its cadre. */
const AMENDED = `CASE t.record
  WHEN 'cadres' THEN (SELECT cadre_no FROM cadres WHERE id = t.record_id)
  WHEN 'findings' THEN (SELECT finding_no FROM findings WHERE id = t.record_id)
  WHEN 'tasks' THEN (SELECT task_no FROM tasks WHERE id = t.record_id)
  WHEN 'objections' THEN
    (SELECT f.finding_no FROM objections o JOIN findings f ON f.id = o.finding_id WHERE o.id = t.record_id)
  ELSE (SELECT c.cadre_no FROM attendance a JOIN cadres c ON c.id = a.cadre_id WHERE a.id = t.record_id) END`;
const ofCadre: Select = { subject: 'c.cadre_no', columns: 'c.cadre_no', joins: CADRE };

/** A draw is known by its span. */
const DRAW_SUBJECT = "t.from_on || ' ' || t.to_on";

/** The kinds of facts that may come in again, and how their reversed rows are read. */
const SELECTS = {
  cadres: { subject: 't.cadre_no' },
  roster_events: ofCadre,
  findings: { subject: 't.finding_no' },
  reports: ofFinding,
  checks: ofFinding,
  extensions: ofFinding,
  objections: { subject: 'f.finding_no', columns: 'c.cadre_no', joins: `${FINDING} ${CADRE}` },
  rulings: {
    subject: 'f.finding_no',
    columns: 'c.cadre_no, o.raised_on',
    joins: `JOIN objections o ON o.id = t.objection_id JOIN findings f ON f.id = o.finding_id
      JOIN cadres c ON c.id = o.cadre_id`,
  },
  reassignments: {
    subject: 'coalesce(f.finding_no, k.task_no)',
    columns: 'g.cadre_no AS from_no, c.cadre_no AS to_no',
    joins: `LEFT ${FINDING} LEFT ${TASK} JOIN cadres g ON g.id = t.from_id JOIN cadres c ON c.id = t.to_id`,
  },
  dispatch_orders: { subject: 't.order_no' },
  dispatch_receipts: { subject: 'o.order_no', joins: 'JOIN dispatch_orders o ON o.id = t.order_id' },
  tasks: { subject: 't.task_no' },
  task_plans: {
    subject: 'k.task_no',
    joins: TASK,
    columns: `(SELECT group_concat(m.day || ':' || m.amount, ';') FROM
      (SELECT "on" AS day, amount FROM milestones WHERE plan_id = t.id ORDER BY "on") m) AS milestones`,
  },
  task_cancellations: ofTask,
  progress: ofTask,
  attendance: ofCadre,
  decisions: ofCadre,
  statements: ofCadre,
  talks: ofCadre,
  talk_receipts: {
    subject: 'c.cadre_no',
    columns: 'k.round_no, k.talked_on',
    joins: 'JOIN talks k ON k.id = t.talk_id JOIN cadres c ON c.id = k.cadre_id',
  },
  services: ofCadre,
  appeals: ofCadre,
  appeal_rulings: {
    subject: 'c.cadre_no',
    columns: 'p.round_no, p.raised_on',
    joins: 'JOIN appeals p ON p.id = t.appeal_id JOIN cadres c ON c.id = p.cadre_id',
  },
  followups: ofCadre,
  retractions: {
    subject: 'f.finding_no',
    columns: 'c.cadre_no, o.raised_on',
    joins: `JOIN objections o ON o.id = t.objection_id JOIN findings f ON f.id = o.finding_id
      JOIN cadres c ON c.id = o.cadre_id`,
  },
  recheck_draws: { subject: DRAW_SUBJECT },
  rechecks: {
    subject: 'f.finding_no',
    columns: 'n.finding_no AS new_no',
    joins: `${FINDING} LEFT JOIN findings n ON n.id = t.new_id`,
  },
  amendments: { subject: AMENDED },
} as const satisfies Partial<Record<FactTable, Select>>;

/** A kind of fact that may come in again. */
export type ReturningTable = keyof typeof SELECTS;

/** Whether anything was ever reversed: where nothing was, nothing can come back. */
export function hasReversals(db: ReadDb): boolean {
  return db.column('SELECT 1 FROM reversals LIMIT 1').length > 0;
}

type ReadRow = ReversedFact['row'] & {
  readonly subject_no: string;
  readonly r_seq: number;
  readonly r_at: string;
  readonly r_actor: string;
  readonly r_reason: string;
};

/** Reversed facts by table and subject, each table read when it is first asked for. What a batch's undoing reversed is free. */
export class ReversedFacts {
  readonly #db: ReadDb;
  readonly #before: number;
  readonly #tables = new Map<ReturningTable, ReadonlyMap<string, readonly ReversedFact[]>>();

  /** @param before the journal entry that is being written: what it reverses itself is not asked about */
  constructor(db: ReadDb, before: number) {
    this.#db = db;
    this.#before = before;
  }

  /** The reversed facts of a table about a number of this look (`lookOf`), the latest reversal first. */
  about(table: ReturningTable, look: string): readonly ReversedFact[] {
    let known = this.#tables.get(table);
    if (known === undefined) {
      known = this.#read(table);
      this.#tables.set(table, known);
    }
    return known.get(look) ?? [];
  }

  #read(table: ReturningTable): ReadonlyMap<string, readonly ReversedFact[]> {
    const { subject, columns, joins = '' }: Select = SELECTS[table];
    const rows = this.#db.iterate<ReadRow>(
      `SELECT t.*, ${columns === undefined ? '' : `${columns},`} ${subject} AS subject_no,
         r.seq AS r_seq, r.reason AS r_reason, coalesce(cf.at, j.at) AS r_at, coalesce(cf.actor, j.actor) AS r_actor
       FROM reversals r JOIN ${table} t ON t.id = r.fact_id ${joins}
         JOIN journal j ON j.seq = r.seq AND j.command <> 'batch undo'
         LEFT JOIN carried_facts cf ON cf.seq = r.seq AND cf.fact = 'reversals' AND cf.fact_id = r.id
       WHERE r.fact = '${table}' AND r.seq < ? ORDER BY r.id DESC`,
      this.#before,
    );
    const found = new Map<string, ReversedFact[]>();
    for (const { subject_no, r_seq: seq, r_at: at, r_actor: actor, r_reason: reason, ...row } of rows) {
      const look = lookOf(subject_no);
      const list = found.get(look) ?? [];
      list.push({ table, row, reversal: { seq, at, actor, reason } });
      found.set(look, list);
    }
    return found;
  }
}

/** The undoing of the last batch that was made of a file, if that batch was undone. */
export function undoneFile(
  db: ReadDb,
  sha256: string,
): (Reversal & { readonly batch: number; readonly file: string }) | undefined {
  const batch = db.get<{ id: number; file: string }>(
    'SELECT id, "file" FROM batches WHERE sha256 = ? ORDER BY id DESC LIMIT 1',
    sha256,
  );
  if (batch === undefined) return undefined;
  const undone = undoingOf(db, batch.id);
  return undone && { ...undone, batch: batch.id, file: batch.file };
}

function undoingOf(db: ReadDb, batch: number): Reversal | undefined {
  return db.get<Reversal>(
    `SELECT seq, at, actor, coalesce(json_extract(did, '$.reason'), '') AS reason FROM journal
     WHERE command = 'batch undo'
       AND ? IN (SELECT json_extract(did, '$.batch') UNION ALL SELECT value FROM json_each(did, '$.batches'))
     ORDER BY seq DESC LIMIT 1`,
    batch,
  );
}

/** The undoing of the import that was made under a key, if all its batches were undone: the last of them. */
export function undoneKey(db: ReadDb, key: string): (Reversal & { readonly batch: number }) | undefined {
  const batches = db.column<number>(
    'SELECT b.id FROM journal j JOIN batches b ON b.seq = j.seq WHERE j.idempotency_key = ?',
    key,
  );
  const undone = batches.map((batch) => ({ batch, by: undoingOf(db, batch) }));
  const last = undone.at(-1);
  if (last?.by === undefined || undone.some(({ by }) => by === undefined)) return undefined;
  return { ...last.by, batch: last.batch };
}

/** The reversed facts of a table that were recorded by an entry, with the entries that reversed them, in their order. */
export function reversalsOfTable(
  db: ReadDb,
  table: FactTable,
  recordedBy: number,
): { readonly id: number; readonly seq: number }[] {
  return db.all(
    `SELECT r.fact_id AS id, r.seq FROM reversals r JOIN ${table} t ON t.id = r.fact_id
       WHERE r.fact = '${table}' AND t.seq <= ? ORDER BY r.id`,
    recordedBy,
  );
}
