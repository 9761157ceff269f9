// What the office owes about a finding on a day: a check of what was reported, a ruling on each objection.
import type { CadreNo } from '../domain/cadre.ts';
import { addDays, type Day } from '../domain/days/day.ts';
import type { Duty } from '../domain/duty.ts';
import type { Finding, ObjectionEvent, ReportEvent } from '../domain/findings/finding.ts';
import { type FindingState, stateAt } from '../domain/findings/history.ts';
import type { Policy } from '../domain/policy.ts';
import { lateFrom, waitBegins } from './pending.ts';

/** A duty about a finding, with the cadre who objected. */
export interface FindingDuty extends Pick<Duty, 'kind' | 'since' | 'due' | 'command'> {
  readonly kind: 'check' | 'rule';
  readonly cadreNo: CadreNo | null;
}

/** The check and the rulings that are owed about a finding at the end of a day; nothing about one that is settled. */
export function dutiesOfFinding(
  finding: Pick<Finding, 'findingNo' | 'named' | 'events'>,
  on: Day,
  { checkWithin, ruleWithin }: Pick<Policy['duties'], 'checkWithin' | 'ruleWithin'>,
): FindingDuty[] {
  const state = stateAt(finding, on);
  if (state.settled !== null) return [];
  const { firstReport, pendingObjections } = state;
  const check: FindingDuty[] =
    firstReport === null
      ? []
      : [{ kind: 'check', cadreNo: null, ...owed(firstReport, checkWithin), command: checkOf(finding) }];
  const rulings = pendingObjections.map((objection): FindingDuty => {
    const command = ruleOf(finding, objection, state);
    return { kind: 'rule', cadreNo: objection.cadreNo, ...owed(objection, ruleWithin), command };
  });
  return [...check, ...rulings];
}

function owed(event: ReportEvent | ObjectionEvent, within: number): Pick<Duty, 'since' | 'due'> {
  const late = lateFrom(event, within);
  return { since: waitBegins(event), due: late === undefined ? null : addDays(late, -1) };
}

function checkOf({ findingNo }: Pick<Finding, 'findingNo'>): readonly string[] {
  return ['finding', 'check', findingNo, '--result', 'RESULT', '--on', 'DAY', '--by', 'WHO'];
}

/** A cadre may have several objections pending; then the command says which is meant. */
function ruleOf(
  { findingNo }: Pick<Finding, 'findingNo'>,
  { cadreNo, on, ground }: ObjectionEvent,
  state: FindingState,
): readonly string[] {
  const several = state.pendingObjections.filter((each) => each.cadreNo === cadreNo).length > 1;
  return [
    ...['finding', 'rule', findingNo, '--cadre', cadreNo],
    ...(several ? ['--raised-on', on, '--ground', ground] : []),
    ...['--ruling', 'RULING', '--on', 'DAY', '--by', 'WHO'],
  ];
}
