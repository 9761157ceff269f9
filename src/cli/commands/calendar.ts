// calendar: the working days of a year, and where they are known from.
import { importCalendar, showYear } from '../../jobs/care/calendar-year.ts';
import { calendarReport } from '../../report/lists/calendar.ts';
import { sayRecorded } from '../answers/said.ts';
import type { CommandSpec } from '../command-spec.ts';

export const leaves: readonly CommandSpec[] = [
  {
    name: 'calendar show',
    arguments: '<year>',
    traits: ['list'],
    async run(session, input) {
      const year = input.wholeArgument(0, 'year');
      return session.print(calendarReport(await session.reading((db) => showYear(db, year))));
    },
  },
  {
    name: 'calendar import',
    arguments: '<file>',
    traits: ['write'],
    async run(session, input) {
      const came = await session.writing((ledger, acting) =>
        importCalendar(ledger, acting, input.argument(0)),
      );
      return sayRecorded(session, came, ({ told: warnings, year, holidays, workdays, what }) => {
        session.tellProblems(warnings);
        if (what === 'added')
          session.tell({ key: 'said.calendar_imported', values: { year, holidays, workdays } });
      });
    },
  },
];
