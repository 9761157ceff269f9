// Delimited text to rows: csv-parse fed chunk by chunk, with the physical line on which each row begins.
import { type CsvError, Parser } from 'csv-parse';
import { refusal } from '../../domain/problem.ts';
import { LONGEST_ROW, type RawRow, WIDEST_ROW } from '../table.ts';
import { repairQuotes } from './quotes.ts';

export const delimiters = [',', '\t', ';'] as const;
export type Delimiter = (typeof delimiters)[number];

/** csv-parse without its stream: rows of a chunk are there when `_transform` returns. */
class RowParser extends Parser {
  rows: string[][] = [];

  override push(row: unknown): boolean {
    if (row !== null) this.rows.push(row as string[]);
    return true;
  }
}

/**
 * Reads delimited text. Quotes may hold line breaks; rows may end in CRLF, LF or CR, mixed too; odd quotes are settled by
 * `repairQuotes`, and the lines of a row whose quote never closes come as rows with a fault. The guard before a formula
 * character is removed (see `unguard`). Throws `row_too_long` or `columns_too_many` with the line.
 */
export function* csvRows(chunks: Iterable<string>, delimiter: Delimiter, file: string): Generator<RawRow> {
  let parser = newParser(delimiter);
  let line = 1;
  let sinceRow = 0;
  const take = function* (): Generator<RawRow> {
    const rows = parser.rows;
    if (rows.length === 0) return;
    parser.rows = [];
    sinceRow = 0;
    for (const cells of rows) {
      if (cells.length > WIDEST_ROW) throw tooWide(file, line, cells.length);
      const start = line;
      line += 1 + breaksIn(cells);
      for (let index = 0; index < cells.length; index += 1) {
        const cell = cells[index];
        if (cell !== undefined && cell.charCodeAt(0) === QUOTE) cells[index] = unguard(cell);
      }
      yield { line: start, cells };
    }
  };
  for (const part of repairQuotes(chunks, delimiter)) {
    if (!('text' in part)) {
      const failed = flush(parser);
      yield* take();
      if (failed !== undefined || 'tooLong' in part) throw failure(failed, file, line);
      parser = newParser(delimiter);
      for (const text of part.broken) {
        yield { line, cells: text.split(delimiter), fault: { code: 'quote_not_closed', values: {} } };
        line += 1;
      }
      continue;
    }
    const bytes = Buffer.from(part.text);
    const failed = step(parser, bytes);
    sinceRow += bytes.length;
    yield* take();
    if (failed !== undefined || sinceRow > LONGEST_ROW * 2) throw failure(failed, file, line);
  }
  const failed = flush(parser);
  yield* take();
  if (failed !== undefined) throw failure(failed, file, line);
}

function newParser(delimiter: Delimiter): RowParser {
  return new RowParser({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: LONGEST_ROW,
  });
}

const QUOTE = 0x27;
const GUARDED = /^'+[=+\-@\t\r\n＝＋－＠]/;

/**
 * Removes one `'` before a formula character, or before further `'` and then one (contract, section
 * 4, machine output): the reverse of what writing adds, so that a round trip changes nothing.
 */
export function unguard(cell: string): string {
  return GUARDED.test(cell) ? cell.slice(1) : cell;
}

function step(parser: RowParser, chunk: Buffer): CsvError | undefined {
  let failed: CsvError | undefined;
  parser._transform(chunk, 'utf8', (error) => {
    if (error) failed = error as CsvError;
  });
  return failed;
}

function flush(parser: RowParser): CsvError | undefined {
  let failed: CsvError | undefined;
  parser._flush((error) => {
    if (error) failed = error as CsvError;
  });
  return failed;
}

function failure(error: CsvError | undefined, file: string, line: number): Error {
  if (error === undefined || error.code === 'CSV_MAX_RECORD_SIZE') {
    return refusal('row_too_long', { size: LONGEST_ROW }, { file, line });
  }
  return error;
}

function tooWide(file: string, line: number, found: number): Error {
  return refusal('columns_too_many', { found, most: WIDEST_ROW }, { file, line });
}

/** Line breaks inside the cells of a row: CRLF counts once. */
function breaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    if (!cell.includes('\n') && !cell.includes('\r')) continue;
    for (let at = 0; at < cell.length; at += 1) {
      const code = cell.charCodeAt(at);
      if (code === 10 || (code === 13 && cell.charCodeAt(at + 1) !== 10)) breaks += 1;
    }
  }
  return breaks;
}

/**
 * The delimiter of a text's beginning: the one that splits off the most known headings, then the one that gives the
 * most rows of one width above 1. Comma when nothing speaks for another.
 */
export function guessDelimiter(sample: string, isKnown: (heading: string) => boolean): Delimiter {
  let best: Delimiter = ',';
  let bestScore = 0;
  const beginning = sample.slice(0, SAMPLE_LETTERS);
  for (const delimiter of delimiters) {
    const rows = sampleRows(beginning, delimiter);
    const known = Math.max(0, ...rows.map((row) => row.filter(isKnown).length));
    const widths = new Map<number, number>();
    for (const row of rows) if (row.length > 1) widths.set(row.length, (widths.get(row.length) ?? 0) + 1);
    const even = Math.max(0, ...widths.values()) / Math.max(1, rows.length);
    const score = known + even / 2;
    if (score > bestScore) {
      best = delimiter;
      bestScore = score;
    }
  }
  return best;
}

const SAMPLE_ROWS = 20;
const SAMPLE_LETTERS = 16_384;

/** The first rows of a sample under a delimiter; the last one is left out where the sample may have cut it. */
function sampleRows(sample: string, delimiter: Delimiter): string[][] {
  const rows: string[][] = [];
  try {
    for (const row of csvRows([sample], delimiter, '')) {
      if (row.fault === undefined) rows.push([...row.cells]);
      if (rows.length >= SAMPLE_ROWS) return rows;
    }
  } catch {
    // What no table begins like: the rows before it say enough.
  }
  return rows.length > 1 && !/[\r\n]$/.test(sample) ? rows.slice(0, -1) : rows;
}
