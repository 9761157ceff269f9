// Central work through the command line: planned backwards, measured forwards, cancelled, passed on.
import { describe, expect, it } from 'vitest';
import { atSmall } from '../support/at-ledger.ts';
import { bytesIn, ledgerIn, world } from '../support/errors.ts';
import { temporaryFolder } from '../support/folder.ts';
import { runOk } from '../support/run.ts';

describe('task plan', () => {
  it('proposes milestones over working days, changes nothing, and --adopt puts them in force', async () => {
    const { ok, rows, folder } = await atSmall();
    const before = bytesIn(folder);
    const plan = ['task', 'plan', 'T-1', '--steps', '4'];
    // 30 working days after 20 August: 24 September is a holiday, the weekend of the 29th is worked.
    expect((await rows(...plan)).map((row) => [row.day, row.amount, row.planned_now])).toEqual([
      ['2018-08-30', 25, 0],
      ['2018-09-10', 50, 60],
      ['2018-09-20', 75, 60],
      ['2018-09-30', 100, 100],
    ]);
    expect(bytesIn(folder)).toEqual(before);
    const adopted = await ok(...plan, '--adopt');
    expect(adopted).toMatchObject({ stdout: 'task_plans-2\n', stderr: 'Recorded 1.\n' });
    expect((await ok(...plan, '--adopt')).stderr).toContain('nothing was changed');
    expect((await rows('task', 'list', '--on', '2018-09-05'))[0]).toMatchObject({
      planned: 25,
      done: 40,
      task_state: 'on_schedule',
    });
    expect((await rows('task', 'list', '--on', '2018-09-10'))[0]).toMatchObject({
      planned: 50,
      behind_by: 10,
      behind_since: '2018-09-10',
    });
    const own = await ok(
      'task',
      'plan',
      'T-1',
      '--milestones',
      '2018-09-10:30;2018-09-30:100',
      '--adopt',
      '--reason',
      '调整',
    );
    expect(own.stdout).toBe('task_plans-3\n');
    expect((await rows('task', 'list', '--on', '2018-09-10'))[0]).toMatchObject({
      planned: 30,
      task_state: 'on_schedule',
    });
    await ok('reverse', 'task_plans-3', '--reason', '误');
    expect((await rows('task', 'list', '--on', '2018-09-10'))[0]).toMatchObject({ planned: 50 });
  });
});

describe('task show and list', () => {
  it('draw planned against done in a terminal, and give machines the numbers alone', async () => {
    const { ok, rows, run: tried } = await atSmall();
    const { stdout } = await ok('task', 'show', 'T-1', '--on', '2018-09-12');
    expect(stdout).toContain('behind by 20 个 since 2018-09-10');
    expect(stdout).toMatch(/2018-09-10 +milestone +60 +40 +█+░+·+/);
    const days = await rows('task', 'show', 'T-1', '--on', '2018-09-12');
    expect(days.map((row) => [row.day, row.planned, row.done, row.task_day])).toEqual([
      ['2018-08-20', 0, 0, 'start'],
      ['2018-09-01', 20, 0, 'milestone'],
      ['2018-09-05', 20, 40, 'progress'],
      ['2018-09-10', 60, 40, 'milestone'],
      ['2018-09-12', 60, 40, 'looked_at'],
      ['2018-09-30', 100, '', 'deadline'],
    ]);
    expect(Object.keys(days[0] ?? {})).not.toContain('bar');
    expect(await rows('task', 'list', '--behind', '--on', '2018-09-03')).toHaveLength(1);
    expect(await rows('task', 'list', '--behind', '--on', '2018-09-05')).toEqual([]);
    expect(await rows('task', 'list', '--cadre', 'C4')).toHaveLength(1);
    expect(await rows('task', 'list', '--cadre', 'C5')).toEqual([]);
    expect(await tried('task', 'show', 'T-9')).toMatchObject({ code: 1, stdout: '' });
  });

  it.each([80, 120])('fit into %i columns without breaking a bar', async (width) => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    for (const lang of ['zh', 'en']) {
      const { stdout } = await runOk(
        ['task', 'show', 'T-1', '--on', '2018-09-12', '--lang', lang, '--ledger', ledger],
        { ...world, width },
      );
      const bars = stdout.split('\n').filter((line) => /[█░·]{4}/.test(line));
      expect(bars.length).toBe(6);
      for (const line of bars) expect(line).toMatch(/^.*2018-/);
    }
  });
});

describe('task progress, reassign, cancel', () => {
  it('record through the rules of a file, and explain says by how much and since when', async () => {
    const { ok, rows } = await atSmall();
    await ok(
      'task',
      'progress',
      'T-1',
      '--done',
      '45.5',
      '--on',
      '2018-09-11',
      '--by',
      '乙二',
      '--note',
      '缺砖',
    );
    expect((await rows('export', 'progress')).at(-1)).toMatchObject({
      done: 45.5,
      accepted: '',
      accepted_by: '',
      note: '乙二；缺砖',
    });
    await ok('round', 'open', '--cutoff', '2018-09-12');
    const { stdout } = await ok('explain', 'C2', '--format', 'md', '--lang', 'en');
    expect(stdout).toContain('Short by 14.5 个, behind since 10 September 2018.');
    expect((await rows('explain', 'C2')).find((row) => row.part === 'task')).toMatchObject({
      missing: 14.5,
      detail: '大棚建设 45.5/60 since=2018-09-10',
    });
    await ok(
      'task',
      'progress',
      'T-1',
      '--done',
      '70',
      '--on',
      '2018-09-12',
      '--accepted',
      'no',
      '--by',
      '督查甲',
    );
    expect((await ok('explain', 'C2', '--format', 'md', '--lang', 'zh')).stdout).toContain(
      '自2018年9月10日起未通过',
    );
    await ok(
      'task',
      'reassign',
      'T-1',
      '--from',
      'C2',
      '--to',
      'C5',
      '--on',
      '2018-09-12',
      '--by',
      '组织委员',
      '--new-due-on',
      '2018-10-10',
    );
    expect((await rows('task', 'list', '--on', '2018-09-12'))[0]).toMatchObject({
      deadline: '2018-10-10',
      responsible: 'C4:leader;C5:lead',
    });
    await ok('task', 'cancel', 'T-1', '--on', '2018-09-13', '--by', '乡长', '--reason', '并入二期');
    expect((await rows('task', 'list', '--on', '2018-09-13'))[0]).toMatchObject({
      task_state: 'cancelled',
      behind_since: '',
    });
    expect((await rows('task', 'list', '--on', '2018-09-12'))[0]).toMatchObject({
      task_state: 'not_accepted',
    });
    expect(
      (await ok('task', 'cancel', 'T-1', '--on', '2018-09-13', '--by', '乡长', '--reason', '并入二期'))
        .stderr,
    ).toContain('nothing was changed');
    await ok('reverse', 'task_cancellations-1', '--reason', '误');
    expect((await rows('task', 'list', '--on', '2018-09-13'))[0]).toMatchObject({
      task_state: 'not_accepted',
    });
  });
});
