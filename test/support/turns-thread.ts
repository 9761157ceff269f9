// The other thread of the tests of `inTurn`: says which thread did a piece, or goes wrong as it is asked to.
import { threadId } from 'node:worker_threads';
import type { Pieces } from '../../src/jobs/in-turn.ts';
import { serve } from '../../src/jobs/in-turn-thread.ts';

/** How the thread behaves: as it should, or it throws at its second piece, or it is gone without a word. */
export interface Behaviour {
  readonly count: number;
  readonly wrong?: 'throws' | 'dies';
}

export interface Did {
  readonly piece: number;
  readonly by: number;
  readonly bytes: Uint8Array;
}

/** Pieces that take a millisecond each. */
export function turns({ count, wrong }: Behaviour): Pieces<Did> {
  let done = 0;
  return {
    count,
    do(piece) {
      done += 1;
      if (threadId !== 0 && done === 2 && wrong === 'throws') throw new Error('as asked');
      if (threadId !== 0 && done === 2 && wrong === 'dies') process.exit(3);
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
      return { piece, by: threadId, bytes: new Uint8Array([piece]) };
    },
  };
}

if (threadId !== 0) serve((_db, asked: Behaviour) => turns(asked));
