// Working days: years that anybody can look up, the package's own tables, and laws that hold for every day.
import { execFileSync } from 'node:child_process';
import packaged from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addWorkingDays,
  type Calendar,
  isWeekend,
  isWorkingDay,
  missingHolidays,
  shippedCalendar,
  workingDaysBack,
} from '../../../src/domain/days/calendar.ts';
import { addDays, type Day, daysBetween } from '../../../src/domain/days/day.ts';
import { holidayTables } from '../../../src/domain/days/holidays-data.ts';
import { Failure } from '../../../src/domain/problem.ts';

const FIRST = '2004-01-01' as Day;
const LAST = '2026-12-31' as Day;
const LENGTH = daysBetween(FIRST, LAST) + 1;
const everyDay = Array.from({ length: LENGTH }, (_, place) => addDays(FIRST, place));

/** The days of a span with their letter: 班 worked, 休 not. */
function span(from: string, to: string): string {
  const length = daysBetween(from as Day, to as Day) + 1;
  return Array.from({ length }, (_, place) =>
    isWorkingDay(addDays(from as Day, place), shippedCalendar) ? '班' : '休',
  ).join('');
}

const plus = (day: string, count: number): string => addWorkingDays(day as Day, count, shippedCalendar);
const back = (day: string, count: number): string => workingDaysBack(day as Day, count, shippedCalendar);

function refusedYear(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { kind: error.kind, problems: error.problems };
  }
  return undefined;
}

const missingYear = (year: number) => ({
  kind: 'refused',
  problems: [{ code: 'calendar_year_missing', values: { year } }],
});

describe('known years', () => {
  test('National Day 2018: off from the 1st to the 7th, the weekend before it worked', () => {
    expect(span('2018-09-27', '2018-10-09')).toBe('班班班班休休休休休休休班班');
    expect(plus('2018-09-28', 1)).toBe('2018-09-29');
    expect(plus('2018-09-28', 3)).toBe('2018-10-08');
    expect(back('2018-10-08', 2)).toBe('2018-09-29');
  });

  test('Mid-autumn 2018 fell on a Monday, so five working days from the round of 12 September pass no holiday', () => {
    expect(plus('2018-09-12', 5)).toBe('2018-09-19');
    expect(plus('2018-09-19', 5)).toBe('2018-09-27');
  });

  test('Spring Festival 2020 was extended to 2 February', () => {
    expect(span('2020-01-17', '2020-02-04')).toBe('班休班班班班班休休休休休休休休休休班班');
    expect(plus('2020-01-23', 1)).toBe('2020-02-03');
  });

  test('New Year 2019 was arranged in 2018, New Year 2006 in 2005', () => {
    expect(span('2018-12-28', '2019-01-02')).toBe('班班休休休班');
    expect(span('2005-12-30', '2006-01-04')).toBe('班班休休休班');
  });

  test('the first and the last year', () => {
    expect(span('2004-01-16', '2004-01-29')).toBe('班班班班班班休休休休休休休班');
    expect(span('2026-02-13', '2026-03-01')).toBe('班班休休休休休休休休休班班班班班休');
  });

  test('an ordinary week', () => {
    expect(span('2018-09-10', '2018-09-16')).toBe('班班班班班休休');
    expect(plus('2018-09-14', 1)).toBe('2018-09-17');
    expect(back('2018-09-17', 1)).toBe('2018-09-14');
    expect(plus('2018-09-15', 1)).toBe('2018-09-17');
  });

  test('no working days lead nowhere, and part of one is none', () => {
    expect(plus('2018-10-01', 0)).toBe('2018-10-01');
    expect(back('2018-10-01', 0)).toBe('2018-10-01');
    for (const count of [-1, 1.5, Number.NaN]) expect(() => plus('2018-09-12', count)).toThrow(RangeError);
  });
});

describe('the shipped tables', () => {
  test('are those of the package, and the one day that a notice has and the package has not', () => {
    const off: Readonly<Record<string, string>> = packaged.holidays;
    const worked: Readonly<Record<string, string>> = packaged.workdays;
    const differing = everyDay.filter((day) => {
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
      const byPackage = day in worked || (weekday >= 1 && weekday <= 5 && !(day in off));
      return isWorkingDay(day, shippedCalendar) !== byPackage;
    });
    expect(differing).toEqual(['2005-12-31']);
  });

  test('are whole, one after the other, with make-up days on weekends only, each with its holiday and the source', () => {
    expect(holidayTables.map(({ year }) => year)).toEqual(
      Array.from({ length: 23 }, (_, place) => 2004 + place),
    );
    for (const { year } of holidayTables) {
      const known = shippedCalendar(year);
      if (known === undefined) throw new Error(`no ${year}`);
      expect(known.year).toBe(year);
      expect(known.source).toContain('国务院办公厅');
      expect(known.source).toContain('chinese-days 1.');
      expect(missingHolidays(known)).toEqual([]);
      for (const day of known.workdays.keys()) expect([day, isWeekend(day)]).toEqual([day, true]);
      for (const days of [known.holidays, known.workdays]) {
        expect([...days.keys()]).toEqual([...days.keys()].sort());
        for (const [day, name] of days)
          expect([day.slice(0, 4), name]).toEqual([`${year}`, expect.stringMatching(/\S/)]);
      }
    }
    expect(shippedCalendar(2005)?.source).toContain('国办发明电〔2005〕35号');
    expect(shippedCalendar(2018)?.holidays.get('2018-10-01' as Day)).toBe('国庆节');
    expect(shippedCalendar(2018)?.workdays.get('2018-09-29' as Day)).toBe('国庆节');
  });
});

describe('a year without data', () => {
  test.each([
    ['a day in it', () => isWorkingDay('2027-01-01' as Day, shippedCalendar), 2027],
    ['a weekend in it', () => isWorkingDay('2027-01-02' as Day, shippedCalendar), 2027],
    ['a span that runs into it', () => plus('2026-12-31', 1), 2027],
    ['a span that comes back into it', () => back('2004-01-02', 1), 2003],
    ['a day long ago', () => plus('1999-05-04', 5), 1999],
  ])('is refused by name: %s', (_, run, year) => {
    expect(refusedYear(run)).toEqual(missingYear(year));
  });

  test('is not asked for when no day of it is looked at', () => {
    expect(plus('2003-12-31', 1)).toBe('2004-01-02');
    expect(back('2027-01-01', 1)).toBe('2026-12-31');
    expect(plus('2026-12-30', 1)).toBe('2026-12-31');
  });

  test('is told apart from one with a few days: those are no calendar', () => {
    const holidays = new Map([['2027-01-01' as Day, '元旦']]);
    expect(missingHolidays({ year: 2027, source: '', holidays, workdays: new Map() })).toEqual([
      ...['2027-05-01', '2027-10-01', '2027-10-02', '2027-10-03'],
    ]);
  });
});

describe('laws', () => {
  const days = fc.integer({ min: 400, max: LENGTH - 400 }).map((place) => addDays(FIRST, place));
  const counts = fc.integer({ min: 1, max: 120 });
  const workingDays = days.filter((day) => isWorkingDay(day, shippedCalendar));

  test('the nth working day is a working day, and n working days lie up to it', () => {
    fc.assert(
      fc.property(days, counts, (day, count) => {
        const until = addWorkingDays(day, count, shippedCalendar);
        const between = everyDay.filter((each) => each > day && each <= until);
        expect(between.filter((each) => isWorkingDay(each, shippedCalendar)).length).toBe(count);
        expect(isWorkingDay(until, shippedCalendar)).toBe(true);
      }),
    );
  });

  test('back from a working day is where one came from', () => {
    fc.assert(
      fc.property(workingDays, counts, (day, count) => {
        expect(workingDaysBack(addWorkingDays(day, count, shippedCalendar), count, shippedCalendar)).toBe(
          day,
        );
        expect(addWorkingDays(workingDaysBack(day, count, shippedCalendar), count, shippedCalendar)).toBe(
          day,
        );
      }),
    );
  });

  test('two steps are one, and later never comes out earlier', () => {
    fc.assert(
      fc.property(days, counts, counts, (day, first, second) => {
        const twice = addWorkingDays(addWorkingDays(day, first, shippedCalendar), second, shippedCalendar);
        expect(addWorkingDays(day, first + second, shippedCalendar)).toBe(twice);
        const next = addWorkingDays(addDays(day, 1), first, shippedCalendar);
        expect(next >= addWorkingDays(day, first, shippedCalendar)).toBe(true);
      }),
    );
  });

  test('another calendar is another answer, also after the shipped one was walked', () => {
    const other: Calendar = (year) => ({
      year,
      source: 'no holidays',
      holidays: new Map(),
      workdays: new Map(),
    });
    expect(plus('2018-09-30', 1)).toBe('2018-10-08');
    expect(addWorkingDays('2018-09-30' as Day, 1, other)).toBe('2018-10-01');
    expect(addWorkingDays('1969-12-26' as Day, 1, other)).toBe('1969-12-29');
    expect(addWorkingDays('2027-12-31' as Day, 260, other)).toBe('2028-12-29');
  });
});

describe('the time zone', () => {
  const source = JSON.stringify(new URL('../../../src/domain/days/calendar.ts', import.meta.url).href);
  const script = `
    const { addWorkingDays, workingDaysBack, shippedCalendar } = await import(${source});
    const days = [...Array(400).keys()].map((n) => new Date(Date.UTC(2018, 0, 1 + n)).toISOString().slice(0, 10));
    const zone = new Date(2018, 0, 1).getTimezoneOffset();
    const reckoned = days.map((day) => [1, 5, 60].map((n) =>
      [addWorkingDays(day, n, shippedCalendar), workingDaysBack(day, n, shippedCalendar)]));
    console.log(JSON.stringify({ zone, reckoned }));`;
  const days = Array.from({ length: 400 }, (_, place) => addDays('2018-01-01' as Day, place));
  const here = days.map((day) => [1, 5, 60].map((count) => [plus(day, count), back(day, count)]));

  test.each([
    ['Pacific/Kiritimati', -840],
    ['America/Los_Angeles', 480],
  ])('makes no difference: %s', (TZ, zone) => {
    const told = execFileSync(
      process.execPath,
      ['--experimental-strip-types', '--input-type=module', '-e', script],
      {
        env: { ...process.env, TZ },
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      },
    );
    expect(JSON.parse(told)).toEqual({ zone, reckoned: here });
  });
});
