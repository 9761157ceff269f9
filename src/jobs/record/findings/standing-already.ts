// What a row may say of a known finding without news: the deadline in force, and people in force or replaced since.
import type { CadreNo } from '../../../domain/cadre.ts';
import type { Day } from '../../../domain/days/day.ts';
import type { Finding, Role } from '../../../domain/findings/finding.ts';
import { deadlineInForce, stateAt } from '../../../domain/findings/history.ts';
import { LAST_DAY } from '../../../ledger/findings/findings.ts';

/** Whether a day is the deadline in force of a finding after everything recorded. */
export function isDeadlineInForce(finding: Finding, day: Day): boolean {
  return day === deadlineInForce(finding, stateAt(finding, LAST_DAY), LAST_DAY);
}

/**
 * Whether the people that a row names in a role are no news: those in force, or those whose parts have passed to who is
 * in force. An office's workbook goes on naming somebody who has left for a while.
 */
export function peopleStandAlready(finding: Finding, role: Role, given: readonly CadreNo[]): boolean {
  const inForce = withRole(stateAt(finding, LAST_DAY).responsible, role);
  const known = new Set([...finding.named.map((each) => each.cadreNo), ...successors(finding)]);
  if (!given.every((cadreNo) => known.has(cadreNo))) return false;
  return same(given, inForce) || same(passedOn(finding, given), inForce);
}

function withRole(responsible: ReadonlyMap<CadreNo, Role>, role: Role): CadreNo[] {
  return [...responsible].filter(([, has]) => has === role).map(([cadreNo]) => cadreNo);
}

function successors(finding: Finding): CadreNo[] {
  return finding.events.flatMap((event) => (event.kind === 'reassignment' ? [event.to] : []));
}

/** Who has the parts of these cadres by now; a part that was released belongs to no one. */
function passedOn(finding: Finding, cadres: readonly CadreNo[]): CadreNo[] {
  const now = new Set(cadres);
  const raised = new Map<number, CadreNo>();
  for (const event of finding.events) {
    if (event.kind === 'objection') raised.set(event.id, event.cadreNo);
    if (event.kind === 'reassignment' && now.delete(event.from)) now.add(event.to);
    if (event.kind === 'ruling' && event.ruling === 'released') {
      const released = raised.get(event.objection);
      if (released !== undefined) now.delete(released);
    }
  }
  return [...now];
}

function same(left: readonly CadreNo[], right: readonly CadreNo[]): boolean {
  return left.toSorted().join(';') === right.toSorted().join(';');
}
