// circle: who is in the strict circle, since when, by what, and what still keeps them in.
import { circleOf } from '../../jobs/find/circle.ts';
import { circleReport } from '../../report/lists/circle.ts';
import { printUnlessNoRound } from '../answers/no-round.ts';
import type { CommandSpec } from '../command-spec.ts';

const NO_CIRCLE = {
  round: 0,
  cutoff: '',
  draft: false,
  count: 0,
  corrected: new Set<string>(),
  members: () => [],
};

export const leaves: readonly CommandSpec[] = [
  {
    name: 'circle',
    traits: ['list'],
    options: [{ flags: '--round <n>' }],
    async run(session, input) {
      const number = input.whole('round') ?? null;
      return printUnlessNoRound(
        session,
        () => session.printReading((db) => circleReport(circleOf(db, { number, prefer: 'open' }))),
        () => circleReport(NO_CIRCLE),
        number !== null,
      );
    },
  },
];
