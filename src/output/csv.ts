// The csv renderer: stable keys, exact text, and the guard against formulas.
import { csvFormatRow } from 'd3-dsv';
import type { Cell, Column, Report } from '../report/report.ts';
import { exactNumber, headings, machineText, wordedText } from './cells.ts';
import { guardFormula } from './formula.ts';
import { packed, type Settings } from './settings.ts';
import { cleanText } from './text/clean.ts';

const ROWS_AT_ONCE = 100;
const BYTE_ORDER_MARK = '\uFEFF';

/** Renders a report as csv. On a terminal (and only there) control and bidi characters are cleaned. */
export function renderCsv(report: Report, settings: Settings): Iterable<string> {
  return packed(pieces(report, settings));
}

function* pieces(report: Report, settings: Settings): Generator<string> {
  yield heading(report, settings);
  yield* rowTexts(report, settings);
}

/** The line of headings, with the byte order mark before it where one is wanted. */
function heading(report: Report, settings: Settings): string {
  const { columns } = report;
  const header =
    settings.headers === 'words' ? headings(report, columns, settings.words) : columns.map(({ key }) => key);
  const mark = settings.bom && settings.encoding === 'utf-8' ? BYTE_ORDER_MARK : '';
  return mark + lineOf(header.map(guardFormula), settings);
}

/** The rows, a hundred in a text. */
function* rowTexts({ columns, rows }: Report, settings: Settings): Generator<string> {
  let text = '';
  let many = 0;
  for (const row of rows) {
    text += lineOf(
      columns.map((column, place) => written(row[place], column, settings)),
      settings,
    );
    many += 1;
    if (many % ROWS_AT_ONCE > 0) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

/** A line with its end. One empty cell alone is written as such: readers skip an empty line. */
function lineOf(cells: string[], { crlf }: Pick<Settings, 'crlf'>): string {
  const line = cells.length === 1 && cells[0] === '' ? '""' : csvFormatRow(cells);
  return line + (crlf ? '\r\n' : '\n');
}

function written(cell: Cell | undefined, column: Column, { headers, words, width }: Settings): string {
  const exact = exactNumber(cell, column);
  if (exact !== undefined) return exact;
  const text = headers === 'words' ? wordedText(cell, column, words) : machineText(cell);
  return guardFormula(width === undefined ? text : cleanText(text));
}
