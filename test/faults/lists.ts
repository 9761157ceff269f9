// Lists on their way into a file: killed, or stopped by a limit; the file is the old one or the new one.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from '../reference/prng.ts';
import { listedLedger } from './material.ts';
import { each, type Program, run, runOk } from './program.ts';
import { killingAt, traced } from './trace.ts';

export interface Lists {
  readonly runs: number;
  /** The file is neither the old one nor the new one, whole. */
  readonly partial: number;
  /** Ended with 0, and the file is not the new one. */
  readonly shortWithZero: number;
  /** Something lies beside it that could be taken for a result. */
  readonly leftover: number;
}

/** Kills lists on their way into a file, at a chance call each; every other one replaces an older list. */
export async function killLists(program: Program, kills: number, seed: number): Promise<Lists> {
  const random = new Random(seed);
  const { ledger, folder } = await listedLedger(program);
  const whole = join(folder, 'whole.csv');
  const listing = (file: string) => ['export', 'findings', '-o', file, '--ledger', ledger];
  const { calls } = await traced(program, listing(whole));
  // Only while the program is at this file: what it asks before and after leaves nothing half done.
  const onFile = ({ paths }: { readonly paths: readonly string[] }): boolean =>
    paths.some((path) => path.includes('.yanquan-') || path === whole);
  const moments = calls.slice(calls.findIndex(onFile), calls.findLastIndex(onFile) + 1);
  const points = Array.from({ length: kills }, () => random.pick(moments));
  return lists(program, { folder, whole, listing, count: kills }, (at) =>
    killingAt(points[at] ?? { name: 'fsync', nth: 1 }),
  );
}

/** Writes lists that may not grow as long as they are (RLIMIT_FSIZE), by one byte, a page, or nearly all. */
export async function limitLists(program: Program): Promise<Lists> {
  const { ledger, folder } = await listedLedger(program);
  const whole = join(folder, 'whole.csv');
  const listing = (file: string) => ['export', 'findings', '-o', file, '--ledger', ledger];
  await runOk(program, listing(whole));
  const bytes = readFileSync(whole).length;
  const limits = [bytes - 1, bytes - 4096, 4096, 1];
  return lists(program, { folder, whole, listing, count: limits.length }, (at) => [
    'prlimit',
    `--fsize=${limits[at]}`,
  ]);
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
  before: (at: number) => readonly string[],
): Promise<Lists> {
  const wanted = readFileSync(whole);
  const old = Buffer.from('old');
  const came = await each(count, async (at) => {
    const own = join(folder, `${at}`);
    mkdirSync(own);
    const file = join(own, 'list.csv');
    const replaces = at % 2 === 0;
    if (replaces) writeFileSync(file, old);
    const { code } = await run(program, listing(file), { before: before(at) });
    const found = existsSync(file) ? readFileSync(file) : undefined;
    const isNew = found?.equals(wanted) === true;
    const isOld = replaces ? found?.equals(old) === true : found === undefined;
    const beside = readdirSync(own).filter((name) => name !== 'list.csv' && !/^\..*\.tmp$/.test(name));
    return { partial: !isNew && !isOld, shortWithZero: code === 0 && !isNew, leftover: beside.length > 0 };
  });
  return {
    runs: count,
    partial: came.filter(({ partial }) => partial).length,
    shortWithZero: came.filter(({ shortWithZero }) => shortWithZero).length,
    leftover: came.filter(({ leftover }) => leftover).length,
  };
}
