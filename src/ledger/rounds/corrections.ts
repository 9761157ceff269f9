// What corrections of closed rounds rest on: the position in the journal, and the facts that they take in.
import type { ReadDb } from '../database.ts';
import type { Fact } from '../facts/dependants.ts';
import type { View } from '../facts/view.ts';
import type { FactTable } from '../tables.ts';
import { type FactWriter, personAdder } from '../writing/adders.ts';
import type { WriteDb } from '../writing/journal.ts';
import { keepMeasureGiven, type MeasureGiven } from './correction-measures.ts';
import type { CorrectionRow } from './rounds.ts';
import { CORRECTIONS, frozenOf, keepCorrectionAdditions, type StandingRow } from './standings.ts';

/** A fact recorded since the closing that a correction takes in. */
export interface IncludedFact extends Fact {
  /** The reversed fact that it replaces; null for one that had been received and not entered. */
  readonly reversedId: number | null;
}

/** A line as it should have been, who says so, and what that rests on. */
export interface NewCorrection {
  readonly round: number;
  readonly line: StandingRow;
  readonly by: string;
  readonly reason: string;
  readonly engine: number;
  readonly included: readonly IncludedFact[];
  /** The lighter measure that it gives on appeal. */
  readonly given: MeasureGiven | undefined;
}

/** Adds a correction with what it rests on. Returns its id. */
export function addCorrection(
  writer: FactWriter,
  { round, line, by, reason, ...rest }: NewCorrection,
): number {
  const { engine, included, given } = rest;
  const { db } = writer;
  const id = addCorrectionRow(writer, { ...frozenOf(line), round_no: round, by, reason });
  addBasis(db, id, engine, included);
  if (given !== undefined) keepMeasureGiven(db, id, given);
  keepCorrectionAdditions(db, id, line);
  return id;
}
const addCorrectionRow = personAdder('corrections');

function addBasis(
  db: WriteDb,
  correctionId: number,
  engine: number,
  included: readonly IncludedFact[],
): void {
  db.insert('correction_bases', { correction_id: correctionId, engine, facts_seq: db.seq - 1 });
  for (const { table, id, reversedId } of included) {
    db.insert('correction_facts', {
      correction_id: correctionId,
      fact: table,
      fact_id: id,
      reversed_id: reversedId,
    });
  }
}

/** The facts that a correction takes in. */
export function includedIn(db: ReadDb, correctionId: number): IncludedFact[] {
  return db
    .all<{ fact: FactTable; fact_id: number; reversed_id: number | null }>(
      'SELECT fact, fact_id, reversed_id FROM correction_facts WHERE correction_id = ? ORDER BY id',
      correctionId,
    )
    .map(({ fact, fact_id, reversed_id }) => ({ table: fact, id: fact_id, reversedId: reversed_id }));
}

/** The corrections of a round, or of all, that say what they rest on, oldest first. */
export function correctionsWithBasis(
  db: ReadDb,
  round?: number,
): (CorrectionRow & { readonly engine: number; readonly basis: number })[] {
  return db.all(
    `SELECT k.*, b.engine, b.facts_seq AS basis FROM (${CORRECTIONS} WHERE c.round_no = coalesce(?, c.round_no)) k
     JOIN correction_bases b ON b.correction_id = k.id ORDER BY k.id`,
    round ?? null,
  );
}

/** The kinds of facts that may replace a reversed one, with the columns by which both are about the same. */
const SAME_SUBJECT: Readonly<Partial<Record<FactTable, string>>> = {
  findings: 'n.finding_no = o.finding_no',
  ...sameFinding('reports', 'checks', 'extensions', 'objections'),
  rulings: `(SELECT f.finding_no FROM objections x JOIN findings f ON f.id = x.finding_id WHERE x.id = n.objection_id)
    = (SELECT f.finding_no FROM objections x JOIN findings f ON f.id = x.finding_id WHERE x.id = o.objection_id)`,
  reassignments: `coalesce((SELECT finding_no FROM findings WHERE id = n.finding_id), (SELECT task_no FROM tasks WHERE id = n.task_id))
    = coalesce((SELECT finding_no FROM findings WHERE id = o.finding_id), (SELECT task_no FROM tasks WHERE id = o.task_id))`,
  tasks: 'n.task_no = o.task_no',
  ...sameTask('progress', 'task_cancellations', 'task_plans'),
  attendance: 'n.site = o.site AND n."on" = o."on" AND n.session = o.session',
};

function sameFinding(...tables: readonly FactTable[]): Partial<Record<FactTable, string>> {
  const number = (alias: string): string =>
    `(SELECT finding_no FROM findings WHERE id = ${alias}.finding_id)`;
  return Object.fromEntries(tables.map((table) => [table, `${number('n')} = ${number('o')}`]));
}

function sameTask(...tables: readonly FactTable[]): Partial<Record<FactTable, string>> {
  const number = (alias: string): string => `(SELECT task_no FROM tasks WHERE id = ${alias}.task_id)`;
  return Object.fromEntries(tables.map((table) => [table, `${number('n')} = ${number('o')}`]));
}

/** Whether a correction can take in facts of a table. */
export function canBeIncluded(table: FactTable): boolean {
  return Object.hasOwn(SAME_SUBJECT, table);
}

/** The reversed fact of a closed round that a later one replaces: the same kind about the same; undefined when none. */
export function reversedFor(view: View, { table, id }: Fact, factsSeq: number): number | undefined {
  const same = SAME_SUBJECT[table];
  if (same === undefined) return undefined;
  return view.db.get<{ id: number }>(
    `SELECT o.id FROM reversals r JOIN ${table} o ON o.id = r.fact_id JOIN ${table} n ON n.id = ?
     WHERE r.fact = '${table}' AND o.seq <= ? AND r.seq > ? AND ${same} ORDER BY r.id DESC LIMIT 1`,
    ...[id, factsSeq, factsSeq],
  )?.id;
}

/** The live facts recorded since a closing that replace a reversed one. */
export function standInsFor(view: View, { table, id }: Fact, factsSeq: number): number[] {
  const same = SAME_SUBJECT[table];
  if (same === undefined) return [];
  return view.db
    .all<{ id: number; seq: number }>(
      `SELECT n.id, n.seq FROM ${table} o JOIN ${table} n ON n.seq > ? AND ${same} WHERE o.id = ? ORDER BY n.id`,
      ...[factsSeq, id],
    )
    .filter((row) => view.isLive(table, row))
    .map((row) => row.id);
}

/** The live corrections of the rounds up to one, by round, then in the order of recording. */
export function correctionsUpTo(view: View, round: number): CorrectionRow[] {
  return view.db
    .all<CorrectionRow>(`${CORRECTIONS} WHERE c.round_no <= ? ORDER BY c.round_no, c.id`, round)
    .filter((row) => view.isLive('corrections', row));
}
