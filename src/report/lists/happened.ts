// The columns of a row of a finding's history: the event, who, what.
import { shareText } from '../../domain/findings/recheck.ts';

type Values = Readonly<Record<string, string | number | null>>;

const EVENT_OF: Readonly<Record<string, string>> = {
  findings: 'registered',
  dispatch_orders: 'dispatch',
  reports: 'report',
  checks: 'check',
  extensions: 'extension',
  objections: 'objection',
  rulings: 'ruling',
  retractions: 'ruling',
  reassignments: 'reassignment',
  recheck_draws: 'recheck_draw',
  rechecks: 'recheck',
  unit_words: 'unit_words',
  amendments: 'amendment',
};

const WHO_OF: Readonly<Record<string, string>> = {
  dispatch_orders: 'issued_by',
  reports: 'reported_by',
  checks: 'checked_by',
  extensions: 'granted_by',
  objections: 'cadre_no',
  rulings: 'ruled_by',
  retractions: 'by',
  reassignments: 'by',
  recheck_draws: 'by',
  rechecks: 'rechecked_by',
};

/** The word for what a row of a table is. */
export function eventOf(table: string): string {
  return EVENT_OF[table] ?? table;
}

/** Who did it. */
export function whoOf(table: string, values: Values): string {
  return String(values[WHO_OF[table] ?? ''] ?? '');
}

/** The column with the value of a row, and those with the words that somebody wrote. */
const VALUE_AND_WORDS: Readonly<
  Record<string, readonly [value: readonly string[], words: readonly string[]]>
> = {
  findings: [[], ['description']],
  dispatch_orders: [['order_no', 'due_on'], []],
  reports: [['progress'], ['evidence', 'note']],
  checks: [['result'], ['method', 'note']],
  extensions: [['new_due_on'], ['reason']],
  objections: [['ground'], ['reason']],
  rulings: [['ruling'], ['note']],
  retractions: [['ruling'], ['note']],
  reassignments: [['from_no', 'to_no', 'new_due_on'], ['reason']],
  recheck_draws: [['from_on', 'to_on', 'share'], []],
  rechecks: [['recheck_result', 'new_no'], ['note']],
  unit_words: [[], ['words']],
  amendments: [['field', 'old_value', 'new_value'], ['reason']],
};

/** What happened, for machines: a value (codes, days and numbers, `;` between several) and the words that were written. */
export function valueAndWords(
  table: string,
  row: Values,
): { readonly value: string; readonly words: string } {
  const [value, words] = VALUE_AND_WORDS[table] ?? [[], []];
  const values: Values = table === 'retractions' ? { ...row, ruling: 'retracted' } : row;
  const joined = (keys: readonly string[], mark: string): string =>
    keys
      .map((key) => String(values[key] ?? ''))
      .filter((each) => each !== '')
      .join(mark);
  return { value: joined(value, ';'), words: joined(words, '；') };
}

/** The columns of a row that tell what happened, in words where they are coded. */
export function whatOf(table: string, values: Values, word: (key: string) => string): string {
  const text = (key: string): string => String(values[key] ?? '');
  const coded = (terms: string, key: string): string =>
    text(key) === '' ? '' : word(`${terms}.${text(key)}`);
  const parts: Readonly<Record<string, readonly string[]>> = {
    findings: [text('description')],
    dispatch_orders: [text('order_no'), `${word('column.due_on')} ${text('due_on')}`],
    reports: [coded('progress', 'progress'), text('evidence'), text('note')],
    checks: [coded('result', 'result'), text('method'), text('note')],
    extensions: [`→ ${text('new_due_on')}`, text('reason')],
    objections: [coded('ground', 'ground'), text('reason')],
    rulings: [coded('ruling', 'ruling'), text('note')],
    retractions: [word('ruling.retracted'), text('note')],
    reassignments: [`${text('from_no')} → ${text('to_no')}`, text('new_due_on'), text('reason')],
    recheck_draws: [`${text('from_on')} → ${text('to_on')}`, shareText(Number(values.share ?? 0))],
    rechecks: [
      text('new_no') === '' ? '' : `${text('finding_no')} → ${text('new_no')}`,
      coded('recheck_result', 'recheck_result'),
      text('note'),
    ],
    unit_words: [text('words')],
    amendments: [coded('column', 'field'), `${text('old_value')} → ${text('new_value')}`, text('reason')],
  };
  return (parts[table] ?? []).filter((part) => part !== '').join(' · ');
}
