// Random command lines never crash: whatever is typed, the exit code is one of the contract's and no bug is reported.

import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CommandSpec } from '../../src/cli/command-spec.ts';
import { commandNames, loadCommand } from '../../src/cli/commands/registry.ts';
import { optionsOf } from '../../src/cli/declare.ts';
import { langs, smallLedger, world } from '../support/errors.ts';
import { run } from '../support/run.ts';

const SEED = 20_180_912;
/** Files and folders of the machine are no part of it: these make or write some. */
const apart = new Set(['demo', 'init', 'backup', 'restore', 'completion', 'dashboard']);
const leaves: readonly CommandSpec[] = (await Promise.all(commandNames.map(loadCommand)))
  .flat()
  .filter((leaf) => !apart.has(leaf.name));

const texts = [
  'F-1',
  'F-10',
  'C1',
  'C3',
  'C99',
  '',
  ' ',
  '0',
  '-1',
  '1',
  '2',
  '99999999999',
  '2018-09-12',
  '2018-02-30',
  '9月12日',
  '+5wd',
  'none',
  'dismissed',
  '甲一',
  '督查甲;C1',
  'checks-1',
  'cadres-1,reports-1',
  'findings',
  'checks',
  '\u0000',
  '\u202E',
  "'; DROP TABLE cadres; --",
  '{',
  '💥',
  '%s',
  'a'.repeat(300),
];
const text = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...texts) }, fc.string({ maxLength: 12 }));

function lineOf(leaf: CommandSpec): fc.Arbitrary<string[]> {
  const own = optionsOf(leaf).filter(
    (spec) => !/--(ledger|output|rejects|allow-network-file)\b/.test(spec.flags),
  );
  const option = fc.constantFrom(...own).chain((spec): fc.Arbitrary<string[]> => {
    const flag = /--[a-z-]+/.exec(spec.flags)?.[0] ?? '';
    if (!spec.flags.includes('<')) return fc.constant([flag]);
    const value =
      spec.choices === undefined
        ? text
        : fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...spec.choices) }, text);
    return value.map((given) => [flag, given]);
  });
  const wanted = own
    .filter((spec) => spec.required === true)
    .map((spec): fc.Arbitrary<string[]> => {
      const flag = /--[a-z-]+/.exec(spec.flags)?.[0] ?? '';
      return (spec.choices === undefined ? text : fc.constantFrom(...spec.choices)).map((given) => [
        flag,
        given,
      ]);
    });
  const places = (leaf.arguments ?? '').split(' ').filter((each) => each !== '').length;
  return fc
    .tuple(
      fc.array(text, { minLength: places, maxLength: places + 1 }),
      fc.tuple(...wanted).map((each) => each.flat()),
      fc.array(option, { maxLength: 3 }),
    )
    .map(([args, must, more]) => [
      ...leaf.name.split(' '),
      ...args.filter((each) => each !== '-'),
      ...must,
      ...more.flat(),
    ]);
}

describe('random command lines', () => {
  let ledger = '';
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'yanquan-random-'));
    ledger = join(folder, 'yanquan.db');
    copyFileSync(await smallLedger(), ledger);
    return () => rmSync(folder, { recursive: true, force: true });
  });

  it('never crash', async () => {
    const line = fc.constantFrom(...leaves).chain(lineOf);
    await fc.assert(
      fc.asyncProperty(line, fc.constantFrom(...langs), async (args, lang) => {
        const ran = await run([...args, '--ledger', ledger, '--lang', lang], world);
        expect({ args, code: ran.code, stderr: [0, 1, 2, 3].includes(ran.code) ? '' : ran.stderr }).toEqual({
          args,
          code: ran.code,
          stderr: '',
        });
        expect(ran.stderr).not.toMatch(/\n {4}at |\[object Object\]/);
      }),
      { numRuns: 300, seed: SEED, endOnFailure: true },
    );
  });

  it('never crash, words alone', async () => {
    const word = fc.oneof(
      fc.constantFrom(
        ...commandNames,
        ...leaves.flatMap((leaf) => leaf.name.split(' ')),
        '--help',
        '-q',
        '--',
        '--lang',
        'help',
      ),
      text,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 5 }), async (words) => {
        const args = words.filter((each) => !apart.has(each) && each !== '-');
        const ran = await run(['--ledger', ledger, ...args], world);
        expect({ args, code: ran.code, stderr: [0, 1, 2, 3].includes(ran.code) ? '' : ran.stderr }).toEqual({
          args,
          code: ran.code,
          stderr: '',
        });
      }),
      { numRuns: 300, seed: SEED, endOnFailure: true },
    );
  });
});
