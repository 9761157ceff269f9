// Files that are no whole ledger of ours are refused by real processes, their bytes as they were.
import { describe, expect, it } from 'vitest';
import { asWritten } from './program.ts';
import { report, size, TIMEOUT } from './sizes.ts';
import { refuseWrongFiles } from './wrong-files.ts';

const CUTS = size(10, 200);

describe('wrong file', { timeout: TIMEOUT }, () => {
  it('cut, empty, junk, of another application, newer, or a link', async (context) => {
    const { said, ...figures } = await refuseWrongFiles(await asWritten(), CUTS, 20180912);
    report(context, figures);
    expect({ said, ...figures }).toMatchObject({ said: '', notRefused: 0, changed: 0 });
    expect(figures.files).toBeGreaterThanOrEqual(CUTS);
  });
});
