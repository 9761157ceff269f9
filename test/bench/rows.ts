// The comparisons: what is measured against what, and the ratios wanted.
import { copyFileSync, rmSync } from 'node:fs';
import { CUTOFF } from './data.ts';
import { cutoffAfter, OLD_ROUNDS, YOUNG_ROUNDS } from './ledgers.ts';
import type { Run } from './measure.ts';
import { EXPORT, INTEGRITY, loading, TALLY } from './peers.ts';

/** Where the bench keeps its files, all made by it. */
export interface Files {
  readonly folder: string;
  readonly cadres: string;
  readonly findings: string;
  /** The first tenth of the findings. */
  readonly tenth: string;
  /** An empty ledger with the roster only, the ledger of all findings, and the same with a closed round. */
  readonly roster: string;
  readonly empty: string;
  readonly large: string;
  readonly closed: string;
  readonly demo: string;
  /** Ledgers with 10 and 520 rounds behind them and the same findings open. */
  readonly young: string;
  readonly old: string;
}

/** One comparison. */
export interface Row {
  readonly name: string;
  readonly against: string;
  /** Ratios of time, tool to peer: what is aimed at, and the most that is accepted. */
  readonly goal: number;
  readonly least: number;
  /** Bytes: the same for the tool's peak of memory. */
  readonly memory?: { readonly goal: number; readonly least: number };
  /** Pairs for each that are asked for: what takes milliseconds is run more often. */
  readonly times: number;
  readonly tool: (files: Files) => Run;
  readonly peer: (files: Files) => Run;
  /** Put in order before each run, unmeasured. */
  readonly before?: (files: Files) => void;
  /** Needs the sqlite3 shell. */
  readonly sqlite: boolean;
}

const MEGABYTE = 1_000_000;
const OFTEN = 7;
const launcher = new URL('../../bin/yanquan.js', import.meta.url).pathname;

/** The tool on a ledger, from the launcher on. */
export const tool = (ledger: string, ...args: readonly string[]): Run => ({
  command: [process.execPath, launcher, '--ledger', ledger, ...args],
  env: { YANQUAN_LANG: 'en' },
});
const sqlite = (ledger: string, input: string, output?: string): Run => ({
  command: ['sqlite3', '-bail', ledger],
  input,
  ...(output !== undefined && { output }),
});
const nothing: Run = { command: [process.execPath, '-e', '0'] };
const out = (files: Files, name: string): string => `${files.folder}/${name}`;

const onDemo = (name: string, least: number, ...args: readonly string[]): Row => ({
  name: `\`${name}\` on the demo ledger`,
  against: '`node -e 0`',
  goal: 1.6,
  least,
  times: OFTEN,
  tool: (files) => tool(files.demo, ...args),
  peer: () => nothing,
  sqlite: false,
});
const importing = (
  many: string,
  least: number,
  file: (files: Files) => string,
  memory?: Row['memory'],
): Row => ({
  name: `import of ${many} findings`,
  against: 'sqlite3, the same file into the same tables',
  goal: 1,
  least,
  times: 1,
  sqlite: true,
  ...(memory && { memory }),
  before: (files) => {
    copyFileSync(files.roster, out(files, 'import.db'));
    copyFileSync(files.empty, out(files, 'peer.db'));
  },
  tool: (files) => tool(out(files, 'import.db'), 'import', 'findings', file(files)),
  peer: (files) => sqlite(out(files, 'peer.db'), loading(files.cadres, file(files))),
});
const onLarge = (name: string, inLarge: readonly string[], inDemo: readonly string[]): Row => ({
  name: `\`${name}\``,
  against: 'the same on the demo ledger',
  goal: 2,
  least: 4,
  times: 2,
  tool: (files) => tool(files.closed, ...inLarge),
  peer: (files) => tool(files.demo, ...inDemo),
  sqlite: false,
});

/** All comparisons (contract, section 6). `large` says how many findings the large ledger has, `tenth` a tenth of it. */
export function rowsOf(large: string, tenth: string): readonly Row[] {
  return [
    {
      name: 'start-up: `--version`',
      against: '`node -e 0`',
      goal: 1.2,
      least: 1.4,
      times: OFTEN,
      tool: () => ({ command: [process.execPath, launcher, '--version'] }),
      peer: () => nothing,
      sqlite: false,
    },
    onDemo('circle', 2, 'circle'),
    onDemo('tally', 2.3, 'tally', '--cutoff', '2018-09-26', '--future'),
    onDemo('finding show', 2, 'finding', 'show', 'HT-001'),
    importing(large, 1.5, (files) => files.findings, { goal: 150 * MEGABYTE, least: 400 * MEGABYTE }),
    importing(tenth, 2, (files) => files.tenth),
    {
      name: '`tally` of them as csv',
      against: 'sqlite3 `GROUP BY`, same dates and weights',
      goal: 1,
      least: 1.5,
      times: 2,
      sqlite: true,
      tool: (files) => tool(files.large, 'tally', '--cutoff', CUTOFF, '-o', out(files, 'tally.csv')),
      peer: (files) => sqlite(files.large, TALLY, out(files, 'peer.csv')),
    },
    {
      name: '`round close` of them',
      against: '`tally` of them',
      goal: 1.5,
      least: 2.5,
      times: 1,
      sqlite: false,
      before: (files) => copyFileSync(files.large, out(files, 'close.db')),
      tool: (files) =>
        tool(out(files, 'close.db'), 'round', 'close', '--cutoff', CUTOFF, '--approved-by', '书记'),
      peer: (files) => tool(files.large, 'tally', '--cutoff', CUTOFF, '-o', out(files, 'tally.csv')),
    },
    {
      name: '`export findings` as csv',
      against: 'sqlite3 -csv, same columns',
      goal: 1.2,
      least: 2,
      times: 1,
      tool: (files) => tool(files.large, 'export', 'findings', '-o', out(files, 'export.csv')),
      peer: (files) => sqlite(files.large, EXPORT, out(files, 'peer.csv')),
      sqlite: true,
      before: (files) => rmSync(out(files, 'export.csv'), { force: true }),
    },
    onLarge('notice', ['notice', '--format', 'md'], ['notice', '--format', 'md']),
    onLarge('explain', ['explain', 'C00001'], ['explain', 'TJ018']),
    onLarge('circle', ['circle', '--format', 'csv'], ['circle', '--format', 'csv']),
    onLarge('finding show', ['finding', 'show', 'F0000001'], ['finding', 'show', 'HT-001']),
    {
      name: 'round 521, 520 behind it',
      against: 'round 11, the same findings open',
      goal: 1.05,
      least: 1.2,
      times: OFTEN,
      sqlite: false,
      tool: (files) =>
        tool(files.old, 'tally', '--cutoff', cutoffAfter(OLD_ROUNDS), '--format', 'csv', '--future'),
      peer: (files) => tool(files.young, 'tally', '--cutoff', cutoffAfter(YOUNG_ROUNDS), '--format', 'csv'),
    },
    {
      name: '`verify --quick` of them',
      against: 'sqlite3 `integrity_check`',
      goal: 2,
      least: 4,
      times: 1,
      tool: (files) => tool(files.closed, 'verify', '--quick'),
      peer: (files) => sqlite(files.closed, INTEGRITY),
      sqlite: true,
    },
  ];
}
