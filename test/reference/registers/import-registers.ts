// Imports made registers through the command line, each into a ledger of its own, and judges what came of them.
import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { put, temporaryFolder } from '../../support/folder.ts';
import { madeOnce } from '../../support/made-once.ts';
import { run, runOk, type World } from '../../support/run.ts';
import { Random } from '../prng.ts';
import { ROSTER } from './cells.ts';
import { type Exported, judge, type Verdict } from './judge.ts';
import { makeRegister, type Register } from './layout.ts';
import { ON } from './problems.ts';
import { csv, workbook } from './write.ts';

const world: World = { now: `${ON}T04:00:00Z` };

async function rosterLedger(): Promise<string> {
  const folder = await madeOnce('register-roster', async (made) => {
    const ledger = join(made, 'yanquan.db');
    const rows = ROSTER.map(([number, name, title]) => `${number},${name},staff,${title}\n`);
    const file = put(made, 'roster.csv', `cadre_no,name,rank,post\n${rows.join('')}`);
    await runOk(['init', '--township', '桶坪乡', '--ledger', ledger], world);
    await runOk(['import', 'cadres', file, '--ledger', ledger], world);
  });
  return join(folder, 'yanquan.db');
}

type Format = 'xlsx' | 'xls' | 'csv';

/** What came of one file. */
interface Imported {
  readonly format: Format;
  readonly exported: readonly Exported[];
  readonly verdict: Verdict;
  /** What was said, without the file's name. */
  readonly said: string;
}

/** What came of many registers, each as all of its files. */
export interface Came {
  right: number;
  /** Rows that say nothing certain, and were refused as they must be. */
  asked: number;
  /** Good rows that were refused. */
  readonly refused: string[];
  /** What differs from the truth without a word. */
  readonly wrong: string[];
}

/**
 * Imports the registers of some seeds, each as .xlsx, .xls and, where one table is all of it, CSV, and expects that all
 * give the same records, and both workbooks the same words.
 */
export async function importRegisters(first: number, count: number): Promise<Came> {
  const came: Came = { right: 0, asked: 0, refused: [], wrong: [] };
  for (let seed = first; seed < first + count; seed += 1) {
    const files = await importRegister(seed);
    for (const { format, verdict, said } of files) {
      const named = (texts: readonly string[]) =>
        texts.map((each) => `seed ${seed}, ${format}: ${each}\n${said}`);
      came.right += verdict.right.length;
      came.asked += verdict.asked.length;
      came.refused.push(...named(verdict.refused));
      came.wrong.push(...named(verdict.wrong));
    }
    const [xlsx, xls, csv] = files;
    expect(xls?.exported, `seed ${seed}`).toEqual(xlsx?.exported);
    expect(xls?.said, `seed ${seed}`).toBe(xlsx?.said);
    if (csv !== undefined) expect(csv.exported, `seed ${seed}`).toEqual(xlsx?.exported);
  }
  return came;
}

/** A register of a seed as each of its files, imported without a mapping. */
async function importRegister(seed: number): Promise<readonly Imported[]> {
  const register = makeRegister(seed, new Random(seed));
  const written: [Format, Buffer][] = [
    ['xlsx', workbook(register, 'xlsx')],
    ['xls', workbook(register, 'biff8')],
  ];
  if (register.isOneTable) written.push(['csv', csv(register, new Random(seed))]);
  const files: Imported[] = [];
  for (const [format, bytes] of written) files.push(await importFile(register, format, bytes));
  return files;
}

async function importFile(register: Register, format: Format, bytes: Buffer): Promise<Imported> {
  const folder = temporaryFolder();
  const ledger = join(folder, 'yanquan.db');
  copyFileSync(await rosterLedger(), ledger);
  const file = put(folder, `台账.${format}`, bytes);
  const rejects = join(folder, 'rejects.csv');
  const args = [
    'import',
    'ledger',
    file,
    '--match-names',
    '--on',
    ON,
    '--ledger',
    ledger,
    ...register.options,
  ];
  const ran = await run([...args, '--skip-bad', '--rejects', rejects], world);
  const rejected = existsSync(rejects) ? readFileSync(rejects, 'utf8') : '';
  const { stdout } = await runOk(['export', 'ledger', '--format', 'json', '--ledger', ledger], world);
  const exported: Exported[] = JSON.parse(stdout);
  const isNamed = (number: string) =>
    rejected.split(/[\r\n,"]+/).some((cell) => cell.replace(/^'/, '') === number);
  return {
    format,
    exported,
    verdict: judge(register.truths, exported, isNamed),
    said: withoutHidden(ran.stderr.replaceAll(folder, '').replaceAll(`台账.${format}`, '台账')),
  };
}

/**
 * The library that writes an .xls leaves out which rows are hidden; that they are reported is tested on files of
 * Excel's own.
 */
function withoutHidden(said: string): string {
  return said.replace(/^.*hidden or filtered rows?.*\n/gmu, '');
}
