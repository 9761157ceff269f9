// What a file looks like before it is imported: encoding, delimiter, header, first rows, and which field takes which column.
import { stringify } from 'yaml';
import type { Problem } from '../domain/problem.ts';
import { recordColumns } from '../domain/records/record-columns.ts';
import { type RecordKind, recordKinds } from '../domain/records/records.ts';
import { findHeader, HEADER_SEARCH } from './header.ts';
import { comparableHeading, headingsOf, nearestHeading } from './headings.ts';
import type { Source, SourceFormat } from './source.ts';
import type { RawRow, Table } from './table.ts';

/** A column and what it would fill: a field, a field by name, several that have to be asked about, or nothing. */
interface InspectedColumn {
  readonly heading: string;
  /** Its place among the columns, from 0. */
  readonly place: number;
  readonly field?: string;
  readonly named?: true;
  readonly asked?: readonly string[];
  readonly nearest?: string;
}

export interface InspectedTable {
  readonly sheet?: string;
  readonly headerLine?: number;
  readonly headerHeight?: number;
  /** The kind that was given, or the one whose headings fit best. */
  readonly kind: RecordKind;
  readonly columns: readonly InspectedColumn[];
  /** Required fields that no column fills. */
  readonly missing: readonly string[];
  readonly firstRows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

export interface Inspection {
  readonly file: string;
  readonly format: SourceFormat;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly warnings: readonly Problem[];
  readonly tables: readonly InspectedTable[];
}

const SHOWN = 5;

/**
 * Looks at a source; nothing is refused but what cannot be read at all. Without `kind` the best fitting one is used.
 */
export function inspectFile(source: Source, kind?: RecordKind): Inspection {
  const { file, format, encoding, delimiter, warnings } = source;
  const tables = source.tables.map((table) => inspectTable(table, kind));
  return { file, format, ...(encoding && { encoding }), ...(delimiter && { delimiter }), warnings, tables };
}

function inspectTable(table: Table, given: RecordKind | undefined): InspectedTable {
  const rows = firstRows(table);
  const kind = given ?? bestKind(rows);
  const header = table.keyed ? keysOf(rows) : findHeader(rows, knownTo(kind));
  const names = header?.names ?? [];
  const columns = names.flatMap((name, place) =>
    name.trim() === '' ? [] : [{ place, ...inspectColumn(kind, name.trim()) }],
  );
  const filled = new Set(columns.map((column) => column.field));
  const required = recordColumns[kind].filter((spec) => spec.required === true).map((spec) => spec.key);
  const body = header === undefined ? rows : rows.slice(header.index + header.height);
  return {
    ...(table.sheet !== undefined && { sheet: table.sheet }),
    ...(header !== undefined && { headerLine: header.line, headerHeight: header.height }),
    kind,
    columns,
    missing: required.filter((key) => !filled.has(key)),
    firstRows: body.slice(0, SHOWN).map(({ line, cells }) => ({ line, cells })),
  };
}

function firstRows(table: Table): RawRow[] {
  const rows: RawRow[] = [];
  for (const row of table.rows()) {
    rows.push(row);
    if (rows.length >= HEADER_SEARCH + SHOWN) break;
  }
  return rows;
}

function keysOf([first]: readonly RawRow[]) {
  return first === undefined ? undefined : { index: 0, height: 1, line: first.line, names: first.cells };
}

function knownTo(kind: RecordKind): (heading: string) => boolean {
  const known = headingsOf(kind);
  return (heading) => known.has(comparableHeading(heading));
}

function bestKind(rows: readonly RawRow[]): RecordKind {
  let best: RecordKind = 'findings';
  let most = 0;
  for (const kind of recordKinds) {
    const isKnown = knownTo(kind);
    const known = (findHeader(rows, isKnown)?.names ?? []).filter(isKnown).length;
    if (known > most) {
      best = kind;
      most = known;
    }
  }
  return best;
}

function inspectColumn(kind: RecordKind, heading: string): Omit<InspectedColumn, 'place'> {
  const meaning = headingsOf(kind).get(comparableHeading(heading));
  if (meaning === undefined) {
    const near = nearestHeading(kind, heading);
    return near === undefined ? { heading } : { heading, nearest: near };
  }
  if ('asked' in meaning) return { heading, asked: meaning.asked };
  return meaning.named ? { heading, field: meaning.key, named: true } : { heading, field: meaning.key };
}

/**
 * The text of one mapping file that fits all sheets as inspected (`--write-mapping`): each filled field with its column,
 * which must have the same heading on each sheet; as comments that only need their `#` removed, the required fields
 * still to be filled, columns that could be several fields, and columns that fill nothing. Sheets without any field of
 * the kind are left out.
 */
export function mappingText(tables: readonly InspectedTable[]): string {
  const fitting = tables.filter((table) => table.columns.some((column) => column.field !== undefined));
  const fields: Record<string, { column: string }> = {};
  const unused = new Map<string, InspectedColumn>();
  for (const column of fitting.flatMap((table) => table.columns)) {
    const { field, heading, named } = column;
    const isHere = (table: InspectedTable) => table.columns.some((each) => each.heading === heading);
    if (field !== undefined && named !== true && fitting.every(isHere)) fields[field] ??= { column: heading };
    else if (field === undefined) unused.set(heading, column);
  }
  const missing = new Set(fitting.flatMap((table) => table.missing));
  const advice = [
    ...[...missing].map((key) => `#  ${key}: { column: "" }  # *`),
    ...[...unused.values()].flatMap(({ heading, asked, nearest }) =>
      (asked ?? (nearest === undefined ? [] : [nearest])).map(
        (field) => `#  ${field}: { column: ${JSON.stringify(heading)} }`,
      ),
    ),
  ];
  const ignored = [...unused.keys()].map((heading) => JSON.stringify(heading)).join(', ');
  const comments = [...advice, ...(ignored === '' ? [] : [`# ignore: [${ignored}]`])];
  const written =
    Object.keys(fields).length === 0
      ? 'skip: []\nfields: {}\n'
      : stringify({ skip: [], fields }, { lineWidth: 0 });
  return `${written}${comments.map((line) => `${line}\n`).join('')}`;
}
