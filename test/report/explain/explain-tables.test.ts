// The explanation in a terminal: a table for each kind of thing looked at, with the rows of the list and no others.
import { expect, test } from 'vitest';
import { explainReport } from '../../../src/report/explain/explain.ts';
import { explainCard } from '../../../src/report/explain/explain-tables.ts';
import { wordsFor } from '../../support/words.ts';
import { clean, closed, draft } from '../explain-samples.ts';

const tables = explainCard(closed).lists.map((list) => ({ ...list, rows: [...list.rows] }));
const tableOf = (title: string) => tables.find((each) => each.title.key === title);

test.each([
  ['closed', closed],
  ['draft', draft],
  ['clean', clean],
])('every row of the list but those of the standing stands in one table: %s', (_, explanation) => {
  const { columns, rows } = explainReport(explanation);
  const part = columns.findIndex(({ key }) => key === 'part');
  const looked = [...rows].filter((row) => row[part] !== 'standing');
  const told = explainCard(explanation).lists.flatMap((list) => [...list.rows]);
  expect(told).toHaveLength(looked.length);
});

test('counted, pending and not counted findings stand apart, led back to file and line', () => {
  const counted = tableOf('explain.counted');
  const keys = counted?.columns.map(({ key }) => key) ?? [];
  expect(counted?.title.values).toEqual({ count: 3 });
  expect(Object.fromEntries(keys.map((key, at) => [key, counted?.rows[0]?.[at]]))).toMatchObject({
    finding_no: 'F1',
    deadline: '2018-09-10',
    weeks_overdue: 2,
    points: '3',
    origin: '02-findings.csv:2',
    entry: 3,
  });
  expect(tableOf('explain.pending')?.rows).toHaveLength(2);
  expect(tableOf('explain.not_counted')?.rows).toHaveLength(5);
});

test('sections and columns without content are left out, and every title is worded', () => {
  for (const { columns, rows } of tables)
    columns.forEach(({ key }, at) => {
      expect(
        rows.some((row) => (row[at] ?? '') !== ''),
        key,
      ).toBe(true);
    });
  expect(explainCard(clean).lists.map(({ title }) => title.key)).not.toContain('explain.counted');
  for (const lang of ['zh', 'en'] as const)
    for (const { title } of tables) expect(wordsFor(lang).text(title)).not.toContain('explain.');
});
