// The same table in every encoding, with every line ending and delimiter, gives the same records.
import { closeSync, openSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { encodingNamed, guessEncoding } from '../../../src/intake/csv/decode.ts';
import { countKnownHeadings } from '../../../src/intake/headings.ts';
import { openSource } from '../../../src/intake/source.ts';
import { findingHeader, readFile, readText, withFile } from '../support.ts';

const table = [
  ['问题编号', '问题来源', '问题描述', '发现时间', '责任人编号'],
  ['F-1', '省委巡视', '道路未硬化,\n排水不畅；"急"', '2018-08-01', '甲-1'],
  ['F-2', '中央巡视', '水池\t渗漏', '2018年8月2日', '甲-2'],
];

function written(delimiter: string, newline: string): string {
  const cell = (text: string) => `"${text.replaceAll('"', '""').replaceAll('\n', newline)}"`;
  return table.map((row) => row.map(cell).join(delimiter) + newline).join('');
}

const bom = Buffer.from([0xef, 0xbb, 0xbf]);
const encoders: Readonly<Record<string, (text: string) => Buffer>> = {
  'utf-8': (text) => Buffer.from(text),
  'utf-8 with BOM': (text) => Buffer.concat([bom, Buffer.from(text)]),
  'utf-16le with BOM': (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'utf-16le': (text) => Buffer.from(text, 'utf16le'),
  'utf-16be with BOM': (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  'utf-16be': (text) => Buffer.from(text, 'utf16le').swap16(),
  gb18030: (text) => iconv.encode(text, 'gb18030'),
};

describe('each encoding x line ending x delimiter', () => {
  for (const [name, encode] of Object.entries(encoders)) {
    for (const newline of ['\n', '\r\n', '\r']) {
      for (const delimiter of [',', '\t', ';']) {
        it(`${name}, ${JSON.stringify(newline)}, ${JSON.stringify(delimiter)}`, async () => {
          const read = await readText('findings', encode(written(delimiter, newline)));
          expect(read.problems).toEqual([]);
          expect(read.records.map((each) => each.finding_no)).toEqual(['F-1', 'F-2']);
          const [first, second] = read.records;
          expect(first?.description).toBe(`道路未硬化,${newline}排水不畅；"急"`);
          expect(second).toMatchObject({
            description: '水池\t渗漏',
            found_on: '2018-08-02',
            cadre_no: ['甲-2'],
          });
          expect(read.rows.map((row) => row.place.line)).toEqual([2, 4]);
        });
      }
    }
  }
});

describe('guessing', () => {
  const guess = (bytes: Buffer) => guessEncoding(bytes, countKnownHeadings);

  it('takes short GBK that is valid UTF-8 too for what has known headings', () => {
    // 村 in GBK is B4 E5; with ASCII after it that is no UTF-8, but C4 B1 and the like are both.
    const both = Buffer.concat([Buffer.from('reason,'), Buffer.from([0xc4, 0xb1])]);
    expect(guess(both)).toBe('utf-8');
    expect(guessEncoding(both, (text) => (text.includes('谋') ? 1 : 0))).toBe('gb18030');
  });

  it('knows the names of encodings', () => {
    expect(['GBK', 'gb2312', 'UTF8', 'utf-16', ' gb18030 '].map(encodingNamed)).toEqual([
      'gb18030',
      'gb18030',
      'utf-8',
      'utf-16le',
      'gb18030',
    ]);
    expect(encodingNamed('constructor')).toBeUndefined();
    expect(['big5', 'Windows-1252', 'shift_jis', 'euc-kr'].map(encodingNamed)).toEqual([
      'big5',
      'windows-1252',
      'shift_jis',
      'euc-kr',
    ]);
    expect(encodingNamed('klingon')).toBeUndefined();
  });

  it.each([
    ['two marks of UTF-8', ['\ufeff\ufeff', 'x']],
    ['marks at later lines', ['\ufeff', 'x', '\n\ufeff\ufeffF-2,巡察,y,2018-08-01,C1\n']],
  ])('%s are dropped where a line begins', async (_, [mark, text, more = '']) => {
    const content = `${mark}${findingHeader}\nF-1,巡察,${text}\ufeff,2018-08-01,C1${more}`;
    const { records, problems } = await readText('findings', content);
    expect(problems).toEqual([]);
    expect(records.map((each) => each.description)).toEqual(more === '' ? ['x\ufeff'] : ['x\ufeff', 'y']);
  });

  it('the mark of UTF-8 in a file of GB18030, at the beginning and where files were joined', async () => {
    const rows = (no: string) => iconv.encode(`"${no}",巡察,块石未清运,2018-08-01,C1\n`, 'gb18030');
    const mark = Buffer.from([0xef, 0xbb, 0xbf]);
    const header = Buffer.from(`${findingHeader}\n`);
    const { records, problems } = await readText(
      'findings',
      Buffer.concat([mark, mark, header, rows('F-1'), mark, header, mark, rows('F-2')]),
    );
    expect(problems).toEqual([]);
    expect(records.map((each) => [each.finding_no, each.description])).toEqual([
      ['F-1', '块石未清运'],
      ['F-2', '块石未清运'],
    ]);
  });

  it.each([0, 1, 2, 3])('a mark of UTF-8 of which %i bytes lie before the end of a chunk', async (before) => {
    const mark = Buffer.from([0xef, 0xbb, 0xbf]);
    const row = (no: string) => iconv.encode(`${no},巡察,块石未清运,2018-08-01,C1\n`, 'gb18030');
    const start = Buffer.concat([Buffer.from(`${findingHeader}\n`), row('F-0')]);
    const filler = Buffer.from(`F-1,s,${'x'.repeat((1 << 16) - start.length - before - 21)},2018-08-01,C1\n`);
    for (const marks of [[mark], [mark, mark]]) {
      const { records, problems } = await readText(
        'findings',
        Buffer.concat([start, filler, ...marks, row('F-2')]),
      );
      expect(start.length + filler.length).toBe((1 << 16) - before);
      expect(problems).toEqual([]);
      expect(records.map((each) => each.finding_no)).toEqual(['F-0', 'F-1', 'F-2']);
    }
  });

  it('other encodings are read when they are named, and never guessed', async () => {
    const text = `${findingHeader}\nF-1,巡察,道路未硬化,2018-08-01,C1\n`;
    const big5 = iconv.encode(text, 'big5');
    const { records } = await readText('findings', big5, { encoding: 'big5' });
    expect(records).toMatchObject([{ source: '巡察', description: '道路未硬化' }]);
    const western = iconv.encode(`${findingHeader}\nF-1,Inspección,café,2018-08-01,C1\n`, 'win1252');
    const read = await readText('findings', western, { encoding: 'windows-1252' });
    expect(read.records).toMatchObject([{ source: 'Inspección', description: 'café' }]);
    const guessed = await readText('findings', big5).catch(() => undefined);
    expect(guessed?.records[0]?.description).not.toBe('道路未硬化');
  });

  it('finds GB18030 that begins only after a megabyte of ASCII', async () => {
    const row = 'F-1,inspection,plain,2018-08-01,C1\n';
    const ascii = `${findingHeader}\n${row.repeat(40_000)}`;
    const bytes = Buffer.concat([
      Buffer.from(ascii),
      iconv.encode('F-2,省委巡视,道路未硬化,2018-08-01,C1\n', 'gb18030'),
    ]);
    const read = await readText('findings', bytes);
    expect(read.records.at(-1)).toMatchObject({ source: '省委巡视', description: '道路未硬化' });
  });

  it('keeps characters whole across chunks in GB18030 and UTF-8, four bytes too', async () => {
    const text = `${findingHeader}\n${'F,𠮷野家㐀,道,2018-08-01,C1\n'.repeat(9000)}`;
    for (const bytes of [iconv.encode(text, 'gb18030'), Buffer.from(text)]) {
      const read = await readText('findings', Buffer.concat([bytes]));
      expect(new Set(read.records.map((each) => `${each.source}${each.description}`))).toEqual(
        new Set(['𠮷野家㐀道']),
      );
      expect(read.records).toHaveLength(9000);
    }
  });
});

it('reads stdin like a file, GBK from a pipe too', async () => {
  await withFile(iconv.encode(written(',', '\r\n'), 'gbk'), 'x', async (path) => {
    const descriptor = openSync(path, 'r');
    const read = await readFile('findings', '-', { stdin: descriptor });
    closeSync(descriptor);
    expect(read.records).toHaveLength(2);
    expect(read.rows[0]?.place.file).toBe('-');
  });
});

it('obeys an encoding and a delimiter that are forced', async () => {
  await withFile(iconv.encode('a|b;c\n', 'gbk'), 'x.csv', async (path) => {
    const source = await openSource(path, { encoding: 'gbk', delimiter: 'semicolon' });
    expect(source).toMatchObject({ encoding: 'gb18030', delimiter: ';', warnings: [] });
    expect([...(source.tables[0]?.rows() ?? [])]).toEqual([{ line: 1, cells: ['a|b', 'c'] }]);
  });
});
