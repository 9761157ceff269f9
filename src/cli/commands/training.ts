// training: the proposed list for the county's training, the circle's members.
import type { Standing } from '../../domain/round.ts';
import { linesOfRound, type RoundLines } from '../../jobs/find/circle.ts';
import { standingColumns, standingsReport } from '../../report/lists/standings.ts';
import type { Report } from '../../report/report.ts';
import { printUnlessNoRound } from '../answers/no-round.ts';
import type { Leaf } from '../leaf.ts';

/** `training` rows begin with the standing columns down to `commended` (contract, section 4). */
const LAST = standingColumns.findIndex((column) => column.key === 'commended') + 1;

export const leaves: readonly Leaf[] = [
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

function trainingReport({
  standings,
  ...round
}: Pick<RoundLines, 'round' | 'cutoff' | 'draft'> & { readonly standings: readonly Standing[] }): Report {
  const report = standingsReport({ ...round, name: 'training', decided: false }, standings);
  return {
    ...report,
    columns: report.columns.slice(0, LAST),
    rows: [...report.rows].map((row) => row.slice(0, LAST)),
    whenEmpty: { key: 'empty.circle' },
  };
}
