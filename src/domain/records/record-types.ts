// One record of each kind, as files and commands give it: keys are the contract's columns and the ledger's.
import type { Rank } from '../cadre.ts';
import type { Day } from '../days/day.ts';
import type { CheckResult, Ground, Progress, RulingWord, Severity } from '../findings/finding.ts';
import type { RecheckResult } from '../findings/recheck.ts';
import type { Receipt } from '../measure.ts';
import type { Measure } from '../round.ts';
import type { Presence, Session } from '../work/task.ts';

/**
 * What a field holds. Three states of a cell: `undefined` the file has no such column, `null` the cell is empty,
 * else the value. Keys are the contract's columns and the ledger's.
 */
export type Optional<T> = T | null | undefined;
export type OptionalText = Optional<string>;

/** `+5d` or `+5wd` after found_on (an order: sent_on): days, or working days, to be reckoned with the calendar. */
export interface DayOffset {
  readonly plus: number;
  readonly unit: 'd' | 'wd';
}

export interface CadreRecord {
  readonly cadre_no: string;
  readonly name: string;
  readonly rank: Rank;
  readonly post: OptionalText;
  readonly unit: OptionalText;
  readonly station: OptionalText;
  readonly managed_by: OptionalText;
  readonly identity: OptionalText;
  readonly joined_on: Optional<Day>;
  readonly left_on: Optional<Day>;
}

export interface FindingRecord {
  readonly finding_no: string;
  readonly source: string;
  readonly clause: OptionalText;
  readonly area: OptionalText;
  readonly village: OptionalText;
  readonly station: OptionalText;
  readonly description: string;
  readonly severity: Severity | undefined;
  readonly reason: OptionalText;
  readonly action: OptionalText;
  readonly standard: OptionalText;
  readonly found_on: Day;
  readonly due_on: Optional<Day | DayOffset>;
  /** Numbers of the lead cadres, in the order given. */
  readonly cadre_no: readonly string[];
  readonly assist_no: Optional<readonly string[]>;
  readonly leader_no: Optional<readonly string[]>;
  readonly resp_unit: OptionalText;
  readonly recurs: OptionalText;
  readonly remark: OptionalText;
}

export interface ReportRecord {
  readonly finding_no: string;
  readonly reported_on: Day;
  readonly reported_by: OptionalText;
  readonly progress: Progress;
  readonly evidence: OptionalText;
  readonly note: OptionalText;
}

export interface CheckRecord {
  readonly finding_no: string;
  readonly result: CheckResult;
  readonly checked_on: Day;
  readonly checked_by: string;
  readonly method: OptionalText;
  readonly approved_by: OptionalText;
  readonly approved_on: Optional<Day>;
  readonly note: OptionalText;
}

export interface ExtensionRecord {
  readonly finding_no: string;
  readonly new_due_on: Day;
  readonly granted_on: Day;
  readonly granted_by: string;
  readonly reason: OptionalText;
}

/** `ruled_on`, `ruling`, `ruled_by` come all three or not at all (a half-filled ruling is a bad row). */
export interface ObjectionRecord {
  readonly finding_no: string;
  readonly cadre_no: string;
  readonly raised_on: Day;
  readonly ground: Ground;
  readonly reason: string;
  readonly ruled_on: Optional<Day>;
  readonly ruling: Optional<RulingWord>;
  readonly ruled_by: OptionalText;
  /** Notes of the objection and of its ruling: given by commands, no columns of a file. */
  readonly note?: OptionalText;
  readonly ruling_note?: OptionalText;
}

/** Exactly one of `finding_no` and `task_no` is given. */
export interface ReassignmentRecord {
  readonly finding_no: OptionalText;
  readonly task_no: OptionalText;
  readonly from_no: string;
  readonly to_no: string;
  readonly on: Day;
  readonly by: string;
  readonly new_due_on: Optional<Day>;
  readonly reason: OptionalText;
}

/** One line of a dispatch order; exactly one of `finding_no` and `task_no` is given. Rows of one `order_no` make one order. */
export interface DispatchRecord {
  readonly order_no: string;
  readonly station: string;
  readonly due_on: Day | DayOffset;
  readonly sent_on: Day;
  readonly issued_by: string;
  readonly finding_no: OptionalText;
  readonly task_no: OptionalText;
  readonly note: OptionalText;
}

/** At least one of `measure` and `commended` is given. */
export interface DecisionRecord {
  readonly cadre_no: string;
  readonly measure: Optional<Measure>;
  readonly commended: Optional<boolean>;
  readonly by: string;
  readonly reason: string;
}

/** Amounts in hundredths. */
export interface TaskRecord {
  readonly task_no: string;
  readonly name: string;
  readonly area: OptionalText;
  readonly target: number;
  readonly quantity_unit: OptionalText;
  readonly start_on: Day;
  readonly due_on: Day;
  readonly cadre_no: readonly string[];
  readonly assist_no: Optional<readonly string[]>;
  readonly leader_no: Optional<readonly string[]>;
  readonly milestones: Optional<readonly { readonly on: Day; readonly amount: number }[]>;
  /** Whether an amount was written as a percentage: then the unit must be `%`. No column of a file. */
  readonly percent?: true;
}

export interface ProgressRecord {
  readonly task_no: string;
  readonly on: Day;
  readonly done: number;
  readonly accepted: Optional<boolean>;
  readonly accepted_by: OptionalText;
  readonly note: OptionalText;
  /** Whether an amount was written as a percentage: then the unit must be `%`. No column of a file. */
  readonly percent?: true;
}

export interface AttendanceRecord {
  readonly site: string;
  readonly on: Day;
  readonly session: Session;
  readonly cadre_no: string;
  readonly present: Presence;
}

export interface TalkRecord {
  readonly cadre_no: string;
  readonly round: number;
  readonly talked_on: Day;
  readonly talker: string;
  readonly recorder: OptionalText;
  /** Where it is given, the talk is the service of the measure, on its day and by the talker. */
  readonly receipt: Optional<Receipt>;
  readonly note: OptionalText;
}

export interface StatementRecord {
  readonly cadre_no: string;
  readonly round: number;
  readonly made_on: Day;
  readonly text: OptionalText;
  readonly waived: Optional<boolean>;
}

/** `new_no` is given with a rebound, and only then. */
export interface RecheckRecord {
  readonly finding_no: string;
  readonly rechecked_on: Day;
  readonly rechecked_by: string;
  readonly recheck_result: RecheckResult;
  readonly new_no: OptionalText;
  readonly note: OptionalText;
}

/**
 * A row of the office's one workbook (台账): a finding, the unit's own word on it, and the team's verdict. Only
 * `finding_no` must be there: an empty cell, or a column left out, changes nothing.
 */
export interface LedgerRecord {
  readonly finding_no: string;
  readonly source: OptionalText;
  readonly clause: OptionalText;
  readonly area: OptionalText;
  readonly village: OptionalText;
  readonly station: OptionalText;
  readonly description: OptionalText;
  readonly severity: Optional<Severity>;
  readonly reason: OptionalText;
  readonly action: OptionalText;
  readonly standard: OptionalText;
  readonly found_on: Optional<Day>;
  readonly due_on: Optional<Day | DayOffset>;
  readonly cadre_no: Optional<readonly string[]>;
  readonly assist_no: Optional<readonly string[]>;
  readonly leader_no: Optional<readonly string[]>;
  readonly resp_unit: OptionalText;
  readonly recurs: OptionalText;
  readonly remark: OptionalText;
  readonly progress: Optional<Progress>;
  readonly reported_on: Optional<Day>;
  readonly reported_by: OptionalText;
  readonly evidence: OptionalText;
  /** The note of the report: what follows the word under 完成情况, and what its own column says. */
  readonly note: OptionalText;
  /**
   * What the unit wrote under 完成情况 (or as a narrative) where it is not understood and no day of application stands
   * beside it: no report, kept beside the finding. No column of a file. Undefined when the file has neither a word nor a
   * narrative; null when this row says nothing, or something that is understood.
   */
  readonly unit_words?: OptionalText;
  readonly result: Optional<CheckResult>;
  readonly checked_on: Optional<Day>;
  readonly checked_by: OptionalText;
  readonly method: OptionalText;
  readonly approved_by: OptionalText;
  readonly approved_on: Optional<Day>;
  readonly check_note: OptionalText;
}
