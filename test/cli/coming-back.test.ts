// What was reversed does not come back by itself: by file, by command, by the whole register, after a batch was undone.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { put } from '../support/folder.ts';
import { snapshot } from '../support/ledgers.ts';
import { atOffice, findings, type Office, type Row } from '../support/office.ts';
import { run } from '../support/run.ts';

const WHY = ['--reason', '不是其责任'];
const CHECK = 'finding_no,result,checked_on,checked_by\nF1,rectified,2018-09-10,督查甲\n';

const summary = (ran: { readonly stdout: string }) =>
  JSON.parse(ran.stdout) as Record<string, unknown> & { reversed_before: Record<string, unknown>[] };

describe('a reversed finding', () => {
  it('is left out of next week’s file and named, with when, by whom and why', async () => {
    const { ok, take, rows, ledger, y } = await atOffice();
    const [one, two] = [findings('F1 A1', 'F2 A1'), findings('F1 A1', 'F2 A1', 'F3 A2')];
    await take('findings', one);
    await ok('reverse', 'F1', ...WHY);
    const before = snapshot(ledger);
    const same = await take('findings', one, '--json');
    expect(same.code).toBe(0);
    expect(summary(same)).toMatchObject({ added: 0, unchanged: 2, written: false });
    expect(snapshot(ledger)).toEqual(before);
    const next = await take('findings', two, '--json');
    expect(next.code).toBe(0);
    expect(summary(next)).toMatchObject({ added: 1, unchanged: 2 });
    expect(summary(next).reversed_before).toEqual([
      {
        number: 'F1',
        id: 'findings-1',
        reversed_on: '2026-01-01',
        reversed_by: 'tester',
        reason: '不是其责任',
      },
    ]);
    expect(next.stderr).toContain(
      'Reversed before and left out: 1 (2026-01-01, tester: 不是其责任): F1 findings-1',
    );
    expect((await rows('finding', 'list')).map((row) => row.finding_no)).toEqual(['F2', 'F3']);
    const left = (await rows('batch', 'show', '3')).find((row) => String(row.reason).includes('reversed'));
    expect(left).toMatchObject({ line: 2, outcome: 'unchanged' });
    expect((await y('verify')).code).toBe(0);
  });

  it('with other content is a bad row that asks for --again, by number, id, or all', async () => {
    for (const again of ['F1', 'findings-1', 'all', '']) {
      const { ok, take, rows, ledger, y } = await atOffice();
      await take('findings', findings('F1 A1'));
      await ok('reverse', 'F1', ...WHY);
      const before = snapshot(ledger);
      const bad = await take('findings', findings('F1 A2'));
      expect(bad.code).toBe(1);
      expect(bad.stderr).toContain('--again F1');
      expect((await take('findings', findings('F1 A2'), '--again', 'F9')).code).toBe(1);
      expect(snapshot(ledger)).toEqual(before);
      const flags = again === '' ? ['--again'] : ['--again', again];
      expect((await take('findings', findings('F1 A2'), ...flags)).code).toBe(0);
      expect(await rows('export', 'findings')).toMatchObject([{ finding_no: 'F1', cadre_no: 'A2' }]);
      expect((await y('verify')).code).toBe(0);
    }
  });

  it('is refused as a command, the same or otherwise, and recorded with --again', async () => {
    const { ok, y, take, ledger } = await atOffice();
    await take('findings', findings('F1 A1'));
    await ok('reverse', 'F1', ...WHY);
    const before = snapshot(ledger);
    const add = (who: string, ...more: readonly string[]) =>
      y(
        ...[
          'finding',
          'add',
          'F1',
          '--source',
          '省委巡视',
          '--description',
          '问题F1',
          '--found-on',
          '2018-09-01',
        ],
        ...['--due-on', '2018-09-10', '--cadre-no', who, ...more],
      );
    for (const who of ['A1', 'A2']) {
      const refused = await add(who);
      expect(refused).toMatchObject({ code: 1, stdout: '' });
      expect(refused.stderr).toContain('tester (不是其责任)');
      expect(refused.stderr).toContain('--again');
    }
    expect(snapshot(ledger)).toEqual(before);
    expect((await add('A2', '--again')).stdout).toBe('findings-2\n');
    // What is recorded again is live: the same once more is unchanged.
    expect((await add('A2', '--again')).stderr).toContain('already');
  });

  it('takes its events with it: left out where they say the same, named where they are new', async () => {
    const { ok, take, rows } = await atOffice();
    await take('findings', findings('F1 A1', 'F2 A1'));
    await take('checks', CHECK);
    await ok('reverse', 'F1', '--with-dependents', ...WHY);
    const same = await take('checks', CHECK, '--json');
    expect(same.code).toBe(0);
    expect(summary(same)).toMatchObject({
      unchanged: 1,
      reversed_before: [{ number: 'F1', id: 'checks-1' }],
    });
    const other = await take('checks', CHECK.replace('2018-09-10', '2018-09-11'));
    expect(other.code).toBe(1);
    expect(other.stderr).toContain('Finding F1 was reversed on 2026-01-01 by tester');
    expect(await rows('export', 'checks')).toEqual([]);
  });
});

describe('a reversed event', () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    [
      'reports',
      'reports-1',
      'finding_no,reported_on,note\nF1,2018-09-09,甲\n',
      'finding_no,reported_on,note\nF1,2018-09-09,乙\n',
    ],
    ['checks', 'checks-1', CHECK, CHECK.replace('督查甲', '督查乙')],
    [
      'extensions',
      'extensions-1',
      'finding_no,new_due_on,granted_on,granted_by\nF1,2018-09-20,2018-09-10,书记\n',
      'finding_no,new_due_on,granted_on,granted_by\nF1,2018-09-20,2018-09-10,乡长\n',
    ],
    [
      'objections',
      'objections-1',
      'finding_no,cadre_no,raised_on,ground,reason\nF1,A1,2018-09-05,facts,不实\n',
      'finding_no,cadre_no,raised_on,ground,reason\nF1,A1,2018-09-05,facts,另\n',
    ],
    [
      'reassignments',
      'reassignments-1',
      'finding_no,from_no,to_no,on,by\nF1,A1,A2,2018-09-05,书记\n',
      'finding_no,from_no,to_no,on,by\nF1,A1,A2,2018-09-05,乡长\n',
    ],
    [
      'progress',
      'progress-1',
      'task_no,on,done,note\nT1,2018-09-05,2,甲\n',
      'task_no,on,done,note\nT1,2018-09-05,2,乙\n',
    ],
    [
      'statements',
      'statements-1',
      'cadre_no,round,made_on,text\nA1,1,2018-09-13,认\n',
      'cadre_no,round,made_on,text\nA1,1,2018-09-13,不认\n',
    ],
    [
      'talks',
      'talks-1',
      'cadre_no,round,talked_on,talker\nA1,1,2018-10-01,书记\n',
      'cadre_no,round,talked_on,talker\nA1,1,2018-10-01,乡长\n',
    ],
    [
      'decisions',
      'decisions-1',
      'cadre_no,measure,by,reason\nA1,none,书记,另议\n',
      'cadre_no,measure,by,reason\nA1,none,乡长,另议\n',
    ],
    ['attendance', 'attendance-1', 'site,on,session,cadre_no,present\n工地,2018-09-05,morning,A1,0\n', ''],
    [
      'dispatches',
      'dispatch_orders-1',
      'order_no,station,due_on,sent_on,issued_by,finding_no\nP1,前塘,2018-09-20,2018-09-05,乡长,F1\n',
      'order_no,station,due_on,sent_on,issued_by,finding_no\nP1,前塘,2018-09-25,2018-09-05,乡长,F1\n',
    ],
    [
      'tasks',
      'tasks-1',
      'task_no,name,target,start_on,due_on,cadre_no\nT1,硬化,6,2018-09-01,2018-09-20,A1\n',
      'task_no,name,target,start_on,due_on,cadre_no\nT1,硬化,7,2018-09-01,2018-09-20,A1\n',
    ],
    ['cadres', 'cadres-4', 'cadre_no,name,rank\nA4,丁四,staff\n', 'cadre_no,name,rank\nA4,丁五,staff\n'],
  ];

  it.each(cases)(
    '%s: left out when equal, asked about when not, recorded with --again',
    async (kind, id, same, other) => {
      const { ok, take, y, rows, ledger } = await atOffice();
      await take('findings', findings('F1 A1'));
      if (kind !== 'tasks') {
        const task = [
          '--name',
          '硬化',
          '--target',
          '6',
          '--start-on',
          '2018-09-01',
          '--due-on',
          '2018-09-20',
        ];
        await ok('task', 'add', 'T1', ...task, '--cadre-no', 'A1');
      }
      await ok('round', 'open', '--cutoff', '2018-09-30');
      expect((await take(kind, same)).code).toBe(0);
      const all = await rows('export', kind);
      await ok('reverse', id, ...WHY);
      const before = snapshot(ledger);
      const left = await take(kind, same, '--json');
      expect(left.code).toBe(0);
      expect(summary(left)).toMatchObject({ added: 0, unchanged: 1, reversed_before: [{ id }] });
      if (other !== '') {
        const bad = await take(kind, other);
        expect(bad.code).toBe(1);
        expect(bad.stderr).toContain('--again');
      }
      expect(snapshot(ledger)).toEqual(before);
      const again = await take(kind, same, '--again', id, '--json');
      expect([again.code, again.stderr]).toEqual([0, expect.stringContaining('1 added')]);
      expect(await rows('export', kind)).toEqual(all);
      expect((await y('verify')).code).toBe(0);
    },
  );

  it('of another result or day is another event, and goes in', async () => {
    const { ok, take } = await atOffice();
    await take('findings', findings('F1 A1'));
    await take('checks', CHECK);
    await ok('reverse', 'checks-1', ...WHY);
    expect((await take('checks', CHECK.replace('rectified', 'not_rectified'))).code).toBe(0);
    expect((await take('checks', CHECK.replace('2018-09-10', '2018-09-12'))).code).toBe(0);
  });

  it('recorded again takes the place of the reversed one in the windows of rounds', async () => {
    const { ok, take, rows, close } = await atOffice();
    await take('findings', findings('F1 A1', 'F2 A1'));
    const both = `${CHECK}F2,rectified,2018-09-10,督查甲\n`;
    await take('checks', both);
    await close('2018-09-12');
    expect(await rows('round', 'show', '1')).toMatchObject([{ cadre_no: 'A1', commended: true }]);
    await ok('reverse', 'checks-1', 'checks-2', ...WHY);
    await take('checks', both, '--again', 'all');
    // Round 1 has counted these rectifications: they commend no one twice.
    expect(await rows('tally', '--cutoff', '2018-09-19')).toEqual([]);
    await ok('verify');
  });
});

describe('the register', () => {
  const HEAD =
    'finding_no,source,description,found_on,due_on,cadre_no,progress,reported_on,result,checked_on,checked_by';
  const row = (number: string, rest: string) =>
    `${number},省委巡视,问题${number},2018-09-01,2018-09-10,A1,${rest}`;

  it('does not bring back a finding, a check, or a word without a day under another --on', async () => {
    const office: Office = await atOffice();
    const { ok, take, rows } = office;
    const week = [row('F1', ',,,,'), row('F2', ',,rectified,2018-09-08,督查甲'), row('F3', 'done,,,,')];
    const text = `${HEAD}\n${week.join('\n')}\n`;
    expect((await take('ledger', text, '--on', '2018-09-09')).code).toBe(0);
    await ok('reverse', 'F1', 'checks-1', 'reports-1', ...WHY);
    const next = await take('ledger', `${text}${row('F4', ',,,,')}\n`, '--on', '2018-09-16', '--json');
    expect(next.code).toBe(0);
    expect(summary(next).reversed_before.map((each) => each.id)).toEqual([
      'findings-1',
      'reports-1',
      'checks-1',
    ]);
    expect(summary(next)).toMatchObject({ added: 1, unchanged: 3 });
    expect((await rows('finding', 'list')).map((each) => [each.finding_no, each.status])).toEqual([
      ['F2', 'registered'],
      ['F3', 'registered'],
      ['F4', 'registered'],
    ]);
    const again = await take('ledger', text, '--on', '2018-09-16', '--again', 'F1,F2,F3');
    expect(again.code).toBe(0);
    expect((await rows('finding', 'list')).length).toBe(4);
  });
});

describe('a batch that was undone', () => {
  it('leaves its rows free; the same file goes in again only with --again', async () => {
    const { ok, y, take, ledger, rows } = await atOffice();
    await take('findings', findings('F1 A1'));
    await ok('batch', 'undo', '2', '--reason', '导错');
    const before = snapshot(ledger);
    const refused = await take('findings', findings('F1 A1'));
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('batch 2, which was undone on 2026-01-01 by tester (导错)');
    expect(snapshot(ledger)).toEqual(before);
    expect((await take('findings', findings('F1 A2', 'F2 A2'))).code).toBe(0);
    await ok('batch', 'undo', '3', '--reason', '导错');
    expect((await take('findings', findings('F1 A1'), '--again')).code).toBe(0);
    expect(await rows('export', 'findings')).toMatchObject([{ finding_no: 'F1', cadre_no: 'A1' }]);
    // It is in now: once more changes nothing.
    expect((await take('findings', findings('F1 A1'))).code).toBe(0);
    expect((await y('verify')).code).toBe(0);
  });
});

describe('the key of an import that was undone', () => {
  it('is refused, and goes in again with --again', async () => {
    const { ok, take, rows } = await atOffice();
    const key = ['--idempotency-key', 'week-1'];
    await take('findings', findings('F1 A1'), ...key);
    await ok('batch', 'undo', '2', '--reason', '导错');
    const refused = await take('findings', findings('F1 A1'), ...key);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('is that of batch 2');
    expect((await take('findings', findings('F1 A1'), ...key, '--again')).code).toBe(0);
    expect(await rows('export', 'findings')).toMatchObject([{ finding_no: 'F1' }]);
  });
});

describe('a new year', () => {
  it('carries reversals over: what was reversed is held back, what a batch left free stays free', async () => {
    const { ok, take, close, folder, ledger } = await atOffice();
    await take('findings', findings('F1 A1', 'F2 A1'));
    const check = CHECK.replace('F1', 'F2');
    await take('checks', check);
    await close('2018-09-12');
    await ok('reverse', 'checks-1', 'F1', ...WHY);
    await take('findings', findings('F9 A1'));
    await ok('batch', 'undo', '4', '--reason', '导错');
    await take('findings', findings('F3 A2'));
    await ok('reverse', 'F3', ...WHY);
    await take('findings', findings('F3 A1'), '--again', 'F3');
    const file = join(folder, 'next.db');
    const next = (...args: readonly string[]) => run(['--ledger', file, ...args]);
    expect((await next('init', '--carry-over', ledger)).code).toBe(0);
    expect((await next('verify', '--against', ledger)).code).toBe(0);
    const list = JSON.parse((await next('finding', 'list', '--format', 'json')).stdout) as Row[];
    expect(list.map((row) => [row.finding_no, row.status])).toEqual([
      ['F2', 'registered'],
      ['F3', 'registered'],
    ]);
    const come = async (kind: string, text: string) =>
      next('import', kind, put(folder, 'come.csv', text), '--json');
    const left = await come('findings', findings('F1 A1', 'F9 A1'));
    expect([left.code, left.stderr]).toEqual([0, expect.stringContaining('F1')]);
    expect(summary(left)).toMatchObject({
      added: 1,
      unchanged: 1,
      reversed_before: [{ number: 'F1', reversed_on: '2026-01-01', reversed_by: 'tester' }],
    });
    expect(summary(await come('checks', check))).toMatchObject({ added: 0, unchanged: 1 });
    expect((await next('verify')).code).toBe(0);
    const third = (...args: readonly string[]) => run(['--ledger', join(folder, 'third.db'), ...args]);
    expect((await third('init', '--carry-over', file)).code).toBe(0);
    expect((await third('import', 'findings', put(folder, 'come.csv', findings('F1 A2')))).code).toBe(1);
  });
});
