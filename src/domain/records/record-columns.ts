// The columns of each record kind as lists, for whoever goes through them.
import type { Column, Columns } from './columns.ts';
import { columnsOf } from './kind-columns.ts';
import type { RecordKind } from './records.ts';

/** A column with its key. */
export type ColumnSpec = Column & { readonly key: string };

/** The columns of each kind as a list. */
export const recordColumns: Readonly<Record<RecordKind, readonly ColumnSpec[]>> = listed(columnsOf);

function listed<K extends string>(kinds: Readonly<Record<K, Columns>>) {
  const lists = Object.entries<Columns>(kinds).map(([kind, columns]) => [
    kind,
    Object.entries(columns).map(([key, column]): ColumnSpec => ({ key, ...column })),
  ]);
  return Object.fromEntries(lists) as Record<K, readonly ColumnSpec[]>;
}

const CADRE_COLUMNS = new Set(['cadre_no', 'assist_no', 'leader_no', 'from_no', 'to_no']);

/** Whether a column holds numbers of cadres who are on the roster already; of the kind `cadres` it is a new one's. */
export function namesCadres(kind: RecordKind, key: string): boolean {
  return kind !== 'cadres' && CADRE_COLUMNS.has(key);
}
