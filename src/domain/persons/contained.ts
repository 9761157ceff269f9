// Whether a text contains a name or number, whatever marks are in it, and not merely letters that run on in a word.
import { lookOf } from '../texts/look.ts';

/** A name or number as it may be written inside a text: its letters and digits. */
export interface Part {
  readonly letters: string;
  /** Whether it may begin and end inside a run of letters: Han names do, TJ01 is not in TJ018. */
  readonly anywhere: boolean;
  /** Whether marks are allowed in it: 12 is not in 1-2. */
  readonly apart: boolean;
  /** Whether it is a name too short to be looked for: any text may contain it. */
  readonly short: boolean;
}

/** Cyrillic and Greek capitals that no reader can distinguish from Latin ones, in this order. */
const LIKE_LATIN = 'АВЕЅІЈКМНОРСТУХΑΒΕΖΗΙΚΜΝΟΡΤΥΧ';
const LATIN = 'ABESIJKMHOPCTYXABEZHIKMNOPTYX';
const latinOf = new Map([...LIKE_LATIN].map((letter, at) => [letter, LATIN.charAt(at)]));
const MAY_BE_LATIN = /[\p{Script=Cyrillic}\p{Script=Greek}]/gu;
const NO_LETTER = /[^\p{L}\p{N}]/gu;
const HAN = /\p{Script=Han}/u;
const DIGITS = /^\d+$/;
/** Runs of Han, and runs of other letters and digits. */
const RUN = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const LEAST_LETTERS = 2;

/** @param look of a name, or of a number, which may be a single digit */
export function partOf(look: string, isNumber = false): Part {
  const letters = asRead(look).replace(NO_LETTER, '');
  const short = !isNumber && [...letters].length < LEAST_LETTERS;
  return { letters, anywhere: HAN.test(letters), apart: !DIGITS.test(letters), short };
}

/** A look as it is read, whatever alphabet its capitals are of. */
function asRead(look: string): string {
  return look.replace(MAY_BE_LATIN, (letter) => latinOf.get(letter) ?? letter);
}

/** Whether a text contains one of the parts. */
export function contains(text: string, parts: readonly Part[]): boolean {
  return containedIn(text, parts).length > 0;
}

/** The parts that a text contains. */
export function containedIn(text: string, parts: readonly Part[]): readonly Part[] {
  const look = asRead(lookOf(text));
  const letters = look.replace(NO_LETTER, '');
  let runs: readonly string[] | undefined;
  return parts.filter((part) => {
    if (part.letters === '' || !letters.includes(part.letters)) return false;
    if (part.short) return false;
    if (part.anywhere) return true;
    runs ??= look.match(RUN) ?? [];
    return part.apart ? isInRuns(runs, part.letters) : runs.some((run) => run === part.letters);
  });
}

/** Whether some neighbouring runs, whole, are these letters together. */
function isInRuns(runs: readonly string[], letters: string): boolean {
  return runs.some((_, begin) => {
    let joined = '';
    for (let at = begin; at < runs.length && joined.length < letters.length; at += 1)
      joined += runs[at] ?? '';
    return joined === letters;
  });
}
