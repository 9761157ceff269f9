// The content of a ledger's page, as plain values: each round's figures, the last one at a glance, findings in groups.
import type { Day } from './days/day.ts';
import type { DutyKind } from './duty.ts';
import type { ExitRequirement } from './policy.ts';
import type { Measure } from './round.ts';

/** A closed round as corrected, or the open one as it is now; its findings by the day things happened. */
export interface RoundFigures {
  readonly round: number;
  readonly cutoff: Day;
  readonly inCircle: number;
  readonly enter: number;
  readonly stay: number;
  readonly exit: number;
  readonly departed: number;
  readonly commended: number;
  readonly measures: Readonly<Record<Exclude<Measure, 'none'>, number>>;
  /** Found after the cutoff before and by this one. */
  readonly found: number;
  readonly rectified: number;
  /** Of those rectified: completed by the deadline in force that day, or without one. */
  readonly inTime: number;
  readonly withdrawn: number;
  /** At the end of the cutoff. */
  readonly outstanding: number;
  readonly overdue: number;
}

/** Findings that have one thing in common; the empty name for those without one. */
export interface DashboardGroup {
  readonly name: string;
  readonly outstanding: number;
  readonly overdue: number;
  /** Reported done and not yet checked. */
  readonly waiting: number;
  /** Rectified in the last round's window. */
  readonly rectified: number;
  /** Rectified in the windows of all rounds shown. */
  readonly rectifiedInAll: number;
  readonly inTimeInAll: number;
  /** Members of the circle; null where the group is none of people. */
  readonly inCircle: number | null;
}

/** Findings reported done that the team has not checked, by station. */
export interface LateChecks {
  readonly station: string;
  readonly waiting: number;
  /** Waiting longer than the policy allows, or than a week where it sets no limit. */
  readonly late: number;
  readonly longest: number;
}

/** What the office owes of one kind at the last cutoff. */
export interface DutiesOfKind {
  readonly kind: DutyKind;
  readonly owed: number;
  readonly late: number;
  /** By how many days the latest of them is late. */
  readonly longest: number;
}

/** One duty; where names are left out, it names no one. */
export interface DashboardDuty {
  readonly kind: DutyKind;
  readonly subject: string;
  readonly cadre: string;
  /** Who owes it, where that is known; without names only a station. */
  readonly by: string;
  readonly since: Day;
  readonly due: Day | null;
  readonly daysLate: number;
}

/** Outstanding findings of an age in days from the day they were found; `to` null is without an end. */
export interface AgeBand {
  readonly from: number;
  readonly to: number | null;
  readonly notDue: number;
  readonly withoutDeadline: number;
  readonly overdue: number;
}

/** A member of the circle as shown on the page. Texts are empty where the page has no names. */
export interface DashboardMember {
  readonly cadreNo: string;
  readonly name: string;
  readonly unit: string;
  readonly measure: Measure;
  readonly roundsIn: number;
  readonly unmet: readonly ExitRequirement[];
}

/** Everything that the page says. Without names no cadre's name or number is in it. */
export interface DashboardFacts {
  readonly township: string;
  readonly names: boolean;
  /** Whether the last round shown is open: its lists are proposals. */
  readonly draft: boolean;
  readonly policy: string;
  readonly digest: string;
  /** Oldest first, at least one; the last one is also the summary. */
  readonly rounds: readonly RoundFigures[];
  readonly corrected: number;
  readonly withoutDeadline: number;
  readonly waiting: number;
  readonly lateChecks: readonly LateChecks[];
  /** For how many days a check may be waited for before it is late. */
  readonly checkLimit: number;
  readonly duties: readonly DutiesOfKind[];
  /** The first of them, late ones first. */
  readonly dutiesFirst: readonly DashboardDuty[];
  readonly entered: readonly DashboardMember[];
  readonly stuck: readonly DashboardMember[];
  readonly byLeader: readonly DashboardGroup[];
  readonly byUnit: readonly DashboardGroup[];
  readonly byStation: readonly DashboardGroup[];
  readonly bySource: readonly DashboardGroup[];
  readonly byArea: readonly DashboardGroup[];
  readonly ages: readonly AgeBand[];
}
