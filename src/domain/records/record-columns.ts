// The columns of each record kind, in the contract's order (section 4, "Import").
import type { RecordKind } from './records.ts';

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
  /** For `term`: the vocabulary (`rank`, `severity`, `progress`, `result`, `ground`, `ruling`, `measure`, `session`, `presence`, `recheck_result`). */
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
    text('recorder'),
    term('receipt', 'receipt'),
    text('note'),
  ],
  services: [
    mustName('cadre_no'),
    whole('round'),
    mustDay('served_on'),
    mustText('served_by'),
    mustTerm('receipt', 'receipt'),
    text('note'),
  ],
  appeals: [
    mustName('cadre_no'),
    whole('round'),
    mustDay('raised_on'),
    mustText('reason'),
    day('ruled_on'),
    term('ruling', 'appeal_ruling'),
    text('ruled_by'),
  ],
  followups: [
    mustName('cadre_no'),
    whole('round'),
    mustDay('on'),
    mustText('by'),
    mustTerm('result', 'follow_up'),
    text('note'),
  ],
  statements: [mustName('cadre_no'), whole('round'), mustDay('made_on'), text('text'), boolean('waived')],
  rechecks: [
    mustName('finding_no'),
    mustDay('rechecked_on'),
    mustText('rechecked_by'),
    mustTerm('recheck_result', 'recheck_result'),
    name('new_no'),
    text('note'),
  ],
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
    text('unit_words'),
  ],
};

const CADRE_COLUMNS = new Set(['cadre_no', 'assist_no', 'leader_no', 'from_no', 'to_no']);

/** Whether a column holds numbers of cadres who are on the roster already; of the kind `cadres` it is a new one's. */
export function namesCadres(kind: RecordKind, key: string): boolean {
  return kind !== 'cadres' && CADRE_COLUMNS.has(key);
}
