// Commands at once, each a process: every row once, one close, and no command fails since the ledger is busy.
import { describe, expect, it } from 'vitest';
import { type Crowd, closeTogether, importBesideReader, importSame, importTogether } from './concurrency.ts';
import { asWritten } from './program.ts';
import { report, size, TIMEOUT } from './sizes.ts';

const IMPORTERS = size(4, 8);
const FILES = size(2, 25);
const ROWS = size(20, 40);

const smooth = { said: '', failed: 0, busy: 0, wrongRows: 0 };

describe('concurrency', { timeout: TIMEOUT }, () => {
  it('importers with a clerk between them', async (context) => {
    const { said, ...came } = await importTogether(await asWritten(), IMPORTERS, FILES, ROWS);
    report(context, { importers: IMPORTERS, files: FILES, ...came });
    expect({ said, ...came }).toMatchObject(smooth satisfies Partial<Crowd>);
    expect(came.commands).toBeGreaterThan(IMPORTERS * FILES);
  });

  it('the same file from all sides', async (context) => {
    const { said, ...came } = await importSame(await asWritten(), IMPORTERS, ROWS);
    report(context, { importers: IMPORTERS, ...came });
    expect({ said, ...came }).toMatchObject({ ...smooth, added: 1 });
  });

  it('closers of one round', async (context) => {
    const came = await closeTogether(await asWritten(), IMPORTERS);
    report(context, { ...came });
    expect(came).toEqual({ closers: IMPORTERS, closed: IMPORTERS, closings: 1, busy: 0 });
  });

  it('a reader that was stopped while its output waits', async (context) => {
    const { said, readerWhole, ...came } = await importBesideReader(await asWritten(), ROWS);
    report(context, { ...came, readerWhole: String(readerWhole) });
    expect({ said, readerWhole, ...came }).toMatchObject({ ...smooth, readerWhole: true });
  });
});
