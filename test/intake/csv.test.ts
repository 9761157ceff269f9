// Rows of delimited text: the test suite of csv-spectrum, physical lines, the guard before formulas.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvRows, guessDelimiter, unguard } from '../../src/intake/csv.ts';
import { isKnownHeading } from '../../src/intake/headings.ts';
import { openSource } from '../../src/intake/source.ts';

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
    const guard = (cell: string) => (/^'*[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : cell);
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
