// Storage that fails ends with 74, the message for it with its remedy in both languages, and the ledger's very bytes.
import { describe, expect, it, type TestContext } from 'vitest';
import { unmountable, unusableByOthers } from './mounts.ts';
import { asWritten } from './program.ts';
import { cannotRun, report, TIMEOUT } from './sizes.ts';
import { denyWriting, type Failures, fillDisk, limitFiles, mountReadOnly, takeInodes } from './storage.ts';

function expectTold(context: TestContext, came: Failures): void {
  const { said, ...figures } = came;
  report(context, figures);
  expect({ said, ...figures }).toEqual({
    said: '',
    runs: came.runs,
    otherCode: 0,
    changed: 0,
    otherMessage: 0,
  });
  expect(came.runs).toBeGreaterThan(0);
}

describe('storage', { timeout: TIMEOUT }, () => {
  it('files may not grow (RLIMIT_FSIZE)', async (context) => {
    expectTold(context, await limitFiles(await asWritten()));
  });

  it.for([
    ['the disk is full', fillDisk],
    ['no inode is left', takeInodes],
    ['the file system is read-only', mountReadOnly],
  ] as const)('%s', async ([, measure], context) => {
    const why = unmountable();
    if (why !== undefined) cannotRun(context, why);
    expectTold(context, await measure(await asWritten()));
  });

  it('file and folder may not be written to', async (context) => {
    const program = await asWritten();
    const why = await unusableByOthers(program);
    if (why !== undefined) cannotRun(context, why);
    expectTold(context, await denyWriting(program));
  });
});
