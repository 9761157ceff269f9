// Looks at a workbook's zip before anything is unpacked: how large it says it gets, and whether XML brings a DTD.
import { constants, inflateRawSync } from 'node:zlib';
import { refusal } from '../domain/problem.ts';

const CENTRAL_HEADER = 0x02014b50;
const END_RECORD = 0x06054b50;
const ZIP64 = 0xffffffff;
/** A workbook of 50,000 rows unpacks to well under half of this. */
export const LARGEST_UNPACKED = 256 * 1024 * 1024;
const LARGEST_ENTRY_COUNT = 10_000;

/**
 * Throws `workbook_too_large` when the parts unpack to more than `LARGEST_UNPACKED` or a part does not say its size,
 * `workbook_dtd` when an XML part begins with a document type, `workbook_broken` when the directory cannot be read.
 * That parts do not unpack to more than they say is held by the reader.
 */
export function guardZip(bytes: Buffer, file: string): void {
  let total = 0;
  for (const entry of entriesOf(bytes, file)) {
    const untold =
      entry.unpacked === ZIP64 || entry.packed === ZIP64 || (entry.unpacked === 0 && entry.packed > 2);
    total += entry.unpacked;
    if (untold || total > LARGEST_UNPACKED) {
      throw refusal('workbook_too_large', { megabytes: LARGEST_UNPACKED >> 20 }, { file });
    }
    if (/\.(?:xml|rels)$/i.test(entry.name) && /<!DOCTYPE/i.test(beginningOf(bytes, entry))) {
      throw refusal('workbook_dtd', { part: entry.name }, { file });
    }
  }
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
}

function* entriesOf(bytes: Buffer, file: string): Generator<Entry> {
  const end = bytes.lastIndexOf(signature(END_RECORD));
  if (end === -1 || end + 22 > bytes.length) throw refusal('workbook_broken', {}, { file });
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count > LARGEST_ENTRY_COUNT)
    throw refusal('workbook_too_large', { megabytes: LARGEST_UNPACKED >> 20 }, { file });
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL_HEADER) {
      throw refusal('workbook_broken', {}, { file });
    }
    const nameLength = bytes.readUInt16LE(at + 28);
    yield {
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    };
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}

/** The first few kilobytes of a part, enough for an XML prolog. */
function beginningOf(bytes: Buffer, entry: Entry): string {
  if (entry.at + 30 > bytes.length) return '';
  const from = entry.at + 30 + bytes.readUInt16LE(entry.at + 26) + bytes.readUInt16LE(entry.at + 28);
  const packed = bytes.subarray(from, Math.min(from + 2048, from + entry.packed));
  if (entry.method === 0) return textOf(packed);
  try {
    return textOf(inflateRawSync(packed, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 1 << 24 }));
  } catch {
    return '';
  }
}

/** ASCII of the beginning, UTF-16 too: NULs aside. */
function textOf(bytes: Buffer): string {
  return bytes.subarray(0, 16_384).toString('latin1').replaceAll('\0', '');
}

function signature(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
}
