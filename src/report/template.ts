// The empty workbook of a record kind: headings, what each column takes, and the words of coded columns.
import { ranks } from '../domain/cadre.ts';
import { checkResults, grounds, progressWords, rulings } from '../domain/findings/finding.ts';
import { type ColumnSpec, recordColumns } from '../domain/records/record-columns.ts';
import type { RecordKind } from '../domain/records/records.ts';
import { measures } from '../domain/round.ts';
import { presences, sessions } from '../domain/work/task.ts';
import type { Words } from '../i18n/words.ts';
import { recordsReport } from './lists/lists.ts';
import type { Report } from './report.ts';

/** What a template adds to a column of its report. */
export interface TemplateColumn {
  /** The text of the note at the heading. */
  readonly note: string;
  /** The words of a drop-down; empty when any text goes. */
  readonly choices: readonly string[];
  /** Whether cells are real days; all others are text, so that 007 stays 007. */
  readonly day: boolean;
}

export interface Template {
  /** The records of the kind, none of them. */
  readonly report: Report;
  readonly columns: readonly TemplateColumn[];
}

const CODES: Readonly<Record<string, readonly (string | number)[]>> = {
  rank: ranks,
  severity: [1, 2, 3],
  progress: progressWords,
  result: checkResults,
  ground: grounds,
  ruling: rulings,
  measure: measures,
  session: sessions,
  presence: presences,
  boolean: ['true', 'false'],
};

/** `template KIND`, in the words of a language. */
export function templateOf(kind: RecordKind, words: Words): Template {
  return {
    report: { ...recordsReport(kind, []), title: { key: `kind.${kind}` } },
    columns: recordColumns[kind].map((spec) => {
      const vocabulary = spec.type === 'boolean' ? 'boolean' : spec.type === 'term' ? spec.terms : undefined;
      const codes = vocabulary === undefined ? [] : (CODES[vocabulary] ?? []);
      return {
        note: noteOf(spec, words),
        choices: codes.map((code) => words.term(`${vocabulary}.${code}`)),
        day: spec.type === 'day',
      };
    }),
  };
}

function noteOf(spec: ColumnSpec, words: Words): string {
  const needed = spec.required === true ? 'template.required' : 'template.optional';
  return [needed, `template.${spec.type}`].map((key) => words.term(key)).join(words.lang === 'zh' ? '' : ' ');
}
