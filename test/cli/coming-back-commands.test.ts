// What a command has recorded and was reversed does not come back when a script runs the command again, in a new year either.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { put } from '../support/folder.ts';
import { snapshot } from '../support/ledgers.ts';
import { atOffice, findings, type Row } from '../support/office.ts';
import { run } from '../support/run.ts';

const WHY = ['--reason', '录错'];

/** Commands by the id of what they record; `{…}` are further words. */
const COMMANDS: readonly (readonly [id: string, command: readonly string[]])[] = [
  ['amendments-1', ['cadre', 'amend', 'A1', '--post', '干事', '--reason', '更正']],
  ['amendments-1', ['cadre', 'move', 'A1', '--unit', '财政所', '--on', '2018-09-05', '--by', '书记']],
  ['amendments-1', ['finding', 'amend', 'F1', '--description', '新说法', '--reason', '更正']],
  [
    'task_plans-1',
    ['task', 'plan', 'T1', '--milestones', '2018-09-10:2;2018-09-20:6', '--adopt', '--reason', '倒排'],
  ],
  ['dispatch_receipts-1', ['dispatch', 'receive', 'P1', '--on', '2018-09-06', '--by', '站长']],
];

async function atWork() {
  const office = await atOffice();
  const { ok, take } = office;
  await take('findings', findings('F1 A1'));
  const task = 'task_no,name,target,start_on,due_on,cadre_no\nT1,硬化,6,2018-09-01,2018-09-20,A1\n';
  expect((await take('tasks', task)).code).toBe(0);
  const order = ['--no', 'P1', '--station', '前塘', '--due', '2018-09-20', '--on', '2018-09-05'];
  await ok('cadre', 'add', 'A9', '--name', '壬九', '--rank', 'staff', '--station', '前塘');
  await ok('dispatch', 'new', ...order, '--issued-by', '乡长', '--finding', 'F1');
  return office;
}

describe('a reversed', () => {
  it.each(COMMANDS)('%s is refused as the same command, and recorded with --again', async (id, command) => {
    const { ok, y, folder, ledger } = await atWork();
    expect((await ok(...command)).stdout.trim()).toContain(id);
    await ok('reverse', id, ...WHY);
    const before = snapshot(ledger);
    const refused = await y(...command);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    expect(refused.stderr).toContain(`(${id}) was reversed`);
    expect(snapshot(ledger)).toEqual(before);

    const file = join(folder, 'next.db');
    const next = (...args: readonly string[]) => run(['--ledger', file, ...args]);
    expect((await next('init', '--carry-over', ledger)).code).toBe(0);
    expect((await next('verify', '--against', ledger)).code).toBe(0);
    expect(await next(...command)).toMatchObject({ code: 1, stdout: '' });

    for (const at of [y, next]) {
      const again = await at(...command, '--again');
      expect(again, again.stderr).toMatchObject({ code: 0 });
      expect(await at(...command)).toMatchObject({ code: 0 });
      expect((await at('verify')).code).toBe(0);
    }
  });
});

describe('a reversed amendment', () => {
  it('is left out of a file that amends, beside other columns; another value goes in', async () => {
    const { ok, take, rows } = await atWork();
    const file = findings('F1 A1').replace('问题F1', '新说法');
    const amend = (text: string, ...more: readonly string[]) =>
      take('findings', text, '--amend', 'description,source', '--reason', '更正', '--json', ...more);
    const told = (ran: { readonly stdout: string }) => JSON.parse(ran.stdout) as Row;
    expect(told(await amend(file))).toMatchObject({ amended: 1 });
    await ok('reverse', 'amendments-1', ...WHY);
    const left = { added: 0, unchanged: 1, amended: 0, reversed_before: [{ id: 'amendments-1' }] };
    expect(told(await amend(file))).toMatchObject(left);
    expect(told(await amend(`${file} `))).toMatchObject(left);
    expect(told(await amend(file.replace('省委巡视', '市委巡察')))).toMatchObject({
      amended: 1,
      reversed_before: [{ id: 'amendments-1' }],
    });
    expect(await rows('export', 'findings')).toMatchObject([{ description: '问题F1', source: '市委巡察' }]);
    expect(told(await amend(file.replace('新说法', '又一说法')))).toMatchObject({ amended: 1 });
    await ok('verify');
  });
});

describe('a finding that was struck from its order and recorded again', () => {
  it('is left out of the file of the order, and needs a new one where it is asked for again', async () => {
    const { ok, take, rows } = await atWork();
    const order =
      'order_no,station,due_on,sent_on,issued_by,finding_no\nP1,前塘,2018-09-20,2018-09-05,乡长,F1\n';
    await ok('reverse', 'F1', ...WHY);
    await take('findings', findings('F1 A2'), '--again', 'F1');
    const left = await take('dispatches', order, '--json');
    expect(JSON.parse(left.stdout)).toMatchObject({ unchanged: 1, reversed_before: [{ number: 'F1' }] });
    const again = await take('dispatches', order, '--again', 'F1');
    expect(again.code).toBe(1);
    expect(again.stderr).toContain('P1');
    const other = order.replace('P1', 'P2');
    expect((await take('dispatches', other)).code).toBe(0);
    expect(await rows('export', 'dispatches')).toMatchObject([{ order_no: 'P2', finding_no: 'F1' }]);
  });
});

describe('a new year', () => {
  it('carries a reversed reassignment of a reversed task, beside live ones of findings', async () => {
    const { ok, y, folder, ledger } = await atWork();
    const passed = ['--to', 'A2', '--on', '2018-09-06', '--by', '书记', ...WHY];
    await ok('finding', 'reassign', 'F1', '--from', 'A1', ...passed);
    await ok('task', 'reassign', 'T1', '--from', 'A1', ...passed);
    await ok('reverse', 'T1', '--with-dependents', ...WHY);
    const file = join(folder, 'next.db');
    const carried = await run(['init', '--carry-over', ledger, '--ledger', file]);
    expect(carried, carried.stderr).toMatchObject({ code: 0 });
    expect((await run(['verify', '--ledger', file])).code).toBe(0);
    const task = 'task_no,name,target,start_on,due_on,cadre_no\nT1,硬化,6,2018-09-01,2018-09-20,A1\n';
    const came = await run(['import', 'tasks', put(folder, 't.csv', task), '--ledger', file, '--json']);
    expect(JSON.parse(came.stdout)).toMatchObject({ added: 0, unchanged: 1 });
    expect((await y('verify')).code).toBe(0);
  });
});
