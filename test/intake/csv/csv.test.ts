// Rows of delimited text: the test suite of csv-spectrum, physical lines, the guard before formulas.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRows, guessDelimiter, unguard } from '../../../src/intake/csv/csv.ts';
import { isKnownHeading } from '../../../src/intake/headings.ts';
import { openSource } from '../../../src/intake/source.ts';

const rowsOf = (chunks: readonly string[]) => [...csvRows(chunks, ',', 'x')];
const spectrum = dirname(fileURLToPath(import.meta.resolve('csv-spectrum')));

describe('csv-spectrum', () => {
  for (const file of readdirSync(join(spectrum, 'csvs'))) {
    it(file, async () => {
      const json = readFileSync(join(spectrum, 'json', file.replace('.csv', '.json')), 'utf8');
      // One of its answers is no list, and has another telephone number than the question.
      const wanted = [JSON.parse(json.replace('1234567890', '2095257564'))].flat();
      const source = await openSource(join(spectrum, 'csvs', file));
      const [header, ...rows] = [...(source.tables[0]?.rows() ?? [])].map((row) => row.cells);
      expect(rows.map((row) => Object.fromEntries(header?.map((key, at) => [key, row[at]]) ?? []))).toEqual(
        wanted,
      );
    });
  }
});

it('tells the physical line on which each row begins', () => {
  const text = 'a,b\r\n"1\r\n2\n3\r4",x\r\n\r\nc,d\re,"f\n"\ng,h';
  expect(rowsOf([text]).map(({ line, cells }) => [line, cells[0]])).toEqual([
    [1, 'a'],
    [2, '1\r\n2\n3\r4'],
    [6, ''],
    [7, 'c'],
    [8, 'e'],
    [10, 'g'],
  ]);
});

it('gives the same rows wherever the text is cut into chunks', () => {
  const text = 'a,"b ""x"" ,\r\ny"\r\n\'=1,c"d\r\n\r\n"道路",z\n';
  const whole = rowsOf([text]);
  for (let at = 1; at < text.length; at += 1)
    expect(rowsOf([text.slice(0, at), text.slice(at)])).toEqual(whole);
  expect(rowsOf([...text])).toEqual(whole);
});

describe('odd quotes', () => {
  const readRows = (text: string) =>
    rowsOf([text]).map(({ line, cells, fault }) => [line, fault?.code ?? cells.join('|')]);

  it.each([
    ['a cell that closes on its own line is as typed', '1,"一"二,x\n2', ['1|"一"二|x', '2']],
    ['with doubled quotes', '1,"一""二"三,x\n2', ['1|"一""二"三|x', '2']],
    ['with a delimiter between its quotes', '1,"一,二"三,x\n2', ['1|"一,二"三|x', '2']],
    ['several quoted words', '1,"一"和"二",x\n2', ['1|"一"和"二"|x', '2']],
    ['quotes within a cell', '1,台账"缺页",x\n2', ['1|台账"缺页"|x', '2']],
    ['doubled quotes within a cell', '1,台账""缺页"",x\n2', ['1|台账""缺页""|x', '2']],
    ['beside a cell of two lines', '1,"一\n行",台账"缺"\n2', ['1|一\n行|台账"缺"', '2']],
    ['a quote at the very end', '1,x"', ['1|x"']],
    ['a proper cell stays', '1,"一""二",x\n2', ['1|一"二|x', '2']],
  ])('%s', (_, text, wanted) => {
    expect(rowsOf([text]).map(({ cells }) => cells.join('|'))).toEqual(wanted);
  });

  it('a quote that never closes makes its own line bad, and reading goes on', () => {
    expect(readRows('1,"一”二,x\n2,y\n3,"z"\n')).toEqual([
      [1, 'quote_not_closed'],
      [2, '2|y'],
      [3, '3|z'],
    ]);
    expect(readRows('1,x\n2,"y')).toEqual([
      [1, '1|x'],
      [2, 'quote_not_closed'],
    ]);
    // The lines above it belong to the same row.
    expect(readRows('1,"a\nb","c\n2,"d"e\n')).toEqual([
      [1, 'quote_not_closed'],
      [2, 'quote_not_closed'],
      [3, '2|"d"e'],
    ]);
  });

  it('far from the end too', () => {
    const many = Array.from({ length: 120_000 }, (_, at) => `${at + 2},平常的一行`).join('\n');
    const rows = readRows(`1,"一”二\n${many}\n`);
    expect(rows).toHaveLength(120_001);
    expect(rows[0]).toEqual([1, 'quote_not_closed']);
    expect(rows.at(-1)).toEqual([120_001, '120001|平常的一行']);
  });

  it('every physical line stands in a row or is named as bad, however quotes are strewn', () => {
    const piece = fc.constantFrom('"', '""', '",', ',"', ',', 'x', '一', '"\n', ' ');
    const line = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), fc.nat(), (lines, cut) => {
        const physical = lines.join('\n').split('\n');
        const text = physical.map((each, at) => `L${at + 1}L,${each}`).join('\n');
        const place = cut % text.length;
        const rows = rowsOf([text.slice(0, place), text.slice(place)]);
        expect(rows).toEqual(rowsOf([text]));
        const found = rows.flatMap(({ line: at, cells, fault }) =>
          fault === undefined ? [...cells.join('\n').matchAll(/L(\d+)L/g)].map(([, no]) => Number(no)) : [at],
        );
        expect(found).toEqual(physical.map((_, at) => at + 1));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the guard before a formula', () => {
  it.each([
    ["'=1+1", '=1+1'],
    ["''=1+1", "'=1+1"],
    ["'-", '-'],
    ["'\tx", '\tx'],
    ["'＝1", '＝1'],
    ["'quoted'", "'quoted'"],
    ['=1', '=1'],
    ["''", "''"],
  ])('%j is read as %j', (given, wanted) => {
    expect(unguard(given)).toBe(wanted);
  });

  it('is undone by reading, whatever stands in a cell', () => {
    const guard = (cell: string) => (/^'*[=+\-@\t\r\n＝＋－＠]/.test(cell) ? `'${cell}` : cell);
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom(...'\'=+-@\t\r\n",;a') }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (table) => {
        const text = stringify(
          table.map((row) => row.map(guard)),
          { record_delimiter: '\r\n', quoted: true },
        );
        expect(rowsOf([text]).map((row) => row.cells)).toEqual(table);
      }),
      { numRuns: 300 },
    );
  });
});

describe('guessing the delimiter', () => {
  it.each([
    ['问题编号;问题来源\nF-1;a,b\n', ';'],
    ['finding_no\tsource\n', '\t'],
    ['x,y\n1,2\n', ','],
    ['台账;2018\n\n问题编号,问题来源\n', ','],
    ['甲;乙\n丙;丁\n问题编号,问题来源\n', ','],
    ['only one column\n', ','],
    ['甲;乙\n1;2\n3;4\n', ';'],
  ])('%j', (text, delimiter) => {
    expect(guessDelimiter(text, isKnownHeading)).toBe(delimiter);
  });
});
