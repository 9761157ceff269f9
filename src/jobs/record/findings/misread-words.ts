// Rows that earlier programs misread: 已完成。 was recorded as a report `not_done`, the word kept as its note.

import { stateAt } from '../../../domain/findings/history.ts';
import type { LedgerRecord } from '../../../domain/records/record-types.ts';
import type { LeftAsRecorded } from '../../../domain/records/register-changes.ts';
import { unitWordOf } from '../../../intake/values/clause.ts';
import { hasNotedNotDone, type ReportRow } from '../../../ledger/findings/events.ts';
import { findingId, LAST_DAY, loadFinding } from '../../../ledger/findings/findings.ts';
import { factId } from '../../lookups/fact-id.ts';
import { RoundsUsing } from '../../round/rounds-using.ts';
import type { Recording } from '../recording.ts';

/**
 * The report that an earlier program made of this row: `not_done`, on the row's day if it has one, with a note that begins
 * with the word which is understood now. Undefined where the row's report is recorded as it is read now.
 */
export function misreadReport(recording: Recording, record: LedgerRecord): ReportRow | undefined {
  const { finding_no, progress, reported_on } = record;
  if (progress == null) return undefined;
  const id = findingId(recording.db, finding_no);
  // Only these findings need to be read whole.
  if (id === undefined || !hasNotedNotDone(recording.db, id)) return undefined;
  const reports = loadFinding(recording.view, id).stored.flatMap(({ row }) =>
    row.table === 'reports' && (reported_on == null || row.reported_on === reported_on) ? [row] : [],
  );
  if (progress !== 'not_done' && reports.some((row) => row.progress === progress)) return undefined;
  return reports.findLast(
    (row) => row.progress === 'not_done' && row.note !== null && unitWordOf(row.note) === progress,
  );
}

/** What is said of a row whose report stays as an earlier program recorded it. */
export function leftAsRecorded(
  recording: Recording,
  { finding_no, progress }: LedgerRecord,
  report: ReportRow,
): LeftAsRecorded {
  const { finding } = loadFinding(recording.view, report.finding_id);
  const rounds = new RoundsUsing(recording.db, recording.db.seq - 1).using({
    table: 'reports',
    id: report.id,
  });
  return {
    finding_no,
    report: factId('reports', report.id),
    reported_on: report.reported_on,
    words: report.note ?? '',
    progress: progress ?? 'not_done',
    rounds: rounds.map(({ number }) => number),
    cadres: [...stateAt(finding, LAST_DAY).responsible.keys()],
  };
}
