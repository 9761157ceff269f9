// What a file looks like before it is imported: one row a column, with the field it would fill and the first cells.

import type { Column, Report, Text } from '../report.ts';
import { type Entry, listOf } from './lists.ts';

/** A column of the file and what it would fill. */
interface InspectedColumn {
  readonly heading: string;
  readonly place: number;
  readonly field?: string;
  readonly named?: true;
  readonly asked?: readonly string[];
  readonly nearest?: string;
}

interface InspectedTable {
  readonly sheet?: string;
  readonly headerLine?: number;
  readonly headerHeight?: number;
  readonly kind: string;
  readonly columns: readonly InspectedColumn[];
  readonly missing: readonly string[];
  readonly firstRows: readonly { readonly line: number; readonly cells: readonly string[] }[];
}

/** A file as it was inspected. */
export interface Inspected {
  readonly file: string;
  readonly format: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly tables: readonly InspectedTable[];
}

const FIRST_ROWS = [0, 1, 2, 3, 4] as const;
/** How many of the first cells people see. */
const SHOWN = 2;

const columns: readonly Column[] = [
  { key: 'file', type: 'text', machineOnly: true },
  { key: 'file_format', type: 'text', machineOnly: true },
  { key: 'encoding', type: 'text', machineOnly: true },
  { key: 'delimiter', type: 'text', machineOnly: true },
  { key: 'kind', type: 'term', terms: 'kind', machineOnly: true },
  { key: 'sheet', type: 'text', machineOnly: true },
  { key: 'header_line', type: 'number', machineOnly: true },
  { key: 'header_height', type: 'number', machineOnly: true },
  { key: 'place', type: 'number' },
  { key: 'heading', type: 'text' },
  { key: 'field', type: 'text' },
  { key: 'taken', type: 'term' },
  { key: 'nearest', type: 'text' },
  ...FIRST_ROWS.map(
    (at): Column => ({
      key: `first_${at + 1}`,
      type: 'text',
      ...(at >= SHOWN && { machineOnly: true }),
    }),
  ),
];

/** `import inspect`: every column of every table, and the required fields that none fills. */
export function inspectReport(file: Inspected): Report {
  const entries = file.tables.flatMap((table) => {
    const shared = {
      file: file.file,
      file_format: file.format,
      encoding: file.encoding,
      kind: table.kind,
      delimiter: shownDelimiter(file.delimiter),
      sheet: table.sheet,
      header_line: table.headerLine,
      header_height: table.headerHeight,
    };
    return [
      ...table.columns.map((column): Entry => ({ ...shared, ...columnEntry(column, table) })),
      ...table.missing.map((field): Entry => ({ ...shared, field, taken: 'missing' })),
    ];
  });
  return listOf('import inspect', columns, entries, {
    title: { key: 'title.import_inspect', values: { file: file.file } },
    notes: notesOf(file),
  });
}

function columnEntry(column: InspectedColumn, { firstRows }: InspectedTable): Entry {
  const { place, heading, field, named, asked, nearest } = column;
  const taken =
    asked !== undefined ? 'asked' : field === undefined ? 'unknown' : named ? 'by_name' : 'filled';
  const cells = firstRows.map((row) => row.cells[place] ?? '');
  return {
    place: place + 1,
    heading,
    field: asked?.join(' | ') ?? field,
    taken,
    nearest,
    ...Object.fromEntries(FIRST_ROWS.map((at) => [`first_${at + 1}`, cells[at]])),
  };
}

function notesOf({ format, encoding, delimiter, tables }: Inspected): Text[] {
  const values = { format, encoding: encoding ?? '', delimiter: shownDelimiter(delimiter) };
  const key =
    encoding === undefined
      ? 'note.inspect_workbook'
      : delimiter === undefined
        ? 'note.inspect_json'
        : 'note.inspect_text';
  return [
    { key, values },
    ...tables.map((table): Text => {
      const { sheet, headerLine, headerHeight, kind } = table;
      const about = { sheet: sheet ?? '', kind: { term: `kind.${kind}` }, word: kind };
      if (headerLine === undefined) return { key: 'note.inspect_no_header', values: about };
      return {
        key: sheet === undefined ? 'note.inspect_header' : 'note.inspect_sheet',
        values: { ...about, line: headerLine, height: headerHeight ?? 1 },
      };
    }),
  ];
}

function shownDelimiter(delimiter: string | undefined): string {
  return delimiter === '\t' ? 'Tab' : (delimiter ?? '');
}
