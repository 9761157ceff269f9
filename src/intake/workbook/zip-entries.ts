// The parts of a ZIP archive by its one directory (PKWARE APPNOTE 6.3.10), refused wherever it can be read in two ways.
import { refusal } from '../../domain/problem.ts';

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_RECORD = 0x06054b50;
const END_MARK = Buffer.from('PK\x05\x06', 'latin1');
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const ZIP64_LOCATOR = 0x07064b50;
const ZIP64_LOCATOR_LENGTH = 20;
const ZIP64_END = 0x06064b50;
const ZIP64_EXTRA = 0x0001;
/** What a field of two or four bytes holds when its value is in the ZIP64 record. */
const [IN_ZIP64_SHORT, IN_ZIP64] = [0xffff, 0xffffffff];
const ENCRYPTED = 0x0001;
/** The longest record behind a part whose sizes its local header leaves open. */
const LONGEST_DESCRIPTOR = 24;

/** A part of the archive: where its packed bytes lie, and what the directory says of it. */
export interface ZipEntry {
  readonly name: string;
  readonly isStored: boolean;
  /** The place of the first packed byte, and of the one behind the last. */
  readonly from: number;
  readonly to: number;
  /** How many bytes it unpacks to. */
  readonly unpacked: number;
  readonly crc: number;
}

/** Where the directory lies, and how many parts it lists. */
interface Directory {
  readonly at: number;
  readonly length: number;
  readonly count: number;
}

/**
 * The parts of an archive, in the order of its directory; ZIP64 is read. Throws `workbook_broken` when there is no
 * directory, `archive_contradicts` when there are two or it counts other parts than it lists, `archive_parts_too_many`,
 * `workbook_encrypted`, `archive_packing`, `archive_part_misplaced` for a part outside of the file, under another name
 * there, or over another part, and `archive_part_size` for sizes that cannot be.
 */
export function zipEntries(bytes: Buffer, file: string, most: number): readonly ZipEntry[] {
  const directory = directoryOf(bytes, file);
  if (directory.count > most) throw refusal('archive_parts_too_many', { most }, { file });
  const entries: (ZipEntry & { readonly header: number })[] = [];
  const end = directory.at + directory.length;
  let at = directory.at;
  while (at < end && entries.length < directory.count) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== CENTRAL_HEADER) throw contradicts(file);
    const tail = bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    const next = at + 46 + tail;
    if (next > end) throw contradicts(file);
    entries.push(entryAt(bytes, at, directory, file));
    at = next;
  }
  if (at !== end || entries.length !== directory.count) throw contradicts(file);
  checkPlaces(bytes, entries, directory, file);
  return entries;
}

function contradicts(file: string): Error {
  return refusal('archive_contradicts', {}, { file });
}

/** The one directory that ends where the record of the end begins. */
function directoryOf(bytes: Buffer, file: string): Directory {
  const found: Directory[] = [];
  const first = Math.max(0, bytes.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = bytes.indexOf(END_MARK, first); at !== -1; at = bytes.indexOf(END_MARK, at + 1)) {
    const directory = at + END_LENGTH <= bytes.length ? directoryBefore(bytes, at, file) : undefined;
    if (directory !== undefined) found.push(directory);
  }
  const [directory] = found;
  if (directory === undefined) throw refusal('workbook_broken', {}, { file });
  if (found.length > 1) throw contradicts(file);
  return directory;
}

function directoryBefore(bytes: Buffer, end: number, file: string): Directory | undefined {
  if (bytes.readUInt32LE(end) !== END_RECORD) return undefined;
  const plain = {
    count: bytes.readUInt16LE(end + 10),
    length: bytes.readUInt32LE(end + 12),
    at: bytes.readUInt32LE(end + 16),
  };
  const locator = end - ZIP64_LOCATOR_LENGTH;
  if (locator < 0 || bytes.readUInt32LE(locator) !== ZIP64_LOCATOR) {
    return plain.at + plain.length === end ? plain : undefined;
  }
  const record = uint64(bytes, locator + 8);
  if (record + 56 > locator || bytes.readUInt32LE(record) !== ZIP64_END) throw contradicts(file);
  if (record + 12 + uint64(bytes, record + 4) !== locator) throw contradicts(file);
  const large = {
    count: uint64(bytes, record + 32),
    length: uint64(bytes, record + 40),
    at: uint64(bytes, record + 48),
  };
  const isSame =
    [large.count, IN_ZIP64_SHORT].includes(plain.count) &&
    [large.length, IN_ZIP64].includes(plain.length) &&
    [large.at, IN_ZIP64].includes(plain.at);
  if (!isSame || large.at + large.length !== record) throw contradicts(file);
  return large;
}

/** A number of eight bytes; what no file reaches stays too large for one. */
function uint64(bytes: Buffer, at: number): number {
  return at + 8 <= bytes.length ? Number(bytes.readBigUInt64LE(at)) : Number.MAX_SAFE_INTEGER;
}

function entryAt(
  bytes: Buffer,
  at: number,
  directory: Directory,
  file: string,
): ZipEntry & { readonly header: number } {
  const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
  const name = bytes.toString('utf8', at + 46, nameEnd);
  const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)];
  if ((flags & ENCRYPTED) !== 0) throw refusal('workbook_encrypted', {}, { file });
  if (method !== 0 && method !== 8) throw refusal('archive_packing', { part: name }, { file });
  const extra = zip64Of(bytes.subarray(nameEnd, nameEnd + bytes.readUInt16LE(at + 30)));
  const large = (field: number): number => {
    const value = bytes.readUInt32LE(at + field);
    return value === IN_ZIP64 ? (extra.next().value ?? value) : value;
  };
  // The extra field has them in this order.
  const unpacked = large(24);
  const packed = large(20);
  const header = large(42);
  const misplaced = () => refusal('archive_part_misplaced', { part: name }, { file });
  if (header + 30 > directory.at || bytes.readUInt32LE(header) !== LOCAL_HEADER) throw misplaced();
  const nameLength = bytes.readUInt16LE(header + 26);
  const from = header + 30 + nameLength + bytes.readUInt16LE(header + 28);
  const isNamedSo = bytes
    .subarray(header + 30, header + 30 + nameLength)
    .equals(bytes.subarray(at + 46, nameEnd));
  if (!isNamedSo || from + packed > directory.at) throw misplaced();
  const isStored = method === 0;
  const saysAgain = (field: number, size: number) =>
    [0, size, IN_ZIP64].includes(bytes.readUInt32LE(header + field));
  const canBe = isStored ? packed === unpacked : packed > 0 && unpacked <= packed * MOST_DEFLATED;
  const isEmpty = packed <= 2 && unpacked === 0;
  if (!(canBe || isEmpty) || !saysAgain(18, packed) || !saysAgain(22, unpacked)) throw sizeWrong(name, file);
  if (unpacked === 0 && packed > 2) throw sizeWrong(name, file);
  return { name, isStored, header, from, to: from + packed, unpacked, crc: bytes.readUInt32LE(at + 16) };
}

/** Deflate packs no more than 258 bytes into two bits. */
const MOST_DEFLATED = 1032;

function sizeWrong(part: string, file: string): Error {
  return refusal('archive_part_size', { part }, { file });
}

function* zip64Of(extra: Buffer): Generator<number, undefined> {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== ZIP64_EXTRA) continue;
    const end = Math.min(extra.length, at + 4 + extra.readUInt16LE(at + 2));
    for (let field = at + 4; field + 8 <= end; field += 8) yield uint64(extra, field);
    return undefined;
  }
  return undefined;
}

/** No part lies over another, and none that is said to be empty has bytes behind it. */
function checkPlaces(
  bytes: Buffer,
  entries: readonly (ZipEntry & { readonly header: number })[],
  directory: Directory,
  file: string,
): void {
  const inOrder = [...entries].sort((one, other) => one.header - other.header);
  for (const [index, { name, to, unpacked }] of inOrder.entries()) {
    const next = inOrder[index + 1]?.header ?? directory.at;
    if (to > next) throw refusal('archive_part_misplaced', { part: name }, { file });
    if (unpacked === 0 && next - to > LONGEST_DESCRIPTOR && !isPadding(bytes.subarray(to, next))) {
      throw sizeWrong(name, file);
    }
  }
}

function isPadding(bytes: Buffer): boolean {
  return bytes.every((byte) => byte === 0);
}
