// One cadre's line: from what was tallied to measure, place, movement, commendation and their reasons.
import type { Cadre } from '../domain/cadre.ts';
import type { Day } from '../domain/days/day.ts';
import type { Policy } from '../domain/policy.ts';
import {
  type Decision,
  type InBy,
  type Measure,
  type PastLine,
  type PreviousLine,
  type Standing,
  weightOf,
} from '../domain/round.ts';
import { byCodePoint } from '../domain/texts/text.ts';
import { movementOf, proposedPlace, tryRequirements } from './circle.ts';
import { isCommended } from './commend.ts';
import { type Raised, raiseByHistory } from './history.ts';
import { stepFrom, tierReached, tryTiers } from './measure.ts';
import type {
  AbsenceReason,
  FindingReason,
  Reasons,
  RectifiedReason,
  TaskReason,
  TierTried,
} from './reasons.ts';
import type { Engine } from './rules.ts';

/** What has been tallied for a cadre so far. Points are ten-thousandths; `reasons` is null when not asked for. */
export interface Tallied {
  readonly cadre: Cadre;
  counted: number;
  pending: number;
  latePending: number;
  overdue: number;
  behindTasks: number;
  absences: number;
  points: number;
  rectified: number;
  rectifiedInTime: number;
  readonly reasons: {
    readonly findings: FindingReason[];
    readonly rectified: RectifiedReason[];
    readonly tasks: TaskReason[];
    readonly absences: AbsenceReason[];
  } | null;
}

/** An empty tally for a cadre. */
export function tallyOf(cadre: Cadre, keepsReasons: boolean): Tallied {
  return {
    cadre,
    counted: 0,
    pending: 0,
    latePending: 0,
    overdue: 0,
    behindTasks: 0,
    absences: 0,
    points: 0,
    rectified: 0,
    rectifiedInTime: 0,
    reasons: keepsReasons ? { findings: [], rectified: [], tasks: [], absences: [] } : null,
  };
}

/** A standing with what is behind it. */
export interface Line {
  readonly standing: Standing;
  readonly reasons: Reasons;
  /** Whether the line is shown without `--all` (contract, section 3, "Lines"). */
  readonly shown: boolean;
}

interface LineContext {
  readonly engine: Engine;
  readonly cutoff: Day;
  readonly policy: Policy;
  readonly before: PreviousLine | null;
  readonly decision: Decision | null;
  readonly departed: boolean;
  /** See `RoundInput`. */
  readonly pastLines: () => readonly PastLine[];
}

/** Settles a cadre's line (contract, section 3, "Measure" to "Lines"). */
export function lineOf(tally: Tallied, context: LineContext): Line {
  const { policy, before, decision, departed } = context;
  const wasIn = before?.nowIn ?? false;
  const tiers = tryTiers(tally.points, policy);
  const requirements = tryRequirements(tally, policy);
  const behind = { ...(tally.reasons ?? noReasons), tiers, requirements };
  if (departed)
    return { standing: departedStanding(tally.cadre), reasons: { ...behind, history: null }, shown: true };

  const { tier, raisedBy, history } = raised(tiers, tally, context);
  const reasons = { ...behind, history };
  const proposedMeasure = tier?.measure ?? 'none';
  const proposed = proposedPlace(tier, wasIn, requirements);
  const proposedCommended = isCommended(tally, proposedMeasure, proposed.nowIn, policy);

  const measure = decision?.measure ?? proposedMeasure;
  const place = decision?.measure == null ? proposed : placeByDecision(decision.measure, policy);
  const commended = decision?.commended ?? isCommended(tally, measure, place.nowIn, policy);
  const standing: Standing = {
    cadre: tally.cadre,
    counted: tally.counted,
    pending: tally.pending,
    overdue: tally.overdue,
    behindTasks: tally.behindTasks,
    absences: tally.absences,
    points: tally.points,
    measure,
    step: stepFrom(before?.measure ?? 'none', measure),
    wasIn,
    nowIn: place.nowIn,
    inBy: place.inBy,
    movement: movementOf(wasIn, place.nowIn),
    roundsIn: place.nowIn ? (before?.roundsIn ?? 0) + 1 : 0,
    commended,
    proposedMeasure,
    proposedNowIn: proposed.nowIn,
    proposedCommended,
    decidedBy: decision?.by ?? '',
    decisionReason: decision?.reason ?? '',
    raisedBy,
    latePending: tally.latePending,
  };
  return { standing, reasons, shown: isShown(standing, decision) };
}

/** The tier that is proposed: that which the points reach, or a heavier one by the cadre's history. */
function raised(
  tiers: readonly TierTried[],
  { reasons }: Tallied,
  { engine, cutoff, policy, before, pastLines }: LineContext,
): Raised {
  const reached = tierReached(tiers);
  if (engine === 1) return { tier: reached, raisedBy: '', history: null };
  return raiseByHistory(tiers, reached, { cutoff, policy, before, pastLines }, reasons !== null);
}

const noReasons = { findings: [], rectified: [], tasks: [], absences: [] };

function placeByDecision(measure: Measure, policy: Policy): { readonly nowIn: boolean; readonly inBy: InBy } {
  const nowIn = policy.tiers.find((tier) => tier.measure === measure)?.inCircle ?? false;
  return { nowIn, inBy: nowIn ? 'decision' : '' };
}

function isShown(standing: Standing, decision: Decision | null): boolean {
  return (
    standing.counted > 0 ||
    standing.pending > 0 ||
    standing.behindTasks > 0 ||
    standing.absences > 0 ||
    standing.wasIn ||
    standing.nowIn ||
    standing.commended ||
    decision !== null
  );
}

function departedStanding(cadre: Cadre): Standing {
  return {
    cadre,
    counted: 0,
    pending: 0,
    overdue: 0,
    behindTasks: 0,
    absences: 0,
    points: 0,
    measure: 'none',
    step: '',
    wasIn: true,
    nowIn: false,
    inBy: '',
    movement: 'departed',
    roundsIn: 0,
    commended: false,
    proposedMeasure: 'none',
    proposedNowIn: false,
    proposedCommended: false,
    decidedBy: '',
    decisionReason: '',
    raisedBy: '',
    latePending: 0,
  };
}

/** The contract's order: in the circle first, heaviest measure first, most points first, then by number. */
export function compareLines(left: Line, right: Line): number {
  const a = left.standing;
  const b = right.standing;
  return (
    Number(b.nowIn) - Number(a.nowIn) ||
    weightOf(b.measure) - weightOf(a.measure) ||
    b.points - a.points ||
    byCodePoint(a.cadre.cadreNo, b.cadre.cadreNo)
  );
}
