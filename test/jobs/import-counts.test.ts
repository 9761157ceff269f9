// How much an import asks of SQLite: what grows with the rows grows by a fiftieth of them, or less.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { importFiles } from '../../src/jobs/import/import-batch.ts';
import { Connection } from '../../src/ledger/database.ts';
import { newLedger, temporaryFolder } from '../support/ledgers.ts';

const ACTING = {
  at: '2018-09-30T10:00:00.000Z',
  actor: '甲',
  idempotencyKey: null,
  dryRun: false,
  today: null,
};
const CALLS = ['all', 'get', 'column', 'iterate', 'run', 'runRows'] as const;

afterEach(() => {
  vi.restoreAllMocks();
});

/** Imports so many findings of two cadres each: the statements that ran, and how many were prepared for them. */
async function importing(many: number): Promise<{ readonly ran: number; readonly prepared: number }> {
  const ledger = newLedger();
  const folder = temporaryFolder();
  const bring = async (kind: 'cadres' | 'findings', text: string): Promise<void> => {
    const file = join(folder, `${kind}.csv`);
    writeFileSync(file, text);
    const request = { kind, files: [file], open: {}, read: {}, mapping: null, amend: null, skipBad: false };
    expect(await importFiles(ledger, ACTING, request)).toMatchObject({ outcome: 'written' });
  };
  await bring('cadres', 'cadre_no,name,rank,unit,station\nA1,甲,staff,办,所\nA2,乙,staff,办,所\n');
  const before = ledger.connection.preparedCount;
  const spies = CALLS.map((call) => vi.spyOn(Connection.prototype, call));
  const rows = Array.from({ length: many }, (_, at) => `F${at},巡察,第${at}处,2018-09-01,2018-09-20,A1,A2`);
  await bring(
    'findings',
    `finding_no,source,description,found_on,due_on,cadre_no,assist_no\n${rows.join('\n')}\n`,
  );
  const ran = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
  vi.restoreAllMocks();
  return { ran, prepared: ledger.connection.preparedCount - before };
}

test('statements are prepared once, and each is for hundreds of rows', async () => {
  // Twice the largest statement more; what is left over goes by smaller ones in both.
  const [few, many] = [await importing(4_000), await importing(4_000 + 8_192)];
  expect(many.prepared).toBe(few.prepared);
  expect(many.prepared).toBeLessThan(40);
  expect(many.ran - few.ran).toBeLessThan(8_192 / 50);
});
