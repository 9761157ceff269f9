// The same facts give the same standings: singly or by a file, and after each fact is reversed and entered again.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesIn, fixture, ledgerIn, world } from '../support/errors.ts';
import { put, temporaryFolder } from '../support/folder.ts';
import { run, runOk } from '../support/run.ts';

const CUTOFF = '2018-09-26';
const tally = async (ledger: string): Promise<string> =>
  (await runOk(['tally', '--cutoff', CUTOFF, '--all', '--format', 'csv', '--ledger', ledger], world)).stdout;

/** Base files as commands, in the same order. */
const events: readonly (readonly string[])[] = [
  ['finding', 'report', 'F-9', '--on', '2018-09-03', '--by', '戊五', '--evidence', '照片'],
  [
    'finding',
    'check',
    'F-9',
    '--result',
    'rectified',
    '--on',
    '2018-09-04',
    '--by',
    '督查甲;督查乙',
    '--method',
    '现场',
    '--approved-by',
    '审签甲',
    '--approved-on',
    '2018-09-04',
  ],
  [
    'finding',
    'check',
    'F-10',
    '--result',
    'not_rectified',
    '--on',
    '2018-09-06',
    '--by',
    '督查甲',
    '--method',
    '入户',
  ],
  [
    'finding',
    'extend',
    'F-3',
    '--to',
    '2018-09-25',
    '--on',
    '2018-09-06',
    '--by',
    '批准甲',
    '--reason',
    '连日降雨',
  ],
  [
    'finding',
    'object',
    'F-10',
    '--cadre',
    'C5',
    '--ground',
    'facts',
    '--reason',
    '该户非本村',
    '--on',
    '2018-09-07',
  ],
  [
    'finding',
    'object',
    'F-11',
    '--cadre',
    'C5',
    '--ground',
    'deadline',
    '--reason',
    '涉及县级数据',
    '--on',
    '2018-09-05',
  ],
  [
    'finding',
    'rule',
    'F-11',
    '--cadre',
    'C5',
    '--ruling',
    'dismissed',
    '--on',
    '2018-09-08',
    '--by',
    '裁定甲',
  ],
  [
    'finding',
    'reassign',
    'F-12',
    '--from',
    'C4',
    '--to',
    'C8',
    '--on',
    '2018-09-03',
    '--by',
    '组织委员',
    '--reason',
    '工作调整',
  ],
];

describe('singly and by a file', () => {
  it('the same standings and the same exports', async () => {
    const folder = temporaryFolder();
    const batch = await ledgerIn(folder);
    const single = join(temporaryFolder(), 'yanquan.db');
    const at = ['--ledger', single];
    await runOk(['init', ...at], world);
    for (const kind of ['cadres', 'findings', 'tasks', 'progress', 'attendance'])
      await runOk(['import', kind, fixture('base', `${kind}.csv`), ...at], world);
    for (const args of events) await runOk([...args, ...at], world);
    expect(await tally(single)).toBe(await tally(batch));
    for (const kind of ['reports', 'checks', 'extensions', 'objections', 'reassignments']) {
      const [left, right] = [
        await runOk(['export', kind, ...at], world),
        await runOk(['export', kind, '--ledger', batch], world),
      ];
      expect(left.stdout).toBe(right.stdout);
    }
    // And each is the very same event: given again by the file, it is unchanged.
    const again = await runOk(['import', 'checks', fixture('base', 'checks.csv'), ...at, '--json'], world);
    expect(JSON.parse(again.stdout)).toMatchObject({ added: 0, unchanged: 2 });
  });

  it('one of several numbers that is bad: none is recorded, all problems are told', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const before = bytesIn(folder);
    const ran = await run(
      [
        'finding',
        'check',
        'F-1',
        'F-9,F-99',
        '--result',
        'rectified',
        '--on',
        '2018-09-10',
        '--by',
        '督查甲',
        '--ledger',
        ledger,
      ],
      world,
    );
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    for (const number of ['F-9', 'F-99']) expect(ran.stderr).toContain(number);
    expect(bytesIn(folder)).toEqual(before);
  });
});

describe('reversed and entered again', () => {
  const facts: readonly (readonly [string, string, readonly string[]])[] = [
    ['report', 'reports-1', ['reports']],
    ['check', 'checks-1 checks-2', ['checks']],
    ['extension', 'extensions-1', ['extensions']],
    ['objection with its ruling', 'objections-1 objections-2 rulings-1', ['objections']],
    ['ruling', 'rulings-1', ['objections']],
    ['reassignment', 'reassignments-1', ['reassignments']],
    ['progress', 'progress-1', ['progress']],
    ['task with its progress', 'progress-1 tasks-1', ['tasks', 'progress']],
    ['attendance', 'attendance-1', ['attendance']],
    ['finding', 'findings-3 extensions-1', ['findings', 'extensions']],
    ['cadre', 'cadres-7', ['cadres']],
  ];

  it.each(facts)('%s', async (_, ids, kinds) => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const before = await tally(ledger);
    await runOk(['reverse', ...ids.split(' '), '--reason', '录错', '--ledger', ledger], world);
    for (const kind of kinds) {
      const ran = await runOk(
        ['import', kind, fixture('base', `${kind}.csv`), '--again', 'all', '--ledger', ledger, '--json'],
        world,
      );
      expect((JSON.parse(ran.stdout) as { added: number }).added).toBeGreaterThan(0);
    }
    expect(await tally(ledger)).toBe(before);
  });

  it('a decision, a statement and a talk', async () => {
    const folder = temporaryFolder();
    const file = put(
      temporaryFolder(),
      'decisions.csv',
      'cadre_no,measure,commended,by,reason\nC3,none,,审定甲,首次\n',
    );
    const ledger = await ledgerIn(folder, [
      ['round', 'open', '--cutoff', '2018-09-12'],
      ['import', 'decisions', file],
      ['cadre', 'statement', 'C3', '--round', '1', '--on', '2018-09-13', '--text', '已改'],
      ['cadre', 'talk', 'C3', '--round', '1', '--on', '2018-09-13', '--by', '书记'],
    ]);
    const now = async (): Promise<string> =>
      (await runOk(['tally', '--format', 'csv', '--ledger', ledger], world)).stdout;
    const before = await now();
    const reversed = await runOk(
      ['reverse', 'decisions-1,statements-1;talks-1', '--reason', '录错', '--ledger', ledger],
      world,
    );
    expect(reversed.stderr).toContain('Reversed: 3');
    expect(await now()).not.toBe(before);
    await runOk(['import', 'decisions', file, '--again', '--ledger', ledger], world);
    expect(await now()).toBe(before);
  });

  it('a whole batch undone and imported again', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const before = await tally(ledger);
    await runOk(['batch', 'undo', '4', '--reason', '导错了', '--ledger', ledger], world);
    expect(await tally(ledger)).not.toBe(before);
    await runOk(['import', 'checks', fixture('base', 'checks.csv'), '--again', '--ledger', ledger], world);
    expect(await tally(ledger)).toBe(before);
  });
});

describe('the history of a finding', () => {
  it('shows every row, reversed ones too, with file, line and journal entry', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder, [['reverse', 'checks-1', '--reason', '录错']]);
    for (const lang of ['zh', 'en']) {
      const ran = await run(
        ['finding', 'show', 'F-9', '--format', 'json', '--ledger', ledger, '--lang', lang],
        world,
      );
      expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 0, stderr: '' });
      const rows = JSON.parse(ran.stdout) as Record<string, unknown>[];
      const lineOf = (file: string, text: string): number =>
        readFileSync(fixture('base', file), 'utf8')
          .split('\n')
          .findIndex((line) => line.startsWith(text)) + 1;
      expect(rows.map((row) => [row.id, row.state, row.line])).toEqual([
        ['findings-9', 'live', lineOf('findings.csv', 'F-9,')],
        ['reports-1', 'live', lineOf('reports.csv', 'F-9,')],
        ['checks-1', 'reversed', lineOf('checks.csv', 'F-9,')],
      ]);
      for (const row of rows) expect(row.seq).toBeGreaterThan(0);
    }
  });
});
