// The way from an opened source to records of a kind: header, layout, then row by row with everything that is wrong.
import { type Place, type Problem, problem, refusal } from '../domain/problem.ts';
import { recordColumns } from '../domain/records/record-columns.ts';
import type { RecordKind } from '../domain/records/records.ts';
import { findHeader, HEADER_SEARCH, type Header } from './header.ts';
import { comparableHeading, headingsOf } from './headings.ts';
import { kindRules } from './kinds/all-kinds.ts';
import { type Layout, type LayoutOptions, layOut } from './layout.ts';
import { columnsOf, type Mapping } from './mapping-file.ts';
import type { ReadRow, RowOptions } from './read-row.ts';
import type { Source } from './source.ts';
import type { RawRow, Table } from './table.ts';
import { areWords, narrativeColumn } from './values/narrative.ts';
import { walkRows } from './walk-rows.ts';

export interface ReadOptions extends RowOptions {
  readonly mapping?: Mapping | undefined;
  /** The physical line on which the header begins, instead of the one found. */
  readonly headerLine?: number | undefined;
  /** A field that the name of the sheet fills. */
  readonly sheetAs?: string | undefined;
}

/** One table's records. `warnings` grows while the rows are read and is complete after them. */
export interface Reading<K extends RecordKind> {
  readonly kind: K;
  readonly place: Place;
  readonly warnings: readonly Problem[];
  /** The header as the file has it, for `--rejects`. */
  readonly heading: readonly string[];
  /** The heading of each field in the file. */
  readonly headings: ReadonlyMap<string, string>;
  /** Fields that the file has; the others are `undefined` in every record. */
  readonly columns: ReadonlySet<string>;
  /** May be walked once. Throws `Failure` where the file itself breaks off. */
  readonly rows: Iterable<ReadRow<K>>;
}

/**
 * Reads the records of a kind from every table of a source. Throws `Failure` when a header does not fit the kind
 * (see `layOut`) or there is none (`header_missing`).
 */
export function readRecords<K extends RecordKind>(
  kind: K,
  source: Source,
  options: ReadOptions = {},
): readonly Reading<K>[] {
  if (options.sheetAs !== undefined && source.tables.some((table) => table.sheet === undefined)) {
    throw refusal('sheet_as_without_sheet', {}, { file: source.file });
  }
  const tables = source.all
    ? fittingTables(kind, source, options)
    : source.chosen
      ? source.tables
      : chooseTables(kind, source, options);
  return tables.map((table) => readTable(kind, table, options));
}

/** Of all sheets, those whose header fits the kind, or fits it in part: what is missing there is said. */
function fittingTables(kind: RecordKind, source: Source, options: ReadOptions): readonly Table[] {
  if (source.tables.length <= 1) return source.tables;
  const fitting = source.tables.filter(
    (table) => fits(kind, table, options) || isOfKind(kind, table, options),
  );
  const [first] = fitting;
  if (first === undefined) return source.tables.slice(0, 1);
  for (const { file, sheet = '' } of source.tables.filter((table) => !fitting.includes(table))) {
    first.warnings.push(
      problem('sheet_without_header', { sheet, kind: { term: `kind.${kind}` } }, { file, sheet }),
    );
  }
  return fitting;
}

/** Whether a table has the number of the kind and another of its headings. */
function isOfKind(kind: RecordKind, table: Table, options: ReadOptions): boolean {
  const header = headerOf(
    kind,
    table,
    takeRows(table.rows()[Symbol.iterator](), options.headerLine ?? 0),
    options,
  );
  const known = headingsOf(kind);
  const keys = header?.names.flatMap((name) => {
    const meaning = known.get(comparableHeading(name));
    return meaning !== undefined && 'key' in meaning ? [meaning.key] : [];
  });
  const number = recordColumns[kind].find((spec) => spec.required === true)?.key ?? '';
  return keys?.includes(number) === true && new Set(keys).size > 1;
}

/**
 * Of several sheets, the only one whose header fits the kind, or the lists of one register; with none or more the user has
 * to choose.
 */
function chooseTables(kind: RecordKind, source: Source, options: ReadOptions): readonly Table[] {
  if (source.tables.length <= 1) return source.tables;
  const fitting = source.tables.filter((table) => fits(kind, table, options));
  const [only] = fitting;
  const sheets = source.tables.map((table) => table.sheet ?? '');
  const lists = kindRules[kind].lists ?? [];
  const isList = (table: Table): boolean => lists.some((list) => table.sheet?.endsWith(list) === true);
  if (fitting.length > 1 && fitting.length === source.tables.length && fitting.every(isList)) return fitting;
  if (only === undefined || fitting.length > 1) {
    throw refusal('sheet_not_chosen', { sheets, kind: { term: `kind.${kind}` } }, { file: source.file });
  }
  const others = sheets.filter((sheet) => sheet !== only.sheet);
  only.warnings.push(problem('sheet_taken', { sheet: only.sheet ?? '', others }, { file: source.file }));
  return fitting;
}

function fits(kind: RecordKind, table: Table, options: ReadOptions): boolean {
  try {
    const rows = takeRows(table.rows()[Symbol.iterator](), options.headerLine ?? 0);
    const header = headerOf(kind, table, rows, options);
    return (
      header !== undefined &&
      layOut(kind, header.names, { file: table.file }, options.mapping, sheetNameOf(table, options)) !==
        undefined
    );
  } catch {
    return false;
  }
}

function sheetNameOf({ sheet = '' }: Table, { sheetAs }: ReadOptions): Pick<LayoutOptions, 'sheetAs'> {
  return sheetAs === undefined ? {} : { sheetAs: { key: sheetAs, sheet } };
}

function readTable<K extends RecordKind>(kind: K, table: Table, options: ReadOptions): Reading<K> {
  const place: Place = { file: table.file, ...(table.sheet !== undefined && { sheet: table.sheet }) };
  const rows = table.rows()[Symbol.iterator]();
  const first = takeRows(rows, options.headerLine ?? 0);
  const header = headerOf(kind, table, first, options);
  if (header === undefined) {
    rows.return?.();
    throw refusal('header_missing', {}, place);
  }
  const warnings = table.warnings;
  const at = { ...place, line: header.line };
  const { sheetAs } = sheetNameOf(table, options);
  const lay = (narrativeIsWord: boolean) =>
    layOutOrClose(kind, header, at, options.mapping, rows, { sheetAs, narrativeIsWord });
  let layout = lay(false);
  const narrative = narrativeColumn(kind, header.names);
  if (narrative !== -1 && !layout.columns.has('progress')) {
    const { isWord, read } = areWords(narrative, first.slice(header.index + header.height), rows);
    first.push(...read);
    if (isWord) layout = lay(true);
  }
  warnings.push(...layout.warnings);
  if (header.index > 0 || header.height > 1) {
    warnings.push(problem('header_at', { line: header.line, height: header.height }, at));
  }
  return {
    kind,
    place,
    warnings,
    heading: header.names,
    columns: layout.columns,
    headings: new Map(layout.fields.map((field) => [field.spec.key, field.column])),
    rows: walkRows(kind, { first, rows, header, layout, place, warnings, options }),
  };
}

/** A header that does not fit ends the reading: the file behind the rows is closed. */
function layOutOrClose(
  kind: RecordKind,
  header: Header,
  place: Place,
  mapping: Mapping | undefined,
  rows: Iterator<RawRow>,
  more: LayoutOptions,
): Layout {
  try {
    return layOut(kind, header.names, place, mapping, more);
  } catch (error) {
    rows.return?.();
    throw error;
  }
}

function headerOf(
  kind: RecordKind,
  table: Table,
  first: readonly RawRow[],
  options: ReadOptions,
): Header | undefined {
  const [keys] = first;
  if (table.keyed && keys !== undefined) return { index: 0, height: 1, line: keys.line, names: keys.cells };
  const known = headingsOf(kind);
  const columns = options.mapping === undefined ? [] : columnsOf(options.mapping);
  const mapped = new Set(columns.flatMap((column) => (typeof column === 'string' ? column.trim() : [])));
  const isKnown = (heading: string) => mapped.has(heading.trim()) || known.has(comparableHeading(heading));
  const found = findHeader(first, isKnown, options.headerLine);
  const byPlace = columns.length > 0 && mapped.size === 0;
  return byPlace && options.headerLine === undefined ? placesOf(first, found, isKnown) : found;
}

/** Under a mapping that names its columns by place a file needs no heading: their places replace it. */
function placesOf(
  first: readonly RawRow[],
  found: Header | undefined,
  isKnown: (heading: string) => boolean,
): Header | undefined {
  if (found !== undefined && found.names.filter(isKnown).length > 1) return found;
  const width = Math.max(0, ...first.map((row) => row.cells.length));
  const names = Array.from({ length: width }, (_, at) => String(at + 1));
  const [top] = first;
  // Rows that were rejected before come back under these places.
  const isBack = top?.cells.slice(0, width - 1).every((cell, at) => cell === names[at]);
  return top === undefined ? undefined : { index: 0, height: isBack ? 1 : 0, line: top.line, names };
}

function takeRows(rows: Iterator<RawRow>, headerLine: number): RawRow[] {
  const read: RawRow[] = [];
  while (read.length < HEADER_SEARCH || (read.at(-1)?.line ?? headerLine) < headerLine + 2) {
    const next = rows.next();
    if (next.done === true) break;
    read.push(next.value);
  }
  return read;
}
