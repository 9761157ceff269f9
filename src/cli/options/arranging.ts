// --columns and --sort: which columns a list has and in which order its rows stand, by key or by heading in either language.
import { nearest } from '../../domain/known.ts';
import { Failure, problem } from '../../domain/problem.ts';
import { loadWords } from '../../i18n/words.ts';
import { headings } from '../../output/cells.ts';
import type { Cell, Column, Report, Row } from '../../report/report.ts';
import { type Input, splitNumbers } from './input.ts';

/** A column to sort by, by its place; backwards: the greatest first. */
interface SortKey {
  readonly place: number;
  readonly column: Column;
  readonly backwards: boolean;
}

/** Whether the command line asks for columns or an order of its own. */
export function isArranged(input: Input): boolean {
  return input.text('columns') !== undefined || input.text('sort') !== undefined;
}

/**
 * A report with the columns and in the order that `--columns` and `--sort` ask for. Rows that are equal stay in the order
 * of the list; empty cells come last.
 * @throws Failure `usage` for a name that is no column, with the nearest one
 */
export async function arranged(report: Report, input: Input): Promise<Report> {
  const [columns, sort] = [namesIn(input, 'columns'), namesIn(input, 'sort')];
  if (columns.length === 0 && sort.length === 0) return report;
  const placeOf = await places(report);
  const keys = sort.map((name): SortKey => {
    const backwards = /^[-−–]/u.test(name);
    const place = placeOf(backwards ? name.slice(1) : name, '--sort');
    return { place, column: report.columns[place] as Column, backwards };
  });
  const chosen = columns.map((name) => placeOf(name, '--columns'));
  const rows = keys.length === 0 ? report.rows : [...report.rows].sort(byKeys(keys));
  if (chosen.length === 0) return { ...report, rows };
  // What was asked for is shown, in tables for people too.
  const shown = chosen.map((place) => ({ ...(report.columns[place] as Column), machineOnly: false }));
  return { ...report, columns: shown.map(({ spare: _, ...column }) => column), rows: cut(rows, chosen) };
}

function namesIn(input: Input, option: string): string[] {
  return [...new Set(splitNumbers(input.text(option) ?? ''))];
}

function* cut(rows: Iterable<Row>, chosen: readonly number[]): Generator<Row> {
  for (const row of rows) yield chosen.map((place) => row[place] ?? null);
}

/** Finds the place of a column by its key, or by its heading in Chinese or English. */
async function places(report: Report): Promise<(name: string, option: string) => number> {
  const { columns } = report;
  const found = new Map<string, number>();
  const add = (name: string, place: number): void => {
    const key = folded(name);
    if (!found.has(key)) found.set(key, place);
  };
  for (const [place, { key }] of columns.entries()) add(key, place);
  for (const lang of ['zh', 'en'] as const) {
    const heads = headings(report, columns, await loadWords(lang));
    for (const [place, head] of heads.entries()) add(head, place);
  }
  return (name, option) => {
    const place = found.get(folded(name)) ?? onlyOneWith(folded(name), found);
    if (place !== undefined) return place;
    const known = columns.map(({ key }) => key);
    const near = nearest(name, [...found.keys()]);
    const values = { option, value: name, allowed: known };
    throw new Failure('usage', [
      near === undefined
        ? problem('usage_not_a_choice', values)
        : problem('usage_not_a_choice_near', { ...values, near }),
    ]);
  };
}

/** The column whose heading has the text in it, where it is one only: 时限 for 现行时限. */
function onlyOneWith(text: string, found: ReadonlyMap<string, number>): number | undefined {
  const fitting = new Set([...found].filter(([name]) => name.includes(text)).map(([, place]) => place));
  return fitting.size === 1 ? [...fitting][0] : undefined;
}

const folded = (name: string): string =>
  name
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/gu, '_');

function byKeys(keys: readonly SortKey[]): (left: Row, right: Row) => number {
  return (left, right) => {
    for (const { place, column, backwards } of keys) {
      const order = compared(left[place] ?? null, right[place] ?? null, column, backwards);
      if (order !== 0) return order;
    }
    return 0;
  };
}

function compared(left: Cell, right: Cell, { type }: Column, backwards: boolean): number {
  const [noLeft, noRight] = [left === null || left === '', right === null || right === ''];
  if (noLeft || noRight) return Number(noLeft) - Number(noRight);
  const numeric = type === 'number' || type === 'decimal';
  const order = numeric ? Number(left) - Number(right) : byText(String(left), String(right));
  return backwards ? -order : order;
}

const byText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
