// due: what must be done before the next round, and who would enter the circle if nothing were done.
import { lookAhead } from '../../jobs/find/due.ts';
import { dueReport, dueTables } from '../../report/lists/due.ts';
import { sayDerivedStations, sayOmitted } from '../answers/said.ts';
import { printTables } from '../answers/show.ts';
import type { CommandSpec } from '../command-spec.ts';
import { cadreIfGiven } from '../options/cadres-given.ts';
import { todayOf } from '../options/today.ts';

export const leaves: readonly CommandSpec[] = [
  {
    name: 'due',
    traits: ['list'],
    options: [{ flags: '--until <day>' }, { flags: '--station <name>' }, { flags: '--cadre <no>' }],
    async run(session, input) {
      const { today, ahead } = await session.reading((db) => {
        const day = todayOf(session, db);
        const request = {
          until: input.day('until') ?? null,
          station: input.text('station') ?? null,
          cadreNo: cadreIfGiven(session, db, input.text('cadre')),
          today: day,
        };
        return { today: day, ahead: lookAhead(db, request) };
      });
      const code = ['table', 'md'].includes(session.format())
        ? await printTables(session, dueTables(ahead, today, session.words.term))
        : await session.print(dueReport(ahead, today, session.nameStyle, session.words.term));
      if (input.text('station') !== undefined) sayDerivedStations(session, ahead.items);
      sayOmitted(session, ahead.plan);
      return code;
    },
  },
];
