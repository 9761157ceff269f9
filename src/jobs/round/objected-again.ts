// Objections that do not suspend a finding, since an earlier one on the same ground was dismissed.
import type { Day } from '../../domain/days/day.ts';
import { stateAt } from '../../domain/findings/history.ts';
import type { RecordOf } from '../../domain/records/records.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { View } from '../../ledger/facts/view.ts';
import { findingId, LAST_DAY, loadFinding } from '../../ledger/findings/findings.ts';
import { dismissedBefore } from '../../scoring/pending.ts';

/** An objection that is recorded and ruled on, while the finding counts. */
export interface ObjectedAgain {
  readonly finding_no: string;
  readonly cadre_no: string;
  readonly ground: string;
  /** When the earlier one was raised, and by whom. */
  readonly earlier_on: Day;
  readonly earlier_by: string;
}

/** Those of the objections just recorded that do not suspend (contract, section 3, "Due"). */
export function objectedAgain(db: ReadDb, records: readonly RecordOf['objections'][]): ObjectedAgain[] {
  const view = new View(db);
  return records.flatMap(({ finding_no, cadre_no, ground }) => {
    const id = findingId(db, finding_no);
    if (id === undefined) return [];
    const state = stateAt(loadFinding(view, id).finding, LAST_DAY);
    const pending = state.pendingObjections.find(
      (each) => each.cadreNo === cadre_no && each.ground === ground,
    );
    const earlier = pending && dismissedBefore(pending, state);
    if (earlier === undefined) return [];
    return [{ finding_no, cadre_no, ground, earlier_on: earlier.on, earlier_by: earlier.cadreNo }];
  });
}
