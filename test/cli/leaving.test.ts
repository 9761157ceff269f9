// A cadre leaves: what needs a successor, handed over in one command; several findings and tasks reassigned at once.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type AtLedger, atSmall } from '../support/at-ledger.ts';
import { bytesIn, refuseInBoth } from '../support/errors.ts';
import { put } from '../support/folder.ts';
import type { Ran } from '../support/run.ts';

const BY = ['--by', '组织委员'];
const leave = (...rest: readonly string[]): string[] => ['cadre', 'leave', 'C2', ...rest];

async function journal({ rows }: AtLedger): Promise<number> {
  return (await rows('log')).length;
}

/** Who answers for what is open, by number. */
async function responsible({ rows }: AtLedger): Promise<Record<string, unknown>> {
  const findings = await rows('finding', 'list', '--outstanding');
  const tasks = await rows('task', 'list');
  const numbers = (text: unknown): string =>
    [...String(text).matchAll(/C\d+/g)]
      .map(([number]) => number)
      .sort()
      .join(';');
  return {
    ...Object.fromEntries(findings.map((row) => [String(row.finding_no), numbers(row.responsible)])),
    ...Object.fromEntries(tasks.map((row) => [String(row.task_no), numbers(row.responsible)])),
  };
}

describe('cadre leave', () => {
  it('lists the findings and central tasks that need a successor, with the command that hands them over', async () => {
    const at = await atSmall();
    const { stderr, stdout } = await at.ok(...leave('--on', '2018-09-20', '--lang', 'zh'));
    expect(stdout).toBe('roster_events-1\n');
    expect(stderr.split('\n')).toEqual([
      '已登记1条。',
      '乙二 名下还有4项未办结的问题和中心工作任务需要移交：',
      '  问题 F-3（主要责任人，时限2018-09-25）玉米调减未落实',
      '  问题 F-4（主要责任人，时限—）合作社仅挂牌',
      '  问题 F-11（协助责任人，时限2018-09-15）签字不全',
      '  中心工作任务 T-1（主要责任人，时限2018-09-30）大棚建设',
      expect.stringMatching(/^移交：yanquan cadre leave C2 --on 2018-09-20 --to 接收人 .*--new-due-on/),
      '',
    ]);
  });

  it('hands over all that is open in one journal entry, with a new deadline for what is overdue alone', async () => {
    const at = await atSmall();
    const before = await journal(at);
    const { stdout, stderr } = await at.ok(
      ...leave('--on', '2018-09-20', '--to', '庚七', ...BY, '--new-due-on', '2018-10-15'),
    );
    expect(stdout.trim().split('\n')).toHaveLength(5);
    expect(stderr).toContain('finding F-11 (assisting, deadline 2018-09-15 → 2018-10-15) 签字不全');
    expect(await journal(at)).toBe(before + 1);
    const now = await responsible(at);
    expect([now['F-3'], now['F-4'], now['F-11'], now['T-1']]).toEqual(['C8', 'C8', 'C5;C8', 'C4;C8']);
    const due = Object.fromEntries(
      (await at.rows('finding', 'list', '--cadre', 'C8')).map((row) => [
        row.finding_no,
        row.due_on ?? row.deadline,
      ]),
    );
    expect(due).toMatchObject({ 'F-3': '2018-09-25', 'F-4': '', 'F-11': '2018-10-15' });
    expect((await at.rows('task', 'list'))[0]).toMatchObject({ task_no: 'T-1' });
    const bytes = bytesIn(at.folder);
    expect(
      (await at.ok(...leave('--on', '2018-09-20', '--to', 'C8', ...BY, '--new-due-on', '2018-10-15'))).stderr,
    ).toContain('nothing was changed');
    expect(bytesIn(at.folder)).toEqual(bytes);
    expect((await at.ok('verify')).code).toBe(0);
  });

  it('hands over what is chosen, and the rest later by the same command', async () => {
    const at = await atSmall();
    const some = leave('--on', '2018-09-20', '--to', 'C8', ...BY, '--only', 'F-3；T-1');
    await at.ok(...some);
    const bytes = bytesIn(at.folder);
    expect((await at.ok(...some)).stdout).toBe('roster_events-1\n');
    expect(bytesIn(at.folder)).toEqual(bytes);
    expect(await responsible(at)).toMatchObject({
      'F-3': 'C8',
      'T-1': 'C4;C8',
      'F-4': 'C2',
      'F-11': 'C2;C5',
    });
    const rest = await at.ok(
      ...leave('--on', '2018-09-20', '--to', 'C3', ...BY, '--new-due-on', '2018-10-15'),
    );
    expect(rest.stdout).toMatch(/^reassignments-\d+\nreassignments-\d+\n$/);
    expect(await responsible(at)).toMatchObject({ 'F-4': 'C3', 'F-11': 'C3;C5' });
  });

  it('leaves alone what the successor answers for already, and says so', async () => {
    const at = await atSmall();
    const { stderr } = await at.ok(
      ...['cadre', 'leave', 'C3', '--on', '2018-09-20', '--to', 'C8', ...BY, '--new-due-on', '2018-10-15'],
    );
    expect(stderr).toMatch(
      /Not handed over, because C8 庚七 is responsible for it already: 1\b.*\n {2}finding F-12 /,
    );
    expect(await responsible(at)).toMatchObject({ 'F-5': 'C8', 'F-6': 'C8', 'F-12': 'C3;C8' });
  });

  it('leaves out what is settled or done, and passes a finding found later on its own day', async () => {
    const at = await atSmall([
      ['finding', 'check', 'F-3', '--result', 'rectified', '--on', '2018-09-21', '--by', '督查丁'],
      ['task', 'progress', 'T-1', '--done', '100', '--on', '2018-09-21'],
      [
        'finding',
        'add',
        'F-50',
        '--source',
        '自查',
        '--description',
        '后发',
        '--found-on',
        '2018-09-25',
        '--cadre-no',
        'C2',
      ],
    ]);
    const { stderr } = await at.ok(
      ...leave('--on', '2018-09-20', '--to', 'C8', ...BY, '--new-due-on', '2018-10-15'),
    );
    expect(stderr).not.toMatch(/F-3|T-1/);
    expect((await at.rows('export', 'reassignments')).find((row) => row.finding_no === 'F-50')).toMatchObject(
      {
        from_no: 'C2',
        to_no: 'C8',
        on: '2018-09-25',
        new_due_on: '',
      },
    );
  });

  it('shows all of it without writing under --dry-run, and answers a key again', async () => {
    const at = await atSmall();
    const args = leave('--on', '2018-09-20', '--to', 'C8', ...BY, '--new-due-on', '2018-10-15');
    const bytes = bytesIn(at.folder);
    const dry = await at.ok(...args, '--dry-run');
    expect(dry.stdout).toBe('');
    expect(dry.stderr).toContain('Would be handed over from C2 乙二 to C8 庚七: 4');
    const json = JSON.parse((await at.ok(...args, '--dry-run', '--json')).stdout) as Record<string, unknown>;
    expect(json).toMatchObject({ written: false, dry_run: true, facts: [], to_no: 'C8', kept: [] });
    expect(bytesIn(at.folder)).toEqual(bytes);
    const done = JSON.parse((await at.ok(...args, '--json', '--idempotency-key', 'k')).stdout) as {
      facts: string[];
      handed_over: Record<string, string>[];
    };
    expect(done.facts).toHaveLength(5);
    expect(done.handed_over.at(2)).toEqual({
      kind: 'finding',
      number: 'F-11',
      description: '签字不全',
      role: 'assist',
      deadline: '2018-09-15',
      new_due_on: '2018-10-15',
    });
    expect((await at.ok(...args, '--idempotency-key', 'k')).code).toBe(0);
  });

  it('is refused whole where something of it may not stand', async () => {
    const { folder } = await atSmall();
    const at = ['--ledger', join(folder, 'yanquan.db')];
    const to = (...rest: readonly string[]) => leave('--on', '2018-09-20', ...rest, ...at);
    const refused = (
      code: Parameters<typeof refuseInBoth>[2]['code'],
      names: readonly string[],
      args: readonly string[],
      exit = 1,
    ) => refuseInBoth(folder, args, { code, names, exit });
    await refused('handover_needs_deadline', ['C2', 'F-11 (2018-09-15)', '--only'], to('--to', 'C8', ...BY));
    await refused(
      'handover_due_before',
      ['2018-09-19'],
      to('--to', 'C8', ...BY, '--new-due-on', '2018-09-19'),
    );
    await refused('handover_to_same', ['C2 乙二'], to('--to', '乙二', ...BY));
    await refused('handover_not_held', ['F-1', 'F-77'], to('--to', 'C8', ...BY, '--only', 'F-1,F-77,F-3'));
    await refused('handover_to_off_roster', ['C7'], to('--to', 'C7', ...BY));
    await refused('usage_handover_to', ['--to'], to('--only', 'F-3'), 2);
    await refused('usage_handover_by', ['--by'], to('--to', 'C8'), 2);
    await refused('cadre_unknown', ['C99'], to('--to', 'C99', ...BY));
  });
});

describe('finding reassign, task reassign', () => {
  it('take several numbers, and all of a cadre', async () => {
    const at = await atSmall();
    const several = [
      'finding',
      'reassign',
      'F-1',
      'F-2,F-7',
      '--from',
      'C1',
      '--to',
      'C8',
      '--on',
      '2018-09-20',
      ...BY,
    ];
    expect((await at.ok(...several)).stdout.trim().split('\n')).toHaveLength(3);
    expect(await responsible(at)).toMatchObject({ 'F-1': 'C4;C8', 'F-2': 'C8', 'F-7': 'C8', 'F-8': 'C1' });
    const all = ['finding', 'reassign', '--all-of', '丙三', '--to', 'C8', '--on', '2018-09-20', ...BY];
    const { stdout, stderr } = await at.ok(...all, '--new-due-on', '2018-10-15');
    expect(stdout.trim().split('\n')).toHaveLength(2);
    expect(stderr).toContain('F-5 (lead, deadline 2018-09-05 → 2018-10-15)');
    expect(stderr).toMatch(/responsible for it already: 1\b.*\n {2}finding F-12 /);
    expect(await responsible(at)).toMatchObject({
      'F-5': 'C8',
      'F-6': 'C8',
      'F-12': 'C3;C8',
      'T-1': 'C2;C4',
    });
    await at.ok('task', 'reassign', '--all-of', 'C2', '--to', 'C8', '--on', '2018-09-20', ...BY, '--json');
    expect(await responsible(at)).toMatchObject({ 'T-1': 'C4;C8', 'F-3': 'C2' });
    const none = await at.ok('task', 'reassign', '--all-of', 'C2', '--to', 'C8', '--on', '2018-09-20', ...BY);
    expect(none).toMatchObject({ stdout: '', stderr: 'C2 乙二 has nothing to hand over to C8 庚七.\n' });
  });

  it('write nothing where one of several is refused, or under --dry-run', async () => {
    const at = await atSmall();
    const bytes = bytesIn(at.folder);
    const args = [
      'finding',
      'reassign',
      'F-1',
      'F-3',
      '--from',
      'C1',
      '--to',
      'C8',
      '--on',
      '2018-09-20',
      ...BY,
    ];
    const refused = await at.run(...args);
    expect(refused).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^F-3: Cadre C1 is not responsible/),
    });
    const dry = [
      'finding',
      'reassign',
      'F-1',
      'F-2',
      '--from',
      'C1',
      '--to',
      'C8',
      '--on',
      '2018-09-20',
      ...BY,
    ];
    expect(await at.ok(...dry, '--dry-run')).toMatchObject({
      stdout: '',
      stderr: 'Dry run: nothing was written. 2 would be recorded.\n',
    });
    expect(bytesIn(at.folder)).toEqual(bytes);
  });

  it('are wrong usage where it is not clear what passes', async () => {
    const { folder } = await atSmall();
    const rest = ['--to', 'C8', '--on', '2018-09-20', ...BY, '--ledger', join(folder, 'yanquan.db')];
    const expected = { code: 'usage_reassign_what' as const, exit: 2, names: ['--all-of', '--from'] };
    for (const what of [
      [],
      ['F-1'],
      ['F-1', '--all-of', 'C1'],
      ['--from', 'C1'],
      ['--from', 'C1', '--all-of', 'C1'],
    ])
      await refuseInBoth(folder, ['finding', 'reassign', ...what, ...rest], expected);
  });
});

describe('the workbook that still names those who have left', () => {
  const row = (number: string, lead: string, assist = ''): string =>
    `${number},省委巡视反馈,${number === 'F-3' ? '玉米调减未落实' : '签字不全'},2018-08-20,${lead},${assist}`;
  const HEAD = '问题编号,问题来源,问题描述,发现时间,责任人编号,协助责任人编号';

  async function imported(kind: string, rows: readonly string[]): Promise<Ran> {
    const { run, folder } = await atSmall([
      leave('--on', '2018-09-20', '--to', 'C8', ...BY, '--new-due-on', '2018-10-15'),
      ['finding', 'reassign', 'F-3', '--from', 'C8', '--to', 'C3', '--on', '2018-09-22', ...BY],
      ['finding', 'reassign', 'F-11', '--from', 'C5', '--to', 'C4', '--on', '2018-09-22', ...BY],
    ]);
    const text = `${[HEAD, ...rows].join('\n')}\n`.replace(/(F-3,)省委巡视/g, '$1市委巡察');
    return run('import', kind, put(folder, '台账.csv', text), '--json');
  }

  it.each([
    ['the first', [row('F-3', 'C2'), row('F-11', 'C5', 'C2')]],
    ['those in between', [row('F-3', 'C8')]],
    ['those in force', [row('F-3', 'C3'), row('F-11', 'C4', 'C8')]],
    ['some of each', [row('F-11', 'C4', 'C2'), row('F-11', 'C5', 'C8')]],
  ])('is unchanged: %s', async (_, rows) => {
    for (const kind of ['ledger', 'findings']) {
      const ran = await imported(kind, rows);
      expect(ran.code).toBe(0);
      expect(JSON.parse(ran.stdout)).toMatchObject({ added: 0, unchanged: rows.length, rejected: 0 });
    }
  });

  it('is unchanged where it gives the deadline in force, and refused with another', async () => {
    const at = await atSmall([
      leave('--on', '2018-09-20', '--to', 'C8', ...BY, '--new-due-on', '2018-10-15'),
    ]);
    const file = (day: string): string =>
      put(at.folder, '台账.csv', `${HEAD},整改时限\n${row('F-11', 'C5', 'C2')},${day}\n`);
    for (const kind of ['ledger', 'findings']) {
      for (const day of ['2018-10-15', '2018-09-15']) {
        const { stdout } = await at.ok('import', kind, file(day), '--json');
        expect(JSON.parse(stdout)).toMatchObject({ unchanged: 1 });
      }
      expect((await at.run('import', kind, file('2018-10-20'))).code).toBe(1);
    }
  });

  it('is refused where it names somebody who never answered for it', async () => {
    const ran = await imported('ledger', [row('F-3', 'C5')]);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain('F-3');
  });
});

describe('a day within a closed round', () => {
  const CLOSED = [
    ['round', 'open', '--cutoff', '2018-09-12'],
    ['decide', 'C1', '--measure', 'none', '--by', '审定甲', '--reason', '已办'],
    ['round', 'close', '--approved-by', '书记甲'],
  ];

  it.each([
    ['cadre', 'leave', 'C2', '--on', '2018-09-10'],
    ['cadre', 'return', 'C7', '--on', '2018-09-10'],
    ['cadre', 'move', 'C2', '--unit', '林业站', '--on', '2018-09-10'],
  ])('is said: %s %s', async (...args) => {
    const within = await (await atSmall(CLOSED)).ok(...args);
    expect(within.stderr).toMatch(/round 1: 1\. .* round 2/);
    const after = await (await atSmall(CLOSED)).ok(...args.with(-1, '2018-09-13'));
    expect(after.stderr).not.toContain('round 2');
  });
});
