// Archives that no program writes, given to the program as it is shipped: refused within ten seconds and 600 MB.
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { problemsIntake as words } from '../../src/i18n/en/problems-intake.ts';
import { archiveCases } from '../intake/archive-cases.ts';
import { demo } from '../support/demo.ts';
import { temporaryFolder } from '../support/folder.ts';
import { asWritten, each, run } from './program.ts';
import { TIMEOUT } from './sizes.ts';

const LONGEST_SECONDS = 10;
const MOST_KILOBYTES = 600 * 1024;

/** What a message says, up to its first value. */
const beginningOf = (code: keyof typeof words): string => words[code].split('{')[0] ?? '';

test('hostile archives', { timeout: TIMEOUT }, async () => {
  const program = await asWritten();
  const { ledger } = await demo();
  const folder = temporaryFolder();
  const at = join(folder, 'yanquan.db');
  copyFileSync(ledger, at);
  const before = readFileSync(at);
  const wrong: string[] = [];
  await each(archiveCases.length, async (index) => {
    const { what, code, make } = archiveCases[index] as (typeof archiveCases)[number];
    const file = join(folder, `${index}.xlsx`);
    writeFileSync(file, make());
    const args = ['import', 'findings', file, '--ledger', at, '--dry-run'];
    const limits = ['prlimit', `--cpu=${LONGEST_SECONDS}`];
    const ended = await run(program, args, { before: limits, env: { YANQUAN_RSS: '1' } });
    const kilobytes = Number(/RSS (\d+)/.exec(ended.stderr)?.[1] ?? Number.POSITIVE_INFINITY);
    const isFine = ended.code === 1 && kilobytes < MOST_KILOBYTES && ended.stderr.includes(beginningOf(code));
    if (!isFine) wrong.push(`${what}: ${ended.code ?? ended.signal}, ${kilobytes} kB: ${ended.stderr}`);
    if (process.env.YANQUAN_SHOW) process.stderr.write(`${what}: ${ended.code} ${kilobytes >> 10} MB\n`);
  });
  expect(wrong).toEqual([]);
  expect(readFileSync(at)).toEqual(before);
});
