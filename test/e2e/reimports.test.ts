// Everything that was ever imported, imported again after random reversals, changes nothing.
import { describe, expect, it } from 'vitest';
import { randomLedger } from '../reference/random-ledger.ts';
import { csvOf, drive } from '../support/drive.ts';
import { put, temporaryFolder } from '../support/folder.ts';
import { snapshot } from '../support/ledgers.ts';
import { run } from '../support/run.ts';

/** How many histories: more by SEEDS for a longer run. */
const SEEDS = Number(process.env.SEEDS ?? 4);
const FIRST = Number(process.env.FIRST_SEED ?? 1);
/** How many reversals are tried in each; some are refused. */
const REVERSALS = 12;
const TABLES = [
  'findings',
  'reports',
  'checks',
  'extensions',
  'objections',
  'rulings',
  'reassignments',
].concat(['tasks', 'progress', 'attendance', 'decisions', 'amendments', 'cadres', 'dispatch_orders']);

describe('a random history with reversals', () => {
  it.each(Array.from({ length: SEEDS }, (_, index) => FIRST + index))(
    'seed %i: imported again as a whole it stays as it is',
    async (seed) => {
      const { policy, steps } = randomLedger(seed, {
        undo: seed % 2 === 0,
        odd_numbers: seed % 3 === 0,
        dispatch: true,
        cancellations: true,
      });
      const again = temporaryFolder();
      const { ledger } = await drive(temporaryFolder(), policy, steps);
      const at = ['--ledger', ledger, '--future'];
      let drawn = seed;
      const draw = (below: number): number => {
        drawn = (drawn * 48_271) % 2_147_483_647;
        return drawn % below;
      };
      let reversed = 0;
      for (let count = 0; count < REVERSALS; count += 1) {
        const id = `${TABLES[draw(TABLES.length)]}-${1 + draw(12)}`;
        const ran = await run(['reverse', id, '--with-dependents', '--reason', 'mistake', ...at]);
        if (ran.code === 0) reversed += 1;
      }
      expect(reversed).toBeGreaterThan(0);
      // Journals and facts are only ever added: a file of the same bytes has nothing more in it.
      const before = snapshot(ledger);
      for (const [index, step] of steps.entries()) {
        if (step.kind !== 'import') continue;
        const file = put(again, `${index}.csv`, csvOf(step.rows));
        const ran = await run(['import', step.record, file, ...at]);
        expect([0, 1], `${step.record} ${file}: ${ran.stderr}`).toContain(ran.code);
        expect(snapshot(ledger), `${step.record}, step ${index}: ${ran.stderr}`).toEqual(before);
      }
      expect((await run(['verify', '--ledger', ledger])).code).toBe(0);
    },
  );
});
