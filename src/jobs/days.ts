// Days as a user types them.
import type { Day } from '../domain/day.ts';
import { parseDay } from '../intake/days.ts';

/** Reads a day in any of the contract's forms, or undefined. */
export function readDay(text: string): Day | undefined {
  const reading = parseDay(text);
  return 'day' in reading ? reading.day : undefined;
}

/** Today in a time zone (IANA name), from an instant. */
export function todayIn(timeZone: string, now: Date): Day {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now);
  return parts as Day;
}
