// Output put by until it is whole: a reader of the ledger ends its transaction before it waits for whoever reads it.
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Chunk } from './settings.ts';
import { stored } from './write.ts';

/** Kept in memory up to this many bytes; more goes into a nameless file. */
const IN_MEMORY = 4 << 20;
const PIECE = 1 << 18;

/** Takes in all chunks and gives them back once, in order. @throws Failure `storage` when there is no room for them */
export async function spooled(
  chunks: AsyncIterable<Chunk> | Iterable<Chunk>,
): Promise<AsyncGenerator<Chunk>> {
  const first: Uint8Array[] = [];
  let bytes = 0;
  let file: FileHandle | undefined;
  for await (const chunk of chunks) {
    const piece = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    bytes += piece.length;
    if (file === undefined && bytes > IN_MEMORY) file = await stored(tmpdir(), namelessFile);
    const put = file;
    if (put === undefined) first.push(piece);
    else await stored(tmpdir(), () => put.appendFile(piece));
  }
  return givenBack(first, file);
}

async function namelessFile(): Promise<FileHandle> {
  const { randomUUID } = await import('node:crypto');
  const name = join(tmpdir(), `yanquan-${randomUUID()}.tmp`);
  const file = await open(name, 'wx+', 0o600);
  // Where an open file cannot lose its name, the system's own cleaning has to take it.
  await unlink(name).catch(() => undefined);
  return file;
}

async function* givenBack(first: readonly Uint8Array[], file: FileHandle | undefined): AsyncGenerator<Chunk> {
  yield* first;
  if (file === undefined) return;
  try {
    const piece = Buffer.alloc(PIECE);
    for (let at = 0; ; ) {
      const { bytesRead } = await file.read(piece, 0, PIECE, at);
      if (bytesRead === 0) return;
      yield Buffer.from(piece.subarray(0, bytesRead));
      at += bytesRead;
    }
  } finally {
    await file.close();
  }
}
