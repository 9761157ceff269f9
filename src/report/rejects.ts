// Rows that were not written, in the columns of their file, with what is wrong with each: mended, it imports as it is.
import type { Problem } from '../domain/problem.ts';
import type { Words } from '../i18n/words.ts';
import type { Report } from './report.ts';

interface RejectedTable {
  readonly heading: readonly string[];
  readonly rows: readonly { readonly original: readonly string[]; readonly problems: readonly Problem[] }[];
}

/** The rejected rows of the first table that has any, all tables of one heading together. */
export function rejectsReport(tables: readonly RejectedTable[], words: Words): Report {
  const heading = tables.find((table) => table.rows.length > 0)?.heading ?? [];
  const reason = words.term('column.reject_reason');
  return {
    name: 'rejects',
    title: { key: 'title.rejects' },
    columns: [...heading, reason].map((key) => ({ key, type: 'text' })),
    rows: tables.flatMap((table) =>
      table.rows.map((row) => [
        ...heading.map((_, place) => row.original[place] ?? ''),
        row.problems.map(({ place: _, ...each }) => words.problem(each)).join(' '),
      ]),
    ),
  };
}
