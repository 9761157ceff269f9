// duties: what the office owes, late first.
import type { Duty } from '../../domain/duty.ts';
import { dutiesOn } from '../../jobs/duties/duties.ts';
import { dutyEvents } from '../../report/lists/deadlines.ts';
import { commandOf, dutiesReport } from '../../report/lists/duties.ts';
import { asksForCalendar, editionIn, LIST_OR_CALENDAR, printCalendar } from '../answers/calendars.ts';
import type { CommandSpec } from '../command-spec.ts';
import { todayOf } from '../options/today.ts';

export const leaves: readonly CommandSpec[] = [
  {
    name: 'duties',
    traits: ['list'],
    options: [
      { flags: '--on <day>', help: 'duties_on' },
      { flags: '--late', help: 'duties_late' },
      LIST_OR_CALENDAR,
    ],
    async run(session, input) {
      const { on, duties, edition } = await session.reading((db) => {
        const day = input.day('on') ?? todayOf(session, db);
        return { on: day, duties: dutiesOn(db, day, input.flag('late') === true), edition: editionIn(db) };
      });
      const { words, context } = session;
      const isCalendar = asksForCalendar(input);
      const shown = isCalendar || session.nameStyle !== 'machines';
      const blank = (word: string): string => (shown ? words.term(`blank.${word.toLowerCase()}`) : word);
      const shell = shown ? context.typed.shell : 'posix';
      if (isCalendar) {
        const command = (duty: Duty): string => commandOf(duty, { shell, blank });
        const name = words.text({ key: 'calendar.duties', values: { on } });
        const events = dutyEvents(duties, edition.ledger, words.term, command);
        return printCalendar(session, name, events, { edition, all: duties.length });
      }
      return session.print(dutiesReport(on, duties, { shell, blank }));
    },
  },
];
