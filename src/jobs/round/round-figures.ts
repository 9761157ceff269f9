// The figures of a round: computed from its findings once, at its closing, and read from there afterwards.
import { type Cadre, type CadreNo, onRoster } from '../../domain/cadre.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Since } from '../../domain/round.ts';
import type { RoundFigures } from '../../domain/round-figures.ts';
import { listCadres } from '../../ledger/cadres/cadres.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { View } from '../../ledger/facts/view.ts';
import type { FiguredFinding } from '../../ledger/findings/figured-findings.ts';
import { countsAtLead, keptFigures } from '../../ledger/rounds/round-figures.ts';
import type { ClosedRound } from '../../ledger/rounds/rounds.ts';
import { NoticeFigures } from '../../scoring/figures/notice-figures.ts';
import { FindingSums } from '../../scoring/finding-sums.ts';
import { Stations } from '../lookups/stations.ts';
import { findingsReader } from './round-findings.ts';
import { type Frame, rulesOf } from './round-frame.ts';

/** Gives the findings that a round can rest on, with what its figures ask of their rows. */
export type FiguredFindingsOf = (view: View, previous: Since) => Iterable<FiguredFinding>;

/**
 * The figures of a round before any finding is added.
 * @param roster everybody on it at the cutoff
 * @param atLead whether a finding without a station is counted at that of its lead
 */
export function noFigures(view: View, frame: Frame, roster: Iterable<CadreNo>, atLead = true): NoticeFigures {
  const { cutoff } = frame;
  const stations = new Stations(view, cutoff);
  const stationOf = atLead ? (cadreNo: CadreNo) => stations.ofCadre(cadreNo) : () => '';
  return new NoticeFigures(rulesOf(frame), new Set(roster), stationOf);
}

/** The numbers of everybody on the roster at a cutoff. @param cadres as they are then */
export function rosterOf(cadres: Iterable<Cadre>, cutoff: Day): CadreNo[] {
  return [...cadres].filter((cadre) => onRoster(cadre, cutoff)).map((cadre) => cadre.cadreNo);
}

type ClosedFrame = Frame & { readonly closed: ClosedRound };

/** The figures of a closed round: as they were kept, or, for one closed before figures were kept, computed from its facts. */
export function closedFigures(db: ReadDb, frame: ClosedFrame): RoundFigures {
  return keptFigures(db, frame.number) ?? figuresOfFacts(db, frame);
}

/**
 * The figures of a closed round computed again, in one pass over the facts of its closing.
 * @param findingsOf see `PlanAsked`
 */
export function figuresOfFacts(db: ReadDb, frame: ClosedFrame, findingsOf?: FiguredFindingsOf): RoundFigures {
  const view = new View(db, frame.closed.factsSeq);
  const roster = rosterOf(listCadres(view, frame.cutoff), frame.cutoff);
  const figures = noFigures(view, frame, roster, countsAtLead(db, frame.number));
  const rules = rulesOf(frame);
  if (findingsOf === undefined) {
    const sums = new FindingSums(rules, roster, { reasonsOf: () => false });
    findingsReader(view, rules, { roster, figures })(sums);
  } else {
    for (const { finding, row } of findingsOf(view, rules.previous)) figures.take(finding, row);
  }
  return figures.sum.figures;
}
