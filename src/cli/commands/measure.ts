// measure: what comes after the closing: which measures are talked about, served, appealed and in force.
import { findMeasures, showMeasures } from '../../jobs/find/find-measures.ts';
import { measureEvents, measuresReport } from '../../report/lists/measures.ts';
import type { CommandSpec } from '../command-spec.ts';
import { cadreGiven, cadreIfGiven } from '../options/cadres-given.ts';
import { textsGiven } from '../options/numbers-given.ts';
import { todayOf } from '../options/today.ts';

export const leaves: readonly CommandSpec[] = [
  {
    name: 'measure list',
    arguments: '[cadre_no...]',
    traits: ['list'],
    options: [
      { flags: '--cadre <no>' },
      { flags: '--due', help: 'measure_due' },
      { flags: '--late', help: 'measure_late' },
      { flags: '--active-on <day>', help: 'measure_active_on' },
      { flags: '--on <day>', help: 'as_of' },
      { flags: '--all', help: 'measure_all' },
    ],
    async run(session, input) {
      const texts = textsGiven(session, input, 0);
      const asked = input.argumentList(0).length > 0;
      const found = await session.reading((db) => {
        const activeOn = input.day('activeOn') ?? null;
        const one = cadreIfGiven(session, db, input.text('cadre'));
        const given = texts.map((text) => cadreGiven(session, db, text));
        return findMeasures(db, {
          on: activeOn ?? input.day('on') ?? todayOf(session, db),
          activeOn,
          only: one !== null ? [one, ...given] : asked ? given : null,
          due: input.flag('due') === true,
          late: input.flag('late') === true,
          all: input.flag('all') === true,
        });
      });
      const code = await session.print(measuresReport(found));
      if (found.nothing.length > 0 && session.nameStyle === 'machines')
        session.tell({ key: 'note.measures_nothing', values: { numbers: found.nothing } });
      return code;
    },
  },
  {
    name: 'measure show',
    arguments: '<cadre_no>',
    traits: ['list'],
    options: [{ flags: '--round <n>' }, { flags: '--on <day>', help: 'as_of' }],
    async run(session, input) {
      const word = session.nameStyle === 'names' ? session.words.term : null;
      const shown = await session.reading((db) => {
        const on = input.day('on') ?? todayOf(session, db);
        return showMeasures(db, cadreGiven(session, db, input.argument(0)), on, input.whole('round') ?? null);
      });
      return session.print(measureEvents(shown, word));
    },
  },
];
