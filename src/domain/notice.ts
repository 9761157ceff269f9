// The content of a round's notice, as plain values: figures, lists, main problems, corrections.

import type { Cadre } from './cadre.ts';
import type { Day } from './days/day.ts';
import type { Measure, RoundDigests, Standing } from './round.ts';

export const noticeScopes = ['leader', 'internal', 'public'] as const;
/** Who reads it: `leader` all columns, `internal` name, unit, measure and count, `public` figures only. */
export type NoticeScope = (typeof noticeScopes)[number];

/**
 * Findings by what became of them in the round. Each concerned finding is one of `inTime`, `late`, `waiting`,
 * `objected`, `extended`, `notRectified`; `overdue` counts those of the last.
 */
export interface Figures {
  readonly findings: number;
  /** Rectified in the round's window. */
  readonly inTime: number;
  readonly late: number;
  /** Reported and not yet checked, in time or the check late: counted for no one. */
  readonly waiting: number;
  /** Under an objection that keeps it from being counted for anybody. */
  readonly objected: number;
  /** Would be due, had it not been extended in the window. */
  readonly extended: number;
  readonly notRectified: number;
  readonly overdue: number;
}

/** The figures of one source, area or station; the empty name for those without one. */
export interface GroupFigures {
  readonly name: string;
  readonly figures: Figures;
}

/** What is not rectified in one area, with the descriptions of the gravest. */
export interface MainProblem {
  readonly area: string;
  readonly count: number;
  readonly examples: readonly string[];
}

/** Under whose authority cadres with a measure are. */
export interface ByAuthority {
  readonly all: number;
  readonly county: number;
  /** Neither the township's nor the county's: sent by another unit. */
  readonly other: number;
}

/** The number of each, so that figures can be shown without the lines of cadres. */
export interface NoticeCounts {
  readonly commended: number;
  readonly measures: Readonly<Record<Exclude<Measure, 'none'>, ByAuthority>>;
  readonly enter: number;
  readonly stay: number;
  /** Of those who stay: with a talk that is recorded as held and not held again. */
  readonly followedUp: number;
  readonly exit: number;
  readonly departed: number;
  readonly nowIn: number;
}

/** A line of a closed round that was put right. `before` null: there was none. */
export interface NoticeCorrection {
  readonly round: number;
  readonly before: Standing | null;
  readonly after: Standing;
  readonly reason: string;
}

/** An appeal against a measure that was upheld. */
export interface NoticeAppeal {
  readonly round: number;
  readonly cadre: Pick<Cadre, 'name' | 'unit'>;
  readonly ruledOn: Day;
  /** Whether the line was corrected since. */
  readonly corrected: boolean;
}

/** Everything that the notice's text needs. In the scope `public` no name is in it: no lines, no texts of findings. */
export interface NoticeFacts {
  readonly scope: NoticeScope;
  /** True before the round is closed: the lists are proposals. */
  readonly draft: boolean;
  /** Empty when the ledger does not know it. */
  readonly township: string;
  readonly round: number;
  /** Its place among the rounds with a cutoff in the same year. */
  readonly roundOfYear: number;
  readonly cutoff: Day;
  readonly previousCutoff: Day | null;
  readonly policy: { readonly name: string; readonly version: string; readonly document: string };
  readonly meeting: string;
  readonly approvedBy: string;
  readonly digests: RoundDigests;
  readonly totals: Figures;
  /** Of the findings that wait: those that the office is late with, by what it owes. */
  readonly officeLate: { readonly checks: number; readonly rulings: number };
  /** Cadres responsible, with weight and on the roster, for the findings concerned. */
  readonly cadres: number;
  /** Against the last round's list of what was due: new on it, and rectified from it. null in the first round. */
  readonly sinceLast: { readonly added: number; readonly rectified: number } | null;
  /** Outstanding findings that no deadline makes due. */
  readonly withoutDeadline: number;
  readonly bySource: readonly GroupFigures[];
  readonly byArea: readonly GroupFigures[];
  readonly byStation: readonly GroupFigures[];
  /** Whether a finding without a station is counted at that of its lead: not in rounds closed by older versions. */
  readonly atLead: boolean;
  readonly problems: readonly MainProblem[];
  readonly counts: NoticeCounts;
  /** Those named: with a measure, commended, or moving into, within or out of the circle. As corrected. */
  readonly lines: readonly Standing[];
  /** By when what is left must be done. */
  readonly nextDeadline: Day;
  /** The numbers of those whose talk of an earlier round is recorded, and goes on without being held again. */
  readonly talked: readonly string[];
  readonly corrections: readonly NoticeCorrection[];
  /** The number of corrected lines; also shown where `corrections` is not. */
  readonly corrected: number;
  readonly appeals: readonly NoticeAppeal[];
  /** How many appeals were upheld; also shown where `appeals` is not. */
  readonly upheld: number;
  /** Days for an objection as the policy writes them; empty leaves a blank. */
  readonly objectDays: string;
}

/**
 * Under whose authority a cadre is (管理权限): the county's (a district's or a city's, whatever lies above the office),
 * the office's own, or another unit's.
 */
export function authorityOf(managedBy: string): 'county' | 'township' | 'other' {
  const said = managedBy.replaceAll('社区', '');
  if (/[县区市旗]/u.test(said)) return 'county';
  return managedBy === '' || /[乡镇]|街道|本级/u.test(said) ? 'township' : 'other';
}

/** Whether a cadre's line is named in the notice. */
export function isNamed({ measure, commended, movement }: Standing): boolean {
  return measure !== 'none' || commended || movement !== 'outside';
}

/** Whether a talk goes on from an earlier round: held once, it is not held again (contract, section 3, "Measure"). */
export function goesOn({ measure, step }: Pick<Standing, 'measure' | 'step'>): boolean {
  return (measure === 'reminder_talk' || measure === 'admonition_talk') && step === 'continued';
}
