// What is said about the working-day calendar, in English: the problem, then the remedy.
import type { problemsCalendar as zh } from '../zh/problems-calendar.ts';

export const problemsCalendar: Readonly<Record<keyof typeof zh, string>> = {
  calendar_year_missing:
    'There is no calendar for {year}, so working days cannot be counted. Import the year with calendar import once it is published, or give the day itself.',
  calendar_columns_missing:
    'Columns that a calendar must have are missing: {missing}. The file has: {found}. Add date and kind (holiday or workday).',
  calendar_sheets_several: 'Several sheets look like a calendar: {sheets}. Keep one.',
  calendar_empty: 'The file holds no day. Give all days off and make-up working days of the year.',
  calendar_several_years:
    'The file holds several years: {years}. Make one file a year, each with all days off and make-up working days of that year.',
  calendar_day_twice: '{on} is on line {line} already. Keep one of them.',
  calendar_workday_on_weekday:
    '{on} is no Saturday or Sunday and is worked anyway, so it cannot be a make-up working day. Check the day.',
  calendar_year_incomplete:
    'The calendar of {year} is not whole: {missing} are not there. Give all days off of the year, those on weekends too; the rest would be guessed.',
};
