// Attendance in the ledger as it is looked up: by site and day, by cadre over a span.
import type { Day } from '../../domain/days/day.ts';
import type { ReadDb } from '../database.ts';
import type { View } from '../facts/view.ts';
import type { AttendanceRow } from './tasks.ts';

/** What is looked for; null is any. */
export interface AttendanceFilter {
  readonly site: string | null;
  readonly from: Day;
  readonly to: Day;
  /** The row id of a cadre. */
  readonly cadreId: number | null;
}

/** The sites at which heads were ever counted. */
export function attendanceSites(db: ReadDb): string[] {
  return db
    .all<{ site: string }>('SELECT DISTINCT site FROM attendance ORDER BY site')
    .map(({ site }) => site);
}

/** The live entries that a filter lets through, by day, site, session, then recording; amendments laid over. */
export function attendanceOf(view: View, { site, from, to, cadreId }: AttendanceFilter): AttendanceRow[] {
  const order = 'ORDER BY "on", site, session DESC, id';
  const rows =
    cadreId === null
      ? view.db.all<AttendanceRow>(`SELECT * FROM attendance WHERE "on" BETWEEN ? AND ? ${order}`, from, to)
      : view.db.all<AttendanceRow>(
          `SELECT * FROM attendance WHERE cadre_id = ? AND "on" BETWEEN ? AND ? ${order}`,
          ...[cadreId, from, to],
        );
  return rows
    .filter((row) => view.isLive('attendance', row) && (site ?? row.site) === row.site)
    .map((row) => view.amended('attendance', row));
}

/** Whom an entry counts, and where and when. */
interface Place extends Pick<AttendanceRow, 'site' | 'on' | 'session'> {
  readonly cadreId: number;
}

/** The live entry of a cadre on a site, day and session as it was recorded, or undefined. */
export function attendanceAt(view: View, { site, on, session, cadreId }: Place): AttendanceRow | undefined {
  return view.db
    .all<AttendanceRow>(
      'SELECT * FROM attendance WHERE "on" = ? AND site = ? AND session = ? AND cadre_id = ?',
      ...[on, site, session, cadreId],
    )
    .find((row) => view.isLive('attendance', row));
}
