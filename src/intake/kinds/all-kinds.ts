// The registry of record kinds.
import type { RecordKind } from '../../domain/records/records.ts';
import { appeals } from './appeals.ts';
import { attendance } from './attendance.ts';
import { cadres } from './cadres.ts';
import { checks } from './checks.ts';
import { decisions } from './decisions.ts';
import { dispatches } from './dispatches.ts';
import { extensions } from './extensions.ts';
import { findings } from './findings.ts';
import { followups } from './followups.ts';
import type { KindRules } from './kind.ts';
import { ledger } from './ledger.ts';
import { objections } from './objections.ts';
import { progress } from './progress.ts';
import { reassignments } from './reassignments.ts';
import { rechecks } from './rechecks.ts';
import { reports } from './reports.ts';
import { services } from './services.ts';
import { statements } from './statements.ts';
import { talks } from './talks.ts';
import { tasks } from './tasks.ts';

/** The rules of each kind. */
export const kindRules: { readonly [K in RecordKind]: KindRules<K> } = {
  cadres,
  findings,
  reports,
  checks,
  extensions,
  objections,
  reassignments,
  dispatches,
  decisions,
  tasks,
  progress,
  attendance,
  talks,
  statements,
  services,
  appeals,
  followups,
  rechecks,
  ledger,
};
