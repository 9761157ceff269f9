// Rulings on objections as rows: a retraction has a table of its own.
import type { Day } from '../../../domain/days/day.ts';
import type { FindingEvent, RulingWord } from '../../../domain/findings/finding.ts';
import type { EventRow, RetractionRow, RulingRow } from '../../../ledger/findings/events.ts';
import { sameValues } from '../recording.ts';
import type { EventPart } from './event-part.ts';

/** Whether a row answers an objection. */
export function isRuling(row: EventRow): row is RulingRow | RetractionRow {
  return row.table === 'rulings' || row.table === 'retractions';
}

interface Ruled {
  readonly ruled_on: Day;
  readonly ruling: RulingWord;
  readonly ruled_by: string;
}

/** The row of a ruling; that an objection was retracted is kept in a table of its own. */
export function rulingPart(event: FindingEvent, ruled: Ruled, note: string | null | undefined): EventPart {
  const { ruled_on, ruling, ruled_by } = ruled;
  return ruling === 'retracted'
    ? { table: 'retractions', values: { retracted_on: ruled_on, by: ruled_by, note }, event }
    : { table: 'rulings', values: { ruled_on, ruling, ruled_by, note }, event };
}

/** Whether a recorded ruling or retraction says the same. */
export function saysSame(row: RulingRow | RetractionRow, { ruled_on, ruling, ruled_by }: Ruled): boolean {
  if (row.table === 'retractions')
    return ruling === 'retracted' && sameValues(row, { retracted_on: ruled_on, by: ruled_by });
  return sameValues(row, { ruled_on, ruling, ruled_by });
}
