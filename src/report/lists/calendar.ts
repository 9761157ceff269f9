// A year of the calendar as a list: days off and make-up working days, with the source.
import type { CountedYear } from '../../domain/days/calendar.ts';
import type { Report } from '../report.ts';
import { type Entry, listOf } from './lists.ts';

/** `calendar show`. */
export function calendarReport({ calendar, workingDays }: CountedYear): Report {
  const { year, source, holidays, workdays } = calendar;
  const days = [
    ...[...holidays].map(([on, name]) => ({ date: on, kind: 'holiday', name })),
    ...[...workdays].map(([on, name]) => ({ date: on, kind: 'workday', name })),
  ].sort((left, right) => (left.date < right.date ? -1 : 1));
  const entries = days.map((each): Entry => ({ ...each, weekday: String(new Date(each.date).getUTCDay()) }));
  return listOf(
    'calendar',
    [
      { key: 'date', type: 'day' },
      { key: 'weekday', type: 'term' },
      { key: 'kind', type: 'term', terms: 'calendar_kind' },
      { key: 'name', type: 'text' },
    ],
    entries,
    {
      title: { key: 'title.calendar_show', values: { year } },
      notes: [
        { key: 'note.calendar_source', values: { source } },
        {
          key: 'note.calendar_days',
          values: { holidays: holidays.size, workdays: workdays.size, working: workingDays },
        },
      ],
    },
  );
}
