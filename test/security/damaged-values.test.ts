// Values changed behind the program's back, in ways that its own checks of shape do not foresee: exit code 4, never a bug.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { demo } from '../support/demo.ts';
import { temporaryFolder } from '../support/folder.ts';
import { run, runOk, type World } from '../support/run.ts';
import { rechain, tamper } from '../support/tamper.ts';

const WORLD: World = { now: '2018-10-10T04:00:00Z' };
const COMMANDS = [
  ...[
    'circle',
    'notice',
    'training',
    'trend',
    'tally --cutoff 2018-09-30',
    'explain TJ018',
    'finding show HT-001',
  ],
  ...[
    'due --until 2018-10-10',
    'round list',
    'log',
    'cadre show TJ018',
    'dashboard -o page.html',
    'policy show',
  ],
  ...['round open --cutoff 2018-09-30', 'export findings', ''],
];
const damages: readonly (readonly [what: string, sql: string])[] = [
  ['a policy that is another list', "UPDATE policies SET content = '[]'"],
  ['a policy without tiers', "UPDATE policies SET content = json_remove(content, '$.tiers')"],
  ['a day that is none', "UPDATE rounds SET cutoff = '2018-13-45' WHERE round_no = 2"],
  ['a deadline in words', "UPDATE findings SET due_on = '立即' WHERE finding_no = 'HT-001'"],
  [
    'a number with a line feed',
    "UPDATE findings SET finding_no = 'HT' || char(10) || '1' WHERE finding_no = 'HT-001'",
  ],
  ['a severity of nine', "UPDATE findings SET severity = 9 WHERE finding_no = 'HT-001'"],
  ['an entry that did something else', "UPDATE journal SET did = '[1]' WHERE seq = 3"],
  ['an unknown measure', "UPDATE standings SET measure = 'exile'"],
  ['a role of its own', "UPDATE finding_responsible SET role = 'chief'"],
];

let ledger = '';
beforeAll(async () => {
  ({ ledger } = await demo());
});

describe.each(damages)('%s', (_, sql) => {
  it.each([false, true])('ends no command with a bug (chained anew: %s)', async (chained) => {
    const folder = temporaryFolder();
    const file = join(folder, 'yanquan.db');
    copyFileSync(ledger, file);
    tamper(file, (raw) => {
      raw.exec(sql);
      if (chained) rechain(raw);
    });
    for (const command of COMMANDS) {
      const args = command === '' ? [] : command.replace('page.html', join(folder, 'page.html')).split(' ');
      const { code, stderr } = await run(['--ledger', file, ...args], WORLD);
      expect([0, 1, 4], `${command}: ${stderr}`).toContain(code);
    }
    expect((await run(['--ledger', file, 'verify'], WORLD)).code).toBe(4);
  });
});

describe('lists that were carried over', () => {
  it.each([
    ["UPDATE carry_overs SET earlier_rounds = '{}'"],
    ["UPDATE carry_overs SET earlier_rounds = '[[1]]'"],
    ["UPDATE carry_overs SET earlier_rounds = '[[1'"],
    ["UPDATE carry_overs SET order_numbers = '[1]'"],
  ])('%s', async (sql) => {
    const folder = temporaryFolder();
    const file = join(folder, 'new.db');
    await runOk(['init', '--carry-over', ledger, '--ledger', file], WORLD);
    tamper(file, (raw) => {
      raw.exec(sql);
      rechain(raw);
    });
    for (const command of [
      'circle',
      'notice',
      'round list',
      'trend',
      'dispatch list',
      'round open --cutoff 2018-10-01',
    ]) {
      const { code, stderr } = await run(['--ledger', file, ...command.split(' ')], WORLD);
      expect([0, 1, 4], `${command}: ${stderr}`).toContain(code);
    }
  });
});
