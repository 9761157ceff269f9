// A line of a round that was closed in an earlier ledger, corrected because an appeal was upheld.
import type { CadreNo } from '../../domain/cadre.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Measure } from '../../domain/round.ts';
import type { View } from '../../ledger/facts/view.ts';
import { hasCarriedLines } from '../../ledger/measures/line.ts';
import type { MeasureGiven } from '../../ledger/rounds/correction-measures.ts';
import { policyById, policyInForce } from '../../ledger/rounds/policies.ts';
import { closedRound, correctionsOf, frozenLine, lastCarriedRound } from '../../ledger/rounds/rounds.ts';
import { fromStanding, type StandingRow, toStanding } from '../../ledger/rounds/standings.ts';
import { movementOf } from '../../scoring/circle.ts';
import { stepFrom } from '../../scoring/measure.ts';
import { ENGINE } from '../../scoring/rules.ts';

/** A round that was closed in an earlier ledger: its facts stayed there, so that it cannot be planned again. */
export interface CarriedFrame {
  readonly round: number;
  /** That of the last round carried: which one an older round had stays behind. */
  readonly policy: Policy;
  readonly engine: number;
}

/** The frame of a round of an earlier ledger; undefined for a round of this one, and for one that is not known. */
export function carriedFrame(view: View, round: number): CarriedFrame | undefined {
  const closed = closedRound(view.db, round);
  const isCarried = closed === undefined ? hasCarriedLines(view, round) : closed.carriedFrom !== null;
  if (!isCarried) return undefined;
  const last = closed ?? lastCarriedRound(view.db);
  const policy = last === undefined ? policyInForce(view.db) : policyById(view.db, last.policyId);
  return { round, policy: policy.policy, engine: last?.engine ?? ENGINE };
}

/** The line with the measure that an upheld appeal gives: all else stays as it was frozen, or corrected before. */
export function lineOnAppeal(
  view: View,
  { round, policy }: CarriedFrame,
  counting: StandingRow,
  { measure, by, reason }: MeasureGiven,
): ReturnType<typeof fromStanding> {
  const { wasIn, roundsIn, movement, ...standing } = toStanding(counting);
  const tier = policy.tiers.find((each) => each.measure === measure);
  const nowIn = tier?.inCircle === true && counting.now_in === 1;
  return fromStanding(
    {
      ...standing,
      wasIn,
      measure,
      step: stepFrom(measureBefore(view, round, counting), measure),
      nowIn,
      inBy: nowIn ? 'decision' : '',
      movement: movement === 'departed' ? movement : movementOf(wasIn, nowIn),
      roundsIn: nowIn ? roundsIn : 0,
      decidedBy: by,
      decisionReason: reason,
    },
    counting.cadre_id,
  );
}

/** The measure of the round before: of its line where that was carried, else what the frozen step leaves possible. */
function measureBefore(view: View, round: number, counting: StandingRow): Measure {
  const line = lineThen(view, round - 1, counting.cadre_no);
  if (line !== undefined) return line.measure;
  const frozen = frozenLine(view.db, round, counting.cadre_no) ?? counting;
  if (frozen.step === 'new' || frozen.step === '') return 'none';
  // A line that was raised has the one before it beside it; of one that was lowered that was heavier than any now.
  return frozen.step === 'raised'
    ? 'self_criticism'
    : frozen.step === 'lowered'
      ? 'admonition_talk'
      : frozen.measure;
}

function lineThen(view: View, round: number, cadreNo: CadreNo): Pick<StandingRow, 'measure'> | undefined {
  return correctionsOf(view, round).get(cadreNo) ?? frozenLine(view.db, round, cadreNo);
}
