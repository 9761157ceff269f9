// What the program asks of the file system, seen from outside by strace: each write, sync, name given and name removed.
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { faultFolder } from './material.ts';
import { type Ended, type How, type Program, run } from './program.ts';

const CALLS = [
  ...['openat', 'pwrite64', 'write', 'writev', 'pwritev', 'fsync', 'fdatasync', 'ftruncate', 'unlink'],
  ...['unlinkat', 'rename', 'renameat2', 'link', 'linkat'],
];

/** A call that succeeded, in the order of completion. */
export interface Call {
  readonly name: string;
  /** Its number among those of its name in its thread, from 1: what strace's injections count by. */
  readonly nth: number;
  readonly thread: string;
  /** Seconds. */
  readonly at: number;
  /** The file of a descriptor, or the paths that are given. */
  readonly paths: readonly string[];
  readonly descriptor: number;
  /** What is written. */
  readonly data: Buffer;
  /** Its other arguments, as strace shows them. */
  readonly rest: string;
  readonly result: number;
}

/** Why processes cannot be traced here, or undefined when they can. */
export function untraceable(): string | undefined {
  try {
    execFileSync('strace', ['-f', '-e', 'trace=none', '-o', '/dev/null', 'true'], { stdio: 'pipe' });
    return undefined;
  } catch (error) {
    const { code, stderr } = error as { readonly code?: string; readonly stderr?: Buffer };
    return code === 'ENOENT' ? 'no strace on this machine' : `ptrace is not permitted: ${stderr}`;
  }
}

/** Runs the program under strace and returns its calls and how it ended. */
export async function traced(
  program: Program,
  args: readonly string[],
  how: How = {},
): Promise<{ readonly calls: readonly Call[]; readonly ended: Ended }> {
  const log = join(faultFolder(), 'strace');
  const shown = ['-f', '-y', '-xx', '-ttt', '-s', '10000000', '-e', `trace=${CALLS.join()}`, '-o', log];
  const ended = await run(program, args, { ...how, before: ['strace', ...shown] });
  const calls = callsIn(readFileSync(log, 'latin1'));
  rmSync(log);
  return { calls, ended };
}

/** Words that go before a program for it to be killed as its main thread enters a call for the nth time. */
export function killingAt({ name, nth }: Pick<Call, 'name' | 'nth'>): readonly string[] {
  return [
    ...['strace', '-f', '-o', '/dev/null', '-e', `trace=${name}`],
    '-e',
    `inject=${name}:signal=KILL:when=${nth}`,
  ];
}

/** The calls in a log. A call that others interrupt is on two lines and counts when it is done. */
function callsIn(log: string): Call[] {
  const calls: Call[] = [];
  const begun = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const line of log.split('\n')) {
    const [, thread = '', time = '', told = ''] = /^(\d+) +([\d.]+) (.*)$/.exec(line) ?? [];
    if (told.endsWith('<unfinished ...>')) {
      begun.set(thread, told.slice(0, -'<unfinished ...>'.length));
      continue;
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(told);
    const whole = resumed === null ? told : `${begun.get(thread) ?? ''}${resumed[1]}`;
    const [, name = '', args = '', result = ''] = /^(\w+)\((.*)\) += (-?\d+)/.exec(whole) ?? [];
    if (name === '') continue;
    const key = `${thread} ${name}`;
    const nth = (counts.get(key) ?? 0) + 1;
    counts.set(key, nth);
    if (Number(result) >= 0)
      calls.push({ name, nth, thread, at: Number(time), ...argumentsOf(name, args), result: Number(result) });
  }
  return calls;
}

const bytesOf = (text: string): Buffer => Buffer.from(text.replaceAll('\\x', ''), 'hex');

function argumentsOf(name: string, args: string): Pick<Call, 'paths' | 'descriptor' | 'data' | 'rest'> {
  const texts = [...args.matchAll(/"((?:\\x[0-9a-f]{2})*)"/g)].map(([, text = '']) => bytesOf(text));
  const rest = args.replaceAll(/"[^"]*"|<[^>]*>/g, '');
  const [, descriptor = '-1', path = ''] = /^(\d+)<((?:\\x[0-9a-f]{2})*)>/.exec(args) ?? [];
  const written = name.includes('write');
  return {
    paths: descriptor === '-1' && !written ? texts.map(String) : [bytesOf(path).toString()],
    descriptor: Number(descriptor),
    data: written ? Buffer.concat(texts) : Buffer.alloc(0),
    rest,
  };
}
