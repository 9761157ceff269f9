// Pieces of work that this thread and another take in turn; what they come to is handed on in their order.
import type { LedgerSource } from '../ledger/database.ts';
import { PATIENCE, Shared, sentSince, startBeside } from './beside.ts';

/** Work in pieces, numbered from 0: whichever thread does a piece, it comes to the same. */
export interface Pieces<R> {
  readonly count: number;
  do(piece: number): R;
  /**
   * Takes back the arrays that stood at the top of what a piece came to, when nobody looks at them any more: another
   * piece may be written into them, where fresh memory would have to be had from the system.
   */
  takeBack?(arrays: readonly Arrays[]): void;
}

/** Arrays of numbers or bytes that go over to another thread without being copied. */
export type Arrays = Uint8Array<ArrayBuffer> | Float64Array<ArrayBuffer>;

/** What a thread is asked that takes pieces; see `serve`. */
export interface TurnAsked<A> {
  readonly source: LedgerSource;
  /** What the work is about: plain data. */
  readonly asked: A;
}

/** What a piece came to in the other thread. */
export interface Done<R> {
  readonly piece: number;
  readonly result: R;
}

/**
 * Does pieces of work in two threads. Both read one snapshot of the ledger: the caller must have begun to read, and go
 * on, in a transaction that lasts until the last piece, so that nobody can commit meanwhile. Where the other thread
 * cannot read, or fails, its pieces are done here, and so they fail here if they must.
 * @param thread the file that the other thread runs; it calls `serve`
 * @param patience how many milliseconds the other thread may take for a piece before it is done here
 * @returns what the pieces come to, in their order; where arrays are taken back, each holds until the next is asked for
 * @throws what a piece throws
 */
export function* inTurn<A, R extends object>(
  pieces: Pieces<R>,
  thread: URL,
  told: TurnAsked<A>,
  patience = PATIENCE,
): Generator<R> {
  const { shared, received, giveBack, stop } = startBeside(thread, told);
  const results = new Map<number, R>();
  /** Those of them that were done here. */
  const here = new Set<number>();
  const doHere = (piece: number): void => {
    results.set(piece, pieces.do(piece));
    here.add(piece);
  };
  try {
    for (let at = 0; at < pieces.count; ) {
      const sent = Atomics.load(shared, Shared.sent);
      for (let got = received<Done<R>>(); got !== undefined; got = received<Done<R>>()) {
        if (got.piece < at) continue;
        results.set(got.piece, got.result);
        here.delete(got.piece);
      }
      const result = results.get(at);
      if (result !== undefined) {
        results.delete(at);
        yield result;
        if (pieces.takeBack !== undefined) {
          if (here.delete(at)) pieces.takeBack(arraysOf(result));
          else giveBack(arraysOf(result));
        }
        at += 1;
        Atomics.store(shared, Shared.handed, at);
        Atomics.notify(shared, Shared.handed);
        continue;
      }
      const mine = Atomics.add(shared, Shared.next, 1);
      if (mine < pieces.count) doHere(mine);
      else if (!sentSince(shared, sent, patience)) doHere(at);
    }
  } finally {
    stop();
  }
}

/** The arrays at the top of what a piece came to. */
export function arraysOf(result: object): Arrays[] {
  return Object.values(result).filter(
    (value): value is Arrays => value instanceof Uint8Array || value instanceof Float64Array,
  );
}
