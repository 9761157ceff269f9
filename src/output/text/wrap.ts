// Breaks text into lines: Chinese anywhere but before closing or after opening punctuation, Latin at spaces.
import { letters, letterWidth, visibleWidth } from './width.ts';

const CLOSING = /^[，。、；：？！）》」』】〕〉”’…—％·,.;:?!)\]}%]/u;
const OPENING = /^[（《「『【〔〈“‘([{]/u;
const BREAK_AFTER = /^[;,/|]/;
// self-criticism, but not WT-001, a day or an option.
const IN_A_WORD = /^(?!.*--).*[a-z]-$/;
// 甲四、乙五、戊五: names are not split, nor names with a comma between them.
const NAMES = /^(?:\p{Script=Han}{2,4}(?:、|, ))+\p{Script=Han}{2,4}$/u;
// The digests of the contract are SHA-256: 64 hex, read and compared in groups of 16.
const DIGEST = /^[0-9a-f]{64}$/;
const DIGITS = 64;
const GROUP = 16;

/** The pieces of a text that a line break must not split. Spaces belong to the end of the piece before them. */
export function pieces(text: string): string[] {
  if (NAMES.test(text)) return text.split(/(?<=、|, )/u);
  const all: string[] = [];
  let piece = '';
  let before = '';
  for (const letter of letters(text)) {
    if (piece !== '' && mayBreak(before, letter, piece)) {
      all.push(piece);
      piece = '';
    }
    piece += letter;
    before = letter;
  }
  if (piece !== '') all.push(piece);
  return all;
}

/** The text in lines of at most `width` columns (at least 2); `\n` breaks too. Nothing is left out but spaces at breaks. */
export function wrapped(text: string, width: number): string[] {
  return text
    .split('\n')
    .flatMap((line) => (visibleWidth(line) <= width ? [line] : wrappedLine(line, width)));
}

/** As `wrapped`, with lines of much the same length: for headings. */
export function balanced(text: string, width: number): string[] {
  const lines = wrapped(text, width);
  const leastEven = Math.max(Math.ceil(visibleWidth(text) / lines.length), widestPiece(text));
  for (let narrower = leastEven; narrower < width; narrower += 1) {
    const evened = wrapped(text, narrower);
    if (evened.length === lines.length) return evened;
  }
  return lines;
}

/** The columns of the widest piece that must not be split. */
export function widestPiece(text: string): number {
  return pieces(text).reduce((widest, piece) => Math.max(widest, visibleWidth(piece.trimEnd())), 0);
}

function mayBreak(before: string, after: string, piece: string): boolean {
  if (isSpace(after)) return false;
  if (isSpace(before)) return true;
  if (CLOSING.test(after) || OPENING.test(before)) return false;
  if (BREAK_AFTER.test(before) || (IN_A_WORD.test(piece) && /^[a-z]/.test(after))) return true;
  return letterWidth(before) === 2 || letterWidth(after) === 2;
}

function isSpace(letter: string): boolean {
  return letter === ' ' || letter === '\u3000';
}

function wrappedLine(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of pieces(text).flatMap((each) => fitting(each, width))) {
    const columns = visibleWidth(piece.trimEnd());
    if (used + columns > width) {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
    }
    line += piece;
    used += visibleWidth(piece);
  }
  lines.push(line.trimEnd());
  return lines;
}

// A piece wider than the line is split between letters.
function fitting(piece: string, width: number): string[] {
  if (visibleWidth(piece.trimEnd()) <= width) return [piece];
  const text = piece.trimEnd();
  const hex = text.slice(-DIGITS);
  if (width >= GROUP && DIGEST.test(hex)) {
    const before = text.slice(0, -DIGITS);
    const after = piece.slice(text.length);
    const groups = Array.from({ length: hex.length / GROUP }, (_, at) =>
      hex.slice(at * GROUP, (at + 1) * GROUP),
    );
    return [
      ...(before === '' ? [] : fitting(before, width)),
      ...groups.slice(0, -1),
      `${groups.at(-1)}${after}`,
    ];
  }
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const letter of letters(piece)) {
    const columns = letterWidth(letter);
    if (used + columns > width && part !== '') {
      parts.push(part);
      part = '';
      used = 0;
    }
    part += letter;
    used += columns;
  }
  return [...parts, part];
}
