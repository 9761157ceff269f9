// Rows that were not written, in the columns of their file, with what is wrong with each: once fixed, the file imports
// as it is.
import type { Problem } from '../domain/problem.ts';
import { said as en } from '../i18n/en/said.ts';
import type { Words } from '../i18n/words.ts';
import { said as zh } from '../i18n/zh/said.ts';
import type { Report, Row } from './report.ts';

interface RejectedRow {
  readonly original: readonly string[];
  readonly problems: readonly Problem[];
}

/** The rejected rows of one table: its header, and the heading of each field. */
interface RejectedTable {
  readonly heading: readonly string[];
  readonly headings: Iterable<readonly [field: string, heading: string]>;
  readonly rows: readonly RejectedRow[];
}

const REASON = 'column.reject_reason';

/**
 * The rejected rows of all tables in one list: columns of the same field or heading are one column, cells without a
 * heading stay, and the reason comes last, replacing the reason of an earlier import.
 */
export function rejectsReport(tables: readonly RejectedTable[], words: Words): Report {
  const reasons = new Set([zh[REASON], en[REASON]]);
  const columns = new Map<string, { readonly place: number; readonly heading: string }>();
  const placed = tables
    .filter((table) => table.rows.length > 0)
    .map((table) => ({ rows: table.rows, places: placesOf(table, columns, reasons) }));
  const rows = function* (): Generator<Row> {
    for (const { rows: rejected, places } of placed) {
      for (const { original, problems } of rejected) {
        const cells = Array.from({ length: columns.size + 1 }, () => '');
        for (const [at, place] of places.entries()) {
          if (place !== undefined) cells[place] = original[at] ?? '';
        }
        cells[columns.size] = problems.map((each) => reasonOf(each, words)).join(' ');
        yield cells;
      }
    }
  };
  const headings = [...columns.values()].map(({ heading }) => heading);
  return {
    name: 'rejects',
    title: { key: 'title.rejects' },
    columns: [...headings, words.term(REASON)].map((heading) => ({ key: heading, heading, type: 'text' })),
    rows: rows(),
  };
}

/** Where each column of a table goes; undefined for the reason of an earlier import. */
function placesOf(
  { heading, headings, rows }: RejectedTable,
  columns: Map<string, { readonly place: number; readonly heading: string }>,
  reasons: ReadonlySet<string>,
): (number | undefined)[] {
  const fields = new Map([...headings].map(([field, column]) => [column.trim(), field]));
  const width = rows.reduce((widest, { original }) => Math.max(widest, original.length), heading.length);
  return Array.from({ length: width }, (_, at) => {
    const text = (heading[at] ?? '').trim();
    if (reasons.has(text)) return undefined;
    const identity = text === '' ? `\0${at}` : (fields.get(text) ?? text);
    const known = columns.get(identity) ?? { place: columns.size, heading: heading[at] ?? '' };
    columns.set(identity, known);
    return known.place;
  });
}

/** What is wrong, with the column it is about; file and line are those of the rejected file no longer. */
function reasonOf({ code, values, place }: Problem, words: Words): string {
  const said = words.problem({ code, values });
  if (place?.column === undefined) return said;
  return words.lang === 'zh' ? `「${place.column}」${said}` : `"${place.column}": ${said}`;
}
