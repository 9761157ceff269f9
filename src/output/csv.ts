// The csv renderer: stable keys, exact text, and the guard against formulas.
import { type Options, stringify } from 'csv-stringify/sync';
import type { Words } from '../i18n/words.ts';
import type { Cell, Column, Report } from '../report/report.ts';
import { exactNumber, headings, machineText, wordedText } from './cells.ts';
import { cleanText } from './clean.ts';
import { guardFormula } from './formula.ts';
import { packed, type Settings } from './settings.ts';

const ROWS_AT_ONCE = 100;
const BYTE_ORDER_MARK = '\uFEFF';

/** How cells are written. Plain data, but for the words. */
export interface CsvLook extends Pick<Settings, 'width' | 'crlf'> {
  /** Codes in the words of a language; null: as machines read them. */
  readonly words: Words | null;
}

/** Renders a report as csv. On a terminal (and only there) control and bidi characters are cleaned. */
export function renderCsv(report: Report, settings: Settings): Iterable<string> {
  return packed(pieces(report, settings));
}

function* pieces(report: Report, settings: Settings): Generator<string> {
  yield csvHeading(report, settings);
  yield* csvRows(report, lookOf(settings));
}

/** How the settings want cells written. */
export function lookOf({ width, crlf, headers, words }: Settings): CsvLook {
  return { width, crlf, words: headers === 'words' ? words : null };
}

/** The line of headings, with the byte order mark before it where one is wanted. */
export function csvHeading(report: Report, settings: Settings): string {
  const { columns } = report;
  const heads =
    settings.headers === 'words' ? headings(report, columns, settings.words) : columns.map(({ key }) => key);
  const mark = settings.bom && settings.encoding === 'utf-8' ? BYTE_ORDER_MARK : '';
  return mark + stringify([heads.map(guardFormula)], optionsOf(columns, settings));
}

/** The rows, a hundred in a text. */
export function* csvRows(
  { columns, rows }: Pick<Report, 'columns' | 'rows'>,
  look: CsvLook,
): Generator<string> {
  const options = optionsOf(columns, look);
  let batch: string[][] = [];
  for (const row of rows) {
    batch.push(columns.map((column, place) => written(row[place], column, look)));
    if (batch.length === ROWS_AT_ONCE) {
      yield stringify(batch, options);
      batch = [];
    }
  }
  if (batch.length > 0) yield stringify(batch, options);
}

function optionsOf(columns: readonly Column[], { crlf }: Pick<Settings, 'crlf'>): Options {
  return {
    record_delimiter: crlf ? '\r\n' : '\n',
    quote_record_delimiter: true,
    // A row of one empty cell would be an empty line, which readers skip.
    quoted_empty: columns.length === 1,
  };
}

function written(cell: Cell | undefined, column: Column, { words, width }: CsvLook): string {
  const exact = exactNumber(cell, column);
  if (exact !== undefined) return exact;
  const text = words === null ? machineText(cell) : wordedText(cell, column, words);
  return guardFormula(width === undefined ? text : cleanText(text));
}
