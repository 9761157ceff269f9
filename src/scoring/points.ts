// The points of one counted finding for one cadre, exact, with their parts.
import type { Finding, Role } from '../domain/findings/finding.ts';
import type { Policy } from '../domain/policy.ts';

/**
 * What the points of a finding are made of. Weights are hundredths; `total` is ten-thousandths:
 * `role x (severity + source + recurrence + returned + overdue)`.
 */
export interface PointsParts {
  readonly role: number;
  readonly severity: number;
  readonly source: number;
  readonly recurrence: number;
  readonly returned: number;
  /** The extra per full week overdue, times the weeks. */
  readonly overdue: number;
  readonly total: number;
}

/**
 * Points by the formula of the contract, section 3, "Points".
 * @param returned whether the latest check by the cutoff says `not_rectified`
 * @param weeksOverdue whole weeks from the deadline in force to the cutoff, 0 when not overdue
 */
export function pointsOf(
  finding: Pick<Finding, 'severity' | 'source' | 'recurs'>,
  role: Role,
  returned: boolean,
  weeksOverdue: number,
  policy: Policy,
): PointsParts {
  const { weights } = policy.count;
  const parts = {
    role: weights.role[role],
    severity: weights.severity[finding.severity],
    source: Object.hasOwn(weights.source, finding.source) ? (weights.source[finding.source] ?? 0) : 0,
    recurrence: finding.recurs ? weights.recurrence : 0,
    returned: returned ? weights.returned : 0,
    overdue: weights.overduePerWeek * weeksOverdue,
  };
  const sum = parts.severity + parts.source + parts.recurrence + parts.returned + parts.overdue;
  return { ...parts, total: parts.role * sum };
}
