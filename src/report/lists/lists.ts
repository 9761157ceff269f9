// The plain lists: findings, cadres, rounds, batches, records of a kind.

import { type ColumnSpec, recordColumns } from '../../domain/records/record-columns.ts';
import type { RecordKind } from '../../domain/records/records.ts';
import type { RoundDigests } from '../../domain/round.ts';
import type { Cell, Column, Report, Row, Text } from '../report.ts';
import { digestsNamed } from '../wording.ts';
import { answeringCodes } from './answering.ts';

/** A record by column, as a list shows it. */
export type Entry = Readonly<Record<string, Cell | undefined>>;

/** A report from entries: each column takes its own key. */
export function listOf(
  name: string,
  columns: readonly Column[],
  entries: Iterable<Entry>,
  extra: Partial<Pick<Report, 'title' | 'notes' | 'whenEmpty' | 'charts'>> = {},
): Report {
  return {
    name,
    title: { key: `title.${name.replaceAll(' ', '_')}` },
    columns,
    rows: rowsOf(columns, entries),
    ...extra,
  };
}

function* rowsOf(columns: readonly Column[], entries: Iterable<Entry>): Generator<Row> {
  for (const entry of entries) yield columns.map((column) => entry[column.key] ?? null);
}

const TYPES: Readonly<Record<ColumnSpec['type'], Column['type']>> = {
  text: 'text',
  number_name: 'text',
  numbers: 'text',
  day: 'day',
  due: 'day',
  whole: 'number',
  amount: 'decimal',
  boolean: 'boolean',
  term: 'term',
  milestones: 'text',
};

/** The records of a kind in the columns that `import` takes. */
export function recordsReport(kind: RecordKind, entries: Iterable<Entry>): Report {
  const columns = recordColumns[kind].map(
    (spec): Column =>
      spec.key === 'severity'
        ? { key: spec.key, type: 'number' }
        : { key: spec.key, type: TYPES[spec.type], ...(spec.terms !== undefined && { terms: spec.terms }) },
  );
  return listOf(`export ${kind}`, columns, entries, {
    title: { key: 'title.export', values: { kind: { term: `kind.${kind}` } } },
  });
}

/** The columns of `finding list`. */
export const findingColumns: readonly Column[] = [
  { key: 'finding_no', type: 'text' },
  { key: 'source', type: 'text', machineOnly: true },
  { key: 'area', type: 'text' },
  { key: 'village', type: 'text', machineOnly: true },
  { key: 'station', type: 'text', machineOnly: true },
  { key: 'description', type: 'text' },
  { key: 'severity', type: 'number', machineOnly: true },
  { key: 'found_on', type: 'day', machineOnly: true },
  { key: 'deadline', type: 'day' },
  { key: 'status', type: 'term', terms: 'status' },
  { key: 'responsible', type: 'text', codes: answeringCodes },
];

/** The columns of `cadre list`. */
export const cadreColumns: readonly Column[] = [
  { key: 'cadre_no', type: 'text' },
  { key: 'name', type: 'text' },
  { key: 'rank', type: 'term', terms: 'rank' },
  { key: 'post', type: 'text' },
  { key: 'unit', type: 'text' },
  { key: 'station', type: 'text' },
  { key: 'managed_by', type: 'text', machineOnly: true },
  { key: 'identity', type: 'text', machineOnly: true },
  { key: 'joined_on', type: 'day', machineOnly: true },
  { key: 'left_on', type: 'day', machineOnly: true },
  { key: 'on_roster', type: 'boolean' },
];

/** The columns of `round list`. */
export const roundColumns: readonly Column[] = [
  { key: 'round', type: 'number' },
  { key: 'cutoff', type: 'day' },
  { key: 'state', type: 'term', terms: 'state' },
  { key: 'policy', type: 'text' },
  { key: 'lines', type: 'number' },
  { key: 'in_circle', type: 'number' },
  { key: 'commended', type: 'number' },
  { key: 'approved_by', type: 'text' },
  { key: 'meeting', type: 'text', machineOnly: true },
  { key: 'digest', type: 'text', machineOnly: true },
  { key: 'draft_digest', type: 'text', machineOnly: true },
  { key: 'engine', type: 'number', machineOnly: true },
];

/** The columns of `batch list`. */
export const batchColumns: readonly Column[] = [
  { key: 'batch', type: 'number' },
  { key: 'kind', type: 'term', terms: 'kind' },
  { key: 'file', type: 'text' },
  { key: 'added', type: 'number' },
  { key: 'unchanged', type: 'number', spare: 4 },
  { key: 'amended', type: 'number', spare: 3 },
  { key: 'rejected', type: 'number', spare: 2 },
  { key: 'at', type: 'instant' },
  { key: 'actor', type: 'text', spare: 1 },
  { key: 'undone', type: 'boolean' },
  { key: 'seq', type: 'number', machineOnly: true },
  { key: 'sha256', type: 'text', machineOnly: true },
];

/** The columns of `batch show`. @param sheets whether the file has several sheets */
export const batchRowColumns = (sheets: boolean): readonly Column[] => [
  ...(sheets ? [{ key: 'sheet', type: 'text' } as const] : []),
  { key: 'line', type: 'number' },
  { key: 'outcome', type: 'term', terms: 'outcome' },
  { key: 'id', type: 'text' },
  { key: 'reason', type: 'text' },
  { key: 'code', type: 'text', machineOnly: true },
];

/** The columns of a finding's history in `finding show`, for people. */
export const historyColumns: readonly Column[] = [
  { key: 'id', type: 'text' },
  { key: 'day', type: 'day' },
  { key: 'event', type: 'term', terms: 'event' },
  { key: 'who', type: 'text' },
  { key: 'what', type: 'text' },
  { key: 'state', type: 'term', terms: 'state', machineOnly: true },
  { key: 'file', type: 'text', spare: 3 },
  { key: 'line', type: 'number', spare: 2 },
  { key: 'seq', type: 'number', spare: 1 },
  { key: 'at', type: 'instant', machineOnly: true },
  { key: 'actor', type: 'text', machineOnly: true },
  { key: 'carried_from', type: 'text', machineOnly: true },
  { key: 'carried_entry', type: 'number', machineOnly: true },
];

/** The vocabularies of what happens to a finding. */
const HAPPENED = ['progress', 'result', 'ground', 'ruling', 'recheck_result', 'column'];

/** What happened as a value, worded for people where it is a code of these vocabularies, and the words that were written. */
export function valueAndWordsColumns(vocabularies: readonly string[]): Column[] {
  return [
    { key: 'value', type: 'text', codes: [vocabularies] },
    { key: 'words', type: 'text' },
  ];
}

/** The same for machines: what happened is a value and the words that were written, the same in every language. */
export const historyColumnsOfMachines: readonly Column[] = [
  ...historyColumns.flatMap((column): Column[] =>
    column.key === 'what' ? valueAndWordsColumns(HAPPENED) : [column],
  ),
  { key: 'reversed_by', type: 'number', machineOnly: true },
];

/** Whose lines of a closed round were corrected, as a note; none when nobody's was. */
export function correctedNote(numbers: Iterable<string>): Text[] {
  const list = [...numbers];
  return list.length === 0 ? [] : [{ key: 'note.corrected', values: { numbers: list } }];
}

/** The digests of a round, to be compared with the printed notice. */
export function digestNotes(digests: RoundDigests): Text[] {
  return digestsNamed(digests).map(({ which, digest }) => ({ key: `note.${which}`, values: { digest } }));
}
