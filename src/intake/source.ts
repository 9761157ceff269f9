// Opens what a user names, whatever its format: content decides first, then the name.
import { isAscii } from 'node:buffer';
import { createHash, type Hash } from 'node:crypto';
import { type Problem, problem, refusal } from '../domain/problem.ts';
import { type Bytes, openBytes } from './csv/bytes.ts';
import { csvRows, type Delimiter, delimiters, guessDelimiter } from './csv/csv.ts';
import { decodeText, type Encoding, encodingNamed, guessEncoding, withoutMarks } from './csv/decode.ts';
import { jsonRows } from './csv/json.ts';
import { countKnownHeadings, isKnownHeading } from './headings.ts';
import type { Table } from './table.ts';

export type SourceFormat = 'csv' | 'json' | 'jsonl' | 'xlsx' | 'xls' | 'docx';

export interface OpenOptions {
  /** Forces the encoding: any name that the platform decodes; `gbk` and `gb2312` are read as gb18030. */
  readonly encoding?: string | undefined;
  /** Forces the delimiter: `,` `;` or a tab (also `tab`, `comma`, `semicolon`). */
  readonly delimiter?: string | undefined;
  /** A sheet's name, or `all`. */
  readonly sheet?: string | undefined;
  /** Sheets by their names, instead of `sheet`. */
  readonly sheets?: readonly string[] | undefined;
  /** The descriptor for `-`, or all that came from it where it has been read already. */
  readonly stdin?: number | Buffer | undefined;
}

/** An opened file: its tables, and what was guessed on the way. */
export interface Source {
  readonly file: string;
  readonly format: SourceFormat;
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
  readonly warnings: readonly Problem[];
  readonly tables: readonly Table[];
  /** False when a workbook has several sheets and none was named: the header has to choose. */
  readonly chosen: boolean;
  /** True when all sheets were asked for: those that do not fit are left out. */
  readonly all?: boolean;
  /** Of a text: the SHA-256 of all of it, decoded, once every row has been read. Call it once. */
  readonly digest?: () => string;
}

const UTF8_MARK = Buffer.from('\uFEFF');

/** Whole workbooks and Word files are held in memory; beyond this they are no office files. */
const LARGEST_WORKBOOK = 128 * 1024 * 1024;

/**
 * Opens a file, or stdin for `-`. Throws `Failure`: `file_not_found`, `file_unreadable`, `file_empty`,
 * `file_not_a_table`, `encoding_unknown`, `encoding_not_supported`, `delimiter_not_supported`, and what `readWorkbook`
 * throws.
 */
export async function openSource(path: string, options: OpenOptions = {}): Promise<Source> {
  const bytes = openBytes(path, options.stdin);
  const workbook = workbookFormat(bytes.head);
  if (workbook === undefined) return openText(bytes, options);
  const { readWorkbook } = await import('./workbook/workbook.ts');
  const read = await readWorkbook(allOf(bytes), workbook, bytes.file, options.sheets ?? options.sheet);
  return { file: bytes.file, ...read };
}

/**
 * The digest of a text without its rows: what `Source.digest` returns once they have been read. Undefined for a
 * workbook. Throws as `openSource` does, and where the text cannot be decoded.
 */
export function textDigest(path: string, options: OpenOptions = {}): string | undefined {
  const bytes = openBytes(path, options.stdin);
  if (workbookFormat(bytes.head) !== undefined) {
    bytes.close();
    return undefined;
  }
  const { encoding, guessed, chunks, hash } = decodeWhole(bytes, options);
  // Whoever reads the rows finds what is no UTF-8; of what is, the bytes are what its letters are digested as.
  if (encoding === 'utf-8' && (!guessed || !isAscii(bytes.head))) {
    for (const chunk of withoutFirstMark(bytes.chunks(true))) hash.update(chunk);
  } else while (chunks.next().done !== true);
  return hash.digest('hex');
}

/** Whether a file begins as a workbook does; false where it cannot be read. */
export function isWorkbook(path: string): boolean {
  try {
    const bytes = openBytes(path);
    bytes.close();
    return workbookFormat(bytes.head) !== undefined;
  } catch {
    return false;
  }
}

function workbookFormat(head: Buffer): 'xlsx' | 'xls' | undefined {
  if (head.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 0x03, 0x04]))) return 'xlsx';
  return head.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0])) ? 'xls' : undefined;
}

function allOf(bytes: Bytes): Buffer {
  const chunks: Buffer[] = [];
  let size = 0;
  for (const chunk of bytes.chunks()) {
    size += chunk.length;
    if (size > LARGEST_WORKBOOK) {
      throw refusal('workbook_file_too_large', { megabytes: LARGEST_WORKBOOK >> 20 }, { file: bytes.file });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function openText(bytes: Bytes, options: OpenOptions): Source {
  const { file } = bytes;
  if (isOldWorkbook(bytes.head)) throw refusal('workbook_excel95', {}, { file });
  const { encoding, guessed, chunks, hash } = decodeWhole(bytes, options);
  const first = chunks.next();
  const sample = first.done === true ? '' : first.value;
  if (sample.startsWith('{\\rtf')) throw refusal('file_is_word', {}, { file });
  if (isWebPage(sample)) throw refusal('file_not_a_table', {}, { file });
  const warnings: Problem[] = [];
  if (encoding !== 'utf-8' && guessed) warnings.push(problem('encoding_guessed', { encoding }, { file }));
  const text = { file, encoding, warnings, chosen: true, digest: () => hash.digest('hex') };
  const all = () => again(sample, chunks);
  const format = options.delimiter === undefined ? jsonFormat(sample, file) : undefined;
  if (format !== undefined) {
    const table: Table = { file, keyed: true, warnings: [], rows: () => jsonRows(all(), format, file) };
    return { ...text, format, tables: [table] };
  }
  const delimiter =
    options.delimiter === undefined
      ? guessDelimiter(sample, isKnownHeading)
      : delimiterOption(options.delimiter);
  if (delimiter !== ',' && options.delimiter === undefined) {
    warnings.push(
      problem('delimiter_guessed', { delimiter: delimiter === '\t' ? 'Tab' : delimiter }, { file }),
    );
  }
  const table: Table = { file, keyed: false, warnings: [], rows: () => csvRows(all(), delimiter, file) };
  return { ...text, format: 'csv', delimiter, tables: [table] };
}

/** Web pages and XML (saved by web systems as .xls too), and pages with their pictures in one file. */
function isWebPage(sample: string): boolean {
  return /^\s*(?:<[a-z!?][^<>]*>|MIME-Version:)/i.test(sample);
}

/** Workbooks of before 1997 without a container begin with the record that says so (BIFF2 to BIFF5). */
function isOldWorkbook(head: Buffer): boolean {
  return head[0] === 9 && [0, 2, 4, 8].includes(head[1] ?? -1) && (head[2] ?? 0) <= 16 && head[3] === 0;
}

/** The text of a file in pieces, each of which goes into its digest as it is read. */
interface Decoded {
  readonly encoding: Encoding;
  /** Whether the encoding was guessed, since none was given. */
  readonly guessed: boolean;
  readonly chunks: Generator<string>;
  readonly hash: Hash;
}

function decodeWhole(bytes: Bytes, options: OpenOptions): Decoded {
  const { file } = bytes;
  const forced = options.encoding === undefined ? undefined : encodingOption(options.encoding);
  const encoding = forced ?? guessEncoding(bytes.head, countKnownHeadings);
  if (encoding === undefined) throw refusal('encoding_unknown', { file }, { file });
  const hash = createHash('sha256');
  const chunks = withoutMarks(digested(decodeText(bytes, encoding, forced !== undefined), hash));
  return { encoding, guessed: forced === undefined, chunks, hash };
}

function* withoutFirstMark(chunks: Iterable<Buffer>): Generator<Buffer> {
  let first = true;
  for (const chunk of chunks) {
    yield first && chunk.indexOf(UTF8_MARK) === 0 ? chunk.subarray(UTF8_MARK.length) : chunk;
    first = false;
  }
}

function* digested(chunks: Iterable<string>, hash: Hash): Generator<string> {
  for (const chunk of chunks) {
    hash.update(chunk, 'utf8');
    yield chunk;
  }
}

/** JSON when the text begins like it: `[{` an array, `{"` an object a line; a name in `.json` or `.jsonl` settles the rest. */
function jsonFormat(sample: string, file: string): 'json' | 'jsonl' | undefined {
  if (/^\s*\[\s*(?:\{|\])/.test(sample)) return 'json';
  if (/^\s*\{\s*(?:"|\})/.test(sample)) return 'jsonl';
  if (/\.(?:jsonl|ndjson)$/i.test(file)) return 'jsonl';
  return /\.json$/i.test(file) ? 'json' : undefined;
}

function* again(first: string, rest: Iterable<string>): Generator<string> {
  yield first;
  yield* rest;
}

/** Names that help somebody whose name is not known. */
const ENCODINGS_NAMED = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5', 'windows-1252'];

function encodingOption(name: string): Encoding {
  const encoding = encodingNamed(name);
  if (encoding === undefined)
    throw refusal('encoding_not_supported', { encoding: name, allowed: ENCODINGS_NAMED });
  return encoding;
}

const delimiterNames = new Map<string, Delimiter>([
  ['comma', ','],
  ['tab', '\t'],
  ['\\t', '\t'],
  ['semicolon', ';'],
]);

function delimiterOption(name: string): Delimiter {
  const delimiter = delimiterNames.get(name.toLowerCase()) ?? delimiters.find((each) => each === name);
  if (delimiter === undefined) {
    throw refusal('delimiter_not_supported', { delimiter: name, allowed: ['comma', 'tab', 'semicolon'] });
  }
  return delimiter;
}
