// The keys of every list, as the commands print them on the demo's ledger, for the schema and the page of the commands.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandNames, loadCommand } from '../../src/cli/commands/registry.ts';
import { recordKinds } from '../../src/domain/records/records.ts';
import { home, runOk } from '../support/run.ts';

const DAY = ['--on', '2018-09-20'];
const world = { now: '2018-10-01T04:00:00Z' };

/** How each list is asked for on the demo's ledger; a list that has other columns in other forms is asked for in each. */
export const ASKED: Readonly<Record<string, readonly (readonly string[])[]>> = {
  'attendance show': [[], ['--cadre', 'TJ022']],
  'batch list': [[]],
  'batch show': [['2']],
  'cadre list': [[]],
  'cadre show': [['TJ009']],
  'calendar show': [['2018']],
  circle: [[]],
  'dispatch list': [[]],
  'dispatch show': [['〔2018〕1号']],
  due: [
    ['--until', '2018-09-26'],
    ['--until', '2018-09-26', '--group-by', 'cadre'],
    ['--until', '2018-09-26', '--group-by', 'unit'],
  ],
  duties: [DAY],
  explain: [['TJ009']],
  export: recordKinds.map((kind) => [kind]),
  'finding list': [[]],
  'finding show': [['HT-025']],
  'import inspect': [['fixtures/tongjing/02-findings.csv']],
  log: [[]],
  'measure list': [[]],
  'measure show': [['TJ009']],
  notice: [['--round', '2']],
  'office show': [[]],
  'policy whatif': [
    ['fixtures/default/policy.yaml', '--round', '2'],
    ['fixtures/default/policy.yaml', '--from', '1', '--to', '2'],
  ],
  'recheck list': [[], ['--group-by', 'station']],
  'recheck sheet': [[]],
  'round list': [[]],
  'round show': [['2']],
  'sheet checks': [['--until', '2018-09-26']],
  tally: [['--cutoff', '2018-09-26']],
  'task list': [DAY],
  'task plan': [['ZX-02', '--steps', '3']],
  'task show': [['ZX-02', ...DAY]],
  training: [[]],
  trend: [[], ['--cadre', 'TJ009'], ['--group-by', 'station']],
  verify: [['--quick']],
};

/** Columns that only some ledgers fill. */
const SOMETIMES: Readonly<Record<string, readonly string[]>> = { 'batch show': ['sheet'] };

/** Lists that need a server, or that are forms on paper. */
const ELSEWHERE = new Set([
  'publish',
  'publish verify',
  'overview',
  'sheet visit',
  'finding form',
  'dashboard',
]);

/** The keys of every list. @throws Error for a list that nothing asks for here */
export async function listKeysNow(): Promise<Record<string, string[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'yanquan-keys-'));
  try {
    await runOk(['demo', '--dir', join(folder, 'demo'), '--json'], world);
    const ledger = ['--ledger', join(folder, 'demo', 'yanquan.db')];
    const draw = ['--share', '20%', '--from', '2018-09-01', '--to', '2018-09-30', '--by', '督查丙'];
    await runOk(['recheck', 'draw', ...draw, ...ledger], world);
    const keys: Record<string, string[]> = {};
    const leaves = (await Promise.all(commandNames.map(loadCommand))).flat();
    for (const { name, traits } of leaves) {
      if (traits?.includes('list') !== true || ELSEWHERE.has(name)) continue;
      const asked = ASKED[name];
      if (asked === undefined) throw new Error(`no arguments for ${name} in test/docs/list-keys.ts`);
      const heads: string[] = [];
      for (const args of asked) {
        const format = ['--format', 'csv', '-q'];
        const { stdout } = await runOk([...name.split(' '), ...args, ...format, ...ledger], world);
        heads.push(...(stdout.split('\n')[0] ?? '').split(','));
      }
      keys[name] = [...new Set([...heads, ...(SOMETIMES[name] ?? [])])];
    }
    return keys;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Writes src/cli/schema/list-keys.ts anew. */
export async function writeListKeys(): Promise<void> {
  const file = join(home, 'src/cli/schema/list-keys.ts');
  const keys = await listKeysNow();
  const text = [
    '// The keys of every list in machine formats, by command: written by `npm run docs` from what the commands print.',
    '',
    'export const listKeys: Readonly<Record<string, string>> = {',
    ...Object.entries(keys).map(([name, own]) => `'${name}': '${own.join(' ')}',`),
    '};',
    '',
  ].join('\n');
  writeFileSync(file, text);
  execFileSync(join(home, 'node_modules/.bin/biome'), ['format', '--write', file], { stdio: 'ignore' });
}
