// An answer is whole or the exit code says that it is not; a file is the old one or the new one; the ledger is never lied about.
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { killLists, type Lists, limitLists } from './lists.ts';
import { readBadly } from './output.ts';
import { asWritten } from './program.ts';
import { cannotRun, report, size, TIMEOUT } from './sizes.ts';
import { untraceable } from './trace.ts';
import { writeUnheard } from './unheard.ts';

const KILLS = size(10, 100);
const whole = { partial: 0, shortWithZero: 0, leftover: 0 } satisfies Partial<Lists>;

describe('output', { timeout: TIMEOUT }, () => {
  it('to a slow reader, to `head -1`, to a closed pipe, to /dev/full', async (context) => {
    if (!existsSync('/dev/full')) cannotRun(context, 'no /dev/full on this machine');
    const { said, ...figures } = await readBadly(await asWritten(), size(2, 7));
    report(context, figures);
    expect({ said, ...figures }).toMatchObject({ said: '', shortWithZero: 0, wholeWithout: 0, crashed: 0 });
  });

  it('of commands that have written, heard by nobody', async (context) => {
    if (!existsSync('/dev/full')) cannotRun(context, 'no /dev/full on this machine');
    const { said, ...figures } = await writeUnheard(await asWritten());
    report(context, figures);
    expect({ said, ...figures }).toMatchObject({ said: '', untrue: 0 });
  });

  it('into a file, killed on its way', async (context) => {
    const why = untraceable();
    if (why !== undefined) cannotRun(context, why);
    const came = await killLists(await asWritten(), KILLS, 20180912);
    report(context, { ...came });
    expect(came).toMatchObject({ runs: KILLS, killed: KILLS, ...whole });
  });

  it('into a file that may not grow (RLIMIT_FSIZE)', async (context) => {
    const came = await limitLists(await asWritten());
    report(context, { ...came });
    expect(came).toMatchObject(whole);
  });
});
