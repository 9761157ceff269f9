// sheet visit: the record of a visit to a station, to be filled in on the spot.
import { checkSheet, nextRound } from '../../jobs/find/check-sheet.ts';
import { visitForm } from '../../report/forms/visit-form.ts';
import { DOCUMENT, documentFormat, printDocument } from '../answers/documents.ts';
import { sayDerivedStations } from '../answers/said.ts';
import type { CommandSpec } from '../command-spec.ts';
import { todayOf } from '../options/today.ts';

export const leaves: readonly CommandSpec[] = [
  {
    name: 'sheet visit',
    options: [
      { flags: '--station <name>', required: true },
      { flags: '--until <day>' },
      DOCUMENT,
      { flags: '-o, --output <file>' },
    ],
    async run(session, input) {
      const station = input.requiredText('station');
      const visit = await session.reading((db) => {
        const asked = { until: input.day('until') ?? null, station, today: todayOf(session, db) };
        return { round: nextRound(db), station, ...checkSheet(db, asked) };
      });
      const document = visitForm(visit, await session.documentWords());
      sayDerivedStations(session, visit.findings);
      if (visit.findings.length === 0)
        session.tell({ key: 'said.visit_nothing', values: { station, until: visit.until } });
      return printDocument(session, document, documentFormat(input) ?? 'md');
    },
  },
];
