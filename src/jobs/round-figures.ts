// The figures of a round: reckoned from its findings, once at its closing, and read from there afterwards.
import { type Cadre, onRoster } from '../domain/cadre.ts';
import type { RoundFigures } from '../domain/round-figures.ts';
import { listCadres } from '../ledger/cadres.ts';
import type { ReadDb } from '../ledger/database.ts';
import { figuredFindings } from '../ledger/figured-findings.ts';
import { keptFigures } from '../ledger/round-figures.ts';
import type { ClosedRound } from '../ledger/rounds.ts';
import { View } from '../ledger/view.ts';
import { NoticeFigures } from './notice-figures.ts';
import type { Frame } from './round-frame.ts';

/** Gives the findings that a round can rest on, with what its figures ask of their rows. */
export type FiguredFindingsOf = typeof figuredFindings;

/**
 * Reckons the figures of a round in one pass over what the view holds.
 * @param cadres the roster as it is at the cutoff
 * @param findingsOf where the findings come from: read for this round, unless many rounds are gone through
 */
export function figuresOf(
  view: View,
  frame: Frame,
  cadres: readonly Cadre[],
  findingsOf: FiguredFindingsOf = figuredFindings,
): RoundFigures {
  const { cutoff, previous = null } = frame;
  const present = new Set(cadres.filter((each) => onRoster(each, cutoff)).map((each) => each.cadreNo));
  const figures = new NoticeFigures(cutoff, frame.policy.policy, previous, present);
  for (const { finding, row } of findingsOf(view, previous)) figures.take(finding, row);
  return figures.sum.figures;
}

type ClosedFrame = Frame & { readonly closed: ClosedRound };

/** The figures of a closed round: as they were kept, or, of one closed before figures were kept, reckoned from its facts. */
export function closedFigures(db: ReadDb, frame: ClosedFrame): RoundFigures {
  return keptFigures(db, frame.number) ?? figuresOfFacts(db, frame);
}

/** The figures of a closed round reckoned again from the facts of its closing; see `figuresOf`. */
export function figuresOfFacts(db: ReadDb, frame: ClosedFrame, findingsOf?: FiguredFindingsOf): RoundFigures {
  const view = new View(db, frame.closed.factsSeq);
  return figuresOf(view, frame, listCadres(view, frame.cutoff), findingsOf);
}
