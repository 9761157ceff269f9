// A ledger of schema version 11 derives statuses again: objections of those who are no longer responsible have lapsed.
import { expect, it } from 'vitest';
import { Connection } from '../../src/ledger/database.ts';
import { rederive } from '../../src/ledger/migrations/0012-waits-and-history.ts';
import { dismiss, ledger, object, report } from '../support/clocks.ts';
import { tamper } from '../support/tamper.ts';

it('as the rules of this version derive them, whatever was reversed, amended, handed over or released', async () => {
  const dues = Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`F${at + 1}`, '2018-09-10']));
  const { ok, file } = await ledger(dues);
  const hand = (no: string) =>
    ok(...['finding', 'reassign', no, '--from', 'A1', '--to', 'A2', '--on', '2018-09-06', '--by', '移交组']);
  const order = ['--no', 'P1', '--station', '东岭作战所', '--on', '2018-09-03', '--due', '2018-09-10'];
  await ok('dispatch', 'new', ...order, '--issued-by', '派单甲', '--finding', 'F4');
  await ok(...report('F3', '2018-09-04'));
  for (const no of ['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F8']) await ok(...object(no, '2018-09-05'));
  await ok(...object('F5', '2018-09-05', 'not_mine'));
  for (const no of ['F1', 'F3', 'F4']) await hand(no);
  const release = [...dismiss('F5', '2018-09-06'), '--ground', 'not_mine'];
  await ok(...release.map((each) => (each === 'dismissed' ? 'released' : each)));
  await ok(...dismiss('F6', '2018-09-06'));
  await ok(...object('F6', '2018-09-07'));
  await hand('F8');
  await ok('reverse', 'reassignments-4', '--reason', '录入错误');
  const statuses = (): Record<string, string> =>
    tamper(file, (raw) => {
      const sql = 'SELECT f.finding_no, n.status FROM finding_now n JOIN findings f ON f.id = n.finding_id';
      return Object.fromEntries(raw.prepare(`${sql} ORDER BY f.id`).raw().all() as [string, string][]);
    });
  const derived = statuses();
  expect(derived).toEqual({
    F1: 'registered',
    F2: 'objected',
    F3: 'reported',
    F4: 'dispatched',
    F5: 'registered',
    F6: 'objected',
    F7: 'registered',
    F8: 'objected',
  });
  // As version 11 had them: an objection without a ruling is pending, whoever is responsible.
  const objected = ['F1', 'F2', 'F3', 'F4', 'F5', 'F6', 'F8'];
  tamper(file, (raw) => {
    const ids = objected.map((no) => `'${no}'`).join(', ');
    const whose = `SELECT id FROM findings WHERE finding_no IN (${ids})`;
    raw.exec(`UPDATE finding_now SET status = 'objected' WHERE finding_id IN (${whose})`);
  });
  expect(statuses().F1).toBe('objected');
  tamper(file, (raw) => rederive(new Connection(raw)));
  expect(statuses()).toEqual(derived);
  expect((await ok('verify')).code).toBe(0);
});
