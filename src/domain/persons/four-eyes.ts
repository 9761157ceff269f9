// Four eyes: whether somebody whom a text names is one of those concerned, or may be.

import type { ProblemCode } from '../codes/problem-codes.ts';
import { type Problem, type ProblemValue, problem } from '../problem.ts';
import { lookOf } from '../texts/look.ts';
import { contains, type Part, partOf } from './contained.ts';
import { declared, type Person } from './read.ts';
import type { NamedCadre } from './roster.ts';
import { bracketed, nameLook, surnamesWithTitle, withoutTitle } from './wording.ts';

/**
 * Why a person is, or may be, a cadre: the number says so; a present or former name of the cadre says so; the text
 * contains a number or name of the cadre (督查组（辛九）); or it is the cadre's surname with a title.
 */
export type Touch = 'number' | 'name' | 'contains' | 'surname';

/** A person of a text who is a cadre, or may be. */
export interface Touched {
  readonly person: Person;
  readonly cadre: NamedCadre;
  readonly touch: Touch;
}

/** The persons who are, or may be, one of the cadres; none when four eyes are kept. */
export function* allTouching(persons: readonly Person[], cadres: Iterable<NamedCadre>): Generator<Touched> {
  for (const cadre of cadres) {
    for (const person of persons) {
      const touch = touchOf(person, cadre);
      if (touch !== undefined) yield { person, cadre, touch };
    }
  }
}

/** The first of them, or undefined. */
export function touching(persons: readonly Person[], cadres: Iterable<NamedCadre>): Touched | undefined {
  for (const touched of allTouching(persons, cadres)) return touched;
  return undefined;
}

/** The codes of an act for somebody who is the cadre by number, and for somebody of whom only the name says so. */
export interface ActCodes {
  readonly same: ProblemCode;
  readonly name: ProblemCode;
}

/** What is wrong when somebody touches a cadre: the act's own words, or that persons are to be written apart. */
export function touchProblem(
  { person, cadre, touch }: Touched,
  codes: ActCodes,
  about: Readonly<Record<string, ProblemValue>> = {},
): Problem {
  const values = { ...about, person: person.given, cadre_no: cadre.cadreNo, name: cadre.name };
  switch (touch) {
    case 'number':
      return problem(codes.same, values);
    case 'name':
      return problem(codes.name, values);
    case 'contains':
      return problem('person_contains', values);
    case 'surname':
      return problem('person_surname', values);
  }
}

/** Why a person may be a cadre, or undefined. */
function touchOf(person: Person, cadre: NamedCadre): Touch | undefined {
  const { borne, names, parts } = formsOf(cadre);
  if (person.cadreNo !== undefined) {
    if (person.cadreNo === cadre.cadreNo) return person.name === '' ? 'number' : 'name';
    // Where two cadres have or had the name, it is not certain who is meant.
    if (person.name !== '' && borne.has(person.name)) return 'name';
    const { remarks } = bracketed(person.given);
    if (remarks.some((remark) => contains(remark, parts))) return 'contains';
    return isSurnameOf(names, remarks) ? 'surname' : undefined;
  }
  const other = declared(person.given);
  if (other !== undefined) {
    // Another one of that name: what else it says must not concern the cadre.
    const name = lookOf(other.name);
    const isNamesake = names.has(name) || names.has(withoutTitle(name));
    const said = isNamesake ? other.unit : person.given;
    return contains(said, parts) ? 'contains' : undefined;
  }
  const { outside, remarks } = bracketed(person.given);
  const [whole, bare] = [nameLook(person.given), lookOf(outside)];
  if (names.has(whole) || names.has(bare) || names.has(withoutTitle(bare))) return 'name';
  if (contains(person.given, parts)) return 'contains';
  return isSurnameOf(names, [outside, ...remarks]) ? 'surname' : undefined;
}

/** Whether a text is, or lists, a surname with only a title that one of the names begins with. */
function isSurnameOf(names: ReadonlySet<string>, texts: readonly string[]): boolean {
  return texts
    .flatMap(surnamesWithTitle)
    .some((surname) => [...names].some((name) => name.startsWith(surname)));
}

/** Whether two persons are, or may be, the same: by number where both have one, else by name. */
export function samePerson(one: Person, other: Person, cadre: (cadreNo: string) => NamedCadre): boolean {
  if (one.cadreNo !== undefined && other.cadreNo !== undefined) return one.cadreNo === other.cadreNo;
  if (one.cadreNo !== undefined) return touchOf(other, cadre(one.cadreNo)) !== undefined;
  if (other.cadreNo !== undefined) return touchOf(one, cadre(other.cadreNo)) !== undefined;
  const [left, right] = [outsiderName(one.given), outsiderName(other.given)];
  if (left.unit !== '' && right.unit !== '' && left.unit !== right.unit) return false;
  return (
    left.name === right.name ||
    contains(one.given, [partOf(right.name)]) ||
    contains(other.given, [partOf(left.name)])
  );
}

function outsiderName(given: string): { readonly name: string; readonly unit: string } {
  const other = declared(given);
  const bare = lookOf(other?.name ?? bracketed(given).outside);
  return { name: withoutTitle(bare) || bare, unit: lookOf(other?.unit ?? '') };
}

/** The forms in which a text may name a cadre. */
interface Forms {
  /** Looks of the present and former names. */
  readonly borne: ReadonlySet<string>;
  /** The same, with and without a bracket that belongs to them. */
  readonly names: ReadonlySet<string>;
  /** The names and the number as they may be written inside a text. */
  readonly parts: readonly Part[];
}

const forms = new WeakMap<NamedCadre, Forms>();

function formsOf(cadre: NamedCadre): Forms {
  let known = forms.get(cadre);
  if (known === undefined) {
    const borne = [cadre.name, ...cadre.before].map(nameLook);
    const names = new Set(borne.flatMap((look) => [look, lookOf(bracketed(look).outside)]));
    names.delete('');
    const parts = [...[...names].map((name) => partOf(name)), partOf(lookOf(cadre.cadreNo), true)];
    known = { borne: new Set(borne), names, parts };
    forms.set(cadre, known);
  }
  return known;
}
