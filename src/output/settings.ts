// What every renderer receives with the report, and what it returns.
import type { Words } from '../i18n/words.ts';
import type { Report } from '../report/report.ts';

export const formats = ['table', 'csv', 'json', 'jsonl', 'md', 'xlsx'] as const;
export type Format = (typeof formats)[number];

/** How to write; the command line decides all of it once. */
export interface Settings {
  readonly words: Words;
  /** Columns of the terminal; undefined when the output is not a terminal: no colour, no wrapping, no cutting. */
  readonly width: number | undefined;
  readonly colour: boolean;
  /** csv, json and jsonl: stable English keys, or headings and words of the language (`--headers zh`). */
  readonly headers: 'keys' | 'words';
  /** csv: a byte order mark first (UTF-8 only), CRLF at the end of lines, and the encoding. */
  readonly bom: boolean;
  readonly crlf: boolean;
  readonly encoding: 'utf-8' | 'gb18030';
}

/**
 * Rows of a workbook that is built in memory (0.1 ms and 20 KB a row); a longer list is streamed, without filters and print
 * settings.
 */
export const LONGEST_BUILT = 20_000;

/** Text (to be written as UTF-8) or bytes. */
export type Chunk = string | Uint8Array;

/** Turns a report into chunks. Text ends in exactly one newline. */
export type Renderer = (report: Report, settings: Settings) => Iterable<Chunk> | AsyncIterable<Chunk>;

const CHUNK_LENGTH = 65_536;

/** Packs many small pieces into chunks of a size that is worth a write. */
export function* packed(pieces: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const piece of pieces) {
    chunk += piece;
    if (chunk.length >= CHUNK_LENGTH) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk !== '') yield chunk;
}
