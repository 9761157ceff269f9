// A system whose C library is older than the driver's binary: one plain line, not a bug.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtProgram } from '../support/built.ts';
import { expectRefused } from '../support/errors.ts';
import { temporaryFolder } from '../support/folder.ts';
import { home } from '../support/run.ts';

const DRIVER = 'node_modules/better-sqlite3';
const BINARY = `prebuilds/linux-${process.arch}.node`;

let program = '';
beforeAll(async () => {
  program = await builtProgram();
});

/** The program with a driver that asks for a version of the C library which no system has. */
function withNewerDriver(): string {
  const folder = temporaryFolder();
  cpSync(join(dirname(program), 'dist'), join(folder, 'dist'), { recursive: true });
  cpSync(program, join(folder, 'yanquan.mjs'));
  for (const path of ['package.json', 'lib']) {
    cpSync(join(home, DRIVER, path), join(folder, DRIVER, path), { recursive: true });
  }
  const binary = readFileSync(join(home, DRIVER, BINARY)).toString('latin1');
  expect(binary).toContain('GLIBC_2.34');
  mkdirSync(join(folder, DRIVER, 'prebuilds'));
  writeFileSync(join(folder, DRIVER, BINARY), binary.replaceAll('GLIBC_2.34', 'GLIBC_2.94'), 'latin1');
  return join(folder, 'yanquan.mjs');
}

describe.skipIf(process.platform !== 'linux')('a driver that this system cannot load', () => {
  it.each(['zh', 'en'] as const)('is named with what it needs (%s)', (lang) => {
    const launcher = withNewerDriver();
    const args = [launcher, '--lang', lang, 'init', '--ledger', join(dirname(launcher), 'new.db')];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    const names = ['GLIBC_2.94', 'glibc 2.34', 'Debian 12'];
    expectRefused(
      { code: status ?? -1, stdout, stderr: stderr.replace('not found (required by', '（') },
      lang,
      {
        code: 'driver_unloadable',
        exit: 1,
        names,
      },
    );
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });
});
