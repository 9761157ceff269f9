// Takes back facts entered by mistake, unless what other live facts rest on would go with them.
import { Failure, type Problem, problem, refusal } from '../domain/problem.ts';
import { firstRefusedEntry } from '../domain/task-history.ts';
import { eventTerm, firstRefused } from '../domain/validity.ts';
import { findBatch } from '../ledger/batches.ts';
import { peopleOf } from '../ledger/cadres.ts';
import {
  type Dependant,
  deleteDerived,
  dependantsOf,
  findFact,
  isReversible,
  touchedBy,
} from '../ledger/dependants.ts';
import { loadFinding, updateFindingNow } from '../ledger/findings.ts';
import { type Committed, commit, type WriteDb } from '../ledger/journal.ts';
import type { Ledger } from '../ledger/open.ts';
import { lastClosedRound } from '../ledger/rounds.ts';
import { type FactTable, guardedTables } from '../ledger/tables.ts';
import { loadTask } from '../ledger/tasks.ts';
import { View } from '../ledger/view.ts';
import { type Acting, entryOf } from './acting.ts';
import { factId } from './record/recording.ts';

interface Fact {
  readonly table: FactTable;
  readonly id: number;
}

export interface Reversed {
  readonly facts: readonly string[];
  /** The last closed round, when it rests on one of the facts: its lines stay, and may be corrected. */
  readonly closedRound: number | null;
}

/**
 * Reverses facts by their ids, all or none (contract, section 3, "Reversal").
 * @throws Failure `refused`: an id is unknown, of a kind that is not reversed, reversed already, or rested on
 */
export function reverseFacts(
  ledger: Ledger,
  acting: Acting,
  ids: readonly string[],
  reason: string,
): Committed<Reversed> {
  return commit(ledger, entryOf(acting, 'reverse', { ids, reason }), (db) => {
    const value = reverse(db, ids.map(parseFactId), reason);
    return { value, did: { ...value, reason } };
  });
}

/** Reverses all rows of a batch that are still live. @throws Failure `refused`, see `reverseFacts` */
export function undoBatch(
  ledger: Ledger,
  acting: Acting,
  batchId: number,
  reason: string,
): Committed<Reversed> {
  return commit(ledger, entryOf(acting, 'batch undo', { batch: batchId, reason }), (db) => {
    if (findBatch(db, batchId) === undefined) throw refusal('batch_unknown', { batch: batchId });
    const view = new View(db);
    const facts = factTables().flatMap((table) =>
      db
        .all<{ id: number; seq: number }>(`SELECT id, seq FROM ${table} WHERE batch_id = ?`, batchId)
        .filter((row) => view.isLive(table, row))
        .map((row) => ({ table, id: row.id })),
    );
    if (facts.length === 0) throw refusal('batch_nothing_left', { batch: batchId });
    const value = reverse(db, facts, reason);
    return { value, did: { batch: batchId, facts: value.facts.length, reason } };
  });
}

function factTables(): FactTable[] {
  return (Object.keys(guardedTables) as FactTable[]).filter(isReversible);
}

function parseFactId(text: string): Fact {
  const match = /^([a-z_]+)-(\d+)$/.exec(text.trim());
  const table = match?.[1] as FactTable | undefined;
  if (table === undefined || !Object.hasOwn(guardedTables, table))
    throw refusal('fact_id_unreadable', { id: text });
  if (!isReversible(table)) throw refusal('fact_not_reversible', { id: text });
  return { table, id: Number(match?.[2]) };
}

function reverse(db: WriteDb, facts: readonly Fact[], reason: string): Reversed {
  const before = new View(db);
  const closed = lastClosedRound(db);
  let closedRound: number | null = null;
  const findings = new Set<number>();
  const tasks = new Set<number>();
  for (const { table, id } of facts) {
    const row = findFact(db, table, id);
    if (row === undefined) throw refusal('fact_unknown', { id: factId(table, id) });
    if (!before.isLive(table, row)) throw refusal('fact_reversed', { id: factId(table, id) });
    if (closed !== undefined && row.seq <= closed.factsSeq) closedRound = closed.number;
    const touched = touchedBy(db, table, id);
    for (const each of touched.findings) findings.add(each);
    for (const each of touched.tasks) tasks.add(each);
    db.insert('reversals', { fact: table, fact_id: id, reason });
    deleteDerived(db, table, id);
  }
  const after = new View(db);
  const problems = facts.flatMap(({ table, id }) =>
    dependantsOf(after, table, id).map((dependant) => restsOn(table, id, dependant)),
  );
  if (problems.length === 0) problems.push(...broken(db, after, findings, tasks));
  if (problems.length > 0) throw new Failure('refused', problems);
  return { facts: facts.map(({ table, id }) => factId(table, id)), closedRound };
}

function restsOn(table: FactTable, id: number, dependant: Dependant): Problem {
  return problem('fact_rested_on', { id: factId(table, id), by: dependant.fact, what: dependant.name });
}

/** What no longer holds of the findings and tasks that lost a row; the rest is derived anew. */
function broken(db: WriteDb, view: View, findings: Iterable<number>, tasks: Iterable<number>): Problem[] {
  const people = peopleOf(view);
  const problems: Problem[] = [];
  for (const id of findings) {
    if (db.get('SELECT 1 FROM finding_now WHERE finding_id = ?', id) === undefined) continue;
    const { finding } = loadFinding(view, id);
    const refused = firstRefused(finding, people);
    if (refused === undefined) updateFindingNow(db, finding);
    else {
      const later = { later: eventTerm(refused.event), later_on: refused.event.on };
      problems.push(
        problem('reversal_breaks_later', { finding_no: finding.findingNo, ...later }),
        refused.problem,
      );
    }
  }
  for (const id of tasks) {
    if (db.get('SELECT 1 FROM task_now WHERE task_id = ?', id) === undefined) continue;
    const refused = firstRefusedEntry(loadTask(view, id), people);
    if (refused !== undefined) problems.push(refused.problem);
  }
  return problems;
}
