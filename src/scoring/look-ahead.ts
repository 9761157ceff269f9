// What the next round would have due if nothing happened, and who would be in the circle.
import type { Day } from '../domain/days/day.ts';
import type { NamedResponsible } from '../domain/findings/finding.ts';
import type { Standing } from '../domain/round.ts';
import type { Late } from './reasons.ts';
import type { WayOut } from './way-out.ts';

/** What has to be done about something due. */
export type ToDo = 'rectify' | 'check' | 'rule' | 'catch_up' | 'accept';

/** Something that the next round would have due if nothing happened. */
export interface DueItem {
  readonly kind: 'finding' | 'task';
  readonly number: string;
  readonly description: string;
  readonly station: string;
  /** Whether the station is that of a finding's lead. */
  readonly derived: boolean;
  /** A finding's deadline in force; a task's first day from which it would be behind. */
  readonly deadline: Day | null;
  readonly status: string;
  readonly todo: ToDo;
  /** What the office would be late with, each with the earliest day. */
  readonly late: readonly Late[];
  /** By how much a task would be behind, in hundredths. */
  readonly behindBy: number;
  readonly quantityUnit: string;
  /** The cadres for whom it would count, and for whom it would be pending. */
  readonly counted: readonly NamedResponsible[];
  readonly pending: readonly NamedResponsible[];
}

/** Somebody who would be in the circle, and what would keep them out. */
export interface Threatened {
  readonly standing: Standing;
  readonly way: WayOut;
}

/** A look ahead to a cutoff. */
export interface LookAhead {
  readonly round: number;
  readonly until: Day;
  readonly items: readonly DueItem[];
  readonly threatened: readonly Threatened[];
}
