// due: what must be done before the next round, and who would enter the circle if nothing were done.
import { lookAhead, type PlannedAhead } from '../../jobs/find/due.ts';
import { dueEvents } from '../../report/lists/deadlines.ts';
import { dueReport, dueTables } from '../../report/lists/due.ts';
import { dueGroupings, dueGroups } from '../../report/lists/due-groups.ts';
import { asksForCalendar, editionIn, LIST_OR_CALENDAR, printCalendar } from '../answers/calendars.ts';
import { sayDerivedStations, sayOmitted } from '../answers/said.ts';
import { printTables } from '../answers/show.ts';
import type { CommandSpec } from '../command-spec.ts';
import { isArranged } from '../options/arranging.ts';
import { cadreIfGiven } from '../options/cadres-given.ts';
import { todayOf } from '../options/today.ts';

export const leaves: readonly CommandSpec[] = [
  {
    name: 'due',
    traits: ['list'],
    options: [
      { flags: '--until <day>' },
      { flags: '--station <name>' },
      { flags: '--cadre <no>' },
      { flags: '--on <day>', help: 'due_on_day' },
      { flags: '--group-by <group>', help: 'due_grouped', choices: dueGroupings, terms: 'column' },
      LIST_OR_CALENDAR,
    ],
    async run(session, input) {
      const groupBy = dueGroupings.find((each) => each === input.text('groupBy'));
      const { today, ahead, edition } = await session.reading((db) => {
        const day = input.day('on') ?? todayOf(session, db);
        const request = {
          until: input.day('until') ?? null,
          station: input.text('station') ?? null,
          cadreNo: cadreIfGiven(session, db, input.text('cadre')),
          today: day,
        };
        return { today: day, ahead: lookAhead(db, request), edition: editionIn(db) };
      });
      const word = session.words.term;
      if (asksForCalendar(input)) {
        const name = session.words.text({ key: 'calendar.due', values: { until: ahead.until } });
        const events = dueEvents(ahead.items, edition.ledger, word);
        return printCalendar(session, name, events, { edition, all: ahead.items.length });
      }
      if (groupBy !== undefined) return session.print(dueGroups(ahead, today, groupBy, cadresOf(ahead.plan)));
      const code =
        ['table', 'md'].includes(session.format()) && !isArranged(input)
          ? await printTables(session, dueTables(ahead, today, session.words.term))
          : await session.print(dueReport(ahead, today, session.nameStyle, session.words.term));
      if (input.text('station') !== undefined) sayDerivedStations(session, ahead.items);
      sayOmitted(session, ahead.plan);
      return code;
    },
  },
];

function cadresOf({ lines }: PlannedAhead['plan']) {
  return new Map(lines.map(({ standing: { cadre } }) => [cadre.cadreNo as string, cadre] as const));
}
