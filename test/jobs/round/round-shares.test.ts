// A round of many findings, reckoned in two threads, comes to what it comes to in one, whatever becomes of the other.
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { FiguresSum } from '../../../src/jobs/round/figures-sum.ts';
import { ReasonsDigest } from '../../../src/jobs/round/reasons-digest.ts';
import { figuresOfFacts, rosterOf } from '../../../src/jobs/round/round-figures.ts';
import { closedFrame, roundInput } from '../../../src/jobs/round/round-frame.ts';
import { planOf } from '../../../src/jobs/round/round-plan.ts';
import { type RoundShare, roundShares, type Sharing } from '../../../src/jobs/round/round-shares.ts';
import type { LedgerSource, ReadDb } from '../../../src/ledger/database.ts';
import { View } from '../../../src/ledger/facts/view.ts';
import { openForReading, read } from '../../../src/ledger/file/open.ts';
import { planRound } from '../../../src/scoring/plan-round.ts';
import { madeLedger } from '../../support/made.ts';

const made = madeLedger({ findings: 400, rounds: 4, cadres: 12, seed: 11 });
const ROUND = 3;
const SMALL: Sharing = { bytes: 0, findings: 1, ids: 16, shares: 100 };

/** The round from shares: its lines, and the digest over its reasons. */
function shared(db: ReadDb, source: LedgerSource, wanted = true) {
  const { closed, ...frame } = closedFrame(new View(db), ROUND);
  const view = new View(db, closed.factsSeq);
  const input = roundInput(view, frame);
  const roster = rosterOf(input.cadres, frame.cutoff);
  const shares = roundShares(view, frame, roster, { source, figures: wanted }, SMALL);
  if (shares === null) throw new Error('the findings were not shared out');
  const digest = new ReasonsDigest();
  let count = 0;
  const figures = new FiguresSum();
  // One at a time: a share holds until the next.
  const taken = function* (): Generator<RoundShare> {
    for (const share of shares) {
      digest.addLines(share.lines);
      if (share.figures !== null) figures.merge(FiguresSum.of(share.figures));
      count += 1;
      yield share;
    }
  };
  const plan = planRound({ ...input, findings: [], shares: taken() }, { reasonsOf: () => false });
  return { lines: plan.lines, digest: digest.digest(), figures: figures.figures, shares: count };
}

/** The same without shares. */
function whole(db: ReadDb) {
  const { closed, ...frame } = closedFrame(new View(db), ROUND);
  const digest = new ReasonsDigest();
  const plan = planRound(roundInput(new View(db, closed.factsSeq), frame), {
    reasonsOf: () => false,
    onReason: (seen) => seen.about === 'task' || seen.about === 'absence' || digest.add(seen),
  });
  const figures = figuresOfFacts(db, { closed, ...frame });
  return { lines: plan.lines, digest: digest.digest(), figures };
}

function reading<T>(work: (db: ReadDb) => T): T {
  const ledger = openForReading(made.file);
  try {
    return read(ledger, work);
  } finally {
    ledger.close();
  }
}

test.each([true, false])('two threads come to what one comes to, with figures: %s', (wanted) => {
  reading((db) => {
    const { shares, ...came } = shared(db, { file: made.file, allowNetworkFile: false }, wanted);
    expect(shares).toBe(25);
    const { figures, ...one } = whole(db);
    expect(came).toEqual({ ...one, figures: wanted ? figures : new FiguresSum().figures });
    expect(came.lines.some((line) => line.standing.counted > 0)).toBe(true);
  });
});

test('where the other thread finds no ledger, all is read here', () => {
  reading((db) => {
    const { shares, ...came } = shared(db, { file: import.meta.filename, allowNetworkFile: false });
    expect(shares).toBe(25);
    expect(came).toEqual(whole(db));
  });
});

test('a writer that waits for the reader keeps the other thread out: all is read here', () => {
  const file = made.copy();
  const writer = new Database(file, { timeout: 0 });
  const ledger = openForReading(file);
  try {
    const came = read(ledger, (db) => {
      db.all('SELECT count(*) FROM journal');
      writer.exec('BEGIN IMMEDIATE; INSERT INTO deriving SELECT max(seq) + 1 FROM journal');
      expect(() => writer.exec('COMMIT')).toThrow('locked');
      const { shares: _, ...rest } = shared(db, { file, allowNetworkFile: false });
      return rest;
    });
    expect(came).toEqual(reading(whole));
  } finally {
    ledger.close();
    writer.close();
  }
});

test('a small ledger is not shared out', () => {
  reading((db) => {
    const { closed, ...frame } = closedFrame(new View(db), ROUND);
    const view = new View(db, closed.factsSeq);
    const source = { file: made.file, allowNetworkFile: false };
    expect(roundShares(view, frame, [], { source, figures: false })).toBeNull();
    expect(planOf(view, frame).digest).toBe(closed.draft?.digest);
  });
});
