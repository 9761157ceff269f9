// The office's register as a workbook: the list of problems with all that import takes, and the lists of tasks and of people.
import { recordColumns } from '../domain/records/record-columns.ts';
import type { Words } from '../i18n/words.ts';
import { type Entry, listOf, recordsReport } from './lists/lists.ts';
import type { Column, Report } from './report.ts';

/** A list of the register, and what it is printed on. */
export interface RegisterSheet {
  readonly report: Report;
  readonly paper: 'a3' | 'a4';
}

/** Columns that only show what the ledger knows: import does not read them. */
const SHOWN: readonly Column[] = [
  { key: 'serial', type: 'number' },
  { key: 'current_status', type: 'term', terms: 'status' },
  { key: 'first_due_on', type: 'day' },
  ...['lead_names', 'assist_names', 'leader_names'].map((key): Column => ({ key, type: 'text' })),
];

const PROBLEMS = `serial finding_no source area station description severity found_on first_due_on due_on
  leader_names leader_no resp_unit lead_names cadre_no action current_status progress reported_on note unit_words
  result checked_on checked_by remark`.split(/\s+/u);
const TASKS = `serial finding_no description reason action standard resp_unit first_due_on due_on
  current_status`.split(/\s+/u);
const PEOPLE =
  `serial finding_no description leader_names leader_no resp_unit lead_names cadre_no assist_names
  assist_no due_on current_status`.split(/\s+/u);

/** The three lists over the rows of the register. The first has every column of the kind `ledger`. */
export function registerSheets(rows: readonly Entry[], words: Words): RegisterSheet[] {
  const known = [...recordsReport('ledger', []).columns, ...SHOWN].map((column): Column => {
    // By whom, not whose number: the names are next to it.
    if (column.key === 'cadre_no') return { ...column, heading: words.term('register.lead_no') };
    return column.key === 'severity' ? { key: 'severity', type: 'term', terms: 'severity' } : column;
  });
  const list = (title: string, keys: readonly string[], paper: 'a3' | 'a4'): RegisterSheet => {
    const columns = keys.flatMap((key) => known.find((column) => column.key === key) ?? []);
    const rest = recordColumns.ledger.map(({ key }) => key).filter((key) => !keys.includes(key));
    const unprinted = known
      .filter(({ key }) => rest.includes(key) || key === 'assist_names')
      .map((column): Column => ({ ...column, machineOnly: true }));
    const all = title === 'register.problems' ? [...columns, ...unprinted] : columns;
    return { report: listOf('export ledger', all, rows, { title: { key: title } }), paper };
  };
  return [
    list('register.problems', PROBLEMS, 'a3'),
    list('register.tasks', TASKS, 'a4'),
    list('register.people', PEOPLE, 'a4'),
  ];
}
