// Bytes of a file or of stdin, read synchronously in chunks so that rows can be pulled one by one.
import { closeSync, openSync, readSync } from 'node:fs';
import { refusal } from '../../domain/problem.ts';

const CHUNK = 1 << 16;
const HEAD = 1 << 20;
const PAUSE = new Int32Array(new SharedArrayBuffer(4));

/** The bytes of one input: its first megabyte to look at, then everything in order. */
export interface Bytes {
  readonly file: string;
  /** The first bytes, at most a megabyte. */
  readonly head: Buffer;
  /** Whether `head` is all there is. */
  readonly complete: boolean;
  /**
   * All bytes from the first on; may be asked for once. Closes the file at the end.
   * @param passing whether a chunk is done with when the next one is asked for: then they share their memory
   */
  chunks(passing?: boolean): Generator<Buffer>;
  /** Closes a file before its end is reached. */
  close(): void;
}

/**
 * Opens a file, or stdin for `-`. Throws `file_not_found`, `file_unreadable` or `file_empty` as a refusal.
 * @param stdin the descriptor for `-`, or what has been read from it
 */
export function openBytes(path: string, stdin: number | Buffer = 0): Bytes {
  if (path === '-' && typeof stdin !== 'number') return bytesRead(path, stdin);
  const descriptor = path === '-' && typeof stdin === 'number' ? stdin : open(path);
  const first: Buffer[] = [];
  let size = 0;
  let ended = false;
  while (size < HEAD && !ended) {
    const chunk = readChunk(descriptor, path);
    if (chunk === null) ended = true;
    else {
      first.push(chunk);
      size += chunk.length;
    }
  }
  if (size === 0) throw refusal('file_empty', { file: path }, { file: path });
  const head = Buffer.concat(first);
  function* chunks(passing = false): Generator<Buffer> {
    const shared = passing ? Buffer.allocUnsafe(CHUNK) : undefined;
    try {
      for (let at = 0; at < head.length; at += CHUNK) yield head.subarray(at, at + CHUNK);
      if (ended) return;
      for (;;) {
        const chunk = readChunk(descriptor, path, shared);
        if (chunk === null) return;
        yield chunk;
      }
    } finally {
      close();
    }
  }
  const close = (): void => {
    if (path !== '-') closeSync(descriptor);
  };
  return { file: path, head, complete: ended, chunks, close };
}

/** Bytes that are all there already. */
function bytesRead(file: string, all: Buffer): Bytes {
  if (all.length === 0) throw refusal('file_empty', { file }, { file });
  function* chunks(): Generator<Buffer> {
    for (let at = 0; at < all.length; at += CHUNK) yield all.subarray(at, at + CHUNK);
  }
  return { file, head: all.subarray(0, HEAD), complete: all.length <= HEAD, chunks, close: () => undefined };
}

/** All bytes of an input. @throws Failure see `openBytes` */
export function allBytes(path: string, stdin?: number | Buffer): Buffer {
  return Buffer.concat([...openBytes(path, stdin).chunks()]);
}

function open(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw refusal(missing ? 'file_not_found' : 'file_unreadable', { file: path }, { file: path });
  }
}

/** One chunk, or null at the end. A pipe that has nothing yet (EAGAIN) is waited for. */
function readChunk(
  descriptor: number,
  path: string,
  buffer: Buffer = Buffer.allocUnsafe(CHUNK),
): Buffer | null {
  for (;;) {
    try {
      const read = readSync(descriptor, buffer, 0, CHUNK, null);
      return read === 0 ? null : buffer.subarray(0, read);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      if (code === 'EOF') return null;
      if (code !== 'EAGAIN') throw refusal('file_unreadable', { file: path }, { file: path });
      Atomics.wait(PAUSE, 0, 0, 5);
    }
  }
}
