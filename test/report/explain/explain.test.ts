// The explanation of a line as rows: one for each thing looked at, led back, with the names of others masked.
import { expect, test } from 'vitest';
import { explainReport } from '../../../src/report/explain/explain.ts';
import type { Explanation } from '../../../src/scoring/explanation.ts';
import { wordsFor } from '../../support/words.ts';
import { clean, closed, draft } from '../explain-samples.ts';

const objectsOf = (explanation: Explanation) => {
  const { columns, rows } = explainReport(explanation);
  return [...rows].map((row) => Object.fromEntries(columns.map(({ key }, place) => [key, row[place]])));
};
const partOf = (explanation: Explanation, part: string) =>
  objectsOf(explanation).filter((row) => row.part === part);

test('the columns are those of the contract', () => {
  expect(explainReport(closed).columns.map(({ key }) => key)).toEqual(
    'part item outcome why role status deadline weeks_overdue points points_role points_severity points_source points_recurrence points_returned points_overdue missing detail file line entry carried_from carried_entry'.split(
      ' ',
    ),
  );
});

test('a counted finding has its points taken apart, and is led back to file, row and entry', () => {
  expect(partOf(closed, 'finding')[0]).toEqual({
    part: 'finding',
    item: 'F1',
    outcome: 'counted',
    why: 'due',
    role: 'lead',
    status: 'returned',
    deadline: '2018-09-10',
    weeks_overdue: 2,
    points: '3',
    points_role: '1',
    points_severity: '1',
    points_source: '1',
    points_recurrence: '0',
    points_returned: '0.5',
    points_overdue: '0.5',
    missing: null,
    detail: '王＊＊、李＊未到户，欧＊＊＊代签；王小已到场。',
    file: '02-findings.csv',
    line: 2,
    entry: 3,
    carried_from: null,
    carried_entry: null,
  });
});

test('pending and not counted findings say why and have no points', () => {
  const told = partOf(closed, 'finding').slice(3);
  expect(told.map((row) => row.why)).toEqual([
    ...['objected', 'reported', 'not_yet_due', 'no_deadline', 'withdrawn', 'not_responsible', 'no_weight'],
  ]);
  for (const row of told) expect(row.points).toBeNull();
});

test('tiers tell what is missing, requirements what stands against them', () => {
  expect(partOf(clean, 'tier')[0]).toMatchObject({
    item: '1.5',
    outcome: 'not_reached',
    why: 'self_criticism',
    missing: '1.5',
  });
  expect(partOf(closed, 'exit').map((row) => [row.why, row.outcome, row.missing])).toEqual([
    ['no_counted_findings', 'unmet', '5'],
    ['central_tasks_on_schedule', 'unmet', '2'],
  ]);
});

test('decisions and corrections bear their reason and their entry', () => {
  expect(
    partOf(draft, 'decision').map((row) => [row.item, row.outcome, row.why, row.detail, row.entry]),
  ).toEqual([
    ['审定乙', 'cleared', null, '重新研究', 8],
    ['审定甲', 'decided', 'reminder_talk', '李＊已说明', 9],
  ]);
  expect(partOf(draft, 'standing').map((row) => [row.outcome, row.why])).toEqual([
    ['stay', 'reminder_talk'],
    ['stay', 'decision'],
    ['proposed', 'admonition_talk'],
  ]);
  expect(partOf(clean, 'standing').map((row) => row.why)).toEqual(['none', 'commended']);
  expect(partOf(clean, 'correction')[0]).toMatchObject({ item: '更正甲', why: 'self_criticism', entry: 12 });
});

test('every code has a word in both languages', () => {
  for (const lang of ['zh', 'en'] as const) {
    const words = wordsFor(lang);
    for (const explanation of [closed, draft, clean]) {
      const { columns, rows, title } = explainReport(explanation);
      words.text(title);
      for (const row of rows) {
        columns.forEach((column, place) => {
          const cell = row[place];
          if (column.type === 'term' && cell !== null) words.term(`${column.terms}.${cell}`);
        });
      }
    }
  }
});
