// training: the proposed list for the county's training, the circle's members.
import { linesOfRound } from '../../jobs/find/circle.ts';
import { standingColumns, standingsReport } from '../../report/lists/standings.ts';
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
      const { round, cutoff, draft, standings } = await session.reading((db) =>
        linesOfRound(db, { number, prefer }, 'members'),
      );
      const report = standingsReport({ name: 'training', round, cutoff, draft, decided: false }, standings);
      const rows = [...report.rows].map((row) => row.slice(0, LAST));
      return session.print({
        ...report,
        columns: report.columns.slice(0, LAST),
        rows,
        whenEmpty: { key: 'empty.circle' },
      });
    },
  },
];
