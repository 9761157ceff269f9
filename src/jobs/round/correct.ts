// What a reversal would have changed in a closed round: one cadre's line planned again, stored next to the original.
import type { CadreNo } from '../../domain/cadre.ts';
import type { Policy } from '../../domain/policy.ts';
import { Failure, problem, refusal } from '../../domain/problem.ts';
import { type Measure, weightOf } from '../../domain/round.ts';
import type { CadreWithId } from '../../ledger/cadres/cadres.ts';
import { Persons } from '../../ledger/cadres/persons.ts';
import { aboutFact } from '../../ledger/facts/about-facts.ts';
import { findFact } from '../../ledger/facts/dependants.ts';
import { View } from '../../ledger/facts/view.ts';
import type { Ledger } from '../../ledger/file/open.ts';
import { firstGiven, type MeasureGiven, upheldRuling } from '../../ledger/rounds/correction-measures.ts';
import {
  addCorrection,
  canBeIncluded,
  type IncludedFact,
  reversedFor,
} from '../../ledger/rounds/corrections.ts';
import { type ClosedRound, correctionsOf } from '../../ledger/rounds/rounds.ts';
import type { StandingRow } from '../../ledger/rounds/standings.ts';
import { refuseWrongDerived } from '../../ledger/verify/derived-differences.ts';
import { type Committed, commit } from '../../ledger/writing/journal.ts';
import { type Acting, entryOf } from '../acting.ts';
import { factId } from '../lookups/fact-id.ts';
import { factNamed } from '../lookups/fact-named.ts';
import { refuseConcerned } from '../lookups/refuse-persons.ts';
import { theCadre } from '../the-cadre.ts';
import { type CarriedFrame, carriedFrame, lineOnAppeal } from './carried-correction.ts';
import { type CorrectedLine, correctedLine } from './corrected-line.ts';
import {
  type CorrectionsDue,
  correctionsDue,
  countingLine,
  givenBefore,
  includedBefore,
} from './corrections-due.ts';
import { type Difference, differencesOf, refuseOtherEngine } from './replay.ts';
import { ownFrame } from './round-frame.ts';

export interface CorrectRequest {
  readonly cadreNo: string;
  readonly round: number;
  /** Ids of facts recorded since the closing that are included (`--with`). */
  readonly with: readonly string[];
  /** The lighter measure after an upheld appeal (`--measure`); null without one. */
  readonly measure: Measure | null;
  readonly by: string;
  readonly reason: string;
}

export interface Corrected {
  readonly what: 'added' | 'unchanged';
  readonly facts: readonly string[];
  readonly cadreNo: CadreNo;
  readonly name: string;
  /** The columns in which the line that counted so far (`stored`) and the corrected one (`replayed`) differ. */
  readonly differences: readonly Difference[];
  /** What is still to be corrected, of whomever. */
  readonly still: CorrectionsDue;
}

/**
 * Corrects a cadre's line in a closed round (contract, section 3, "Closed means closed"): the round is planned again from
 * the facts that the journal held at its closing, without what has been reversed since and with the facts given, on the
 * round before as corrected. A correction never makes a measure heavier and puts no one in.
 * @throws Failure `refused`: no such cadre, closed round or fact, a fact that cannot be included, another engine closed
 * the round, the cadre corrects themselves, or nothing would change
 */
export function correct(ledger: Ledger, acting: Acting, request: CorrectRequest): Committed<Corrected> {
  const { with: given, measure, ...rest } = request;
  const asked = {
    ...rest,
    ...(given.length > 0 && { with: given }),
    ...(measure !== null && { measure }),
  };
  return commit<Corrected>(ledger, entryOf(acting, 'correct', asked), (db) => {
    const { round, by, reason } = request;
    refuseWrongDerived(db, ledger.file);
    const now = new View(db);
    const cadre = theCadre(now, request.cadreNo);
    const about = { cadre_no: cadre.cadreNo, name: cadre.name };
    const persons = new Persons(now);
    refuseConcerned(persons, by, [cadre.cadreNo], 'corrector_is_cadre');
    const counting = countingLine(now, round, cadre.cadreNo);
    // Of an earlier ledger's round only the measure can change: its facts stayed behind.
    const carried = measure === null || given.length > 0 ? undefined : carriedFrame(now, round);
    const { line, heavier, included, lighter, engine } =
      carried === undefined
        ? replanned(now, cadre, request, counting, db.seq - 1)
        : onAppeal(now, cadre, request, counting, carried);
    const differences = line === undefined ? [] : differencesOf(cadre.cadreNo, counting, line);
    const value = { cadreNo: cadre.cadreNo, name: cadre.name, differences };
    if (line === undefined || differences.length === 0) {
      const standing = correctionsOf(now, round).get(cadre.cadreNo);
      if (standing === undefined) throw nothingChanges(now, { round, ...about }, heavier);
      const facts = [factId('corrections', standing.id)];
      return { value: { what: 'unchanged', facts, ...value, still: correctionsDue(db) }, did: {} };
    }
    const correction = { round, line, by, reason, engine, included, given: lighter };
    const id = addCorrection({ db, persons }, correction);
    const facts = [factId('corrections', id)];
    const still = correctionsDue(db);
    return {
      value: { what: 'added', facts, ...value, still },
      did: { facts, round, cadre_no: cadre.cadreNo },
    };
  });
}

/** What a correction comes to. */
interface Planned extends CorrectedLine {
  readonly included: readonly IncludedFact[];
  readonly lighter: MeasureGiven | undefined;
  readonly engine: number;
}

/** The line planned again from the facts of its round. */
function replanned(
  now: View,
  cadre: CadreWithId,
  { round, with: given, measure, by, reason }: CorrectRequest,
  counting: StandingRow | undefined,
  reversedBy: number,
): Planned {
  const { closed, policy } = ownFrame(now, round);
  refuseOtherEngine(closed);
  const before = includedBefore(now, round, cadre.cadreNo);
  const known = new Set(before.map((each) => factId(each.table, each.id)));
  const added = given.map((text) => includedFact(now, closed, text, reason));
  const included = [...before, ...added.filter((each) => !known.has(factId(each.table, each.id)))];
  const lighter =
    measure === null
      ? givenBefore(now, round, cadre.cadreNo)
      : measureOnAppeal(now, cadre, { round, measure, by, reason, counting, policy: policy.policy });
  const planned = correctedLine({ view: now, round, cadre, counting, included, reversedBy, given: lighter });
  return { ...planned, included, lighter, engine: closed.engine };
}

/** The line of an earlier ledger's round with the measure that an upheld appeal gives. */
function onAppeal(
  now: View,
  cadre: CadreWithId,
  { round, measure, by, reason }: CorrectRequest,
  counting: StandingRow | undefined,
  frame: CarriedFrame,
): Planned {
  const asked = { round, measure: measure ?? 'none', by, reason, counting, policy: frame.policy };
  const lighter = measureOnAppeal(now, cadre, asked);
  if (counting === undefined)
    throw refusal('measure_none_in_round', { round, cadre_no: cadre.cadreNo, name: cadre.name });
  const line = lineOnAppeal(now, frame, counting, lighter);
  return { line, heavier: false, included: [], lighter, engine: frame.engine };
}

/** The measure that `--measure` gives. @throws Failure `refused`: no upheld appeal, not lighter, or without a tier */
function measureOnAppeal(
  view: View,
  { id, cadreNo, name }: CadreWithId,
  asked: {
    readonly round: number;
    readonly measure: Measure;
    readonly by: string;
    readonly reason: string;
    readonly counting: Pick<StandingRow, 'measure'> | undefined;
    readonly policy: Policy;
  },
): MeasureGiven {
  const { round, measure, by, reason, counting, policy } = asked;
  const rulingId = upheldRuling(view, id, round);
  const about = { round, cadre_no: cadreNo, name, measure: { term: `measure.${measure}` } };
  if (rulingId === undefined) throw refusal('correction_measure_no_appeal', about);
  const now = counting?.measure ?? 'none';
  if (weightOf(measure) > weightOf(now))
    throw refusal('correction_measure_heavier', { ...about, now: { term: `measure.${now}` } });
  if (measure !== 'none' && !policy.tiers.some((tier) => tier.measure === measure))
    throw refusal('measure_without_tier', { measure: { term: `measure.${measure}` } });
  return firstGiven(view.db, rulingId, measure) ?? { measure, rulingId, by, reason };
}

/**
 * Why nothing changes: it would only be heavier, replacing facts were not given, an earlier round comes first, or no
 * reversal affects it.
 */
function nothingChanges(
  view: View,
  about: { readonly round: number; readonly cadre_no: string; readonly name: string },
  heavier: boolean,
): Failure {
  const { due } = correctionsDue(view.db, new Set([about.cadre_no as CadreNo]));
  const here = due.find((each) => each.round === about.round);
  if (here !== undefined && here.with.length > 0)
    return refusal('correction_needs_with', { ...about, ids: here.with });
  const [earlier] = due.filter((each) => each.round < about.round);
  if (earlier !== undefined) return refusal('correction_earlier_first', { ...about, earlier: earlier.round });
  return refusal(heavier ? 'correction_only_heavier' : 'correction_changes_nothing', about);
}

const OMITTED = /漏录|漏登|漏报送|补录|received|not entered|never entered|omitted/iu;
const CAME_IN = /收到|收悉|接收|收件|已收|已报|已交/u;

/** Whether a reason says of a fact that it had been received and not entered. */
function saysReceived(reason: string): boolean {
  const at = reason.search(CAME_IN);
  return OMITTED.test(reason) || (at >= 0 && /[未没]/u.test(reason.slice(at)));
}

/** A fact that a correction may take in. @throws Failure `refused` */
function includedFact(view: View, closed: ClosedRound, text: string, reason: string): IncludedFact {
  const { db } = view;
  const fact = factNamed(db, text);
  const { number: round, cutoff, factsSeq } = closed;
  const about = { id: factId(fact.table, fact.id), round };
  const row = findFact(db, fact.table, fact.id);
  if (row === undefined || !view.isLive(fact.table, row)) throw refusal('correction_with_reversed', about);
  if (!canBeIncluded(fact.table)) throw refusal('correction_with_kind', about);
  if (row.seq <= factsSeq) throw refusal('correction_with_held', about);
  const { day } = aboutFact(db, fact.table, fact.id);
  if (day !== null && day > cutoff) throw refusal('correction_with_later', { ...about, day, cutoff });
  const reversedId = reversedFor(view, fact, factsSeq) ?? null;
  if (reversedId === null && !saysReceived(reason)) {
    throw new Failure('refused', [problem('correction_with_nothing_reversed', about)]);
  }
  return { ...fact, reversedId };
}
