// Archives that no program writes: each has to be refused in words of its own, soon and in little memory.
import { crc32, deflateRawSync } from 'node:zlib';
import type { problemsIntake } from '../../src/i18n/zh/problems-intake.ts';
import {
  type Part,
  sheetPart,
  sheetXml,
  workbookOf,
  workbookParts,
  zip64End,
  zipEnd,
  zipOf,
  zipPieces,
} from './hostile.ts';

export interface ArchiveCase {
  readonly what: string;
  readonly code: keyof typeof problemsIntake;
  readonly make: () => Buffer;
}

const text = (at: string, value: string): string => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
/** A sheet of findings that can be imported. */
export const goodSheet = sheetXml(
  [
    ['finding_no', 'source', 'description', 'found_on', 'cadre_no'],
    ['F-1', '省委巡视', '道路未硬化', '2018-08-01', 'C1'],
  ]
    .map((cells, row) => {
      const all = cells.map((value, at) => text(`${'ABCDE'[at]}${row + 1}`, value)).join('');
      return `<row r="${row + 1}">${all}</row>`;
    })
    .join(''),
);
const good = (more: Partial<Part> = {}): Part => ({ ...sheetPart(goodSheet), ...more });
/** Megabytes of a sheet, in as many kilobytes. */
const bomb = (megabytes = 40): Part =>
  sheetPart(`<worksheet><sheetData>${' '.repeat(megabytes << 20)}</sheetData></worksheet>`);
const u32 = (...values: number[]): Buffer => Buffer.from(Uint32Array.from(values).buffer);
const descriptor = (data: Buffer): Buffer =>
  Buffer.concat([
    Buffer.from('PK\x07\x08', 'latin1'),
    u32(crc32(data), deflateRawSync(data).length, data.length),
  ]);
const hidden = { flags: 8, packed: 0, unpacked: 0, crc: 0 };

/** Two archives in one: what the first directory lists is good, the second lists a bomb. */
function twoDirectories(
  end: (good: [number, number], second: [number, number], count: number) => Buffer,
): Buffer {
  const parts = [...workbookParts(), good()];
  const first = zipPieces(parts);
  const other = zipPieces([...workbookParts(), bomb()], first.locals.length);
  const at = first.locals.length + other.locals.length;
  const before = [first.locals, other.locals, first.central, other.central];
  const secondAt = at + first.central.length;
  return Buffer.concat([
    ...before,
    end([first.central.length, at], [other.central.length, secondAt], parts.length),
  ]);
}

/** A zip whose comment holds the directory of a second one. */
function inComment(): Buffer {
  const parts = [...workbookParts(), good()];
  const first = zipPieces(parts);
  const other = zipPieces([...workbookParts(), bomb()], first.locals.length);
  const at = first.locals.length + other.locals.length;
  const second = at + first.central.length + 22;
  const comment = Buffer.concat([other.central, zipEnd(parts.length, other.central.length, second)]);
  const end = zipEnd(parts.length, first.central.length, at, comment);
  return Buffer.concat([first.locals, other.locals, first.central, end]);
}

const withPart = (part: Part): Buffer => zipOf([...workbookParts(), part]);
const nested = (depth: number): string => `${'<a>'.repeat(depth)}${'</a>'.repeat(depth)}`;
const replaced = (name: string, change: (xml: string) => string): Buffer =>
  zipOf(
    [...workbookParts(), good(), { name: 'xl/sharedStrings.xml', data: Buffer.from('<sst></sst>') }].map(
      (part) => (part.name === name ? { ...part, data: Buffer.from(change(part.data.toString())) } : part),
    ),
  );
const dtd = (xml: string): string =>
  xml.replace(/^(<\?[^>]*>)?/, `$1<!--${'-'.repeat(9000)} --><!DOCTYPE x>`);

const directories: readonly ArchiveCase[] = [
  {
    what: 'sizes that the directory hides',
    code: 'archive_part_size',
    make: () => {
      const part = bomb();
      return withPart({ ...part, local: hidden, directory: hidden, behind: descriptor(part.data) });
    },
  },
  {
    what: 'a size that the directory hides',
    code: 'archive_part_size',
    make: () => withPart({ ...bomb(), claimed: 0 }),
  },
  {
    what: 'a size that only the header before the part gives',
    code: 'archive_part_size',
    make: () => withPart({ ...bomb(), directory: { unpacked: 1000 } }),
  },
  {
    what: 'a part that unpacks to more than both headers say',
    code: 'archive_part_size',
    make: () => withPart({ ...bomb(), claimed: 400_000 }),
  },
  {
    what: 'a part that unpacks to less',
    code: 'archive_part_size',
    make: () => withPart(good({ claimed: 5000 })),
  },
  {
    what: 'a size that no packing reaches',
    code: 'archive_part_size',
    make: () => withPart(good({ claimed: 0xfffffffe })),
  },
  {
    what: 'a second directory by ZIP64',
    code: 'archive_contradicts',
    make: () =>
      twoDirectories(([length, at], second, count) =>
        Buffer.concat([zip64End(count, ...second, second[0] + second[1]), zipEnd(0xffff, length, at)]),
      ),
  },
  {
    what: 'a second directory by ZIP64 that nothing points to',
    code: 'archive_contradicts',
    make: () =>
      twoDirectories(([length, at], second, count) =>
        Buffer.concat([zip64End(count, ...second, second[0] + second[1]), zipEnd(count, length, at)]),
      ),
  },
  { what: 'a second directory in the comment', code: 'archive_contradicts', make: inComment },
  {
    what: 'a directory that counts less than it lists',
    code: 'archive_contradicts',
    make: () => {
      const parts = [...workbookParts(), good()];
      const { locals, central } = zipPieces(parts);
      return Buffer.concat([locals, central, zipEnd(parts.length - 1, central.length, locals.length)]);
    },
  },
  {
    what: 'one name twice',
    code: 'archive_part_twice',
    make: () => zipOf([...workbookParts(), good(), bomb()]),
  },
  {
    what: 'one name twice, in capitals',
    code: 'archive_part_twice',
    make: () => zipOf([...workbookParts(), good(), { ...good(), name: 'XL/worksheets/Sheet1.xml' }]),
  },
  {
    what: 'a part over another',
    code: 'archive_part_misplaced',
    make: () => {
      const inner = zipPieces([good()]);
      const outer: Part = { name: 'xl/media/a.bin', data: inner.locals, isStored: true };
      const before = zipPieces(workbookParts());
      const { locals, central } = zipPieces([outer], before.locals.length);
      const listed = zipPieces([good()], before.locals.length + locals.length - inner.locals.length);
      const all = Buffer.concat([before.central, central, listed.central]);
      const at = before.locals.length + locals.length;
      return Buffer.concat([before.locals, locals, all, zipEnd(6, all.length, at)]);
    },
  },
  {
    what: 'a part beyond the file',
    code: 'archive_part_misplaced',
    make: () => withPart(good({ directory: { at: 0x7ffffff0 } })),
  },
  {
    what: 'a part longer than the file',
    code: 'archive_part_misplaced',
    make: () => withPart(good({ directory: { packed: 0x7ffffff0 } })),
  },
  {
    what: 'a part with another name at its place',
    code: 'archive_part_misplaced',
    make: () => withPart(good({ local: { name: 'xl/worksheets/sheet2.xml' } })),
  },
  {
    what: 'a part whose sum differs',
    code: 'workbook_broken',
    make: () => withPart(good({ directory: { crc: 1 } })),
  },
  {
    what: 'a packing of its own',
    code: 'archive_packing',
    make: () => withPart(good({ directory: { method: 9 } })),
  },
  {
    what: 'a part with a password',
    code: 'workbook_encrypted',
    make: () => withPart(good({ directory: { flags: 1 } })),
  },
  {
    what: '10,001 parts',
    code: 'archive_parts_too_many',
    make: () =>
      zipOf([
        ...workbookParts(),
        good(),
        ...Array.from({ length: 9997 }, (_, at) => ({ name: `xl/media/${at}`, data: Buffer.from('a') })),
      ]),
  },
  { what: '300 MB', code: 'workbook_too_large', make: () => withPart(bomb(300)) },
];

/** What costs much where nothing holds it back. */
const insides: readonly ArchiveCase[] = [
  {
    what: '100,000 sheets on one part',
    code: 'workbook_sheet_twice',
    make: () =>
      zipOf([
        ...workbookParts(
          Array.from({ length: 100_000 }, (_, at) => [`S${at}`, 'worksheets/sheet1.xml'] as const),
        ),
        sheetPart(sheetXml(`<row r="1">${text('A1', 'x')}</row>`.repeat(1000))),
      ]),
  },
  {
    what: '100,000 sheets',
    code: 'workbook_sheets_too_many',
    make: () =>
      zipOf([
        ...workbookParts(
          Array.from({ length: 100_000 }, (_, at) => [`S${at}`, `worksheets/${at}.xml`] as const),
        ),
        good(),
      ]),
  },
  {
    what: 'cells far apart',
    code: 'workbook_too_wide',
    make: () =>
      withPart(
        sheetPart(
          sheetXml(
            Array.from(
              { length: 60_000 },
              (_, at) => `<row r="${at + 1}"><c r="XFD${at + 1}"><v>1</v></c></row>`,
            ).join(''),
          ),
        ),
      ),
  },
  {
    what: 'cells far apart on many sheets',
    code: 'workbook_too_wide',
    make: () => {
      const sheets = Array.from({ length: 300 }, (_, at) => [`S${at}`, `worksheets/${at}.xml`] as const);
      const rows = Array.from(
        { length: 1000 },
        (_, at) => `<row r="${at + 1}"><c r="XFD${at + 1}"><v>1</v></c></row>`,
      );
      return zipOf([
        ...workbookParts(sheets),
        ...sheets.map(([, path]) => sheetPart(sheetXml(rows.join('')), `xl/${path}`)),
      ]);
    },
  },
  {
    what: 'more cells than anybody fills',
    code: 'workbook_cells_too_many',
    make: () =>
      withPart(sheetPart(sheetXml(`<row>${'<c><v>12345</v></c>'.repeat(20)}</row>`.repeat(220_000)))),
  },
  {
    what: 'more rows than a sheet has',
    code: 'workbook_too_wide',
    make: () => withPart(sheetPart(sheetXml('<row r="1" hidden="1"/>'.repeat(1_100_000)))),
  },
  {
    what: 'more texts than anybody types',
    code: 'workbook_texts_too_many',
    make: () =>
      zipOf([
        ...workbookParts(),
        good(),
        {
          name: 'xl/sharedStrings.xml',
          data: Buffer.from(`<sst>${'<si><t>abcdefg</t></si>'.repeat(4_100_000)}</sst>`),
        },
      ]),
  },
  {
    what: 'a shared text of 100 MB',
    code: 'cell_text_too_long',
    make: () =>
      zipOf([
        ...workbookParts(),
        sheetPart(goodSheet.replace(/<c r="C2"[\s\S]*?<\/c>/, '<c r="C2" t="s"><v>0</v></c>')),
        {
          name: 'xl/sharedStrings.xml',
          data: Buffer.from(`<sst><si><t>${'x'.repeat(100 << 20)}</t></si></sst>`),
        },
      ]),
  },
  ...[
    (long: string) => text('C2', long),
    (long: string) => `<c r="C2" t="str"><v>${long}</v></c>`,
    (long: string) => text('C2', `</t><t>${long}`),
  ].map((cell, at) => ({
    what: `a cell of 32,768 letters (${at})`,
    code: 'cell_text_too_long' as const,
    make: () => workbookOf(goodSheet.replace(/<c r="C2"[\s\S]*?<\/c>/, cell('x'.repeat(32_768)))),
  })),
  ...[
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    'xl/worksheets/sheet1.xml',
    'xl/sharedStrings.xml',
  ].flatMap((name): ArchiveCase[] => [
    {
      what: `elements without end in ${name}`,
      code: 'xml_too_deep',
      make: () => replaced(name, (xml) => xml.replace(/<\/[^<>]*>$/, (end) => `${nested(1_000_000)}${end}`)),
    },
    { what: `a document type far down in ${name}`, code: 'workbook_dtd', make: () => replaced(name, dtd) },
    {
      what: `a document type in UTF-16 in ${name}`,
      code: 'workbook_dtd',
      make: () =>
        zipOf(
          [
            ...workbookParts(),
            good(),
            { name: 'xl/sharedStrings.xml', data: Buffer.from('<sst></sst>') },
          ].map((part) =>
            part.name === name
              ? { ...part, data: Buffer.from(`\ufeff${dtd(part.data.toString())}`, 'utf16le') }
              : part,
          ),
        ),
    },
    {
      what: `half of ${name}`,
      code: 'workbook_broken',
      make: () => replaced(name, (xml) => xml.slice(0, -4)),
    },
  ]),
  {
    what: 'a tag without end',
    code: 'workbook_broken',
    make: () => workbookOf(sheetXml(`<row ${'r="1" '.repeat(10_000_000)}`)),
  },
  {
    what: 'a comment without end',
    code: 'workbook_broken',
    make: () => workbookOf(sheetXml(`<!-- ${'- '.repeat(50_000_000)}`)),
  },
];

/** All of them; `directories` are about the archive, `insides` about what its parts say. */
export const archiveCases: readonly ArchiveCase[] = [...directories, ...insides];
