// Brings chunks to where they are wanted, whole or not at all: standard output, or a file that appears when it is complete.
import { constants, writeSync } from 'node:fs';
import { access, type FileHandle, lstat, open, rename, stat, unlink } from 'node:fs/promises';
import { dirname, extname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { Failure, type ProblemValue, problem, refusal } from '../domain/problem.ts';
import { refusedInName } from '../domain/texts/windows-path.ts';
import type { Chunk, Format } from './settings.ts';

type Chunks = Iterable<Chunk> | AsyncIterable<Chunk>;

const FORMAT_BY_ENDING: Readonly<Record<string, Format>> = {
  '.txt': 'table',
  '.csv': 'csv',
  '.json': 'json',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.md': 'md',
  '.xlsx': 'xlsx',
};

/** The format that a file's ending names, undefined when it names none. */
export function formatFor(fileName: string): Format | undefined {
  return FORMAT_BY_ENDING[extname(fileName).toLowerCase()];
}

/** The endings that name a format. */
export const knownEndings: readonly string[] = Object.keys(FORMAT_BY_ENDING);

/**
 * Writes chunks to a file descriptor (1 is standard output) or to a stream, one after the other as they are accepted.
 * `whole`: all is written. `closed`: the reader went away before the end, which is not a success. A device that is
 * full or fails is a Failure of kind `storage`.
 */
export async function writeTo(sink: number | Writable, chunks: Chunks): Promise<'whole' | 'closed'> {
  const write = typeof sink === 'number' ? descriptorWriter(sink) : streamWriter(sink);
  for await (const chunk of chunks) {
    try {
      await write(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
    } catch (error) {
      if (CLOSED.has(codeOf(error))) return 'closed';
      throw storage({ term: 'word.stdout' }, error);
    }
  }
  return 'whole';
}

/**
 * Writes chunks to `file`, which other programs see complete or not at all: a temporary file next to it, fsync, rename,
 * fsync of the folder. An existing file is replaced; a link, a folder, a device and a ledger are refused. Mode 0600.
 */
export async function writeFileWhole(file: string, chunks: Chunks): Promise<void> {
  await refuseTarget(file);
  const folder = dirname(file);
  // Loaded here, not above: most answers go to the terminal.
  const { randomBytes } = await import('node:crypto');
  const temporary = join(folder, `.yanquan-${randomBytes(8).toString('hex')}.tmp`);
  const handle = await created(temporary, file, folder);
  try {
    try {
      for await (const chunk of chunks) {
        await stored(file, () => writeAll(handle, typeof chunk === 'string' ? Buffer.from(chunk) : chunk));
      }
      await stored(file, () => handle.sync());
    } finally {
      await handle.close();
    }
    await put(temporary, file);
  } catch (error) {
    await unlink(temporary).catch(() => undefined);
    throw error;
  }
  await syncFolder(folder);
}

/** Only the owner reads and writes what was written. */
const MODE = 0o600;

const CLOSED: ReadonlySet<string> = new Set([
  'EPIPE',
  'EOF',
  'ECONNRESET',
  'ERR_STREAM_DESTROYED',
  'ERR_STREAM_WRITE_AFTER_END',
  'ERR_STREAM_PREMATURE_CLOSE',
]);
/** The names of the files that SQLite keeps next to a database while it writes. */
const SIDE_FILE = /^(.+)-(?:journal|wal|shm)$/s;
const FULL: ReadonlySet<string> = new Set(['ENOSPC', 'EDQUOT', 'EFBIG']);
const DENIED: ReadonlySet<string> = new Set(['EACCES', 'EPERM']);
const LONGEST_WAIT = 50;

type Write = (bytes: Uint8Array) => Promise<void>;

// A descriptor may take a part only (a pipe, a full disk), and a non-blocking one may say "later".
function descriptorWriter(descriptor: number): Write {
  return async (bytes) => {
    let done = 0;
    let pause = 1;
    while (done < bytes.length) {
      try {
        done += writeSync(descriptor, bytes, done);
        pause = 1;
      } catch (error) {
        if (codeOf(error) !== 'EAGAIN') throw error;
        await wait(pause);
        pause = Math.min(pause * 2, LONGEST_WAIT);
      }
    }
  };
}

// Waits for each chunk: an error may come to the callback, as an event, or as a close without either.
function streamWriter(stream: Writable): Write {
  return (bytes) =>
    new Promise((resolve, reject) => {
      const settle = (error?: Error | null) => {
        stream.off('error', settle);
        stream.off('close', closed);
        if (!error) return resolve();
        // What the callback has reported comes as an event too, when there may be no other listener.
        stream.on('error', () => undefined);
        reject(error);
      };
      const closed = () => settle(Object.assign(new Error('closed'), { code: 'EPIPE' }));
      stream.on('error', settle);
      stream.on('close', closed);
      stream.write(bytes, settle);
    });
}

/** Programs on Windows keep a file to themselves while they show it: what a rename over it says then. */
const HELD: ReadonlySet<string> = new Set(['EPERM', 'EACCES', 'EBUSY']);
/** As long as a virus scanner looks at a new file, in milliseconds. */
const HELD_FOR = 2_000;

/**
 * Gives the finished file its name. On Windows one that another program holds is tried again for two seconds.
 * @throws Failure `again` when it is still held; `storage`
 */
async function put(temporary: string, file: string): Promise<void> {
  for (let waited = 0; ; waited += LONGEST_WAIT) {
    try {
      return await rename(temporary, file);
    } catch (error) {
      if (process.platform !== 'win32' || !HELD.has(codeOf(error))) throw storage(file, error);
      if (waited >= HELD_FOR)
        throw new Failure('again', [problem('output_held', { file })], { cause: error });
    }
    await wait(LONGEST_WAIT);
  }
}

async function writeAll(handle: FileHandle, bytes: Uint8Array): Promise<void> {
  let done = 0;
  while (done < bytes.length) done += (await handle.write(bytes, done)).bytesWritten;
}

/**
 * Refuses a file that `writeFileWhole` would refuse: call it before a step that cannot be undone.
 * @throws Failure `refused`: a link, a folder, a device, a ledger, or no folder to put it in
 */
export async function refuseTarget(file: string): Promise<void> {
  if (file === '' || /[/\\]$/.test(file)) throw refusal('output_is_folder', { file });
  const refused = process.platform === 'win32' ? refusedInName(file) : undefined;
  if (refused !== undefined) throw refusal('name_not_allowed', { file, what: refused });
  await refuseSideFile(file);
  const folder = dirname(file);
  const into = await stat(folder).catch(() => undefined);
  if (into?.isDirectory() !== true) throw refusal('output_folder_missing', { folder });
  await access(folder, constants.W_OK).catch((error: unknown) => {
    throw denied(folder, error) ?? storage(file, error);
  });
  const found = await lstat(file).catch((error: unknown) => {
    if (codeOf(error) === 'ENAMETOOLONG') throw storage(file, error);
  });
  if (found === undefined) return;
  if (found.isSymbolicLink()) throw refusal('output_is_link', { file });
  if (found.isDirectory()) throw refusal('output_is_folder', { file });
  if (!found.isFile()) throw refusal('output_not_a_file', { file });
  if (await isDatabase(file)) throw refusal('output_is_ledger', { file });
}

/**
 * Refuses the name of a file that SQLite keeps next to a ledger: SQLite would treat it as a journal to be rolled back,
 * and a real one would be lost.
 */
export async function refuseSideFile(file: string): Promise<void> {
  const ledger = SIDE_FILE.exec(file)?.[1];
  if (ledger !== undefined && (await isDatabase(ledger))) throw refusal('output_is_ledger', { file });
}

// A list must not replace a ledger, whatever name was mistyped.
async function isDatabase(file: string): Promise<boolean> {
  const handle = await open(file, 'r').catch(() => undefined);
  if (handle === undefined) return false;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(15), 0, 15, 0);
    return buffer.toString('latin1', 0, bytesRead) === 'SQLite format 3';
  } finally {
    await handle.close();
  }
}

async function created(temporary: string, file: string, folder: string): Promise<FileHandle> {
  try {
    const handle = await open(temporary, 'wx', MODE);
    // Whatever the umask took away.
    await handle.chmod(MODE);
    return handle;
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') throw refusal('output_folder_missing', { folder });
    throw denied(folder, error) ?? storage(file, error);
  }
}

const denied = (folder: string, error: unknown): Failure | undefined =>
  DENIED.has(codeOf(error)) ? refusal('output_folder_denied', { folder }) : undefined;

/** Takes a step that stores something. @param file for the message @throws Failure `storage` when it fails */
export async function stored<T>(file: string, step: () => Promise<T>): Promise<T> {
  try {
    return await step();
  } catch (error) {
    throw storage(file, error);
  }
}

// Not every system lets a folder be opened and synced; the file itself is safe by then.
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  if (handle === undefined) return;
  await handle.sync().catch(() => undefined);
  await handle.close();
}

function storage(file: ProblemValue, error: unknown): Failure {
  const code = codeOf(error);
  if (code === 'ENAMETOOLONG') return refusal('name_too_long', { file });
  const what = FULL.has(code)
    ? problem('output_full', { file })
    : problem('output_failed', { file, reason: code });
  return new Failure('storage', [what], { cause: error });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
