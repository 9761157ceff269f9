// Dates of findings that contradict each other after one of them was amended.
import type { Problem } from '../../../domain/problem.ts';
import type { FindingGiven } from '../../../domain/records/record-types.ts';
import { findingsRecurringFrom, loadFinding } from '../../../ledger/findings/findings.ts';
import { type Draft, problemAt, type Recording } from '../recording.ts';

/** Dates that contradict each other after an amendment: deadline, older finding, findings that repeat this one. */
export function datesContradict(
  { db, view }: Recording,
  draft: Draft<FindingGiven>,
  id: number,
): Problem | undefined {
  const { found_on, due_on, recurs_id } = loadFinding(view, id).row;
  if (due_on !== null && due_on < found_on) {
    return problemAt(draft, 'found_on', 'deadline_before_found', { due_on, found_on }, found_on);
  }
  const older = recurs_id === null ? undefined : loadFinding(view, recurs_id).row;
  if (older !== undefined && older.found_on > found_on) {
    const values = { recurs: older.finding_no, found_on: older.found_on };
    return problemAt(draft, 'found_on', 'recurs_later', values, found_on);
  }
  const repeats = findingsRecurringFrom(db, id)
    .map((repeat) => loadFinding(view, repeat).row)
    .find((row) => row.found_on < found_on);
  if (repeats === undefined) return undefined;
  return problemAt(
    draft,
    'found_on',
    'recurs_later',
    { recurs: repeats.finding_no, found_on: repeats.found_on },
    found_on,
  );
}
