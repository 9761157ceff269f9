// Storage that fails: no room, no inode, no right to write; the command says so, and the ledger is as it was.
import { chmodSync, copyFileSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ProblemCode } from '../../src/domain/codes/problem-codes.ts';
import { patternOf, templateOf } from '../support/errors.ts';
import { copyIn, faultFolder, findingsFile, rosterLedger } from './material.ts';
import { handOver, onTmpfs, ordinaryUser, remountReadOnly } from './mounts.ts';
import { type How, type Program, run } from './program.ts';

export interface Failures {
  readonly runs: number;
  /** Not exit code 74. */
  readonly otherCode: number;
  /** The ledger has other bytes, or something lies next to it. */
  readonly changed: number;
  /** The message is not the one for this fault, with its remedy, in the language asked for. */
  readonly otherMessage: number;
  /** What was said where something was wrong, for whoever has to find it. */
  readonly said: string;
}

/** A ledger in a place that fails, and what the program is to say there. */
interface Place {
  readonly ledger: string;
  readonly how?: How;
  readonly says: ProblemCode;
}

/** Rows that fit into no gap that is left, and rows so many that they wait in a file before they are written. */
const SMALL = 600;
const LARGE = 6_000;

/** Limits the size of a file, as `ulimit -f` does. */
export async function limitFiles(program: Program): Promise<Failures> {
  const { base, folder } = await material(program);
  const ledger = copyIn(folder, 'limited', base);
  const limit = (bytes: number): How => ({ before: ['prlimit', `--fsize=${bytes}`] });
  const at = statSync(ledger).size;
  return failing(program, folder, [
    { ledger, how: limit(at), says: 'storage_failed' },
    { ledger, how: limit(4096), says: 'storage_failed' },
  ]);
}

/** Fills the file system of the ledger, then the one where rows wait. */
export async function fillDisk(program: Program): Promise<Failures> {
  const { base, folder } = await material(program);
  const bytes = statSync(base).size;
  const waiting = copyIn(folder, 'waiting', base);
  return sumOf([
    await onTmpfs(`size=${bytes + 65_536}`, async (full) => {
      const ledger = join(full, 'yanquan.db');
      copyFileSync(base, ledger);
      return failing(program, folder, [{ ledger, says: 'storage_full' }]);
    }),
    await onTmpfs('size=64k', async (full) => {
      const place = { ledger: waiting, how: { env: { TMPDIR: full } }, says: 'storage_full' } as const;
      return failing(program, folder, [place], LARGE);
    }),
  ]);
}

/** Leaves the file system of the ledger without an inode for a journal. */
export async function takeInodes(program: Program): Promise<Failures> {
  const { base, folder } = await material(program);
  return onTmpfs('size=16m,nr_inodes=8', async (full) => {
    const ledger = join(full, 'yanquan.db');
    copyFileSync(base, ledger);
    let made = 0;
    try {
      for (; made < 100; made += 1) writeFileSync(join(full, `taken-${made}`), '');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    }
    if (made === 100) throw new Error('a file system whose inodes do not end');
    return failing(program, folder, [{ ledger, says: 'storage_full' }]);
  });
}

/** Takes the right to write away: of the file, of its folder. An ordinary user runs the program. */
export async function denyWriting(program: Program): Promise<Failures> {
  const { base, folder } = await material(program);
  chmodSync(folder, 0o755);
  const how = { uid: ordinaryUser };
  const [file, inFolder] = [copyIn(folder, 'file', base), copyIn(folder, 'folder', base)];
  handOver(dirname(file), [file], 0o700, 0o400);
  handOver(dirname(inFolder), [inFolder], 0o500, 0o600);
  const places = [file, inFolder].map((ledger) => ({ ledger, how, says: 'storage_read_only' }) as const);
  return failing(program, folder, places);
}

/** Makes the whole file system read-only. */
export async function mountReadOnly(program: Program): Promise<Failures> {
  const { base, folder } = await material(program);
  return onTmpfs('size=16m', async (mounted) => {
    const ledger = join(mounted, 'yanquan.db');
    copyFileSync(base, ledger);
    remountReadOnly(mounted);
    return failing(program, folder, [{ ledger, says: 'storage_read_only' }]);
  });
}

async function material(program: Program): Promise<{ readonly base: string; readonly folder: string }> {
  const folder = faultFolder();
  return { base: await rosterLedger(program, folder), folder };
}

/** Runs a large import and a single event in each place, in both languages. */
async function failing(
  program: Program,
  folder: string,
  places: readonly Place[],
  rows = SMALL,
): Promise<Failures> {
  const file = findingsFile(folder, 'N', rows);
  const came = [];
  for (const { ledger, how, says } of places) {
    const before = looked(ledger);
    for (const lang of ['zh', 'en'] as const) {
      const { code, signal, stderr } = await run(program, ['import', 'findings', file, '--ledger', ledger], {
        ...how,
        lang,
      });
      const failed = {
        otherCode: Number(code !== 74),
        changed: Number(looked(ledger) !== before),
        otherMessage: Number(!patternOf(templateOf(lang, says)).test(stderr)),
      };
      const wrong = Object.values(failed).some((each) => each > 0);
      came.push({ runs: 1, ...failed, said: wrong ? `${says}: ${code ?? signal} ${stderr}` : '' });
    }
  }
  return sumOf(came);
}

/** The bytes of a ledger and the names next to it, as one text to be compared. */
function looked(ledger: string): string {
  return `${readdirSync(dirname(ledger)).sort().join()} ${readFileSync(ledger).toString('base64')}`;
}

function sumOf(all: readonly Failures[]): Failures {
  const sum = (of: (each: Failures) => number): number => all.reduce((total, each) => total + of(each), 0);
  return {
    runs: sum((each) => each.runs),
    otherCode: sum((each) => each.otherCode),
    changed: sum((each) => each.changed),
    otherMessage: sum((each) => each.otherMessage),
    said: all.map((each) => each.said).join(''),
  };
}
