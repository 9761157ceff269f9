// Rounds and their lines: measures, movements, standings, decisions.
import type { Cadre, CadreNo } from './cadre.ts';
import type { Day } from './days/day.ts';

export const measures = ['none', 'self_criticism', 'reminder_talk', 'admonition_talk'] as const;
/** 对应方式, lightest first. */
export type Measure = (typeof measures)[number];

export const steps = ['new', 'raised', 'continued', 'lowered', 'cleared'] as const;
export type Step = (typeof steps)[number] | '';

export const movements = ['enter', 'stay', 'exit', 'outside', 'departed'] as const;
export type Movement = (typeof movements)[number];

export const inByWords = ['tier', 'kept', 'decision'] as const;
export type InBy = (typeof inByWords)[number] | '';

/** Why a proposal was raised; several are separated by `;` in this order. */
export type RaisedBy = '' | 'entries' | 'rounds' | 'entries;rounds';

/** How heavy a measure is: 0 for none, 3 for an admonition talk. */
export function weightOf(measure: Measure): number {
  return measures.indexOf(measure);
}

/** 审定意见: what a named person settled for a cadre in the open round; null where nothing was settled. */
export interface Decision {
  readonly measure: Measure | null;
  readonly commended: boolean | null;
  /** Who decided; several when measure and commendation were settled by different people. */
  readonly by: string;
  readonly reason: string;
}

/** 对号结果: one cadre's line in a round. Points are ten-thousandths. */
export interface Standing {
  readonly cadre: Cadre;
  readonly counted: number;
  readonly pending: number;
  readonly overdue: number;
  readonly behindTasks: number;
  readonly absences: number;
  readonly points: number;
  readonly measure: Measure;
  readonly step: Step;
  readonly wasIn: boolean;
  readonly nowIn: boolean;
  readonly inBy: InBy;
  readonly movement: Movement;
  readonly roundsIn: number;
  readonly commended: boolean;
  readonly proposedMeasure: Measure;
  readonly proposedNowIn: boolean;
  readonly proposedCommended: boolean;
  readonly decidedBy: string;
  readonly decisionReason: string;
  /** Why the proposal was raised (contract, section 3, "History"); empty where it was not, and under engine 1. */
  readonly raisedBy: RaisedBy;
  /** How many of the pending findings wait for the office longer than its limits allow. */
  readonly latePending: number;
}

/** What the history rules ask of a cadre's line in an earlier closed round (as corrected). */
export interface PastLine {
  readonly cutoff: Day;
  readonly movement: Movement;
  readonly latePending: number;
}

/** What the next round needs from a cadre's line in the last closed one (as corrected). */
export interface PreviousLine {
  readonly cadreNo: CadreNo;
  readonly measure: Measure;
  readonly nowIn: boolean;
  readonly roundsIn: number;
}

/** The last closed round, as the next one sees it. */
export interface PreviousRound {
  readonly number: number;
  readonly cutoff: Day;
  /** The journal entry that closed it: no closed round includes what was recorded later. */
  readonly closedAt: number;
  readonly lines: ReadonlyMap<CadreNo, PreviousLine>;
}

/** The last closed round, as far as windows and the choice of findings ask; null when there is none. */
export type Since = Pick<PreviousRound, 'cutoff' | 'closedAt'> | null;

/** The digests of a round: of its draft, null when it was closed in one step; and of its closing, null while it is open. */
export interface RoundDigests {
  readonly draft: string | null;
  readonly closing: string | null;
}
