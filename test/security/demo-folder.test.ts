// Whatever the demo is given for a folder: exactly that folder is filled, or it is refused and nothing is touched.
import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { run } from '../support/run.ts';
import { everything, expectRefused, namesLedger, REFUSED, WRITTEN, world } from './names.ts';

/** Names that are a folder, or can be made one: they are refused to a file only. */
const FOLDERS = ['folder', 'folder/', 'none/', '..', '../..', 'to-folder', 'none/file'];

let ledger: Buffer;
beforeAll(async () => {
  ledger = await namesLedger();
});

describe('the folder of the demo', () => {
  // A demo is forty commands: names that differ in their letters are tried as paths, one name in the other.
  const single = WRITTEN.filter((name) => !name.includes('/'));
  const half = single.length / 2;
  it.each([
    ...[single.slice(0, half), single.slice(half)].map((names) => names.join('/')),
    ...['-leading', '--ledger', '~', 'sub/../beside', './here'],
  ])('is filled: %j', async (name) => {
    world(ledger);
    const before = everything();
    const ran = await run(['demo', `--dir=${name}`]);
    expect({ code: ran.code, said: ran.code === 0 ? '' : ran.stderr }).toEqual({ code: 0, said: '' });
    expect(readdirSync(name)).toContain('说明-TJ022.md');
    expect(readdirSync(join(name, 'files'))).toContain('01-cadres.csv');
    const made = [...everything().keys()].filter((each) => !before.has(each));
    const inside = normalize(name);
    expect(
      made.filter(
        (each) => each !== inside && !each.startsWith(`${inside}/`) && !inside.startsWith(`${each}/`),
      ),
    ).toEqual([]);
    for (const [each, held] of before) expect(everything().get(each), each).toBe(held);
  });

  it('is refused with a message, and everything stays as it was', async () => {
    world(ledger);
    for (const name of REFUSED.filter((each) => !FOLDERS.includes(each)))
      await expectRefused(name, ['demo', `--dir=${name}`]);
    expect(existsSync('nowhere')).toBe(false);
  });

  it('is refused when one of its files is there, if only as a link', async () => {
    world(ledger);
    mkdirSync('folder/files');
    symlinkSync('../../file', 'folder/files/policy.yaml');
    await expectRefused('folder', ['demo', '--dir=folder']);
  });
});
