// Ids in batches: of many records each table is read once for some hundred of them, in the order of their ids.
import type { ReadDb, SqlValue } from '../database.ts';

const AT_ONCE = 512;
/** Maximum ratio of a span of ids to the ids wanted at which the whole span is read: quicker than single look-ups. */
const SPARE = 2;

/** Ids in ascending order, with the condition that finds their rows. */
export interface IdBatch {
  readonly ids: readonly number[];
  /** The condition on a column, for `values`. It may let through ids that lie between them. */
  among(column: string): string;
  readonly values: readonly SqlValue[];
}

/**
 * The ids that a query of one column returns, ascending and each once, in batches.
 * @param chosen the query, with its values
 */
export function* idBatches(db: ReadDb, chosen: string, values: readonly SqlValue[]): Generator<IdBatch> {
  let batch: number[] = [];
  let last: number | undefined;
  for (const id of Float64Array.from(db.column<number>(chosen, ...values)).sort()) {
    if (id === last) continue;
    if (batch.length === AT_ONCE) {
      yield toIdBatch(batch);
      batch = [];
    }
    batch.push(id);
    last = id;
  }
  if (batch.length > 0) yield toIdBatch(batch);
}

function toIdBatch(ids: readonly number[]): IdBatch {
  const [first = 0, last = 0] = [ids[0], ids.at(-1)];
  if (last - first < ids.length * SPARE) {
    return { ids, among: (column) => `${column} BETWEEN ? AND ?`, values: [first, last] };
  }
  const values = [JSON.stringify(ids)];
  return { ids, among: (column) => `${column} IN (SELECT value FROM json_each(?))`, values };
}

/** Rows sorted by the id of what they belong to, read one id after the other. */
export class RowsById<T> {
  readonly #rows: readonly T[];
  readonly #idOf: (row: T) => number;
  #at = 0;

  constructor(rows: readonly T[], idOf: (row: T) => number) {
    this.#rows = rows;
    this.#idOf = idOf;
  }

  /** The rows of an id, which must be greater than the one before. */
  take(id: number): readonly T[] {
    let row = this.#rows[this.#at];
    for (; row !== undefined && this.#idOf(row) < id; row = this.#rows[this.#at]) this.#at += 1;
    if (row === undefined || this.#idOf(row) !== id) return NONE;
    const rows: T[] = [];
    for (; row !== undefined && this.#idOf(row) === id; row = this.#rows[this.#at]) {
      rows.push(row);
      this.#at += 1;
    }
    return rows;
  }
}

const NONE: readonly never[] = [];
