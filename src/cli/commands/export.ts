// export: the records of a kind, in the columns that import takes.
import { exportRecords } from '../../jobs/export.ts';
import { recordsReport } from '../../report/lists.ts';
import { kindNamed } from '../kinds.ts';
import type { Leaf } from '../leaf.ts';

export const leaves: readonly Leaf[] = [
  {
    name: 'export',
    arguments: '<kind>',
    traits: ['list'],
    async run(session, input) {
      const kind = kindNamed(input.argument(0));
      return session.printReading((db) => recordsReport(kind, exportRecords(db, kind)), 'csv');
    },
  },
];
