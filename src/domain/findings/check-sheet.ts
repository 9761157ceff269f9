// The findings to be checked by a day, as the sheet for the team shows them.
import type { Day } from '../days/day.ts';
import type { NamedResponsible } from './finding.ts';

/** A finding on the sheet. */
export interface ToCheck {
  readonly findingNo: string;
  readonly village: string;
  readonly station: string;
  /** Whether the station is that of the lead. */
  readonly derived: boolean;
  readonly description: string;
  readonly standard: string;
  readonly deadline: Day | null;
  readonly reportedOn: Day | null;
  readonly responsible: readonly NamedResponsible[];
}

export interface CheckSheet {
  readonly until: Day;
  readonly findings: readonly ToCheck[];
}
