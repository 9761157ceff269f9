// One reading of texts that name persons (contract, section 3, "Persons"), for every option and every column.
import type { CadreNo } from '../cadre.ts';
import { type Problem, problem } from '../problem.ts';
import { lookOf } from '../texts/look.ts';
import { namingOf } from './naming.ts';
import type { NamedCadre, Roster } from './roster.ts';
import { splitPersons } from './split.ts';
import { bracketed, namesOthersToo } from './wording.ts';

/** A cadre that a text means. */
export interface CadreMeant {
  readonly cadreNo: CadreNo;
  /** The part of the text, as given. */
  readonly given: string;
  /** The look of the name that was given; empty where a number says who is meant, or where it was recorded so. */
  readonly name: string;
}

/** Somebody who is no cadre of the ledger. */
export interface Outsider {
  readonly cadreNo: undefined;
  /** The name as given; `外:张伟（县纪委）` where another one of that name is meant. */
  readonly given: string;
}

/** Who was meant by a part of a text. */
export type Person = CadreMeant | Outsider;

/** What a text was read as: persons, or what is wrong with it. */
export interface PersonsRead {
  readonly persons: readonly Person[];
  readonly problems: readonly Problem[];
}

/** 外:张伟（县纪委）: another 张伟 than the one on the roster, with the unit that distinguishes them. */
const DECLARED = /^外[:：]\s*(.*)$/su;

/** The name and unit of a declared outsider; undefined when the text declares none. */
export function declared(given: string): { readonly name: string; readonly unit: string } | undefined {
  const text = DECLARED.exec(given.trim())?.[1];
  if (text === undefined) return undefined;
  const { outside, remarks } = bracketed(text);
  return { name: outside, unit: remarks.join(' ') };
}

/**
 * Reads who is meant by a text. What depends on whom four eyes compares is asked by `touching`.
 * @returns the persons in their order, or the problems: no one is named, several have the name, a number and a name do
 *   not belong together, an unknown number, 等, or `外:` without a name or unit
 */
export function readPersons(text: string, roster: Roster): PersonsRead {
  const parts = splitPersons(text, roster);
  if (parts.length === 0) return { persons: [], problems: [problem('person_nobody', { text })] };
  const persons: Person[] = [];
  const problems: Problem[] = [];
  for (const given of parts) {
    const read = readOne(given, roster);
    if ('code' in read) problems.push(read);
    else persons.push(read);
  }
  return { persons, problems };
}

function readOne(given: string, roster: Roster): Person | Problem {
  const other = declared(given);
  if (other !== undefined) {
    if (lookOf(other.name) === '' || other.unit === '') return problem('person_unit_missing', { given });
    const numbered = roster.numbered(other.name);
    return numbered.length > 0 ? apart(given, numbered) : { cadreNo: undefined, given };
  }
  const naming = namingOf(given, roster);
  switch (naming.kind) {
    case 'one':
      if (bracketed(given).remarks.some(namesOthersToo)) return problem('person_and_others', { given });
      return { cadreNo: naming.cadre.cadreNo, given, name: naming.name };
    case 'several':
      return problem('person_several', { given, candidates: naming.candidates.map(cadreText) });
    case 'apart':
      return apart(given, naming.candidates);
    case 'unknown_number':
      return problem('person_number_unknown', { given });
    case 'no_one':
      return namesOthersToo(given) ? problem('person_and_others', { given }) : { cadreNo: undefined, given };
  }
}

function apart(given: string, candidates: readonly NamedCadre[]): Problem {
  return problem('person_apart', { given, candidates: candidates.map(cadreText) });
}

/** The text of a cadre as a candidate: number, name and unit. */
export function cadreText({ cadreNo, name, unit }: NamedCadre): string {
  return [cadreNo, name, unit].filter(Boolean).join(' ');
}
