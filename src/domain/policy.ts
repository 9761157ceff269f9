// The rule file as the program holds it: every key of the contract's policy, defaults filled in, numbers exact.
import type { Role, Severity } from './findings/finding.ts';
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
  readonly history: {
    readonly windowMonths: number;
    /** Entries, and rounds in a row, from which the measure is raised; 0 is never. */
    readonly raiseAtEntries: number;
    readonly raiseAtRounds: number;
  };
  /** Calendar days that the office has for each of its duties; 0 is no limit. */
  readonly duties: {
    readonly checkWithin: number;
    readonly ruleWithin: number;
    readonly talkWithin: number;
    readonly serveWithin: number;
    readonly answerWithin: number;
    readonly appealWithin: number;
  };
  /** What papers print: `5d` calendar days, `5wd` working days, empty for a blank. */
  readonly papers: { readonly objectDays: string; readonly appealDays: string };
  /** How long a measure stays in force; 0 is none. */
  readonly influenceMonths: Readonly<Record<Exclude<Measure, 'none'>, number>>;
  /** Measures that require a statement or a waiver. */
  readonly requireStatement: readonly Exclude<Measure, 'none'>[];
  /** Measures that require a decision by a named person. */
  readonly requireDecision: readonly Exclude<Measure, 'none'>[];
}

/** The keys that policies stored by earlier versions lack, with the contract's defaults. */
export const laterPolicyKeys: Pick<
  Policy,
  'history' | 'duties' | 'papers' | 'influenceMonths' | 'requireStatement'
> = {
  history: { windowMonths: 12, raiseAtEntries: 0, raiseAtRounds: 0 },
  duties: {
    checkWithin: 0,
    ruleWithin: 0,
    talkWithin: 0,
    serveWithin: 0,
    answerWithin: 0,
    appealWithin: 0,
  },
  papers: { objectDays: '', appealDays: '' },
  influenceMonths: { self_criticism: 0, reminder_talk: 0, admonition_talk: 0 },
  requireStatement: [],
};
