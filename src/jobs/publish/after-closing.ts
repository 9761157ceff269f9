// What came after the closings of rounds, as figures without persons: talks, services, appeals, and what came back.
import type { Day } from '../../domain/days/day.ts';
import type { AfterClosing } from '../../domain/publication.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { NOW, View } from '../../ledger/facts/view.ts';
import { countedRechecks } from '../../ledger/findings/rechecks.ts';
import { type ClosedRound, closedRounds, lastClosedRound } from '../../ledger/rounds/rounds.ts';
import { recheckFigures } from '../../scoring/figures/recheck-figures.ts';
import { type MeasureStanding, measuresOn } from '../measures/measures.ts';

/** Every day that is recorded: what has been recorded is published, whatever day it is. */
const LAST_DAY = '2999-12-31' as Day;

/**
 * Counts what came after the closing of each round of the ledger. What is late is judged by the cutoff of the last closed
 * round and not by a clock: the same ledger publishes the same on every day.
 */
export function afterClosings(db: ReadDb): ReadonlyMap<number, AfterClosing> {
  const lines = Map.groupBy(measuresOn(new View(db), LAST_DAY), ({ line }) => line.round);
  const last = lastClosedRound(db)?.cutoff ?? LAST_DAY;
  const rounds = closedRounds(db);
  return new Map(
    rounds.map((round, at) => [
      round.number,
      {
        ...measuresAfter(lines.get(round.number) ?? [], last),
        ...recheckFigures(rechecksKnown(db, round), round.cutoff, rounds[at - 1] ?? null),
      },
    ]),
  );
}

/** One recorded after the closing counts in the next round. */
const rechecksKnown = (db: ReadDb, { factsSeq }: ClosedRound) => countedRechecks(new View(db, factsSeq, NOW));

/** @param last the day by which what has not been done is late */
function measuresAfter(
  lines: readonly MeasureStanding[],
  last: Day,
): Omit<AfterClosing, 'rechecks' | 'rebounds'> {
  // A talk is owed once for its run, in the round in which that began.
  const talks = lines.filter((each) => each.isFirst && each.talk.state !== 'none').map((each) => each.talk);
  // Without a limit only the lines of the last round are to be served: counting them would change figures each week.
  const services = lines
    .map((each) => each.service)
    .filter(({ state, due }) => state === 'served' || (state !== 'none' && due !== null));
  const appeals = lines.flatMap((each) => each.appeals);
  return {
    talksOwed: talks.length,
    talksHeld: talks.filter(({ heldOn }) => heldOn !== null).length,
    talksLate: talks.filter(({ heldOn, due }) => due !== null && (heldOn ?? last) > due).length,
    servicesOwed: services.length,
    services: services.filter(({ servedOn }) => servedOn !== null).length,
    servicesLate: services.filter(({ servedOn, due }) => due !== null && (servedOn ?? last) > due).length,
    appeals: appeals.length,
    appealsUpheld: appeals.filter(({ state }) => state === 'upheld').length,
  };
}
