// Which cadre one part of a text names: by number, by name, or by both.
import { lookOf } from '../texts/look.ts';
import type { NamedCadre, Roster } from './roster.ts';
import { bracketed, nameLook, nameWith, withoutTitle } from './wording.ts';

/**
 * What a part of a text names among the cadres of a ledger:
 * - `one` cadre; `name` is the look of the name that was given, empty when a number was; `former` when the cadre has
 *   another name now;
 * - `several` with the name;
 * - `apart`: a number and a name that do not belong together, or a number with a name that does not belong to it;
 * - `unknown_number`: what can only be a number, and is unknown;
 * - `no_one` among the cadres.
 */
export type Naming =
  | { readonly kind: 'one'; readonly cadre: NamedCadre; readonly name: string; readonly former?: true }
  | { readonly kind: 'several'; readonly candidates: readonly NamedCadre[] }
  | { readonly kind: 'apart'; readonly candidates: readonly NamedCadre[] }
  | { readonly kind: 'unknown_number' }
  | { readonly kind: 'no_one' };

const ASCII_ONLY = /^(?=.*\d)(?!.*[^\P{L}A-Za-z])/su;
/** What numbers consist of, and the marks between a number and a name. */
const IN_NUMBER = /[0-9A-Z._-]/;
const MARK = /[\s\-_.:,#·()]/u;
const DIGITS = /^\d+$/;
/** A text like a cadre's number: letters and digits, or many digits. */
const LIKE_NUMBER = /^(?:(?=.*\d)(?=.*[A-Z])|\d{3})/su;

/** Nothing that is longer is a number with a name: the search for one is quadratic. */
const LONGEST = 200;

/** Whether a text can only be a number: digits in it, and no letter but ASCII. */
export function canOnlyBeNumber(text: string): boolean {
  return ASCII_ONLY.test(lookOf(text));
}

/** Reads one part of a text (contract, section 3, "Persons": the first that fits is it). */
export function namingOf(part: string, roster: Roster): Naming {
  const numbered = roster.numbered(part);
  if (numbered.length > 0) return byNumber(numbered, lookOf(part), roster);
  const whole = lookOf(part);
  const { outside, remarks } = bracketed(part);
  const bare = lookOf(outside);
  return (
    byName(nameWith(bare, remarks), roster) ??
    byNumberInBracket(bare, remarks, roster) ??
    byNameWithBracket(bare, remarks, roster) ??
    byName(bare, roster) ??
    byName(withoutTitle(bare), roster) ??
    byNumberAndName(bare, remarks, roster) ??
    (ASCII_ONLY.test(whole) ? { kind: 'unknown_number' } : { kind: 'no_one' })
  );
}

/** A number that is also the name of another cadre belongs to no one for certain. */
function byNumber(numbered: readonly NamedCadre[], look: string, roster: Roster): Naming {
  const named = [...roster.bearers(look), ...roster.formerBearers(look)];
  const candidates = [...new Set([...numbered, ...named])];
  const [cadre] = candidates;
  return cadre !== undefined && candidates.length === 1
    ? { kind: 'one', cadre, name: '' }
    : { kind: 'several', candidates };
}

/** Finds who has a name; where no one does, who had it before. */
function byName(name: string, roster: Roster): Naming | undefined {
  if (name === '') return undefined;
  const now = roster.bearers(name);
  const candidates = now.length > 0 ? now : roster.formerBearers(name);
  const [cadre] = candidates;
  if (cadre === undefined) return undefined;
  if (candidates.length > 1) return { kind: 'several', candidates };
  return { kind: 'one', cadre, name, ...(now.length === 0 && { former: true }) };
}

/** A name that the roster has with a bracket, next to a title or further brackets: 张伟（小）同志, 张伟（小）（副站长）. */
function byNameWithBracket(bare: string, remarks: readonly string[], roster: Roster): Naming | undefined {
  for (const name of new Set([bare, withoutTitle(bare)])) {
    for (const remark of remarks) {
      const named = name === '' ? undefined : byName(nameWith(name, [remark]), roster);
      if (named !== undefined) return named;
    }
  }
  return undefined;
}

/** 李四（TJ001）, TJ001（李四）: a number is compared with the name before the bracket is read as a remark. */
function byNumberInBracket(bare: string, remarks: readonly string[], roster: Roster): Naming | undefined {
  const before = roster.numbered(bare);
  if (before.length > 0) {
    const named = remarks.map(lookOf).filter((remark) => roster.isName(withoutTitle(remark)));
    return together(before, named.join(' '), roster);
  }
  for (const remark of remarks) {
    const inside = roster.numbered(remark);
    if (inside.length > 0) return together(inside, bare, roster);
    const unknown =
      LIKE_NUMBER.test(lookOf(remark)) && /[A-Z]/.test(lookOf(remark)) && canOnlyBeNumber(remark);
    if (unknown && !/\s/.test(remark)) {
      const named = byName(bare, roster) ?? byName(withoutTitle(bare), roster);
      if (named !== undefined) return { kind: 'apart', candidates: candidatesOf(named) };
    }
  }
  return undefined;
}

/** 李四 TJ001, TJ001李四. */
function byNumberAndName(bare: string, remarks: readonly string[], roster: Roster): Naming | undefined {
  for (const [number, rest, space] of endsOf(bare)) {
    const name = withoutMarks(rest);
    const numbered = roster.numbered(number);
    const named = byName(name, roster) ?? byName(withoutTitle(name), roster);
    if (numbered.length > 0) {
      // 督查7组 is no cadre 7: digits alone are a number where a space or a name says so.
      if (DIGITS.test(number) && !space && named === undefined) continue;
      // TJ101 张伟（小） is not 张伟 where another one is called so.
      const exactly = byNameWithBracket(name, remarks, roster);
      const other = exactly === undefined ? [] : candidatesOf(exactly);
      if (other.length > 0 && !other.some((cadre) => numbered.includes(cadre)))
        return { kind: 'apart', candidates: [...numbered, ...other] };
      const inBrackets = remarks.map(lookOf).filter((remark) => roster.isName(withoutTitle(remark)));
      return together(numbered, [name, ...inBrackets].join(' ').trim(), roster);
    }
    if (named !== undefined && LIKE_NUMBER.test(number)) {
      return { kind: 'apart', candidates: candidatesOf(named) };
    }
  }
  return undefined;
}

/** The numbers that a text may begin or end with, each with what is left, and whether there is a mark between them. */
function* endsOf(bare: string): Generator<readonly [number: string, rest: string, apart: boolean]> {
  if (bare.length > LONGEST) return;
  const words = bare.split(' ');
  if (words.length > 1) {
    yield [words[0] ?? '', words.slice(1).join(' '), true];
    yield [words.at(-1) ?? '', words.slice(0, -1).join(' '), true];
  }
  let first = 0;
  while (first < bare.length && IN_NUMBER.test(bare.charAt(first))) first += 1;
  if (first > 0 && first < bare.length) {
    yield [withoutMarks(bare.slice(0, first)), bare.slice(first), MARK.test(bare.charAt(first))];
  }
  let last = bare.length;
  while (last > 0 && IN_NUMBER.test(bare.charAt(last - 1))) last -= 1;
  if (last > 0 && last < bare.length) {
    yield [withoutMarks(bare.slice(last)), bare.slice(0, last), MARK.test(bare.charAt(last - 1))];
  }
}

/** A text without marks at its ends. */
function withoutMarks(text: string): string {
  let begin = 0;
  let end = text.length;
  while (begin < end && MARK.test(text.charAt(begin))) begin += 1;
  while (end > begin && MARK.test(text.charAt(end - 1))) end -= 1;
  return text.slice(begin, end);
}

/** A number with the text next to it: nothing, a title, or the name of its cadre; else they do not belong together. */
function together(numbered: readonly NamedCadre[], rest: string, roster: Roster): Naming {
  const fitting = numbered.filter((cadre) => fits(cadre, rest));
  const [cadre] = fitting;
  if (cadre !== undefined && fitting.length === 1) return { kind: 'one', cadre, name: '' };
  if (fitting.length > 1) return { kind: 'several', candidates: fitting };
  const named = byName(rest, roster) ?? byName(withoutTitle(rest), roster);
  const candidates = [...numbered, ...(named === undefined ? [] : candidatesOf(named))];
  return { kind: 'apart', candidates: [...new Set(candidates)] };
}

function fits(cadre: NamedCadre, rest: string): boolean {
  const bare = withoutTitle(rest);
  if (bare === '') return true;
  return [cadre.name, ...cadre.before].some((name) =>
    [nameLook(name), lookOf(bracketed(name).outside)].some((look) => look === rest || look === bare),
  );
}

function candidatesOf(naming: Naming): readonly NamedCadre[] {
  if (naming.kind === 'one') return [naming.cadre];
  return 'candidates' in naming ? naming.candidates : [];
}
