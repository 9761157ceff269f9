// Random histories of every kind of fact through the command line, against the independent reference.
import { describe, expect, it } from 'vitest';
import { randomLedger, replaySteps } from '../reference/random-ledger.ts';
import { drive, replayed } from '../support/drive.ts';
import { temporaryFolder } from '../support/folder.ts';

/** How many histories: more by SEEDS for a longer run. */
const SEEDS = Number(process.env.SEEDS ?? 12);
const FIRST = Number(process.env.FIRST_SEED ?? 1);

describe('random ledgers through the command line', () => {
  it.each(Array.from({ length: SEEDS }, (_, index) => FIRST + index))(
    "seed %i: every line of every round is the reference's, and replays",
    async (seed) => {
      const { policy, steps } = randomLedger(seed, {
        undo: seed % 2 === 0,
        odd_numbers: seed % 3 === 0,
        dispatch: true,
        cancellations: true,
      });
      const expected = replaySteps(steps, policy);
      const { ledger, rounds } = await drive(temporaryFolder(), policy, steps);
      expect(rounds.length).toBe(expected.length);
      for (const [index, lines] of rounds.entries()) {
        const wanted = expected[index]?.lines ?? [];
        const columns = Object.keys(wanted[0] ?? {});
        const shown = lines.map((line) =>
          Object.fromEntries(columns.map((column) => [column, String(line[column])])),
        );
        const plain = wanted.map((line) =>
          Object.fromEntries(columns.map((column) => [column, String(line[column as keyof typeof line])])),
        );
        expect(shown, `round ${index + 1}`).toEqual(plain);
      }
      expect(await replayed(ledger, rounds.length)).toEqual([]);
    },
  );
});
