// Wrong files: cut, empty, junk, another application's, newer, links; each is refused by every way in and left as it is.
import { lstatSync, mkdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { Random } from '../reference/prng.ts';
import { faultFolder, findingsFile, rosterLedger } from './material.ts';
import { inLists, type Program, runOk, runSeries } from './program.ts';

export interface Refusals {
  readonly files: number;
  /** Not refused: any exit code but 1 (the wrong file) and 4 (a ledger that was cut). */
  readonly notRefused: number;
  readonly changed: number;
  /** What was not refused, for whoever has to find it. */
  readonly said: string;
}

type Make = (file: string) => void;

/** Tries `cuts` truncations of a ledger, the empty file among them, and files that are something else. */
export async function refuseWrongFiles(program: Program, cuts: number, seed: number): Promise<Refusals> {
  const folder = faultFolder();
  const good = await rosterLedger(program, folder);
  await runOk(program, ['import', 'findings', findingsFile(folder, 'N', 300), '--ledger', good]);
  const makes = [...truncations(good, cuts, new Random(seed)), ...others(good, folder)];
  const ways = [['verify'], ['finding', 'report', 'N-1', '--on', '2018-09-05'], ['export', 'findings']];
  const files = makes.map(([what, make], at) => {
    const file = join(folder, `${at}`, 'yanquan.db');
    mkdirSync(dirname(file));
    make(file);
    // Every way in meets some of the files.
    return {
      what,
      file,
      before: looked(file),
      command: [...(ways[at % ways.length] ?? []), '--ledger', file],
    };
  });
  const came = await inLists(files, async (list) => {
    const ran = await runSeries(
      program,
      list.map(({ command }) => command),
    );
    return list.map(({ what, file, before }, at) => {
      const { code, stdout } = ran[at] ?? { code: -1, stdout: '' };
      const refused = (code === 1 || code === 4) && stdout === '';
      return {
        notRefused: Number(!refused),
        changed: Number(looked(file) !== before),
        said: refused ? '' : `${what}: ${code}; `,
      };
    });
  });
  return {
    files: makes.length,
    notRefused: came.reduce((sum, { notRefused }) => sum + notRefused, 0),
    changed: came.reduce((sum, { changed }) => sum + changed, 0),
    said: came.map(({ said }) => said).join(''),
  };
}

/** A ledger cut at chance lengths and at those where something ends: the file, a page, the header, a word of it. */
function truncations(good: string, cuts: number, random: Random): (readonly [string, Make])[] {
  const bytes = readFileSync(good);
  const ends = [0, 1, 16, 99, 100, 4096, bytes.length - 4096, bytes.length - 1];
  return Array.from({ length: cuts }, (_, at) => {
    const length = ends[at] ?? random.below(bytes.length);
    return [`cut to ${length} bytes`, (file) => writeFileSync(file, bytes.subarray(0, length))] as const;
  });
}

function others(good: string, folder: string): (readonly [string, Make])[] {
  const bytes = readFileSync(good);
  const changed = (change: (content: Buffer) => void): Make => {
    const content = Buffer.from(bytes);
    change(content);
    return (file) => writeFileSync(file, content);
  };
  return [
    ['junk', (file) => writeFileSync(file, Buffer.alloc(16_384, 0xa5))],
    ['text', (file) => writeFileSync(file, 'finding_no,source\n'.repeat(500))],
    ['zeros', (file) => writeFileSync(file, Buffer.alloc(16_384))],
    ['another application', (file) => new Database(file).exec('CREATE TABLE t (a)').close()],
    ['another application id', changed((content) => content.writeUInt32BE(7, 68))],
    ['no schema', changed((content) => content.writeUInt32BE(0, 60))],
    ['a newer version', changed((content) => content.writeUInt32BE(99, 60))],
    ['a write-ahead log', changed((content) => content.fill(2, 18, 20))],
    ['junk behind the header', changed((content) => content.fill(0xa5, 100))],
    ['a link to a ledger', (file) => symlinkSync(good, file)],
    ['a link to nothing', (file) => symlinkSync(join(folder, 'nothing'), file)],
    ['a folder', (file) => mkdirSync(file)],
  ];
}

function looked(file: string): string {
  const entry = lstatSync(file);
  if (entry.isSymbolicLink()) return readlinkSync(file);
  return entry.isFile() ? `${entry.mtimeMs} ${readFileSync(file).toString('base64')}` : 'folder';
}
