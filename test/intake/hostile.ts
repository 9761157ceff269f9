// Builds zips and workbooks by hand, so that they can be wrong in ways that no writer allows.
import { crc32, deflateRawSync } from 'node:zlib';

/** What a header says of a part. */
export interface Header {
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly at: number;
}

export interface Part {
  readonly name: string;
  readonly data: Buffer;
  readonly isStored?: boolean;
  /** What both headers say the part unpacks to, when that is a lie. */
  readonly claimed?: number;
  /** What only the directory says, or only the header before the part. */
  readonly directory?: Partial<Header>;
  readonly local?: Partial<Header>;
  /** Whether the directory gives its sizes and place in a ZIP64 field. */
  readonly isZip64?: boolean;
  /** Behind the packed bytes: a descriptor, or what nothing lists. */
  readonly behind?: Buffer;
}

const u16 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(2 * values.length);
  for (const [at, value] of values.entries()) bytes.writeUInt16LE(value, at * 2);
  return bytes;
};
const u32 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(4 * values.length);
  for (const [at, value] of values.entries()) bytes.writeUInt32LE(value, at * 4);
  return bytes;
};
const u64 = (...values: number[]): Buffer => {
  const bytes = Buffer.alloc(8 * values.length);
  for (const [at, value] of values.entries()) bytes.writeBigUInt64LE(BigInt(value), at * 8);
  return bytes;
};
const mark = (letters: string): Buffer => Buffer.from(`PK${letters}`, 'latin1');

/** Up to where the sizes end, as both headers have it. */
const fields = ({ flags, method, crc, packed, unpacked }: Header): Buffer =>
  Buffer.concat([u16(20, flags, method, 0, 0), u32(crc, packed, unpacked)]);

/** The parts and the directory of a zip, without what ends it. */
export function zipPieces(
  parts: readonly Part[],
  from = 0,
): { readonly locals: Buffer; readonly central: Buffer } {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let at = from;
  for (const {
    data,
    isStored = false,
    claimed,
    behind = Buffer.alloc(0),
    isZip64 = false,
    ...part
  } of parts) {
    const packed = isStored ? data : deflateRawSync(data);
    const method = isStored ? 0 : 8;
    const sizes = { packed: packed.length, unpacked: claimed ?? data.length };
    const header: Header = { name: part.name, flags: 0, method, crc: crc32(data), ...sizes, at };
    const before = { ...header, ...part.local };
    const name = Buffer.from(before.name);
    const local = [mark('\x03\x04'), fields(before), u16(name.length, 0), name, packed, behind];
    const listed = { ...header, ...part.directory };
    const full = Buffer.from(listed.name);
    const extra = isZip64
      ? Buffer.concat([u16(1, 24), u64(listed.unpacked, listed.packed, listed.at)])
      : Buffer.alloc(0);
    const shown = isZip64 ? { ...listed, packed: 0xffffffff, unpacked: 0xffffffff, at: 0xffffffff } : listed;
    central.push(mark('\x01\x02'), u16(20), fields(shown), u16(full.length, extra.length, 0, 0, 0));
    central.push(u32(0, shown.at), full, extra);
    locals.push(...local);
    at += Buffer.concat(local).length;
  }
  return { locals: Buffer.concat(locals), central: Buffer.concat(central) };
}

/** The record that ends a zip. */
export function zipEnd(count: number, length: number, at: number, comment: Buffer = Buffer.alloc(0)): Buffer {
  return Buffer.concat([
    mark('\x05\x06'),
    u16(0, 0, count, count),
    u32(length, at),
    u16(comment.length),
    comment,
  ]);
}

/** The records of ZIP64 before the one that ends a zip; `record` is the place of the first. */
export function zip64End(count: number, length: number, at: number, record: number): Buffer {
  const end = Buffer.concat([
    mark('\x06\x06'),
    u64(44),
    u16(45, 45),
    u32(0, 0),
    u64(count, count, length, at),
  ]);
  return Buffer.concat([end, mark('\x06\x07'), u32(0), u64(record), u32(1)]);
}

/** A zip of the parts. */
export function zipOf(parts: readonly Part[]): Buffer {
  const { locals, central } = zipPieces(parts);
  return Buffer.concat([locals, central, zipEnd(parts.length, central.length, locals.length)]);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** A sheet's XML around its rows. */
export function sheetXml(rows: string, after = ''): string {
  return `<?xml version="1.0"?><worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`;
}

/** The parts of a workbook of one sheet, or of more on parts that are named here. */
export function workbookParts(
  sheets: readonly (readonly [name: string, path: string])[] = [['台账', 'worksheets/sheet1.xml']],
): readonly Part[] {
  const part = (name: string, text: string): Part => ({ name, data: Buffer.from(text) });
  const listed = sheets.map(
    ([name], at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  const related = sheets.map(
    ([, path], at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/worksheet" Target="${path}"/>`,
  );
  const texts = `<Relationship Id="texts" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/>`;
  return [
    part('[Content_Types].xml', `<Types xmlns="${PACKAGE}/content-types"/>`),
    part(
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${listed.join('')}</sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships">${related.join('')}${texts}</Relationships>`,
    ),
  ];
}

/** A sheet's part. */
export function sheetPart(sheet: string, path = 'xl/worksheets/sheet1.xml'): Part {
  return { name: path, data: Buffer.from(sheet) };
}

/** A workbook of one sheet. `dtd` puts a document type with an entity before it. */
export function workbookOf(sheet: string, options: { readonly dtd?: boolean } = {}): Buffer {
  const dtd = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>';
  return zipOf([
    ...workbookParts(),
    sheetPart(options.dtd === true ? sheet.replace('?>', `?>${dtd}`) : sheet),
  ]);
}
