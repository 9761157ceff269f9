// Names that a reader may confuse: they are asked about, never treated as the same.
import { lookOf } from '../texts/look.ts';
import type { NamedCadre, Roster } from './roster.ts';
import { bracketed, withoutTitle } from './wording.ts';

/** Characters that look like another: each group is represented by its first. */
const LOOK_ALIKE = [
  ...['己已巳', '未末', '土士', '日曰', '戊戌戍', '人入', '天夭', '干千', '·•‧∙・⋅・.．'],
  ...['AАΑ', 'EЕΕ', 'O0ОΟ', 'PРΡ', 'CС', 'XХΧ', 'YУΥ', '1LIІΙ'],
];
const first = new Map(
  LOOK_ALIKE.flatMap((group) => [...group].map((letter) => [letter, [...group][0] ?? letter] as const)),
);

function alikeForm(name: string): string {
  const bare = withoutTitle(lookOf(bracketed(name).outside));
  return [...bare.replaceAll(' ', '')].map((letter) => first.get(letter) ?? letter).join('');
}

const indices = new WeakMap<Roster, ReadonlyMap<string, readonly NamedCadre[]>>();

/** The cadres whose names look like the one in `text`, or are it but for a bracket. */
export function alikeNames(text: string, roster: Roster): readonly NamedCadre[] {
  let index = indices.get(roster);
  if (index === undefined) {
    index = Map.groupBy(roster.cadres, (cadre) => alikeForm(cadre.name));
    indices.set(roster, index);
  }
  const wanted = alikeForm(text);
  return wanted === '' ? [] : (index.get(wanted) ?? []);
}

/** More than these are no help: many share a surname. */
const MOST_NEAR = 3;
/** A shorter name is no slip of another length: 李和 for 李和平, but not 李 for 李四. */
const LEAST_LONG = 3;

const bySurname = new WeakMap<Roster, ReadonlyMap<string, readonly NamedCadre[]>>();

/** The cadres whose names begin like the one in `text` and differ in one letter; none where there are many. */
export function nearNames(text: string, roster: Roster): readonly NamedCadre[] {
  let index = bySurname.get(roster);
  if (index === undefined) {
    index = Map.groupBy(roster.cadres, (cadre) => [...alikeForm(cadre.name)][0] ?? '');
    bySurname.set(roster, index);
  }
  const wanted = [...alikeForm(text)];
  const near = (index.get(wanted[0] ?? '') ?? []).filter((cadre) =>
    isOneOff(wanted, [...alikeForm(cadre.name)]),
  );
  return near.length <= MOST_NEAR ? near : [];
}

/** Whether two names of two letters or more differ in one, or by one. */
function isOneOff(one: readonly string[], other: readonly string[]): boolean {
  if (one.length < 2 || other.length < 2) return false;
  if (one.length === other.length) return one.filter((letter, at) => letter !== other[at]).length === 1;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (long.length !== short.length + 1 || long.length < LEAST_LONG) return false;
  return long.some((_, at) => short.join('') === [...long.slice(0, at), ...long.slice(at + 1)].join(''));
}
