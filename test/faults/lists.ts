// Lists on their way into a file: killed, or stopped by a limit; the file is the old one or the new one.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from '../reference/prng.ts';
import { listedLedger } from './material.ts';
import { each, type How, type Program, run, runOk } from './program.ts';
import { type Call, killingAt, traced } from './trace.ts';

export interface Lists {
  readonly runs: number;
  readonly killed: number;
  /** The file is neither the old one nor the new one, whole. */
  readonly partial: number;
  /** Ended with 0, and the file is not the new one. */
  readonly shortWithZero: number;
  /** Something lies next to it that could be mistaken for a result. */
  readonly leftover: number;
}

/** One thread does all that is asked of the disk: the calls come in the same order each time. */
const IN_ORDER: How = { env: { UV_THREADPOOL_SIZE: '1' } };
const OLD = Buffer.from('old');

/**
 * Kills lists on their way into a file, every other one in place of an older list: as each call that has to do with the file
 * begins, and then at calls of chance between the first and the last of these.
 */
export async function killLists(program: Program, kills: number, seed: number): Promise<Lists> {
  const random = new Random(seed);
  const { ledger, folder } = await listedLedger(program);
  const listing = (file: string) => ['export', 'findings', '-o', file, '--ledger', ledger];
  const [replaced, whole] = [join(folder, 'replaced.csv'), join(folder, 'whole.csv')];
  writeFileSync(replaced, OLD);
  const moments: Moments[] = [];
  for (const file of [replaced, whole]) moments.push(await momentsOf(program, listing(file), file));
  return lists(program, { folder, whole, listing, count: kills }, (at) => {
    const { onFile, between } = moments[at % 2] ?? { onFile: [], between: [] };
    return { ...IN_ORDER, before: killingAt(onFile[Math.floor(at / 2)] ?? random.pick(between)) };
  });
}

interface Moments {
  /** Calls that have to do with the file. */
  readonly onFile: readonly Call[];
  /** All calls from the first of these to the last. */
  readonly between: readonly Call[];
}

async function momentsOf(program: Program, args: readonly string[], file: string): Promise<Moments> {
  const { calls } = await traced(program, args, IN_ORDER);
  const isOn = ({ paths }: Call): boolean =>
    paths.some((path) => path.includes('.yanquan-') || path === file);
  // The main thread opens files all the time, and reaches any number of such calls first.
  const onFile = calls.filter((call) => isOn(call) && call.name !== 'openat');
  return { onFile, between: calls.slice(calls.findIndex(isOn), calls.findLastIndex(isOn) + 1) };
}

/** Writes lists that may not grow as long as they are (RLIMIT_FSIZE), by one byte, a page, or nearly all. */
export async function limitLists(program: Program): Promise<Lists> {
  const { ledger, folder } = await listedLedger(program);
  const whole = join(folder, 'whole.csv');
  const listing = (file: string) => ['export', 'findings', '-o', file, '--ledger', ledger];
  await runOk(program, listing(whole));
  const bytes = readFileSync(whole).length;
  const limits = [bytes - 1, bytes - 4096, 4096, 1];
  return lists(program, { folder, whole, listing, count: limits.length }, (at) => ({
    before: ['prlimit', `--fsize=${limits[at]}`],
  }));
}

interface Listing {
  readonly folder: string;
  readonly whole: string;
  readonly listing: (file: string) => readonly string[];
  readonly count: number;
}

async function lists(
  program: Program,
  { folder, whole, listing, count }: Listing,
  how: (at: number) => How,
): Promise<Lists> {
  const wanted = readFileSync(whole);
  const came = await each(count, async (at) => {
    const own = join(folder, `${at}`);
    mkdirSync(own);
    const file = join(own, 'list.csv');
    const replaces = at % 2 === 0;
    if (replaces) writeFileSync(file, OLD);
    const { code } = await run(program, listing(file), how(at));
    const found = existsSync(file) ? readFileSync(file) : undefined;
    const isNew = found?.equals(wanted) === true;
    const isOld = replaces ? found?.equals(OLD) === true : found === undefined;
    const beside = readdirSync(own).filter((name) => name !== 'list.csv' && !/^\..*\.tmp$/.test(name));
    return {
      killed: code === null,
      partial: !isNew && !isOld,
      shortWithZero: code === 0 && !isNew,
      leftover: beside.length > 0,
    };
  });
  return {
    runs: count,
    killed: came.filter(({ killed }) => killed).length,
    partial: came.filter(({ partial }) => partial).length,
    shortWithZero: came.filter(({ shortWithZero }) => shortWithZero).length,
    leftover: came.filter(({ leftover }) => leftover).length,
  };
}
