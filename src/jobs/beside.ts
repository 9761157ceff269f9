// A thread beside this one: how it is started, told what to do, waited for and stopped.
import { dirname } from 'node:path';

/** What a thread is told at its start; see `told`. */
export interface Told<A> {
  /** Plain data. */
  readonly asked: A;
  /** Where it sends what it comes to. */
  readonly port: import('node:worker_threads').MessagePort;
  /** Whole numbers that both threads read and change, by `Shared`. */
  readonly shared: Int32Array;
}

/** The places of the shared numbers: the next piece to take, how many were sent, how many handed on, 1 when it ended. */
export const Shared = { next: 0, sent: 1, handed: 2, ended: 3 } as const;

/** Milliseconds, much longer than anything takes that is sent: a thread that was killed tells nobody. */
export const PATIENCE = 20_000;

/** The other thread as this one sees it. */
export interface Beside {
  readonly shared: Int32Array;
  /** What has come and was not yet received, or undefined. */
  received<T>(): T | undefined;
  /** Hands arrays back to the thread: nothing of them is here afterwards. */
  giveBack(arrays: readonly ArrayBufferView<ArrayBuffer>[]): void;
  stop(): void;
}

/**
 * Starts a thread. Nobody hears of its errors: what it does not send has to be done without it, and a thread that the
 * system does not give is one that has ended.
 * @param thread the file that it runs
 * @param asked plain data
 * @param youngMegabytes the most that it may take up with new objects; as much as it wants by default
 */
export function startBeside(thread: URL, asked: object, youngMegabytes?: number): Beside {
  // Loaded here, not above: most ledgers are small, and every command would wait for it.
  const { MessageChannel, receiveMessageOnPort, Worker } = process.getBuiltinModule('node:worker_threads');
  const { port1, port2: port } = new MessageChannel();
  const shared = new Int32Array(new SharedArrayBuffer(Object.keys(Shared).length * 4));
  const told: Told<object> = { asked, port, shared };
  let worker: import('node:worker_threads').Worker | undefined;
  try {
    worker = new Worker(thread, {
      workerData: told,
      transferList: [port],
      stderr: true,
      ...(youngMegabytes !== undefined && { resourceLimits: { maxYoungGenerationSizeMb: youngMegabytes } }),
      // What is compiled already need not be compiled there.
      env: { ...process.env, ...compileCache() },
    });
    worker.unref();
    worker.on('error', () => undefined);
  } catch {
    Atomics.store(shared, Shared.ended, 1);
  }
  return {
    shared,
    received: <T>() => receiveMessageOnPort(port1)?.message as T | undefined,
    giveBack: (arrays) =>
      port1.postMessage(
        arrays,
        arrays.map(({ buffer }) => buffer),
      ),
    stop() {
      port1.close();
      void worker?.terminate();
    },
  };
}

/** The compile cache of this thread, for another: a thread has its own, and only by its environment. */
function compileCache(): { NODE_COMPILE_CACHE?: string } {
  const folder = process.getBuiltinModule('node:module').getCompileCacheDir();
  // It is named with the version of Node at its end.
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: dirname(folder) };
}

/** Waits until the other thread has sent something more than `sent`; false when it will not. */
export function sentSince(shared: Int32Array, sent: number, patience: number): boolean {
  if (Atomics.load(shared, Shared.ended) === 1) return Atomics.load(shared, Shared.sent) !== sent;
  return Atomics.wait(shared, Shared.sent, sent, patience) !== 'timed-out';
}

/**
 * Everything that a thread sends, in its order. It ends when the thread does, and when it says nothing for long.
 * @param patience milliseconds
 */
export function* sentBy<T>({ shared, received }: Beside, patience = PATIENCE): Generator<T> {
  for (;;) {
    const sent = Atomics.load(shared, Shared.sent);
    const got = received<T>();
    if (got !== undefined) {
      Atomics.add(shared, Shared.handed, 1);
      Atomics.notify(shared, Shared.handed);
      yield got;
    } else if (!sentSince(shared, sent, patience)) return;
  }
}

/** The file that another thread runs, beside the file at `url` and with its ending: TypeScript here, JavaScript in the bundle. */
export function threadBeside(url: string, name: string): URL {
  return new URL(`./${name}${url.slice(url.lastIndexOf('.'))}`, url);
}
