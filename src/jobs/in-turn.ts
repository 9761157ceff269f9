// Pieces of work that this thread and another take in turn; what they come to is handed on in their order.
import type { LedgerSource } from '../ledger/database.ts';
import { PATIENCE, Shared, sentSince, startBeside } from './beside.ts';

/** Work in pieces, numbered from 0: whichever thread does a piece, it comes to the same. */
export interface Pieces<R> {
  readonly count: number;
  do(piece: number): R;
}

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
 * @returns what the pieces come to, in their order
 * @throws what a piece throws
 */
export function* inTurn<A, R>(
  pieces: Pieces<R>,
  thread: URL,
  told: TurnAsked<A>,
  patience = PATIENCE,
): Generator<R> {
  const { shared, received, stop } = startBeside(thread, told);
  const results = new Map<number, R>();
  try {
    for (let at = 0; at < pieces.count; ) {
      const sent = Atomics.load(shared, Shared.sent);
      for (let got = received<Done<R>>(); got !== undefined; got = received<Done<R>>()) {
        if (got.piece >= at) results.set(got.piece, got.result);
      }
      const result = results.get(at);
      if (result !== undefined) {
        results.delete(at);
        yield result;
        at += 1;
        Atomics.store(shared, Shared.handed, at);
        Atomics.notify(shared, Shared.handed);
        continue;
      }
      const mine = Atomics.add(shared, Shared.next, 1);
      if (mine < pieces.count) results.set(mine, pieces.do(mine));
      else if (!sentSince(shared, sent, patience)) results.set(at, pieces.do(at));
    }
  } finally {
    stop();
  }
}
