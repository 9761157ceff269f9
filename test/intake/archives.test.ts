// Archives are read as their one directory says, or refused in the words that fit.
import { describe, expect, it } from 'vitest';
import { officeWorkbook } from '../support/workbook.ts';
import { archiveCases, goodSheet } from './archive-cases.ts';
import { type Part, sheetPart, workbookParts, zip64End, zipEnd, zipOf, zipPieces } from './hostile.ts';
import { readText, refusalOf } from './support.ts';

const parts: readonly Part[] = [...workbookParts(), sheetPart(goodSheet)];
const read = (bytes: Buffer) => readText('findings', bytes, { name: 'x.xlsx' });

describe('refused', { timeout: 60_000 }, () => {
  it.each(archiveCases)('$what: $code', async ({ code, make }) => {
    const problems: { readonly code: string }[] = [];
    const refused = await refusalOf(async () => {
      problems.push(...(await read(make())).problems);
    });
    expect([...problems, ...refused].map((each) => each.code)).toEqual([code]);
  });
});

describe('read', () => {
  const zip64 = (count: number, sentinel: boolean): Buffer => {
    const { locals, central } = zipPieces(parts.map((part) => ({ ...part, isZip64: true })));
    const record = locals.length + central.length;
    const end = sentinel
      ? zipEnd(0xffff, 0xffffffff, 0xffffffff)
      : zipEnd(count, central.length, locals.length);
    return Buffer.concat([locals, central, zip64End(count, central.length, locals.length, record), end]);
  };
  const open = { flags: 8, packed: 0, unpacked: 0, crc: 0 };
  const large = { packed: 0xffffffff, unpacked: 0xffffffff };
  const comment = sheetPart(
    goodSheet
      .replace('<row r="1">', '<!-- <row r="1"><c r="A1"><v>1</v></c></row> --><row r="1">')
      .replace('道路未硬化', '<![CDATA[道路<未>硬化]]>'),
  );
  const cases: readonly (readonly [string, () => Buffer, string?])[] = [
    ['a plain archive', () => zipOf(parts)],
    ['stored', () => zipOf(parts.map((part) => ({ ...part, isStored: true })))],
    ['ZIP64', () => zip64(parts.length, true)],
    ['ZIP64 where the old fields are enough', () => zip64(parts.length, false)],
    ['ZIP64 in the headers before the parts', () => zipOf(parts.map((part) => ({ ...part, local: large })))],
    [
      'sizes behind the parts',
      () => zipOf(parts.map((part) => ({ ...part, local: open, behind: Buffer.alloc(16) }))),
    ],
    [
      'a comment',
      () => {
        const { locals, central } = zipPieces(parts);
        const end = zipEnd(
          parts.length,
          central.length,
          locals.length,
          Buffer.from('PK\x05\x06 and more', 'latin1'),
        );
        return Buffer.concat([locals, central, end]);
      },
    ],
    [
      'an empty part and paths in capitals',
      () =>
        zipOf([
          ...workbookParts(),
          { ...sheetPart(goodSheet), name: 'xl\\Worksheets\\Sheet1.xml' },
          { name: 'docProps/', data: Buffer.alloc(0), isStored: true },
        ]),
    ],
    ['comments and CDATA', () => zipOf([...workbookParts(), comment]), '道路<未>硬化'],
  ];
  it.each(cases.map(([what, make, description = '道路未硬化']) => ({ what, make, description })))(
    '$what',
    async ({ make, description }) => {
      const { records, problems } = await read(make());
      expect(problems).toEqual([]);
      expect(records).toMatchObject([{ finding_no: 'F-1', description }]);
    },
  );
});

describe('an .xls', () => {
  const BOUND_SHEET = Buffer.from([0x85, 0x00]);
  const rows = [['finding_no', 'source']];

  it('with two sheets on one place is refused', async () => {
    const bytes = Buffer.from(officeWorkbook([{ rows }, { rows }], 'biff8'));
    const first = bytes.indexOf(BOUND_SHEET);
    const second = bytes.indexOf(BOUND_SHEET, first + 4);
    bytes.copy(bytes, second + 4, first + 4, first + 8);
    const refused = await refusalOf(() => readText('findings', bytes, { name: 'x.xls' }));
    expect(refused).toMatchObject([
      { code: 'workbook_sheet_twice', values: { sheet: 'Sheet2', other: 'Sheet1' } },
    ]);
  });

  it('with more sheets than are read is refused', async () => {
    const sheets = Array.from({ length: 1001 }, () => ({ rows }));
    const bytes = officeWorkbook(sheets, 'biff8');
    const refused = await refusalOf(() => readText('findings', bytes, { name: 'x.xls' }));
    expect(refused).toMatchObject([{ code: 'workbook_sheets_too_many' }]);
  });
});
