// What the papers of a closed round say, read in one snapshot: its notice, lines, explanations, station sheets and orders.

import type { Day } from '../../domain/days/day.ts';
import { refusal } from '../../domain/problem.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { timeZoneOf } from '../../ledger/settings.ts';
import { journalHead } from '../../ledger/writing/journal.ts';
import { todayIn } from '../days.ts';
import { checkSheet, nextRound } from '../find/check-sheet.ts';
import { linesOfRound } from '../find/circle.ts';
import { nextCutoff } from '../find/due.ts';
import { explain } from '../find/explain.ts';
import { findOrders } from '../find/find-orders.ts';
import { closedOrOpen } from '../lookups/round-choice.ts';
import { lastDaysOf, measurePapers } from './measure-papers.ts';
import { noticeToWrite, objectionsGiven } from './notice-issue.ts';

/**
 * All that the papers of a closed round say. What is still to be done is told as of the day of the last journal entry, so
 * that the same round at the same position always says the same.
 * @param number a closed round; null for the last one
 * @throws Failure `refused` when there is none
 */
export function packOf(db: ReadDb, number: number | null) {
  const round = closedOrOpen(db, { number, prefer: 'closed' });
  if (round === null) throw refusal('round_not_closed', { round: number ?? 1 });
  const on = todayIn(timeZoneOf(db), new Date(journalHead(db)?.at ?? 0));
  const choice = { number: round, prefer: 'closed' } as const;
  const lines = linesOfRound(db, choice);
  const given = objectionsGiven(db, round);
  const { facts, issue, office } = noticeToWrite(db, round, 'internal');
  return {
    round,
    on,
    notice: { facts, issue, office },
    lines,
    members: linesOfRound(db, choice, 'members'),
    given,
    explanations: lines.standings.map(({ cadre: { cadreNo, name } }) => ({
      cadreNo,
      name,
      explanation: explain(db, cadreNo, round),
      lastDays: lastDaysOf(db, cadreNo, round, given.objectionDays),
    })),
    measures: measurePapers(db, { round, cadres: null, on }),
    visits: visitsOf(db, on),
    orders: findOrders(db, { on, station: null, late: false, unreceived: false }).filter(({ items }) =>
      items.some(({ state }) => state !== 'done'),
    ),
  };
}

/** What is to be checked next at each station. */
function visitsOf(db: ReadDb, on: Day) {
  const until = nextCutoff(db, on);
  const all = checkSheet(db, { until, station: null, today: on });
  const round = nextRound(db);
  const stations = Map.groupBy(all.findings, ({ station }) => station);
  return [...stations]
    .filter(([station]) => station !== '')
    .map(([station, findings]) => ({ round, station, until, findings }));
}

/** The papers of a round, as they were read. */
export type PackFacts = ReturnType<typeof packOf>;
