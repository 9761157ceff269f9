// The status of a finding on a day, given its state then.
import type { Day } from '../days/day.ts';
import type { Finding, Status } from './finding.ts';
import { type FindingState, firstDispatch } from './history.ts';

/** The status at the end of `day` (contract, section 3, "A finding at day D"), given the state on that day. */
export function statusAt(finding: Pick<Finding, 'dispatches'>, state: FindingState, day: Day): Status {
  if (state.settled !== null) return state.settled.status;
  if (state.pendingObjections.length > 0) return 'objected';
  return statusUnobjected(finding, state, day);
}

/** The same under engine 1: an objection of somebody who is no longer responsible did not lapse. */
export function statusBeforeLapsing(
  finding: Pick<Finding, 'dispatches'>,
  state: FindingState,
  day: Day,
): Status {
  return state.settled === null && state.lapsedObjections.length > 0
    ? 'objected'
    : statusAt(finding, state, day);
}

function statusUnobjected(finding: Pick<Finding, 'dispatches'>, state: FindingState, day: Day): Status {
  if (state.latest !== null) return state.latest.kind === 'report' ? 'reported' : 'returned';
  return firstDispatch(finding.dispatches, day) === undefined ? 'registered' : 'dispatched';
}
