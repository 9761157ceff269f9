// How one cell is written, for machines and for people, and the headings of columns.
import { readableInstant } from '../domain/days/instant.ts';
import type { Words } from '../i18n/words.ts';
import type { Cell, Column, Report } from '../report/report.ts';

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** The cell as machines read it: stable codes, `true` and `false`, empty as empty text. */
export function machineText(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell);
}

/** The cell as people read it: codes and booleans in the words of the language. */
export function wordedText(cell: Cell | undefined, column: Column, words: Words): string {
  const text = machineText(cell);
  if (text === '') return '';
  if (column.type === 'boolean') return words.term(`boolean.${text}`);
  if (column.codes !== undefined) return wordedCodes(text, column.codes, words);
  if (column.type === 'instant') return readableInstant(text);
  if (column.type === 'term') return words.term(`${column.terms ?? column.key}.${text}`);
  return text;
}

/** A list of codes in words; a text that is no such list stays as it is. */
function wordedCodes(text: string, codes: NonNullable<Column['codes']>, words: Words): string {
  const items = text.split(';').map((item) => {
    const parts = item.split(':');
    const worded = parts.flatMap((part, at) => {
      const vocabularies = codes[at] ?? [];
      if (vocabularies.length === 0) return [part];
      const known = vocabularies.find((each) => words.has(`${each}.${part}`));
      return known === undefined ? [] : [words.term(`${known}.${part}`)];
    });
    return parts.length === codes.length && worded.length === parts.length ? worded : null;
  });
  if (items.includes(null)) return text;
  return items
    .map((item) => {
      const [first = '', ...rest] = item ?? [];
      return rest.length === 0
        ? first
        : `${first}${words.term('mark.open')}${rest.join(' ')}${words.term('mark.close')}`;
    })
    .join(words.term('mark.list'));
}

/** The exact digits of a number or decimal cell, or undefined when the cell is no number. */
export function exactNumber(cell: Cell | undefined, column: Column): string | undefined {
  if (column.type !== 'number' && column.type !== 'decimal') return undefined;
  const text = machineText(cell);
  return NUMBER.test(text) ? text : undefined;
}

/** Whether the column's cells are aligned right. */
export function isNumeric(column: Column): boolean {
  return column.type === 'number' || column.type === 'decimal';
}

/**
 * The headings of a report in the words of the language, each once. A report about one kind of record may call a
 * column by that kind's own name: with the report `findings` or `export findings`, `column.findings.cadre_no` goes
 * before `column.cadre_no`.
 */
export function headings(report: Pick<Report, 'name'>, columns: readonly Column[], words: Words): string[] {
  const kind = report.name.split(' ').at(-1) ?? '';
  const used = new Set<string>();
  return columns.map(({ key, heading: given }) => {
    if (given !== undefined) return given;
    const own = `column.${kind}.${key}`;
    const word = words.term(words.has(own) ? own : `column.${key}`);
    const heading = used.has(word) ? `${word} (${key})` : word;
    used.add(heading);
    return heading;
  });
}

/** The columns that people see. */
export function shownColumns(report: Report): { readonly columns: Column[]; readonly places: number[] } {
  const places = report.columns.flatMap((column, place) => (column.machineOnly === true ? [] : [place]));
  return { columns: report.columns.filter((column) => column.machineOnly !== true), places };
}
