// Killed: kill -9 at chance moments of an import, or around its COMMIT; then the same command again.
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Random } from '../reference/prng.ts';
import { copyIn, faultFolder, findingsFile, heldIn, rosterLedger } from './material.ts';
import { each, type Program, run, runSeries, start } from './program.ts';
import { type Call, killingAt, traced } from './trace.ts';

/** Milliseconds before and after COMMIT that are around it. */
const AROUND = 40;

export interface Kills {
  readonly kills: number;
  /** Found with only a part of the rows. */
  readonly partial: number;
  /** The command had said that the rows are in, and they are not. */
  readonly acknowledgedLost: number;
  /** Each row there exactly once after the same command again, under one journal entry, and `verify` finds nothing. */
  readonly exactlyOnce: number;
  /** All rows were there: the kill came after COMMIT. */
  readonly committed: number;
  /** A rollback journal lay next to the ledger: the kill came while it was written. */
  readonly hot: number;
  readonly acknowledged: number;
}

/** What is killed: imports of one file into copies of one ledger. */
interface Material {
  readonly program: Program;
  readonly folder: string;
  readonly base: string;
  readonly file: string;
  readonly rows: number;
}

/** Runs an import that is killed and gives what it had said, or undefined when it ended before. */
type KilledImport = (args: readonly string[], at: number) => Promise<string | undefined>;

/** Kills imports of `rows` rows at `kills` moments of chance. */
export async function killAnywhere(
  program: Program,
  rows: number,
  kills: number,
  seed: number,
): Promise<Kills> {
  const random = new Random(seed);
  const material = await materialOf(program, rows);
  const begun = performance.now();
  await run(program, importing(copyIn(material.folder, 'measured', material.base), material.file));
  let whole = performance.now() - begun;
  return killing(material, kills, async (args) => {
    const from = performance.now();
    const { child, ended } = start(program, args);
    const missed = await Promise.race([wait(random.below(whole), false), ended.then(() => true)]);
    child.kill('SIGKILL');
    const { signal, stdout } = await ended;
    if (!missed && signal === 'SIGKILL') return stdout;
    // The machine is faster now than when it was measured: draw from what the import takes now.
    whole = performance.now() - from;
    return undefined;
  });
}

/** Kills imports of `rows` rows at calls that come at most 40 ms before or after COMMIT, which is the end of the journal. */
export async function killAroundCommit(
  program: Program,
  rows: number,
  kills: number,
  seed: number,
): Promise<Kills> {
  const random = new Random(seed);
  const material = await materialOf(program, rows);
  const ledger = copyIn(material.folder, 'measured', material.base);
  const { calls } = await traced(program, importing(ledger, material.file));
  const { before, after } = aroundCommit(calls, ledger);
  return killing(material, kills, async (args, at) => {
    // As many before as after, although nearly all that is done is done before.
    const near = at % 2 === 0 ? before : after;
    const { code, stdout } = await run(program, args, { before: killingAt(random.pick(near)) });
    return code === null ? stdout : undefined;
  });
}

interface Around {
  readonly before: readonly Call[];
  readonly after: readonly Call[];
}

function aroundCommit(calls: readonly Call[], ledger: string): Around {
  const commit = calls.find(({ name, paths }) => name === 'unlink' && paths[0] === `${ledger}-journal`);
  if (commit === undefined) throw new Error('an import without a COMMIT');
  const own = calls.filter(({ thread }) => thread === commit.thread);
  const near = own.filter(({ at }) => Math.abs(at - commit.at) * 1000 <= AROUND);
  const after = near.filter(({ at }) => at > commit.at);
  // On a machine with much else to do the first call after it may come later.
  const next = own.filter(({ at }) => at > commit.at).slice(0, 1);
  return { before: near.filter(({ at }) => at <= commit.at), after: after.length > 0 ? after : next };
}

async function materialOf(program: Program, rows: number): Promise<Material> {
  const folder = faultFolder();
  const base = await rosterLedger(program, folder);
  return { program, folder, base, file: findingsFile(folder, 'N', rows), rows };
}

const importing = (ledger: string, file: string): readonly string[] => [
  ...['import', 'findings', file, '--json', '--ledger', ledger],
];

async function killing(material: Material, kills: number, killed: KilledImport): Promise<Kills> {
  const sum = { partial: 0, acknowledgedLost: 0, exactlyOnce: 0, committed: 0, hot: 0, acknowledged: 0 };
  const { folder, base, file, rows } = material;
  const { entries } = heldIn(base);
  await each(kills, async (at) => {
    const own = join(folder, `${at}`);
    const ledger = join(own, 'yanquan.db');
    // Mostly under an idempotency key, by which the second run knows what the first has done; else by the rows.
    const key = at % 4 === 0 ? [] : ['--idempotency-key', `kill-${at}`];
    const args = [...importing(ledger, file), ...key];
    let said: string | undefined;
    while (said === undefined) {
      rmSync(own, { recursive: true, force: true });
      mkdirSync(own);
      copyFileSync(base, ledger);
      said = await killed(args, at);
    }
    const hot = existsSync(`${ledger}-journal`);
    const found = heldIn(ledger).findings;
    const acknowledged = said.includes('"written":true');
    sum.hot += Number(hot);
    sum.partial += Number(found > 0 && found < rows);
    sum.committed += Number(found === rows);
    sum.acknowledged += Number(acknowledged);
    sum.acknowledgedLost += Number(acknowledged && found !== rows);
    const once = await isOnceAfterAgain(material, args, ledger, entries + 1);
    sum.exactlyOnce += Number(once);
    rmSync(own, { recursive: true });
  });
  return { kills, ...sum };
}

async function isOnceAfterAgain(
  { program, rows }: Material,
  args: readonly string[],
  ledger: string,
  entriesAfter: number,
): Promise<boolean> {
  const ended = await runSeries(program, [args, ['verify', '--quick', '--ledger', ledger]]);
  const { findings, numbers, live, entries, batches } = heldIn(ledger);
  const once = [findings, numbers, live].every((count) => count === rows);
  return once && entries === entriesAfter && batches === 1 && ended.every(({ code }) => code === 0);
}
