// The notice as a list: the standing's columns, the order of names, and no name for the public.
import { expect, test } from 'vitest';
import { noticeReport } from '../../../src/report/notice/notice.ts';
import { inNameOrder } from '../../../src/report/notice/stroke-order.ts';
import type { Report } from '../../../src/report/report.ts';
import { closed, draft, forPublic, line, lines, nobody } from '../notice-samples.ts';

const standing =
  'round cutoff cadre_no name rank unit station counted pending overdue behind_tasks absences points measure step was_in now_in in_by movement rounds_in commended';

const cellsOf = (report: Report, key: string) => {
  const place = report.columns.findIndex((column) => column.key === key);
  return [...report.rows].map((row) => row[place]);
};

test('rows begin with the columns of a standing down to commended, leaders see the rest', () => {
  const keys = noticeReport(closed).columns.map(({ key }) => key);
  expect(keys).toEqual([...standing.split(' '), 'late_pending']);
  const leader = noticeReport(closed, 'leader').columns.map(({ key }) => key);
  expect(leader.slice(0, keys.length - 1)).toEqual(keys.slice(0, -1));
  expect(leader.slice(keys.length - 1)).toEqual(
    'proposed_measure proposed_now_in proposed_commended decided_by decision_reason managed_by late_pending'.split(
      ' ',
    ),
  );
  for (const scope of ['internal', 'leader', 'public'] as const) {
    const report = noticeReport(closed, scope);
    for (const row of report.rows) expect(row.length).toBe(report.columns.length);
  }
});

test('cells are typed: numbers, booleans, points as exact decimals', () => {
  const report = noticeReport({ ...closed, lines: [line('C1', '甲一', '', { points: 12_500, counted: 1 })] });
  const row = [...report.rows][0] ?? [];
  expect(row.slice(7, 13)).toEqual([1, 0, 0, 0, 0, '1.25']);
  expect(row.slice(15, 17)).toEqual([false, false]);
  expect(row.slice(0, 2)).toEqual([2, '2018-09-19']);
});

test('names stand by the strokes of the surname, whatever rank, points and input order', () => {
  const expected = ['乙三', '丁一', '己　五', '王二', '壬十', '甲七', '甲六', '司马丙四', '辛九', '庚八'];
  const byStrokes = cellsOf(noticeReport(closed), 'name');
  expect(byStrokes).toEqual(expected);
  expect(cellsOf(noticeReport({ ...closed, lines: [...lines].reverse() }), 'name')).toEqual(byStrokes);
});

test('two of one name stand by number, and a space inside a name does not move it', () => {
  const twins = [line('C2', '甲　一', ''), line('C1', '甲一', ''), line('C3', '乙一', '')];
  expect(inNameOrder(twins).map((each) => each.cadre.cadreNo)).toEqual(['C3', 'C1', 'C2']);
});

test('the public sees figures and no name', () => {
  for (const facts of [closed, draft, forPublic]) {
    const report = noticeReport(facts, 'public');
    const text = JSON.stringify([...report.rows, report.title, report.notes]);
    for (const { cadre } of lines) {
      expect(text).not.toContain(cadre.name);
      expect(text).not.toContain(cadre.cadreNo);
    }
    expect(cellsOf(report, 'figure').slice(0, 7)).toEqual([
      ...['total', 'source', 'source', 'area', 'area', 'station', 'station'],
    ]);
    expect(cellsOf(report, 'cadres').slice(-11)).toEqual([2, 2, 2, 3, 3, 2, 1, 1, 5, null, null]);
    expect(cellsOf(report, 'figure').slice(-2)).toEqual(['late_checks', 'late_rulings']);
  }
});

test('a draft is headed as one', () => {
  expect(noticeReport(draft)).toMatchObject({
    title: { key: 'notice.report.draft' },
    notes: [{ key: 'notice.report.draft_note' }],
  });
  expect(noticeReport(closed)).toMatchObject({ title: { key: 'notice.report.title' }, notes: [] });
  expect([...noticeReport(nobody).rows]).toEqual([]);
});
