// A few ids at a time: of many records each table is read once for a few hundred of them, in the order of their ids.
import type { ReadDb, SqlValue } from '../database.ts';

const AT_ONCE = 512;
/** Up to so many ids in a span for each one wanted, the span is read whole: quicker than looking each of them up. */
const SPARE = 2;

/** Ids in ascending order, with the condition that finds their rows. */
export interface FewIds {
  readonly ids: readonly number[];
  /** The condition on a column, for `values`. It may let through ids that lie between them. */
  among(column: string): string;
  readonly values: readonly SqlValue[];
}

/**
 * The ids that a query of one column gives, ascending and each once, a few at a time.
 * @param chosen the query, with its values
 */
export function* inFews(db: ReadDb, chosen: string, values: readonly SqlValue[]): Generator<FewIds> {
  let few: number[] = [];
  let last: number | undefined;
  for (const id of Float64Array.from(db.column<number>(chosen, ...values)).sort()) {
    if (id === last) continue;
    if (few.length === AT_ONCE) {
      yield toFewIds(few);
      few = [];
    }
    few.push(id);
    last = id;
  }
  if (few.length > 0) yield toFewIds(few);
}

function toFewIds(ids: readonly number[]): FewIds {
  const [first = 0, last = 0] = [ids[0], ids.at(-1)];
  if (last - first < ids.length * SPARE) {
    return { ids, among: (column) => `${column} BETWEEN ? AND ?`, values: [first, last] };
  }
  const values = [JSON.stringify(ids)];
  return { ids, among: (column) => `${column} IN (SELECT value FROM json_each(?))`, values };
}

/** Rows sorted by the id of what they belong to, each id's own taken in turn. */
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
    const taken: T[] = [];
    for (; row !== undefined && this.#idOf(row) === id; row = this.#rows[this.#at]) {
      taken.push(row);
      this.#at += 1;
    }
    return taken;
  }
}

const NONE: readonly never[] = [];
