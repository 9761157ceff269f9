// Nothing that changes a ledger behind the program's back goes unseen: chance, edits, forgeries against a printed digest.
import { describe, expect, it, type TestContext } from 'vitest';
import { EDITED, editCharacters, tryGuards } from './edits.ts';
import { asWritten } from './program.ts';
import { report, size, TIMEOUT } from './sizes.ts';
import { flipBits, forgeLedgers, plantObjects, type Seen } from './tampering.ts';

const FLIPS = size(16, 1_000);
/** In every table at least once. */
const EDITS = size(EDITED.length, 200);

function expectSeen(context: TestContext, { unseen, ...figures }: Seen): void {
  report(context, figures);
  expect({ unseen, changedAndUnseen: figures.changedAndUnseen }).toEqual({ unseen: '', changedAndUnseen: 0 });
}

describe('tampering', { timeout: TIMEOUT }, () => {
  it('flipped bits are seen, or change nothing that is read', async (context) => {
    const came = await flipBits(await asWritten(), FLIPS, 3);
    expectSeen(context, came);
    expect(came.tried).toBe(FLIPS);
    expect(came.seen).toBeGreaterThan(FLIPS / 2);
  });

  it('an edited character is seen, in whichever table', async (context) => {
    const came = await editCharacters(await asWritten(), EDITS, 11);
    expectSeen(context, came);
    expect(came.seen).toBe(EDITS);
  });

  it('a cut tail, an older file and a forged chain are seen against a printed digest', async (context) => {
    expectSeen(context, await forgeLedgers(await asWritten()));
  });

  it('an object planted into the schema is seen', async (context) => {
    const came = await plantObjects(await asWritten());
    expectSeen(context, came);
    expect(came.seen).toBe(came.tried);
  });

  it('the guards let no row be changed', async (context) => {
    const came = await tryGuards(await asWritten());
    report(context, { ...came });
    expect(came.letIn).toBe(0);
    expect(came.tried).toBeGreaterThan(20);
  });
});
