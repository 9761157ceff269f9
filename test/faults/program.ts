// The program that faults are tried on, as real processes: the one as it is written, or one with a bug planted in it.
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { builtProgram, inSeries } from '../support/built.ts';
import { home, type Ran } from '../support/run.ts';

/** A bundled program. Every measure of the harness takes one, so that planted bugs meet the very same measures. */
export interface Program {
  readonly name: string;
  readonly launcher: string;
}

/** The program as it is written. */
export async function asWritten(): Promise<Program> {
  return { name: 'as written', launcher: await builtProgram() };
}

/** How a process ended, and all that it said. */
export interface Ended {
  /** null when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A process under way. */
export interface Started {
  readonly child: ChildProcess;
  /** What it has written to stdout so far. */
  readonly said: () => string;
  readonly ended: Promise<Ended>;
}

export interface How {
  readonly lang?: 'zh' | 'en';
  /** Words before the program's own: `prlimit --fsize=4096`. */
  readonly before?: readonly string[];
  readonly stdio?: SpawnOptions['stdio'];
  /** Leave stdout in its pipe. */
  readonly undrained?: boolean;
  readonly uid?: number | undefined;
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the program. Its output is kept where it comes through a pipe. */
export function start(program: Program, args: readonly string[], how: How = {}): Started {
  const [command = '', ...words] = [...(how.before ?? []), process.execPath, program.launcher, ...args];
  const child = spawn(command, words, {
    cwd: home,
    env: { ...process.env, YANQUAN_LANG: how.lang ?? 'en', YANQUAN_ACTOR: 'tester', ...how.env },
    stdio: how.stdio ?? ['ignore', 'pipe', 'pipe'],
    ...(how.uid !== undefined && { uid: how.uid, gid: how.uid }),
  });
  const out: Buffer[] = [];
  const talk: Buffer[] = [];
  if (how.undrained !== true) child.stdout?.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => talk.push(chunk));
  const said = (): string => Buffer.concat(out).toString('utf8');
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) =>
      resolve({ code, signal, stdout: said(), stderr: Buffer.concat(talk).toString('utf8') }),
    );
  });
  return { child, said, ended };
}

/** Runs the program to its end. */
export function run(program: Program, args: readonly string[], how: How = {}): Promise<Ended> {
  return start(program, args, how).ended;
}

/** Runs commands one after the other in a single process, where it does not matter that each has its own. */
export function runSeries(program: Program, commands: readonly (readonly string[])[]): Promise<Ran[]> {
  return inSeries(commands, (env) => run(program, [], { env }));
}

/** Runs commands in a single process and expects success of all. @throws Error with what was said */
export async function seriesOk(program: Program, commands: readonly (readonly string[])[]): Promise<Ran[]> {
  const came = await runSeries(program, commands);
  for (const [at, { code, stderr }] of came.entries()) {
    if (code !== 0) throw new Error(`yanquan ${commands[at]?.join(' ')}: ${code}\n${stderr}`);
  }
  return came;
}

/** Runs the program and expects success: for what a measurement is based on. @throws Error with what was said */
export async function runOk(program: Program, args: readonly string[], how: How = {}): Promise<Ended> {
  const ended = await run(program, args, how);
  if (ended.code !== 0) {
    throw new Error(`yanquan ${args.join(' ')}: ${ended.code ?? ended.signal}\n${ended.stderr}`);
  }
  return ended;
}

/** How many commands share a process. */
const TOGETHER = 20;

/** Does `work` for lists of up to twenty of `all`, some lists at a time, and returns the results in order. */
export async function inLists<T, Came>(
  all: readonly T[],
  work: (list: readonly T[]) => Promise<readonly Came[]>,
): Promise<readonly Came[]> {
  // Both cores have something to do, however small their number.
  const size = Math.max(1, Math.min(TOGETHER, Math.ceil(all.length / 2)));
  const lists = Math.ceil(all.length / size);
  const came = await each(lists, (at) => work(all.slice(at * size, (at + 1) * size)));
  return came.flat();
}

/** Does `work` for 0 to `count` - 1, some at a time, and returns the results in order. */
export async function each<T>(
  count: number,
  work: (at: number) => Promise<T>,
  together = 2,
): Promise<readonly T[]> {
  const came: T[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < count; at = next++) came[at] = await work(at);
  };
  await Promise.all(Array.from({ length: together }, worker));
  return came;
}
