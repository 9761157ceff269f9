// Who is who: persons are given by number or by name, and four eyes means that two of them are not the same.
import type { CadreNo } from './cadre.ts';
import { comparableName, comparableNumber, splitPersons } from './text.ts';

/** The roster as far as names and numbers go. */
export interface People {
  /** The number that `text` is, or undefined when no cadre bears it. */
  readonly numberOf: (text: string) => CadreNo | undefined;
  /** The name that a cadre bears. */
  readonly nameOf: (cadreNo: CadreNo) => string;
}

/** A person as given: a number that the roster knows, or a name. */
interface Person {
  readonly given: string;
  readonly cadreNo: CadreNo | undefined;
  readonly name: string;
}

function readPersons(text: string, people: People): Person[] {
  return splitPersons(text).map((given) => {
    const cadreNo = people.numberOf(comparableNumber(given));
    return { given, cadreNo, name: comparableName(cadreNo === undefined ? given : people.nameOf(cadreNo)) };
  });
}

/** Two persons that may be one: which text, which cadre, and whether only the name says so. */
export interface SamePerson {
  readonly given: string;
  readonly cadreNo: CadreNo;
  readonly byName: boolean;
}

/**
 * The first of the persons in `text` who is one of `cadres` (contract, section 3, "Four eyes"): by number where a
 * number is given, else by name. undefined when none is.
 */
export function personAmong(text: string, cadres: Iterable<CadreNo>, people: People): SamePerson | undefined {
  const given = readPersons(text, people);
  for (const cadreNo of cadres) {
    for (const person of given) {
      if (person.cadreNo === cadreNo) return { given: person.given, cadreNo, byName: false };
      if (person.cadreNo === undefined && person.name === comparableName(people.nameOf(cadreNo))) {
        return { given: person.given, cadreNo, byName: true };
      }
    }
  }
  return undefined;
}

/** The first of the persons in `text` who is also in `other`: two numbers by number, else by name. */
export function personInBoth(text: string, other: string, people: People): string | undefined {
  const others = readPersons(other, people);
  for (const person of readPersons(text, people)) {
    const same = others.some((each) =>
      person.cadreNo !== undefined && each.cadreNo !== undefined
        ? person.cadreNo === each.cadreNo
        : person.name === each.name,
    );
    if (same) return person.given;
  }
  return undefined;
}
