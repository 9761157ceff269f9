// The calendar file: a year read whole, and each thing that can be wrong with one.
import { expect, test } from 'vitest';
import { Failure } from '../../src/domain/problem.ts';
import { readCalendarFile } from '../../src/intake/calendar-file.ts';
import { openSource } from '../../src/intake/source.ts';
import { withFile } from './support.ts';

const read = (content: string, name = '2027.csv') =>
  withFile(content, name, async (path) => readCalendarFile(await openSource(path)));

async function refused(content: string) {
  try {
    await read(content);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return error.problems.map(({ code, values, place }) => ({
      code,
      values,
      line: place?.line,
      ...(place?.column !== undefined && { column: place.column, value: place.value }),
    }));
  }
  throw new Error('read');
}

const WHOLE = ['2027-10-03', '2027-10-02', '2027-10-01', '2027-05-01', '2027-01-01'];
const whole = WHOLE.map((on) => `${on},holiday,x\n`).join('');

test('English and Chinese headings and words, days as people write them, blank rows, a title above', async () => {
  const english = await read(`date,kind,name\n${whole}2027-02-07,workday,Spring Festival\n`);
  expect(english.year.year).toBe(2027);
  expect(english.year.source).toBe('2027.csv');
  expect([...english.year.holidays.keys()]).toEqual([...WHOLE].reverse());
  expect([...english.year.workdays]).toEqual([['2027-02-07', 'Spring Festival']]);
  expect(english.warnings).toEqual([]);
  const rows = WHOLE.map((on) => `${on.replaceAll('-', '/')},休,x`);
  const chinese = await read(
    `2027年放假安排,,\n日期,休/班,名称\n${rows.join('\n')}\n,,\n2027年2月7日,班,Spring Festival\n`,
  );
  expect(chinese.year).toEqual(english.year);
});

test('the name may be left out; a column that fits nothing is told', async () => {
  const bare = await read(`date,kind\n${WHOLE.map((on) => `${on},holiday\n`).join('')}`);
  expect([...bare.year.holidays.values()]).toEqual(['', '', '', '', '']);
  const more = await read(`date,kind,weather\n${whole}`);
  expect(more.warnings.map(({ code, values }) => [code, values])).toEqual([
    ['column_unknown', { heading: 'weather' }],
  ]);
});

test('all bad rows are told in one go, with line, column and value', async () => {
  const bad = [
    '2027-02-30,holiday,',
    ',workday,',
    '2027-02-07,maybe,',
    '2027-02-08,workday,',
    '2027-05-01,休,',
    '1.2,休,',
  ];
  expect(await refused(`日期,kind,name\n${whole}${bad.join('\n')}\n2027-03-01,休,a,b\n`)).toEqual([
    { code: 'day_not_in_calendar', values: {}, line: 7, column: '日期', value: '2027-02-30' },
    { code: 'cell_required', values: { field: '日期' }, line: 8, column: '日期', value: '' },
    {
      code: 'cell_not_one_of',
      values: { allowed: ['holiday', 'workday'], words: ['休', '班'] },
      line: 9,
      column: 'kind',
      value: 'maybe',
    },
    {
      code: 'calendar_workday_on_weekday',
      values: { on: '2027-02-08' },
      line: 10,
      column: '日期',
      value: '2027-02-08',
    },
    { code: 'calendar_day_twice', values: { on: '2027-05-01', line: 5 }, line: 11 },
    { code: 'day_like_number', values: {}, line: 12, column: '日期', value: '1.2' },
    { code: 'row_too_wide', values: { expected: 3, found: 4 }, line: 13 },
  ]);
});

test('a year is refused that is none, not whole, or several', async () => {
  expect(await refused(`date,kind,name\n`)).toMatchObject([{ code: 'calendar_empty' }]);
  expect(await refused('date,kind,name\n2027-01-01,休,元旦\n')).toMatchObject([
    {
      code: 'calendar_year_incomplete',
      values: { year: 2027, missing: ['2027-05-01', '2027-10-01', '2027-10-02', '2027-10-03'] },
    },
  ]);
  expect(await refused(`date,kind,name\n${whole}2026-12-31,休,元旦\n`)).toMatchObject([
    { code: 'calendar_several_years', values: { years: [2026, 2027] } },
  ]);
});

test('a header without the columns, or with one twice', async () => {
  expect(await refused('date,weather\n2027-01-01,sun\n')).toMatchObject([
    { code: 'calendar_columns_missing', values: { missing: ['kind'], found: ['date', 'weather'] }, line: 1 },
  ]);
  expect(await refused('日期,date,kind\n2027-01-01,2027-01-01,休\n')).toMatchObject([
    { code: 'field_twice', values: { field: 'date', headings: ['日期', 'date'] }, line: 1 },
  ]);
});
