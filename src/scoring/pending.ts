// Why something due is pending for a cadre, and what the office is late with.
import type { CadreNo } from '../domain/cadre.ts';
import { addDays, type Day, daysBetween } from '../domain/days/day.ts';
import type { ObjectionEvent, ReportEvent } from '../domain/findings/finding.ts';
import type { FindingState } from '../domain/findings/history.ts';
import type { Late } from './reasons.ts';
import type { RoundRules } from './rules.ts';

/** What the rules about waiting ask of a round. */
export type WaitingRules = Pick<RoundRules, 'cutoff' | 'policy' | 'engine'>;

/** What suspends a finding for a cadre, with what the office is late with. */
export interface Suspension {
  readonly why: 'objected' | 'reported';
  readonly late: readonly Late[];
}

interface Waiting {
  readonly state: FindingState;
  /** The deadline in force at the cutoff. */
  readonly deadline: Day | null;
}

/** What suspends something due for a cadre (contract, section 3, "pending"), or undefined when it is counted. */
export function suspensionOf(at: Waiting, cadreNo: CadreNo, rules: WaitingRules): Suspension | undefined {
  return rules.engine === 1 ? suspensionBefore(at, cadreNo, rules) : suspensionSince2(at, cadreNo, rules);
}

/** Engine 1: every objection suspends, the latest report counts, nothing is late. */
function suspensionBefore(
  { state, deadline }: Waiting,
  cadreNo: CadreNo,
  { policy }: WaitingRules,
): Suspension | undefined {
  const objections = [...state.pendingObjections, ...state.lapsedObjections];
  if (policy.count.objected === 'suspend' && objections.some((each) => concerns(each, cadreNo)))
    return { why: 'objected', late: NONE };
  if (policy.count.reported === 'suspend' && state.latest?.kind === 'report') {
    // "The deadline in force at C", so that a deadline moved after the report is the one that counts.
    if (deadline === null || state.latest.on <= deadline) return { why: 'reported', late: NONE };
  }
  return undefined;
}

function suspensionSince2(
  { state, deadline }: Waiting,
  cadreNo: CadreNo,
  { policy, cutoff }: WaitingRules,
): Suspension | undefined {
  const { checkWithin, ruleWithin } = policy.duties;
  const late: Late[] = [];
  const suspending = policy.count.objected === 'suspend' ? suspendingFor(state, cadreNo) : NONE;
  const ruling = earliest(suspending.map((each) => lateSince(each, ruleWithin, cutoff)));
  if (ruling !== undefined) late.push({ with: 'ruling', since: ruling });
  let reported = false;
  if (policy.count.reported === 'suspend' && state.firstReport !== null) {
    const check = lateSince(state.firstReport, checkWithin, cutoff);
    if (check !== undefined) late.push({ with: 'check', since: check });
    reported = check !== undefined || deadline === null || state.firstReport.on <= deadline;
  }
  if (suspending.length > 0) return { why: 'objected', late };
  return reported ? { why: 'reported', late } : undefined;
}

const NONE: readonly never[] = [];

function concerns({ ground, cadreNo: raisedBy }: ObjectionEvent, cadreNo: CadreNo): boolean {
  return ground === 'facts' || raisedBy === cadreNo;
}

/** The pending objections that suspend the finding for a cadre. */
function suspendingFor(state: FindingState, cadreNo: CadreNo): readonly ObjectionEvent[] {
  if (state.pendingObjections.length === 0) return NONE;
  return state.pendingObjections.filter((each) => concerns(each, cadreNo) && !isRepeated(each, state));
}

/** The pending objections that concern a cadre and do not suspend, since one on that ground was dismissed. */
export function objectedAgain(
  state: FindingState,
  cadreNo: CadreNo,
  { engine, policy }: WaitingRules,
): readonly ObjectionEvent[] {
  if (engine === 1 || policy.count.objected === 'count' || state.pendingObjections.length === 0) return NONE;
  return state.pendingObjections.filter((each) => concerns(each, cadreNo) && isRepeated(each, state));
}

function isRepeated(objection: ObjectionEvent, state: FindingState): boolean {
  return state.dismissedObjections.length > 0 && dismissedBefore(objection, state) !== undefined;
}

/**
 * The dismissed objection because of which another one does not suspend: each suspends once for a finding and ground, of
 * one cadre, and on the ground `facts` of everybody.
 */
export function dismissedBefore(
  { ground, cadreNo }: Pick<ObjectionEvent, 'ground' | 'cadreNo'>,
  { dismissedObjections }: Pick<FindingState, 'dismissedObjections'>,
): ObjectionEvent | undefined {
  return dismissedObjections.find(
    (each) => each.ground === ground && (ground === 'facts' || each.cadreNo === cadreNo),
  );
}

/** The day from which the office has what it must answer. */
export function waitBegins({ on, heldSince }: ReportEvent | ObjectionEvent): Day {
  return heldSince !== undefined && heldSince > on ? heldSince : on;
}

/** The first day after the last one that a limit leaves for an answer; undefined without a limit. */
export function lateFrom(event: ReportEvent | ObjectionEvent, within: number): Day | undefined {
  return within === 0 ? undefined : addDays(waitBegins(event), within + 1);
}

/** The first day on which the office was late with an answer, when it is at the cutoff. */
function lateSince(event: ReportEvent | ObjectionEvent, within: number, cutoff: Day): Day | undefined {
  if (within === 0 || daysBetween(waitBegins(event), cutoff) <= within) return undefined;
  return lateFrom(event, within);
}

function earliest(days: readonly (Day | undefined)[]): Day | undefined {
  return days.filter((each) => each !== undefined).sort()[0];
}
