// Starts the worker that reads an import, receives its messages and stops it.
import type { MessagePort, ResourceLimits, Worker } from 'node:worker_threads';

/** What a worker gets at its start. */
export interface WorkerData<T> {
  /** Plain data. */
  readonly request: T;
  /** Where it posts its messages. */
  readonly port: MessagePort;
  /** Whole numbers that both threads read and change, at the places of `Counter`. */
  readonly counters: Int32Array;
}

/** The places of the counters: messages sent, messages received, 1 when the worker has ended. */
export const Counter = { sent: 0, received: 1, ended: 2 } as const;

/** Milliseconds, much longer than any message takes: a worker that was killed does not report its end. */
const PATIENCE = 20_000;

/** A worker as the main thread sees it. */
export interface RunningWorker<M> {
  /** Its messages, in order, each waited for. They end when the worker does, or is silent for long. */
  messages(): Generator<M>;
  stop(): void;
}

/**
 * Starts a worker. Its errors are not reported: what it does not send has to be read without it, and a worker that the
 * system cannot start is one that has ended.
 * @param file what it runs
 * @param request plain data
 * @param patience milliseconds to wait for a message
 */
export function startWorker<M>(
  file: URL,
  request: object,
  resourceLimits: ResourceLimits,
  patience = PATIENCE,
): RunningWorker<M> {
  // Loaded here, not above: only a large import needs it.
  const { MessageChannel, receiveMessageOnPort, Worker } = process.getBuiltinModule('node:worker_threads');
  const { port1, port2: port } = new MessageChannel();
  const counters = new Int32Array(new SharedArrayBuffer(Object.keys(Counter).length * 4));
  const workerData: WorkerData<object> = { request, port, counters };
  let worker: Worker | undefined;
  try {
    worker = new Worker(file, { workerData, transferList: [port], stderr: true, resourceLimits });
    worker.unref();
    worker.on('error', () => undefined);
  } catch {
    Atomics.store(counters, Counter.ended, 1);
  }
  return {
    *messages() {
      for (;;) {
        const sent = Atomics.load(counters, Counter.sent);
        const message = receiveMessageOnPort(port1)?.message as M | undefined;
        if (message !== undefined) {
          Atomics.add(counters, Counter.received, 1);
          Atomics.notify(counters, Counter.received);
          yield message;
        } else if (!sentSince(counters, sent, patience)) return;
      }
    },
    stop() {
      port1.close();
      void worker?.terminate();
    },
  };
}

/** Waits until the worker has sent more than `sent` messages; false when it will not. */
function sentSince(counters: Int32Array, sent: number, patience: number): boolean {
  if (Atomics.load(counters, Counter.ended) === 1) return Atomics.load(counters, Counter.sent) !== sent;
  return Atomics.wait(counters, Counter.sent, sent, patience) !== 'timed-out';
}

/** The file of a worker in the same folder as `url`, with the same ending: TypeScript here, JavaScript in the bundle. */
export function workerFile(url: string, name: string): URL {
  return new URL(`./${name}${url.slice(url.lastIndexOf('.'))}`, url);
}
