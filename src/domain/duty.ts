// What the office itself owes by a day.
import type { CadreNo } from './cadre.ts';
import { type Day, daysBetween } from './days/day.ts';

export const dutyKinds = [
  'check',
  'rule',
  'decide',
  'receive',
  'talk',
  'serve',
  'answer',
  'correct',
  'recheck',
] as const;
export type DutyKind = (typeof dutyKinds)[number];

/** 应办事项: something that the office owes (contract, section 3, "Duties"). */
export interface Duty {
  readonly kind: DutyKind;
  /** The number of the finding or order, of the round, or of the draw. */
  readonly subject: string;
  /** What it is about, for a reader. */
  readonly description: string;
  /** The cadre whom it concerns, where it is one. */
  readonly cadre: { readonly cadreNo: CadreNo; readonly name: string } | null;
  /** Who owes it, where that is known. */
  readonly by: string;
  /** The day from which it is owed. */
  readonly since: Day;
  /** The last day on which it is in time; null without a limit. */
  readonly due: Day | null;
  /** The arguments of the command that settles it; capitals mark what only a person knows. */
  readonly command: readonly string[];
}

/** By how many days a duty is late on a day; 0 when it is not. */
export function daysLate({ due }: Pick<Duty, 'due'>, on: Day): number {
  return due === null ? 0 : Math.max(0, daysBetween(due, on));
}
