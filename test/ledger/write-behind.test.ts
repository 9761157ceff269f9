// Rows wait to be written together, and nobody who reads or writes through the transaction can tell.
import { expect, test } from 'vitest';
import { guardedTables, parentsFirst } from '../../src/ledger/tables.ts';
import { Transaction } from '../../src/ledger/transaction.ts';
import { newLedger } from '../support/ledgers.ts';

const CADRE = { name: '甲', rank: 'staff' };

function began() {
  const { connection } = newLedger();
  connection.raw.exec('BEGIN IMMEDIATE');
  const seq = connection.get<{ seq: number }>('SELECT max(seq) AS seq FROM journal')?.seq ?? 0;
  return { connection, db: new Transaction(connection, seq + 1) };
}

const countOf = (of: { get<T>(sql: string): T | undefined }, table: string): number =>
  of.get<{ many: number }>(`SELECT count(*) AS many FROM ${table}`)?.many ?? -1;

test('no table refers to one that is written after it', () => {
  const { connection } = newLedger();
  const ranks = new Map<string, number>(parentsFirst.map((table, rank) => [table, rank]));
  expect([...ranks.keys()].sort()).toEqual(Object.keys(guardedTables).sort());
  const later = parentsFirst.flatMap((table) =>
    connection
      .all<{ table: string }>(`PRAGMA foreign_key_list(${table})`)
      .filter((key) => key.table !== table && (ranks.get(key.table) ?? -1) > (ranks.get(table) ?? -1))
      .map((key) => `${table} refers to ${key.table}`),
  );
  expect(later).toEqual([]);
});

test('what waits is written before it is read, and before all is done', () => {
  const { connection, db } = began();
  db.insert('cadres', { ...CADRE, cadre_no: 'A1' });
  expect(countOf(connection, 'cadres')).toBe(0);
  expect(countOf(db, 'cadres')).toBe(1);
  db.insert('cadres', { ...CADRE, cadre_no: 'A2' });
  expect(countOf(db, 'findings')).toBe(0);
  expect(countOf(connection, 'cadres')).toBe(1);
  db.flush();
  expect(countOf(connection, 'cadres')).toBe(2);
  connection.raw.exec('ROLLBACK');
});

test.each([2, 5_000])(
  '%i of each: rows come after those they refer to, in whatever order they were added',
  (many) => {
    const { connection, db } = began();
    const cadre = db.insert('cadres', { ...CADRE, cadre_no: 'A1' });
    for (let at = 0; at < many; at += 1) {
      const finding = db.insert('findings', {
        ...{ finding_no: `F${at}`, source: '巡察', description: `第${at}处\ud800`, severity: 1 },
        found_on: '2018-09-01',
      });
      db.insertPart('finding_responsible', { finding_id: finding, place: 0, cadre_id: cadre, role: 'lead' });
      db.deriveNewFinding(finding);
      // A ruling on an objection of before stands among the waiting before the next objection.
      const objection = db.insert('objections', {
        ...{ finding_id: finding, cadre_id: cadre, raised_on: '2018-09-02', ground: 'facts', reason: '无' },
      });
      db.insert('rulings', {
        ...{ objection_id: objection, ruled_on: '2018-09-03', ruling: 'dismissed', ruled_by: '乙' },
      });
      if (at === 0) db.derive("UPDATE finding_now SET status = 'objected' WHERE finding_id = ?", finding);
    }
    db.flush();
    for (const table of ['findings', 'finding_responsible', 'finding_now', 'objections', 'rulings']) {
      expect([table, countOf(connection, table)]).toEqual([table, many]);
    }
    // In the next command a ruling on one of those comes first of all.
    const next = new Transaction(connection, db.seq);
    const ruling = { ruled_on: '2018-09-04', ruling: 'dismissed', ruled_by: '乙' };
    next.insert('rulings', { ...ruling, objection_id: 1 });
    const objection = next.insert('objections', {
      ...{ finding_id: 1, cadre_id: cadre, raised_on: '2018-09-03', ground: 'other', reason: '无' },
    });
    next.insert('rulings', { ...ruling, objection_id: objection });
    next.flush();
    expect(countOf(connection, 'rulings')).toBe(many + 2);
    expect(connection.get('SELECT description FROM findings WHERE id = 1')).toEqual({
      description: '第0处\ufffd',
    });
    connection.raw.exec('ROLLBACK');
  },
);
