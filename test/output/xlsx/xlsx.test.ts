// xlsx, read back by another program: text stays text, days are dates, numbers are numbers.
import { read, utils, type WorkBook } from '@e965/xlsx';
import { expect, test, vi } from 'vitest';
import type { Column, Report } from '../../../src/report/report.ts';
import { wordsFor } from '../../support/words.ts';
import { bytesOf, settingsFor } from '../rendering.ts';
import { empty, findings, hostile, payloads, tally } from '../samples.ts';

async function workbookOf(report: Report): Promise<WorkBook> {
  const bytes = await bytesOf(report, 'xlsx', settingsFor('zh'));
  return read(bytes, { cellNF: true, cellStyles: true, bookFiles: true, UTC: true, cellDates: true });
}

function sheetOf(book: WorkBook) {
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

/** The text of a part of the package. */
function part(book: WorkBook, name: string): string {
  const { files } = book as unknown as { files: Record<string, { content: Uint8Array | string }> };
  const found = Object.entries(files).find(([path]) => path.endsWith(name));
  return Buffer.from(found?.[1].content ?? '').toString('utf8');
}

test('headings and words follow the language; numbers that are names stay text', async () => {
  const sheet = sheetOf(await workbookOf(tally));
  const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1 });
  // What people read comes first.
  const [forPeople, others] = [false, true].map((machineOnly) =>
    tally.columns.filter((column) => (column.machineOnly === true) === machineOnly),
  );
  expect(rows[0]).toEqual(
    [...(forPeople ?? []), ...(others ?? [])].map(({ key }) => wordsFor('zh').term(`column.${key}`)),
  );
  expect(rows[1]).toEqual([
    '0101',
    '甲一',
    '科级领导干部',
    '乡党政办',
    5,
    0,
    5,
    '诫勉谈话',
    '新增',
    '是',
    '进圈',
    1,
    new Date('2018-09-12'),
    '作战一所',
  ]);
  expect(sheet.A5).toMatchObject({ t: 's', v: '007', z: '@' });
  expect(sheet.G3).toMatchObject({ t: 'n', v: 3.25 });
  expect(sheet.M2).toMatchObject({ t: 'd', z: 'yyyy-mm-dd' });
});

test('no text is a formula or loses anything', async () => {
  const sheet = sheetOf(await workbookOf(hostile));
  payloads.forEach((payload, at) => {
    const cell = sheet[`B${at + 2}`];
    expect(cell?.f).toBeUndefined();
    // The reader brings line breaks into one form.
    expect(String(cell?.v ?? '').replace(/\r\n?/g, '\n')).toBe(
      payload.toWellFormed().replace(/\r\n?/g, '\n'),
    );
    if (payload !== '') expect(cell?.t).toBe('s');
  });
});

test('a text that looks like an escape of the format stays as it is', async () => {
  const odd: Report = {
    ...hostile,
    columns: [{ key: 'text', type: 'text' }],
    rows: [['_x0041_'], ['a_x000D_b']],
  };
  const sheet = sheetOf(await workbookOf(odd));
  expect([sheet.A2?.v, sheet.A3?.v]).toEqual(['_x0041_', 'a_x000D_b']);
});

test('numbers with more digits than a spreadsheet keeps, and days it does not know, are exact text', async () => {
  const odd: Report = {
    ...hostile,
    columns: [
      { key: 'points', type: 'decimal' },
      { key: 'day', type: 'day' },
    ],
    rows: [
      ['12345678901234.0625', '1900-01-05'],
      ['0.0001', '1900-03-01'],
    ],
  };
  const sheet = sheetOf(await workbookOf(odd));
  expect(sheet.A2).toMatchObject({ t: 's', v: '12345678901234.0625' });
  expect(sheet.A3).toMatchObject({ t: 'n', v: 0.0001 });
  expect(sheet.B2).toMatchObject({ t: 's', v: '1900-01-05' });
  expect(sheet.B3).toMatchObject({ t: 'd', v: new Date('1900-03-01') });
});

test('frozen and bold headings, filters, widths, print titles, A4 landscape, a title', async () => {
  const book = await workbookOf(findings);
  const sheet = sheetOf(book);
  expect(book.SheetNames).toEqual(['问题']);
  expect(book.Props?.Title).toBe('问题');
  expect(sheet['!autofilter']).toEqual({ ref: 'A1:G4' });
  const xml = part(book, 'worksheets/sheet1.xml');
  expect(xml).toMatch(/<pane[^>]*ySplit="1"[^>]*state="frozen"/);
  expect(xml).toMatch(/<pageSetup[^>]*paperSize="9"/);
  expect(xml).toMatch(/<pageSetup[^>]*orientation="landscape"/);
  expect(xml).toContain('fitToPage="1"');
  expect(xml).toContain('gridLines="1"');
  expect(xml).toContain('<oddHeader>&amp;C问题</oddHeader>');
  expect(part(book, 'xl/workbook.xml')).toMatch(/_xlnm\.Print_Titles[^>]*>'?问题'?!\$1:\$1</);
  const widths = (sheet['!cols'] ?? []).map((column) => column?.width ?? 0);
  // 五个专项治理回头看 is 18 columns wide; a long text is kept to 50 and wrapped.
  expect(widths[1]).toBeGreaterThanOrEqual(18);
  expect(widths[1]).toBeLessThan(25);
  expect(widths[2]).toBe(52);
});

/** A report with columns of these widths, `machineOnly` from the place given on. */
function wide(widths: readonly number[], machineOnlyFrom = widths.length): Report {
  return {
    ...tally,
    columns: widths.map(
      (_, at): Column => ({
        key: at === 1 ? 'name' : `c${at}`,
        heading: `${at}`,
        type: 'text',
        machineOnly: at >= machineOnlyFrom,
      }),
    ),
    rows: [widths.map((width) => '字'.repeat(width / 2))],
  };
}

/** What a sheet prints: its print area and titles, pages next to one another, columns that stay in sight. */
async function printOf(report: Report) {
  const book = await workbookOf(report);
  const names = part(book, 'xl/workbook.xml');
  const xml = part(book, 'worksheets/sheet1.xml');
  const named = (name: string) =>
    new RegExp(`${name}"[^>]*>([^<]*)<`).exec(names)?.[1]?.replaceAll(/'[^']*'!/g, '');
  return {
    area: named('Print_Area'),
    titles: named('Print_Titles'),
    pages: Number(/fitToWidth="(\d+)"/.exec(xml)?.[1]),
    fixed: Number(/xSplit="(\d+)"/.exec(xml)?.[1] ?? 0),
    widths: (sheetOf(book)['!cols'] ?? []).map((column) => Math.round(column?.width ?? 0)),
    foot: /<oddFooter>([^<]*)</.exec(xml)?.[1],
  };
}

test('a sheet that fits a page is printed whole', async () => {
  expect(await printOf(wide([8, 8, 40, 40, 40], 3))).toMatchObject({
    area: undefined,
    titles: '$1:$1',
    pages: 1,
    fixed: 0,
    foot: '&amp;C&amp;P / &amp;N',
  });
});

test('one too wide prints the columns for people, keeps number and name in sight, and says so', async () => {
  expect(await printOf(wide([8, 8, 40, 50, 50, 50, 50], 4))).toMatchObject({
    area: '$A$1:$D$2',
    titles: '$1:$1',
    pages: 1,
    fixed: 2,
    foot: '&amp;C&amp;P / &amp;N&amp;R打印前4列，全表7列',
  });
});

test('long texts are wrapped sooner where that saves a page', async () => {
  const { area, pages, widths } = await printOf(wide([8, 8, 50, 50, 50, 50, 50], 6));
  expect({ area, pages, widths }).toMatchObject({
    area: '$A$1:$F$2',
    pages: 1,
    widths: [10, 10, 32, 32, 32, 32, 32],
  });
});

test('what still is too wide goes on beside, each page with number and name', async () => {
  expect(await printOf(wide([8, 8, ...Array.from({ length: 10 }, () => 50)]))).toMatchObject({
    // 181 letters a page: number, name and five columns of 32, then the rest next to number and name.
    area: undefined,
    titles: '$A:$B,$1:$1',
    pages: 2,
    fixed: 2,
  });
  // A long number takes its room on each page: 32 and six columns, three times.
  const long = wide([30, 8, ...Array.from({ length: 14 }, () => 50)]);
  expect((await printOf(long)).pages).toBe(3);
});

test('the bytes do not say when they were written', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2018-09-12T08:00:00Z') });
  const then = await bytesOf(tally, 'xlsx', settingsFor('zh'));
  vi.setSystemTime(new Date('2019-01-01T09:30:30Z'));
  const later = await bytesOf(tally, 'xlsx', settingsFor('zh'));
  vi.useRealTimers();
  expect(later.equals(then)).toBe(true);
});

test('nothing: headings only', async () => {
  const sheet = sheetOf(await workbookOf(empty));
  expect(utils.sheet_to_json(sheet, { header: 1 }).length).toBe(1);
});

test('titles that are no sheet names', async () => {
  for (const [title, name] of [
    ['a/b:c*d?e[f]g\\h', 'a b c d e f g h'],
    ["'quoted'", 'quoted'],
    ['History', 'Sheet1'],
    ['长'.repeat(40), '长'.repeat(31)],
    ['&C & more', '&C & more'],
  ] as const) {
    const words = { ...wordsFor('zh'), text: () => title };
    const bytes = await bytesOf(tally, 'xlsx', settingsFor('zh', { words }));
    const book = read(bytes, { bookFiles: true });
    expect(book.SheetNames).toEqual([name]);
    if (title.includes('&'))
      expect(part(book, 'worksheets/sheet1.xml')).toContain('&amp;C&amp;&amp;C &amp;&amp; more<');
  }
});

test('a long list is streamed, and read back whole', async () => {
  const rows = (function* () {
    for (let at = 0; at < 20_500; at += 1) yield [`0${at}`, '2018-09-12', '1.5', '=1', '_x0041_'];
  })();
  const report: Report = {
    ...tally,
    columns: [
      { key: 'cadre_no', type: 'text' },
      { key: 'day', type: 'day' },
      { key: 'points', type: 'decimal' },
      { key: 'text', type: 'text' },
      { key: 'note', type: 'text' },
    ],
    rows,
  };
  const sheet = sheetOf(await workbookOf(report));
  expect(sheet['!ref']).toBe('A1:E20501');
  expect(sheet.A20501).toMatchObject({ t: 's', v: '020499' });
  expect(sheet.B20501).toMatchObject({ t: 'd', v: new Date('2018-09-12') });
  expect(sheet.C20501).toMatchObject({ t: 'n', v: 1.5 });
  expect([sheet.D20501?.v, sheet.D20501?.f, sheet.E20501?.v]).toEqual(['=1', undefined, '_x0041_']);
});

test('a text longer than a cell holds is refused', async () => {
  const long: Report = {
    ...hostile,
    columns: [{ key: 'text', type: 'text' }],
    rows: [['长'.repeat(32_768)]],
  };
  await expect(bytesOf(long, 'xlsx', settingsFor('zh'))).rejects.toThrow('output_cell_too_long');
});
