// The strict circle of a round: its members, since when, and what still keeps them in.

import type { Policy } from '../../domain/policy.ts';
import type { RoundDigests, Standing } from '../../domain/round.ts';
import { carryOverOf } from '../../ledger/carry-over/carry-overs.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { View } from '../../ledger/facts/view.ts';
import {
  closedRound,
  closedRounds,
  correctionsOf,
  countMembers,
  digestsOf,
  eachCorrectedLine,
  eachCorrectedMember,
} from '../../ledger/rounds/rounds.ts';
import { toStanding } from '../../ledger/rounds/standings.ts';
import { tryRequirements } from '../../scoring/circle.ts';
import type { Circle, CircleMember } from '../../scoring/circle-members.ts';
import { closedOrOpen, type RoundChoice } from '../lookups/round-choice.ts';
import { lateFindings } from '../round/late-pending.ts';
import { closedFrame } from '../round/round-frame.ts';
import { tally } from '../round/tally.ts';

/** The lines of a round, closed or open, as they count: corrected ones in place of the frozen. */
export interface RoundLines {
  readonly round: number;
  readonly cutoff: string;
  readonly draft: boolean;
  readonly digests: RoundDigests;
  /** The scoring that decided it. */
  readonly engine: number;
  readonly standings: readonly Standing[];
  readonly corrected: ReadonlySet<string>;
  readonly policy: Policy;
}

type Whose = 'all' | 'members';

/** The lines of a round, not yet read. */
interface LinesUnread extends Omit<RoundLines, 'standings'> {
  /** Reads them; while the ledger is open, as often as it is asked. */
  readonly standings: () => Iterable<Standing>;
  readonly members: () => number;
}

/**
 * The lines of a round (contract, section 4, "`--round` is the open round, else the last closed").
 * @param whose the lines of everybody who has one, or of the members of the circle only
 * @throws Failure `refused` when there is no such round
 */
export function linesOfRound(db: ReadDb, choice: RoundChoice, whose: Whose = 'all'): RoundLines {
  const { standings, members: _, ...round } = linesUnread(db, choice, whose);
  return { ...round, standings: [...standings()] };
}

function linesUnread(db: ReadDb, choice: RoundChoice, whose: Whose): LinesUnread {
  const view = new View(db);
  const number = closedOrOpen(db, choice);
  if (number === null) {
    const { plan, digest } = tally(db);
    const shown = plan.lines.filter((line) => line.shown).map((line) => line.standing);
    const members = shown.filter((standing) => standing.nowIn);
    return {
      round: plan.number,
      cutoff: plan.cutoff,
      draft: true,
      policy: plan.policy,
      engine: plan.engine,
      digests: { draft: digest, closing: null },
      corrected: new Set(),
      members: () => members.length,
      standings: () => (whose === 'all' ? shown : members),
    };
  }
  const { closed, policy } = closedFrame(view, number);
  const corrections = correctionsOf(view, number);
  const each = whose === 'all' ? eachCorrectedLine : eachCorrectedMember;
  return {
    round: number,
    cutoff: closed.cutoff,
    draft: false,
    engine: closed.engine,
    digests: digestsOf(closed),
    policy: policy.policy,
    corrected: new Set(corrections.keys()),
    members: () => countMembers(view, number, corrections),
    standings: () => each(view, number, corrections).map((row) => toStanding(row)),
  };
}

/** Who is in the circle at a round. @throws Failure `refused` when there is no such round */
export function circleOf(db: ReadDb, choice: RoundChoice): Circle {
  const { round, cutoff, draft, corrected, policy, ...lines } = linesUnread(db, choice, 'members');
  const before = [...(carryOverOf(db)?.earlierRounds ?? []), ...closedRounds(db)];
  const cutoffs = new Map(before.map((each) => [each.number, each.cutoff as string]));
  cutoffs.set(round, cutoff);
  // The facts of a carried round are in the ledger it was closed in.
  const carried = !draft && closedRound(db, round)?.carriedFrom != null;
  const memberOf = (standing: Standing): CircleMember => {
    const sinceRound = round - standing.roundsIn + 1;
    return {
      standing,
      sinceRound,
      sinceCutoff: cutoffs.get(sinceRound) ?? '',
      unmet: tryRequirements(standing, policy).filter((each) => !each.met),
      late: carried ? [] : lateFindings(db, draft ? null : round, standing),
      corrected: corrected.has(standing.cadre.cadreNo),
    };
  };
  return {
    round,
    cutoff,
    draft,
    corrected,
    count: lines.members(),
    members: function* () {
      for (const standing of lines.standings()) yield memberOf(standing);
    },
  };
}
