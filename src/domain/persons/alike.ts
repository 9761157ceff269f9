// Names that a reader may take for each other: they are asked about, never taken for each other.
import { lookOf } from '../look.ts';
import type { NamedCadre, Roster } from './roster.ts';
import { bracketed, withoutTitle } from './wording.ts';

/** Characters that look like another: each group's first stands for all of it. */
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
