// What the papers about one cadre's line in a closed round say, and which of them the line calls for.
import type { Day } from '../../domain/days/day.ts';
import type { PaperKind, Receipt } from '../../domain/measure.ts';
import type { Office } from '../../domain/office.ts';
import type { ExitRequirement } from '../../domain/policy.ts';
import type { Measure, Movement, Step } from '../../domain/round.ts';
import { isTalk, type TalkState } from './runs.ts';

/** A counted finding, by its number. */
export interface PaperFinding {
  readonly findingNo: string;
  readonly description: string;
}

/** What led to the line; null where it was frozen in an earlier ledger. */
export interface PaperReasons {
  readonly counted: number;
  readonly overdue: number;
  readonly behindTasks: number;
  readonly absences: number;
  /** Empty where the line was corrected: the correction says why. */
  readonly findings: readonly PaperFinding[];
  /** Why a named person settled it otherwise than proposed, or confirmed it; empty without a decision. */
  readonly decisionReason: string;
}

/** Everything that is known for the papers of one cadre in a round. */
export interface PaperFacts {
  readonly round: {
    readonly number: number;
    readonly cutoff: Day;
    readonly meeting: string;
    readonly approvedBy: string;
    /** The rule that the policy rests on; empty where it names none. */
    readonly document: string;
  };
  readonly cadre: {
    readonly cadreNo: string;
    readonly name: string;
    readonly unit: string;
    readonly post: string;
    readonly managedBy: string;
  };
  readonly measure: Measure;
  /** Of the round before; null where it is not known. */
  readonly before: Measure | null;
  /** What was proposed; null where it is not known. */
  readonly proposed: Measure | null;
  readonly step: Step;
  readonly movement: Movement;
  readonly nowIn: boolean;
  /** As the round was closed, where it was corrected since. */
  readonly frozen: Measure;
  /** Why the line was corrected after the closing; empty where it was not. */
  readonly correction: string;
  readonly reasons: PaperReasons | null;
  /** What leaving the circle takes under the policy of the round. */
  readonly exit: readonly ExitRequirement[];
  /** Whether the cadre is in by the measure's tier or a decision, and not only by an exit requirement. */
  readonly inByMeasure: boolean;
  readonly talk: TalkState;
  /** The talk held for this line; null without one. */
  readonly talked: { readonly on: Day; readonly talker: string; readonly recorder: string } | null;
  readonly served: { readonly on: Day; readonly by: string; readonly receipt: Receipt | null } | null;
  /** How long the measure stays in force; null where the policy gives no months. */
  readonly influence: { readonly from: Day; readonly last: Day } | null;
  /** Days for an objection and an appeal as the policy writes them; empty leaves a blank. */
  readonly objectDays: string;
  readonly appealDays: string;
  /** The last days for them; null before the service, without days, or where the calendar lacks the year. */
  readonly objectLast: Day | null;
  readonly appealLast: Day | null;
  readonly office: Office;
  readonly township: string;
  /** The day of the round's notice; null when none was issued. */
  readonly issuedOn: Day | null;
  /** Names of everybody else that texts might name: to be masked. */
  readonly othersNames: readonly string[];
}

/** The subject of a result notice: entering, leaving, a measure given outside the circle, or a change. */
export type ResultTold = 'enter' | 'exit' | 'given' | 'changed';

/** What the closing changed for the cadre; null where nothing did. */
export function resultOf({ movement, step, measure, proposed, correction }: PaperFacts): ResultTold | null {
  if (movement === 'departed') return null;
  if (correction !== '') return 'changed';
  if (movement === 'enter' || movement === 'exit') return movement;
  if (step === 'new') return 'given';
  const otherThanProposed = proposed !== null && proposed !== measure;
  const changed = step === 'raised' || step === 'lowered' || step === 'cleared';
  return changed || otherThanProposed ? 'changed' : null;
}

/**
 * The papers that a line calls for: of a run with a talk, its papers are at the line where the talk is owed or was
 * held.
 */
export function papersFor(facts: PaperFacts): PaperKind[] {
  const { measure, talk, talked } = facts;
  const owed = talk.state === 'due' || talk.state === 'late';
  const papers: PaperKind[] = [];
  if (resultOf(facts) !== null) papers.push('result_notice');
  if (isTalk(measure) && (owed || talked !== null)) papers.push('talk_notice', 'talk_record');
  if (measure !== 'none') papers.push('service_record');
  return papers;
}
