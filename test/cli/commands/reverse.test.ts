// reverse and batch undo: what rests on what, all of it named at once, reversed with it or listed; rounds that used it.
import { describe, expect, it } from 'vitest';
import { snapshot } from '../../support/ledgers.ts';
import { atOffice, findings, type Office } from '../../support/office.ts';

const WHY = ['--reason', '录错'];

/** F1 with a report, a check, an extension by which a second one holds, and a finding that repeats it. */
async function withHistory(): Promise<Office> {
  const office = await atOffice();
  await office.take('findings', findings('F1 A1', 'F2 A1', 'F3 A2'));
  await office.take(
    'findings',
    'finding_no,source,description,found_on,due_on,cadre_no,recurs\nF4,省委巡视,又,2018-09-02,2018-09-10,A1,F1\n',
  );
  await office.ok('finding', 'extend', 'F1', '--to', '2018-09-14', '--on', '2018-09-10', '--by', '书记');
  await office.ok('finding', 'extend', 'F1', '--to', '2018-09-20', '--on', '2018-09-13', '--by', '书记');
  await office.ok('finding', 'report', 'F4', '--on', '2018-09-10');
  await office.ok('finding', 'report', 'F1', '--on', '2018-09-13');
  return office;
}

describe('reverse', () => {
  it('names all that rests on a fact at once, and changes nothing', async () => {
    const { y, ledger } = await withHistory();
    const before = snapshot(ledger);
    const ran = await y('reverse', 'findings-1', ...WHY);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    for (const id of ['extensions-1', 'extensions-2', 'reports-1', 'reports-2', 'findings-4']) {
      expect(ran.stderr).toContain(`${id} (`);
    }
    expect(ran.stderr).toContain('5 more records depend on it');
    expect(ran.stderr).toContain('--with-dependents');
    expect(snapshot(ledger)).toEqual(before);
  });

  it('lists them with --dry-run, takes them with --with-dependents', async () => {
    const { y, ok, rows, ledger } = await withHistory();
    const before = snapshot(ledger);
    const ids = ['findings-1', 'reports-2', 'extensions-1', 'extensions-2', 'findings-4', 'reports-1'];
    for (const more of [[], ['--with-dependents']]) {
      const listed = await y('reverse', 'F1', '--dry-run', ...more, ...WHY);
      expect(listed.code).toBe(0);
      expect(listed.stdout.trim().split('\n')).toEqual(ids);
      expect(listed.stderr).toContain('reports-1 (F4 2018-09-10)');
    }
    expect(snapshot(ledger)).toEqual(before);
    expect((await ok('reverse', 'F1', '--with-dependents', ...WHY)).stdout.trim().split('\n')).toEqual(ids);
    expect((await rows('finding', 'list')).map((row) => row.finding_no)).toEqual(['F2', 'F3']);
    expect((await y('verify')).code).toBe(0);
  });

  it('names what would no longer be valid, and what rests on that', async () => {
    const { y } = await withHistory();
    // The second extension was granted after the first deadline: it holds by the first extension alone.
    const ran = await y('reverse', 'extensions-1', ...WHY);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain('extensions-2 (the extension of F1 on 2018-09-13)');
    const taken = await y('reverse', 'extensions-1', '--with-dependents', ...WHY);
    expect(taken.stdout).toBe('extensions-1\nextensions-2\n');
    expect((await y('verify')).code).toBe(0);
  });

  it('strikes a finding from its order: the order and the deadlines of the others stay', async () => {
    const { ok, y, rows, take } = await atOffice();
    const head = 'finding_no,source,description,found_on,cadre_no';
    await take('findings', `${head}\nF1,省委巡视,一,2018-09-01,A1\nF2,省委巡视,二,2018-09-01,A2\n`);
    const sent = ['--on', '2018-09-03', '--issued-by', '乡长', '--due', '2018-09-12', '--no', 'P-1'];
    await ok('dispatch', 'new', '--station', '前塘作战所', ...sent, '--finding', 'F1,F2');
    await ok('reverse', 'F1', ...WHY);
    expect(
      (await rows('finding', 'list', '--on', '2018-09-30')).map((row) => [row.finding_no, row.deadline]),
    ).toEqual([['F2', '2018-09-12']]);
    expect((await rows('dispatch', 'list', '--on', '2018-09-30'))[0]).toMatchObject({ items: 1 });
    expect((await rows('export', 'dispatches')).map((row) => row.finding_no)).toEqual(['F2']);
    expect((await y('verify')).code).toBe(0);
  });

  it('takes the number of a task, refuses one that is none, says which facts were reversed before', async () => {
    const { ok, y, ledger } = await atOffice();
    const task = ['--name', '硬化', '--target', '6', '--start-on', '2018-09-01', '--due-on', '2018-09-20'];
    await ok('task', 'add', 'T1', ...task, '--cadre-no', 'A1', '--milestones', '2018-09-10:3');
    await ok('task', 'progress', 'T1', '--done', '1', '--on', '2018-09-05');
    await ok('task', 'cancel', 'T1', '--on', '2018-09-06', '--by', '乡长');
    const refused = await y('reverse', 'T1', ...WHY);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('progress-1 (T1 2018-09-05)');
    expect(refused.stderr).toContain('task_cancellations-1 (T1 2018-09-06)');
    await ok('reverse', 'T1', '--with-dependents', ...WHY);
    const before = snapshot(ledger);
    const again = await y('reverse', 'T1', 'progress-1', ...WHY);
    expect(again).toMatchObject({ code: 0, stdout: 'tasks-1\nprogress-1\n' });
    expect(again.stderr).toContain('Reversed before, unchanged: tasks-1, progress-1');
    expect(snapshot(ledger)).toEqual(before);
    expect((await y('reverse', 'T9', ...WHY)).code).toBe(1);
  });

  it('names a return that rests on a leave, and a cadre in a closed round, whatever is asked', async () => {
    const { ok, y, take, close } = await atOffice();
    await take('findings', findings('F1 A1'));
    await ok('cadre', 'leave', 'A3', '--on', '2018-09-02');
    await ok('cadre', 'return', 'A3', '--on', '2018-09-04');
    expect((await y('reverse', 'roster_events-1', ...WHY)).stderr).toContain(
      'roster_events-2 (A3 2018-09-04)',
    );
    await close('2018-09-12');
    const fixed = await y('reverse', 'cadres-1', '--with-dependents', ...WHY);
    expect(fixed.code).toBe(1);
    expect(fixed.stderr).toContain('closed round 1');
  });

  it('names every closed round that used the facts, and none that did not', async () => {
    const { ok, take, close } = await atOffice();
    await take('findings', findings('F1 A1', 'F2 A1', 'F3 A2 2018-10-30'));
    await close('2018-09-12');
    await ok('finding', 'check', 'F1', '--result', 'rectified', '--on', '2018-09-18', '--by', '督查甲');
    await close('2018-09-19');
    await ok(
      'attendance',
      'record',
      '--site',
      '工地',
      '--on',
      '2018-09-21',
      '--session',
      'morning',
      '--absent',
      'A2',
    );
    await close('2018-09-26');
    await ok('finding', 'report', 'F2', '--on', '2018-09-27');
    const rounds = async (...ids: readonly string[]) =>
      /rounds that used these records: (.*)\. They/.exec(
        (await ok('reverse', ...ids, '--dry-run', ...WHY)).stderr,
      )?.[1];
    expect(await rounds('checks-1')).toBe('2');
    expect(await rounds('attendance-1')).toBe('3');
    expect(await rounds('F2', '--with-dependents')).toBe('1, 2, 3');
    expect(await rounds('F1', '--with-dependents')).toBe('1, 2');
    expect(await rounds('reports-1')).toBeUndefined();
  });

  it('ends with the commands that correct closed rounds, asked again too', async () => {
    const { y, take, close } = await atOffice();
    await take('findings', findings('F1 A1', 'F2 A1'));
    await close('2018-09-12');
    const due = [{ round: 1, cadre_no: 'A1', name: '甲一', with: [] }];
    for (const what of ['reversed', 'unchanged']) {
      const ran = await y('reverse', 'F1', ...WHY, '--json');
      expect(ran.stderr).toContain('yanquan correct A1 --round 1');
      expect(JSON.parse(ran.stdout)).toMatchObject({ what, corrections: { due, heavier: [] } });
    }
  });
});

describe('batch undo', () => {
  it('names what rests on the rows, and takes it along', async () => {
    const { ok, y, take } = await atOffice();
    await take('findings', findings('F1 A1', 'F2 A2'));
    await ok('finding', 'report', 'F1', '--on', '2018-09-10');
    const refused = await y('batch', 'undo', '2', ...WHY);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('reports-1 (F1 2018-09-10)');
    expect((await ok('batch', 'undo', '2', '--with-dependents', ...WHY)).stdout).toBe(
      'findings-1\nfindings-2\nreports-1\n',
    );
    expect((await y('verify')).code).toBe(0);
  });
});
