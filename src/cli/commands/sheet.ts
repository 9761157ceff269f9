// sheet: forms to be filled in by hand and brought back.
import { checkSheet } from '../../jobs/find/check-sheet.ts';
import { checkSheetReport } from '../../report/forms/check-sheet.ts';
import { sayDerivedStations } from '../answers/said.ts';
import type { CommandSpec } from '../command-spec.ts';
import { todayOf } from '../options/today.ts';

export const leaves: readonly CommandSpec[] = [
  {
    name: 'sheet checks',
    traits: ['list'],
    options: [{ flags: '--until <day>' }, { flags: '--station <name>' }],
    async run(session, input) {
      const { until, findings } = await session.reading((db) =>
        checkSheet(db, {
          until: input.day('until') ?? null,
          station: input.text('station') ?? null,
          today: todayOf(session, db),
        }),
      );
      const code = await session.print(
        checkSheetReport(until, findings, session.nameStyle === 'machines' ? null : session.words.term),
      );
      sayDerivedStations(session, findings);
      session.tell({ key: 'said.sheet_back', values: { count: findings.length } });
      return code;
    },
  },
];
