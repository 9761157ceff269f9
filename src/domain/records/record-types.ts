// One record of each kind, as files and commands give it: its columns, and what a command may add to them.
import type { OptionalText, RecordFrom } from './columns.ts';
import type { columnsOf } from './kind-columns.ts';

export type { DayOffset, Optional } from './columns.ts';

/** Notes of what is disputed and of the answer to it: given by commands, no columns of a file. */
interface Notes {
  readonly note?: OptionalText;
  readonly ruling_note?: OptionalText;
}

/** Whether an amount was written as a percentage: then the unit must be `%`. No column of a file. */
interface Percent {
  readonly percent?: true;
}

/** Fields of records that are not columns. */
interface ExtraFields {
  readonly objections: Notes;
  readonly appeals: Notes;
  readonly tasks: Percent;
  readonly progress: Percent;
}

/** The record type of each kind. */
export type RecordOf = {
  readonly [K in keyof typeof columnsOf]: RecordFrom<(typeof columnsOf)[K]> &
    (K extends keyof ExtraFields ? ExtraFields[K] : unknown);
};

export type CadreRecord = RecordOf['cadres'];
export type FindingRecord = RecordOf['findings'];
export type ReportRecord = RecordOf['reports'];
export type CheckRecord = RecordOf['checks'];
export type ExtensionRecord = RecordOf['extensions'];
export type ObjectionRecord = RecordOf['objections'];
export type ReassignmentRecord = RecordOf['reassignments'];
export type DispatchRecord = RecordOf['dispatches'];
export type DecisionRecord = RecordOf['decisions'];
export type TaskRecord = RecordOf['tasks'];
export type ProgressRecord = RecordOf['progress'];
export type AttendanceRecord = RecordOf['attendance'];
export type TalkRecord = RecordOf['talks'];
export type StatementRecord = RecordOf['statements'];
export type ServiceRecord = RecordOf['services'];
export type AppealRecord = RecordOf['appeals'];
export type FollowUpRecord = RecordOf['followups'];
export type RecheckRecord = RecordOf['rechecks'];
export type LedgerRecord = RecordOf['ledger'];

/** A finding as a row of the register gives it: of one that is recorded already, anything but its number may be left out. */
export type FindingGiven = {
  readonly [K in keyof FindingRecord]: K extends 'finding_no' ? string : FindingRecord[K] | undefined;
};
