// Workbooks as offices write them, and as independent writers write them.
import { utils, write as writeSheetJs } from '@e965/xlsx';
import { type CellValue, writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { sheetXml, workbookOf } from '../hostile.ts';
import { findingHeader, readText } from '../support.ts';

const header = findingHeader.split(',');
const day = (month: number, date: number) => new Date(Date.UTC(2018, month - 1, date));
const book = (rows: CellValue[][], more = {}) => writeXlsx({ sheets: [{ name: '台账', rows, ...more }] });
const read = (bytes: Uint8Array, options = {}) => readText('findings', bytes, { name: 'x.xlsx', ...options });

it('text cells stay as typed, numbers too, date cells are days', async () => {
  const { records, problems } = await read(
    await book([
      header,
      ['007', 's', '=not a formula', day(8, 1), '412345678901234567'],
      [123456789012345, 's', "'quoted", '2018年8月2日', 12],
    ]),
  );
  expect(problems).toEqual([]);
  expect(records).toMatchObject([
    {
      finding_no: '007',
      description: '=not a formula',
      found_on: '2018-08-01',
      cadre_no: ['412345678901234567'],
    },
    { finding_no: '123456789012345', description: "'quoted", found_on: '2018-08-02', cadre_no: ['12'] },
  ]);
});

it('a number that Excel has spoilt is refused by name', async () => {
  const { problems } = await read(
    await book([
      header,
      ['F-1', 's', 'd', day(8, 1), 1.1e17],
      [Number('412345678901234567'), 's', 'd', day(8, 1), 'C1'],
    ]),
  );
  expect(problems.map(({ code, place }) => [code, place?.line, place?.column, place?.value])).toEqual([
    ['number_spoilt', 2, 'cadre_no', '1.1E+17'],
    ['number_spoilt', 3, 'finding_no', '4.12345678901235E+17'],
  ]);
});

it('a cell merged down fills its column, a title merged across is no header', async () => {
  const rows = [
    ['桶井乡整改台账', null, null, null, null],
    header,
    ['F-1', '省委巡视', '道路', day(8, 1), 'C1'],
    ['F-2', null, '水池', day(8, 1), 'C2'],
    ['F-3', null, '路灯', day(8, 1), 'C3'],
    ['合计', null, '3个', null, null],
  ];
  const merges = [
    { startRow: 0, startCol: 0, endRow: 0, endCol: 4 },
    { startRow: 2, startCol: 1, endRow: 4, endCol: 1 },
  ];
  const { records, told, rows: readRows } = await read(await book(rows, { merges }));
  expect(records.map((each) => each.source)).toEqual(['省委巡视', '省委巡视', '省委巡视']);
  expect(told.map((each) => each.code)).toEqual(['header_at', 'rows_of_totals']);
  expect(readRows.map((row) => row.place)).toMatchObject([
    { sheet: '台账', line: 3 },
    { line: 4 },
    { line: 5 },
  ]);
});

it('reads all sheets, or the one that is named, hidden too', async () => {
  const sheets = ['一村', '二村', '旧'].map((name, at) => ({
    name,
    rows: [header, [`F-${at}`, 's', 'd', day(8, 1), 'C1']],
    hidden: at === 2,
  }));
  const bytes = await writeXlsx({ sheets });
  const numbers = async (sheet: string) =>
    (await read(bytes, { sheet })).records.map((each) => each.finding_no);
  expect(await numbers('all')).toEqual(['F-0', 'F-1']);
  expect(await numbers('二村')).toEqual(['F-1']);
  expect(await numbers('旧')).toEqual(['F-2']);
});

describe('written by another program', () => {
  const rows = [
    header,
    ['007', 's', '第一行\n第二行', day(8, 1), 'C1'],
    [8, 's', 0.1 + 0.2, '2018.8.2', 'C2'],
  ];
  const sheet = utils.aoa_to_sheet(rows, { UTC: true });
  const other = utils.book_new(sheet, '台账');

  it.each(['xlsx', 'biff8'] as const)('%s', async (bookType) => {
    const bytes = writeSheetJs(other, { type: 'buffer', bookType, compression: true });
    const { records, problems } = await readText('findings', bytes, { name: 'x' });
    expect(problems).toEqual([]);
    expect(records).toMatchObject([
      { finding_no: '007', description: '第一行\n第二行', found_on: '2018-08-01' },
      { finding_no: '8', description: '0.3', found_on: '2018-08-02' },
    ]);
  });
});

it('lines are row numbers even where rows are left out, and formulas give their value', async () => {
  const text = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const head = header.map((name, column) => text(`${'ABCDE'[column]}2`, name)).join('');
  const cells = `${text('A9', 'F-1')}<c r="B9" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>${text('C9', 'd')}${text('D9', '2018-08-01')}`;
  const bytes = workbookOf(sheetXml(`<row r="2">${head}</row><row r="9">${cells}${text('E9', 'C1')}</row>`));
  const { records, rows } = await read(bytes);
  expect(records).toMatchObject([{ source: 'ab' }]);
  expect(rows[0]?.place.line).toBe(9);
});
