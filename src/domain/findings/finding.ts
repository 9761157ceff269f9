// Findings and what happens to them: the plain shapes of section 2 and 3 of the contract.
import type { CadreNo } from '../cadre.ts';
import type { Day } from '../days/day.ts';

declare const findingBrand: unique symbol;
/** The number that identifies a finding among the live rows. */
export type FindingNo = string & { readonly [findingBrand]: true };

export const roles = ['lead', 'assist', 'leader'] as const;
/** 责任人: the part a cadre has in a finding or task. */
export type Role = (typeof roles)[number];

/** The place of somebody who is not on the roster. */
export const NO_PLACE = -1;

/**
 * One number for somebody in a role; negative for somebody who is not on the roster.
 * @param place on the roster
 * @param role its place in `roles`
 */
export function inRole(place: number | undefined, role: number): number {
  return (place ?? NO_PLACE) * roles.length + role;
}

export const progressWords = ['not_done', 'partly', 'done'] as const;
export type Progress = (typeof progressWords)[number];

export const checkResults = ['rectified', 'partial', 'not_rectified'] as const;
export type CheckResult = (typeof checkResults)[number];

export const grounds = ['facts', 'not_mine', 'deadline', 'other'] as const;
export type Ground = (typeof grounds)[number];

export const rulings = ['upheld', 'released', 'dismissed', 'retracted'] as const;
/** `retracted` is said by who raised the objection, the others by who rules. */
export type RulingWord = (typeof rulings)[number];

export const statuses = [
  'registered',
  'dispatched',
  'reported',
  'returned',
  'objected',
  'rectified',
  'withdrawn',
] as const;
export type Status = (typeof statuses)[number];

/** Severity 1 to 3. */
export type Severity = 1 | 2 | 3;

/** A cadre named on a finding or task, with the role. */
export interface Responsible {
  readonly cadreNo: CadreNo;
  readonly role: Role;
}

/** A cadre who is or was responsible, with the name, as lists and papers show them. */
export interface NamedResponsible {
  readonly cadreNo: CadreNo;
  readonly name: string;
  /** Empty where the cadre is not responsible any more. */
  readonly role: Role | '';
}

/** When a row was recorded: journal entry, then row id; "the later recorded" compares these two. */
interface Recorded {
  readonly id: number;
  readonly seq: number;
  readonly on: Day;
}

/** Something that the office must answer. */
interface Waiting extends Recorded {
  /**
   * The cutoff of the last round that was closed before it was recorded, where one was: the office cannot have been late
   * with what it did not hold (contract, section 3, "Due").
   */
  readonly heldSince?: Day;
}

export interface ReportEvent extends Waiting {
  readonly kind: 'report';
  readonly progress: Progress;
}
export interface CheckEvent extends Recorded {
  readonly kind: 'check';
  readonly result: CheckResult;
  readonly by: string;
  /** The journal entry of the reversed check whose place it takes in the windows of rounds; without one its own counts. */
  readonly windowSeq?: number;
}
export interface ExtensionEvent extends Recorded {
  readonly kind: 'extension';
  readonly newDueOn: Day;
  readonly by: string;
}
export interface ObjectionEvent extends Waiting {
  readonly kind: 'objection';
  readonly cadreNo: CadreNo;
  readonly ground: Ground;
}
export interface RulingEvent extends Recorded {
  readonly kind: 'ruling';
  /** The id of the objection that is ruled on. */
  readonly objection: number;
  readonly ruling: RulingWord;
  readonly by: string;
}
export interface ReassignmentEvent extends Recorded {
  readonly kind: 'reassignment';
  readonly from: CadreNo;
  readonly to: CadreNo;
  readonly newDueOn: Day | null;
  readonly by: string;
}

/** One event on a finding, by `kind`. */
export type FindingEvent =
  | ReportEvent
  | CheckEvent
  | ExtensionEvent
  | ObjectionEvent
  | RulingEvent
  | ReassignmentEvent;

/** A dispatch order that the finding was sent on. */
export interface Dispatch extends Recorded {
  readonly dueOn: Day;
}

/** A finding with everything that the rules of section 3 ask about. `events` are in the order of events. */
export interface Finding {
  readonly id: number;
  readonly findingNo: FindingNo;
  readonly source: string;
  readonly severity: Severity;
  readonly foundOn: Day;
  readonly dueOn: Day | null;
  /** True when the finding names an older one that it repeats. */
  readonly recurs: boolean;
  /** As named when the finding was recorded. */
  readonly named: readonly Responsible[];
  readonly events: readonly FindingEvent[];
  readonly dispatches: readonly Dispatch[];
}

/** The term that names an event in messages: a check by its result, a ruling by its word, others by their kind. */
export function eventTerm(event: FindingEvent): { readonly term: string } {
  return { term: `event.${event.kind}` };
}
