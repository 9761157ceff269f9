// JSON to rows: one object a line (JSONL) or an array of objects, each with the line on which it begins.
import { Failure, problem, refusal } from '../../domain/problem.ts';
import { LONGEST_ROW, type RawRow, type RowFault } from '../table.ts';

/** The text of one value of the file, still to be parsed. */
interface Piece {
  readonly line: number;
  readonly text: string;
}

/** How many objects are looked at for keys: a key that comes later is a row problem, not silently dropped. */
const KEY_SEARCH = 2000;

/**
 * The objects of a JSONL file or of a JSON array as rows; the first row holds the keys. Values become text: numbers
 * as typed, lists joined by `;`. A line that is no object is a row with a fault. Throws `json_broken` for an array
 * that is not closed, `row_too_long` with the line.
 */
export function* jsonRows(
  chunks: Iterable<string>,
  format: 'json' | 'jsonl',
  file: string,
): Generator<RawRow> {
  const pieces = format === 'jsonl' ? linesOf(chunks, file) : elementsOf(chunks, file);
  const first: { line: number; text: string; parsed: Parsed }[] = [];
  const keys = new Map<string, number>();
  while (first.length < KEY_SEARCH) {
    const next = pieces.next();
    if (next.done === true) break;
    const parsed = parsePiece(next.value.text);
    first.push({ ...next.value, parsed });
    for (const key of parsed.cells.keys()) if (!keys.has(key)) keys.set(key, keys.size);
  }
  yield { line: first[0]?.line ?? 1, cells: [...keys.keys()] };
  for (const { line, text, parsed } of first) yield rowOf(line, text, parsed, keys);
  for (const { line, text } of pieces) yield rowOf(line, text, parsePiece(text), keys);
}

interface Parsed {
  readonly cells: ReadonlyMap<string, string>;
  readonly fault?: RowFault;
}

function rowOf(line: number, text: string, parsed: Parsed, keys: ReadonlyMap<string, number>): RawRow {
  if (parsed.fault !== undefined) return { line, cells: [text], fault: parsed.fault };
  const cells = new Array<string>(keys.size).fill('');
  for (const [key, value] of parsed.cells) {
    const index = keys.get(key);
    if (index !== undefined) cells[index] = value;
    else if (value !== '') return { line, cells: [text], fault: { code: 'json_key_late', values: { key } } };
  }
  return { line, cells };
}

function parsePiece(text: string): Parsed {
  let value: unknown;
  try {
    value = JSON.parse(text);
    if (holdsInexact(value)) value = JSON.parse(text, asTyped as (key: string, value: unknown) => unknown);
  } catch (error) {
    return { cells: new Map(), fault: { code: 'json_broken', values: { reason: (error as Error).message } } };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { cells: new Map(), fault: { code: 'json_not_an_object', values: {} } };
  }
  const cells = new Map<string, string>();
  let fault: RowFault | undefined;
  for (const [key, each] of Object.entries(value)) {
    const cell = cellText(each);
    cells.set(key, cell ?? '');
    if (cell === undefined) fault ??= { code: 'json_value_nested', values: { key } };
    else if (!cell.isWellFormed()) fault ??= { code: 'text_not_unicode', values: { key } };
  }
  const twice = fault === undefined ? keyTwice(text, cells.size) : undefined;
  if (twice !== undefined) fault = { code: 'json_key_twice', values: { key: twice } };
  return fault === undefined ? { cells } : { cells, fault };
}

/** A key repeated in the text of a flat object: of its values `JSON.parse` would keep the last alone. */
function keyTwice(text: string, known: number): string | undefined {
  const keys = keysIn(text);
  if (keys.length === known) return undefined;
  const seen = new Set<string>();
  for (const each of keys) {
    const key = String(JSON.parse(each));
    if (seen.has(key)) return key;
    seen.add(key);
  }
  return undefined;
}

/** The keys of valid JSON as they are written: strings with a colon after them. */
function keysIn(text: string): string[] {
  const keys: string[] = [];
  for (let start = text.indexOf('"'); start >= 0; ) {
    let end = start + 1;
    while (text[end] !== '"') end += text[end] === '\\' ? 2 : 1;
    let after = end + 1;
    while (text.charAt(after).trim() === '' && after < text.length) after += 1;
    if (text[after] === ':') keys.push(text.slice(start, end + 1));
    start = text.indexOf('"', end + 1);
  }
  return keys;
}

function holdsInexact(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isSafeInteger(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsInexact);
}

/** Keeps numbers as they are typed: 18 digits are more than a JavaScript number holds. */
function asTyped(_key: string, value: unknown, context: { readonly source?: string }): unknown {
  return typeof value === 'number' ? (context.source ?? String(value)) : value;
}

function cellText(value: unknown): string | undefined {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!Array.isArray(value) || value.some((each) => typeof each === 'object')) return undefined;
  return value.map(String).join(';');
}

function* linesOf(chunks: Iterable<string>, file: string): Generator<Piece> {
  let line = 1;
  let rest = '';
  for (const chunk of chunks) {
    const text = rest + chunk;
    // A CR at the end may be half of a CRLF: it waits for the next chunk.
    const lines = text.split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    for (const each of lines) {
      if (each.trim() !== '') yield { line, text: each };
      line += 1;
    }
    if (rest.length > LONGEST_ROW * 2) throw refusal('row_too_long', { size: LONGEST_ROW }, { file, line });
  }
  for (const each of rest.split(/\r/)) {
    if (each.trim() !== '') yield { line, text: each };
    line += 1;
  }
}

/** The elements of a top-level array, found by counting brackets outside of strings. */
function* elementsOf(chunks: Iterable<string>, file: string): Generator<Piece> {
  let line = 1;
  let start = 1;
  let depth = 0;
  let inString = false;
  let escaped = false;
  let closed = false;
  let text = '';
  let before = '';
  for (const chunk of chunks) {
    for (const letter of chunk) {
      if (letter === '\n' || (before === '\r' && letter !== '\n')) line += 1;
      before = letter;
      if (closed && letter.trim() !== '') throw brokenArray(file, line);
      if (escaped) escaped = false;
      else if (inString && letter === '\\') escaped = true;
      else if (letter === '"') inString = !inString;
      else if (!inString && (letter === '[' || letter === '{')) {
        depth += 1;
        if (depth === 1) continue;
      } else if (!inString && (letter === ']' || letter === '}')) depth -= 1;
      const ends = depth === 0 || (depth === 1 && letter === ',' && !inString);
      if (!ends) {
        if (text === '') {
          if (letter.trim() === '') continue;
          start = line;
        }
        text += letter;
        continue;
      }
      if (text.trim() !== '') yield { line: start, text };
      text = '';
      if (depth === 0 && letter === ']') closed = true;
      else if (depth === 0 && letter.trim() !== '') throw brokenArray(file, line);
    }
    if (text.length > LONGEST_ROW * 2)
      throw refusal('row_too_long', { size: LONGEST_ROW }, { file, line: start });
  }
  if (!closed) throw brokenArray(file, line);
}

function brokenArray(file: string, line: number): Failure {
  return new Failure('refused', [problem('json_array_broken', {}, { file, line })]);
}
