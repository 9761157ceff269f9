// Service of a measure, the days for an appeal, and by when an appeal is answered.
import { addDays, type Day } from '../../domain/days/day.ts';
import type { AppealRuling } from '../../domain/measure.ts';
import type { MeasureRound } from './runs.ts';

/** The state of the service of a line's measure on a day. */
export interface ServiceState {
  /** `none`: not owed, and not served. */
  readonly state: 'none' | 'served' | 'due' | 'late';
  readonly servedOn: Day | null;
  /** Whether it was served after its last day. */
  readonly servedLate: boolean;
  readonly due: Day | null;
}

/** What the rules about a service ask. */
export interface ServiceAsked {
  readonly on: Day;
  /** All closed rounds, oldest first. */
  readonly rounds: readonly MeasureRound[];
  /** Days for a service by the policy in force. */
  readonly serveWithin: number;
  /** The days on which the line's measure was served. */
  readonly services: readonly Day[];
  readonly onRoster: boolean;
}

/**
 * The state of the service of a line's measure. Owed are the lines of the last closed round, and those of the rounds
 * since the first one under a limit.
 */
export function serviceOf(
  line: { readonly round: number; readonly cutoff: Day },
  { on, rounds, serveWithin, services, onRoster }: ServiceAsked,
): ServiceState {
  const due = serveWithin === 0 ? null : addDays(line.cutoff, serveWithin);
  const [servedOn] = services.filter((day) => day <= on).sort();
  if (servedOn !== undefined)
    return { state: 'served', servedOn, servedLate: due !== null && servedOn > due, due };
  const first = rounds.find((each) => each.serveWithin > 0)?.round ?? rounds.at(-1)?.round;
  if (!onRoster || first === undefined || line.round < first)
    return { state: 'none', servedOn: null, servedLate: false, due: null };
  return { state: due !== null && on > due ? 'late' : 'due', servedOn: null, servedLate: false, due };
}

/** The last day for an appeal: days run from service only; null without a service or a limit. */
export function appealUntil(servedOn: Day | null, appealWithin: number): Day | null {
  return servedOn === null || appealWithin === 0 ? null : addDays(servedOn, appealWithin);
}

/** An appeal with its answer. */
export interface Appeal {
  readonly on: Day;
  /** The cutoff of the last round closed before it was recorded, where there is one. */
  readonly heldSince?: Day;
  readonly answer: { readonly on: Day; readonly ruling: AppealRuling } | null;
}

/** The state of an appeal on a day. */
export interface AppealState {
  readonly state: 'pending' | 'overdue' | AppealRuling;
  /** Whether it was raised after its days: it is answered all the same. */
  readonly raisedLate: boolean;
  /** From when the office owes the answer, and the last day for it; null without a limit. */
  readonly since: Day;
  readonly due: Day | null;
}

/**
 * The state of an appeal: answered within days of the day it was raised, or of the cutoff closed before it was
 * recorded.
 */
export function appealState(
  { on: raisedOn, heldSince, answer }: Appeal,
  {
    on,
    until,
    answerWithin,
  }: { readonly on: Day; readonly until: Day | null; readonly answerWithin: number },
): AppealState {
  const since = heldSince !== undefined && heldSince > raisedOn ? heldSince : raisedOn;
  const due = answerWithin === 0 ? null : addDays(since, answerWithin);
  const raisedLate = until !== null && raisedOn > until;
  const answered = answer !== null && answer.on <= on ? answer.ruling : undefined;
  const state = answered ?? (due !== null && on > due ? 'overdue' : 'pending');
  return { state, raisedLate, since, due };
}
