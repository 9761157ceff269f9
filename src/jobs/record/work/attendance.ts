// Records who was on a site: known by site, day, session and cadre.
import type { AttendanceRecord } from '../../../domain/records/record-types.ts';
import { addAttendance } from '../../../ledger/work/add-work.ts';
import { attendanceAt } from '../../../ledger/work/attendance.ts';
import { amendOrConflict } from '../amending.ts';
import { type Draft, type Outcome, problemAt, type Recording, rejected, type Settle } from '../recording.ts';

const AMENDABLE = new Set(['present']);

/** Records each attendance (contract, section 4, "attendance"). */
export function recordAttendance(
  recording: Recording,
  drafts: Iterable<Draft<AttendanceRecord>>,
  settle: Settle<AttendanceRecord>,
): void {
  for (const draft of drafts) settle(draft, recordOne(recording, draft));
}

function recordOne(recording: Recording, draft: Draft<AttendanceRecord>): Outcome {
  const { db, view } = recording;
  const { cadre_no, site, on, session, present } = draft.record;
  const cadreId = recording.cadreId(draft, 'cadre_no', cadre_no);
  const given = { site, on, session, present };
  const row = { table: 'attendance', number: cadre_no, given } as const;
  if (typeof cadreId !== 'number') return recording.back?.leftOut(draft, row) ?? rejected(cadreId);
  const late = recording.afterToday(draft, 'on', on);
  if (late !== undefined) return rejected(late);
  const known = attendanceAt(view, { on, site, session, cadreId });
  if (known === undefined) {
    const held = recording.back?.hold(draft, row);
    if (held !== undefined && 'outcome' in held) return held.outcome;
    if (draft.doubts !== undefined) return rejected(...draft.doubts);
    const id = addAttendance(recording, { ...given, cadre_id: cadreId, ...draft.origin });
    recording.noteDay(on);
    return recording.added(draft, 'attendance', id, held);
  }
  const stored = view.amended('attendance', known);
  if (known.seq === db.seq && stored.present !== present) {
    const who = { cadre_no, site, on, session: { term: `session.${session}` } };
    return rejected(problemAt(draft, 'present', 'attendance_twice', who, present));
  }
  return amendOrConflict(recording, draft, {
    record: 'attendance',
    id: known.id,
    number: cadre_no,
    seq: known.seq,
    stored,
    given: { present },
    amendable: AMENDABLE,
  });
}
