// A round planned from the compact reader is the round planned from whole findings, digest and figures included: random
// histories of every kind of fact, amended, undone and late, at every closed round and after the last.
import { expect, test } from 'vitest';
import { addDays } from '../../../src/domain/days/day.ts';
import { closedFrame, currentFrame, type Frame } from '../../../src/jobs/round/round-frame.ts';
import { planOf } from '../../../src/jobs/round/round-plan.ts';
import type { ReadDb } from '../../../src/ledger/database.ts';
import { View } from '../../../src/ledger/facts/view.ts';
import { openForReading, read } from '../../../src/ledger/file/open.ts';
import { figuredFindings } from '../../../src/ledger/findings/figured-findings.ts';
import { BATCH, type IdSpan, RoundIds } from '../../../src/ledger/findings/round-ids.ts';
import { findingsOfRound } from '../../../src/ledger/findings/selections.ts';
import { randomLedger } from '../../reference/random-ledger.ts';
import { drive } from '../../support/drive.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { madeLedger } from '../../support/made.ts';
import { runOk } from '../../support/run.ts';

const made = madeLedger({ findings: 3 * BATCH, rounds: 3, cadres: 12, seed: 11 });
const SEEDS = [11, 12, 13, 14];

test.each(SEEDS)(
  'a random history, seed %i',
  async (seed) => {
    const made = randomLedger(seed, { undo: true, findings: 70, weeks: 5 });
    const { ledger, rounds } = await drive(temporaryFolder(), made.policy, made.steps);
    // What comes after every round was closed: amended, reversed, and found much later.
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

test('a ledger of several batches, over three rounds', () => {
  reading(made.file, (db) => {
    for (const number of [1, 2, 3]) {
      const { closed, ...frame } = closedFrame(new View(db), number);
      compare(new View(db, closed.factsSeq), frame);
    }
  });
});

/** Digest, lines and figures, from both readings. */
function compare(view: View, frame: Frame): void {
  const compact = planOf(view, frame, { figures: true });
  expect(compact).toEqual(planOf(view, frame, { figures: true, findingsOf: figuredFindings }));
  expect(compact.plan.lines.length).toBeGreaterThan(0);
  expect(planOf(view, frame)).toEqual({ ...compact, figures: null });
  const previous = frame.previous ?? null;
  const { sql, values } = findingsOfRound(view, previous);
  const chosen = view.db.column<number>(sql, ...values);
  for (const size of [5, BATCH]) {
    const ids = new RoundIds(view, previous);
    const found = ids
      .batches(size)
      .map((batch) =>
        ids.among(batch, everyIdOf(batch)).filter((id) => id >= batch.first && id <= batch.last),
      )
      .toArray();
    expect(found.flat()).toEqual([...new Set(chosen)].sort((left, right) => left - right));
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

function everyIdOf({ first, last }: IdSpan): number[] {
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
