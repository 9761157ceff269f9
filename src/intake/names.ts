// Names of persons in cells, and which cadre on a roster a name means. Nothing is merged that only looks alike.
import { comparableName } from '../domain/text.ts';

/** A person as a cell names them; `remark` is what stood in brackets after the name, a post mostly. */
export interface NamedPerson {
  readonly name: string;
  readonly remark?: string;
}

const SEPARATOR = /[;；,，、\n\r/／]/u;
const OPENING = /[(（[【〔]/u;
const CLOSING = /[)）\]】〕]/u;

/**
 * The persons that a cell names: several between 、 ， ； / or line breaks, each perhaps with a remark in brackets
 * (李四（副乡长）). Separators within brackets belong to the remark. Names are left as written.
 */
export function readPersons(cell: string): NamedPerson[] {
  const persons: NamedPerson[] = [];
  let name = '';
  let remark = '';
  let depth = 0;
  const finish = () => {
    if (name.trim() !== '') {
      persons.push(
        remark.trim() === '' ? { name: name.trim() } : { name: name.trim(), remark: remark.trim() },
      );
    }
    name = '';
    remark = '';
  };
  for (const letter of cell) {
    if (OPENING.test(letter)) depth += 1;
    else if (CLOSING.test(letter)) depth = Math.max(0, depth - 1);
    else if (depth > 0) remark += letter;
    else if (SEPARATOR.test(letter)) finish();
    else name += letter;
  }
  finish();
  return persons;
}

/** What matching asks of a cadre on the roster. */
export interface NameCandidate {
  readonly name: string;
}

/**
 * What a name means on a roster: `one` cadre, `several` with that name, `alike` none with that name but some whose
 * names differ only in width or look-alike characters (to be asked about, never taken), or `none`.
 */
export type NameMatch<C> =
  | { readonly kind: 'one'; readonly candidate: C }
  | { readonly kind: 'several'; readonly candidates: readonly C[] }
  | { readonly kind: 'alike'; readonly candidates: readonly C[] }
  | { readonly kind: 'none' };

/** Prepares a roster once and returns what matches a name against it (issue 4, "Names"). */
export function nameMatcher<C extends NameCandidate>(roster: Iterable<C>): (name: string) => NameMatch<C> {
  const exact = new Map<string, C[]>();
  const similar = new Map<string, C[]>();
  for (const candidate of roster) {
    const name = comparableName(candidate.name);
    put(exact, name, candidate);
    put(similar, lookOf(name), candidate);
  }
  return (given) => {
    const name = comparableName(given);
    const found = exact.get(name) ?? [];
    const [first] = found;
    if (first !== undefined) {
      return found.length === 1 ? { kind: 'one', candidate: first } : { kind: 'several', candidates: found };
    }
    const alike = similar.get(lookOf(name));
    return alike === undefined ? { kind: 'none' } : { kind: 'alike', candidates: alike };
  };
}

function put<C>(map: Map<string, C[]>, key: string, value: C): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Characters that look like another: each group's first stands for all of it. */
const LOOK_ALIKE = [
  '己已巳',
  '未末',
  '土士',
  '日曰',
  '戊戌戍',
  '人入',
  '天夭',
  '干千',
  '·•‧∙・⋅・.．',
  'aа',
  'eе',
  'oо0',
  'pр',
  'cс',
  'xх',
  'yу',
  'l1iі',
];
const looks = new Map(
  LOOK_ALIKE.flatMap((group) => [...group].map((letter) => [letter, [...group][0] ?? letter] as const)),
);

/** The form in which names are alike: compatibility forms folded, case and spaces aside, look-alikes as one. */
function lookOf(name: string): string {
  const folded = name.normalize('NFKC').toLowerCase().replace(/\s+/gu, '');
  return [...folded].map((letter) => looks.get(letter) ?? letter).join('');
}
