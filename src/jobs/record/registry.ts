// One recorder per record kind: every path in, single command or batch, goes through these.

import type { ReassignmentRecord } from '../../domain/record-types.ts';
import type { RecordKind, RecordOf } from '../../domain/records.ts';
import { recordAttendance } from './attendance.ts';
import { recordCadres } from './cadres.ts';
import { recordDispatches } from './dispatches.ts';
import { recordEvents } from './events.ts';
import { recordFindings } from './findings.ts';
import type { Draft, Drafts, Recording, Settle } from './recording.ts';
import { recordRegister } from './register.ts';
import { recordDecisions, recordStatements, recordTalks } from './round-facts.ts';
import { recordProgress, recordTaskReassignments } from './task-events.ts';
import { recordTasks } from './tasks.ts';

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
  ledger: recordRegister,
};
