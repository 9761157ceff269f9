// Output to readers that are slow, leave early or were never there, and to a device that is full.
import { closeSync, openSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { listedLedger } from './material.ts';
import { each, type Program, run, start } from './program.ts';

/** More than a pipe and its reader hold. */
const PIPE = 512 * 1024;

export interface Readers {
  readonly runs: number;
  /** Ended with 0, and the reader did not get all of it. */
  readonly shortWithZero: number;
  /** Got everything, and the code is not 0. */
  readonly wholeWithout: number;
  /** A bug, or no word at all. */
  readonly crashed: number;
  readonly said: string;
}

const LISTS: readonly (readonly string[])[] = [
  ['export', 'findings'],
  ...['json', 'jsonl', 'md', 'table', 'xlsx', 'csv'].map((format) => ['finding', 'list', '--format', format]),
];

/** Reads `lists` kinds of lists slowly, in part, not at all, and sends them to a device that is full. */
export async function readBadly(program: Program, lists: number): Promise<Readers> {
  const { ledger } = await listedLedger(program);
  const came = await each(Math.min(lists, LISTS.length), async (at) => {
    const args = [...(LISTS[at] ?? []), '--ledger', ledger];
    const whole = (await runBytes(program, args, 'fast')).length;
    const found = { runs: 0, shortWithZero: 0, wholeWithout: 0, crashed: 0, said: '' };
    for (const way of ['slow', 'head', 'closed', 'full'] as const) {
      const { code, length, stderr } = await runBytes(program, args, way);
      // What a pipe holds whole has been given, whether or not it is read.
      if (way === 'head' && whole < PIPE) continue;
      const short = length !== whole;
      found.runs += 1;
      found.shortWithZero += Number(code === 0 && short);
      found.wholeWithout += Number(code !== 0 && !short);
      found.crashed += Number(code === null || code === 70);
      if (short === (code === 0) || code === null || code === 70)
        found.said += `${way} ${args}: ${code} ${stderr}`;
    }
    return found;
  });
  return {
    runs: came.reduce((sum, { runs }) => sum + runs, 0),
    shortWithZero: came.reduce((sum, { shortWithZero }) => sum + shortWithZero, 0),
    wholeWithout: came.reduce((sum, { wholeWithout }) => sum + wholeWithout, 0),
    crashed: came.reduce((sum, { crashed }) => sum + crashed, 0),
    said: came.map(({ said }) => said).join(''),
  };
}

type Way = 'fast' | 'slow' | 'head' | 'closed' | 'full';

/** Runs a list for a reader of that kind and says how many bytes reached it. */
async function runBytes(program: Program, args: readonly string[], way: Way) {
  if (way === 'full') {
    const device = openSync('/dev/full', 'w');
    const { code, stderr } = await run(program, args, { stdio: ['ignore', device, 'pipe'] });
    closeSync(device);
    return { code, stderr, length: 0 };
  }
  const { child, ended } = start(program, args, { undrained: true });
  const { stdout } = child;
  if (stdout === null) throw new Error('no pipe');
  let length = 0;
  if (way === 'closed') stdout.destroy();
  else {
    stdout.on('data', async (chunk: Buffer) => {
      length += chunk.length;
      if (way === 'head') stdout.destroy();
      if (way === 'slow') {
        stdout.pause();
        await wait(5);
        stdout.resume();
      }
    });
  }
  const { code, stderr } = await ended;
  return { code, stderr, length };
}
