// The xlsx renderer: a sheet to work with and to print, in the words of the language. The one adapter to hucre's writer.
import { type CellValue, type ColumnDef, type SheetChart, writeXlsx, writeXlsxStream } from 'hucre/xlsx';
import type { Column, Report } from '../../report/report.ts';
import { headings } from '../cells.ts';
import { LONGEST_BUILT, type Settings } from '../settings.ts';
import { cleanLine } from '../text/clean.ts';
import { visibleWidth } from '../text/width.ts';
import { wrapped } from '../text/wrap.ts';
import { cellRows } from './xlsx-cells.ts';
import { type Layout, layoutOf, type Paper, placesInWorkbook } from './xlsx-layout.ts';
import { CHARTS_PAGE, letterOf, pageOf, printRanges, quoted } from './xlsx-print.ts';
import { CENTRED, HEAD_STYLE, NUMBER_FORMATS } from './xlsx-styles.ts';

const LONGEST_NAME = 31;
// The same report gives the same bytes: a workbook says nothing of when it was written.
export const NO_TIME = new Date('1980-01-01T00:00:00Z');
// A page of charts: what one of two takes of an A4 sheet on its side, in cells of the usual size.
const CHART_ROWS = 16;
const CHART_COLUMNS = 16;
// Points of a line; Chinese letters take a little more than two columns.
const LINE_HEIGHT = 15;
const CHINESE_TAKES = 1.07;

/**
 * Renders a report as a workbook: a sheet, and one of charts where the report has some. Text stays text (a `007`, a
 * `=1`), days are dates, numbers numbers. What people read comes first, then the columns that tables leave out.
 */
export async function* renderXlsx(given: Report, settings: Settings): AsyncGenerator<Uint8Array> {
  const { report, header } = peopleFirst(given, settings);
  const { columns } = report;
  const title = cleanLine(settings.words.text(report.title));
  const rows = cellRows(report, settings);
  const first: CellValue[][] = [];
  let next = rows.next();
  while (next.done !== true && first.length < LONGEST_BUILT) {
    first.push(next.value);
    next = rows.next();
  }
  const layout = layoutOf(
    columns,
    columns.map((_, at) => naturalWidth(header[at] ?? '', first, at)),
  );
  if (next.done === true) {
    yield await built({ report, title, header, rows: first, layout }, settings);
    return;
  }
  const rest = next.value;
  const all = (function* () {
    yield* first;
    yield rest;
    yield* rows;
  })();
  const withHeader = definitions(columns, layout).map((each, at) => ({ ...each, header: header[at] ?? '' }));
  yield* writeXlsxStream(all, { name: sheetName(title), columns: withHeader, freezePane: { rows: 1 } });
}

/** The report with its columns in a workbook's order, each under the heading that it has everywhere. */
function peopleFirst(report: Report, { words }: Settings): Pick<Sheet, 'report' | 'header'> {
  const places = placesInWorkbook(report);
  const ordered = <T>(all: readonly T[]): T[] => places.map((at) => all[at] as T);
  const rows = (function* () {
    for (const row of report.rows) yield ordered(row);
  })();
  return {
    report: { ...report, columns: ordered(report.columns), rows },
    header: ordered(headings(report, report.columns, words)),
  };
}

interface Sheet {
  readonly report: Report;
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: CellValue[][];
  readonly layout: Layout;
}

/** A sheet as it is written, with the names that print it. */
function sheetOf({ report, title, header, rows, layout }: Sheet, { words }: Settings) {
  const { columns } = report;
  const name = sheetName(title);
  const pageHeader = `&C${title.replaceAll('&', '&&')}`;
  const values = { printed: layout.printed, count: columns.length };
  const note = layout.printed === columns.length ? '' : `&R${words.text({ key: 'print.columns', values })}`;
  return {
    namedRanges: printRanges(name, layout, columns.length, rows.length + 1),
    pageHeader,
    sheet: {
      name,
      columns: definitions(columns, layout),
      rows: [[...header], ...rows],
      cells: new Map(header.map((head, at) => [`0,${at}`, { value: head, style: HEAD_STYLE }])),
      rowDefs: rowHeights(rows, layout),
      freezePane: { rows: 1, ...(layout.fixed > 0 && { columns: layout.fixed }) },
      autoFilter: { range: `A1:${letterOf(header.length - 1)}${rows.length + 1}` },
      pageSetup: pageOf(layout),
      headerFooter: { oddHeader: pageHeader, oddFooter: `&C&P / &N${note}` },
    },
  };
}

/**
 * Renders several lists as one workbook, a sheet each, built in memory.
 * @param lists each with its paper; the title names the sheet
 */
export async function renderSheets(
  lists: readonly { readonly report: Report; readonly paper: Paper }[],
  settings: Settings,
): Promise<Uint8Array> {
  const sheets = lists.map(({ report: given, paper }) => {
    const { report, header } = peopleFirst(given, settings);
    const rows = [...cellRows(report, settings)];
    const natural = report.columns.map((_, at) => naturalWidth(header[at] ?? '', rows, at));
    const layout = layoutOf(report.columns, natural, paper);
    const title = cleanLine(settings.words.text(report.title));
    return sheetOf({ report, title, header, rows, layout }, settings);
  });
  return writeXlsx({
    properties: { title: sheets[0]?.sheet.name ?? '', modified: NO_TIME },
    namedRanges: sheets.flatMap((each) => each.namedRanges),
    sheets: sheets.map((each) => each.sheet),
  });
}

async function built(given: Sheet, settings: Settings): Promise<Uint8Array> {
  const { title } = given;
  const { words } = settings;
  const charts = chartsOf(given, sheetName(title), settings);
  const { sheet, namedRanges, pageHeader } = sheetOf(given, settings);
  return writeXlsx({
    properties: { title, modified: NO_TIME },
    namedRanges,
    sheets: [
      sheet,
      ...(charts.length === 0
        ? []
        : [
            {
              name: words.term('print.charts'),
              rows: [],
              charts,
              pageSetup: CHARTS_PAGE,
              headerFooter: { oddHeader: pageHeader },
            },
          ]),
    ],
  });
}

/** The charts of a report, one below the other on a sheet of their own; a list without rows has none. */
function chartsOf({ report, header, rows }: Sheet, name: string, { words }: Settings): SheetChart[] {
  const { charts = [], columns } = report;
  if (rows.length === 0) return [];
  const place = (key: string): number => columns.findIndex((column) => column.key === key);
  const range = (key: string): string => {
    const letter = letterOf(place(key));
    return `${quoted(name)}!$${letter}$2:$${letter}$${rows.length + 1}`;
  };
  return charts.map(({ kind, title, x, series }, at) => ({
    type: kind,
    title: cleanLine(words.text(title)),
    series: series.map((key) => ({
      name: header[place(key)] ?? key,
      values: range(key),
      categories: range(x),
    })),
    anchor: anchorOf(at, charts.length),
  }));
}

/** The place of a chart: more than two are placed in two columns, so that a printed page has room for them. */
function anchorOf(at: number, count: number): SheetChart['anchor'] {
  const across = count > 2 ? 2 : 1;
  const width = CHART_COLUMNS / across;
  const [row, col] = [Math.floor(at / across) * CHART_ROWS, (at % across) * width];
  return { from: { row, col }, to: { row: row + CHART_ROWS - 1, col: col + width } };
}

/** The letters with which a column wraps nothing. */
function naturalWidth(head: string, rows: readonly CellValue[][], at: number): number {
  return rows.reduce((widest, row) => {
    const cell = row[at];
    if (cell === null || cell === undefined) return widest;
    return Math.max(widest, cell instanceof Date ? 10 : visibleWidth(cleanLine(String(cell))));
  }, visibleWidth(head) + 2); // the filter's button
}

function definitions(columns: readonly Column[], { widths, wrappedAfter }: Layout): ColumnDef[] {
  return columns.map((column, at) => ({
    width: widths[at] ?? wrappedAfter,
    style: {
      numFmt: NUMBER_FORMATS[column.type],
      alignment: {
        vertical: 'top',
        wrapText: (widths[at] ?? 0) > wrappedAfter,
        ...(CENTRED.has(column.type) && { horizontal: 'center' as const }),
      },
    },
  }));
}

/** The heights of rows that are printed with wrapped texts: not every program calculates them itself. */
function rowHeights(
  rows: readonly CellValue[][],
  { wrappedAfter, printed }: Layout,
): Map<number, { height: number }> {
  const width = Math.floor(wrappedAfter / CHINESE_TAKES);
  const heights = new Map<number, { height: number }>();
  for (const [at, row] of rows.entries()) {
    let most = 1;
    for (const cell of row.slice(0, printed)) {
      if (typeof cell === 'string' && cell.length * 2 > width)
        most = Math.max(most, wrapped(cleanLine(cell), width).length);
    }
    if (most > 1) heights.set(at + 1, { height: most * LINE_HEIGHT });
  }
  return heights;
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
