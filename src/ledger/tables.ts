// The tables whose rows the journal vouches for, with their columns in the order of the row digests.

import type { Columns, RowOf } from './columns/column.ts';
import { derivedColumns } from './columns/derived.ts';
import { factColumns } from './columns/facts.ts';
import { additionColumns as additions, lineColumns } from './columns/lines.ts';
import { partColumns } from './columns/parts.ts';

export type FactTable = keyof typeof factColumns;
export type PartTable = keyof typeof partColumns;
export type GuardedTable = FactTable | PartTable | 'batches';
export type DerivedTable = keyof typeof derivedColumns;

const batchColumns = { kind: 'text', file: 'text', sha256: 'text' } as const;

/** Where a fact came from; without it, from a single command. */
type Origin = {
  readonly batch_id?: number | null;
  readonly line?: number | null;
};

/** The row that an insert into each table takes: every column, and no other. `id` and `seq` are given to it. */
export type TableRows = {
  readonly [T in FactTable]: RowOf<(typeof factColumns)[T]> & Origin;
} & {
  readonly [T in PartTable]: RowOf<(typeof partColumns)[T]>;
} & { readonly batches: RowOf<typeof batchColumns> };

/** The rows of the derived tables: with `…_now` the live record of a number. */
export type DerivedRows = { readonly [T in DerivedTable]: RowOf<(typeof derivedColumns)[T]> };

/** The columns of a table with what each holds. */
export function typesOf(table: GuardedTable | DerivedTable): Columns {
  return COLUMNS[table];
}
const COLUMNS = { ...factColumns, ...partColumns, ...derivedColumns, batches: batchColumns } as const;

/** The derived tables with a row for each live record of a kind, by its id. */
export type NowTable = Exclude<DerivedTable, 'looks'>;

/** The columns of a standing as they are stored. */
export const standingColumns = Object.keys(lineColumns) as (keyof typeof lineColumns)[];

/** The columns that engine 2 adds to a standing, in tables of their own. */
export const additionColumns = Object.keys(additions) as (keyof typeof additions)[];

/** The keys of the tables that have no `id`: the order of their rows in an entry's digest. */
export const partKeys: Readonly<Record<PartTable, string>> = {
  finding_responsible: 'finding_id, place',
  dispatch_items: 'order_id, place',
  task_responsible: 'task_id, place',
  milestones: 'plan_id, "on"',
  calendar_days: 'year_id, "on"',
  batch_counts: 'batch_id',
  batch_rows: 'batch_id, place',
  batch_notes: 'batch_id, place',
  batch_sheets: 'batch_id, "table", first_row',
  standings: 'round_no, place',
  carried_facts: 'seq, fact, fact_id',
  round_figures: 'round_no',
  finding_figures: 'round_no, grouping, name',
  main_problems: 'round_no, area, place',
  figure_stations: 'round_no',
  draft_digests: 'round_no',
  standing_additions: 'round_no, place',
  correction_additions: 'correction_id',
  carried_waits: 'seq, fact, fact_id',
  carried_movements: 'cadre_id, round_no',
  correction_measures: 'correction_id',
  carried_lines: 'cadre_id, round_no',
  carried_holds: 'seq, fact, fact_id',
  persons_meant: 'seq, nth',
  answers: 'seq',
  notice_imprints: 'issue_id',
  recheck_members: 'draw_id, place',
};

/** All columns of each guarded table, as inserted, digested and read back by `verify`. */
export const guardedTables: Readonly<Record<GuardedTable, readonly string[]>> = {
  batches: ['id', 'seq', ...Object.keys(batchColumns)],
  ...mapColumns(factColumns, (columns) => ['id', 'seq', 'batch_id', 'line', ...columns]),
  ...mapColumns(partColumns, (columns) => [...columns, 'seq']),
};

/** What is derived from the facts and can be rebuilt: tables that no journal entry vouches for, with their columns. */
export const derivedTables: Readonly<Record<DerivedTable, readonly string[]>> = mapColumns(
  derivedColumns,
  (columns) => columns,
);

/** The table that has a row while what is derived may change: the next journal entry. */
export const DERIVING = 'deriving';

/**
 * The tables in an order in which the rows of one command can be written: none refers to a row of a later one. It is the
 * order above, but for central tasks, to which reassignments refer, and corrections, to which their grounds do.
 */
export const parentsFirst: readonly GuardedTable[] = [
  ...new Set<GuardedTable>([
    'batches',
    'cadres',
    'tasks',
    'corrections',
    ...(Object.keys(guardedTables) as GuardedTable[]),
  ]),
];

function mapColumns<K extends string>(
  tables: Readonly<Record<K, Columns>>,
  change: (columns: readonly string[]) => readonly string[],
): Record<K, readonly string[]> {
  const entries = Object.entries<Columns>(tables).map(([table, columns]) => [
    table,
    change(Object.keys(columns)),
  ]);
  return Object.fromEntries(entries) as Record<K, readonly string[]>;
}

/** A column name as written in SQL: some of the contract's columns are SQL words (`on`, `by`, `text`). */
export function quoted(column: string): string {
  return `"${column}"`;
}
