// Random histories of every kind of fact, batches undone and facts recorded late, are whole when they are verified.
import { describe, expect, it } from 'vitest';
import { verify } from '../../src/jobs/care/verify.ts';
import { isHeavier } from '../../src/jobs/round/corrected-line.ts';
import { correctionsDue } from '../../src/jobs/round/corrections-due.ts';
import { View } from '../../src/ledger/facts/view.ts';
import { openForReading } from '../../src/ledger/file/open.ts';
import { figuredFindings } from '../../src/ledger/findings/figured-findings.ts';
import { FindingsOverRounds } from '../../src/ledger/findings/findings-over-rounds.ts';
import { asPrevious, closedRounds, correctedLines, frozenLines } from '../../src/ledger/rounds/rounds.ts';
import { randomLedger } from '../reference/random-ledger.ts';
import { drive } from '../support/drive.ts';
import { temporaryFolder } from '../support/folder.ts';
import { run } from '../support/run.ts';

const SEEDS = [2, 4, 6, 8];

describe.each(SEEDS)('history %i', (seed) => {
  it('has no fault, gives each round its findings in one pass, and takes corrections', async () => {
    const { policy, steps } = randomLedger(seed, { undo: true, dispatch: true, cancellations: true });
    const { ledger, rounds } = await drive(temporaryFolder(), policy, steps);
    const request = { quick: false, digest: null, against: null };
    expect(verify(ledger, request)).toMatchObject({ faults: [], replayed: rounds.length });
    expect(differentRounds(ledger)).toEqual([]);

    // What was undone since may have changed lines of closed rounds; correcting them leaves the ledger whole.
    const asked = { by: '纪委·甲', reason: '冲销' };
    for (const line of rounds[0] ?? []) {
      const args = [
        'correct',
        String(line.cadre_no),
        '--round',
        '1',
        '--by',
        asked.by,
        '--reason',
        asked.reason,
      ];
      expect([0, 1]).toContain((await run(['--ledger', ledger, ...args])).code);
    }
    expect(verify(ledger, { ...request, against: ledger }).faults).toEqual([]);

    // Whatever is named as still to be corrected can be, in its order; then nothing is left, and no line is heavier.
    let [next, ...rest] = dueIn(ledger);
    for (let most = 200; next !== undefined && most > 0; most -= 1) {
      const taken = next.with.length === 0 ? [] : ['--with', ...next.with];
      const given = ['--by', asked.by, '--reason', asked.reason, ...taken];
      const ran = await run([
        '--ledger',
        ledger,
        'correct',
        next.cadreNo,
        '--round',
        String(next.round),
        ...given,
      ]);
      expect([ran.code, ran.stderr]).toEqual([0, expect.stringContaining('is corrected')]);
      [next, ...rest] = dueIn(ledger);
    }
    expect([next, ...rest]).toEqual([undefined]);
    expect(heavierLines(ledger)).toEqual([]);
    expect(verify(ledger, request).faults).toEqual([]);
  });
});

function dueIn(file: string) {
  const { connection, close } = openForReading(file);
  try {
    return correctionsDue(connection).due;
  } finally {
    close();
  }
}

/** Lines that a correction has made heavier, or put into the circle. */
function heavierLines(file: string): string[] {
  const { connection, close } = openForReading(file);
  try {
    return closedRounds(connection).flatMap(({ number }) => {
      const frozen = new Map(frozenLines(connection, number).map((line) => [line.cadre_no, line]));
      return correctedLines(new View(connection), number)
        .filter((line) => isHeavier(line, frozen.get(line.cadre_no)))
        .map((line) => `${number} ${line.cadre_no}`);
    });
  } finally {
    close();
  }
}

/** The closed rounds for which the pass over all rounds gives other findings than reading them for that round alone. */
function differentRounds(file: string): number[] {
  const { connection, close } = openForReading(file);
  const over = new FindingsOverRounds(connection);
  try {
    const rounds = closedRounds(connection);
    return rounds
      .filter((round, at) => {
        const view = new View(connection, round.factsSeq);
        const previous = asPrevious(view, rounds[at - 1]);
        const [one, other] = [over.figured(view, previous), figuredFindings(view, previous)];
        const findings = (of: typeof one): string => JSON.stringify([...of].map(({ finding }) => finding));
        return findings(one) !== findings(other);
      })
      .map((round) => round.number);
  } finally {
    close();
  }
}
