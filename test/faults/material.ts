// What faults are tried on: ledgers with a roster, files of findings, and what a ledger holds when it is looked at.
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type Program, runOk, seriesOk } from './program.ts';

const CADRES = 5;

const folders: string[] = [];

/** A folder that is gone when the process ends. */
export function faultFolder(): string {
  if (folders.length === 0) {
    process.once('exit', () => {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    });
  }
  const folder = mkdtempSync(join(tmpdir(), 'yanquan-faults-'));
  folders.push(folder);
  return folder;
}

/** Writes a file of findings `PREFIX-1` to `PREFIX-count` and returns its path. @param words what each is about */
export function findingsFile(
  folder: string,
  prefix: string,
  count: number,
  words = '公示牌内容与实施方案不一致',
): string {
  const file = join(folder, `${prefix}.csv`);
  const rows = Array.from(
    { length: count },
    (_, at) => `${prefix}-${at + 1},市委巡察,${words},2018-09-01,2018-09-10,C${1 + (at % CADRES)}`,
  );
  writeFileSync(file, `finding_no,source,description,found_on,due_on,cadre_no\n${rows.join('\n')}\n`);
  return file;
}

/** Findings in a long list. */
export const LISTED = 400;
const LONG_WORDS = '公示牌内容与实施方案不一致'.repeat(40);

/** Writes a file of findings of which a list is much longer than a pipe and what its reader holds (600 KB against 300 KB). */
export function longFindingsFile(folder: string, prefix: string): string {
  return findingsFile(folder, prefix, LISTED, LONG_WORDS);
}

const rosters = new Map<string, Promise<string>>();

/** Puts a ledger with a roster into a folder, as the program has made it once, and returns its path. */
export async function rosterLedger(program: Program, folder: string): Promise<string> {
  const made = rosters.get(program.launcher) ?? makeRoster(program, faultFolder());
  rosters.set(program.launcher, made);
  const ledger = join(folder, 'yanquan.db');
  copyFileSync(await made, ledger);
  return ledger;
}

async function makeRoster(program: Program, folder: string): Promise<string> {
  const ledger = join(folder, 'yanquan.db');
  const cadres = join(folder, 'cadres.csv');
  const rows = Array.from({ length: CADRES }, (_, at) => `C${at + 1},甲${at + 1},staff`);
  writeFileSync(cadres, `cadre_no,name,rank\n${rows.join('\n')}\n`);
  const commands = [
    ['init', '--township', '试验乡'],
    ['import', 'cadres', cadres],
  ];
  await seriesOk(
    program,
    commands.map((args) => [...args, '--ledger', ledger]),
  );
  return ledger;
}

/** Makes a ledger with a long list of findings `N-1` and so on, in a folder of its own. */
export async function listedLedger(program: Program) {
  const folder = faultFolder();
  const ledger = await rosterLedger(program, folder);
  await runOk(program, ['import', 'findings', longFindingsFile(folder, 'N'), '--ledger', ledger]);
  return { ledger, folder };
}

/** What a ledger holds. */
export interface Held {
  readonly findings: number;
  /** How many different numbers they have. */
  readonly numbers: number;
  /** Findings that are live: those of the derived table. */
  readonly live: number;
  readonly entries: number;
  readonly batches: number;
  readonly closings: number;
  /** The hash of each journal entry, from the first. */
  readonly hashes: readonly string[];
}

/**
 * What a ledger holds, read from a copy together with its side files: a hot journal is rolled back there, and the
 * ledger itself is left for the program to find as it was.
 */
export function heldIn(ledger: string): Held {
  const folder = mkdtempSync(join(tmpdir(), 'yanquan-held-'));
  const copy = join(folder, 'copy.db');
  try {
    for (const beside of ['', '-journal', '-wal']) {
      if (existsSync(ledger + beside)) copyFileSync(ledger + beside, copy + beside);
    }
    return count(copy);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function count(file: string): Held {
  const raw = new Database(file, { fileMustExist: true });
  try {
    const one = (sql: string): number => raw.prepare(sql).pluck().get() as number;
    return {
      findings: one('SELECT count(*) FROM findings'),
      numbers: one('SELECT count(DISTINCT finding_no) FROM findings'),
      live: one('SELECT count(*) FROM finding_now'),
      entries: one('SELECT count(*) FROM journal'),
      batches: one("SELECT count(*) FROM batches WHERE kind = 'findings'"),
      closings: one('SELECT count(*) FROM round_closings'),
      hashes: raw.prepare('SELECT hash FROM journal ORDER BY seq').pluck().all() as string[],
    };
  } finally {
    raw.close();
  }
}

/** Copies a ledger into a folder of its own below `folder` and returns the copy's path. */
export function copyIn(folder: string, name: string, ledger: string): string {
  mkdirSync(join(folder, name), { recursive: true });
  const copy = join(folder, name, 'yanquan.db');
  copyFileSync(ledger, copy);
  return copy;
}
