// The container of .xls and .doc files (MS-CFB), as far as one stream has to be found in it.

const FREE = 0xfffffff0;
const MOST_STREAMS = 10_000;

/** The streams of a compound file, by name; undefined when it is none, or is damaged. */
export function compoundStreams(bytes: Buffer): ReadonlyMap<string, () => Buffer> | undefined {
  try {
    return streamsOf(bytes);
  } catch {
    return undefined;
  }
}

function streamsOf(bytes: Buffer): ReadonlyMap<string, () => Buffer> {
  const size = 1 << bytes.readUInt16LE(0x1e);
  const miniSize = 1 << bytes.readUInt16LE(0x20);
  if (size < 128 || size > 1 << 20) throw new Error('no sector size');
  const sector = (at: number): Buffer => bytes.subarray((at + 1) * size, (at + 2) * size);
  const table = allocation(bytes, sector, size);
  const chain = (first: number, next: readonly number[], of: (at: number) => Buffer): Buffer => {
    const parts: Buffer[] = [];
    for (let at = first; at < FREE && parts.length <= next.length; at = next[at] ?? FREE) parts.push(of(at));
    return Buffer.concat(parts);
  };
  const directory = chain(bytes.readUInt32LE(0x30), table, sector);
  const miniTable = numbersOf(chain(bytes.readUInt32LE(0x3c), table, sector));
  const cutoff = bytes.readUInt32LE(0x38);
  const streams = new Map<string, () => Buffer>();
  let mini: Buffer = Buffer.alloc(0);
  for (let at = 0; at + 128 <= directory.length && streams.size < MOST_STREAMS; at += 128) {
    const type = directory[at + 66];
    const name = directory.toString('utf16le', at, at + Math.max(0, directory.readUInt16LE(at + 64) - 2));
    const first = directory.readUInt32LE(at + 116);
    const length = directory.readUInt32LE(at + 120);
    if (type === 5) mini = chain(first, table, sector);
    if (type !== 2) continue;
    streams.set(name, () => {
      const ofMini = (place: number) => mini.subarray(place * miniSize, (place + 1) * miniSize);
      const whole = length < cutoff ? chain(first, miniTable, ofMini) : chain(first, table, sector);
      return whole.subarray(0, length);
    });
  }
  return streams;
}

/** The table that says which sector follows which. */
function allocation(bytes: Buffer, sector: (at: number) => Buffer, size: number): number[] {
  const places: number[] = [];
  for (let at = 0x4c; at < 0x200; at += 4) places.push(bytes.readUInt32LE(at));
  let more = bytes.readUInt32LE(0x44);
  for (let count = bytes.readUInt32LE(0x48); count > 0 && more < FREE; count -= 1) {
    const part = numbersOf(sector(more));
    places.push(...part.slice(0, size / 4 - 1));
    more = part[size / 4 - 1] ?? FREE;
  }
  return places.filter((place) => place < FREE).flatMap((place) => numbersOf(sector(place)));
}

function numbersOf(bytes: Buffer): number[] {
  return Array.from({ length: bytes.length >> 2 }, (_, at) => bytes.readUInt32LE(at * 4));
}
