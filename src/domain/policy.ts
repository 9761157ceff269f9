// The rule file as the program holds it: every key of the contract's policy, defaults filled in, numbers exact.
import type { Role, Severity } from './finding.ts';
import type { Measure } from './round.ts';

/** A threshold: the measure from `atLeast` on (hundredths of a point). */
export interface Tier {
  readonly measure: Exclude<Measure, 'none'>;
  readonly atLeast: number;
  readonly inCircle: boolean;
}

export const exitRequirements = [
  'no_counted_findings',
  'central_tasks_on_schedule',
  'no_overdue_findings',
] as const;
export type ExitRequirement = (typeof exitRequirements)[number];

/** 对号规则. All weights and points are hundredths. */
export interface Policy {
  readonly name: string;
  readonly version: string;
  readonly document: string;
  readonly count: {
    readonly basis: 'due' | 'outstanding';
    readonly objected: 'suspend' | 'count';
    readonly reported: 'suspend' | 'count';
    readonly weights: {
      readonly severity: Readonly<Record<Severity, number>>;
      readonly source: Readonly<Record<string, number>>;
      readonly recurrence: number;
      readonly returned: number;
      readonly overduePerWeek: number;
      readonly role: Readonly<Record<Role, number>>;
    };
    readonly taskBehind: number;
    readonly absence: number;
  };
  readonly tiers: readonly Tier[];
  readonly exit: { readonly require: readonly ExitRequirement[] };
  readonly commend: { readonly rectifiedAtLeast: number };
  readonly requireDecision: readonly Exclude<Measure, 'none'>[];
}
