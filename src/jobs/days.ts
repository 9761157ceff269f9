// Days as a user types them.
import type { Day } from '../domain/days/day.ts';
import { parseDay } from '../intake/values/days.ts';

/** Reads a day in any of the contract's forms, or undefined. */
export function readDay(text: string): Day | undefined {
  const reading = parseDay(text);
  return 'day' in reading ? reading.day : undefined;
}

/** China's one time has been eight hours ahead, summer and winter, since 1992. */
const CHINA = { zone: 'Asia/Shanghai', ahead: 8 * 3_600_000 };

/** Today in a time zone (IANA name), from an instant. */
export function todayIn(timeZone: string, now: Date): Day {
  // The system's calendar of zones takes a fifth of a tally's time to load, and nearly every township is in this one.
  if (timeZone === CHINA.zone) return new Date(now.getTime() + CHINA.ahead).toISOString().slice(0, 10) as Day;
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now) as Day;
}
