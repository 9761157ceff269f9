// The launcher, as real processes: which Node runs the program, exit codes, signals, streams.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { put, temporaryFolder } from '../support/folder.ts';
import { home } from '../support/run.ts';

/** How an old Node is started: one on PATH, else this one saying that its Node-API is old. */
const old: readonly string[] = oldNodeOnPath() ?? [
  process.execPath,
  '--import',
  "data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,napi:'9'}})",
];

function oldNodeOnPath(): readonly string[] | undefined {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const node = join(folder, 'node');
    if (!existsSync(node)) continue;
    const napi = execFileSync(node, ['-p', 'process.versions.napi'], { encoding: 'utf8' });
    if (Number(napi) < 10) return [node];
  }
  return undefined;
}

/** A stand-in for the program: prints its arguments, then does what they say. */
const PROGRAM = `
const { readFileSync } = require('node:fs');
const { basename } = require('node:path');
exports.run = async (argv, home) => {
  const [what, value] = argv;
  if (what === 'exit') return Number(value);
  if (what === 'echo') process.stdout.write(readFileSync(0));
  if (what === 'words') process.stdout.write(JSON.stringify([process.versions.napi >= 10, basename(home), ...argv]));
  if (what === 'wait' || what === 'catch') {
    if (what === 'catch') process.on(value, () => process.exit(7));
    process.stdout.write('ready');
    await new Promise((resolve) => setTimeout(resolve, 30_000));
  }
  process.stderr.write('talk');
  return 0;
};
`;

/** A checkout with the launcher and the stand-in. */
function checkout({ built = true, pinned = true } = {}): string {
  const folder = temporaryFolder();
  for (const name of ['bin', 'dist', 'node_modules/node/bin'])
    mkdirSync(join(folder, name), { recursive: true });
  copyFileSync(join(home, 'bin', 'yanquan.js'), join(folder, 'bin', 'yanquan.js'));
  put(folder, 'package.json', '{ "type": "module" }');
  if (built) put(join(folder, 'dist'), 'run.cjs', PROGRAM);
  if (pinned) symlinkSync(process.execPath, join(folder, 'node_modules', 'node', 'bin', 'node'));
  return folder;
}

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the launcher of a folder; `ended` comes true when it is over. */
function start(node: readonly string[], folder: string, args: readonly string[], stdin = '') {
  const [command = '', ...options] = node;
  const child = spawn(command, [...options, join(folder, 'bin', 'yanquan.js'), ...args]);
  let [stdout, stderr] = ['', ''];
  child.stdout.on('data', (data) => {
    stdout += data;
  });
  child.stderr.on('data', (data) => {
    stderr += data;
  });
  child.stdin.end(stdin);
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  return { child, ended };
}

const launch = (node: readonly string[], folder: string, ...args: readonly string[]): Promise<Ended> =>
  start(node, folder, args).ended;

/** Waits until the program says something. */
const ready = (child: ChildProcess): Promise<unknown> =>
  new Promise((resolve) => child.stdout?.once('data', resolve));

const nodes = [
  { name: 'a current Node', node: [process.execPath] },
  { name: 'an old Node', node: old },
];

describe('the launcher in this checkout', () => {
  it('can be run by name', () => {
    expect(readFileSync(join(home, 'bin', 'yanquan.js'), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  it.each(nodes)('says its version under $name', async ({ node }) => {
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
    const ended = await launch(node, home, '--version');
    expect(ended).toEqual({ code: 0, signal: null, stdout: `${version}\n`, stderr: '' });
  });
});

describe.each(nodes)('the launcher under $name', ({ node }) => {
  it('runs the program on a Node that the driver can use', async () => {
    const folder = checkout();
    const { stdout, code } = await launch(node, folder, 'words', '--format', '表 格', '');
    expect(JSON.parse(stdout)).toEqual([true, folder.split('/').at(-1), 'words', '--format', '表 格', '']);
    expect(code).toBe(0);
  });

  it.each([0, 1, 4, 75])('keeps the exit code %i', async (code) => {
    expect(await launch(node, checkout(), 'exit', String(code))).toEqual({
      code,
      signal: null,
      stdout: '',
      stderr: '',
    });
  });

  it('passes the streams on', async () => {
    const ended = await start(node, checkout(), ['echo'], '一行\n二行\n').ended;
    expect(ended).toEqual({ code: 0, signal: null, stdout: '一行\n二行\n', stderr: 'talk' });
  });

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('ends with the program at %s', async (signal) => {
    const { child, ended } = start(node, checkout(), ['wait']);
    await ready(child);
    child.kill(signal);
    expect(await ended).toEqual({ code: null, signal, stdout: 'ready', stderr: '' });
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('leaves it to the program what %s means', async (signal) => {
    const { child, ended } = start(node, checkout(), ['catch', signal]);
    await ready(child);
    child.kill(signal);
    expect(await ended).toEqual({ code: 7, signal: null, stdout: 'ready', stderr: '' });
  });

  it('says how to build what is not built', async () => {
    const ended = await launch(node, checkout({ built: false }), '--version');
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toMatch(/^[^\n]*npm run build[^\n]*\n$/);
  });
});

describe('the launcher without a pinned Node', () => {
  it('runs under a current Node', async () => {
    expect(await launch([process.execPath], checkout({ pinned: false }), 'exit', '3')).toMatchObject({
      code: 3,
    });
  });

  it('says under an old one, in one line, which Node is needed', async () => {
    const ended = await launch(old, checkout({ pinned: false }), '--version');
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toMatch(/^yanquan needs Node 22\.14 or newer; this is v\d+[^\n]*\n$/);
  });
});
