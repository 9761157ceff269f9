// Bytes to text: which encoding it is, and strict decoding in constant memory.
import { isAscii } from 'node:buffer';
import { TextDecoder } from 'node:util';
import { refusal } from '../../domain/problem.ts';
import type { Bytes } from './bytes.ts';

/** The name of an encoding as the platform's `TextDecoder` knows it. */
export type Encoding = string;

const aliases: ReadonlyMap<string, Encoding> = new Map([
  ['utf8', 'utf-8'],
  ['utf-16', 'utf-16le'],
  ['utf16', 'utf-16le'],
  ['utf16le', 'utf-16le'],
  ['utf16be', 'utf-16be'],
  ['gbk', 'gb18030'],
  ['gb2312', 'gb18030'],
  ['cp936', 'gb18030'],
]);

/**
 * The encoding that a user names: any that the platform's `TextDecoder` knows (`gbk` and `gb2312` are read as gb18030);
 * undefined when it knows none of that name.
 */
export function encodingNamed(name: string): Encoding | undefined {
  const wanted = name.trim().toLowerCase();
  const alias = aliases.get(wanted);
  if (alias !== undefined) return alias;
  try {
    const known = new TextDecoder(wanted, { fatal: true }).encoding;
    return known === 'gbk' ? 'gb18030' : known;
  } catch {
    return undefined;
  }
}

/**
 * Guesses the encoding of a beginning of a file: BOM, then the positions of NULs (UTF-16), then strict UTF-8, then
 * strict gb18030; when both fit, `knownWords` (how many headings a text has that are known) decides, UTF-8 first.
 * Undefined when nothing fits (DEPENDENCIES.md, "guessing an encoding").
 */
export function guessEncoding(head: Buffer, knownWords: (text: string) => number): Encoding | undefined {
  if (startsWithMark(head) && (isAscii(head.subarray(3)) || decodeBeginning(head, 'utf-8') !== undefined))
    return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head.includes(0)) return guessUtf16(head);
  const utf8 = decodeBeginning(head, 'utf-8');
  if (utf8 !== undefined && isAscii(head)) return 'utf-8';
  const gb18030 = decodeBeginning(new Utf8Marks().strip(head), 'gb18030');
  if (utf8 === undefined) return gb18030 === undefined ? undefined : 'gb18030';
  return gb18030 !== undefined && knownWords(gb18030) > knownWords(utf8) ? 'gb18030' : 'utf-8';
}

/** The byte-order mark of UTF-8, also found in files joined from other encodings. */
const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);
const MARK = '\uFEFF';

function startsWithMark(bytes: Buffer): boolean {
  return bytes.subarray(0, UTF8_MARK.length).equals(UTF8_MARK);
}

/** Removes UTF-8 marks at the beginning of lines: in GB18030 they would be half a letter. */
class Utf8Marks {
  #isLineStart = true;

  /** @param bytes what follows on the bytes before; it must not end within a mark */
  strip(bytes: Buffer): Buffer {
    const parts: Buffer[] = [];
    let from = 0;
    for (let at = bytes.indexOf(UTF8_MARK); at !== -1; at = bytes.indexOf(UTF8_MARK, at + 1)) {
      if (!(at === from ? this.#isLineStart : endsLine(bytes[at - 1]))) continue;
      parts.push(bytes.subarray(from, at));
      from = at + UTF8_MARK.length;
      this.#isLineStart = true;
    }
    if (from < bytes.length) this.#isLineStart = endsLine(bytes.at(-1));
    if (from === 0) return bytes;
    parts.push(bytes.subarray(from));
    return Buffer.concat(parts);
  }
}

function endsLine(byte: number | undefined): boolean {
  return byte === 10 || byte === 13;
}

/** The same bytes in chunks none of which ends within a UTF-8 mark; only the end of all of them may. */
function* wholeMarks(chunks: Iterable<Buffer>): Generator<Buffer> {
  let held: Buffer = Buffer.alloc(0);
  for (const chunk of chunks) {
    const bytes = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    const cut = [2, 1].find((length) => bytes.subarray(-length).equals(UTF8_MARK.subarray(0, length))) ?? 0;
    const end = bytes.length - cut;
    held = bytes.subarray(end);
    if (end > 0) yield bytes.subarray(0, end);
  }
  if (held.length > 0) yield held;
}

/** Text without the byte-order marks with which a line begins, however many. */
export function* withoutMarks(chunks: Iterable<string>): Generator<string> {
  let atLineStart = true;
  for (const chunk of chunks) {
    if (chunk === '') continue;
    const starts = atLineStart;
    const text = chunk.includes(MARK)
      ? chunk.replace(/(^|[\r\n])\uFEFF+/g, (marks, before: string, at: number) =>
          before === '' && at === 0 && !starts ? marks : before,
        )
      : chunk;
    if (text !== '') {
      atLineStart = /[\r\n]$/.test(text);
      yield text;
    }
  }
}

function guessUtf16(head: Buffer): Encoding | undefined {
  const nulls = [0, 0];
  for (let at = head.indexOf(0); at !== -1; at = head.indexOf(0, at + 1))
    nulls[at % 2] = (nulls[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nulls;
  const guess = odd > even * 4 ? 'utf-16le' : even > odd * 4 ? 'utf-16be' : undefined;
  return guess !== undefined && decodeBeginning(head, guess) !== undefined ? guess : undefined;
}

function decodeBeginning(head: Buffer, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(head, { stream: true });
  } catch {
    return undefined;
  }
}

/**
 * The text of a file, chunk by chunk, without a BOM. Throws `encoding_unknown` when no encoding fits the beginning
 * and `encoding_broken` (with the line) when a later byte does not fit. Plain ASCII settles nothing: the first
 * chunk with other bytes does, so that a file whose Chinese begins late is guessed as well as any other.
 */
export function* decodeText(bytes: Bytes, encoding: Encoding, forced: boolean): Generator<string> {
  let current = encoding;
  let decoder = new TextDecoder(current, { fatal: true });
  let open = !forced && current === 'utf-8';
  let line = 1;
  const marks = new Utf8Marks();
  for (const chunk of wholeMarks(bytes.chunks())) {
    const unmarked = marks.strip(chunk);
    if (open && !isAscii(chunk)) {
      open = false;
      const later = chunk[0] === 0xef && line === 1 ? 'utf-8' : guessEncoding(chunk, () => 0);
      if (later === 'gb18030' && !utf8Head(bytes)) {
        current = later;
        decoder = new TextDecoder(current, { fatal: true });
      }
    }
    const text = decodeChunk(decoder, current === 'gb18030' ? unmarked : chunk, current, bytes.file, line);
    line += countLines(text);
    yield text;
  }
  const rest = decodeChunk(decoder, undefined, current, bytes.file, line);
  if (rest !== '') yield rest;
}

/** Whether the looked-at beginning has settled on UTF-8 by more than ASCII. */
function utf8Head(bytes: Bytes): boolean {
  return !isAscii(bytes.head);
}

function decodeChunk(
  decoder: TextDecoder,
  chunk: Buffer | undefined,
  encoding: Encoding,
  file: string,
  line: number,
): string {
  try {
    return chunk === undefined ? decoder.decode() : decoder.decode(chunk, { stream: true });
  } catch {
    const broken = line + (chunk === undefined ? 0 : linesBeforeBreak(chunk, encoding));
    throw refusal('encoding_broken', { encoding }, { file, line: broken });
  }
}

/** How many whole lines of a chunk decode before the one that does not. */
function linesBeforeBreak(chunk: Buffer, encoding: Encoding): number {
  if (encoding.startsWith('utf-16')) return 0;
  let lines = 0;
  let from = chunk.indexOf(10) + 1;
  for (let to = chunk.indexOf(10, from); to !== -1; to = chunk.indexOf(10, from)) {
    lines += 1;
    if (decodeBeginning(chunk.subarray(from, to), encoding) === undefined) break;
    from = to + 1;
  }
  return lines;
}

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
