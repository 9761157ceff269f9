// Reports that wait for a check, and objections that wait for a ruling.
import type { CadreNo } from '../../domain/cadre.ts';
import { addDays } from '../../domain/days/day.ts';
import type { Duty } from '../../domain/duty.ts';
import type { Finding, ObjectionEvent, ReportEvent } from '../../domain/findings/finding.ts';
import { type FindingState, stateAt } from '../../domain/findings/history.ts';
import { findCadre } from '../../ledger/cadres/cadres.ts';
import { findingsChosen } from '../../ledger/findings/findings.ts';
import { lateFrom, waitBegins } from '../../scoring/pending.ts';
import type { DutiesAsked } from './asked.ts';

/** The findings that can wait for the office on a day: what was settled later may have waited then. */
const CHOSEN = `SELECT finding_id FROM finding_now
    WHERE settled_on IS NULL AND status IN ('reported', 'returned', 'objected')
  UNION ALL SELECT finding_id FROM finding_now WHERE settled_on > ?`;

/** Checks and rulings that are owed on a day. */
export function* findingDuties({ view, on, policy }: DutiesAsked): Generator<Duty> {
  const { checkWithin, ruleWithin } = policy.duties;
  for (const { finding, row } of findingsChosen(view, CHOSEN, [on])) {
    const state = stateAt(finding, on);
    if (state.settled !== null) continue;
    const about = { subject: finding.findingNo, description: row.description, by: '' };
    if (state.firstReport !== null) {
      yield { ...about, ...owed(state.firstReport, checkWithin), ...checkOf(finding) };
    }
    for (const objection of state.pendingObjections) {
      const name = findCadre(view, objection.cadreNo)?.name ?? '';
      const cadre = { cadreNo: objection.cadreNo, name };
      const command = ruleOf(finding, objection, state);
      yield { ...about, ...owed(objection, ruleWithin), kind: 'rule', cadre, command };
    }
  }
}

function owed(event: ReportEvent | ObjectionEvent, within: number): Pick<Duty, 'since' | 'due'> {
  const late = lateFrom(event, within);
  return { since: waitBegins(event), due: late === undefined ? null : addDays(late, -1) };
}

function checkOf({ findingNo }: Finding): Pick<Duty, 'kind' | 'cadre' | 'command'> {
  const command = ['finding', 'check', findingNo, '--result', 'RESULT', '--on', 'DAY', '--by', 'WHO'];
  return { kind: 'check', cadre: null, command };
}

/** A cadre may have several objections pending; then the command says which is meant. */
function ruleOf({ findingNo }: Finding, objection: ObjectionEvent, state: FindingState): readonly string[] {
  const isOf = (cadreNo: CadreNo) => (each: ObjectionEvent) => each.cadreNo === cadreNo;
  const several = state.pendingObjections.filter(isOf(objection.cadreNo)).length > 1;
  const { cadreNo, on, ground } = objection;
  return [
    ...['finding', 'rule', findingNo, '--cadre', cadreNo],
    ...(several ? ['--raised-on', on, '--ground', ground] : []),
    ...['--ruling', 'RULING', '--on', 'DAY', '--by', 'WHO'],
  ];
}
