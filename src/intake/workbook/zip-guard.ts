// Looks at a workbook's zip before anything is unpacked: how large it says it gets, and whether XML brings a DTD.
import { constants, createInflateRaw, inflateRawSync } from 'node:zlib';
import { type Failure, refusal } from '../../domain/problem.ts';

const CENTRAL_HEADER = 0x02014b50;
const END_RECORD = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const ZIP64 = 0xffffffff;
/** A workbook of 50,000 rows and 20 columns unpacks to a fifth of this. */
const LARGEST_UNPACKED = 256 * 1024 * 1024;
const MOST_ENTRIES = 10_000;
const BEGINNING = 2048;

/** A part of the zip by its directory. */
interface ZipEntry {
  readonly name: string;
  readonly stored: boolean;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
}

/** The parts of a zip, by name. */
export type ZipDirectory = ReadonlyMap<string, ZipEntry>;

/**
 * Reads the directory. Throws `workbook_too_large` when the parts unpack to more than `LARGEST_UNPACKED` or one does
 * not say its size, `workbook_dtd` when an XML part begins with a document type, `workbook_broken` when there is no
 * directory. That no part unpacks to more than it says is held by who unpacks it.
 */
export function guardZip(bytes: Buffer, file: string): ZipDirectory {
  const directory = new Map<string, ZipEntry>();
  let total = 0;
  for (const entry of entriesOf(bytes, file)) {
    const untold =
      entry.unpacked === ZIP64 || entry.packed === ZIP64 || (entry.unpacked === 0 && entry.packed > 2);
    total += entry.unpacked;
    if (untold || total > LARGEST_UNPACKED || directory.size >= MOST_ENTRIES) throw tooLarge(file);
    if (/\.(?:xml|rels)$/i.test(entry.name) && /<!DOCTYPE/i.test(beginningOf(bytes, entry))) {
      throw refusal('workbook_dtd', { part: entry.name }, { file });
    }
    directory.set(entry.name, entry);
  }
  return directory;
}

/** Unpacks one part; undefined when there is none of that name or it does not unpack to the size it says. */
export function unpack(bytes: Buffer, directory: ZipDirectory, name: string): Buffer | undefined {
  const entry = directory.get(name);
  if (entry === undefined) return undefined;
  const packed = packedOf(bytes, entry);
  if (entry.stored || packed === undefined) return packed;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.unpacked) });
  } catch {
    return undefined;
  }
}

/** Unpacks one part chunk by chunk; ends early where it does not unpack to the size it says. */
export async function* unpackChunks(
  bytes: Buffer,
  directory: ZipDirectory,
  name: string,
): AsyncGenerator<Buffer> {
  const entry = directory.get(name);
  const packed = entry === undefined ? undefined : packedOf(bytes, entry);
  if (entry === undefined || packed === undefined) return;
  if (entry.stored) {
    yield packed;
    return;
  }
  const inflate = createInflateRaw({ chunkSize: 1 << 18 });
  inflate.end(packed);
  let size = 0;
  try {
    for await (const chunk of inflate as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > entry.unpacked) return;
      yield chunk;
    }
  } catch {
    // A damaged part: who reads its cells says so.
  }
}

function tooLarge(file: string): Failure {
  return refusal('workbook_too_large', { megabytes: LARGEST_UNPACKED >> 20 }, { file });
}

function* entriesOf(bytes: Buffer, file: string): Generator<ZipEntry> {
  const end = bytes.lastIndexOf(END_RECORD);
  if (end === -1 || end + 22 > bytes.length) throw refusal('workbook_broken', {}, { file });
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL_HEADER) {
      throw refusal('workbook_broken', {}, { file });
    }
    const nameLength = bytes.readUInt16LE(at + 28);
    yield {
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      stored: bytes.readUInt16LE(at + 10) === 0,
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    };
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}

function packedOf(bytes: Buffer, entry: ZipEntry): Buffer | undefined {
  if (entry.at + 30 > bytes.length) return undefined;
  const from = entry.at + 30 + bytes.readUInt16LE(entry.at + 26) + bytes.readUInt16LE(entry.at + 28);
  return bytes.subarray(from, from + entry.packed);
}

/** The first kilobytes of a part, enough for an XML prolog; ASCII of UTF-16 too, NULs aside. */
function beginningOf(bytes: Buffer, entry: ZipEntry): string {
  const packed = packedOf(bytes, entry)?.subarray(0, BEGINNING);
  if (packed === undefined) return '';
  let text = packed;
  if (!entry.stored) {
    try {
      text = inflateRawSync(packed, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 1 << 24 });
    } catch {
      return '';
    }
  }
  return text.subarray(0, 16_384).toString('latin1').replaceAll('\0', '');
}
