// The record kinds that files bring in and `export` writes out (contract, section 4, "Import").
import type { AppealRecord, FollowUpRecord, ServiceRecord } from './measure-records.ts';
import type {
  AttendanceRecord,
  CadreRecord,
  CheckRecord,
  DecisionRecord,
  DispatchRecord,
  ExtensionRecord,
  FindingRecord,
  LedgerRecord,
  ObjectionRecord,
  ProgressRecord,
  ReassignmentRecord,
  RecheckRecord,
  ReportRecord,
  StatementRecord,
  TalkRecord,
  TaskRecord,
} from './record-types.ts';

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

/** The record type of each kind. */
export interface RecordOf {
  readonly cadres: CadreRecord;
  readonly findings: FindingRecord;
  readonly reports: ReportRecord;
  readonly checks: CheckRecord;
  readonly extensions: ExtensionRecord;
  readonly objections: ObjectionRecord;
  readonly reassignments: ReassignmentRecord;
  readonly dispatches: DispatchRecord;
  readonly decisions: DecisionRecord;
  readonly tasks: TaskRecord;
  readonly progress: ProgressRecord;
  readonly attendance: AttendanceRecord;
  readonly talks: TalkRecord;
  readonly services: ServiceRecord;
  readonly appeals: AppealRecord;
  readonly followups: FollowUpRecord;
  readonly statements: StatementRecord;
  readonly rechecks: RecheckRecord;
  readonly ledger: LedgerRecord;
}
