// The xlsx renderer: a sheet to work with and to print, in the words of the language. The one adapter to hucre's writer.
import {
  type CellStyle,
  type CellValue,
  type ColumnDef,
  type SheetChart,
  writeXlsx,
  writeXlsxStream,
} from 'hucre/xlsx';
import { parseIsoDay } from '../domain/day.ts';
import { refusal } from '../domain/problem.ts';
import type { Cell, Column, Report } from '../report/report.ts';
import { exactNumber, headings, wordedText } from './cells.ts';
import { cleanLine } from './clean.ts';
import type { Settings } from './settings.ts';
import { visibleWidth } from './width.ts';

// A sheet is built in memory (0.1 ms and 20 KB a row); a longer list is streamed, without filters and print settings.
const LONGEST_BUILT = 20_000;
const WIDEST_COLUMN = 50;
const LONGEST_CELL = 32_767;
const LONGEST_NAME = 31;
// The same report gives the same bytes: a workbook says nothing of when it was written.
export const NO_TIME = new Date('1980-01-01T00:00:00Z');
// How much of the sheet a chart takes.
const CHART_ROWS = 20;
const CHART_COLUMNS = 8;
const FIRST_SAFE_DAY = '1900-03-01';

export const NUMBER_FORMATS: Readonly<Record<Column['type'], string>> = {
  text: '@',
  term: '@',
  boolean: '@',
  day: 'yyyy-mm-dd',
  number: '0',
  decimal: 'General',
};

export const HEAD_STYLE: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E7E6E6' } },
  border: { bottom: { style: 'thin' } },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  numFmt: '@',
};

/** Renders a report as a workbook of one sheet. Text stays text (a `007`, a `=1`), days are dates, numbers numbers. */
export async function* renderXlsx(report: Report, settings: Settings): AsyncGenerator<Uint8Array> {
  const { columns } = report;
  const heads = headings(report, columns, settings.words);
  const title = cleanLine(settings.words.text(report.title));
  const rows = cellRows(report, settings);
  const first: CellValue[][] = [];
  let next = rows.next();
  while (next.done !== true && first.length < LONGEST_BUILT) {
    first.push(next.value);
    next = rows.next();
  }
  const definitions = columns.map((column, at) => definition(column, heads[at] ?? '', first, at));
  if (next.done === true) {
    yield await built(title, heads, first, definitions, chartsOf(report, heads, first.length, settings));
    return;
  }
  const rest = next.value;
  const all = (function* () {
    yield* first;
    yield rest;
    yield* rows;
  })();
  const columnsWithHeads = definitions.map((each, at) => ({ ...each, header: heads[at] ?? '' }));
  yield* writeXlsxStream(all, { name: sheetName(title), columns: columnsWithHeads, freezePane: { rows: 1 } });
}

async function built(
  title: string,
  heads: readonly string[],
  rows: CellValue[][],
  columns: ColumnDef[],
  charts: SheetChart[],
): Promise<Uint8Array> {
  const range = `A1:${letterOf(heads.length - 1)}${rows.length + 1}`;
  return writeXlsx({
    properties: { title, modified: NO_TIME },
    sheets: [
      {
        name: sheetName(title),
        columns,
        rows: [[...heads], ...rows],
        cells: new Map(heads.map((head, at) => [`0,${at}`, { value: head, style: HEAD_STYLE }])),
        ...(charts.length > 0 && { charts }),
        freezePane: { rows: 1 },
        autoFilter: { range },
        pageSetup: {
          paperSize: 'a4',
          orientation: 'landscape',
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          printTitlesRow: '$1:$1',
        },
        headerFooter: { oddHeader: `&C${title.replaceAll('&', '&&')}`, oddFooter: '&C&P / &N' },
      },
    ],
  });
}

/** The charts of a report, one below the other under its rows; a sheet without rows has none. */
function chartsOf(
  { charts = [], columns }: Report,
  heads: readonly string[],
  rows: number,
  { words }: Settings,
): SheetChart[] {
  if (rows === 0) return [];
  const place = (key: string): number => columns.findIndex((column) => column.key === key);
  const range = (key: string): string => `${letterOf(place(key))}2:${letterOf(place(key))}${rows + 1}`;
  return charts.map(({ kind, title, x, series }, at) => {
    const row = rows + 2 + at * CHART_ROWS;
    return {
      ...{ type: kind, title: cleanLine(words.text(title)) },
      series: series.map((key) => ({
        ...{ name: heads[place(key)] ?? key, values: range(key), categories: range(x) },
      })),
      anchor: { from: { row, col: 0 }, to: { row: row + CHART_ROWS - 2, col: CHART_COLUMNS } },
    };
  });
}

function* cellRows(report: Report, settings: Settings): Generator<CellValue[], undefined> {
  for (const row of report.rows) yield report.columns.map((column, at) => typed(row[at], column, settings));
}

function typed(cell: Cell | undefined, column: Column, settings: Settings): CellValue {
  const text = wordedText(cell, column, settings.words);
  if (text === '') return null;
  const exact = exactNumber(cell, column);
  // A spreadsheet keeps 15 digits; a number with more stays exact as text.
  if (exact !== undefined && exact.replace(/\D/g, '').length <= 15) return Number(exact);
  if (column.type === 'day' && text >= FIRST_SAFE_DAY && parseIsoDay(text) !== undefined)
    return new Date(text);
  if (text.length > LONGEST_CELL)
    throw refusal('output_cell_too_long', { column: column.key, limit: LONGEST_CELL });
  // `_x0041_` in a sheet means A: a text that reads so is escaped. U+FFFE and U+FFFF are no XML.
  return text
    .toWellFormed()
    .replace(/_x[0-9A-Fa-f]{4}_/g, '_x005F$&')
    .replace(/[\uFFFE\uFFFF]/g, '\uFFFD');
}

function definition(column: Column, head: string, rows: readonly CellValue[][], at: number): ColumnDef {
  let widest = visibleWidth(head) + 2; // the filter's button
  for (const row of rows) {
    const cell = row[at];
    if (cell === null || cell === undefined) continue;
    const width = cell instanceof Date ? 10 : visibleWidth(cleanLine(String(cell)));
    if (width > widest) widest = width;
  }
  return {
    width: Math.min(widest, WIDEST_COLUMN) + 2,
    style: {
      numFmt: NUMBER_FORMATS[column.type],
      alignment: { vertical: 'top', wrapText: widest > WIDEST_COLUMN },
    },
  };
}

// A sheet's name: 31 characters, none of []:*?/\, no quote at its ends, not the reserved word.
export function sheetName(title: string): string {
  const plain = title
    .replace(/[[\]:*?/\\]/g, ' ')
    .slice(0, LONGEST_NAME)
    .toWellFormed();
  const name = plain.replace(/^['\s]{1,31}|['\s]{1,31}$/g, '');
  return name === '' || name.toLowerCase() === 'history' ? 'Sheet1' : name;
}

export function letterOf(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : letterOf(Math.floor(column / 26) - 1) + letterOf(column % 26);
}
