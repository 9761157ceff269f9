// Takes facts back with all that rests on them: layer by layer, until what is left holds.

import { eventTerm } from '../../domain/findings/finding.ts';
import { faultsOf, firstRefused } from '../../domain/findings/validity.ts';
import { type Problem, problem } from '../../domain/problem.ts';
import { faultsOfTask, firstRefusedEntry } from '../../domain/work/task-validity.ts';
import { Persons } from '../../ledger/cadres/persons.ts';
import { aboutFact } from '../../ledger/facts/about-facts.ts';
import { dependantsOf, type Fact, isReversible, touchedBy } from '../../ledger/facts/dependants.ts';
import { reverseFact } from '../../ledger/facts/reversing.ts';
import { View } from '../../ledger/facts/view.ts';
import { eventsOf } from '../../ledger/findings/events.ts';
import { isLiveFinding, loadFinding, updateFindingNow } from '../../ledger/findings/findings.ts';
import { isLiveTask, loadTask } from '../../ledger/work/tasks.ts';
import type { WriteDb } from '../../ledger/writing/journal.ts';
import { factId } from '../lookups/fact-id.ts';

/** A fact that rests on one that is reversed. */
export interface Dependent extends Fact {
  /** Why it is not valid without it. */
  readonly because: Problem;
}

/** The result of a reversal. */
export interface ReversalResult {
  /** All that rests on the facts, and what rests on that, in the order in which it was found. */
  readonly dependents: readonly Dependent[];
  /** What can never be reversed and rests on one of the facts: lines of closed rounds. */
  readonly fixed: readonly Problem[];
}

/**
 * Writes the reversals of facts and of everything that rests on them (contract, section 3, "Reversal"), and derives anew
 * what changes with them. Whoever does not want the dependents undoes the whole.
 */
export function takeBack(db: WriteDb, facts: readonly Fact[], reason: string): ReversalResult {
  const before = viewBefore(db);
  const reversed = new Set<string>();
  const dependents: Dependent[] = [];
  const fixed: Problem[] = [];
  const findings = new Set<number>();
  const tasks = new Set<number>();
  let layer: readonly Fact[] = facts;
  while (layer.length > 0) {
    for (const { table, id } of layer) {
      reversed.add(factId(table, id));
      const touched = touchedBy(db, table, id);
      for (const each of touched.findings) findings.add(each);
      for (const each of touched.tasks) tasks.add(each);
      reverseFact(db, { table, id }, reason);
    }
    const view = new View(db);
    const next = new Map<string, Dependent>();
    for (const fact of layer) {
      for (const dependent of restingOn(view, fact)) {
        const key = factId(dependent.table, dependent.id);
        if (!isReversible(dependent.table)) fixed.push(inClosedRound(fact, dependent));
        else if (!reversed.has(key) && !next.has(key)) next.set(key, dependent);
      }
    }
    if (next.size === 0) {
      for (const broken of brokenEvents(db, { before, view }, findings, tasks)) {
        next.set(factId(broken.table, broken.id), broken);
      }
    }
    dependents.push(...next.values());
    layer = [...next.values()];
  }
  const view = new View(db);
  for (const id of findings) {
    if (isLiveFinding(db, id)) updateFindingNow(db, loadFinding(view, id).finding);
  }
  return { dependents, fixed };
}

/** The ledger with nothing reversed yet: a view knows what is reversed from its first question on. */
function viewBefore(db: WriteDb): View {
  const view = new View(db);
  view.isLive('cadres', { id: 0, seq: 0 });
  return view;
}

function restingOn(view: View, fact: Fact): Dependent[] {
  const id = factId(fact.table, fact.id);
  return dependantsOf(view, fact).map((dependant) => {
    const { name: what } = aboutFact(view.db, dependant.table, dependant.id);
    const by = factId(dependant.table, dependant.id);
    const because = problem('fact_rested_on', { id, by, what });
    return { ...dependant, because };
  });
}

/** The only facts that rest on others and are never reversed are closings, by the cadres who have a line in them. */
function inClosedRound(cadre: Fact, { because }: Dependent): Problem {
  return problem('fact_in_closed_round', {
    id: factId(cadre.table, cadre.id),
    round: because.values.what ?? '',
  });
}

/** The first event of each finding or task that no longer holds. */
function brokenEvents(
  db: WriteDb,
  { before, view }: { readonly before: View; readonly view: View },
  findings: Iterable<number>,
  tasks: Iterable<number>,
): Dependent[] {
  const persons = new Persons(view);
  const broken: Dependent[] = [];
  const add = (fact: Fact, values: Readonly<Record<string, string | { term: string }>>): void => {
    const because = problem('reversal_breaks_later', { by: factId(fact.table, fact.id), ...values });
    broken.push({ ...fact, because });
  };
  for (const id of findings) {
    if (!isLiveFinding(db, id)) continue;
    const { finding } = loadFinding(view, id);
    const standing = faultsOf(loadFinding(before, id).finding, persons);
    const refused = firstRefused(finding, persons, standing);
    if (refused === undefined) continue;
    const row = eventsOf(view, id).find(({ event }) => sameEvent(event, refused.event))?.row;
    if (row === undefined) throw new Error(`the event of ${finding.findingNo} that breaks is not stored`);
    const later = { later: eventTerm(refused.event), later_on: refused.event.on };
    add({ table: row.table, id: row.id }, { finding_no: finding.findingNo, ...later });
  }
  for (const id of tasks) {
    if (!isLiveTask(db, id)) continue;
    const task = loadTask(view, id);
    const standing = faultsOfTask(loadTask(before, id), persons);
    const refused = firstRefusedEntry(task, persons, standing);
    if (refused === undefined) continue;
    const isEvent = 'kind' in refused.entry;
    const later = { term: isEvent ? 'event.reassignment' : 'event.progress' };
    add(
      { table: isEvent ? 'reassignments' : 'progress', id: refused.entry.id },
      { finding_no: task.taskNo, later, later_on: refused.entry.on },
    );
  }
  return broken;
}

function sameEvent(
  left: { readonly kind: string; readonly id: number },
  right: { readonly kind: string; readonly id: number },
): boolean {
  return left.kind === right.kind && left.id === right.id;
}
