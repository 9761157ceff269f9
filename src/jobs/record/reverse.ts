// Takes back facts entered by mistake, alone or with what rests on them, and says which closed rounds used them.

import { Failure, problem, refusal } from '../../domain/problem.ts';
import { aboutFact } from '../../ledger/facts/about-facts.ts';
import { factsOfBatch, findBatch } from '../../ledger/facts/batches.ts';
import { type Fact, findFact } from '../../ledger/facts/dependants.ts';
import { View } from '../../ledger/facts/view.ts';
import type { Ledger } from '../../ledger/file/open.ts';
import { type Committed, commit, type WriteDb } from '../../ledger/writing/journal.ts';
import { type Acting, entryOf } from '../acting.ts';
import { factId } from '../lookups/fact-id.ts';
import { factNamed } from '../lookups/fact-named.ts';
import { type CorrectionsDue, correctionsDue } from '../round/corrections-due.ts';
import { RoundsUsing } from '../round/rounds-using.ts';
import { takeBack } from './taking-back.ts';

/** A fact with what it is about: `HT-001 2018-09-12`. */
export interface NamedFact {
  readonly id: string;
  readonly what: string;
}

export interface Reversed {
  /** What was asked for. */
  readonly asked: readonly NamedFact[];
  /** What rested on it and was reversed with it. */
  readonly dependents: readonly NamedFact[];
  /** What was asked for and is reversed already. */
  readonly already: readonly NamedFact[];
  /** The closed rounds that used any of it, oldest first: their lines stay, and may be corrected. */
  readonly rounds: readonly number[];
  /** What is to be corrected in closed rounds now. */
  readonly corrections: CorrectionsDue;
}

export interface ReverseRequest {
  readonly reason: string;
  /** Whether what rests on the facts is reversed too. */
  readonly withDependents: boolean;
}

/**
 * Reverses facts by their ids, findings and tasks by their numbers too, all or none (contract, section 3, "Reversal").
 * @throws Failure `refused`: an id is unknown, of a kind that is not reversed, or rested on (with the names of all that is)
 */
export function reverseFacts(
  ledger: Ledger,
  acting: Acting,
  ids: readonly string[],
  request: ReverseRequest,
): Committed<Reversed> {
  return commit(ledger, entryOf(acting, 'reverse', { ids, ...asked(request) }), (db) => {
    const facts = uniqueFacts(ids.map((text) => factNamed(db, text)));
    return reverse(db, acting, facts, request, {}, { command: 'reverse', numbers: ids.join(',') });
  });
}

/** Reverses all rows of some batches that are still live. @throws Failure `refused`, see `reverseFacts` */
export function undoBatches(
  ledger: Ledger,
  acting: Acting,
  batches: readonly number[],
  request: ReverseRequest,
): Committed<Reversed> {
  // One batch is content as it always was: keys of earlier entries are compared by it.
  const content = batches.length === 1 ? { batch: batches[0] } : { batches };
  return commit(ledger, entryOf(acting, 'batch undo', { ...content, ...asked(request) }), (db) => {
    const unknown = batches.find((batch) => findBatch(db, batch) === undefined);
    if (unknown !== undefined) throw refusal('batch_unknown', { batch: unknown });
    const view = new View(db);
    const rows = batches
      .flatMap((batch) => factsOfBatch(db, batch))
      .map((row) => ({ fact: { table: row.table, id: row.id }, live: view.isLive(row.table, row) }));
    const live = rows.filter((row) => row.live);
    // Undone already: all of it is named, and nothing is written.
    const facts = (live.length === 0 ? rows : live).map((row) => row.fact);
    return reverse(db, acting, facts, request, content, {
      command: 'batch undo',
      numbers: batches.join(','),
    });
  });
}

/** The content of a key; an option at its default is not part of it. */
function asked({ reason, withDependents }: ReverseRequest): object {
  return { reason, ...(withDependents && { withDependents }) };
}

function uniqueFacts(facts: readonly Fact[]): Fact[] {
  return [...new Map(facts.map((each) => [factId(each.table, each.id), each])).values()];
}

function reverse(
  db: WriteDb,
  { dryRun }: Acting,
  facts: readonly Fact[],
  { reason, withDependents }: ReverseRequest,
  about: Readonly<Record<string, unknown>>,
  typed: { readonly command: string; readonly numbers: string },
) {
  const view = new View(db);
  const isLive = ({ table, id }: Fact): boolean => {
    const row = findFact(db, table, id);
    return row !== undefined && view.isLive(table, row);
  };
  const [live, dead] = [facts.filter(isLive), facts.filter((each) => !isLive(each))];
  const using = new RoundsUsing(db, db.seq - 1);
  const { dependents, fixed } = takeBack(db, live, reason);
  if (fixed.length > 0) throw new Failure('refused', fixed);
  // A dry run lists them, refused or not.
  if (dependents.length > 0 && !withDependents && !dryRun) {
    const names = dependents.map(({ because }) => because);
    throw new Failure('refused', [
      ...names,
      problem('reverse_with_dependents', { count: names.length, ...typed, reason }),
    ]);
  }
  const rounds = new Set<number>();
  for (const each of [...live, ...dependents]) for (const { number } of using.using(each)) rounds.add(number);
  const named = (each: Fact): NamedFact => ({
    id: factId(each.table, each.id),
    what: aboutFact(db, each.table, each.id).name,
  });
  const value: Reversed = {
    asked: live.map(named),
    dependents: dependents.map(named),
    already: dead.map(named),
    rounds: [...rounds].sort((left, right) => left - right),
    // Asked again, the command says again what is still to be corrected.
    corrections: rounds.size + dead.length === 0 ? { due: [], heavier: [] } : correctionsDue(db),
  };
  const did = { ...about, ...didOf(value, about), rounds: value.rounds, reason };
  return { value, did, keep: live.length > 0 };
}

/** What the journal keeps: the ids; of a batch, whose rows are known, their count. */
function didOf({ asked: ids, dependents }: Reversed, about: object): Readonly<Record<string, unknown>> {
  const list = (facts: readonly NamedFact[]): unknown =>
    'batch' in about || 'batches' in about ? facts.length : facts.map((each) => each.id);
  return { facts: list(ids), ...(dependents.length > 0 && { dependents: list(dependents) }) };
}
