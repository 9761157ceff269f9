// Civil days: `YYYY-MM-DD` text, compared as text, calculated in whole days. No clock, no time zone.

declare const dayBrand: unique symbol;
/** A civil day `YYYY-MM-DD` that exists in the calendar. Text order is time order. */
export type Day = string & { readonly [dayBrand]: true };

const MILLISECONDS_PER_DAY = 86_400_000;

/** The day `year-month-day`, or undefined when the calendar has no such day. Years 1900 to 2999. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  if (year < 1900 || year > 2999) return undefined;
  const instant = new Date(Date.UTC(year, month - 1, date));
  if (instant.getUTCMonth() !== month - 1 || instant.getUTCDate() !== date) return undefined;
  return instant.toISOString().slice(0, 10) as Day;
}

/** Reads `YYYY-MM-DD` exactly; undefined for anything else, 2018-02-30 included. */
export function parseIsoDay(text: string): Day | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (match === null) return undefined;
  return dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Whole days since 1970-01-01. */
export function dayNumber(day: Day): number {
  return Date.parse(day) / MILLISECONDS_PER_DAY;
}

/** The day `days` later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return new Date((dayNumber(day) + days) * MILLISECONDS_PER_DAY).toISOString().slice(0, 10) as Day;
}

/** The same day `months` later (earlier when negative), or the last day of a shorter month. */
export function addMonths(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month + months, 0));
  const last = lastOfMonth.getUTCDate();
  lastOfMonth.setUTCDate(Math.min(date, last));
  return lastOfMonth.toISOString().slice(0, 10) as Day;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}
