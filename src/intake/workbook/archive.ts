// An office file as an archive of parts: each is read as the one directory says, whole and no further.
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { type Failure, refusal } from '../../domain/problem.ts';
import { type ZipEntry, zipEntries } from './zip-entries.ts';

/** A workbook of 50,000 rows and 20 columns unpacks to a fifth of this. */
const LARGEST_UNPACKED = 256 * 1024 * 1024;
const MOST_PARTS = 10_000;

/** The parts of an office file by their paths; capital letters and the kind of slash make no difference (ECMA-376, part 2). */
export interface Archive {
  readonly file: string;
  has(path: string): boolean;
  /** The bytes of a part, empty where there is none. Throws as `chunks` does. */
  all(path: string): Buffer;
  /**
   * The bytes of a part as they are unpacked, none where there is none. Throws `archive_part_size` when it does not
   * unpack to the size that the directory says, `workbook_broken` when it cannot be unpacked or its sum differs.
   */
  chunks(path: string): AsyncGenerator<Buffer>;
}

/**
 * Opens an archive. Throws what `zipEntries` throws, `archive_part_twice` when two parts have one path, and
 * `workbook_too_large` when the parts unpack to more than `LARGEST_UNPACKED`.
 */
export function openArchive(bytes: Buffer, file: string): Archive {
  const parts = new Map<string, ZipEntry>();
  let total = 0;
  for (const entry of zipEntries(bytes, file, MOST_PARTS)) {
    const path = keyOf(entry.name);
    if (parts.has(path)) throw refusal('archive_part_twice', { part: entry.name }, { file });
    total += entry.unpacked;
    if (total > LARGEST_UNPACKED) {
      throw refusal('workbook_too_large', { megabytes: LARGEST_UNPACKED >> 20 }, { file });
    }
    parts.set(path, entry);
  }
  return {
    file,
    has: (path) => parts.has(keyOf(path)),
    all: (path) => unpack(bytes, parts.get(keyOf(path)), file),
    chunks: (path) => unpackChunks(bytes, parts.get(keyOf(path)), file),
  };
}

function keyOf(path: string): string {
  return path.replaceAll('\\', '/').toLowerCase();
}

function unpack(bytes: Buffer, entry: ZipEntry | undefined, file: string): Buffer {
  if (entry === undefined) return Buffer.alloc(0);
  const packed = bytes.subarray(entry.from, entry.to);
  let whole = packed;
  if (!entry.isStored && packed.length > 0) {
    try {
      whole = inflateRawSync(packed, { maxOutputLength: entry.unpacked + 1 });
    } catch (error) {
      throw isTooLong(error) ? sizeWrong(entry, file) : refusal('workbook_broken', {}, { file });
    }
  }
  if (whole.length !== entry.unpacked) throw sizeWrong(entry, file);
  if (crc32(whole) !== entry.crc) throw refusal('workbook_broken', {}, { file });
  return whole;
}

async function* unpackChunks(
  bytes: Buffer,
  entry: ZipEntry | undefined,
  file: string,
): AsyncGenerator<Buffer> {
  if (entry === undefined) return;
  const packed = bytes.subarray(entry.from, entry.to);
  let [size, sum] = [0, 0];
  const checked = (chunk: Buffer): Buffer => {
    size += chunk.length;
    if (size > entry.unpacked) throw sizeWrong(entry, file);
    sum = crc32(chunk, sum);
    return chunk;
  };
  if (entry.isStored) {
    for (let at = 0; at < packed.length; at += CHUNK) yield checked(packed.subarray(at, at + CHUNK));
  } else if (packed.length > 0) {
    const inflate = createInflateRaw({ chunkSize: CHUNK });
    inflate.end(packed);
    try {
      for await (const chunk of inflate as AsyncIterable<Buffer>) yield checked(chunk);
    } catch (error) {
      if (isDamage(error)) throw refusal('workbook_broken', {}, { file });
      throw error;
    } finally {
      inflate.destroy();
    }
  }
  if (size !== entry.unpacked) throw sizeWrong(entry, file);
  if (sum !== entry.crc) throw refusal('workbook_broken', {}, { file });
}

const CHUNK = 1 << 18;

function isTooLong(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
}

/** Whether zlib has thrown it: its codes begin with Z_. */
function isDamage(error: unknown): boolean {
  return /^Z_/.test((error as NodeJS.ErrnoException).code ?? '');
}

function sizeWrong({ name }: ZipEntry, file: string): Failure {
  return refusal('archive_part_size', { part: name }, { file });
}
