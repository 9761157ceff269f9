// What is published of a round: ids of ledgers, and the rows with their sums.
import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/domain/days/day.ts';
import {
  editionRow,
  findingRowsOf,
  type PublishedLine,
  type PublishedRound,
  parseLedgerId,
  peopleRows,
  publishedColumns,
  roundRow,
  standingRows,
} from '../../src/domain/publication.ts';

const ID = '0123456789abcdef0123456789abcdef';
const line = (measure: string, movement: PublishedLine['movement'], commended = false): PublishedLine => ({
  measure,
  movement,
  commended,
  row: ['C1', '甲一', 'staff', '单位', '一所', 1, 0, 0, 0, 0, 10_000, measure, 'new', false, true],
});
const edition = {
  round: 3,
  edition: 1,
  digest: 'd',
  lines: [
    line('reminder_talk', 'enter'),
    line('none', 'stay'),
    line('none', 'exit', true),
    line('reminder_talk', 'departed'),
    line('none', 'outside', true),
  ],
};
const figures = {
  findings: 21,
  inTime: 1,
  late: 2,
  waiting: 3,
  objected: 4,
  extended: 5,
  notRectified: 6,
  overdue: 2,
};
const round: PublishedRound = {
  round: 3,
  cutoff: '2018-09-12' as Day,
  digest: 'd',
  engine: 1,
  policy: 'p 1',
  totals: figures,
  withoutDeadline: 7,
  checks: 9,
  checksTimed: 8,
  checkDays: 12,
  groups: [{ grouping: 'source', name: '巡视', figures }],
};
const named = (table: keyof typeof publishedColumns, row: readonly unknown[] = []) => {
  expect(row.length).toBeLessThanOrEqual(publishedColumns[table].length);
  return Object.fromEntries(row.map((value, at) => [publishedColumns[table][at], value]));
};

test.each([
  [ID, ID],
  [` ${ID.toUpperCase()} `, ID],
  ['01234567-89ab-cdef-0123-456789abcdef', ID],
  [ID.slice(1), undefined],
  [`${ID}0`, undefined],
  [ID.replace('0', 'g'), undefined],
  ['', undefined],
])('the id of a ledger: %j', (text, id) => expect(parseLedgerId(text)).toBe(id));

describe('rows', () => {
  test('of a round and its groups bear each figure under its own name', () => {
    const told = {
      findings: 21,
      in_time: 1,
      late: 2,
      waiting: 3,
      objected: 4,
      extended: 5,
      not_rectified: 6,
      overdue: 2,
    };
    expect(named('rounds', roundRow(round))).toEqual({
      round_no: 3,
      cutoff: '2018-09-12',
      digest: 'd',
      engine: 1,
      policy: 'p 1',
      ...told,
      without_deadline: 7,
      checks: 9,
      checks_timed: 8,
      check_days: 12,
    });
    expect(findingRowsOf(round).map((row) => named('finding_figures', row))).toEqual([
      { round_no: 3, grouping: 'source', name: '巡视', ...told },
    ]);
  });

  test('of an edition sum up its lines: those in the circle are who entered and who stayed', () => {
    expect(named('editions', editionRow(edition))).toEqual({
      round_no: 3,
      edition: 1,
      digest: 'd',
      lines: 5,
      in_circle: 2,
      entered: 1,
      stayed: 1,
      exited: 1,
      departed: 1,
      commended: 2,
    });
    expect(peopleRows(edition)).toEqual([
      [3, 1, 'measure', 'reminder_talk', 2],
      [3, 1, 'measure', 'none', 3],
      ...['enter', 'stay', 'exit', 'departed', 'outside'].map((code) => [3, 1, 'movement', code, 1]),
    ]);
  });

  test('of lines stand in their order, from 1', () => {
    const rows = standingRows(edition).map((row) => named('standings', row));
    expect(rows.map((row) => row.place)).toEqual([1, 2, 3, 4, 5]);
    expect(rows[0]).toMatchObject({
      round_no: 3,
      edition: 1,
      cadre_no: 'C1',
      name: '甲一',
      measure: 'reminder_talk',
    });
  });
});
