// One word, one number: figures of a round that have the same word are the same in the notice, the trend, the page, its
// lines and what is published, on the demo and on random ledgers.
import { describe, expect, it } from 'vitest';
import { dashboardOf } from '../../src/jobs/find/dashboard.ts';
import { trend } from '../../src/jobs/find/trend.ts';
import { publishedRound } from '../../src/jobs/publish/publication.ts';
import { closedFigures } from '../../src/jobs/round/round-figures.ts';
import { ownFrame } from '../../src/jobs/round/round-frame.ts';
import { View } from '../../src/ledger/facts/view.ts';
import { openForReading, read } from '../../src/ledger/file/open.ts';
import { correctedLines, ownRounds } from '../../src/ledger/rounds/rounds.ts';
import { randomLedger } from '../reference/random-ledger.ts';
import { demo } from '../support/demo.ts';
import { drive } from '../support/drive.ts';
import { temporaryFolder } from '../support/folder.ts';

/** The figures of all closed rounds by their words, from each place that says them. */
function figuresByWord(file: string): {
  readonly rounds: number;
  readonly from: Readonly<Record<string, readonly unknown[]>>;
} {
  const ledger = openForReading(file);
  try {
    return read(ledger, (db) => {
      const closed = ownRounds(db);
      const [first, last] = [closed.at(0)?.number ?? 0, closed.at(-1)?.number ?? 0];
      const notices = closed.map(({ number }) => closedFigures(db, ownFrame(new View(db), number)));
      const page = dashboardOf(db, { from: first, to: last, names: true }).rounds;
      const trended = trend(db, { by: 'round', cadreNo: null, from: null, to: null }).rows;
      const published = closed.map(({ number }) => publishedRound(db, number));
      const lines = closed.map(({ number }) => [...correctedLines(new View(db), number)]);
      const of = <T>(rows: readonly T[], what: (row: T) => unknown): readonly unknown[] => rows.map(what);
      return {
        rounds: closed.length,
        from: {
          'rectified: notice': of(notices, ({ totals }) => totals.inTime + totals.late),
          'rectified: page': of(page, (row) => row.rectified),
          'rectified: trend': of(trended, (row) => row.rectified),
          'rectified: published': of(published, ({ totals }) => totals.inTime + totals.late),
          'in time: notice': of(notices, ({ totals }) => totals.inTime),
          'in time: page': of(page, (row) => row.inTime),
          'in time: trend': of(trended, (row) => row.inTime),
          'checks: notice': of(notices, (row) => row.checks),
          'checks: trend': of(trended, (row) => row.checks),
          'checks: published': of(published, (row) => row.checks),
          'overdue: notice': of(notices, ({ totals }) => totals.overdue),
          'overdue: published': of(published, ({ totals }) => totals.overdue),
          'in the circle: lines': of(lines, (rows) => rows.filter((row) => row.now_in === 1).length),
          'in the circle: page': of(page, (row) => row.inCircle),
          'in the circle: trend': of(trended, (row) => row.inCircle),
          'entered: page': of(page, (row) => row.enter),
          'entered: trend': of(trended, (row) => row.entered),
          'left: page': of(page, (row) => row.exit),
          'left: trend': of(trended, (row) => row.left),
        },
      };
    });
  } finally {
    ledger.close();
  }
}

function expectOneNumber(file: string): void {
  const { rounds, from } = figuresByWord(file);
  expect(rounds).toBeGreaterThan(0);
  const words = Map.groupBy(Object.keys(from), (place) => place.split(':')[0]);
  for (const [word, places] of words) {
    const [first = '', ...others] = places;
    for (const other of others)
      expect(from[other], `${word}: ${other} against ${first}`).toEqual(from[first]);
  }
}

describe('a word has one number', () => {
  it('on the demo', async () => {
    const { ledger } = await demo();
    expectOneNumber(ledger);
  });

  it.each([11, 12, 13, 14])('on the random ledger %d', async (seed) => {
    const { policy, steps } = randomLedger(seed);
    const { ledger } = await drive(temporaryFolder(), policy, steps);
    expectOneNumber(ledger);
  });
});
