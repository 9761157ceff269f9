// A ruling on a pending objection, found by finding and cadre.
import type { Day } from '../../../domain/days/day.ts';
import type { Ground, RulingWord } from '../../../domain/findings/finding.ts';
import { stateAt } from '../../../domain/findings/history.ts';
import { refusal } from '../../../domain/problem.ts';
import { View } from '../../../ledger/facts/view.ts';
import type { Ledger } from '../../../ledger/file/open.ts';
import type { ObjectionRow, RetractionRow, RulingRow } from '../../../ledger/findings/events.ts';
import { findingId, LAST_DAY, loadFinding } from '../../../ledger/findings/findings.ts';
import { answeredBefore } from '../../../ledger/writing/answers.ts';
import type { Committed } from '../../../ledger/writing/journal.ts';
import { type Acting, entryOf } from '../../acting.ts';
import { theCadre } from '../../the-cadre.ts';
import { type Recorded, recordValues } from '../record-one.ts';

export interface RuleRequest {
  readonly findingNo: string;
  readonly cadreNo: string;
  readonly ruling: RulingWord;
  readonly on: Day;
  readonly by: string;
  /** Identifies the objection when a cadre has several. */
  readonly raisedOn: Day | null;
  /** The same. */
  readonly ground: Ground | null;
  readonly note: string | undefined;
}

/** Records a ruling. @throws Failure `refused`: no such objection, several, or the ruling is not valid */
export function ruleObjection(ledger: Ledger, acting: Acting, request: RuleRequest): Committed<Recorded> {
  const before = answeredBefore<Recorded>(ledger.connection, entryOf(acting, 'finding rule', request));
  if (before !== undefined) return before;
  const view = new View(ledger.connection);
  const id = findingId(ledger.connection, request.findingNo);
  if (id === undefined) throw refusal('finding_unknown', { finding_no: request.findingNo });
  const cadre = theCadre(view, request.cadreNo);
  const { finding, stored } = loadFinding(view, id);
  const rows = stored.map((each) => each.row);
  const lapsed = new Set(stateAt(finding, LAST_DAY).lapsedObjections.map((each) => each.id));
  const ruled = new Map(
    rows
      .filter(
        (row): row is RulingRow | RetractionRow => row.table === 'rulings' || row.table === 'retractions',
      )
      .map((row) => [row.objection_id, row.table === 'rulings' ? row.ruled_on : row.retracted_on]),
  );
  const raised = rows.filter(
    (row): row is ObjectionRow =>
      row.table === 'objections' &&
      row.cadre_id === cadre.id &&
      (request.raisedOn === null || row.raised_on === request.raisedOn) &&
      (request.ground === null || view.amended('objections', row).ground === request.ground),
  );
  const unruled = raised.filter((row) => !ruled.has(row.id));
  // Where nothing else is meant, one that lapsed is refused for what it is.
  const waiting = unruled.filter((row) => !lapsed.has(row.id));
  const pending = waiting.length === 0 ? unruled.slice(-1) : waiting;
  const about = { finding_no: request.findingNo, cadre_no: cadre.cadreNo };
  if (pending.length > 1) {
    throw refusal('objection_several', { ...about, days: pending.map((row) => row.raised_on) });
  }
  const meant = pending[0] ?? raised.findLast((row) => ruled.get(row.id) === request.on);
  if (meant === undefined) throw refusal('objection_unknown', about);
  const objection = view.amended('objections', meant);
  const values = {
    ...about,
    raised_on: meant.raised_on,
    ground: objection.ground,
    reason: objection.reason,
    ruled_on: request.on,
    ruling: request.ruling,
    ruled_by: request.by,
  };
  return recordValues(ledger, acting, 'finding rule', 'objections', [values], {
    asked: request,
    extra: request.note === undefined ? {} : { ruling_note: request.note },
  });
}
