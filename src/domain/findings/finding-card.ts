// Findings as they stand on a day, and one in full with its history.
import type { Day } from '../days/day.ts';
import type { Origin } from '../origin.ts';
import type { FindingNo, NamedResponsible, Severity, Status } from './finding.ts';

/** A finding as it stands on a day. */
export interface ListedFinding {
  readonly findingNo: FindingNo;
  readonly source: string;
  readonly area: string;
  readonly village: string;
  readonly station: string;
  /** Whether the station is that of the lead. */
  readonly derived: boolean;
  readonly description: string;
  readonly severity: Severity;
  readonly foundOn: Day;
  readonly deadline: Day | null;
  readonly status: Status;
  readonly responsible: readonly NamedResponsible[];
}

/** One row of a finding's history. `values` are the row's own columns. */
export interface HistoryEntry extends Origin {
  readonly table: string;
  readonly id: number;
  readonly day: string;
  readonly values: Readonly<Record<string, string | number | null>>;
  /** The journal entry that reversed it, or null. */
  readonly reversedBy: number | null;
}

/** A finding in full: its own columns, how it stands, its history. */
export interface FindingCard {
  readonly row: Readonly<Record<string, string | number | null>>;
  readonly now: ListedFinding;
  readonly recurs: FindingNo | null;
  /** What the unit wrote of its progress that is no report. */
  readonly unitWords: string | null;
  readonly history: readonly HistoryEntry[];
}
