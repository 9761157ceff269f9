// Attendance: per site, day and session, and per cadre over a span.
import type { CadreNo } from '../../domain/cadre.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Counted, HeadCount } from '../../domain/work/head-count.ts';
import type { Presence, Session } from '../../domain/work/task.ts';
import { findCadre } from '../../ledger/cadres/cadres.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { View } from '../../ledger/facts/view.ts';
import { LAST_DAY } from '../../ledger/findings/findings.ts';
import { type AttendanceFilter, attendanceOf, attendanceSites } from '../../ledger/work/attendance.ts';
import { factId } from '../lookups/fact-id.ts';
import { refuseUnknownText } from '../lookups/known-names.ts';
import { theCadre } from '../the-cadre.ts';

export interface CountFilter {
  readonly site: string | null;
  readonly from: Day | null;
  readonly to: Day | null;
}

const FIRST_DAY = '0001-01-01' as Day;

/** The counts of a span, by day, site and session. @throws Failure `refused` for a site where nobody was counted */
export function headCounts(db: ReadDb, filter: CountFilter): HeadCount[] {
  const view = new View(db);
  refuseUnknownText('site', filter.site, attendanceSites(db));
  const names = new Map<CadreNo, string>();
  const counted = (cadreNo: CadreNo): Counted => {
    const name = names.get(cadreNo) ?? findCadre(view, cadreNo)?.name ?? '';
    names.set(cadreNo, name);
    return { cadreNo, name };
  };
  const rows = attendanceOf(view, spanOf(filter, null));
  const groups = Map.groupBy(rows, (row) => JSON.stringify([row.on, row.site, row.session]));
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const who = (presence: Presence): Counted[] =>
      group.filter((row) => row.present === presence).map((row) => counted(view.cadreNo(row.cadre_id)));
    return [
      {
        on: first.on,
        site: first.site,
        session: first.session,
        who: { present: who('present'), absent: who('absent'), leave: who('leave') },
      },
    ];
  });
}

function spanOf(filter: CountFilter, cadreId: number | null): AttendanceFilter {
  return { site: filter.site, from: filter.from ?? FIRST_DAY, to: filter.to ?? LAST_DAY, cadreId };
}

/** An entry of one cadre. */
export interface CadreEntry {
  readonly on: Day;
  readonly site: string;
  readonly session: Session;
  readonly present: Presence;
  readonly id: string;
}

/** A cadre's entries over a span. @throws Failure `refused` when there is none of that number */
export function attendanceOfCadre(
  db: ReadDb,
  cadreNo: string,
  filter: CountFilter,
): { readonly cadre: Counted; readonly entries: readonly CadreEntry[] } {
  const view = new View(db);
  const cadre = theCadre(view, cadreNo);
  const entries = attendanceOf(view, spanOf(filter, cadre.id)).map(
    (row): CadreEntry => ({
      on: row.on,
      site: row.site,
      session: row.session,
      present: row.present,
      id: factId('attendance', row.id),
    }),
  );
  return { cadre: { cadreNo: cadre.cadreNo, name: cadre.name }, entries };
}
