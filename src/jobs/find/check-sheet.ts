// The form that the supervision team takes along: what is to be checked by a day.
import type { Day } from '../../domain/days/day.ts';
import type { CheckSheet, ToCheck } from '../../domain/findings/check-sheet.ts';
import { statusAt } from '../../domain/findings/finding-status.ts';
import { deadlineInForce, stateAt } from '../../domain/findings/history.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { View } from '../../ledger/facts/view.ts';
import { findingsChosen } from '../../ledger/findings/findings.ts';
import { outstandingOn } from '../../ledger/findings/selections.ts';
import { lastClosedRound, openRound } from '../../ledger/rounds/rounds.ts';
import { refuseUnknownNames } from '../lookups/known-names.ts';
import { namer } from '../lookups/names.ts';
import { Stations } from '../lookups/stations.ts';
import { nextCutoff } from './due.ts';

/**
 * What is to be checked by `until`, by station, village and number: everything outstanding with a deadline by then, and
 * everything reported as done (contract, section 1, "one by one").
 * @throws Failure `refused` for an unknown station
 */
export function checkSheet(
  db: ReadDb,
  asked: { readonly until: Day | null; readonly station: string | null; readonly today: Day },
): CheckSheet {
  refuseUnknownNames(db, { station: asked.station });
  const view = new View(db);
  const until = asked.until ?? nextCutoff(db, asked.today);
  const named = namer(view);
  const stations = new Stations(view, until);
  const findings: ToCheck[] = [];
  for (const { finding, row } of findingsChosen(view, outstandingOn(until))) {
    const state = stateAt(finding, until);
    if (state.settled !== null || finding.foundOn > until) continue;
    const { station, derived } = stations.of(row.station, state.responsible);
    if (asked.station !== null && station !== asked.station) continue;
    const deadline = deadlineInForce(finding, state, until);
    const reported = statusAt(finding, state, until) === 'reported';
    if (!reported && (deadline === null || deadline > until)) continue;
    findings.push({
      findingNo: finding.findingNo,
      village: row.village ?? '',
      station,
      derived,
      description: row.description,
      standard: row.standard ?? row.action ?? '',
      deadline,
      reportedOn: state.latest?.kind === 'report' ? state.latest.on : null,
      responsible: named(state.responsible),
    });
  }
  const place = (each: ToCheck): string => [each.station, each.village, each.findingNo].join('\n');
  return { until, findings: findings.sort((left, right) => (place(left) < place(right) ? -1 : 1)) };
}

/** The round that is open, or that will be opened next. */
export function nextRound(db: ReadDb): number {
  return openRound(db)?.round_no ?? (lastClosedRound(db)?.number ?? 0) + 1;
}
