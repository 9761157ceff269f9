// The harness finds what it is there for: each planted bug is caught by the very measure that the program passes.
import { describe, expect, it } from 'vitest';
import { importTogether } from './concurrency.ts';
import { DERIVED, editCharacters, tryGuards } from './edits.ts';
import { killAroundCommit } from './killed.ts';
import { killLists, limitLists } from './lists.ts';
import { type Plant, planted } from './plants.ts';
import { cutPower } from './power-cut.ts';
import type { Program } from './program.ts';
import { cannotRun, report, size, TIMEOUT } from './sizes.ts';
import { forgeLedgers, plantObjects } from './tampering.ts';
import { untraceable } from './trace.ts';
import { refuseWrongFiles } from './wrong-files.ts';

interface Caught {
  readonly plant: Plant;
  readonly by: string;
  /** What of the measure's figures must not be 0. */
  readonly figure: (program: Program) => Promise<number>;
  readonly traces?: true;
}

const cases: readonly Caught[] = [
  {
    plant: 'chunked import',
    by: 'killed around COMMIT',
    figure: async (program) => (await killAroundCommit(program, 2_000, size(4, 20), 1)).partial,
    traces: true,
  },
  {
    plant: 'no guard',
    by: 'changes tried with the guards standing',
    figure: async (program) => (await tryGuards(program)).letIn,
  },
  {
    plant: 'naive export',
    by: 'lists that are killed',
    figure: async (program) => (await killLists(program, 10, 20180912)).partial,
    traces: true,
  },
  {
    plant: 'naive export',
    by: 'lists that may not grow',
    figure: async (program) => (await limitLists(program)).partial,
  },
  {
    plant: 'short write',
    by: 'lists that may not grow',
    figure: async (program) => (await limitLists(program)).shortWithZero,
  },
  {
    plant: 'deferred transaction',
    by: 'importers together',
    figure: async (program) => (await importTogether(program, size(6, 8), size(3, 5), 40)).busy,
  },
  {
    plant: 'skipped check of a printed digest',
    by: 'forged ledgers',
    figure: async (program) => (await forgeLedgers(program)).changedAndUnseen,
  },
  {
    plant: 'skipped comparison of the schema',
    by: 'objects planted into the schema',
    figure: async (program) => (await plantObjects(program)).changedAndUnseen,
  },
  {
    plant: 'skipped comparison of what is derived',
    by: 'edited characters',
    figure: async (program) => (await editCharacters(program, size(6, 41), 1, [...DERIVED])).changedAndUnseen,
  },
  {
    plant: 'skipped check of rows',
    by: 'edited characters',
    figure: async (program) => (await editCharacters(program, size(6, 41), 1)).changedAndUnseen,
  },
  {
    plant: 'skipped check of size',
    by: 'cut files',
    figure: async (program) => (await refuseWrongFiles(program, size(10, 50), 1)).notRefused,
  },
  {
    plant: 'synchronous off',
    by: 'power cuts',
    figure: async (program) => (await cutPower(program, 60, size(12, 100), 1)).acknowledgedLost,
    traces: true,
  },
];

describe('planted bugs', { timeout: TIMEOUT }, () => {
  it.for(cases)('$plant is caught by: $by', async ({ plant, figure, traces }, context) => {
    const why = traces ? untraceable() : undefined;
    if (why !== undefined) cannotRun(context, why);
    const caught = await figure(await planted(plant));
    report(context, { caught });
    expect(caught).toBeGreaterThan(0);
  });
});
