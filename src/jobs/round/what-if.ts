// What if: a round's facts under another policy, and whose standing would differ. Nothing is written.
import type { CadreNo } from '../../domain/cadre.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Standing } from '../../domain/round.ts';
import type { ChangedStanding, Difference, WhatIf } from '../../domain/what-if.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { View } from '../../ledger/facts/view.ts';
import { planRound } from '../../scoring/plan-round.ts';
import { ENGINE, type Engine } from '../../scoring/rules.ts';
import { closedOrOpen, type RoundChoice } from '../lookups/round-choice.ts';
import { currentFrame, ownFrame, roundInput } from './round-frame.ts';

/**
 * Plans a round twice: under its own policy and under another, on the facts held at its closing (contract, section 4,
 * `policy whatif`). Decisions of the round stay as they are. @throws Failure `refused` when there is no such round
 */
export function whatIf(db: ReadDb, choice: RoundChoice, policy: Policy): WhatIf {
  const now = new View(db);
  const number = closedOrOpen(db, choice);
  const closed = number === null ? undefined : ownFrame(now, number);
  const view = closed === undefined ? now : new View(db, closed.closed.factsSeq);
  const frame = closed ?? currentFrame(now);
  const linesUnder = (under: Policy, engine: Engine): Map<CadreNo, Standing> => {
    const asked = { ...roundInput(view, frame), policy: under, engine };
    const plan = planRound(asked, { reasonsOf: () => false });
    return new Map(plan.lines.map(({ standing }) => [standing.cadre.cadreNo, standing]));
  };
  // As it was decided, and as it would be now: a round of engine 1 knew nothing of limits and history.
  const [before, after] = [linesUnder(frame.policy.policy, frame.engine), linesUnder(policy, ENGINE)];
  const changes: ChangedStanding[] = [];
  let onlyFigures = 0;
  for (const [cadreNo, was] of before) {
    const would = after.get(cadreNo);
    if (would === undefined) continue;
    const because = differences(was, would);
    const same =
      was.measure === would.measure && was.nowIn === would.nowIn && was.commended === would.commended;
    if (!same) changes.push({ before: was, after: would, because });
    else if (because.length > 0) onlyFigures += 1;
  }
  const about = { round: frame.number, cutoff: frame.cutoff, draft: closed === undefined };
  return { ...about, inForce: frame.policy.policy, changes, onlyFigures };
}

/** Why two standings of a cadre differ. */
export function differences(before: Standing, after: Standing): Difference[] {
  const because: Difference[] = [];
  if (before.counted !== after.counted || before.pending !== after.pending) because.push('counted');
  if (before.points !== after.points) because.push('points');
  const sameMeasure = before.proposedMeasure === after.proposedMeasure;
  if (!sameMeasure && before.points === after.points) because.push('tiers');
  if (sameMeasure && before.nowIn !== after.nowIn) {
    because.push(before.inBy === 'kept' || after.inBy === 'kept' ? 'exit' : 'tiers');
  }
  if (before.commended !== after.commended && because.length === 0) because.push('commend');
  return because;
}
