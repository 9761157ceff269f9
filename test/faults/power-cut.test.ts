// A power cut at any moment leaves what was acknowledged, nothing damaged in silence, and no half file.
import { describe, expect, it } from 'vitest';
import { cutPower } from './power-cut.ts';
import { asWritten } from './program.ts';
import { cannotRun, report, size, TIMEOUT } from './sizes.ts';
import { untraceable } from './trace.ts';

const ROWS = size(60, 300);
const STATES = size(12, 1_000);

describe('power cut', { timeout: TIMEOUT }, () => {
  it('in a week of imports, events, a closing, a backup, lists and a new ledger', async (context) => {
    const why = untraceable();
    if (why !== undefined) cannotRun(context, why);
    const came = await cutPower(await asWritten(), ROWS, STATES, 20180912);
    report(context, { ...came });
    const none = { acknowledgedLost: 0, silentDamage: 0, unusable: 0, partialFiles: 0 };
    expect(came).toMatchObject({ states: STATES, ...none });
  });
});
