// What if, over rounds: a policy applied from one closed round on, each going on from what it would have made of the last.
import type { CadreNo } from '../../domain/cadre.ts';
import type { Policy } from '../../domain/policy.ts';
import type { PastLine, PreviousLine, Standing } from '../../domain/round.ts';
import type { ChangedStanding } from '../../domain/what-if.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { View } from '../../ledger/facts/view.ts';
import { frozenLines } from '../../ledger/rounds/rounds.ts';
import { toStanding } from '../../ledger/rounds/standings.ts';
import { planRound } from '../../scoring/plan-round.ts';
import type { RoundInput } from '../../scoring/round-input.ts';
import { ENGINE } from '../../scoring/rules.ts';
import { ownFrame, roundInput } from './round-frame.ts';
import { differences } from './what-if.ts';

/** A closed round as it was decided, and as it would have been. */
export interface RoundWhatIf {
  readonly round: number;
  readonly cutoff: string;
  readonly inCircle: number;
  readonly inCircleAfter: number;
  readonly changes: readonly ChangedStanding[];
}

/**
 * Plans closed rounds under another policy, on the facts held at each closing; decisions stay as they were.
 * @throws Failure `refused` when one of them is not closed in this ledger
 */
export function whatIfOver(db: ReadDb, from: number, to: number, policy: Policy): RoundWhatIf[] {
  const now = new View(db);
  const rounds: RoundWhatIf[] = [];
  const past = new Map<CadreNo, PastLine[]>();
  let lines: Map<CadreNo, PreviousLine> | undefined;
  for (let number = from; number <= to; number += 1) {
    const { closed, ...frame } = ownFrame(now, number);
    const input = roundInput(new View(db, closed.factsSeq), frame);
    const earlier = input.pastLines;
    // The real lines of the rounds that are gone through have others in their place.
    const first = rounds[0]?.cutoff;
    const asked: RoundInput = {
      ...input,
      policy,
      engine: ENGINE,
      previous: input.previous && { ...input.previous, lines: lines ?? input.previous.lines },
      pastLines: (cadreNo) => [
        ...earlier(cadreNo).filter((each) => first === undefined || each.cutoff < first),
        ...(past.get(cadreNo) ?? []),
      ],
    };
    const plan = planRound(asked, { reasonsOf: () => false });
    const after = plan.lines.filter((line) => line.shown).map((line) => line.standing);
    const before = frozenLines(db, number).map((row) => toStanding(row));
    rounds.push({
      round: number,
      cutoff: closed.cutoff,
      inCircle: countIn(before),
      inCircleAfter: countIn(after),
      changes: changesOf(before, after),
    });
    lines = new Map();
    for (const { cadre, measure, nowIn, roundsIn, movement, latePending } of after) {
      lines.set(cadre.cadreNo, { cadreNo: cadre.cadreNo, measure, nowIn, roundsIn });
      const known = past.get(cadre.cadreNo) ?? [];
      past.set(cadre.cadreNo, [...known, { cutoff: closed.cutoff, movement, latePending }]);
    }
  }
  return rounds;
}

function countIn(standings: readonly Standing[]): number {
  return standings.filter((each) => each.nowIn).length;
}

/** Whose standing differs; a line in only one of both differs where it says something. */
function changesOf(before: readonly Standing[], after: readonly Standing[]): ChangedStanding[] {
  const were = new Map(before.map((each) => [each.cadre.cadreNo, each]));
  return after.flatMap((would) => {
    const was = were.get(would.cadre.cadreNo);
    if (was === undefined) return [];
    const same =
      was.measure === would.measure && was.nowIn === would.nowIn && was.commended === would.commended;
    return same ? [] : [{ before: was, after: would, because: differences(was, would) }];
  });
}
