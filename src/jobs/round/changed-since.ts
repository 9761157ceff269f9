// Which proposals have changed since they were decided on: reported to whoever closes the round.
import type { CadreNo } from '../../domain/cadre.ts';
import type { Measure } from '../../domain/round.ts';
import { View } from '../../ledger/facts/view.ts';
import { decisionRows, lastFactsBy } from '../../ledger/rounds/decisions.ts';
import type { RoundRow } from '../../ledger/rounds/rounds.ts';
import type { Line } from '../../scoring/line.ts';
import { type PlannedRound, planOf } from './round-plan.ts';

/** A proposal that has changed since it was decided on. */
export interface ChangedSince {
  readonly cadreNo: CadreNo;
  readonly name: string;
  readonly before: Proposal;
  readonly now: Proposal;
}
interface Proposal {
  readonly measure: Measure;
  readonly counted: number;
  readonly pending: number;
}

/** Whose proposal is another one now than when it was decided on: the facts of that moment are planned again. */
export function changedSince(view: View, round: RoundRow, planned: PlannedRound): ChangedSince[] {
  const last = new Map(decisionRows(view, round.id).map((row) => [view.cadreNo(row.cadre_id), row]));
  const now = proposals(planned.plan.lines);
  const changed: ChangedSince[] = [];
  const latest = lastFactsBy(view.db, planned.factsSeq);
  for (const [seq, rows] of Map.groupBy(last.values(), (row) => lastFactsBy(view.db, row.facts_seq))) {
    if (seq === latest) continue;
    const then = new View(view.db, seq);
    const before = proposals(planOf(then, planned.frame).plan.lines);
    for (const row of rows) {
      const cadreNo = view.cadreNo(row.cadre_id);
      const [was, is] = [before.get(cadreNo), now.get(cadreNo)];
      if (was === undefined || is === undefined) continue;
      if (JSON.stringify(was.proposal) === JSON.stringify(is.proposal)) continue;
      changed.push({ cadreNo, name: is.name, before: was.proposal, now: is.proposal });
    }
  }
  return changed;
}

function proposals(lines: readonly Line[]): Map<CadreNo, { name: string; proposal: Proposal }> {
  return new Map(
    lines.map(({ standing }) => [
      standing.cadre.cadreNo,
      {
        name: standing.cadre.name,
        proposal: {
          measure: standing.proposedMeasure,
          counted: standing.counted,
          pending: standing.pending,
        },
      },
    ]),
  );
}
