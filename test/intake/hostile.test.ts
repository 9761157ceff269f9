// Whatever bytes come in: records, problems or a refusal with a message, and that soon; never a crash.
import { utils, write as writeSheetJs } from '@e965/xlsx';
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { recordKinds } from '../../src/domain/records/records.ts';
import { inspectFile } from '../../src/intake/inspect.ts';
import { readMappingFile } from '../../src/intake/mapping-file.ts';
import { readPolicyFile } from '../../src/intake/policy-file.ts';
import { openSource } from '../../src/intake/source.ts';
import { sheetXml, workbookOf, zipOf } from './hostile.ts';
import { findingHeader, readText, refusalOf, withFile } from './support.ts';

/** Everything that is said of the bytes; throws what is no `Failure`. */
async function said(
  bytes: Uint8Array | string,
  name = 'x.csv',
  kind: (typeof recordKinds)[number] = 'findings',
) {
  const problems: { readonly code: string }[] = [];
  const refused = await refusalOf(async () => {
    problems.push(...(await readText(kind, bytes, { name, year: 2018, matchNames: true })).problems);
  });
  return [...problems, ...refused].map((problem) => problem.code);
}

const good = `${findingHeader},due_on,severity\n${'F-1,省委巡视,"道路\n未硬化",2018-08-01,C1;C2,+5wd,2\n'.repeat(20)}`;

describe('random bytes', () => {
  const start = fc.constantFrom(
    '',
    'PK\x03\x04',
    '\xd0\xcf\x11\xe0',
    '[{"',
    '{"a":',
    `${findingHeader}\n`,
    '\xff\xfe',
    'a,"',
  );
  const bytes = fc.uint8Array({ maxLength: 600 });

  it('end in records, problems or a refusal', async () => {
    await fc.assert(
      fc.asyncProperty(start, bytes, fc.constantFrom(...recordKinds), async (head, tail, kind) => {
        expect(await said(Buffer.concat([Buffer.from(head, 'latin1'), tail]), 'x', kind)).toBeInstanceOf(
          Array,
        );
      }),
      { numRuns: 400 },
    );
  });

  it('as policy or mapping too', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abc:{}[]-\n "\'&*!|>#0.1,') }), (text) => {
        for (const read of [readPolicyFile, readMappingFile]) {
          expect(() => read(`name: a\nfields: {}\n${text}`, 'x')).toThrow(
            expect.objectContaining({ kind: 'refused' }),
          );
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('mutated files', () => {
  const rows = good.split('\n').map((line) => line.split(','));
  const sheet = { name: '台账', rows, merges: [{ startRow: 1, startCol: 1, endRow: 5, endCol: 1 }] };
  const objects = Array.from({ length: 20 }, (_, at) => ({
    finding_no: `F-${at}`,
    reported_on: '2018-09-01',
    note: '补',
  }));
  const seeds: readonly (readonly [string, () => Promise<Uint8Array> | Uint8Array])[] = [
    ['x.csv', () => Buffer.from(good)],
    ['x.jsonl', () => Buffer.from(objects.map((each) => JSON.stringify(each)).join('\n'))],
    ['x.json', () => Buffer.from(JSON.stringify(objects))],
    ['x.xlsx', () => writeXlsx({ sheets: [sheet] })],
    [
      'x.xls',
      () => writeSheetJs(utils.book_new(utils.aoa_to_sheet(rows)), { type: 'buffer', bookType: 'biff8' }),
    ],
  ];

  it.each(seeds)('%s', async (name, make) => {
    const seed = Buffer.from(await make());
    const kind = name.startsWith('x.js') ? 'reports' : 'findings';
    const change = fc.tuple(
      fc.nat(seed.length - 1),
      fc.nat(255),
      fc.constantFrom('set', 'cut', 'insert', 'drop'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
        let bytes = Buffer.from(seed);
        for (const [at, value, what] of changes) {
          if (what === 'set') bytes[Math.min(at, bytes.length - 1)] = value;
          else if (what === 'cut') bytes = bytes.subarray(0, Math.max(1, at));
          else {
            const rest = bytes.subarray(what === 'drop' ? at + 1 + (value % 8) : at);
            const middle = what === 'insert' ? [Buffer.from([value])] : [];
            bytes = Buffer.concat([bytes.subarray(0, at), ...middle, rest]);
          }
        }
        expect(await said(bytes, name, kind)).toBeInstanceOf(Array);
      }),
      { numRuns: 120 },
    );
  });
});

describe('refused with a message, and soon', () => {
  const soon = { timeout: 60_000 };
  /** Seconds of work, whatever else the machine has to do. */
  const worked = () => process.resourceUsage().userCPUTime / 1e6;
  const cell = (at: string, value = 'x') => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const megabytes = (text: string) => text.repeat(Math.ceil((50 << 20) / text.length));
  const cases: readonly {
    readonly what: string;
    readonly code: string;
    readonly make: () => Uint8Array | string;
    readonly name?: string;
  }[] = [
    { what: 'a line of 50 MB', code: 'row_too_long', make: () => `${findingHeader}\n${megabytes('x')}` },
    {
      what: 'a quoted cell of 50 MB',
      code: 'rows_bad_many',
      make: () => `${findingHeader}\nF,"${megabytes('x\n')}`,
    },
    {
      what: 'a line of 50 MB of JSON',
      code: 'row_too_long',
      make: () => `{"finding_no":"${megabytes('x')}"}`,
      name: 'x.jsonl',
    },
    {
      what: 'an array element of 50 MB',
      code: 'row_too_long',
      make: () => `[{"finding_no":"${megabytes('x')}"}]`,
      name: 'x.json',
    },
    { what: '50 MB of commas', code: 'row_too_long', make: () => megabytes(',') },
    { what: '400,000 columns', code: 'columns_too_many', make: () => `${'a,'.repeat(400_000)}\n` },
    { what: 'headings twice', code: 'heading_twice', make: () => 'a,b,a\n1,2,3\n' },
    {
      what: 'a cell at XFD1048576',
      code: 'workbook_too_wide',
      make: () => workbookOf(sheetXml(`<row r="1048576">${cell('XFD1048576')}</row>`)),
    },
    {
      what: 'a cell beyond the sheet',
      code: 'workbook_too_wide',
      make: () => workbookOf(sheetXml(`<row r="1">${cell('ZZZZ1')}</row>`)),
    },
    {
      what: 'a row beyond the sheet',
      code: 'workbook_too_wide',
      make: () => workbookOf(sheetXml(`<row r="9999999">${cell('A9999999')}</row>`)),
    },
    { what: 'a DTD', code: 'workbook_dtd', make: () => workbookOf(sheetXml(''), { dtd: true }) },
    {
      what: 'a zip bomb',
      code: 'workbook_too_large',
      make: () => zipOf([{ name: 'xl/workbook.xml', data: Buffer.alloc(300 << 20, 32) }]),
    },
  ];
  it.each(cases)('$what: $code', soon, async ({ code, make, name }) => {
    const bytes = make();
    const before = worked();
    expect(await said(bytes, name ?? 'x')).toContain(code);
    expect(worked() - before).toBeLessThan(5);
  });

  it('a zip bomb that lies about its size', soon, async () => {
    const lie = zipOf([{ name: 'xl/workbook.xml', data: Buffer.alloc(300 << 20, 32), claimed: 1000 }]);
    expect(await said(lie, 'x.xlsx')).toEqual(['archive_part_size']);
  });

  it('sixteen thousand unknown headings, and one of a megabyte', soon, async () => {
    const many = Array.from({ length: 16_000 }, (_, at) => `heading-${at}`).join(',');
    expect(await said(`${many}\n`)).toEqual(['columns_missing']);
    expect(await said(`${findingHeader},${'题'.repeat(300_000)}\n`)).toEqual([]);
  });

  it('merged ranges without measure', soon, async () => {
    const merges = '<mergeCell ref="A1:XFD1048576"/>'.repeat(50_000);
    const bytes = workbookOf(
      sheetXml(
        `<row r="1">${cell('A1')}</row><row r="2">${cell('A2')}</row>`,
        `<mergeCells>${merges}</mergeCells>`,
      ),
    );
    expect(await said(bytes, 'x.xlsx')).toEqual(['columns_missing']);
    const tall = Array.from(
      { length: 2000 },
      (_, at) => `<row r="${at + 1}">${cell(`A${at + 1}`)}</row>`,
    ).join('');
    const much = workbookOf(sheetXml(tall, `<mergeCells>${merges}</mergeCells>`));
    expect(await said(much, 'x.xlsx')).toEqual(['workbook_too_wide']);
  });

  it('can be inspected just as well', soon, async () => {
    const seen = await withFile('a,b\n__proto__,2\n', '__proto__', async (path) =>
      inspectFile(await openSource(path)),
    );
    expect(seen.tables[0]?.columns).toMatchObject([{ heading: 'a' }, { heading: 'b' }]);
  });
});
