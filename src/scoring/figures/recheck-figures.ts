// The re-checks that a round takes in, for what is published of it.
import type { Day } from '../../domain/days/day.ts';
import type { CountedRecheck, RecheckFigures } from '../../domain/findings/recheck.ts';
import type { Since } from '../../domain/round.ts';
import { inWindow } from '../window.ts';

/** Counts the re-checks in the window of a round, and those of them that found a rebound. */
export function recheckFigures(all: Iterable<CountedRecheck>, cutoff: Day, previous: Since): RecheckFigures {
  let rechecks = 0;
  let rebounds = 0;
  for (const { on, seq, result } of all) {
    if (!inWindow(on, seq, cutoff, previous)) continue;
    rechecks += 1;
    if (result === 'rebound') rebounds += 1;
  }
  return { rechecks, rebounds };
}
