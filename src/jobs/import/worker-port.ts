// The worker's end of the channel that `startWorker` opens.
import { Counter, type WorkerData } from './start-worker.ts';

/** The maximum number of unreceived messages before the worker pauses. */
const AHEAD = 8;

/** What `startWorker` passed to this worker. */
export function ownWorkerData<T>(): WorkerData<T> {
  return process.getBuiltinModule('node:worker_threads').workerData as WorkerData<T>;
}

/** Sends a message, once there is room for it. */
export function send({ port, counters }: WorkerData<unknown>, message: object): void {
  awaitRoom(counters);
  port.postMessage(message);
  Atomics.add(counters, Counter.sent, 1);
  Atomics.notify(counters, Counter.sent);
}

function awaitRoom(counters: Int32Array): void {
  for (;;) {
    const received = Atomics.load(counters, Counter.received);
    if (Atomics.load(counters, Counter.sent) - received < AHEAD) return;
    Atomics.wait(counters, Counter.received, received);
  }
}

/** Says that nothing more is sent: whoever waits for a message stops waiting. */
export function end({ counters }: WorkerData<unknown>): void {
  Atomics.store(counters, Counter.ended, 1);
  // Whoever is about to wait for a message does not: the number has changed.
  Atomics.add(counters, Counter.sent, 1);
  Atomics.notify(counters, Counter.sent);
}
