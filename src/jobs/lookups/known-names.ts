// Names of sources, areas, stations and villages that are asked for: an unknown one is refused with the nearest.
import { editDistance, nearest } from '../../domain/known.ts';
import { type ProblemValue, refusal } from '../../domain/problem.ts';
import { lookOf, unlikeLetters } from '../../domain/texts/look.ts';
import { byCodePoint } from '../../domain/texts/text.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { type NameKind, nameSpellings, spellingsAlike } from '../../ledger/facts/looks.ts';
import { isBorne } from '../../ledger/findings/names-borne.ts';

/** An unknown name, with the known ones that may be meant. */
export type UnknownName =
  | { readonly is: 'alike'; readonly values: { readonly known: string; readonly letters: string } }
  | { readonly is: 'near'; readonly values: { readonly near: string } }
  | { readonly is: 'unknown'; readonly values: { readonly borne: readonly string[] } }
  | { readonly is: 'none'; readonly values: Readonly<Record<string, never>> };

/** The maximum number of names listed where none is near. */
const MOST_LISTED = 5;

/**
 * Returns the names that an unknown name may mean; undefined for a known one. `none`: there are no names of the kind.
 */
export function unknownName(db: ReadDb, kind: NameKind, name: string): UnknownName | undefined {
  if (isBorne(db, kind, name)) return undefined;
  const known = spellingsAlike(db, kind, lookOf(name)).find((each) => isBorne(db, kind, each));
  if (known !== undefined) return { is: 'alike', values: { known, letters: unlikeLetters(name, known) } };
  const names = new Set(nameSpellings(db, kind));
  // Names of nothing but reversed facts are left out one by one: of the others none is read for it.
  for (let near = nearest(name, names); near !== undefined; near = nearest(name, names)) {
    if (isBorne(db, kind, near)) return { is: 'near', values: { near } };
    names.delete(near);
  }
  const borne = nearestFirst(name, names).filter((each) => isBorne(db, kind, each));
  const listed = [...borne.take(MOST_LISTED)];
  return listed.length > 0 ? { is: 'unknown', values: { borne: listed } } : { is: 'none', values: {} };
}

/** Those least unlike first: in one order whatever the order of recording. */
function nearestFirst(name: string, names: Iterable<string>): IteratorObject<string> {
  const wanted = [...name];
  return (
    [...names]
      // One that has the name in it is the likeliest.
      .map((each) => ({ each, distance: each.includes(name) ? 0 : editDistance(wanted, [...each]) }))
      .sort((left, right) => left.distance - right.distance || byCodePoint(left.each, right.each))
      .values()
      .map(({ each }) => each)
  );
}

/**
 * Refuses a filter by a text that is none of those there are: of units and sites, which are no names of their own.
 * @throws Failure `refused` with the nearest
 */
export function refuseUnknownText(
  field: 'unit' | 'site',
  text: string | null,
  there: Iterable<string>,
): void {
  const known = new Set(there);
  known.delete('');
  if (text === null || known.has(text)) return;
  const values = { field: { term: `column.${field}` }, name: text };
  const having = [...known].filter((each) => each.includes(text));
  const near = having.length === 1 ? having[0] : nearest(text, known);
  if (near !== undefined) throw refusal('name_unknown_near', { ...values, near });
  const borne = [...nearestFirst(text, known).take(MOST_LISTED)];
  throw borne.length > 0 ? refusal('name_unknown', { ...values, borne }) : refusal('name_none_known', values);
}

const CODES = {
  alike: 'name_unknown_alike',
  near: 'name_unknown_near',
  unknown: 'name_unknown',
  none: 'name_none_known',
} as const;

/**
 * Refuses a filter by an unknown name: an empty list would say that there is nothing, and not that the name is
 * mistyped.
 * @param names what was asked for, by kind; null and undefined ask for nothing
 * @throws Failure `refused`
 */
export function refuseUnknownNames(
  db: ReadDb,
  names: Readonly<Partial<Record<NameKind, string | null | undefined>>>,
): void {
  for (const [kind, name] of Object.entries(names) as [NameKind, string | null | undefined][]) {
    if (name == null) continue;
    const unknown = unknownName(db, kind, name);
    if (unknown === undefined) continue;
    const values: Record<string, ProblemValue> = {
      field: { term: `column.${kind}` },
      name,
      ...unknown.values,
    };
    throw refusal(CODES[unknown.is], values);
  }
}
