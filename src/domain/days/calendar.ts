// The working-day calendar: days off and make-up working days by year. A year without data is refused, never guessed.
import { refusal } from '../problem.ts';
import { addDays, type Day, dayNumber, daysBetween } from './day.ts';
import { type HolidayTable, holidaySource, holidayTables } from './holidays-data.ts';

/** What makes a year's working days differ from Monday to Friday, with the holiday that each day is for. */
export interface CalendarYear {
  readonly year: number;
  /** Who published the days, and how they came here. */
  readonly source: string;
  /** Days off, those that fall on a weekend anyway included. */
  readonly holidays: ReadonlyMap<Day, string>;
  /** Weekend days that are worked. */
  readonly workdays: ReadonlyMap<Day, string>;
}

/** A year of a calendar with its count of working days. */
export interface CountedYear {
  readonly calendar: CalendarYear;
  readonly workingDays: number;
}

/** The calendar of a year, undefined when there is none. */
export type Calendar = (year: number) => CalendarYear | undefined;

/**
 * Whether `day` is worked: a make-up working day, or Monday to Friday and no day off.
 * @throws Failure `calendar_year_missing` when the calendar has not the day's year
 */
export function isWorkingDay(day: Day, calendar: Calendar): boolean {
  return isWorked(day, yearOf(day, calendar));
}

function yearOf(day: Day, calendar: Calendar): CalendarYear {
  const year = Number(day.slice(0, 4));
  const known = calendar(year);
  if (known === undefined) throw refusal('calendar_year_missing', { year });
  return known;
}

function isWorked(day: Day, { holidays, workdays }: CalendarYear): boolean {
  return workdays.has(day) || !(isWeekend(day) || holidays.has(day));
}

/** Whether `day` is a Saturday or Sunday. */
export function isWeekend(day: Day): boolean {
  // 1970-01-01, day 0, was a Thursday; 2 and 3 are the weekend, before 1970 too.
  const sinceThursday = ((dayNumber(day) % 7) + 7) % 7;
  return sinceThursday === 2 || sinceThursday === 3;
}

/**
 * The `count`th working day after `day`; `day` itself, worked or not, for 0.
 * @throws Failure `calendar_year_missing` when a day on the way lies in a year without data
 */
export function addWorkingDays(day: Day, count: number, calendar: Calendar): Day {
  return walk(day, count, 1, calendar);
}

/**
 * The `count`th working day before `day`, for planning backwards; `day` itself for 0.
 * @throws Failure `calendar_year_missing` when a day on the way lies in a year without data
 */
export function workingDaysBack(day: Day, count: number, calendar: Calendar): Day {
  return walk(day, count, -1, calendar);
}

function walk(day: Day, count: number, step: 1 | -1, calendar: Calendar): Day {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`${count} working days`);
  const start = dayNumber(day);
  let at = start;
  let days: WorkedDays | undefined;
  for (let left = count; left > 0; ) {
    at += step;
    let worked = days?.worked[at - days.first];
    if (worked === undefined) {
      days = workedDays(addDays(day, at - start), calendar);
      worked = days.worked[at - days.first];
    }
    if (worked === 1) left -= 1;
  }
  return addDays(day, at - start);
}

/** A year as it is walked over: from day number `first` on, 1 for a working day. */
interface WorkedDays {
  readonly first: number;
  readonly worked: Uint8Array;
}

const walked = new WeakMap<CalendarYear, WorkedDays>();

function workedDays(day: Day, calendar: Calendar): WorkedDays {
  const known = yearOf(day, calendar);
  let days = walked.get(known);
  if (days === undefined) {
    const newYear = `${known.year}-01-01` as Day;
    const length = daysBetween(newYear, `${known.year}-12-31` as Day) + 1;
    const worked = Uint8Array.from({ length }, (_, place) =>
      Number(isWorked(addDays(newYear, place), known)),
    );
    days = { first: dayNumber(newYear), worked };
    walked.set(known, days);
  }
  return days;
}

/** The days off that every year has, whatever its notice says. */
const FIXED = ['01-01', '05-01', '10-01', '10-02', '10-03'];

/**
 * The fixed days off that are missing from a year's table. A table with only some days of a year is not
 * its calendar: the other days would be guessed.
 */
export function missingHolidays({ year, holidays }: CalendarYear): Day[] {
  return FIXED.map((each) => `${year}-${each}` as Day).filter((day) => !holidays.has(day));
}

const expanded = new Map<number, CalendarYear>();

/** The years that come with the program, 2004 on. */
export const shippedCalendar: Calendar = (year) => {
  const known = expanded.get(year);
  if (known !== undefined) return known;
  const table = holidayTables.find((each) => each.year === year);
  if (table === undefined) return undefined;
  const made = expand(table);
  expanded.set(year, made);
  return made;
};

function expand({ year, holidays, workdays, added }: HolidayTable): CalendarYear {
  const days = (names: Readonly<Record<string, string>>): Map<Day, string> => {
    const list = Object.entries(names).flatMap(([name, text]) =>
      text.split(' ').map((each) => [`${year}-${each}` as Day, name] as const),
    );
    return new Map(list.sort(([left], [right]) => (left < right ? -1 : 1)));
  };
  return { year, source: holidaySource + (added ?? ''), holidays: days(holidays), workdays: days(workdays) };
}
