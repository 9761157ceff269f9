// duties: what the office owes, late first.
import { dutiesOn } from '../../jobs/duties/duties.ts';
import { dutiesReport } from '../../report/lists/duties.ts';
import type { CommandSpec } from '../command-spec.ts';
import { todayOf } from '../options/today.ts';

export const leaves: readonly CommandSpec[] = [
  {
    name: 'duties',
    traits: ['list'],
    options: [
      { flags: '--on <day>', help: 'duties_on' },
      { flags: '--late', help: 'duties_late' },
    ],
    async run(session, input) {
      const { on, duties } = await session.reading((db) => {
        const day = input.day('on') ?? todayOf(session, db);
        return { on: day, duties: dutiesOn(db, day, input.flag('late') === true) };
      });
      const { words, context } = session;
      const shown = session.nameStyle !== 'machines';
      const blank = (word: string): string => (shown ? words.term(`blank.${word.toLowerCase()}`) : word);
      const shell = shown ? context.typed.shell : 'posix';
      return session.print(dutiesReport(on, duties, { shell, blank }));
    },
  },
];
