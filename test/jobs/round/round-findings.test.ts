// Findings read as compactly as can be come to what they come to when each is read whole: random histories of every kind of
// fact, amended, undone and late, at every closed round and after the last.
import { expect, test } from 'vitest';
import { addDays } from '../../../src/domain/days/day.ts';
import { FiguresSum } from '../../../src/jobs/round/figures-sum.ts';
import { findingSpans } from '../../../src/jobs/round/finding-spans.ts';
import { ReasonsDigest } from '../../../src/jobs/round/reasons-digest.ts';
import { noFigures, rosterOf } from '../../../src/jobs/round/round-figures.ts';
import { findingsFor } from '../../../src/jobs/round/round-findings.ts';
import { closedFrame, currentFrame, type Frame, roundInput } from '../../../src/jobs/round/round-frame.ts';
import { sharesOf } from '../../../src/jobs/round/round-shares.ts';
import { listCadres } from '../../../src/ledger/cadres/cadres.ts';
import type { ReadDb } from '../../../src/ledger/database.ts';
import { View } from '../../../src/ledger/facts/view.ts';
import { openForReading, read } from '../../../src/ledger/file/open.ts';
import { planRound } from '../../../src/scoring/plan-round.ts';
import { randomLedger } from '../../reference/random-ledger.ts';
import { drive } from '../../support/drive.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { runOk } from '../../support/run.ts';

const SEEDS = [11, 12, 13, 14];

/** What a round comes to in shares of a few findings, and whole. */
function both(view: View, frame: Frame, wanted: boolean) {
  const cadres = listCadres(view, frame.cutoff);
  const roster = rosterOf(cadres, frame.cutoff);
  const input = roundInput(view, frame);
  const came = { digest: new ReasonsDigest(), figures: new FiguresSum() };
  const asked = {
    frame,
    roster,
    position: view.position,
    reversedBy: view.reversedBy,
    figures: wanted,
    spans: findingSpans(view.db, { ids: 7, shares: 1000 }),
  };
  const pieces = sharesOf(view, asked);
  const shares = Array.from({ length: pieces.count }, (_, at) => pieces.do(at));
  for (const { lines, figures } of shares) {
    came.digest.addLines(lines);
    if (figures !== null) came.figures.merge(FiguresSum.of(figures));
  }
  const plan = planRound({ ...input, findings: [], shares }, { reasonsOf: () => false });

  const whole = { digest: new ReasonsDigest(), figures: noFigures(view, frame, roster) };
  const one = planRound(
    { ...roundInput(view, frame), findings: findingsFor(view, input.previous, whole.figures) },
    {
      reasonsOf: () => false,
      onReason: (seen) => seen.about === 'task' || seen.about === 'absence' || whole.digest.add(seen),
    },
  );
  const told = (of: typeof plan) => [of.lines, of.withoutDeadline, of.withoutResponsible];
  return {
    shared: [told(plan), came.digest.digest(), wanted ? came.figures.figures : null],
    whole: [told(one), whole.digest.digest(), wanted ? whole.figures.sum.figures : null],
  };
}

test.each(SEEDS)(
  'a random history, seed %i',
  async (seed) => {
    const made = randomLedger(seed, { undo: true, findings: 70, weeks: 5 });
    const { ledger, rounds } = await drive(temporaryFolder(), made.policy, made.steps);
    // What comes after every round was closed: amended, taken back, and found much later.
    const untouched = reading(ledger, (db) =>
      db.all<{ id: number; no: string; cadre: string }>(
        `SELECT f.id, f.finding_no AS no, c.cadre_no AS cadre FROM finding_now n JOIN findings f ON f.id = n.finding_id
           JOIN finding_responsible r ON r.finding_id = f.id AND r.place = 0 JOIN cadres c ON c.id = r.cadre_id
         WHERE n.status = 'registered' AND f.recurs_id IS NULL
           AND NOT EXISTS (SELECT 1 FROM findings later WHERE later.recurs_id = f.id)
           AND NOT EXISTS (SELECT 1 FROM reports e WHERE e.finding_id = f.id)
           AND NOT EXISTS (SELECT 1 FROM extensions e WHERE e.finding_id = f.id)
           AND NOT EXISTS (SELECT 1 FROM objections e WHERE e.finding_id = f.id)
           AND NOT EXISTS (SELECT 1 FROM reassignments e WHERE e.finding_id = f.id) ORDER BY f.id`,
      ),
    );
    const at = ['--reason', '更正', '--ledger', ledger, '--future'];
    const [first, second, ...rest] = untouched;
    if (first === undefined || second === undefined) throw new Error('too few findings are untouched');
    await runOk(['reverse', `findings-${first.id}`, ...at]);
    for (const { no } of rest.slice(0, 3)) {
      const values = ['--severity', '3', '--area', '更正后的领域', '--found-on', '2018-08-31'];
      await runOk(['finding', 'amend', no, ...values, ...at]);
    }
    const later = ['--source', '巡察', '--description', '后来发现', '--found-on', '2019-06-01'];
    await runOk(['finding', 'add', 'LATER', ...later, '--cadre-no', second.cadre, ...at]);
    reading(ledger, (db) => {
      for (let number = 1; number <= rounds.length; number += 1) {
        const { closed, ...frame } = closedFrame(new View(db), number);
        compare(new View(db, closed.factsSeq), frame);
      }
      const last = closedFrame(new View(db), rounds.length).cutoff;
      for (const days of [1, 7, 60]) {
        const view = new View(db);
        compare(view, currentFrame(view, addDays(last, days)));
      }
    });
  },
  120_000,
);

function compare(view: View, frame: Frame): void {
  for (const wanted of [true, false]) {
    const { shared, whole } = both(view, frame, wanted);
    expect(shared).toEqual(whole);
  }
}

function reading<T>(file: string, work: (db: ReadDb) => T): T {
  const opened = openForReading(file);
  try {
    return read(opened, work);
  } finally {
    opened.close();
  }
}
