// What the papers of a closed round say about its people: gathered here, so that one form and a whole pack say the same.
import type { CadreNo } from '../../domain/cadre.ts';
import { addWorkingDays } from '../../domain/days/calendar.ts';
import { addDays, type Day } from '../../domain/days/day.ts';
import type { Policy } from '../../domain/policy.ts';
import { Failure, refusal } from '../../domain/problem.ts';
import type { Measure, Standing } from '../../domain/round.ts';
import { findCadre } from '../../ledger/cadres/cadres.ts';
import { namesOfOthers } from '../../ledger/cadres/roster.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { View } from '../../ledger/facts/view.ts';
import { servicesOf } from '../../ledger/measures/facts.ts';
import { hasCarriedLines } from '../../ledger/measures/line.ts';
import { policyById, policyInForce } from '../../ledger/rounds/policies.ts';
import {
  type ClosedRound,
  closedRound,
  closedRounds,
  correctedLines,
  correctionsOf,
  frozenLine,
  openRound,
} from '../../ledger/rounds/rounds.ts';
import { toStanding } from '../../ledger/rounds/standings.ts';
import type { Explanation } from '../../scoring/explanation.ts';
import type { PaperFacts, PaperReasons } from '../../scoring/measures/papers.ts';
import { showOffice } from '../care/office.ts';
import { explain } from '../find/explain.ts';
import { calendarOf } from '../lookups/calendar.ts';
import { type MeasureStanding, measuresOn } from '../measures/measures.ts';
import { objectionsGiven } from './notice-issue.ts';

export interface PapersAsked {
  readonly round: number;
  /** Those whose papers are asked for, in that order; null for everybody with a line in the round. */
  readonly cadres: readonly string[] | null;
  /** The day on which talks and services are looked at. */
  readonly on: Day;
}

/**
 * What the papers of a closed round say, one entry a cadre; by number where everybody is asked for. Which papers each of
 * them calls for says `papersFor`.
 * @throws Failure `refused`: no such closed round, or no such cadre
 */
export function measurePapers(db: ReadDb, { round, cadres, on }: PapersAsked): PaperFacts[] {
  const view = new View(db);
  const closed = closedRound(db, round);
  if (closed === undefined && !hasCarriedLines(view, round)) throw refusal('round_not_closed', { round });
  const [one] = cadres ?? [];
  const only = cadres?.length === 1 ? (one as CadreNo) : undefined;
  const standings = new Map(
    measuresOn(view, on, only)
      .filter(({ line }) => line.round === round)
      .map((each) => [each.line.cadreNo, each]),
  );
  const policy = closed === undefined ? policyInForce(db).policy : policyById(db, closed.policyId).policy;
  const ofRound: OfRound = { view, round, closed, policy, previous: previousOf(db, round) };
  return (cadres ?? everybody(ofRound, standings.keys())).map((cadreNo) =>
    factsOf(ofRound, cadreNo as CadreNo, standings.get(cadreNo as CadreNo)),
  );
}

interface OfRound {
  readonly view: View;
  readonly round: number;
  /** Undefined for an older round of an earlier ledger. */
  readonly closed: ClosedRound | undefined;
  readonly policy: Policy;
  /** The round before; null for the first one, undefined where it is not known. */
  readonly previous: ClosedRound | null | undefined;
}

function previousOf(db: ReadDb, round: number): ClosedRound | null | undefined {
  return round === 1 ? null : closedRounds(db).findLast((each) => each.number < round);
}

function everybody({ view, round, closed }: OfRound, measured: Iterable<CadreNo>): CadreNo[] {
  const lines = closed === undefined ? [] : correctedLines(view, round).map((line) => line.cadre_no);
  return [...new Set([...lines, ...measured])].sort();
}

function factsOf(ofRound: OfRound, cadreNo: CadreNo, standing: MeasureStanding | undefined): PaperFacts {
  const { view, round, closed, policy } = ofRound;
  const cadre = findCadre(view, cadreNo);
  if (cadre === undefined) throw refusal('cadre_unknown', { cadre_no: cadreNo });
  const line = closed === undefined ? undefined : frozenLine(view.db, round, cadreNo);
  const corrected = closed === undefined ? undefined : correctionsOf(view, round).get(cadreNo);
  const settled = corrected ?? line;
  const told = settled === undefined ? null : toStanding(settled);
  const measure = told?.measure ?? standing?.line.measure ?? 'none';
  const [talk] = standing?.talks ?? [];
  const servedOn = standing?.service.servedOn ?? null;
  const { township, office } = showOffice(view.db);
  const { objectionDays, issuedOn } = objectionsGiven(view.db, round);
  const explained = told !== null && closed?.carriedFrom === null ? explain(view.db, cadreNo, round) : null;
  return {
    round: {
      number: round,
      cutoff: closed?.cutoff ?? standing?.line.cutoff ?? cutoffUnknown(round),
      meeting: closed?.meeting ?? '',
      approvedBy: closed?.approvedBy ?? '',
      document: closed === undefined ? '' : policy.document,
    },
    cadre: {
      cadreNo,
      name: cadre.name,
      unit: cadre.unit,
      post: cadre.post,
      managedBy: cadre.managedBy,
    },
    measure,
    before: beforeOf(ofRound, cadreNo),
    proposed: told?.proposedMeasure ?? null,
    step: told?.step ?? '',
    movement: told?.movement ?? 'outside',
    nowIn: told?.nowIn ?? false,
    frozen: line?.measure ?? measure,
    correction: corrected?.reason ?? '',
    reasons: told === null ? null : reasonsOf(told, corrected === undefined ? explained : null),
    exit: policy.exit.require,
    inByMeasure: told?.inBy === 'tier' || told?.inBy === 'decision',
    talk: standing?.talk ?? { state: 'none', heldOn: null, due: null },
    talked:
      talk === undefined ? null : { on: talk.talked_on, talker: talk.talker, recorder: talk.recorder ?? '' },
    served:
      servedOn === null
        ? null
        : { on: servedOn, by: standing?.servedBy ?? '', receipt: standing?.receipt ?? null },
    influence: standing?.influence ?? null,
    objectDays: objectionDays || policy.papers.objectDays,
    appealDays: policy.papers.appealDays,
    objectLast:
      servedOn === null ? null : lastDayOf(view, servedOn, objectionDays || policy.papers.objectDays),
    appealLast: servedOn === null ? null : lastDayOf(view, servedOn, policy.papers.appealDays),
    office,
    township,
    issuedOn,
    othersNames: explained?.othersNames ?? namesOfOthers(view.db, cadre.id),
  };
}

function cutoffUnknown(round: number): never {
  throw refusal('round_not_closed', { round });
}

function beforeOf({ view, previous }: OfRound, cadreNo: CadreNo): Measure | null {
  if (previous === undefined) return null;
  if (previous === null) return 'none';
  const corrected = correctionsOf(view, previous.number).get(cadreNo);
  return (corrected ?? frozenLine(view.db, previous.number, cadreNo))?.measure ?? 'none';
}

function reasonsOf(standing: Standing, explained: Explanation | null): PaperReasons {
  const { counted, overdue, behindTasks, absences, decisionReason } = standing;
  const findings = (explained?.reasons.findings ?? [])
    .filter((each) => each.outcome === 'counted')
    .map(({ findingNo }) => ({
      findingNo,
      description: explained?.findings.get(findingNo)?.description ?? '',
    }));
  return { counted, overdue, behindTasks, absences, findings, decisionReason };
}

/** Until when a cadre may object and appeal, calculated from the service of the measure of a round. */
export interface LastDays {
  readonly objectDays: string;
  readonly appealDays: string;
  /** Null before the service, without days, or where the calendar lacks the year. */
  readonly objectLast: Day | null;
  readonly appealLast: Day | null;
}

/**
 * The days for objections and appeals of a round, and the last of them for a cadre whose measure was served.
 * @param given days for an objection that were given with the notice or the command; empty for those of the policy
 */
export function lastDaysOf(db: ReadDb, cadreNo: string, round: number | null, given: string): LastDays {
  const view = new View(db);
  const closed = round === null ? undefined : closedRound(db, round);
  const open = openRound(db);
  const policyId = closed?.policyId ?? (round === null ? open?.policy_id : undefined);
  const { papers } = policyId === undefined ? policyInForce(db).policy : policyById(db, policyId).policy;
  const days = { objectDays: given || papers.objectDays, appealDays: papers.appealDays };
  const id = findCadre(view, cadreNo)?.id;
  const [served] = id === undefined || round === null ? [] : servicesOf(view, id, round);
  const last = (text: string): Day | null => (served === undefined ? null : lastDayOf(view, served.on, text));
  return { ...days, objectLast: last(days.objectDays), appealLast: last(days.appealDays) };
}

/**
 * The last of some days after a day, as a policy writes them (`5d`, `5wd`; `5` are working days too); null without any, or
 * where the calendar lacks a year on the way.
 */
function lastDayOf(view: View, from: Day, days: string): Day | null {
  const [, count, unit] = /^(\d+)(w?d)?$/u.exec(days) ?? [];
  if (count === undefined) return null;
  if (unit === 'd') return addDays(from, Number(count));
  try {
    return addWorkingDays(from, Number(count), calendarOf(view));
  } catch (error) {
    if (error instanceof Failure && error.problems[0]?.code === 'calendar_year_missing') return null;
    throw error;
  }
}
