// The record kinds that files bring in and `export` writes out: their columns (contract, section 4, "Import").
import type { Rank } from './cadre.ts';
import type { Day } from './day.ts';
import type { CheckResult, Ground, Progress, RulingWord, Severity } from './finding.ts';
import type { Measure } from './round.ts';
import type { Presence, Session } from './task.ts';

export const recordKinds = [
  'cadres',
  'findings',
  'reports',
  'checks',
  'extensions',
  'objections',
  'reassignments',
  'dispatches',
  'decisions',
  'tasks',
  'progress',
  'attendance',
  'talks',
  'statements',
  'ledger',
] as const;
export type RecordKind = (typeof recordKinds)[number];

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
}

export interface ProgressRecord {
  readonly task_no: string;
  readonly on: Day;
  readonly done: number;
  readonly accepted: Optional<boolean>;
  readonly accepted_by: OptionalText;
  readonly note: OptionalText;
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
  readonly note: OptionalText;
}

export interface StatementRecord {
  readonly cadre_no: string;
  readonly round: number;
  readonly made_on: Day;
  readonly text: OptionalText;
  readonly waived: Optional<boolean>;
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
  /** The note of the report; other words under 完成情况 become it. */
  readonly note: OptionalText;
  readonly result: Optional<CheckResult>;
  readonly checked_on: Optional<Day>;
  readonly checked_by: OptionalText;
  readonly method: OptionalText;
  readonly approved_by: OptionalText;
  readonly approved_on: Optional<Day>;
  readonly check_note: OptionalText;
}

/** The record type of each kind. */
export interface RecordOf {
  readonly cadres: CadreRecord;
  readonly findings: FindingRecord;
  readonly reports: ReportRecord;
  readonly checks: CheckRecord;
  readonly extensions: ExtensionRecord;
  readonly objections: ObjectionRecord;
  readonly reassignments: ReassignmentRecord;
  readonly dispatches: DispatchRecord;
  readonly decisions: DecisionRecord;
  readonly tasks: TaskRecord;
  readonly progress: ProgressRecord;
  readonly attendance: AttendanceRecord;
  readonly talks: TalkRecord;
  readonly statements: StatementRecord;
  readonly ledger: LedgerRecord;
}

/** How a column's cells are read and written; `persons` and `numbers` hold several, separated by `;`. */
export interface ColumnSpec {
  readonly key: string;
  readonly type:
    | 'text'
    | 'number_name'
    | 'numbers'
    | 'day'
    | 'due'
    | 'whole'
    | 'amount'
    | 'boolean'
    | 'term'
    | 'milestones';
  readonly required?: true;
  /** For `term`: the vocabulary (`rank`, `severity`, `progress`, `result`, `ground`, `ruling`, `measure`, `session`, `presence`). */
  readonly terms?: string;
}

const text = (key: string): ColumnSpec => ({ key, type: 'text' });
const mustText = (key: string): ColumnSpec => ({ key, type: 'text', required: true });
const name = (key: string): ColumnSpec => ({ key, type: 'number_name' });
const mustName = (key: string): ColumnSpec => ({ key, type: 'number_name', required: true });
const numbers = (key: string): ColumnSpec => ({ key, type: 'numbers' });
const mustNumbers = (key: string): ColumnSpec => ({ key, type: 'numbers', required: true });
const day = (key: string): ColumnSpec => ({ key, type: 'day' });
const mustDay = (key: string): ColumnSpec => ({ key, type: 'day', required: true });
const term = (key: string, terms: string): ColumnSpec => ({ key, type: 'term', terms });
const mustTerm = (key: string, terms: string): ColumnSpec => ({ key, type: 'term', terms, required: true });
const amount = (key: string): ColumnSpec => ({ key, type: 'amount', required: true });
const boolean = (key: string): ColumnSpec => ({ key, type: 'boolean' });
const whole = (key: string): ColumnSpec => ({ key, type: 'whole', required: true });

/** The columns of each kind, in the contract's order. */
export const recordColumns: Readonly<Record<RecordKind, readonly ColumnSpec[]>> = {
  cadres: [
    mustName('cadre_no'),
    mustText('name'),
    mustTerm('rank', 'rank'),
    ...['post', 'unit', 'station', 'managed_by', 'identity'].map(text),
    ...['joined_on', 'left_on'].map(day),
  ],
  findings: [
    mustName('finding_no'),
    mustText('source'),
    ...['clause', 'area', 'village', 'station'].map(text),
    mustText('description'),
    term('severity', 'severity'),
    ...['reason', 'action', 'standard'].map(text),
    mustDay('found_on'),
    { key: 'due_on', type: 'due' },
    mustNumbers('cadre_no'),
    ...['assist_no', 'leader_no'].map(numbers),
    text('resp_unit'),
    name('recurs'),
    text('remark'),
  ],
  reports: [
    mustName('finding_no'),
    mustDay('reported_on'),
    text('reported_by'),
    term('progress', 'progress'),
    ...['evidence', 'note'].map(text),
  ],
  checks: [
    mustName('finding_no'),
    mustTerm('result', 'result'),
    mustDay('checked_on'),
    mustText('checked_by'),
    ...['method', 'approved_by'].map(text),
    day('approved_on'),
    text('note'),
  ],
  extensions: [
    mustName('finding_no'),
    ...['new_due_on', 'granted_on'].map(mustDay),
    mustText('granted_by'),
    text('reason'),
  ],
  objections: [
    ...['finding_no', 'cadre_no'].map(mustName),
    mustDay('raised_on'),
    term('ground', 'ground'),
    mustText('reason'),
    day('ruled_on'),
    term('ruling', 'ruling'),
    text('ruled_by'),
  ],
  reassignments: [
    ...['finding_no', 'task_no'].map(name),
    ...['from_no', 'to_no'].map(mustName),
    mustDay('on'),
    mustText('by'),
    day('new_due_on'),
    text('reason'),
  ],
  dispatches: [
    mustName('order_no'),
    mustText('station'),
    { key: 'due_on', type: 'due', required: true },
    mustDay('sent_on'),
    mustText('issued_by'),
    ...['finding_no', 'task_no'].map(name),
    text('note'),
  ],
  decisions: [
    mustName('cadre_no'),
    term('measure', 'measure'),
    boolean('commended'),
    ...['by', 'reason'].map(mustText),
  ],
  tasks: [
    mustName('task_no'),
    mustText('name'),
    text('area'),
    amount('target'),
    text('quantity_unit'),
    ...['start_on', 'due_on'].map(mustDay),
    mustNumbers('cadre_no'),
    ...['assist_no', 'leader_no'].map(numbers),
    { key: 'milestones', type: 'milestones' },
  ],
  progress: [
    mustName('task_no'),
    mustDay('on'),
    amount('done'),
    boolean('accepted'),
    ...['accepted_by', 'note'].map(text),
  ],
  attendance: [
    mustText('site'),
    mustDay('on'),
    mustTerm('session', 'session'),
    mustName('cadre_no'),
    mustTerm('present', 'presence'),
  ],
  talks: [
    mustName('cadre_no'),
    whole('round'),
    mustDay('talked_on'),
    mustText('talker'),
    ...['recorder', 'note'].map(text),
  ],
  statements: [mustName('cadre_no'), whole('round'), mustDay('made_on'), text('text'), boolean('waived')],
  ledger: [
    mustName('finding_no'),
    ...['source', 'clause', 'area', 'village', 'station', 'description'].map(text),
    term('severity', 'severity'),
    ...['reason', 'action', 'standard'].map(text),
    day('found_on'),
    { key: 'due_on', type: 'due' },
    ...['cadre_no', 'assist_no', 'leader_no'].map(numbers),
    text('resp_unit'),
    name('recurs'),
    text('remark'),
    term('progress', 'progress'),
    day('reported_on'),
    ...['reported_by', 'evidence', 'note'].map(text),
    term('result', 'result'),
    day('checked_on'),
    ...['checked_by', 'method', 'approved_by'].map(text),
    day('approved_on'),
    text('check_note'),
  ],
};
