// Workbooks as LibreOffice prints them: never smaller than 小五, heading and number on each page, charts untorn.
import { expect, test } from 'vitest';
import { standingsReport } from '../../src/report/lists/standings.ts';
import { trendReport } from '../../src/report/lists/trend.ts';
import type { Report } from '../../src/report/report.ts';
import { bytesOf, settingsFor } from '../output/rendering.ts';
import { line } from '../report/notice-samples.ts';
import { type PrintedPage, printedWorkbook } from '../support/printed.ts';

/** 小五, 9 points, in millimetres: no line is lower. */
const SMALLEST = 9 * (25.4 / 72);

const printed = async (report: Report): Promise<PrintedPage[]> =>
  printedWorkbook(await bytesOf(report, 'xlsx', settingsFor('zh')));
const textOf = (page: PrintedPage | undefined): string =>
  (page?.lines ?? []).map(({ text }) => text).join('\n');
const onItsSide = ({ width, height }: PrintedPage): boolean => width > height;

/** No line of a page is too small, and none runs off its edge. */
function expectReadable(pages: readonly PrintedPage[]): void {
  for (const { lines, width } of pages) {
    for (const each of lines) {
      expect(each.bottom - each.top, each.text).toBeGreaterThan(SMALLEST);
      expect(each.left).toBeGreaterThan(8);
      expect(each.right).toBeLessThan(width - 8);
    }
  }
}

test('a tally of 28 columns prints the eleven that people read, on one width, heading on each page', async () => {
  const standings = Array.from({ length: 60 }, (_, at) =>
    line(`TJ${100 + at}`, '甲一', '人力资源和社会保障服务中心', { measure: 'reminder_talk', nowIn: true }),
  );
  const frame = { round: 1, cutoff: '2018-09-12', draft: true, decided: false };
  const pages = await printed(standingsReport({ name: 'tally', ...frame }, standings));
  expect(pages.every(onItsSide)).toBe(true);
  expect(pages.length).toBeLessThan(4);
  expectReadable(pages);
  for (const page of pages) {
    expect(textOf(page)).toMatch(/干部编号/);
    expect(textOf(page)).toMatch(/送审稿/);
    expect(textOf(page)).toMatch(/打印前11列，全表28列/);
    expect(textOf(page)).not.toMatch(/作战所|上轮在圈/);
  }
  expect(
    new Set(
      pages
        .map(textOf)
        .join('\n')
        .match(/TJ\d{3}/g),
    ).size,
  ).toBe(60);
});

test('what is too wide for any page goes on beside, each page with its number', async () => {
  const columns = [
    ...['finding_no', 'source', 'clause', 'area', 'village', 'description', 'reason', 'action'],
    ...['standard', 'resp_unit', 'station', 'remark', 'note'],
  ];
  const rows = Array.from({ length: 6 }, (_, at) =>
    columns.map((key) => (key === 'finding_no' ? `HT-${100 + at}` : `${key}：${'逐一核查'.repeat(10)}止`)),
  );
  const report: Report = {
    name: 'export findings',
    title: { key: 'title.finding_list', values: { count: 6 } },
    rows,
    columns: columns.map((key) => ({ key, type: 'text' })),
  };
  const pages = await printed(report);
  expect(pages.length).toBe(2);
  expectReadable(pages);
  for (const page of pages) expect(textOf(page).match(/HT-\d{3}/g)?.length).toBe(6);
  expect(textOf(pages[0])).toContain('description：');
  expect(textOf(pages[1])).toContain('note：');
  // Every text is there to its end.
  expect(pages.map(textOf).join('\n').match(/止/g)?.length).toBe(72);
});

test('the charts of a trend stand together on a page of their own, however many rounds', async () => {
  const rows = Array.from({ length: 60 }, (_, at) => ({
    key: `${at + 1}`,
    name: '2018-09-12',
    hadToDo: 60 + at,
    counted: 9,
    rectified: at,
    inTime: 3,
    checks: 5,
    checksTimed: 5,
    checkDays: 9,
    inCircle: 7,
    entered: 2,
    left: 1,
  }));
  const pages = await printed(trendReport('round', { from: 1, to: 60 }, rows, [], null));
  const withCharts = pages.filter((page) => /销号、按期|进圈、退圈/.test(textOf(page)));
  expect(withCharts.length).toBe(1);
  for (const title of ['到期及销号', '销号、按期', '在圈', '进圈、退圈'])
    expect(textOf(withCharts[0]).split('\n')).toContain(title);
  expect(withCharts[0]).toBe(pages.at(-1));
});
