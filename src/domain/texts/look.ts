// The look of a number or name: what two spellings have in common when a reader cannot distinguish them.
import { comparableNumber } from './text.ts';

/** Circled, parenthesised and raised characters differ in meaning from the plain ones: they are not folded. */
const ENCLOSED_OR_RAISED =
  /[\u00aa\u00b2\u00b3\u00b9\u00ba\u02b0-\u02b8\u02e0-\u02e4\u2070-\u209f\u2460-\u24ff\u2776-\u2793\u3200-\u32ff\u{1f100}-\u{1f1ff}\u{1f200}-\u{1f2ff}]/u;
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;
const DASHES = /[\p{Dash_Punctuation}\u02d7\u2043\u2212\u2796]/gu;
const MIDDLE_DOTS = /[\u00b7\u0387\u1427\u2022\u2027\u2219\u22c5\u2e31\u30fb\ua78f]/gu;
const SPACES = /\p{White_Space}+/gu;
const HAN_WITH_SPACES = /^[\p{Script=Han}\u00b7 ]+$/u;
/** Most numbers are plain already: nothing of them changes. */
const PLAIN = /^[0-9A-Z-]+$/;
/** A spreadsheet's sign for "this is text", once or more. */
const LEADING_MARKS = /^ ?'[' ]*/u;
const FORMULA = /^=\s*"(.*)"$/su;

/**
 * A number as it was meant where a spreadsheet has wrapped it to keep it a text: `="007"` is 007.
 * Anything else is returned unchanged.
 */
export function unwrapped(text: string): string {
  const inner = FORMULA.exec(text.trim())?.[1];
  return inner === undefined ? text : inner.replaceAll('""', '"');
}

/**
 * The spellings under which a ledger may hold a number that was typed, the likelier first: as typed and, where a
 * spreadsheet has wrapped it, unwrapped. An old ledger may hold `="007"` itself.
 */
export function spellingsOf(number: string): readonly string[] {
  const typed = comparableNumber(number);
  return typed.startsWith('=') ? [typed, plainSpelling(typed)] : [typed];
}

/** A number as a new record holds it: NFC, without outer spaces, unwrapped. */
export function plainSpelling(number: string): string {
  return comparableNumber(unwrapped(number));
}

/**
 * The form in which numbers (of cadres, findings, tasks, orders) and names (of sources, areas, stations) are compared
 * (contract, section 3, "Persons"): compatibility forms folded, upper case, no default-ignorable characters, one kind of
 * dash, middle dot and space, a leading `'` dropped, `="…"` unwrapped, spaces inside all-Han names left out.
 * Two texts of one look that are spelt differently are never merged: the second is refused by name.
 */
export function lookOf(text: string): string {
  if (PLAIN.test(text)) return text;
  const bare = unwrapped(text);
  let folded = '';
  for (const letter of bare.normalize('NFC')) {
    folded += ENCLOSED_OR_RAISED.test(letter) ? letter : letter.normalize('NFKC');
  }
  const plain = folded
    .replace(DASHES, '-')
    .replace(IGNORABLE, '')
    .replace(MIDDLE_DOTS, '\u00b7')
    .replace(SPACES, ' ')
    .replace(LEADING_MARKS, '')
    .trim()
    .normalize('NFC')
    .toUpperCase()
    .normalize('NFC');
  return HAN_WITH_SPACES.test(plain) ? plain.replaceAll(' ', '') : plain;
}

/**
 * In which letters a spelling differs from another of the same look, for a reader who cannot see it: at most three, those
 * beyond ASCII with their code points. Returns the empty text when they differ only in order, spaces or length.
 */
export function unlikeLetters(spelling: string, other: string): string {
  const only = (left: string, right: string): string[] =>
    [...new Set(left)].filter((letter) => !right.includes(letter));
  const found = only(spelling, other);
  return (found.length > 0 ? found : only(other, spelling)).slice(0, 3).map(named).join(', ');
}

function named(letter: string): string {
  if (/[!-~]/.test(letter)) return letter;
  const code = `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return /[\p{Letter}\p{Number}\p{Punctuation}\p{Symbol}]/u.test(letter) ? `${letter} ${code}` : code;
}
