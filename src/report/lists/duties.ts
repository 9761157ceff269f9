// What the office owes, as a list: late first, each with its day and the command that settles it.
import type { Duty } from '../../domain/duty.ts';
import { type Shell, shellWord } from '../../i18n/shell.ts';
import type { Column, Report } from '../report.ts';
import { type Entry, listOf } from './lists.ts';

const columns: readonly Column[] = [
  { key: 'duty', type: 'term' },
  { key: 'subject', type: 'text' },
  // What it is about: a finding's own words, or a measure.
  { key: 'duty_description', type: 'text', codes: [['measure']], machineOnly: true },
  { key: 'cadre_no', type: 'text' },
  { key: 'name', type: 'text' },
  { key: 'owed_by', type: 'text', spare: 3 },
  { key: 'owed_since', type: 'day', spare: 2 },
  { key: 'due_by', type: 'day' },
  { key: 'days_late', type: 'number' },
  { key: 'settled_with', type: 'text' },
];

/** How the commands are written: the shell that takes them, and the word for what only a person knows. */
export interface CommandWriting {
  readonly shell: Shell;
  readonly blank: (word: string) => string;
}

/** The duties of a day as a report. */
export function dutiesReport(on: string, duties: readonly Entryable[], writing: CommandWriting): Report {
  const late = duties.filter((each) => each.daysLate > 0).length;
  const entries = duties.map((each) => entryOf(each, writing));
  return listOf('duties', columns, entries, {
    title: { key: 'title.duties', values: { on, count: duties.length, late } },
    whenEmpty: { key: 'empty.duties' },
    notes: duties.some((each) => each.due === null) ? [{ key: 'note.duties_without_limit' }] : [],
  });
}

type Entryable = Duty & { readonly daysLate: number };

function entryOf(duty: Entryable, writing: CommandWriting): Entry {
  const { kind, subject, description, cadre, by, since, due, daysLate } = duty;
  return {
    duty: kind,
    subject,
    duty_description: description,
    owed_by: by,
    owed_since: since,
    due_by: due,
    cadre_no: cadre?.cadreNo ?? '',
    name: cadre?.name ?? '',
    days_late: daysLate,
    settled_with: commandOf(duty, writing),
  };
}

/** The command that settles a duty, as it is typed. */
export function commandOf({ command }: Duty, writing: CommandWriting): string {
  return `yanquan ${commandWritten(command, writing)}`;
}

/** Capitals behind an option stand for what only a person knows; anything else is one word for the shell. */
export function commandWritten(command: readonly string[], { shell, blank }: CommandWriting): string {
  return command
    .map((word, at) => {
      const isBlank = /^[A-Z]+$/.test(word) && command[at - 1]?.startsWith('--') === true;
      return isBlank ? blank(word) : shellWord(word, shell);
    })
    .join(' ');
}
