// Cadres who answer for something, in one cell: as machines read them, by name, or by name, number and role.
import type { NamedResponsible } from '../../domain/findings/finding.ts';

/** How cadres are named: `machines` number and role, `names` for a narrow table, `full` where there is room. */
export type NameStyle = 'machines' | 'names' | 'full';

/** The codes of cadres as machines read them, `TJ018:lead;TJ009:assist`. */
export const answeringCodes: readonly (readonly string[])[] = [[], ['role']];

/** Texts joined as the language lists them. @param word gives the language's marks */
export function listed(texts: readonly string[], word: (key: string) => string): string {
  return texts.join(word('mark.list'));
}

/** The cadres in one cell, in their order. @param word words roles and marks */
export function answeringText(
  people: readonly NamedResponsible[],
  nameStyle: NameStyle,
  word: (key: string) => string,
): string {
  if (nameStyle === 'machines') return people.map((each) => `${each.cadreNo}:${each.role}`).join(';');
  const texts = people.map((each) => (nameStyle === 'names' ? each.name : inFull(each, word)));
  return listed(texts, word);
}

/** A text in the brackets of the language. @param word gives the language's marks */
function bracketed(text: string, word: (key: string) => string): string {
  return `${word('mark.open')}${text}${word('mark.close')}`;
}

/** 辛九 TJ018（主要责任人）: names repeat, numbers do not. */
export function inFull({ name, cadreNo, role }: NamedResponsible, word: (key: string) => string): string {
  return `${name} ${cadreNo}${bracketed(word(`role.${role}`), word)}`;
}
