// What a round says now: the plan of the open round, or of one at a cutoff, with what else leaders should know.
import type { CadreNo } from '../../domain/cadre.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Standing } from '../../domain/round.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { View } from '../../ledger/facts/view.ts';
import { cadresIn } from '../../ledger/measures/facts.ts';
import { correctedLines } from '../../ledger/rounds/rounds.ts';
import { type DecidedOffRoster, decidedOffRoster, missingDecisions } from './closing-decisions.ts';
import { currentFrame } from './round-frame.ts';
import { type PlannedRound, planOf } from './round-plan.ts';

/** A tally. */
export interface Tally extends PlannedRound {
  /** Those to whom the last closed round gave a talk that has not been recorded as held. */
  readonly talksNotHeld: readonly { readonly cadreNo: CadreNo; readonly name: string }[];
  /** Whose measure needs a decision before the closing, and has none yet. */
  readonly undecided: readonly Standing[];
  /** Decisions that the closing would refuse to lose. */
  readonly offRoster: readonly DecidedOffRoster[];
}

export interface TallyOptions {
  readonly cutoff?: Day | undefined;
}

/**
 * Tallies. Within a transaction the facts that it has written are counted; `digest`, `factsSeq` and `factsHash` are then
 * those of the last entry that is committed, and a digest that is to be printed is computed after the commit.
 * @throws Failure `refused`, see `currentFrame`
 */
export function tally(db: ReadDb, { cutoff }: TallyOptions = {}): Tally {
  const view = new View(db);
  const frame = currentFrame(view, cutoff);
  const planned = planOf(view, frame);
  const { lines, policy } = planned.plan;
  const shown = lines.filter((line) => line.shown);
  return {
    ...planned,
    undecided: missingDecisions(view, frame.roundId, shown, policy.requireDecision),
    offRoster: decidedOffRoster(view, frame),
    talksNotHeld: frame.previous === undefined ? [] : talksNotHeld(view, frame.previous.number),
  };
}

/**
 * Whose talk of a closed round is not recorded as held. A `continued` talk is not held again (contract, section 3,
 * "Measure"): the member is followed up.
 */
function talksNotHeld(view: View, round: number): { cadreNo: CadreNo; name: string }[] {
  const held = cadresIn(view, 'talks', round);
  return correctedLines(view, round)
    .filter((line) => line.measure === 'reminder_talk' || line.measure === 'admonition_talk')
    .filter((line) => line.step !== 'continued' && !held.has(line.cadre_no))
    .map((line) => ({ cadreNo: line.cadre_no, name: line.name }));
}

/** Who has a measure in a round but neither a statement nor a waiver on it. */
export function withoutStatement(
  view: View,
  round: number,
  measured: readonly CadreNo[],
): readonly CadreNo[] {
  const said = cadresIn(view, 'statements', round);
  return measured.filter((cadreNo) => !said.has(cadreNo));
}
