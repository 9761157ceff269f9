// Ids a few at a time: each once, in order, whether they lie close together or far apart.
import { describe, expect, it } from 'vitest';
import { idBatches, RowsById } from '../../../src/ledger/findings/id-batches.ts';
import { newLedger } from '../../support/ledgers.ts';

const SPREAD = 'SELECT value * ? FROM json_each(?)';

/** The ids chosen out of so many, `apart` from one to the next, with the conditions that find their rows. */
function fews(many: number, apart: number) {
  const values = Array.from({ length: many }, (_, at) => at + 1);
  const { connection } = newLedger();
  return [...idBatches(connection, SPREAD, [apart, JSON.stringify([...values, ...values].reverse())])];
}

describe('ids a few at a time', () => {
  it('come ascending and each once', () => {
    const chunks = fews(10_000, 3);
    expect(chunks.map((few) => few.ids.length)).toEqual([...Array(19).fill(512), 272]);
    expect(chunks.flatMap((few) => few.ids)).toEqual(Array.from({ length: 10_000 }, (_, at) => (at + 1) * 3));
    expect(fews(0, 1)).toEqual([]);
  });

  it('are asked for as a span when they lie close together, and one by one when not', () => {
    const [close] = fews(4, 1);
    expect(close?.among('f.id')).toBe('f.id BETWEEN ? AND ?');
    expect(close?.values).toEqual([1, 4]);
    const [apart] = fews(4, 100);
    expect(apart?.among('f.id')).toBe('f.id IN (SELECT value FROM json_each(?))');
    expect(apart?.values).toEqual(['[100,200,300,400]']);
  });

  it('find all their rows either way, in the order of the ids', () => {
    const { connection } = newLedger();
    for (const apart of [1, 100]) {
      const [few] = fews(50, apart);
      if (few === undefined) throw new Error('no ids');
      const sql = `WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < 5000)
        SELECT id FROM n WHERE ${few.among('id')} ORDER BY id`;
      expect(connection.column(sql, ...few.values), `${apart}`).toEqual(few.ids);
    }
  });
});

describe('rows by id', () => {
  it('are taken by each id in turn; what belongs to nobody asked for is passed over', () => {
    const rows = new RowsById([1, 1, 2, 4, 4, 4, 7], (row) => row);
    expect([rows.take(1), rows.take(3), rows.take(4), rows.take(9)]).toEqual([[1, 1], [], [4, 4, 4], []]);
  });
});
