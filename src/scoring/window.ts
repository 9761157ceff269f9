// Which absences and rectifications a round takes in.
import type { Day } from '../domain/days/day.ts';
import type { Since } from '../domain/round.ts';

/**
 * Whether something of `day`, recorded by journal entry `seq`, belongs to the round (contract, section 3, "Windows"):
 * by its cutoff, and after the last closed round's cutoff or recorded after that round was closed.
 */
export function inWindow(day: Day, seq: number, cutoff: Day, previous: Since): boolean {
  if (day > cutoff) return false;
  return previous === null || day > previous.cutoff || seq > previous.closedAt;
}
