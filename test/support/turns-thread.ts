// The other thread of the tests of `inTurn`: says which thread did a piece, or goes wrong as it is asked to.
import { threadId } from 'node:worker_threads';
import type { Pieces } from '../../src/jobs/in-turn.ts';
import { serve } from '../../src/jobs/in-turn-thread.ts';

/** How the thread behaves: as it should, or it throws at its second piece, or it is gone without a word. */
export interface Behaviour {
  readonly count: number;
  readonly wrong?: 'throws' | 'dies';
  /** Shared by both threads: how many pieces the other one has begun. The first one waits for it to start, however long that takes. */
  readonly begun: Int32Array;
}

export interface Did {
  readonly piece: number;
  readonly by: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Whether the bytes are an array of their own, not one that was taken back. */
  readonly fresh: boolean;
}

const LONG = 30_000;
/** As long as the first one waits for another piece of the other: that may have to wait for the first. */
const SHORT = 5;

/** Pieces of which each thread does one at the least, and many if it can. */
export function turns({ count, wrong, begun }: Behaviour): Pieces<Did> {
  let done = 0;
  let seen = 0;
  const spare: Did['bytes'][] = [];
  return {
    count,
    do(piece) {
      done += 1;
      if (threadId !== 0 && done === 2 && wrong === 'throws') throw new Error('as asked');
      if (threadId !== 0 && done === 2 && wrong === 'dies') process.exit(3);
      if (threadId === 0) {
        Atomics.wait(begun, 0, seen, seen === 0 ? LONG : SHORT);
        seen = Atomics.load(begun, 0);
      } else {
        Atomics.add(begun, 0, 1);
        Atomics.notify(begun, 0);
      }
      const again = spare.pop();
      const bytes = again ?? new Uint8Array(1);
      bytes[0] = piece;
      return { piece, by: threadId, bytes, fresh: again === undefined };
    },
    takeBack: (arrays) => spare.push(...(arrays as Did['bytes'][])),
  };
}

if (threadId !== 0) serve((_db, asked: Behaviour) => turns(asked));
