// The ids of the findings that a round can rest on, batch by batch: whatever was settled long ago is skipped.
import type { Since } from '../../domain/round.ts';
import type { ReadDb } from '../database.ts';
import type { View } from '../facts/view.ts';
import { SETTLED_SINCE, sinceThen } from './selections.ts';

/** Ids from `first` to `last`, both included. */
export interface IdSpan {
  readonly first: number;
  readonly last: number;
}

/** Ids of one batch, at most. */
export const BATCH = 512;

const NEXT_OUTSTANDING = `SELECT finding_id FROM finding_now
  WHERE settled_on IS NULL AND finding_id >= ? ORDER BY finding_id LIMIT 1`;
const OUTSTANDING_AMONG = `SELECT finding_id FROM finding_now WHERE settled_on IS NULL
  AND finding_id BETWEEN ? AND ? AND finding_id IN (SELECT value FROM json_each(?)) ORDER BY finding_id`;

/** Beyond every id. */
const NONE = Number.POSITIVE_INFINITY;

/** The same ids as `findingsOfRound` chooses, gone through once in ascending order. */
export class RoundIds {
  readonly #db: ReadDb;
  /** Settled or reversed since the round before, ascending. */
  readonly #settled: Float64Array;
  /** The place of the first of them that lies in the current batch or behind it. */
  #at = 0;

  constructor(view: View, previous: Since) {
    this.#db = view.db;
    const settled = view.db.column<number>(SETTLED_SINCE, ...sinceThen(view, previous));
    this.#settled = Float64Array.from(settled).sort();
  }

  /** Spans that contain all of the ids. Call `among` before the next one is asked for. @param size ids in each, at most */
  *batches(size = BATCH): Generator<IdSpan> {
    for (let first = this.#next(1); first !== undefined; ) {
      const last = first + size - 1;
      yield { first, last };
      while (this.#settledAt(this.#at) <= last) this.#at += 1;
      first = this.#next(last + 1);
    }
  }

  /** Those of the ids of a batch that are among `touched`, ascending. */
  among({ first, last }: IdSpan, touched: readonly number[]): number[] {
    const ids = new Set(this.#db.column<number>(OUTSTANDING_AMONG, first, last, JSON.stringify(touched)));
    for (let at = this.#at; this.#settledAt(at) <= last; at += 1) ids.add(this.#settledAt(at));
    return [...ids].sort((left, right) => left - right);
  }

  #settledAt(place: number): number {
    return this.#settled[place] ?? NONE;
  }

  /** The first of the ids from `from` on. */
  #next(from: number): number | undefined {
    const [outstanding = NONE] = this.#db.column<number>(NEXT_OUTSTANDING, from);
    const next = Math.min(outstanding, this.#settledAt(this.#at));
    return next === NONE ? undefined : next;
  }
}
