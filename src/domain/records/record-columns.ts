// The columns of each record kind, in the contract's order (section 4, "Import"): what its records, their types and their
// checks are made from.
import {
  amount,
  boolean,
  type Column,
  type Columns,
  day,
  due,
  milestones,
  mustDay,
  mustDue,
  mustName,
  mustNumbers,
  mustTerm,
  mustText,
  name,
  numbers,
  term,
  text,
  whole,
} from './columns.ts';
import type { RecordKind } from './records.ts';

/** The columns of each kind by their keys, which are the contract's and the ledger's. */
export const columnsOf = {
  cadres: {
    cadre_no: mustName,
    name: mustText,
    rank: mustTerm('rank'),
    post: text,
    unit: text,
    station: text,
    managed_by: text,
    identity: text,
    joined_on: day,
    left_on: day,
  },
  findings: {
    finding_no: mustName,
    source: mustText,
    clause: text,
    area: text,
    village: text,
    station: text,
    description: mustText,
    severity: { ...term('severity'), default: 1, filled: 'column' },
    reason: text,
    action: text,
    standard: text,
    found_on: mustDay,
    due_on: due,
    cadre_no: mustNumbers,
    assist_no: numbers,
    leader_no: numbers,
    resp_unit: text,
    recurs: name,
    remark: text,
  },
  /** A report without a word is settled from its day, or refused. */
  reports: {
    finding_no: mustName,
    reported_on: mustDay,
    reported_by: text,
    progress: { ...term('progress'), filled: 'always' },
    evidence: text,
    note: text,
  },
  checks: {
    finding_no: mustName,
    result: mustTerm('result'),
    checked_on: mustDay,
    checked_by: mustText,
    method: text,
    approved_by: text,
    approved_on: day,
    note: text,
  },
  extensions: {
    finding_no: mustName,
    new_due_on: mustDay,
    granted_on: mustDay,
    granted_by: mustText,
    reason: text,
  },
  /** `ruled_on`, `ruling`, `ruled_by` come all three or not at all (a half-filled ruling is a bad row). */
  objections: {
    finding_no: mustName,
    cadre_no: mustName,
    raised_on: mustDay,
    ground: { ...term('ground'), default: 'other', filled: 'always' },
    reason: mustText,
    ruled_on: day,
    ruling: term('ruling'),
    ruled_by: text,
  },
  /** Exactly one of `finding_no` and `task_no` is given. */
  reassignments: {
    finding_no: name,
    task_no: name,
    from_no: mustName,
    to_no: mustName,
    on: mustDay,
    by: mustText,
    new_due_on: day,
    reason: text,
  },
  /** One line of a dispatch order; exactly one of `finding_no` and `task_no` is given. Rows of one `order_no` make one order. */
  dispatches: {
    order_no: mustName,
    station: mustText,
    due_on: mustDue,
    sent_on: mustDay,
    issued_by: mustText,
    finding_no: name,
    task_no: name,
    note: text,
  },
  /** At least one of `measure` and `commended` is given. */
  decisions: {
    cadre_no: mustName,
    measure: term('measure'),
    commended: boolean,
    by: mustText,
    reason: mustText,
  },
  tasks: {
    task_no: mustName,
    name: mustText,
    area: text,
    target: amount,
    quantity_unit: text,
    start_on: mustDay,
    due_on: mustDay,
    cadre_no: mustNumbers,
    assist_no: numbers,
    leader_no: numbers,
    milestones: milestones,
  },
  progress: {
    task_no: mustName,
    on: mustDay,
    done: amount,
    accepted: boolean,
    accepted_by: text,
    note: text,
  },
  attendance: {
    site: mustText,
    on: mustDay,
    session: mustTerm('session'),
    cadre_no: mustName,
    present: mustTerm('presence'),
  },
  /** With a receipt the talk is the service of the measure, on its day and by the talker. */
  talks: {
    cadre_no: mustName,
    round: whole,
    talked_on: mustDay,
    talker: mustText,
    recorder: text,
    receipt: term('receipt'),
    note: text,
  },
  /** That a measure was handed to the cadre. */
  services: {
    cadre_no: mustName,
    round: whole,
    served_on: mustDay,
    served_by: mustText,
    receipt: mustTerm('receipt'),
    note: text,
  },
  /** `ruled_on`, `ruling`, `ruled_by` are given all three or not at all. */
  appeals: {
    cadre_no: mustName,
    round: whole,
    raised_on: mustDay,
    reason: mustText,
    ruled_on: day,
    ruling: term('appeal_ruling'),
    ruled_by: text,
  },
  /** How a cadre does after a talk. */
  followups: {
    cadre_no: mustName,
    round: whole,
    on: mustDay,
    by: mustText,
    result: mustTerm('follow_up'),
    note: text,
  },
  statements: {
    cadre_no: mustName,
    round: whole,
    made_on: mustDay,
    text: text,
    waived: boolean,
  },
  /** `new_no` is given with a rebound, and only then. */
  rechecks: {
    finding_no: mustName,
    rechecked_on: mustDay,
    rechecked_by: mustText,
    recheck_result: mustTerm('recheck_result'),
    new_no: name,
    note: text,
  },
  /**
   * A row of the office's one workbook (台账): a finding, the unit's own word on it, and the team's verdict. Only
   * `finding_no` must be there: an empty cell, or a column left out, changes nothing. `note` is that of the report: what
   * follows the word under 完成情况, and what its own column says. `unit_words` is what the unit wrote there (or as a
   * narrative) where it is not understood and no day of application stands beside it: no report, kept beside the finding;
   * undefined when the file has neither a word nor a narrative, null when this row says nothing, or what is understood.
   */
  ledger: {
    finding_no: mustName,
    source: text,
    clause: text,
    area: text,
    village: text,
    station: text,
    description: text,
    severity: term('severity'),
    reason: text,
    action: text,
    standard: text,
    found_on: day,
    due_on: due,
    cadre_no: numbers,
    assist_no: numbers,
    leader_no: numbers,
    resp_unit: text,
    recurs: name,
    remark: text,
    progress: term('progress'),
    reported_on: day,
    reported_by: text,
    evidence: text,
    note: text,
    result: term('result'),
    checked_on: day,
    checked_by: text,
    method: text,
    approved_by: text,
    approved_on: day,
    check_note: text,
    unit_words: text,
  },
} as const satisfies Readonly<Record<string, Columns>>;

/** A column with its key. */
export type ColumnSpec = Column & { readonly key: string };

/** The columns of each kind as a list. */
export const recordColumns: Readonly<Record<RecordKind, readonly ColumnSpec[]>> = listed(columnsOf);

function listed<K extends string>(kinds: Readonly<Record<K, Columns>>) {
  const lists = Object.entries<Columns>(kinds).map(([kind, columns]) => [
    kind,
    Object.entries(columns).map(([key, column]): ColumnSpec => ({ key, ...column })),
  ]);
  return Object.fromEntries(lists) as Record<K, readonly ColumnSpec[]>;
}

const CADRE_COLUMNS = new Set(['cadre_no', 'assist_no', 'leader_no', 'from_no', 'to_no']);

/** Whether a column holds numbers of cadres who are on the roster already; of the kind `cadres` it is a new one's. */
export function namesCadres(kind: RecordKind, key: string): boolean {
  return kind !== 'cadres' && CADRE_COLUMNS.has(key);
}
