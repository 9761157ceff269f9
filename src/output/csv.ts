// The csv renderer: stable keys, exact text, and the guard against formulas.
import { type Options, stringify } from 'csv-stringify/sync';
import type { Cell, Column, Report } from '../report/report.ts';
import { exactNumber, headings, machineText, wordedText } from './cells.ts';
import { cleanText } from './clean.ts';
import { guardFormula } from './formula.ts';
import { packed, type Settings } from './settings.ts';

const ROWS_AT_ONCE = 100;
/** What may make a cell be quoted; when and how it is, only the library knows. */
const MAY_BE_QUOTED = /[",\r\n\uFEFF]/;
const BYTE_ORDER_MARK = '\uFEFF';

/** Renders a report as csv. On a terminal (and only there) control and bidi characters are cleaned. */
export function renderCsv(report: Report, settings: Settings): Iterable<string> {
  return packed(pieces(report, settings));
}

function* pieces(report: Report, settings: Settings): Generator<string> {
  const { columns } = report;
  const options: Options = {
    record_delimiter: settings.crlf ? '\r\n' : '\n',
    quote_record_delimiter: true,
    // A row of one empty cell would be an empty line, which readers skip.
    quoted_empty: columns.length === 1,
  };
  if (settings.bom && settings.encoding === 'utf-8') yield BYTE_ORDER_MARK;
  const worded = settings.headers === 'words';
  const heads = worded ? headings(report, columns, settings.words) : columns.map(({ key }) => key);
  let batch: string[][] = [heads.map(guardFormula)];
  for (const row of report.rows) {
    batch.push(columns.map((column, place) => written(row[place], column, settings, worded)));
    if (batch.length === ROWS_AT_ONCE) {
      yield lines(batch, options);
      batch = [];
    }
  }
  if (batch.length > 0) yield lines(batch, options);
}

/** Rows as lines. Most have nothing in them that could be quoted, and are what the library would make of them: their cells joined. */
function lines(rows: readonly (readonly string[])[], options: Options): string {
  const plain =
    options.quoted_empty !== true && rows.every((row) => !row.some((cell) => MAY_BE_QUOTED.test(cell)));
  if (!plain) return stringify(rows.slice(), options);
  const end = String(options.record_delimiter);
  return rows.map((row) => row.join(',') + end).join('');
}

function written(cell: Cell | undefined, column: Column, settings: Settings, worded: boolean): string {
  const exact = exactNumber(cell, column);
  if (exact !== undefined) return exact;
  const text = worded ? wordedText(cell, column, settings.words) : machineText(cell);
  return guardFormula(settings.width === undefined ? text : cleanText(text));
}
