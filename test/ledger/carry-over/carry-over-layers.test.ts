// In how many entries rows are carried: what was recorded later on one day stays recorded later.
import { describe, expect, it } from 'vitest';
import { layersOf } from '../../../src/ledger/carry-over/carry-over-layers.ts';
import type { CarriedRow } from '../../../src/ledger/carry-over/carry-over-rows.ts';

const row = (
  table: CarriedRow['table'],
  seq: number,
  more: Record<string, string | number> = {},
): CarriedRow => ({
  table,
  parts: [],
  row: { id: seq, seq, batch_id: null, line: null, ...more },
});
const extended = (seq: number, finding_id: number, granted_on: string) =>
  row('extensions', seq, { finding_id, granted_on });
const passed = (seq: number, finding_id: number, on: string) => row('reassignments', seq, { finding_id, on });
const seqs = (layers: readonly (readonly CarriedRow[])[]) =>
  layers.map((layer) => layer.map((each) => each.row.seq));

describe('layers', () => {
  it('end with the closing of the last round', () => {
    const rows = [row('cadres', 1), row('cadres', 5), row('findings', 2), row('round_closings', 4)];
    expect(seqs(layersOf(rows, 4))).toEqual([[1, 2, 4], [5]]);
    expect(seqs(layersOf(rows, undefined))).toEqual([[1, 5, 2, 4]]);
    expect(seqs(layersOf(rows, 5))).toEqual([[1, 5, 2, 4]]);
  });

  it('end between an extension and a reassignment of one finding on one day', () => {
    const [first, second] = [extended(2, 1, '2018-09-05'), passed(3, 1, '2018-09-05')];
    expect(seqs(layersOf([first, second], undefined))).toEqual([[2], [3]]);
    expect(seqs(layersOf([passed(2, 1, '2018-09-05'), extended(3, 1, '2018-09-05')], undefined))).toEqual([
      [2],
      [3],
    ]);
    // Another finding, another day, the same table, the same entry: nothing decides between them.
    for (const other of [
      passed(3, 2, '2018-09-05'),
      passed(3, 1, '2018-09-06'),
      extended(3, 1, '2018-09-05'),
    ])
      expect(layersOf([first, other], undefined)).toHaveLength(1);
    expect(layersOf([first, passed(2, 1, '2018-09-05')], undefined)).toHaveLength(1);
  });

  it('end between a progress entry and a reassignment of one task on one day, and only once for both reasons', () => {
    const rows = [
      row('progress', 2, { task_id: 1, on: '2018-09-05' }),
      row('reassignments', 4, { task_id: 1, on: '2018-09-05' }),
      row('progress', 6, { task_id: 1, on: '2018-09-05' }),
    ];
    expect(seqs(layersOf(rows, 3))).toEqual([[2], [4], [6]]);
  });
});
