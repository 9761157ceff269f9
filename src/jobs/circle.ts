// The strict circle of a round: its members, since when, and what still keeps them in.
import type { Policy } from '../domain/policy.ts';
import { refusal } from '../domain/problem.ts';
import type { Standing } from '../domain/round.ts';
import { carryOverOf } from '../ledger/carry-overs.ts';
import type { ReadDb } from '../ledger/database.ts';
import {
  closedRound,
  closedRounds,
  correctedLines,
  correctionsOf,
  lastClosedRound,
  openRound,
} from '../ledger/rounds.ts';
import { toStanding } from '../ledger/standings.ts';
import { View } from '../ledger/view.ts';
import { tryRequirements } from '../scoring/circle.ts';
import type { RequirementTried } from '../scoring/reasons.ts';
import { closedFrame } from './round-frame.ts';
import { tally } from './tally.ts';

/** The lines of a round, closed or open, as they count: corrected ones in place of the frozen. */
export interface RoundLines {
  readonly round: number;
  readonly cutoff: string;
  readonly draft: boolean;
  readonly digest: string;
  readonly standings: readonly Standing[];
  readonly corrected: ReadonlySet<string>;
  readonly policy: Policy;
}

export interface RoundChoice {
  /** A closed round's number; null for the round that a command speaks of by default. */
  readonly number: number | null;
  /** What the default is: the open round else the last closed, the last closed one, or the open one only (`--proposed`). */
  readonly prefer: 'open' | 'closed' | 'proposed';
}

/**
 * The closed round that a command speaks of, or null for the open one.
 * @throws Failure `refused` when there is no such round
 */
export function closedOrOpen(db: ReadDb, { number, prefer }: RoundChoice): number | null {
  const open = openRound(db);
  if (open !== undefined && (number === open.round_no || (number === null && prefer !== 'closed')))
    return null;
  if (number === null && prefer === 'proposed') throw refusal('round_not_open');
  const closed = number === null ? lastClosedRound(db) : closedRound(db, number);
  if (closed !== undefined) return closed.number;
  if (number !== null) throw refusal('round_unknown', { round: number });
  throw refusal(prefer === 'open' ? 'round_not_open' : 'no_round_yet');
}

/**
 * The lines of a round (contract, section 4, "`--round` is the open round, else the last closed").
 * @throws Failure `refused` when there is no such round
 */
export function linesOfRound(db: ReadDb, choice: RoundChoice): RoundLines {
  const view = new View(db);
  const number = closedOrOpen(db, choice);
  if (number === null) {
    const { plan, digest } = tally(db);
    const standings = plan.lines.filter((line) => line.shown).map((line) => line.standing);
    return {
      round: plan.number,
      cutoff: plan.cutoff,
      draft: true,
      digest,
      standings,
      corrected: new Set(),
      policy: plan.policy,
    };
  }
  const { closed, policy } = closedFrame(view, number);
  return {
    ...{ round: closed.number, cutoff: closed.cutoff, draft: false, digest: closed.digest },
    standings: correctedLines(view, closed.number).map(toStanding),
    corrected: new Set(correctionsOf(view, closed.number).keys()),
    policy: policy.policy,
  };
}

export interface CircleMember {
  readonly standing: Standing;
  readonly sinceRound: number;
  readonly sinceCutoff: string;
  readonly unmet: readonly RequirementTried[];
  readonly corrected: boolean;
}

/** Who is in the circle at a round. @throws Failure `refused` when there is no such round */
export function circleOf(
  db: ReadDb,
  choice: RoundChoice,
): RoundLines & { readonly members: readonly CircleMember[] } {
  const lines = linesOfRound(db, choice);
  const before = [...(carryOverOf(db)?.earlierRounds ?? []), ...closedRounds(db)];
  const cutoffs = new Map(before.map((round) => [round.number, round.cutoff as string]));
  cutoffs.set(lines.round, lines.cutoff);
  const members = lines.standings
    .filter((standing) => standing.nowIn)
    .map((standing) => {
      const sinceRound = lines.round - standing.roundsIn + 1;
      return {
        ...{ standing, sinceRound, sinceCutoff: cutoffs.get(sinceRound) ?? '' },
        unmet: tryRequirements(standing, lines.policy).filter((each) => !each.met),
        corrected: lines.corrected.has(standing.cadre.cadreNo),
      };
    });
  return { ...lines, members };
}
