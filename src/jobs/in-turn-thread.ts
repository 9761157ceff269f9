// The other thread of `inTurn`: takes pieces until there are no more, and sends what they come to.
import type { ReadDb } from '../ledger/database.ts';
import { openForReading, read } from '../ledger/open.ts';
import { type Done, type Pieces, Shared, type ThreadTold } from './in-turn.ts';

/** So many pieces may wait to be handed on before no further one is taken. */
const AHEAD = 8;

/**
 * Takes pieces of work in turn with the thread that has started this one.
 * @param piecesOf the same pieces as there, from the ledger and what is asked
 */
export function serve<A, R extends object>(piecesOf: (db: ReadDb, asked: A) => Pieces<R>): void {
  const { workerData } = process.getBuiltinModule('node:worker_threads');
  const { source, asked, port, shared } = workerData as ThreadTold<A>;
  try {
    // Nobody is waited for: a writer that waits for the reader beside would wait for ever.
    const { file, allowNetworkFile } = source;
    const ledger = openForReading(file, { allowNetworkFile, patience: 0 });
    try {
      read(ledger, (db) => {
        const pieces = piecesOf(db, asked);
        for (let piece = taken(shared); piece < pieces.count; piece = taken(shared)) {
          const done: Done<R> = { piece, result: pieces.do(piece) };
          port.postMessage(done, buffersOf(done.result));
          Atomics.add(shared, Shared.sent, 1);
          Atomics.notify(shared, Shared.sent);
        }
      });
    } finally {
      ledger.close();
    }
  } finally {
    Atomics.store(shared, Shared.ended, 1);
    // Whoever waits for something to be sent finds that nothing will be.
    Atomics.notify(shared, Shared.sent);
  }
}

/** The next piece, once there is room for what it comes to. */
function taken(shared: Int32Array): number {
  for (;;) {
    const handed = Atomics.load(shared, Shared.handed);
    if (Atomics.load(shared, Shared.next) - handed < AHEAD) return Atomics.add(shared, Shared.next, 1);
    Atomics.wait(shared, Shared.handed, handed);
  }
}

/** Arrays of numbers and bytes, at the top of a result, go over without being copied. */
function buffersOf(result: object): ArrayBuffer[] {
  return Object.values(result).flatMap((value) =>
    ArrayBuffer.isView(value) && value.buffer instanceof ArrayBuffer ? [value.buffer] : [],
  );
}
