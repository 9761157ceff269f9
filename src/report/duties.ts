// What the office owes, as a list: late first, each with its day and the command that settles it.
import type { Duty } from '../domain/duty.ts';
import { type Entry, listOf } from './lists.ts';
import type { Column, Report } from './report.ts';

const columns: readonly Column[] = [
  { key: 'duty', type: 'term' },
  { key: 'subject', type: 'text' },
  { key: 'duty_description', type: 'text', machineOnly: true },
  { key: 'cadre_no', type: 'text' },
  { key: 'name', type: 'text' },
  { key: 'owed_by', type: 'text', spare: 3 },
  { key: 'owed_since', type: 'day', spare: 2 },
  { key: 'due_by', type: 'day' },
  { key: 'days_late', type: 'number' },
  { key: 'settled_with', type: 'text' },
];

/** The duties of a day as a report. */
export function dutiesReport(on: string, duties: readonly (Duty & { readonly daysLate: number })[]): Report {
  const late = duties.filter((each) => each.daysLate > 0).length;
  return listOf('duties', columns, duties.map(entryOf), {
    title: { key: 'title.duties', values: { on, count: duties.length, late } },
    whenEmpty: { key: 'empty.duties' },
    notes: duties.some((each) => each.due === null) ? [{ key: 'note.duties_without_limit' }] : [],
  });
}

function entryOf({ kind, subject, description, cadre, by, since, due, daysLate, command }: Entryable): Entry {
  return {
    ...{ duty: kind, subject, duty_description: description, owed_by: by, owed_since: since, due_by: due },
    ...{ cadre_no: cadre?.cadreNo ?? '', name: cadre?.name ?? '', days_late: daysLate },
    settled_with: `yanquan ${command.map(quoted).join(' ')}`,
  };
}

type Entryable = Duty & { readonly daysLate: number };

/** An argument as a shell takes it. */
function quoted(argument: string): string {
  return /^[\p{L}\p{N}_.,:/+-]+$/u.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`;
}
