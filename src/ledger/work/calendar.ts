// Calendar years in the ledger: imported whole, the last one recorded of a year counts.
import type { CalendarYear } from '../../domain/days/calendar.ts';
import type { Day } from '../../domain/days/day.ts';
import { type FactRow, View } from '../facts/view.ts';
import { sha256, type WriteDb } from '../writing/journal.ts';

interface CalendarYearRow extends FactRow {
  readonly year: number;
  readonly source: string;
  /** Of the days and their names. */
  readonly sha256: string;
}

interface CalendarDayRow {
  readonly on: Day;
  readonly kind: 'holiday' | 'workday';
  readonly name: string;
}

/** A calendar year with its row. */
export interface StoredCalendarYear extends CalendarYear {
  readonly row: CalendarYearRow;
}

/** The calendar years that count, by year: of each the last recorded among the live ones. */
export function calendarYears(view: View): StoredCalendarYear[] {
  const live = view.db
    .all<CalendarYearRow>('SELECT * FROM calendar_years ORDER BY year, id')
    .filter((row) => view.isLive('calendar_years', row));
  return live.filter((row, place) => live[place + 1]?.year !== row.year).map((row) => assemble(view, row));
}

function assemble(view: View, row: CalendarYearRow): StoredCalendarYear {
  const days = view.db.all<CalendarDayRow>(
    'SELECT "on", kind, name FROM calendar_days WHERE year_id = ? ORDER BY "on"',
    row.id,
  );
  const ofKind = (kind: CalendarDayRow['kind']): Map<Day, string> =>
    new Map(days.filter((each) => each.kind === kind).map((each) => [each.on, each.name]));
  return {
    year: row.year,
    source: row.source,
    row,
    holidays: ofKind('holiday'),
    workdays: ofKind('workday'),
  };
}

/** Adds a calendar year, to count from now on. Returns the row's id, undefined when the same days count already. */
export function addCalendarYear(
  db: WriteDb,
  calendar: CalendarYear,
  origin: { readonly batch_id: number | null; readonly line: number | null },
): { readonly id: number; readonly isNew: boolean } {
  const { year, source, holidays, workdays } = calendar;
  const days = [
    ...[...holidays].map(([on, name]) => ({ on, kind: 'holiday', name })),
    ...[...workdays].map(([on, name]) => ({ on, kind: 'workday', name })),
  ].sort((left, right) => (left.on < right.on ? -1 : 1));
  const digest = sha256(JSON.stringify(days.map(({ on, kind, name }) => [on, kind, name])));
  const counting = calendarYears(new View(db)).find((each) => each.year === year);
  if (counting?.row.sha256 === digest) return { id: counting.row.id, isNew: false };
  const id = db.insert('calendar_years', { year, source, sha256: digest, ...origin });
  for (const each of days) db.insertPart('calendar_days', { year_id: id, ...each });
  return { id, isNew: true };
}
