// One recorder per record kind: every path in, single command or batch, goes through these.

import type { ReassignmentRecord } from '../../domain/records/record-types.ts';
import type { RecordKind, RecordOf } from '../../domain/records/records.ts';
import { recordCadres } from './cadres/cadres.ts';
import { recordDecisions, recordStatements } from './cadres/round-facts.ts';
import { recordEvents } from './findings/events.ts';
import { recordFindings } from './findings/findings.ts';
import { recordRechecks } from './findings/rechecks.ts';
import { recordRegister } from './findings/register.ts';
import { recordAppeals } from './measures/appeals.ts';
import { recordFollowUps } from './measures/follow-ups.ts';
import { recordServices } from './measures/services.ts';
import { recordTalks } from './measures/talks.ts';
import type { Draft, Drafts, Recording, Settle } from './recording.ts';
import { recordAttendance } from './work/attendance.ts';
import { recordDispatches } from './work/dispatches.ts';
import { recordProgress, recordTaskReassignments } from './work/task-events.ts';
import { recordTasks } from './work/tasks.ts';

/** Records drafts of one kind and settles each. */
export type Recorder<R> = (recording: Recording, drafts: Drafts<R>, settle: Settle<R>) => void;

export const recorders: { readonly [K in RecordKind]: Recorder<RecordOf[K]> } = {
  cadres: recordCadres,
  findings: recordFindings,
  reports: (recording, drafts, settle) => recordEvents(recording, 'reports', drafts, settle),
  checks: (recording, drafts, settle) => recordEvents(recording, 'checks', drafts, settle),
  extensions: (recording, drafts, settle) => recordEvents(recording, 'extensions', drafts, settle),
  objections: (recording, drafts, settle) => recordEvents(recording, 'objections', drafts, settle),
  reassignments: (recording, drafts, settle) => {
    const onTasks: Draft<ReassignmentRecord>[] = [];
    const onFindings = [...drafts].filter((draft) => {
      if (draft.record.task_no == null) return true;
      onTasks.push(draft);
      return false;
    });
    recordEvents(recording, 'reassignments', onFindings, settle);
    recordTaskReassignments(recording, onTasks, settle);
  },
  dispatches: recordDispatches,
  decisions: recordDecisions,
  tasks: recordTasks,
  progress: recordProgress,
  attendance: recordAttendance,
  talks: recordTalks,
  statements: recordStatements,
  services: recordServices,
  appeals: recordAppeals,
  followups: recordFollowUps,
  rechecks: recordRechecks,
  ledger: recordRegister,
};
