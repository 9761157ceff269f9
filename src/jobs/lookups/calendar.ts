// The working-day calendar of a ledger: the years imported into it over those shipped.
import { type Calendar, shippedCalendar } from '../../domain/days/calendar.ts';
import type { View } from '../../ledger/facts/view.ts';
import { calendarYears } from '../../ledger/work/calendar.ts';

/** The calendar at a view's position. */
export function calendarOf(view: View): Calendar {
  const imported = new Map(calendarYears(view).map((each) => [each.year, each]));
  return (year) => imported.get(year) ?? shippedCalendar(year);
}
