// Several at once: importers with a clerk between them, the same file from all sides, closers, a reader that waits.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { faultFolder, findingsFile, heldIn, LISTED, listedLedger, rosterLedger } from './material.ts';
import { type Ended, type Program, run, runOk } from './program.ts';
import { pausedReader } from './readers.ts';

export interface Crowd {
  readonly commands: number;
  /** Commands that ended with anything but 0. */
  readonly failed: number;
  /** Commands that failed since the ledger is busy. */
  readonly busy: number;
  readonly rows: number;
  /** Rows that are not there exactly once. */
  readonly wrongRows: number;
  /** What the failed said, for whoever has to find it. */
  readonly said: string;
}

/** Imports `files` files of `rows` rows from each of `importers` importers at once, while a clerk works. */
export async function importTogether(
  program: Program,
  importers: number,
  files: number,
  rows: number,
): Promise<Crowd> {
  const { ledger, folder } = await ledgerWith(program, 'B', 3);
  let under = importers;
  const importer = async (at: number): Promise<Ended[]> => {
    const came: Ended[] = [];
    for (let number = 0; number < files; number += 1) {
      const file = findingsFile(folder, `N${at}-${number}`, rows);
      came.push(await run(program, ['import', 'findings', file, '--ledger', ledger]));
    }
    under -= 1;
    return came;
  };
  const clerk = async (): Promise<Ended[]> => {
    const came: Ended[] = [];
    const day = (at: number): string => `2018-09-${String(2 + (at % 28)).padStart(2, '0')}`;
    for (let at = 0; under > 0; at += 1) {
      came.push(await run(program, ['finding', 'report', 'B-1', '--on', day(at), '--ledger', ledger]));
      came.push(await run(program, ['tally', '--cutoff', '2018-09-12', '--ledger', ledger]));
    }
    return came;
  };
  const came = await Promise.all([...Array.from({ length: importers }, (_, at) => importer(at)), clerk()]);
  return crowdOf(came.flat(), ledger, importers * files * rows + 3);
}

/** Imports one file from `importers` sides at once. `added` is how many of them added its rows. */
export async function importSame(
  program: Program,
  importers: number,
  rows: number,
): Promise<Crowd & { readonly added: number }> {
  const { ledger, folder } = await ledgerWith(program, 'B', 3);
  const file = findingsFile(folder, 'N', rows);
  const came = await Promise.all(
    Array.from({ length: importers }, () =>
      run(program, ['import', 'findings', file, '--json', '--ledger', ledger]),
    ),
  );
  const added = came.filter(({ stdout }) => stdout.includes(`"added":${rows},`)).length;
  return { ...crowdOf(came, ledger, rows + 3), added };
}

export interface Closers {
  readonly closers: number;
  readonly closed: number;
  readonly closings: number;
  readonly busy: number;
}

/** Closes the same round from `closers` sides at once. */
export async function closeTogether(program: Program, closers: number): Promise<Closers> {
  const { ledger } = await ledgerWith(program, 'B', 3);
  const args = ['round', 'close', '--cutoff', '2018-09-12', '--approved-by', '书记', '--ledger', ledger];
  const came = await Promise.all(Array.from({ length: closers }, () => run(program, args)));
  return {
    closers,
    closed: came.filter(({ code }) => code === 0).length,
    closings: heldIn(ledger).closings,
    busy: came.filter(isBusy).length,
  };
}

export interface PausedReader extends Crowd {
  /** The reader, let go on, got every row of its moment and ended with 0. */
  readonly readerWhole: boolean;
}

/** Stops a reader whose output is not drained, imports a file meanwhile, then lets the reader go on. */
export async function importBesideReader(program: Program, rows: number): Promise<PausedReader> {
  const { ledger, folder } = await listedLedger(program);
  const reader = await pausedReader(program, ledger);
  reader.child.kill('SIGSTOP');
  const file = findingsFile(folder, 'M', rows);
  const came = await run(program, ['import', 'findings', file, '--ledger', ledger]);
  reader.child.kill('SIGCONT');
  let read = '';
  reader.child.stdout?.on('data', (chunk: Buffer) => {
    read += chunk.toString('utf8');
  });
  const { code } = await reader.ended;
  const readerWhole =
    code === 0 && read.split('\n').filter((line) => line.startsWith('N-')).length === LISTED;
  return { ...crowdOf([came], ledger, LISTED + rows), readerWhole };
}

async function ledgerWith(program: Program, prefix: string, rows: number) {
  const folder = faultFolder();
  const ledger = await rosterLedger(program, folder);
  const files = join(folder, 'files');
  mkdirSync(files);
  await runOk(program, ['import', 'findings', findingsFile(files, prefix, rows), '--ledger', ledger]);
  return { ledger, folder: files };
}

function crowdOf(came: readonly Ended[], ledger: string, rows: number): Crowd {
  const failed = came.filter(({ code }) => code !== 0);
  const { findings, numbers, live } = heldIn(ledger);
  return {
    commands: came.length,
    failed: failed.length,
    busy: came.filter(isBusy).length,
    rows,
    wrongRows: Math.max(...[findings, numbers, live].map((count) => Math.abs(count - rows))),
    said: [...new Set(failed.map(({ code, stderr }) => `${code}: ${stderr}`))].join(''),
  };
}

/** Told to try again later: the ledger was in use longer than anybody waits. */
function isBusy({ code, stderr }: Ended): boolean {
  return code === 75 || /in use|busy/i.test(stderr);
}
