// A year of the working-day calendar: shown, and brought in from a file.

import { type CountedYear, isWorkingDay } from '../../domain/days/calendar.ts';
import { addDays, type Day } from '../../domain/days/day.ts';
import { type Problem, refusal } from '../../domain/problem.ts';
import { readCalendarFile } from '../../intake/calendar-file.ts';
import { openSource } from '../../intake/source.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { View } from '../../ledger/facts/view.ts';
import type { Ledger } from '../../ledger/file/open.ts';
import { addCalendarYear } from '../../ledger/work/calendar.ts';
import { type Committed, commit } from '../../ledger/writing/journal.ts';
import { type Acting, entryOf } from '../acting.ts';
import { calendarOf } from '../lookups/calendar.ts';
import { factId } from '../lookups/fact-id.ts';
import type { Recorded } from '../record/record-one.ts';

/** A year as used by the ledger: imported, else shipped. @throws Failure `refused` for a year without data */
export function showYear(db: ReadDb, year: number): CountedYear {
  const calendar = calendarOf(new View(db));
  const known = calendar(year);
  if (known === undefined) throw refusal('calendar_year_missing', { year });
  let workingDays = 0;
  for (let day = `${year}-01-01` as Day; day <= `${year}-12-31`; day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar)) workingDays += 1;
  }
  return { calendar: known, workingDays };
}

/** The result of a calendar file. */
export interface CalendarImported extends Recorded {
  readonly year: number;
  readonly holidays: number;
  readonly workdays: number;
  readonly told: readonly Problem[];
}

/** Brings in a year from a file, to count from now on. @throws Failure `refused` with everything that is wrong with it */
export async function importCalendar(
  ledger: Ledger,
  acting: Acting,
  file: string,
): Promise<Committed<CalendarImported>> {
  const { year: calendar, warnings } = readCalendarFile(await openSource(file));
  const { year, holidays, workdays } = calendar;
  const asked = { year, holidays: [...holidays], workdays: [...workdays] };
  return commit<CalendarImported>(ledger, entryOf(acting, 'calendar import', asked), (db) => {
    const { id, isNew } = addCalendarYear(db, calendar, { batch_id: null, line: null });
    const facts = [factId('calendar_years', id)];
    const counts = { year, holidays: holidays.size, workdays: workdays.size };
    const value: CalendarImported = {
      what: isNew ? 'added' : 'unchanged',
      facts,
      late: null,
      ...counts,
      told: warnings,
    };
    return { value, did: { facts, ...counts, source: calendar.source } };
  });
}
