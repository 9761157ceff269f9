// planRound held against the independent reference: every line of every round of random ledgers, all columns.
import { describe, expect, it } from 'vitest';
import { planRound } from '../../src/scoring/plan-round.ts';
import { type LedgerOptions, randomLedger, replaySteps } from '../reference/random-ledger.ts';
import { columnsOf, roundInputs } from '../support/from-reference.ts';

function expectSameLines(seed: number, options: Partial<LedgerOptions>, all: boolean): number {
  const ledger = randomLedger(seed, options);
  const expected = replaySteps(ledger.steps, ledger.policy, { all });
  let place = 0;
  let lines = 0;
  for (const { input } of roundInputs(ledger.steps, ledger.policy)) {
    const plan = planRound(input);
    const shown = plan.lines.filter((line) => all || line.shown).map(columnsOf);
    expect(shown, `seed ${seed}, round ${place + 1}`).toEqual(expected[place]?.lines);
    place += 1;
    lines += shown.length;
  }
  expect(place).toBe(expected.length);
  return lines;
}

describe('planRound says what the reference says', () => {
  it.each([
    ['usual histories', 0x51a7, 60, {}, false],
    ['with everybody (--all)', 0x62b8, 30, {}, true],
    ['with batches taken back', 0x73c9, 30, { undo: true }, false],
    ['with odd numbers of cadres', 0x84da, 15, { odd_numbers: true, cadres: 20 }, true],
    ['under the default policy', 0x95eb, 15, { policy: 'default', undo: true }, false],
    ['over many weeks', 0xa6fc, 6, { weeks: 15, findings: 90, undo: true }, false],
  ] as const)('%s', (_, base, count, options, all) => {
    let lines = 0;
    for (let seed = base; seed < base + count; seed += 1) lines += expectSameLines(seed, options, all);
    expect(lines).toBeGreaterThan(count * 20);
  });
});
