// Which lines of closed rounds are to be corrected: what would be lighter, or out of the circle, without what was reversed since.

import type { CadreNo } from '../../domain/cadre.ts';
import type { PreviousLine } from '../../domain/round.ts';
import { type CadreWithId, findCadre } from '../../ledger/cadres/cadres.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { aboutFact, affectsRounds } from '../../ledger/facts/about-facts.ts';
import { type Fact, findFact } from '../../ledger/facts/dependants.ts';
import { reversalsOfTable } from '../../ledger/facts/reversals.ts';
import { NOW, View } from '../../ledger/facts/view.ts';
import { loadFinding } from '../../ledger/findings/findings.ts';
import {
  hasMeasuresGiven,
  type MeasureGiven,
  measureGivenBy,
} from '../../ledger/rounds/correction-measures.ts';
import {
  canBeIncluded,
  type IncludedFact,
  includedIn,
  standInsFor,
} from '../../ledger/rounds/corrections.ts';
import { closedRounds, correctionsOf, frozenLine, ownRounds } from '../../ledger/rounds/rounds.ts';
import type { StandingRow } from '../../ledger/rounds/standings.ts';
import { type FactTable, guardedTables } from '../../ledger/tables.ts';
import { findingsOnOrder } from '../../ledger/work/dispatches.ts';
import { loadTask } from '../../ledger/work/tasks.ts';
import { isEngine } from '../../scoring/rules.ts';
import { factId } from '../lookups/fact-id.ts';
import { correctedLine, isHeavier } from './corrected-line.ts';
import { RoundsUsing } from './rounds-using.ts';

/** A line that is still to be corrected. */
export interface DueCorrection {
  readonly round: number;
  readonly cadreNo: CadreNo;
  readonly name: string;
  /** Ids of facts recorded since that replace reversed ones and make the line lighter still: for `--with`. */
  readonly with: readonly string[];
  /** The journal entry of the first reversal that affects it. */
  readonly since: number;
}

export interface CorrectionsDue {
  /** Lines that would be lighter or leave the circle, by round. */
  readonly due: readonly DueCorrection[];
  /** Lines that would be heavier: they are not corrected, what was reversed counts from the next round on. */
  readonly heavier: readonly Omit<DueCorrection, 'with' | 'since'>[];
}

/** A fact reversed after a round had used it. */
interface ReversedSince extends Fact {
  readonly seq: number;
  readonly rounds: readonly number[];
}

/** The corrections that are due in a ledger, or of some cadres alone. Nothing is read where nothing was reversed. */
export function correctionsDue(db: ReadDb, only?: ReadonlySet<CadreNo>): CorrectionsDue {
  const rounds = ownRounds(db).filter((each) => isEngine(each.engine));
  const last = rounds.at(-1);
  if (last === undefined) return NOTHING;
  const reversed = reversedSince(db, last.factsSeq);
  const now = new View(db);
  const given = givenSince(now, closedRounds(db));
  if (reversed.length === 0 && given.size === 0) return NOTHING;
  const byCadre = new Map<CadreNo, ReversedSince[]>();
  for (const fact of reversed) {
    for (const cadreNo of cadresOf(now, fact)) {
      if (only !== undefined && !only.has(cadreNo)) continue;
      byCadre.set(cadreNo, [...(byCadre.get(cadreNo) ?? []), fact]);
    }
  }
  const due: DueCorrection[] = [];
  const heavier: Omit<DueCorrection, 'with' | 'since'>[] = [];
  for (const cadreNo of given.keys())
    if (!byCadre.has(cadreNo) && (only === undefined || only.has(cadreNo))) byCadre.set(cadreNo, []);
  for (const [cadreNo, facts] of byCadre) {
    const cadre = findCadre(now, cadreNo);
    if (cadre === undefined) continue;
    const lightened = given.get(cadreNo);
    const first = Math.min(...facts.flatMap((each) => each.rounds), lightened?.round ?? last.number);
    let before: PreviousLine | undefined;
    for (const round of rounds) {
      if (round.number < first) continue;
      const about = { round: round.number, cadreNo, name: cadre.name };
      const seen = lineDue(now, cadre, round.number, round.factsSeq, facts, before);
      const since = Math.min(
        ...facts.filter((each) => each.rounds.some((no) => no <= round.number)).map((each) => each.seq),
        lightened?.seq ?? Number.MAX_SAFE_INTEGER,
      );
      if (seen.due !== undefined) due.push({ ...about, with: seen.due, since });
      if (seen.heavier) heavier.push(about);
      before = seen.next;
    }
  }
  const byRound = (left: { round: number }, right: { round: number }): number => left.round - right.round;
  return { due: due.sort(byRound), heavier: heavier.sort(byRound) };
}

/** The first round of each cadre that a correction made lighter on appeal: the rounds after it may become lighter too. */
function givenSince(
  view: View,
  rounds: readonly { readonly number: number }[],
): ReadonlyMap<CadreNo, { readonly round: number; readonly seq: number }> {
  const found = new Map<CadreNo, { readonly round: number; readonly seq: number }>();
  if (!hasMeasuresGiven(view.db)) return found;
  for (const { number: round } of rounds) {
    for (const [cadreNo, correction] of correctionsOf(view, round)) {
      if (found.has(cadreNo) || measureGivenBy(view.db, correction.id) === undefined) continue;
      found.set(cadreNo, { round, seq: correction.seq });
    }
  }
  return found;
}

const NOTHING: CorrectionsDue = { due: [], heavier: [] };

/** The facts that closed rounds used and that were reversed afterwards. */
function reversedSince(db: ReadDb, factsSeq: number): ReversedSince[] {
  const found: ReversedSince[] = [];
  /** One for each command that reversed: it reads what was reversed before once. */
  const usedBefore = new Map<number, RoundsUsing>();
  for (const table of Object.keys(guardedTables) as FactTable[]) {
    if (!affectsRounds(table)) continue;
    for (const { id, seq } of reversalsOfTable(db, table, factsSeq)) {
      const before = usedBefore.get(seq) ?? new RoundsUsing(db, seq - 1);
      usedBefore.set(seq, before);
      const using = before.using({ table, id });
      const rounds = using.filter((each) => each.closedAt < seq).map((each) => each.number);
      if (rounds.length > 0) found.push({ table, id, seq, rounds });
    }
  }
  return found;
}

/** The cadres whose lines a fact can change. */
function cadresOf(view: View, { table, id, seq }: ReversedSince): ReadonlySet<CadreNo> {
  const { findingId, taskId, cadreId } = aboutFact(view.db, table, id);
  const before = view.at(seq - 1);
  if (cadreId !== null) return new Set([view.cadreNo(cadreId)]);
  const of =
    findingId !== null
      ? loadFinding(before, findingId).finding
      : taskId !== null
        ? { ...loadTask(before, taskId), events: loadTask(before, taskId).reassignments }
        : undefined;
  if (of === undefined) return ordered(view, table, id);
  const passed = of.events.flatMap((event) => (event.kind === 'reassignment' ? [event.from, event.to] : []));
  return new Set([...of.named.map((each) => each.cadreNo), ...passed]);
}

/** Those responsible for what is on a dispatch order. */
function ordered(view: View, table: FactTable, id: number): ReadonlySet<CadreNo> {
  if (table !== 'dispatch_orders') return new Set();
  return new Set(
    findingsOnOrder(view.db, id).flatMap((each) =>
      loadFinding(view, each).finding.named.map(({ cadreNo }) => cadreNo),
    ),
  );
}

/** The line that counts so far: as corrected, else as frozen. */
export function countingLine(view: View, round: number, cadreNo: CadreNo): StandingRow | undefined {
  return correctionsOf(view, round).get(cadreNo) ?? frozenLine(view.db, round, cadreNo);
}

/** The measure that the correction which counts gives on appeal. */
export function givenBefore(view: View, round: number, cadreNo: CadreNo): MeasureGiven | undefined {
  const correction = correctionsOf(view, round).get(cadreNo);
  return correction && measureGivenBy(view.db, correction.id);
}

/** The facts included in the correction that counts, as far as they are live. */
export function includedBefore(view: View, round: number, cadreNo: CadreNo): IncludedFact[] {
  const correction = correctionsOf(view, round).get(cadreNo);
  if (correction === undefined) return [];
  return includedIn(view.db, correction.id).filter(({ table, id }) => {
    const row = findFact(view.db, table, id);
    return row !== undefined && view.isLive(table, row);
  });
}

function lineDue(
  view: View,
  cadre: CadreWithId,
  round: number,
  factsSeq: number,
  facts: readonly ReversedSince[],
  before: PreviousLine | undefined,
): { readonly due?: readonly string[]; readonly heavier: boolean; readonly next: PreviousLine | undefined } {
  const counting = countingLine(view, round, cadre.cadreNo);
  const included = includedBefore(view, round, cadre.cadreNo);
  const known = new Set(included.map((each) => factId(each.table, each.id)));
  const cutoff = ownRounds(view.db).find((each) => each.number === round)?.cutoff ?? '';
  const standIns = facts
    .filter((each) => each.rounds.includes(round) && canBeIncluded(each.table))
    .flatMap(({ table, id }) =>
      standInsFor(view, { table, id }, factsSeq).map((standIn) => ({ table, id: standIn, reversedId: id })),
    )
    .filter(
      ({ table, id }) => (aboutFact(view.db, table, id).day ?? '') <= cutoff && !known.has(factId(table, id)),
    );
  const given = givenBefore(view, round, cadre.cadreNo);
  const asked = { view, round, cadre, counting, given, reversedBy: NOW, before };
  const alone = correctedLine({ ...asked, included });
  const whole =
    standIns.length === 0 ? alone : correctedLine({ ...asked, included: [...included, ...standIns] });
  const helps = whole.line !== undefined && (alone.line === undefined || isHeavier(alone.line, whole.line));
  const line = helps ? whole.line : alone.line;
  const isDue = counting !== undefined && line !== undefined && isHeavier(counting, line);
  const counts = isDue ? line : counting;
  const next = counts && {
    cadreNo: cadre.cadreNo,
    measure: counts.measure,
    nowIn: counts.now_in === 1,
    roundsIn: counts.rounds_in,
  };
  const nothing: PreviousLine = { cadreNo: cadre.cadreNo, measure: 'none', nowIn: false, roundsIn: 0 };
  return {
    ...(isDue && { due: helps ? standIns.map((each) => factId(each.table, each.id)) : [] }),
    heavier: alone.heavier,
    next: next ?? nothing,
  };
}
