// attendance: who is on site, morning and evening.
import { Failure, problem } from '../../domain/problem.ts';
import { presences, sessions } from '../../domain/work/task.ts';
import { attendanceOfCadre, headCounts } from '../../jobs/find/find-attendance.ts';
import { cadreAttendanceReport, headCountsReport } from '../../report/lists/attendance.ts';
import { record } from '../answers/record.ts';
import type { CommandSpec } from '../command-spec.ts';
import { cadreGiven } from '../options/cadres-given.ts';
import type { Input } from '../options/input.ts';

export const leaves: readonly CommandSpec[] = [
  {
    name: 'attendance record',
    traits: ['write'],
    options: [
      { flags: '--site <name>', required: true },
      { flags: '--session <word>', choices: sessions, terms: 'session', required: true },
      { flags: '--on <day>', required: true },
      ...presences.map((each) => ({ flags: `--${each} <no...>`, help: `heads_${each}` })),
    ],
    async run(session, input) {
      const common = {
        site: input.requiredText('site'),
        session: input.text('session'),
        on: input.requiredText('on'),
      };
      const rows = presences.flatMap((present) =>
        input.list(present).map((cadre_no) => ({ ...common, cadre_no, present })),
      );
      if (rows.length === 0) throw new Failure('usage', [problem('usage_attendance_nobody')]);
      return record(session, 'attendance record', 'attendance', rows);
    },
  },
  {
    name: 'attendance show',
    traits: ['list'],
    options: [
      { flags: '--site <name>' },
      { flags: '--on <day>' },
      { flags: '--cadre <no>' },
      { flags: '--from <day>' },
      { flags: '--to <day>' },
    ],
    async run(session, input) {
      const filter = filterOf(input);
      const cadreNo = input.text('cadre');
      if (cadreNo !== undefined) {
        const { cadre, entries } = await session.reading((db) =>
          attendanceOfCadre(db, cadreGiven(session, db, cadreNo), filter),
        );
        return session.print(cadreAttendanceReport(cadre, entries));
      }
      const counts = await session.reading((db) => headCounts(db, filter));
      return session.print(
        headCountsReport(counts, session.nameStyle === 'machines' ? null : session.words.term),
      );
    },
  },
];

function filterOf(input: Input) {
  const on = input.day('on') ?? null;
  return {
    site: input.text('site') ?? null,
    from: on ?? input.day('from') ?? null,
    to: on ?? input.day('to') ?? null,
  };
}
