// How it goes over the rounds: what was due, counted, rectified and checked, who was in the circle, by round or by group.
import type { Finding } from '../../domain/findings/finding.ts';
import { stateAt } from '../../domain/findings/history.ts';
import { refusal } from '../../domain/problem.ts';
import { findCadre } from '../../ledger/cadres/cadres.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { View } from '../../ledger/facts/view.ts';
import { type FindingRow, findingsWithRowsForRound } from '../../ledger/findings/findings.ts';
import {
  asPrevious,
  type ClosedRound,
  correctedLines,
  correctionsOf,
  ownRounds,
} from '../../ledger/rounds/rounds.ts';
import { checksInWindow } from '../../scoring/checks.ts';
import { rectificationOf } from '../../scoring/commend.ts';
import { type TrendBy, type TrendRow, TrendSums } from '../../scoring/figures/trend-sums.ts';
import { planRound } from '../../scoring/plan-round.ts';
import { carriesWeight } from '../../scoring/rules.ts';
import { Stations } from '../lookups/stations.ts';
import { noRound } from '../round/no-round.ts';
import { closedFrame, roundInput } from '../round/round-frame.ts';
import { theCadre } from '../the-cadre.ts';

export { trendGroups } from '../../scoring/figures/trend-sums.ts';

export interface TrendRequest {
  readonly by: TrendBy;
  readonly cadreNo: string | null;
  /** Closed rounds, both included; null is the first or the last one. */
  readonly from: number | null;
  readonly to: number | null;
}

export interface Trend {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly TrendRow[];
  /** Lines corrected since the closing, as `round:cadre_no`: who is in, enters and leaves goes by them. */
  readonly corrected: readonly string[];
}

/** Sums up the closed rounds. @throws Failure `refused`: no round is closed, none of that number, unknown cadre */
export function trend(db: ReadDb, request: TrendRequest): Trend {
  const view = new View(db);
  const cadreNo = request.cadreNo === null ? null : theCadre(view, request.cadreNo).cadreNo;
  const { from, to, rounds: shown } = roundsAsked(db, request.from, request.to);
  const sums = new TrendSums(request.by, cadreNo);
  for (const round of shown) addRound(sums, view, round);
  const corrected = shown.flatMap(({ number }) =>
    [...correctionsOf(view, number).keys()]
      .filter((each) => cadreNo === null || each === cadreNo)
      .map((each) => `${number}:${each}`),
  );
  return { from, to, corrected, rows: sums.rows((number) => findCadre(view, number)?.name ?? '') };
}

/** The closed rounds that are asked for. @throws Failure `refused`: no round is closed, or none of that number */
export function roundsAsked(
  db: ReadDb,
  first: number | null,
  last: number | null,
): { readonly from: number; readonly to: number; readonly rounds: readonly ClosedRound[] } {
  const closed = ownRounds(db);
  const [lowest, highest] = [closed.at(0)?.number, closed.at(-1)?.number];
  if (lowest === undefined || highest === undefined) throw noRound(db);
  const [from, to] = [first ?? lowest, last ?? highest];
  const outside = [from, to].find((number) => number < lowest || number > highest);
  if (outside !== undefined) throw refusal('round_not_closed', { round: outside });
  return { from, to, rounds: closed.filter(({ number }) => number >= from && number <= to) };
}

/** Takes in one round: its facts as the journal held them at its closing, its lines as corrected since. */
function addRound(sums: TrendSums, now: View, round: ClosedRound): void {
  const view = new View(now.db, round.factsSeq);
  const frame = closedFrame(now, round.number);
  const previous = asPrevious(view, frame.previous);
  const { policy } = frame.policy;
  const rows = new Map<number, FindingRow>();
  const stations = new Stations(view, round.cutoff);
  sums.begin(round);
  function* findings(): Generator<Finding> {
    for (const { finding, row } of findingsWithRowsForRound(view, previous)) {
      const state = stateAt(finding, round.cutoff);
      const { station } = stations.of(row.station, state.responsible);
      const placed = { ...row, station };
      rows.set(finding.id, placed);
      const rectification = rectificationOf(finding, state, round.cutoff, previous);
      if (rectification !== null) {
        const weighty = [...state.responsible].filter(([, role]) => carriesWeight(policy, role));
        sums.rectified(
          placed,
          weighty.map(([cadreNo]) => cadreNo),
          rectification.inTime,
        );
      }
      for (const check of checksInWindow(finding, round.cutoff, previous)) {
        sums.checked(placed, check.responsible, check.days);
      }
      yield finding;
    }
  }
  planRound(
    { ...roundInput(view, frame), findings: findings() },
    {
      reasonsOf: () => false,
      onReason: (seen) => {
        if (seen.about !== 'finding') return;
        const row = rows.get(seen.finding.id);
        if (row !== undefined) sums.due(row, seen.cadreNo, seen.judgement.outcome === 'counted');
      },
    },
  );
  for (const { cadre_no, station, now_in, movement } of correctedLines(now, round.number))
    sums.line({ cadreNo: cadre_no, station, nowIn: now_in === 1, movement });
}
