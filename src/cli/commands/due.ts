// due: what must be done before the next round, and who would enter the circle if nothing were done.
import { lookAhead } from '../../jobs/due.ts';
import { dueReport, dueTables } from '../../report/due.ts';
import { cadreIfGiven } from '../cadres-given.ts';
import type { Leaf } from '../leaf.ts';
import { sayDerivedStations, sayLeftOut } from '../said.ts';
import { printTables } from '../show.ts';
import { todayOf } from '../today.ts';

export const leaves: readonly Leaf[] = [
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
        : await session.print(dueReport(ahead, today, session.telling, session.words.term));
      if (input.text('station') !== undefined) sayDerivedStations(session, ahead.items);
      sayLeftOut(session, ahead.plan);
      return code;
    },
  },
];
