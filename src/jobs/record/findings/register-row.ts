// What one row of the office's workbook says that the ledger does not know yet: of the finding, its report, its check.
import { stateAt } from '../../../domain/findings/history.ts';
import type { Problem } from '../../../domain/problem.ts';
import type {
  CheckRecord,
  FindingGiven,
  LedgerRecord,
  ReportRecord,
} from '../../../domain/records/record-types.ts';
import { findingId, LAST_DAY, loadFinding } from '../../../ledger/findings/findings.ts';
import { type Draft, problemAt, type Recording } from '../recording.ts';

/** Columns that a finding must have when it is new to the ledger. */
const NEEDED = ['source', 'description', 'found_on', 'cadre_no'] as const;

type RegisterDraft = Draft<LedgerRecord>;

/** An empty cell counts as a column that is not there. */
function given<T>(value: T | null | undefined): T | undefined {
  return value ?? undefined;
}

/** The facts of the finding. */
export function findingPart(recording: Recording, draft: RegisterDraft): FindingGiven | Problem {
  const { record } = draft;
  const id = findingId(recording.db, record.finding_no);
  const missing = id === undefined ? NEEDED.find((column) => given(record[column]) === undefined) : undefined;
  // One that was reversed is compared with what it said, by the columns that are there.
  const wasReversed = recording.back?.isHeldBack('findings', record.finding_no) === true;
  if (missing !== undefined && !wasReversed) {
    return problemAt(draft, missing, 'register_finding_needs', {
      finding_no: record.finding_no,
      field: { term: `column.${missing}` },
    });
  }
  // What is calculated from the day of finding asks for it.
  const foundOn = id === undefined ? undefined : loadFinding(recording.view, id).finding.foundOn;
  return {
    finding_no: record.finding_no,
    source: given(record.source),
    clause: given(record.clause),
    area: given(record.area),
    village: given(record.village),
    station: given(record.station),
    description: given(record.description),
    severity: given(record.severity),
    reason: given(record.reason),
    action: given(record.action),
    standard: given(record.standard),
    found_on: given(record.found_on) ?? foundOn,
    due_on: given(record.due_on),
    cadre_no: given(record.cadre_no),
    assist_no: given(record.assist_no),
    leader_no: given(record.leader_no),
    resp_unit: given(record.resp_unit),
    recurs: given(record.recurs),
    remark: given(record.remark),
  };
}

/**
 * The unit's word, where it is news. `done` and `partly` without a day are reports of `--on`, else of the day of the
 * import, when they are another word than last time, the row has no check and the finding is not settled;
 * `not_done` without a day is no report (contract, section 4, "Read as it stands").
 */
export function reportPart(recording: Recording, draft: RegisterDraft): ReportRecord | undefined {
  const { finding_no, reported_on, reported_by, evidence, note, progress } = draft.record;
  if (progress == null) return undefined;
  const texts = { reported_by: given(reported_by), evidence: given(evidence), note: given(note) };
  if (reported_on != null) return { finding_no, reported_on, progress, ...texts };
  if (progress === 'not_done' || !isNews(recording, draft)) return undefined;
  const { registerDay, importDay } = recording.options;
  const on = registerDay ?? importDay;
  return on === undefined ? undefined : { finding_no, reported_on: on, progress, ...texts };
}

function isNews(recording: Recording, { record }: RegisterDraft): boolean {
  const { finding_no, progress, note, result, checked_on } = record;
  if (result != null || checked_on != null) return false;
  const id = findingId(recording.db, finding_no);
  const known = id === undefined ? undefined : loadFinding(recording.view, id);
  if (known !== undefined && stateAt(known.finding, LAST_DAY).settled !== null) return false;
  const latest = known?.stored.findLast(({ row }) => row.table === 'reports')?.row;
  if (latest?.table !== 'reports') return true;
  return (
    progress !== latest.progress || (note != null && note.normalize('NFC') !== latest.note?.normalize('NFC'))
  );
}

/** The team's verdict: only where who checked and when are given. */
export function checkPart(draft: RegisterDraft): CheckRecord | Problem | undefined {
  const { finding_no, result, checked_on, checked_by, method, approved_by, approved_on, check_note } =
    draft.record;
  if (checked_on == null || checked_by == null) return undefined;
  if (result == null) return problemAt(draft, 'result', 'register_check_needs_result', { finding_no });
  return {
    finding_no,
    result,
    checked_on,
    checked_by,
    method: given(method),
    approved_by: given(approved_by),
    approved_on: given(approved_on),
    note: given(check_note),
  };
}
