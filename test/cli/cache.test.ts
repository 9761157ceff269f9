// Node's compile cache lies in a folder of the user's own, and code that somebody else could have put there is never run.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { crc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { builtProgram } from '../support/built.ts';
import { demoLedgerIn } from '../support/demo.ts';
import { put, temporaryFolder } from '../support/folder.ts';
import { home } from '../support/run.ts';

const NOBODY = 65534;
const isRoot = process.getuid?.() === 0;

/** Programs of equal length: V8 compares no more than that. What is not within a function is in the cache. */
const program = (word: 'as built' | 'planted!'): string =>
  `process.stdout.write('${word}');\nexports.run = async () => 0;\n`;

interface Place {
  /** Where the caches of this user lie. */
  readonly caches: string;
  /** The folder of this program in it. */
  readonly folder: string;
  readonly checkout: string;
}

/** A checkout with the launcher and a small program. */
function place(): Place {
  const above = temporaryFolder();
  chmodSync(above, 0o755);
  const [checkout, caches] = [join(above, '严圈'), join(above, 'caches')];
  for (const name of ['bin', 'dist']) mkdirSync(join(checkout, name), { recursive: true });
  mkdirSync(caches);
  copyFileSync(join(home, 'bin', 'yanquan.js'), join(checkout, 'bin', 'yanquan.js'));
  put(checkout, 'package.json', '{ "type": "module" }');
  put(join(checkout, 'dist'), 'run.cjs', program('as built'));
  return { caches, folder: join(caches, 'yanquan'), checkout };
}

/** What the launcher of a checkout says; it must say nothing else. */
function said({ checkout, caches }: Place, env: NodeJS.ProcessEnv = {}, uid = process.geteuid?.()): string {
  const ran = spawnSync(process.execPath, [join(checkout, 'bin', 'yanquan.js')], {
    encoding: 'utf8',
    cwd: checkout,
    env: { PATH: process.env.PATH, XDG_CACHE_HOME: caches, LOCALAPPDATA: caches, ...env },
    ...(uid !== undefined && { uid }),
  });
  expect({ status: ran.status, stderr: ran.stderr }).toEqual({ status: 0, stderr: '' });
  return ran.stdout;
}

/** Every file below a folder, by path. */
const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();

/** Puts into the cache what V8 compiles of other code, in such a way that Node takes it for the program's. */
function plant(where: Place): void {
  const source = join(where.checkout, 'dist', 'run.cjs');
  writeFileSync(source, program('planted!'));
  expect(said(where)).toBe('planted!');
  writeFileSync(source, program('as built'));
  const [other, own] = [crc32(program('planted!')), crc32(program('as built'))];
  let changed = 0;
  for (const file of filesIn(where.folder)) {
    const bytes = readFileSync(file);
    for (let at = 0; at < 32; at += 4) {
      if (bytes.readUInt32LE(at) !== other) continue;
      bytes.writeUInt32LE(own, at);
      changed += 1;
    }
    writeFileSync(file, bytes);
  }
  expect(changed).toBe(1);
}

describe('the compile cache', () => {
  it('is made for the user alone, below XDG_CACHE_HOME', () => {
    const where = place();
    expect(said(where)).toBe('as built');
    expect(readdirSync(where.caches)).toEqual(['yanquan']);
    expect(statSync(where.folder).mode & 0o777).toBe(0o700);
    const kept = filesIn(where.folder);
    expect(kept).not.toEqual([]);
    const before = kept.map((file) => statSync(file).ino);
    expect(said(where)).toBe('as built');
    expect(filesIn(where.folder)).toEqual(kept);
    expect(kept.map((file) => statSync(file).ino)).toEqual(before);
  });

  it.each(['', 'relative/caches', undefined])('is below ~/.cache when XDG_CACHE_HOME is %j', (given) => {
    const where = place();
    expect(said(where, { XDG_CACHE_HOME: given, HOME: where.caches })).toBe('as built');
    expect(statSync(join(where.caches, '.cache')).mode & 0o777).toBe(0o700);
    expect(filesIn(join(where.caches, '.cache', 'yanquan'))).not.toEqual([]);
    expect(existsSync(join(where.checkout, 'relative'))).toBe(false);
  });

  it('runs what lies in it, which is why it must be nobody else’s', () => {
    const where = place();
    plant(where);
    expect(said(where)).toBe('planted!');
  });

  const foreign: readonly [string, (where: Place) => void, needsRoot?: boolean][] = [
    ['belongs to another user', ({ folder }) => chownSync(folder, NOBODY, NOBODY), true],
    ['can be written by everybody', ({ folder }) => chmodSync(folder, 0o777)],
    ['can be written by a group', ({ folder }) => chmodSync(folder, 0o720)],
    ['can be read by others', ({ folder }) => chmodSync(folder, 0o755)],
    [
      'is a link',
      ({ folder }) => {
        renameSync(folder, `${folder} elsewhere`);
        symlinkSync(`${folder} elsewhere`, folder);
      },
    ],
    [
      'has a folder of another user in it',
      ({ folder }) => chownSync(join(folder, readdirSync(folder)[0] ?? ''), NOBODY, NOBODY),
      true,
    ],
    [
      'has a link in it',
      ({ folder, caches }) => {
        const version = readdirSync(folder)[0] ?? '';
        renameSync(join(folder, version), join(caches, version));
        symlinkSync(join(caches, version), join(folder, version));
      },
    ],
  ];
  for (const [what, change, needsRoot = false] of foreign) {
    it.runIf(isRoot || !needsRoot)(`is not used when its folder ${what}`, () => {
      const where = place();
      plant(where);
      change(where);
      const before = filesIn(where.caches);
      expect(said(where)).toBe('as built');
      expect(filesIn(where.caches)).toEqual(before);
    });
  }

  it('is not kept in a folder that cannot be made, and nobody hears of it', () => {
    const where = place();
    writeFileSync(where.folder, '');
    expect(said(where)).toBe('as built');
    expect(readFileSync(where.folder, 'utf8')).toBe('');
    expect(said(where, { XDG_CACHE_HOME: undefined, HOME: undefined, LOCALAPPDATA: undefined })).toBe(
      'as built',
    );
  });

  it.runIf(isRoot)('is not kept in a folder that cannot be written', () => {
    const where = place();
    expect(said(where, {}, NOBODY)).toBe('as built');
    expect(readdirSync(where.caches)).toEqual([]);
    mkdirSync(where.folder);
    chownSync(where.folder, NOBODY, NOBODY);
    chmodSync(where.folder, 0o500);
    expect(said(where, {}, NOBODY)).toBe('as built');
    expect(filesIn(where.caches)).toEqual([]);
    chmodSync(where.folder, 0o700);
    expect(said(where, {}, NOBODY)).toBe('as built');
    expect(filesIn(where.caches)).not.toEqual([]);
  });

  it('is never in the installation', () => {
    const where = place();
    expect(said(where, { XDG_CACHE_HOME: join(where.checkout, 'dist') })).toBe('as built');
    expect(readdirSync(join(where.checkout, 'dist'))).toEqual(['run.cjs']);
  });
});

it('changes nothing of what the program says', async () => {
  const where = place();
  cpSync(join(dirname(await builtProgram()), 'dist'), join(where.checkout, 'dist'), { recursive: true });
  for (const name of ['node_modules', 'fixtures']) symlinkSync(join(home, name), join(where.checkout, name));
  const ledger = await demoLedgerIn(where.caches);
  const circle = (env: NodeJS.ProcessEnv): string => {
    const args = [join(where.checkout, 'bin', 'yanquan.js'), '--ledger', ledger, '--lang', 'zh', 'circle'];
    const ran = spawnSync(process.execPath, args, { encoding: 'utf8', env });
    expect({ status: ran.status, stderr: ran.stderr }).toEqual({ status: 0, stderr: '' });
    return ran.stdout;
  };
  const without = circle({});
  expect(without).toContain('TJ');
  for (const _ of ['first', 'second']) expect(circle({ XDG_CACHE_HOME: where.caches })).toBe(without);
  expect(filesIn(where.folder).length).toBeGreaterThan(5);
});
