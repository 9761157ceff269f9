// Promises kept when run again: every command that writes, the same once more, without an idempotency key and with one.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answersWithObject, type CommandSpec } from '../../../src/cli/command-spec.ts';
import { commandNames, loadCommand } from '../../../src/cli/commands/registry.ts';
import { optionsOf } from '../../../src/cli/declare.ts';
import type { Ran } from '../../support/run.ts';
import { atCase, cases } from './writing-cases.ts';

const objectIn = ({ stdout }: Ran): Record<string, unknown> => JSON.parse(stdout) as Record<string, unknown>;
const KEY = ['--idempotency-key', 'k'];

it('is asked of every command that writes', async () => {
  const leaves = (await Promise.all(commandNames.map(loadCommand))).flat();
  const takesKey = ({ traits }: CommandSpec): boolean =>
    traits?.some((trait) => trait === 'write' || trait === 'create') === true;
  const writing = leaves.filter(takesKey);
  expect(writing.map((leaf) => leaf.name).sort()).toEqual(Object.keys(cases).sort());
  for (const leaf of leaves) {
    const flags = optionsOf(leaf).map((spec) => spec.flags);
    expect(flags.includes('--idempotency-key <key>'), leaf.name).toBe(takesKey(leaf));
    if (answersWithObject(leaf)) expect(flags, leaf.name).toContain('--json');
  }
});

describe.each(Object.entries(cases))('%s', (name, given) => {
  const { args, other, file, code = 0, anew = false } = given;

  it.skipIf(anew)(
    'again without a key stands already: nothing is written, and the ids are the same',
    async () => {
      const { bytes, ran } = await atCase(given);
      const first = await ran(name, args, '--json');
      expect(first, first.stderr).toMatchObject({ code });
      expect(objectIn(first)).toMatchObject({ written: true });
      const before = bytes();
      const again = await ran(name, args, '--json');
      expect(again, again.stderr).toMatchObject({ code });
      expect(objectIn(again)).toMatchObject({ written: false, entry: '' });
      const ids = (object: Record<string, unknown>): unknown => object.facts ?? object.round ?? object.batch;
      // What is left of an amendment is the record itself; what is reversed is named apart.
      if (!/reverse|undo|amend/.test(name)) expect(ids(objectIn(again))).toEqual(ids(objectIn(first)));
      expect((await ran(name, args)).code).toBe(code);
      expect(bytes()).toEqual(before);
    },
  );

  it('again with a key gives the same answer in either language, and its file again', async () => {
    const { folder, bytes, ran } = await atCase(given);
    const first = await ran(name, args, ...KEY);
    expect(first, first.stderr).toMatchObject({ code });
    const before = bytes();
    const written = file === undefined ? null : readFileSync(join(folder, file));
    if (file !== undefined) rmSync(join(folder, file));
    for (const lang of ['en', 'zh']) {
      const again = await ran(name, args, ...KEY, '--lang', lang);
      expect(again, again.stderr).toMatchObject({ code, stdout: first.stdout });
      expect(again.stderr).toMatch(lang === 'en' ? /Done already/ : /此前已用同一防重复键完成/);
      if (file !== undefined && lang === 'en') expect(readFileSync(join(folder, file))).toEqual(written);
    }
    const [inEnglish, inChinese] = [
      await ran(name, args, ...KEY, '--json'),
      await ran(name, args, ...KEY, '--json', '--lang', 'zh'),
    ];
    expect(inEnglish.stdout).toBe(inChinese.stdout);
    expect(objectIn(inEnglish)).toMatchObject({ written: true });
    const refused = await ran(name, other, ...KEY, '--json');
    expect(refused.code, refused.stderr).toBe(1);
    expect(objectIn(refused)).toMatchObject({ problems: [{ code: 'idempotency_key_used' }], exit: 1 });
    expect(bytes()).toEqual(before);
  });

  it('answers with the same object at first and again; an empty key is wrong usage', async () => {
    const { bytes, ran } = await atCase(given);
    const untouched = bytes();
    const empty = await ran(name, args, '--idempotency-key', '', '--json');
    expect(empty.code).toBe(2);
    expect(objectIn(empty)).toMatchObject({ problems: [{ code: 'usage_key_empty' }], exit: 2 });
    expect(bytes()).toEqual(untouched);
    const first = await ran(name, args, ...KEY, '--json');
    const again = await ran(name, args, ...KEY, '--json', '--lang', 'zh');
    expect(again.stdout).toBe(first.stdout);
    expect(again.code).toBe(first.code);
  });
});
