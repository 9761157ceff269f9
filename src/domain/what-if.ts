// A round under another policy: who would stand differently, and why.
import type { Day } from './days/day.ts';
import type { Policy } from './policy.ts';
import type { Standing } from './round.ts';

/** What makes the difference. */
export type Difference = 'counted' | 'points' | 'tiers' | 'exit' | 'commend';

/** A cadre who would stand differently. */
export interface ChangedStanding {
  readonly before: Standing;
  readonly after: Standing;
  readonly because: readonly Difference[];
}

/** A comparison of two policies on one round. */
export interface WhatIf {
  readonly round: number;
  readonly cutoff: Day;
  readonly draft: boolean;
  readonly inForce: Policy;
  readonly changes: readonly ChangedStanding[];
  /** Whose counts or points alone would be others. */
  readonly onlyFigures: number;
}
