// export: the records of a kind, in the columns that import takes.
import { exportRecords } from '../../jobs/export.ts';
import { recordsReport } from '../../report/lists.ts';
import { sharedCsv } from '../export-shares.ts';
import { kindNamed } from '../kinds.ts';
import type { Leaf } from '../leaf.ts';

export const leaves: readonly Leaf[] = [
  {
    name: 'export',
    arguments: '<kind>',
    traits: ['list'],
    async run(session, input) {
      const kind = await kindNamed(input.argument(0), session.words);
      const [format, settings] = [session.format('csv'), session.settings()];
      return session.printReading((db) => {
        const report = recordsReport(kind, exportRecords(db, kind));
        return (format === 'csv' ? sharedCsv(db, kind, report, settings) : null) ?? report;
      }, 'csv');
    },
  },
];
