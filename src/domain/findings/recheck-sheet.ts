// Re-checks as lists and sheets show them.
import type { Day } from '../days/day.ts';
import type { NamedResponsible } from './finding.ts';
import type { DrawGrouping, RecheckFigures, RecheckResult } from './recheck.ts';

/** A re-check, or a finding that was drawn and is not looked at again yet. */
export interface ListedRecheck {
  readonly findingNo: string;
  readonly source: string;
  readonly area: string;
  readonly station: string;
  /** Whether the station is that of the lead. */
  readonly derived: boolean;
  readonly description: string;
  /** The number of the draw that took the finding, or null. */
  readonly draw: number | null;
  readonly on: Day | null;
  readonly by: string;
  readonly result: RecheckResult | null;
  readonly newNo: string;
  readonly note: string;
  readonly id: string;
}

/** What came of the re-checks of a group. */
export interface RecheckGroup extends RecheckFigures {
  readonly group: string;
  /** Drawn and not looked at again yet. */
  readonly due: number;
}

/** A finding on the sheet. */
export interface ToRecheck {
  readonly findingNo: string;
  readonly village: string;
  readonly station: string;
  /** Whether the station is that of the lead. */
  readonly derived: boolean;
  readonly description: string;
  readonly standard: string;
  readonly responsible: readonly NamedResponsible[];
  readonly rectifiedOn: Day;
  /** Who gave the latest check, and so does not look at it again. */
  readonly checkedBy: string;
}

export interface RecheckSheet {
  readonly draw: number;
  readonly from: Day;
  readonly to: Day;
  readonly share: number;
  readonly groupBy: DrawGrouping;
  readonly by: string;
  readonly digest: string;
  readonly findings: readonly ToRecheck[];
}
