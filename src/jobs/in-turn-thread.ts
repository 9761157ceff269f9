// The other thread of `inTurn`: takes pieces until there are no more, and sends what they come to.
import type { ReadDb } from '../ledger/database.ts';
import { openForReading, read } from '../ledger/file/open.ts';
import { Shared } from './beside.ts';
import { awaitRoom, end, handedBack, send, told } from './beside-thread.ts';
import { type Arrays, arraysOf, type Done, type Pieces, type TurnAsked } from './in-turn.ts';

/**
 * Takes pieces of work in turn with the thread that has started this one.
 * @param piecesOf the same pieces as there, from the ledger and what is asked
 */
export function serve<A, R extends object>(piecesOf: (db: ReadDb, asked: A) => Pieces<R>): void {
  const all = told<TurnAsked<A>>();
  const { asked: turn, shared } = all;
  try {
    // Nobody is waited for: a writer that waits for the reader beside would wait for ever.
    const { file, allowNetworkFile } = turn.source;
    const ledger = openForReading(file, { allowNetworkFile, patience: 0, once: true });
    try {
      read(ledger, (db) => {
        const pieces = piecesOf(db, turn.asked);
        for (let piece = taken(shared); piece < pieces.count; piece = taken(shared)) {
          for (const arrays of handedBack<Arrays>(all)) pieces.takeBack?.(arrays);
          const done: Done<R> = { piece, result: pieces.do(piece) };
          send(all, done, arraysOf(done.result));
        }
      });
    } finally {
      ledger.close();
    }
  } finally {
    end(shared);
  }
}

/** The next piece, once there is room for what it comes to. */
function taken(shared: Int32Array): number {
  awaitRoom(shared, 'next');
  return Atomics.add(shared, Shared.next, 1);
}
