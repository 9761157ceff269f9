// The fact that a text on the command line names.

import { refusal } from '../../domain/problem.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { type Fact, findFact, isReversible } from '../../ledger/facts/dependants.ts';
import { lastReversed } from '../../ledger/facts/reversals.ts';
import { findingId } from '../../ledger/findings/findings.ts';
import { type FactTable, guardedTables } from '../../ledger/tables.ts';
import { taskId } from '../../ledger/work/tasks.ts';
import { factId } from './fact-id.ts';

/** The fact that a text names: an id like `checks-12`, or the number of a finding or a task. @throws Failure `refused` */
export function factNamed(db: ReadDb, text: string): Fact {
  const match = /^([a-z_]+)-(\d+)$/.exec(text.trim());
  const table = match?.[1] as FactTable | undefined;
  if (table !== undefined && Object.hasOwn(guardedTables, table)) {
    const fact = { table, id: Number(match?.[2]) };
    if (!isReversible(table)) throw refusal('fact_not_reversible', { id: text });
    if (findFact(db, table, fact.id) === undefined) throw refusal('fact_unknown', { id: text });
    return fact;
  }
  const finding = findingId(db, text) ?? lastReversed(db, 'findings', text);
  const task = taskId(db, text) ?? lastReversed(db, 'tasks', text);
  if (finding !== undefined && task !== undefined) {
    const both = [factId('findings', finding), factId('tasks', task)];
    throw refusal('reverse_number_of_two', { number: text, ids: both });
  }
  if (finding !== undefined) return { table: 'findings', id: finding };
  if (task !== undefined) return { table: 'tasks', id: task };
  throw refusal('fact_id_unreadable', { id: text });
}
