// Plans a round from the ledger and reckons the digest that a printed notice can be held against.
import type { CadreNo } from '../../domain/cadre.ts';
import type { RoundFigures } from '../../domain/round-figures.ts';
import type { LedgerSource } from '../../ledger/database.ts';
import type { View } from '../../ledger/facts/view.ts';
import { GENESIS } from '../../ledger/writing/journal.ts';
import { planRound, type RoundPlan } from '../../scoring/plan-round.ts';
import type { FindingsShare } from '../../scoring/round-input.ts';
import type { NoticeFigures } from '../notice/notice-figures.ts';
import { FiguresSum } from './figures-sum.ts';
import { ReasonsDigest } from './reasons-digest.ts';
import { CURRENT_FORM, type DigestForm, planDigest } from './round-digest.ts';
import { noFigures, rosterOf } from './round-figures.ts';
import { findingsFor } from './round-findings.ts';
import { type FindingsOf, type Frame, roundInput } from './round-frame.ts';
import { type RoundShare, roundShares } from './round-shares.ts';

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
  /** Whose reasons the lines keep: nobody's by default; the digest takes in everybody's whatever is kept. */
  readonly reasonsOf?: (cadreNo: CadreNo) => boolean;
  /** See `roundInput`. */
  readonly findingsOf?: FindingsOf;
  /** The ledger for a second thread, where the facts of the round are all committed; that of the view by default. */
  readonly source?: LedgerSource | undefined;
  /** Whether the figures of the round are reckoned on the way. */
  readonly figures?: boolean;
  /** What the digest covers: by default what it covers of a draft. */
  readonly form?: DigestForm;
}

/** Plans a round on the facts of the view. */
export function planOf(
  view: View,
  frame: Frame,
  {
    reasonsOf,
    findingsOf,
    source = view.db.source,
    figures: wanted = false,
    form = CURRENT_FORM,
  }: PlanAsked = {},
): PlannedRound {
  const reasons = new ReasonsDigest();
  const alone = reasonsOf !== undefined || findingsOf !== undefined || source === undefined;
  const input = roundInput(view, frame, findingsOf);
  const roster = rosterOf(input.cadres, frame.cutoff);
  const shares = alone ? null : roundShares(view, frame, roster, { source, figures: wanted });
  const figures = wanted ? noFigures(view, frame, roster) : null;
  const findings = figures === null ? input.findings : findingsFor(view, input.previous, figures);
  const plan = planRound(
    shares === null
      ? { ...input, findings }
      : { ...input, findings: [], shares: takenInto(reasons, figures, shares) },
    { reasonsOf: reasonsOf ?? nobody, onReason: (seen) => reasons.add(seen) },
  );
  const head = headAt(view);
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

const nobody = (): boolean => false;

/** The shares, once their reasons are in the digest, and what they come to in the figures: they come in the order of the findings. */
function* takenInto(
  reasons: ReasonsDigest,
  figures: NoticeFigures | null,
  shares: Iterable<RoundShare>,
): Generator<FindingsShare> {
  for (const share of shares) {
    reasons.addLines(share.lines);
    if (share.figures !== null) figures?.sum.merge(FiguresSum.of(share.figures));
    yield share;
  }
}

/** The last journal entry by the view's position. */
function headAt(view: View): { readonly seq: number; readonly hash: string } {
  const row = view.db.get<{ seq: number; hash: string }>(
    'SELECT seq, hash FROM journal WHERE seq <= ? ORDER BY seq DESC LIMIT 1',
    view.position,
  );
  return row ?? { seq: 0, hash: GENESIS };
}
