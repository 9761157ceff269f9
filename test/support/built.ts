// The program as it is shipped: bundled into a folder of its own, to be run in real processes.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Plugin } from 'rolldown';
import { bundled } from '../../bin/bundler.ts';
import { madeOnce } from './made-once.ts';
import { home, type Ran } from './run.ts';

const LAUNCHER = 'yanquan.mjs';
const planted = new Map<string, Promise<string>>();
let asWritten: Promise<string> | undefined;

/** The path of a launcher of the bundled program as it is written, built once for all tests. */
export async function builtProgram(): Promise<string> {
  asWritten ??= madeOnce('program', (folder) => make(folder, []));
  return join(await asWritten, LAUNCHER);
}

/** The path of a launcher of the bundled program with a source that a plugin changes on its way, built once for a file of tests. */
export function changedProgram(name: string, plugin: Plugin): Promise<string> {
  const known = planted.get(name) ?? makeOwn([plugin]);
  planted.set(name, known);
  return known;
}

async function makeOwn(plugins: Plugin[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'yanquan-built-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await make(folder, plugins);
  return join(folder, LAUNCHER);
}

async function make(folder: string, plugins: Plugin[]): Promise<void> {
  await bundled(join(folder, 'dist'), plugins);
  symlinkSync(join(home, 'node_modules'), join(folder, 'node_modules'));
  // As bin/yanquan.js does, with a word on memory for whoever measures it, and more than one command where that is asked for.
  writeFileSync(
    join(folder, LAUNCHER),
    `import { readFileSync, writeSync } from 'node:fs';
import { createRequire } from 'node:module';
if (process.env.TEST_UMASK) process.umask(Number(process.env.TEST_UMASK));
const { run } = createRequire(import.meta.url)('./dist/run.cjs');
const home = ${JSON.stringify(home)};
if (process.env.TEST_SERIES === undefined) process.exitCode = await run(process.argv.slice(2), home);
else {
  for (const args of JSON.parse(readFileSync(process.env.TEST_SERIES, 'utf8'))) {
    const code = await run(args, home);
    for (const stream of [1, 2]) writeSync(stream, ${JSON.stringify(END)} + code + '\\n');
  }
}
// What the kernel counts for a process includes what its parent had; what it says of the memory itself does not.
const most = () => {
  try {
    return /VmHWM:\\s*(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1];
  } catch {
    return process.resourceUsage().maxRSS;
  }
};
if (process.env.YANQUAN_RSS) process.stderr.write('\\nRSS ' + most() + '\\n');
`,
  );
}

/** The mark after the output of each command of a series, before its exit code. */
const END = '\0end of a command\0';

/**
 * Runs commands one after the other in a single process of the bundled program: what starts a process is paid once.
 * @param start runs the launcher without arguments, with these variables set
 * @throws Error when the process ended before all commands had
 */
export async function inSeries(
  commands: readonly (readonly string[])[],
  start: (env: Readonly<Record<string, string>>) => Promise<Pick<Ran, 'stdout' | 'stderr'>>,
): Promise<Ran[]> {
  const folder = mkdtempSync(join(tmpdir(), 'yanquan-series-'));
  try {
    const file = join(folder, 'commands.json');
    writeFileSync(file, JSON.stringify(commands));
    const { stdout, stderr } = await start({ TEST_SERIES: file });
    const [out, talk] = [endedIn(stdout), endedIn(stderr)];
    if (out.length !== commands.length || talk.length !== commands.length)
      throw new Error(`${out.length} of ${commands.length} commands ended\n${stderr}`);
    return out.map(({ code, said }, at) => ({ code, stdout: said, stderr: talk[at]?.said ?? '' }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function endedIn(text: string): { readonly code: number; readonly said: string }[] {
  const [first = '', ...parts] = text.split(END);
  let said = first;
  return parts.map((part) => {
    const [, code = '', next = ''] = /^(-?\d+)\n(.*)$/s.exec(part) ?? [];
    const ended = { code: Number(code), said };
    said = next;
    return ended;
  });
}

/** The bundled program in a process of its own. */
export interface Child {
  /** What it came to; the code is -1 when it was killed. */
  readonly ended: Promise<Ran>;
  /** Ends it without a word of warning. */
  kill(): void;
}

/** Starts the bundled program in a process of its own. */
export async function startBuilt(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<Child> {
  const launcher = await builtProgram();
  const child = spawn(process.execPath, [launcher, ...args], {
    env: { ...process.env, YANQUAN_LANG: 'en', YANQUAN_ACTOR: 'tester', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString('utf8');
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString('utf8');
  });
  const ended = new Promise<Ran>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? -1, stdout, stderr }));
  });
  return { ended, kill: () => child.kill('SIGKILL') };
}

/** Runs the bundled program in a process of its own; a variable that is undefined is not there. */
export async function runBuilt(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<Ran> {
  return (await startBuilt(args, env)).ended;
}

/** Runs commands of the bundled program one after the other in a process of their own; see `inSeries`. */
export function runSeriesBuilt(
  commands: readonly (readonly string[])[],
  env: Readonly<Record<string, string | undefined>> = {},
): Promise<Ran[]> {
  return inSeries(commands, (series) => runBuilt([], { ...env, ...series }));
}
