// week: files in, the round opened, what must be decided; one transaction, again nothing, and a month driven by --json alone.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesIn, langs, ledgerIn, refuseInBoth, world } from '../support/errors.ts';
import { put, temporaryFolder } from '../support/folder.ts';
import { home, run, runOk, type World } from '../support/run.ts';

const FIRST = ['01-cadres', '02-findings', '03-reports', '04-checks', '05-extensions'].concat([
  ...['06-objections', '07-tasks', '08-progress', '09-attendance', '10-decisions'],
]);
const SECOND = ['11-findings', '12-reports', '13-checks', '14-reassignments', '15-objections'].concat([
  ...['16-progress', '17-attendance', '20-decisions'],
]);

interface Week {
  readonly written: boolean;
  readonly rejected: number;
  readonly changes: { readonly added: readonly string[] };
  readonly round: number | '';
  readonly round_state: string;
  readonly tally: { readonly in_circle: number; readonly counted: number; readonly measures: object } | '';
  readonly decisions_missing: readonly { readonly cadre_no: string; readonly measure: string }[];
  readonly skipped: readonly { readonly why: string }[];
  readonly decisions_file: string;
  readonly next: readonly string[];
}

/** A folder of the demo's files beside a new ledger. */
async function township(names: readonly string[]): Promise<{ ledger: string; files: string }> {
  const folder = temporaryFolder();
  const ledger = join(folder, 'yanquan.db');
  const files = join(folder, '第37周');
  mkdirSync(files);
  for (const name of names)
    copyFileSync(join(home, 'fixtures/tongjing', `${name}.csv`), join(files, `${name}.csv`));
  await runOk(['init', '--township', '某乡', '--ledger', ledger], at('2018-09-12'));
  return { ledger, files };
}

const at = (day: string): World => ({ now: `${day}T04:00:00Z` });
const json = async (args: readonly string[], day: string): Promise<Week> =>
  JSON.parse((await runOk([...args, '--json'], at(day))).stdout) as Week;

describe('a week', () => {
  it.each(langs)(
    'writes the list of decisions, which imports when filled in, and closes (%s)',
    async (lang) => {
      const { ledger, files } = await township(FIRST);
      const list = join(files, '..', 'list.csv');
      const args = ['week', files, '--cutoff', '2018-09-12', '--decisions', list, '--lang', lang];
      const ran = await runOk([...args, '--ledger', ledger], at('2018-09-12'));
      expect(ran.stdout).toBe('');
      expect(ran.stderr).toMatch(/\n.*import decisions .*list\.csv\n$/);
      expect(ran.stderr.trim().split('\n').length).toBeLessThan(40);
      const lines = readFileSync(list, 'utf8').trimEnd().split('\r\n');
      expect(lines).toHaveLength(7);
      const filled = lines.map((line, place) => (place === 0 ? line : line.replace(/,,$/, ',书记甲,属实')));
      writeFileSync(list, `${filled.join('\r\n')}\r\n`);
      await runOk(['import', 'decisions', list, '--ledger', ledger], at('2018-09-12'));
      const again = await json(['week', files, '--cutoff', '2018-09-12', '--ledger', ledger], '2018-09-12');
      expect(again.decisions_missing).toEqual([]);
      expect(again.next.slice(0, 2)).toEqual(['round', 'close']);
      await runOk(['round', 'close', '--approved-by', '书记乙', '--ledger', ledger], at('2018-09-12'));
      const closed = await json(['week', files, '--cutoff', '2018-09-12', '--ledger', ledger], '2018-09-12');
      expect(closed).toMatchObject({ written: false, round: 1, round_state: 'closed' });
      expect(closed.next[0]).toBe('pack');
    },
  );

  it('has one journal entry, and run again changes no byte', async () => {
    const { ledger, files } = await township(FIRST);
    const args = ['week', files, '--cutoff', '2018-09-12', '--ledger', ledger];
    const first = await json(args, '2018-09-12');
    expect(first).toMatchObject({
      written: true,
      entry: 2,
      round_state: 'opened',
      tally: { in_circle: 13 },
    });
    expect(first.changes.added).toHaveLength(82);
    expect(first.skipped).toMatchObject([{ why: 'decisions' }]);
    const before = readFileSync(ledger);
    const second = await json(args, '2018-09-12');
    expect(second).toMatchObject({ written: false, round_state: 'open', tally: first.tally });
    expect(readFileSync(ledger).equals(before)).toBe(true);
  });

  it('says in a dry run what it will do, and writes nothing', async () => {
    const { ledger, files } = await township(FIRST);
    const before = readFileSync(ledger);
    const args = ['week', files, '--cutoff', '2018-09-12', '--ledger', ledger];
    const dry = await json([...args, '--dry-run'], '2018-09-12');
    expect(readFileSync(ledger).equals(before)).toBe(true);
    const done = await json(args, '2018-09-12');
    expect(dry).toMatchObject({ written: false, dry_run: true, round: done.round, tally: done.tally });
  });

  it('imports the files alone without a cutoff, and names the command with one', async () => {
    const { ledger, files } = await township(FIRST);
    const came = await json(['week', files, '--ledger', ledger], '2018-09-12');
    expect(came.round).toBe('');
    expect(came.next).toEqual(['week', files, '--cutoff', 'DAY']);
  });

  it('answers the same under one key, and refuses the key for another cutoff', async () => {
    const { ledger, files } = await township(FIRST);
    const key = ['--idempotency-key', 'w37', '--ledger', ledger, '--json'];
    const args = ['week', files, '--cutoff', '2018-09-12', ...key];
    const first = await runOk(args, at('2018-09-12'));
    expect((await runOk(args, at('2018-09-13'))).stdout).toBe(first.stdout);
    const other = await run(['week', files, '--cutoff', '2018-09-11', ...key], at('2018-09-12'));
    expect(other.code).toBe(1);
  });
});

describe('nothing is half done', () => {
  it('bad rows: no record, no round', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const file = put(folder, 'in.csv', 'cadre_no,name,rank\nC77,丁七,staff\nC78,,staff\n');
    const before = bytesIn(folder);
    const ran = await run(['week', file, '--cutoff', '2018-09-12', '--ledger', ledger, '--json'], world);
    expect(ran.code).toBe(1);
    expect(JSON.parse(ran.stdout)).toMatchObject({ rejected: 1, written: false, round: '', next: [] });
    expect(bytesIn(folder)).toEqual(before);
  });

  it('a round that cannot be opened: what was imported before it is undone', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder, [['round', 'open', '--cutoff', '2018-09-12']]);
    const file = put(folder, 'in.csv', 'cadre_no,name,rank\nC77,丁七,staff\n');
    const args = ['week', file, '--cutoff', '2018-09-19', '--ledger', ledger];
    await refuseInBoth(folder, args, { code: 'round_is_open', exit: 1, names: ['2018-09-12'] });
  });
});

it('two rounds are driven by --json alone, from next command to next command', async () => {
  const { ledger, files } = await township(FIRST);
  const after = ['--ledger', ledger];
  const words: Readonly<Record<string, string>> = { WHO: '书记甲', TEXT: '情况属实', MEETING: '党委会' };
  const close = async (cutoff: string): Promise<Week> => {
    for (let step = 0; step < 30; step += 1) {
      const came = await json(['week', files, '--cutoff', cutoff, ...after], cutoff);
      if (came.round_state === 'closed') return came;
      const next = came.next.map((word) => words[word] ?? word);
      await runOk([...next, ...after, '--json'], at(cutoff));
    }
    throw new Error('the round is not closed');
  };
  expect((await close('2018-09-12')).round).toBe(1);
  for (const name of SECOND)
    copyFileSync(join(home, 'fixtures/tongjing', `${name}.csv`), join(files, `${name}.csv`));
  expect((await close('2018-09-19')).round).toBe(2);
  const circle = await runOk(['circle', '--round', '2', '--format', 'json', ...after], at('2018-09-19'));
  expect((JSON.parse(circle.stdout) as unknown[]).length).toBeGreaterThan(0);
}, 120_000);
