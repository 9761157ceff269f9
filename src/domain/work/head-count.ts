// Heads counted on a site: who was there, who was not, who was on leave.
import type { CadreNo } from '../cadre.ts';
import type { Day } from '../days/day.ts';
import type { Presence, Session } from './task.ts';

/** A cadre who was counted. */
export interface Counted {
  readonly cadreNo: CadreNo;
  readonly name: string;
}

/** One count of heads. */
export interface HeadCount {
  readonly on: Day;
  readonly site: string;
  readonly session: Session;
  readonly who: Readonly<Record<Presence, readonly Counted[]>>;
}
