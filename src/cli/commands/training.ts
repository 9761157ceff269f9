// training: the proposed list for the county's training, the circle's members.
import { linesOfRound } from '../../jobs/find/circle.ts';
import { trainingReport } from '../../report/lists/standings.ts';
import { printUnlessNoRound } from '../answers/no-round.ts';
import type { CommandSpec } from '../command-spec.ts';

export const leaves: readonly CommandSpec[] = [
  {
    name: 'training',
    traits: ['list'],
    options: [{ flags: '--round <n>' }, { flags: '--proposed' }],
    async run(session, input) {
      const number = input.whole('round') ?? null;
      const prefer = input.flag('proposed') === true ? 'proposed' : 'closed';
      return printUnlessNoRound(
        session,
        async () => {
          const lines = await session.reading((db) => linesOfRound(db, { number, prefer }, 'members'));
          return session.print(trainingReport(lines));
        },
        () => trainingReport({ round: 0, cutoff: '', draft: false, standings: [] }),
        number !== null || prefer === 'proposed',
      );
    },
  },
];
