// What the forms share: labels, places to fill in, boxes to tick, who signs and when (CLERK.md, "Forms").
import type { Day } from '../../domain/days/day.ts';
import type { Words } from '../../i18n/words.ts';
import type { FormCell, FormRow } from '../document.ts';
import { longDay, shortDay } from '../wording.ts';

/** A label. */
export const label = (text: string): FormCell => ({ text, label: true });

/** A place with what is known, over some columns. */
export const place = (text: string, span = 1): FormCell => ({ text, span });

/** A label with a field next to it over the rest of the row. */
export function field(name: string, text: string, span: number, more: Omit<FormRow, 'cells'> = {}): FormRow {
  return { cells: [label(name), place(text, span)], ...more };
}

/** A label with room to write and to sign. */
export function signed(name: string, sign: string, span: number, lines: number, text = ''): FormRow {
  return { cells: [label(name), { text, span, sign }], lines };
}

/** Boxes to tick; those that are chosen are ticked. */
export function boxes(terms: readonly string[], chosen: readonly string[], words: Words): string {
  const ticked = new Set(chosen);
  return terms.map((term) => `${ticked.has(term) ? '☑' : '□'} ${words.term(term)}`).join('　');
}

/** A day, or nothing. */
export function dayText(day: string | null | undefined, words: Words): string {
  return day === null || day === undefined || day === '' ? '' : longDay(day as Day, words);
}

/** A day in a list below another day, whose year it need not repeat; or nothing. English months are cut to three letters. */
export function listedDay(day: string | null, near: string, words: Words): string {
  if (day === null || day === '') return '';
  return shortDay(day as Day, near as Day, words).replace(/[A-Z][a-z]+/, (month) => month.slice(0, 3));
}
