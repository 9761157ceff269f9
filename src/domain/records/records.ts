// The record kinds that files bring in and `export` writes out (contract, section 4, "Import").
/** In the order in which they depend on each other. */
export const recordKinds = [
  'cadres',
  'findings',
  'reports',
  'checks',
  'extensions',
  'objections',
  'reassignments',
  'dispatches',
  'decisions',
  'tasks',
  'progress',
  'attendance',
  'talks',
  'statements',
  'services',
  'appeals',
  'followups',
  'rechecks',
  'ledger',
] as const;
export type RecordKind = (typeof recordKinds)[number];

/** As people are shown them: the office's one workbook first, it is the usual way in. */
export const kindsShown: readonly RecordKind[] = [
  'ledger',
  ...recordKinds.filter((kind) => kind !== 'ledger'),
];

export type { RecordOf } from './record-types.ts';
