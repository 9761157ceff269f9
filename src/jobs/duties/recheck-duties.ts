// Findings that were drawn and are not looked at again yet: one line a draw, without a limit.

import type { Duty } from '../../domain/duty.ts';
import { draws } from '../../ledger/findings/rechecks.ts';
import { timeZoneOf } from '../../ledger/settings.ts';
import { entryInstant } from '../../ledger/writing/journal-entries.ts';
import { todayIn } from '../days.ts';
import { recheckSheet } from '../rechecks/recheck-sheet.ts';
import type { DutiesAsked } from './asked.ts';

/** The draws that are not finished, owed from the day on which they were made. */
export function* recheckDuties({ db, view, on }: DutiesAsked): Generator<Duty> {
  for (const { id, seq, by } of draws(view)) {
    const since = todayIn(timeZoneOf(db), new Date(entryInstant(db, seq)));
    const { findings } = recheckSheet(db, { draw: id, until: on });
    if (since > on || findings.length === 0) continue;
    yield {
      kind: 'recheck',
      subject: String(id),
      description: findings.map(({ findingNo }) => findingNo).join(';'),
      cadre: null,
      by,
      since,
      due: null,
      command: ['recheck', 'sheet', '--draw', String(id)],
    };
  }
}
