// The calendar file: the days off and make-up working days of one year, whole (`calendar import FILE`).
import { basename } from 'node:path';
import type { ProblemCode } from '../domain/codes/problem-codes.ts';
import { type CalendarYear, isWeekend, missingHolidays } from '../domain/days/calendar.ts';
import type { Day } from '../domain/days/day.ts';
import { Failure, type Place, type Problem, type ProblemValue, problem, refusal } from '../domain/problem.ts';
import { LONGEST_TEXT, textFault } from '../domain/texts/readable.ts';
import { findHeader, HEADER_SEARCH, type Header } from './header.ts';
import { comparableHeading } from './headings.ts';
import type { Source } from './source.ts';
import type { RawRow, Table } from './table.ts';
import { parseDay } from './values/days.ts';

const COLUMNS = ['date', 'kind', 'name'] as const;
type Column = (typeof COLUMNS)[number];
const REQUIRED: readonly Column[] = ['date', 'kind'];

const columnOfHeading: ReadonlyMap<string, Column> = meanings({
  date: 'date day on 日期 时间',
  kind: 'kind type 类别 类型 安排 休/班 班/休',
  name: 'name holiday 名称 节日 节假日 假日 说明 备注',
});

const KINDS = ['holiday', 'workday'] as const;
type Kind = (typeof KINDS)[number];
const KIND_WORDS = ['休', '班'] as const;
const kindOfWord: ReadonlyMap<string, Kind> = meanings({
  holiday: 'holiday 休 放假 休息 假 节假日',
  workday: 'workday 班 上班 补班 调休上班 工作日',
});

function meanings<T extends string>(words: Readonly<Record<T, string>>): ReadonlyMap<string, T> {
  const entries = Object.entries(words) as [T, string][];
  return new Map(entries.flatMap(([meaning, list]) => list.split(' ').map((word) => [word, meaning])));
}

/** A calendar year as a file gives it, with the warnings about it. */
export interface CalendarFile {
  readonly year: CalendarYear;
  readonly warnings: readonly Problem[];
}

/** A table whose header fits: where each column is, and the rows under it. */
interface Fitting {
  readonly place: Place;
  readonly header: Header;
  readonly columns: ReadonlyMap<Column, number>;
  readonly rows: readonly RawRow[];
}

/**
 * Reads a calendar year from a file with the columns `date*`, `kind*` (holiday or workday, 休 or 班) and `name`. The
 * year replaces the one that was known, so the file must hold all of it. Throws one `Failure` with everything that is
 * wrong: cells that cannot be read, a day given twice, a make-up working day that is no weekend day, days of several
 * years, a year without its fixed holidays.
 */
export function readCalendarFile(source: Source): CalendarFile {
  const table = chooseTable(source);
  const problems: Problem[] = [];
  const lines = new Map<Day, number>();
  const days: Readonly<Record<Kind, Map<Day, string>>> = { holiday: new Map(), workday: new Map() };
  for (const row of table.rows) {
    if (row.fault === undefined && row.cells.every((cell) => cell.trim() === '')) continue;
    const read = readRow(table, row, problems);
    if (read === undefined) continue;
    const { on, kind, name, place } = read;
    const before = lines.get(on);
    if (before !== undefined) problems.push(problem('calendar_day_twice', { on, line: before }, place));
    lines.set(on, before ?? row.line);
    days[kind].set(on, name);
  }
  if (problems.length > 0) throw new Failure('refused', problems);
  const all = [...lines.keys()].sort();
  const [year, ...others] = new Set(all.map((on) => Number(on.slice(0, 4))));
  const { place } = table;
  if (year === undefined) throw refusal('calendar_empty', {}, place);
  if (others.length > 0) throw refusal('calendar_several_years', { years: [year, ...others] }, place);
  const calendar = {
    year,
    source: basename(source.file),
    holidays: inOrder(days.holiday),
    workdays: inOrder(days.workday),
  };
  const missing = missingHolidays(calendar);
  if (missing.length > 0) throw refusal('calendar_year_incomplete', { year, missing }, place);
  return { year: calendar, warnings: [...source.warnings, ...unknownColumns(table)] };
}

function inOrder(days: ReadonlyMap<Day, string>): ReadonlyMap<Day, string> {
  return new Map([...days].sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** The one table whose header has the columns. */
function chooseTable(source: Source): Fitting {
  const tables = source.tables.map(fit);
  const fitting = tables.filter((each) => REQUIRED.every((column) => each.columns.has(column)));
  const [only, second] = fitting;
  if (only !== undefined && second === undefined) return only;
  const { file } = source;
  if (only !== undefined) {
    throw refusal(
      'calendar_sheets_several',
      { sheets: fitting.map((each) => each.place.sheet ?? '') },
      { file },
    );
  }
  const [first] = tables;
  throw refusal(
    'calendar_columns_missing',
    {
      missing: REQUIRED.filter((column) => first?.columns.has(column) !== true),
      found: (first?.header.names ?? []).map((name) => name.trim()).filter((name) => name !== ''),
    },
    { ...(first?.place ?? { file }), ...(first !== undefined && { line: first.header.line }) },
  );
}

function fit(table: Table): Fitting {
  const place: Place = { file: table.file, ...(table.sheet !== undefined && { sheet: table.sheet }) };
  const rows = [...table.rows()];
  const isKnown = (heading: string) => columnOfHeading.has(comparableHeading(heading));
  const header = findHeader(rows.slice(0, HEADER_SEARCH), isKnown);
  if (header === undefined) throw refusal('header_missing', {}, place);
  const columns = new Map<Column, number>();
  for (const [index, name] of header.names.entries()) {
    const column = columnOfHeading.get(comparableHeading(name));
    if (column === undefined) continue;
    const before = columns.get(column);
    if (before !== undefined) {
      const headings = [header.names[before] ?? '', name];
      throw refusal(
        'field_twice',
        { field: column, headings },
        { ...place, line: header.line, column: name },
      );
    }
    columns.set(column, index);
  }
  return { place, header, columns, rows: rows.slice(header.index + header.height) };
}

function unknownColumns({ header, columns, place }: Fitting): Problem[] {
  const used = new Set(columns.values());
  return header.names
    .filter((name, index) => !used.has(index) && name.trim() !== '')
    .map((heading) =>
      problem('column_unknown', { heading }, { ...place, line: header.line, column: heading }),
    );
}

function readRow(
  table: Fitting,
  row: RawRow,
  problems: Problem[],
): { readonly on: Day; readonly kind: Kind; readonly name: string; readonly place: Place } | undefined {
  const { header, columns } = table;
  const place: Place = { ...table.place, line: row.line };
  const before = problems.length;
  const refuse = (
    code: ProblemCode,
    values: Readonly<Record<string, ProblemValue>>,
    column?: Column,
  ): void => {
    const index = column === undefined ? undefined : columns.get(column);
    const at =
      index === undefined
        ? place
        : { ...place, column: header.names[index] ?? '', value: row.cells[index] ?? '' };
    problems.push(problem(code, values, at));
  };
  const { cells, fault } = row;
  if (fault !== undefined) {
    refuse(fault.code, fault.values);
    return undefined;
  }
  if (cells.slice(header.names.length).some((cell) => cell.trim() !== '')) {
    refuse('row_too_wide', { expected: header.names.length, found: cells.length });
  }
  const text = (column: Column): string => (cells[columns.get(column) ?? -1] ?? '').trim();
  for (const column of COLUMNS) {
    const fault = textFault(text(column));
    if (fault !== undefined) refuse(fault, { most: LONGEST_TEXT }, column);
  }
  for (const column of REQUIRED) {
    const field = header.names[columns.get(column) ?? -1] ?? column;
    if (text(column) === '') refuse('cell_required', { field }, column);
  }
  if (problems.length > before) return undefined;
  const reading = parseDay(text('date'));
  if (!('day' in reading)) refuse(reading.code, {}, 'date');
  const kind = kindOfWord.get(text('kind').toLowerCase());
  if (kind === undefined) refuse('cell_not_one_of', { allowed: KINDS, words: KIND_WORDS }, 'kind');
  if (!('day' in reading) || kind === undefined) return undefined;
  const on = reading.day;
  if (kind === 'workday' && !isWeekend(on)) refuse('calendar_workday_on_weekday', { on }, 'date');
  return { on, kind, name: text('name'), place };
}
