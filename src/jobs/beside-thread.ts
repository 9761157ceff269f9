// A thread beside the one that started it, from within: what it was told, and sending what it comes to.
import { Shared, type Told } from './beside.ts';

/** So much may wait to be handed on before anything further is begun. */
const AHEAD = 8;

/** What this thread was told by the one that has started it. */
export function told<A>(): Told<A> {
  return process.getBuiltinModule('node:worker_threads').workerData as Told<A>;
}

/**
 * Sends plain data.
 * @param over arrays of it that go over without being copied
 */
export function send(
  { port, shared }: Told<unknown>,
  data: object,
  over: readonly ArrayBufferView<ArrayBuffer>[] = [],
): void {
  port.postMessage(
    data,
    over.map(({ buffer }) => buffer),
  );
  Atomics.add(shared, Shared.sent, 1);
  Atomics.notify(shared, Shared.sent);
}

/** What `giveBack` has handed back to this thread since the last time. */
export function* handedBack<T>({ port }: Told<unknown>): Generator<readonly T[]> {
  const { receiveMessageOnPort } = process.getBuiltinModule('node:worker_threads');
  for (let got = receiveMessageOnPort(port); got !== undefined; got = receiveMessageOnPort(port)) {
    yield got.message as readonly T[];
  }
}

/** Waits until there is room for what comes next. @param begun which of the shared numbers is held against those handed on */
export function awaitRoom(shared: Int32Array, begun: 'next' | 'sent'): void {
  for (;;) {
    const handed = Atomics.load(shared, Shared.handed);
    if (Atomics.load(shared, Shared[begun]) - handed < AHEAD) return;
    Atomics.wait(shared, Shared.handed, handed);
  }
}

/** Tells that nothing more is sent: whoever waits for something finds that nothing will come. */
export function end(shared: Int32Array): void {
  Atomics.store(shared, Shared.ended, 1);
  // Whoever is about to wait for something to be sent does not: the number is another one.
  Atomics.add(shared, Shared.sent, 1);
  Atomics.notify(shared, Shared.sent);
}
