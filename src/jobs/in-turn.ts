// Pieces of work that this thread and another take in turn; what they come to is handed on in their order.
import type { LedgerSource } from '../ledger/database.ts';

/** Work in pieces, numbered from 0: whichever thread does a piece, it comes to the same. */
export interface Pieces<R> {
  readonly count: number;
  do(piece: number): R;
}

/** What a thread is told that takes pieces; see `serve`. */
export interface ThreadTold<A> {
  readonly source: LedgerSource;
  /** What the work is about: plain data. */
  readonly asked: A;
  /** Where what the pieces come to is sent: `Done`. */
  readonly port: import('node:worker_threads').MessagePort;
  /** Whole numbers that both threads read and change, by `Shared`. */
  readonly shared: Int32Array;
}

/** What a piece came to in the other thread. */
export interface Done<R> {
  readonly piece: number;
  readonly result: R;
}

/** The places of the shared numbers: the next piece to take, how many were sent, how many handed on, 1 when it ended. */
export const Shared = { next: 0, sent: 1, handed: 2, ended: 3 } as const;

/** Much longer than a piece takes: a thread that was killed tells nobody. */
const PATIENCE = 20_000;

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
  { source, asked }: Pick<ThreadTold<A>, 'source' | 'asked'>,
  patience = PATIENCE,
): Generator<R> {
  // Loaded here, not above: most ledgers are small, and every command would wait for it.
  const { MessageChannel, receiveMessageOnPort, Worker } = process.getBuiltinModule('node:worker_threads');
  const { port1: port, port2 } = new MessageChannel();
  const shared = new Int32Array(new SharedArrayBuffer(Object.keys(Shared).length * 4));
  const told: ThreadTold<A> = { source, asked, port: port2, shared };
  const worker = new Worker(thread, { workerData: told, transferList: [port2], stderr: true });
  worker.unref();
  // What it cannot do is done here.
  worker.on('error', () => undefined);
  const results = new Map<number, R>();
  try {
    for (let at = 0; at < pieces.count; ) {
      const sent = Atomics.load(shared, Shared.sent);
      for (let got = receiveMessageOnPort(port); got !== undefined; got = receiveMessageOnPort(port)) {
        const { piece, result } = got.message as Done<R>;
        if (piece >= at) results.set(piece, result);
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
      else if (!comesYet(shared, sent, patience)) results.set(at, pieces.do(at));
    }
  } finally {
    port.close();
    void worker.terminate();
  }
}

/** Waits until the other thread has sent something more than `sent`; false when it will not. */
function comesYet(shared: Int32Array, sent: number, patience: number): boolean {
  if (Atomics.load(shared, Shared.ended) === 1) return Atomics.load(shared, Shared.sent) !== sent;
  return Atomics.wait(shared, Shared.sent, sent, patience) !== 'timed-out';
}

/** The file that another thread runs, beside the file at `url` and with its ending: TypeScript here, JavaScript in the bundle. */
export function threadBeside(url: string, name: string): URL {
  return new URL(`./${name}${url.slice(url.lastIndexOf('.'))}`, url);
}
