// Plans a round from the ledger and computes the digest that a printed notice can be compared with.

import type { RoundFigures } from '../../domain/round-figures.ts';
import type { View } from '../../ledger/facts/view.ts';
import { lastEntryBy } from '../../ledger/writing/journal-entries.ts';
import { planRound, type RoundPlan } from '../../scoring/plan-round.ts';
import { ReasonsDigest } from './reasons-digest.ts';
import { CURRENT_FORM, type DigestForm, planDigest } from './round-digest.ts';
import { type FiguredFindingsOf, noFigures, rosterOf } from './round-figures.ts';
import { findingsInto, findingsReader } from './round-findings.ts';
import { type Frame, roundInput } from './round-frame.ts';

/** A plan with its frame and digest. */
export interface PlannedRound {
  readonly frame: Frame;
  readonly plan: RoundPlan;
  /** 完整性校验值: 64 hex digits over header, policy, standings and reasons (contract, section 5): that of a draft. */
  readonly digest: string;
  /** The last journal entry whose facts it rests on. */
  readonly factsSeq: number;
  /** The hash of that entry. */
  readonly factsHash: string;
  /** The figures of the round, where they were asked for. */
  readonly figures: RoundFigures | null;
}

/** How a round is planned. */
export interface PlanAsked {
  /** Gives whole findings, where many rounds share one reading of them; by default they are read in compact form. */
  readonly findingsOf?: FiguredFindingsOf | undefined;
  /** Whether the figures of the round are computed in the same pass. */
  readonly figures?: boolean;
  /** What the digest covers: by default what it covers of a draft. */
  readonly form?: DigestForm;
}

/** Plans a round on the facts of the view. Its lines keep no reasons; the digest covers everybody's. */
export function planOf(
  view: View,
  frame: Frame,
  { findingsOf, figures: wanted = false, form = CURRENT_FORM }: PlanAsked = {},
): PlannedRound {
  const reasons = new ReasonsDigest();
  const input = roundInput(view, frame);
  const roster = rosterOf(input.cadres, frame.cutoff);
  const figures = wanted ? noFigures(view, frame, roster) : null;
  const findings =
    findingsOf === undefined
      ? findingsReader(view, input, { roster, figures })
      : findingsInto(figures, findingsOf(view, input.previous));
  const plan = planRound(
    { ...input, findings },
    { reasonsOf: () => false, onReason: (seen) => reasons.add(seen) },
  );
  const head = lastEntryBy(view.db, view.position);
  const digested = { plan, policy: frame.policy.sha256, reasons: reasons.digest(), head: head.hash };
  return {
    frame,
    plan,
    digest: planDigest(digested, form),
    factsSeq: head.seq,
    factsHash: head.hash,
    figures: figures?.sum.figures ?? null,
  };
}
