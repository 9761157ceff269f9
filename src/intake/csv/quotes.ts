// A pass over the physical lines of delimited text before csv-parse: quotes that open or close in odd places are settled.
import { LONGEST_ROW } from '../table.ts';

/** Text that csv-parse reads as it is, physical lines of a row whose quote never closes, or one line beyond measure. */
export type Repaired =
  | { readonly text: string }
  | { readonly broken: readonly string[] }
  | { readonly tooLong: true };

const QUOTE = 0x22;
const LF = 10;
const CR = 13;

/** The state of the scan within a cell. */
type At = 'start' | 'plain' | 'quoted' | 'after quote';

/**
 * Settles quotes (contract, section 4, "Read as it stands"). A quoted cell ends before a delimiter or the end of a row. One
 * that does not is literal when it closes on its own physical line, as typed; else the lines of its row up to the one on
 * which it begins are broken, and reading goes on behind them. Quotes within a cell that does not begin with one are
 * literal too. Text without odd quotes passes through as it is, in pieces that end with a physical line.
 */
export function* repairQuotes(chunks: Iterable<string>, delimiter: string): Generator<Repaired> {
  let carried = '';
  for (const chunk of chunks) {
    const text = carried + chunk;
    const end = endOfLines(text);
    const piece = text.slice(0, end);
    carried = text.slice(end);
    if (piece !== '') {
      if (piece.includes('"')) carried = (yield* repair(piece, delimiter, false)) + carried;
      else yield { text: piece };
    }
    if (text.length - end > LONGEST_ROW) yield { tooLong: true };
  }
  if (carried !== '') yield* repair(carried, delimiter, true);
}

/** Behind the last line break that is whole: a CR at the very end may have its LF still to come. */
function endOfLines(text: string): number {
  const feed = text.lastIndexOf('\n');
  return feed === -1 ? text.lastIndexOf('\r', text.length - 2) + 1 : feed + 1;
}

/**
 * Settles the quotes of whole lines.
 * @returns the row at the end that a quote holds open, to be looked at again with more text
 */
function* repair(text: string, delimiter: string, last: boolean): Generator<Repaired, string> {
  const comma = delimiter.charCodeAt(0);
  let given = 0;
  let row = 0;
  let cell = 0;
  let at: At = 'start';
  let odd = false;
  for (let index = 0; index <= text.length; index += 1) {
    const letter = index < text.length ? text.charCodeAt(index) : Number.NaN;
    if (at === 'quoted') {
      if (letter === QUOTE) {
        if (text.charCodeAt(index + 1) === QUOTE) index += 1;
        else at = 'after quote';
        continue;
      }
      if (index < text.length) continue;
      // The text has ended within the quotes.
      if (!last && text.length - row <= LONGEST_ROW) {
        if (row > given) yield { text: text.slice(given, row) };
        return text.slice(row);
      }
    }
    const ends = letter === LF || letter === CR || index === text.length;
    if (
      at === 'quoted' ||
      (at === 'after quote' && !ends && letter !== comma && breaksIn(text, cell, index))
    ) {
      const behind = lineEnd(text, cell);
      if (row > given) yield { text: text.slice(given, row) };
      yield { broken: linesOf(text.slice(row, behind)) };
      index = behind - 1;
      given = behind;
      row = behind;
      cell = behind;
      at = 'start';
      odd = false;
      if (behind >= text.length) break;
    } else if (ends) {
      if (odd) {
        if (row > given) yield { text: text.slice(given, row) };
        yield { text: `${quoted(text.slice(row, index), delimiter)}${text.slice(index, index + 1)}` };
        given = index + 1;
      }
      row = index + 1;
      cell = row;
      at = 'start';
      odd = false;
    } else if (letter === comma) {
      cell = index + 1;
      at = 'start';
    } else if (letter === QUOTE && at === 'start') at = 'quoted';
    else {
      odd ||= at === 'after quote' || letter === QUOTE;
      at = 'plain';
    }
  }
  if (given < text.length) yield { text: text.slice(given) };
  return '';
}

function breaksIn(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const letter = text.charCodeAt(at);
    if (letter === LF || letter === CR) return true;
  }
  return false;
}

/** Behind the line break of the physical line that holds a place. */
function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (letter === LF) return at + 1;
    if (letter === CR) return text.charCodeAt(at + 1) === LF ? at + 2 : at + 1;
  }
  return text.length;
}

function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** A row with every cell in quotes; the text between the quotes of a literal cell is as typed. */
function quoted(row: string, delimiter: string): string {
  const cells: string[] = [];
  let from = 0;
  for (;;) {
    const closed = row.charAt(from) === '"' ? closingQuote(row, from) : from;
    const next = row.indexOf(delimiter, closed);
    const end = next === -1 ? row.length : next;
    const isQuoted = closed > from && closed + 1 === end;
    const cell = row.slice(from, end);
    cells.push(isQuoted ? cell : `"${cell.replaceAll('"', '""')}"`);
    if (next === -1) return cells.join(delimiter);
    from = next + 1;
  }
}

/** Where the quote that opens a cell is closed: the first one that is not doubled. */
function closingQuote(row: string, from: number): number {
  let at = row.indexOf('"', from + 1);
  while (at !== -1 && row.charAt(at + 1) === '"') at = row.indexOf('"', at + 2);
  return at;
}
