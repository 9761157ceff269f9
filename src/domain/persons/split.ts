// A text that names persons, split into the part that each of them has in it.
import { lookOf } from '../texts/look.ts';
import { containedIn } from './contained.ts';
import type { Roster } from './roster.ts';
import { AND, bracketed, CLOSING, nameLook, OPENING, PLUS, SEPARATOR, withoutTitle } from './wording.ts';

/** What a number is written in. */
const NUMBER = /[\w.-]+/g;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/gu;
/** The word alone names no one. */
const AND_ALONE = '和';
/** What each side of `+` and 和 must have to be a name. */
const LEAST_LETTERS = 2;
/** More names than anybody joins, with the words between them: the best places to split are sought among fewer. */
const MOST_PIECES = 40;

/** What splitting asks of a roster. */
type Names = Pick<Roster, 'isName' | 'joined' | 'numbered'>;

/**
 * The parts of a text, each as given without outer spaces (contract, section 3, "Persons"): separators within brackets
 * belong to the remark. Parts without a letter or digit, and 和 alone, name no one and are left out.
 */
export function splitPersons(text: string, roster: Names): string[] {
  if (roster.numbered(text).length > 0) return [text.trim()];
  return piecesOf(text, SEPARATOR)
    .flatMap((part) => joined(part, PLUS, roster))
    .flatMap((part) => joined(part, AND, roster))
    .map((part) => part.trim())
    .filter((part) => lettersOf(part) > 0 && part !== AND_ALONE);
}

/**
 * Splits at a word that joins names, unless the whole is a name, a side would be too short for one, or a known name would
 * be torn apart (副书记李和平同志). Of several places one next to a known name goes first, then one that leaves no single
 * letter (欧阳和平和李四).
 */
function joined(text: string, word: RegExp, roster: Names): string[] {
  if (!word.test(text) || isKnownName(text, roster)) return [text];
  const whole = containedIn(text, roster.joined);
  const pieces = piecesOf(text, word, true);
  if (pieces.length > MOST_PIECES) return whole.length > 0 ? [text] : pieces.filter((_, at) => at % 2 === 0);
  const places: { readonly left: string; readonly right: string; readonly next: string }[] = [];
  for (let at = 1; at < pieces.length; at += 2) {
    const left = pieces.slice(0, at).join('');
    const right = pieces.slice(at + 1).join('');
    if (lettersOf(left) >= LEAST_LETTERS && lettersOf(right) >= LEAST_LETTERS) {
      places.push({ left, right, next: pieces[at + 1] ?? '' });
    }
  }
  const keeping = places.filter(({ left, right }) => {
    const kept = [...containedIn(left, whole), ...containedIn(right, whole)];
    return whole.every((name) => kept.includes(name));
  });
  const place =
    places.find(({ left, right }) => isKnownName(left, roster) || isKnownName(right, roster)) ??
    keeping.find(({ next }) => lettersOf(next) >= LEAST_LETTERS) ??
    keeping[0];
  if (place === undefined) return [text];
  return [...joined(place.left, word, roster), ...joined(place.right, word, roster)];
}

function isKnownName(text: string, roster: Names): boolean {
  // A number before or after a name is no part of it (欧阳和平 TJ004).
  const bare = text.replace(NUMBER, ' ').trim();
  if (bare !== '' && bare !== text && isKnownName(bare, roster)) return true;
  const outside = lookOf(bracketed(text).outside);
  return roster.isName(nameLook(text)) || roster.isName(outside) || roster.isName(withoutTitle(outside));
}

function lettersOf(text: string): number {
  return text.match(LETTER_OR_DIGIT)?.length ?? 0;
}

/** The pieces between separators outside brackets; with the separators themselves when they are `kept`. */
function piecesOf(text: string, separator: RegExp, kept = false): string[] {
  const pieces: string[] = [];
  let piece = '';
  let depth = 0;
  for (const letter of text) {
    if (OPENING.test(letter)) depth += 1;
    else if (CLOSING.test(letter)) depth = Math.max(0, depth - 1);
    if (depth > 0 || !separator.test(letter)) {
      piece += letter;
      continue;
    }
    pieces.push(piece);
    if (kept) pieces.push(letter);
    piece = '';
  }
  pieces.push(piece);
  return pieces;
}
