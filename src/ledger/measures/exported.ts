// The records that belong to a cadre and a closed round, as `export` writes them.
import type { ExportedRecord } from '../facts/exported-record.ts';
import type { FactRow, View } from '../facts/view.ts';
import { answerOf, receiptOf } from './facts.ts';

type OfRounds = 'talks' | 'statements' | 'services' | 'appeals' | 'followups';

/** The live records of each kind, in the order of recording. */
export const exportedOfRounds: Readonly<Record<OfRounds, (view: View) => Iterable<ExportedRecord>>> = {
  talks: function* (view) {
    for (const talk of ofRounds(view, 'talks'))
      yield { ...talk, receipt: receiptOf(view, Number(talk.id)) ?? null };
  },
  statements: (view) => ofRounds(view, 'statements'),
  services: (view) => ofRounds(view, 'services'),
  appeals: function* (view) {
    for (const appeal of ofRounds(view, 'appeals')) {
      const { ruled_on = null, ruling = null, ruled_by = null } = answerOf(view, Number(appeal.id)) ?? {};
      yield { ...appeal, ruled_on, ruling, ruled_by };
    }
  },
  followups: (view) => ofRounds(view, 'followups'),
};

function* ofRounds(view: View, table: OfRounds): Generator<ExportedRecord> {
  const rows = view.db.iterate<FactRow & { cadre_id: number; round_no: number; waived?: 0 | 1 }>(
    `SELECT * FROM ${table} ORDER BY id`,
  );
  for (const row of rows) {
    if (!view.isLive(table, row)) continue;
    yield {
      ...row,
      cadre_no: view.cadreNo(row.cadre_id),
      round: row.round_no,
      ...(row.waived !== undefined && { waived: row.waived === 1 }),
    };
  }
}
