// Attendance, as lists: one row a count, or one row an entry of a cadre.
import type { Counted, HeadCount } from '../../domain/work/head-count.ts';
import type { Column, Report, Text } from '../report.ts';
import { listed } from './answering.ts';
import { type Entry, listOf } from './lists.ts';

const countColumns: readonly Column[] = [
  { key: 'on', type: 'day' },
  { key: 'site', type: 'text' },
  { key: 'session', type: 'term' },
  { key: 'present_count', type: 'number' },
  { key: 'absent_count', type: 'number' },
  { key: 'leave_count', type: 'number' },
  { key: 'present_who', type: 'text', machineOnly: true },
  { key: 'absent_who', type: 'text' },
  { key: 'leave_who', type: 'text' },
];

/** `attendance show`: each site, day and session with how many were there and who was not. @param word null for machines */
export function headCountsReport(
  counts: readonly HeadCount[],
  word: ((key: string) => string) | null,
): Report {
  const names = (who: readonly Counted[]): string =>
    word === null
      ? who.map((each) => each.cadreNo).join(';')
      : listed(
          who.map((each) => each.name),
          word,
        );
  const entries = counts.map(({ on, site, session, who }): Entry => {
    const { present, absent, leave } = who;
    return {
      on,
      site,
      session,
      present_count: present.length,
      absent_count: absent.length,
      leave_count: leave.length,
      present_who: names(present),
      absent_who: names(absent),
      leave_who: names(leave),
    };
  });
  return listOf('attendance show', countColumns, entries, { title: { key: 'title.attendance_show' } });
}

const entryColumns: readonly Column[] = [
  { key: 'cadre_no', type: 'text', machineOnly: true },
  { key: 'name', type: 'text', machineOnly: true },
  { key: 'on', type: 'day' },
  { key: 'site', type: 'text' },
  { key: 'session', type: 'term' },
  { key: 'present', type: 'term', terms: 'presence' },
  { key: 'id', type: 'text' },
];

/** `attendance show --cadre`: where the cadre was counted, with the sums. */
export function cadreAttendanceReport(
  cadre: Counted,
  entries: readonly {
    readonly on: string;
    readonly site: string;
    readonly session: string;
    readonly present: string;
    readonly id: string;
  }[],
): Report {
  const count = (word: string): number => entries.filter((each) => each.present === word).length;
  const sums: Text = {
    key: 'note.attendance_sums',
    values: { present: count('present'), absent: count('absent'), leave: count('leave') },
  };
  const rows = entries.map((each): Entry => ({ cadre_no: cadre.cadreNo, name: cadre.name, ...each }));
  return listOf('attendance show', entryColumns, rows, {
    title: { key: 'title.attendance_cadre', values: { cadre_no: cadre.cadreNo, name: cadre.name } },
    notes: entries.length === 0 ? [] : [sums],
  });
}
