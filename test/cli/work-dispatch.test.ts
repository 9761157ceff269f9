// Dispatch orders through the command line: numbered, sent, received, listed, printed, exported and imported again.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { atSmall, type Row } from '../support/at-ledger.ts';
import { bytesIn } from '../support/errors.ts';
import { put, temporaryFolder } from '../support/folder.ts';

const NEW = ['dispatch', 'new', '--station', '前塘作战所', '--issued-by', '乡长', '--on', '2018-09-10'];

describe('dispatch new', () => {
  it('numbers the sheet by year, says whose deadline each finding has, and prints the number alone', async () => {
    const { ok } = await atSmall();
    const first = await ok(...NEW, '--due', '2018-09-20', '--finding', 'F-3,F-4', '--task', 'T-1');
    expect(first).toEqual({
      code: 0,
      stdout: '〔2018〕1号\n',
      stderr:
        'Order 〔2018〕1号 is recorded (dispatch_orders-1): 2 findings, 1 task, due 2018-09-20.\n' +
        "1 finding without a deadline gets the order's, 2018-09-20: F-4\n" +
        '1 finding with another deadline keeps it: F-3 (2018-09-25)\n' +
        '1 finding recorded under another station; please check: F-4 (云脚作战所)\n',
    });
    expect((await ok(...NEW, '--due', '2018-09-20', '--finding', 'F-1')).stdout).toBe('〔2018〕2号\n');
    expect((await ok(...NEW, '--due', '2018-09-20', '--finding', 'F-2', '--no', '〔2018〕7号')).stdout).toBe(
      '〔2018〕7号\n',
    );
    expect((await ok(...NEW, '--due', '2018-09-21', '--finding', 'F-2')).stdout).toBe('〔2018〕8号\n');
  });

  it('does not give a number again that was reversed', async () => {
    const { ok } = await atSmall();
    await ok(...NEW, '--due', '2018-09-20', '--finding', 'F-4');
    await ok('reverse', 'dispatch_orders-1', '--reason', '开错');
    expect((await ok(...NEW, '--due', '2018-09-20', '--finding', 'F-4')).stdout).toBe('〔2018〕2号\n');
  });

  it("gives a finding without a deadline the order's from the day it was sent on, and back when reversed", async () => {
    const { ok, rows } = await atSmall();
    const deadlineOf = async (on: string) =>
      (await rows('finding', 'list', '--on', on)).find((each) => each.finding_no === 'F-4')?.deadline;
    await ok(...NEW, '--due', '+5wd', '--finding', 'F-4');
    expect([await deadlineOf('2018-09-09'), await deadlineOf('2018-09-10')]).toEqual(['', '2018-09-17']);
    // What is derived agrees with the facts, before and after the reversal.
    expect((await ok('verify')).code).toBe(0);
    const { stdout } = await ok('finding', 'show', 'F-4');
    expect(stdout).toContain('dispatched');
    await ok('reverse', 'dispatch_orders-1', '--reason', '开错');
    expect(await deadlineOf('2018-09-10')).toBe('');
    expect((await ok('verify')).code).toBe(0);
  });

  it('the very same again is unchanged, byte for byte', async () => {
    const { ok, folder } = await atSmall();
    await ok(...NEW, '--due', '2018-09-20', '--finding', 'F-3,F-4');
    const before = bytesIn(folder);
    const again = await ok(...NEW, '--due', '2018-09-20', '--finding', 'F-4', 'F-3');
    expect(again.stdout).toBe('〔2018〕1号\n');
    expect(again.stderr).toBe('The same order is recorded already as 〔2018〕1号; nothing was changed.\n');
    expect(bytesIn(folder)).toEqual(before);
  });

  it('--all-open takes what is outstanding and on no order yet, and says what it leaves out', async () => {
    const { ok, rows, run: tried } = await atSmall();
    await ok(...NEW, '--due', '2018-09-20', '--finding', 'F-1');
    const { stderr } = await ok(...NEW, '--due', '2018-09-20', '--all-open');
    expect(stderr).toContain('1 more outstanding finding already on an order');
    expect((await rows('dispatch', 'show', '〔2018〕2号')).map((row) => row.number)).toEqual(['F-2', 'F-3']);
    // Again is done already; with another deadline there is nothing left to send.
    expect(await tried(...NEW, '--due', '2018-09-20', '--all-open')).toMatchObject({
      code: 0,
      stdout: '〔2018〕2号\n',
    });
    expect(await tried(...NEW, '--due', '2018-09-21', '--all-open')).toMatchObject({ code: 1, stdout: '' });
  });
});

describe('dispatch list and show', () => {
  it('say what is done, open and late on a day, and what was received', async () => {
    const { ok, rows } = await atSmall([
      ['finding', 'check', 'F-2', '--result', 'rectified', '--on', '2018-09-14', '--by', '督查甲'],
    ]);
    await ok(...NEW, '--due', '2018-09-20', '--finding', 'F-1,F-2,F-4', '--task', 'T-1');
    const on = async (day: string) => (await rows('dispatch', 'list', '--on', day))[0];
    expect(await on('2018-09-09')).toBeUndefined();
    expect(await on('2018-09-13')).toMatchObject({
      items: 4,
      items_done: 0,
      items_open: 2,
      items_late: 2,
      received_on: '',
    });
    expect(await on('2018-09-14')).toMatchObject({ items_done: 1, items_open: 2, items_late: 1 });
    expect(await on('2018-10-01')).toMatchObject({ items_done: 1, items_open: 0, items_late: 3 });
    expect(await rows('dispatch', 'list', '--unreceived')).toHaveLength(1);
    const received = await ok('dispatch', 'receive', '〔2018〕1号', '--on', '2018-09-11', '--by', '签收人甲');
    expect(received).toEqual({ code: 0, stdout: 'dispatch_receipts-1\n', stderr: 'Recorded 1.\n' });
    const same = await ok('dispatch', 'receive', '〔2018〕1号', '--on', '2018-09-11', '--by', '签收人甲');
    expect(same).toEqual({
      code: 0,
      stdout: 'dispatch_receipts-1\n',
      stderr: 'The same is recorded already; nothing was changed.\n',
    });
    expect(await on('2018-09-11')).toMatchObject({ received_on: '2018-09-11', received_by: '签收人甲' });
    expect(await on('2018-09-10')).toMatchObject({ received_on: '' });
    expect(await rows('dispatch', 'list', '--unreceived')).toEqual([]);
    expect(await rows('dispatch', 'list', '--late', '--on', '2018-09-10')).toHaveLength(1);
    expect(await rows('dispatch', 'list', '--station', '云脚作战所')).toEqual([]);
    expect(
      (await rows('dispatch', 'show', '〔2018〕1号', '--on', '2018-09-14')).map((row) => [
        row.number,
        row.item_state,
        row.status,
      ]),
    ).toEqual([
      ['F-1', 'late', 'dispatched'],
      ['F-2', 'done', 'rectified'],
      ['F-4', 'open', 'dispatched'],
      ['T-1', 'open', 'behind'],
    ]);
  });

  it('print the sheet with the fields of the form', async () => {
    const { ok } = await atSmall();
    await ok(...NEW, '--due', '2018-09-20', '--finding', 'F-1', '--task', 'T-1', '--note', '雨季');
    const { stdout, stderr } = await ok('dispatch', 'show', '〔2018〕1号', '--format', 'md', '--lang', 'zh');
    expect(stderr).toBe('');
    for (const text of [
      '# 任务派遣单',
      '编号：〔2018〕1号',
      '签发人',
      '责任领导',
      '总体时限',
      '整改要求',
      '协助责任人',
      '签收',
      '办理反馈',
      '核查结论',
      '备注：雨季',
    ]) {
      expect(stdout).toContain(text);
    }
    expect(stdout).toContain('| 1 | F-1 | 市委巡察反馈 | 十二户未纳入利益联结 |  | 甲一 |  | 2018年9月5日 |');
    for (const text of ['前塘作战所', '丁四', '乡长', '2018年9月10日', '2018年9月20日', 'T-1'])
      expect(stdout).toContain(text);
  });
});

describe('by import', () => {
  const head = 'order_no,station,due_on,sent_on,issued_by,finding_no,task_no,note';
  const rowsOf = (...items: readonly string[]) =>
    [head, ...items.map((item) => `〔2018〕3号,前塘作战所,+5d,2018-09-10,乡长,${item},雨季`)].join('\n');

  it('rows of one number make one order; again nothing changes; undo takes it back whole', async () => {
    const { ok, rows, folder } = await atSmall();
    const file = put(temporaryFolder(), 'orders.csv', rowsOf('F-3,', 'F-4,', ',T-1'));
    const summary = JSON.parse((await ok('import', 'dispatches', file, '--json')).stdout) as Row;
    expect(summary).toMatchObject({ added: 3, unchanged: 0, rejected: 0 });
    expect(await rows('dispatch', 'list', '--on', '2018-09-10')).toMatchObject([
      { order_no: '〔2018〕3号', due_on: '2018-09-15', items: 3, note: '雨季' },
    ]);
    const before = bytesIn(folder);
    expect(JSON.parse((await ok('import', 'dispatches', file, '--json')).stdout)).toMatchObject({
      added: 0,
      unchanged: 3,
    });
    expect(bytesIn(folder)).toEqual(before);
    expect((await ok(...NEW, '--due', '2018-09-20', '--finding', 'F-1')).stdout).toBe('〔2018〕4号\n');
    const [batch] = (await rows('batch', 'list')).slice(-1);
    await ok('batch', 'undo', String(batch?.batch), '--reason', '导错');
    expect(await rows('dispatch', 'list')).toMatchObject([{ order_no: '〔2018〕4号' }]);
    expect(
      (await rows('finding', 'list', '--on', '2018-09-12')).find((each) => each.finding_no === 'F-4'),
    ).toMatchObject({ deadline: '', status: 'registered' });
  });

  it('an order with a bad row is not written in part by --skip-bad, and comes back whole', async () => {
    const { ok, run: tried, rows } = await atSmall();
    const folder = temporaryFolder();
    const file = put(
      folder,
      'orders.csv',
      `${rowsOf('F-3,', 'F-99,')}\n〔2018〕5号,前塘作战所,+5d,2018-09-10,乡长,F-1,,`,
    );
    const rejects = join(folder, 'rejects.csv');
    const ran = await tried('import', 'dispatches', file, '--skip-bad', '--rejects', rejects, '--json');
    expect(ran.code).toBe(3);
    expect(JSON.parse(ran.stdout)).toMatchObject({ added: 1, rejected: 2 });
    expect(await rows('dispatch', 'list')).toMatchObject([{ order_no: '〔2018〕5号' }]);
    const mended = readFileSync(rejects, 'utf8').replace('F-99', 'F-4');
    expect(
      JSON.parse((await ok('import', 'dispatches', put(folder, 'mended.csv', mended), '--json')).stdout),
    ).toMatchObject({ added: 2 });
  });

  it('what export writes, import takes as unchanged', async () => {
    const { ok, folder } = await atSmall();
    await ok(...NEW, '--due', '+5wd', '--finding', 'F-3,F-4', '--task', 'T-1', '--note', '=雨季');
    for (const format of ['csv', 'json', 'jsonl', 'xlsx']) {
      const file = join(temporaryFolder(), `orders.${format}`);
      await ok('export', 'dispatches', '-o', file);
      const before = bytesIn(folder);
      const { stdout } = await ok('import', 'dispatches', file, '--json');
      expect(JSON.parse(stdout)).toMatchObject({ added: 0, unchanged: 3, rejected: 0 });
      expect(bytesIn(folder)).toEqual(before);
    }
  });
});
