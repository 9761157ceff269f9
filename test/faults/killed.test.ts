// kill -9 leaves all rows of an import or none, never takes back what was acknowledged, and the same command goes on.
import { describe, expect, it } from 'vitest';
import { type Kills, killAnywhere, killAroundCommit } from './killed.ts';
import { asWritten } from './program.ts';
import { cannotRun, report, size, TIMEOUT } from './sizes.ts';
import { untraceable } from './trace.ts';

const ROWS = size(2_000, 100_000);
const KILLS = size(6, 200);

function expectWhole(came: Kills): void {
  const wanted = { kills: KILLS, partial: 0, acknowledgedLost: 0, exactlyOnce: KILLS };
  expect(came).toMatchObject(wanted);
}

describe('killed', { timeout: TIMEOUT }, () => {
  it('at chance moments of an import', async (context) => {
    const came = await killAnywhere(await asWritten(), ROWS, KILLS, 20180912);
    report(context, { rows: ROWS, ...came });
    expectWhole(came);
  });

  it('within 40 ms of COMMIT', async (context) => {
    const why = untraceable();
    if (why !== undefined) cannotRun(context, why);
    const came = await killAroundCommit(await asWritten(), ROWS, KILLS, 20180919);
    report(context, { rows: ROWS, ...came });
    expectWhole(came);
    // Kills on both sides of it.
    expect(came.committed).toBeGreaterThan(0);
    expect(came.hot).toBeGreaterThan(0);
  });
});
