// A signal never makes an exit code untrue, and never leaves a part of the rows.
import { describe, expect, it } from 'vitest';
import { asWritten } from './program.ts';
import { signal } from './signals.ts';
import { report, size, TIMEOUT } from './sizes.ts';

const ROWS = size(1_000, 5_000);
const SIGNALS = size(6, 300);

describe('signals', { timeout: TIMEOUT }, () => {
  it('INT, TERM and HUP at chance moments of an import', async (context) => {
    const came = await signal(await asWritten(), ROWS, SIGNALS, 20180912);
    report(context, { rows: ROWS, ...came });
    const truth = { zeroWithout: 0, nothingBut: 0, partial: 0, exactlyOnce: SIGNALS };
    expect(came).toMatchObject({ signals: SIGNALS, ...truth });
    expect(came.ended).toBeGreaterThan(0);
  });
});
