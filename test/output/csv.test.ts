// csv: what is read back is what was written, and no spreadsheet runs a cell.
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unguard } from '../../src/intake/csv/csv.ts';
import { guardFormula } from '../../src/output/formula.ts';
import type { Report } from '../../src/report/report.ts';
import { bytesOf, settingsFor, textOf } from './rendering.ts';
import { hostile, payloads, single, tally } from './samples.ts';

/** The guard removed as the contract says: exactly one, where one was put. */
function unguardFormula(text: string): string {
  return /^'+[=+\-@\t\r\n＝＋－＠]/.test(text) ? text.slice(1) : text;
}

const readBack = (text: string): string[][] => parse(text, { skip_empty_lines: false });

test('keys, codes, booleans and exact decimals', async () => {
  expect((await textOf(tally, 'csv', settingsFor('zh'))).split('\n').slice(0, 3)).toEqual([
    'round,cutoff,cadre_no,name,rank,unit,station,counted,pending,points,measure,step,now_in,movement',
    '1,2018-09-12,0101,甲一,section,乡党政办,作战一所,5,0,5,admonition_talk,new,true,enter',
    '1,2018-09-12,0207,甲二,staff,农业服务中心,作战二所,3,1,3.25,reminder_talk,,true,stay',
  ]);
});

describe('the guard against formulas', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+86', "'+86"],
    ['-2', "'-2"],
    ['@x', "'@x"],
    ['\t=1', "'\t=1"],
    ['\r=1', "'\r=1"],
    ['＝1', "'＝1"],
    ["'=1", "''=1"],
    ["''=1", "'''=1"],
    ["'plain", "'plain"],
    ["it's", "it's"],
    ['1=1', '1=1'],
    ["'", "'"],
    ['', ''],
  ])('%j is written as %j', (text, guarded) => {
    expect(guardFormula(text)).toBe(guarded);
    expect(unguardFormula(guarded)).toBe(text);
  });

  test('import takes away exactly what was put in front', () => {
    for (const payload of payloads) expect(unguard(guardFormula(payload))).toBe(payload);
  });

  test('real numbers are not guarded, texts in number columns are', async () => {
    const rows = readBack(await textOf(hostile, 'csv', settingsFor('zh')));
    expect(rows[1]).toEqual(['-3', "'=1+1", '-0.5', 'true', '']);
    const odd: Report = { ...hostile, columns: [{ key: 'points', type: 'decimal' }], rows: [['-1+cmd()']] };
    expect(await textOf(odd, 'csv', settingsFor('zh'))).toBe("points\n'-1+cmd()\n");
  });
});

test('every payload is read back as it was', async () => {
  for (const crlf of [false, true]) {
    const [, ...rows] = readBack(await textOf(hostile, 'csv', settingsFor('zh', { crlf })));
    // A lone half of a surrogate pair is no UTF-8; nothing that was read from a file holds one.
    expect(rows.map((row) => unguardFormula(row[1] ?? ''))).toEqual(
      payloads.map((text) => text.toWellFormed()),
    );
  }
});

test('a line break of any kind is quoted, whatever ends the lines', async () => {
  const report: Report = { ...single, rows: [['a\rb'], ['a\nb'], ['a\r\nb']] };
  expect(await textOf(report, 'csv', settingsFor('zh'))).toBe('note\n"a\rb"\n"a\nb"\n"a\r\nb"\n');
});

test('empty cells of a single column are lines', async () => {
  expect(await textOf(single, 'csv', settingsFor('zh'))).toBe('note\nx\n""\n""\n');
});

const texts = fc.oneof(
  fc.string({ unit: 'binary' }).map((text) => text.toWellFormed()),
  fc.string({
    unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', '\n', '"', ',', '＝', 'a', '张', ' '),
  }),
);

test('property: any text goes through csv and back', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(texts, texts), { maxLength: 5 }),
      fc.boolean(),
      async (pairs, crlf) => {
        const report: Report = {
          ...hostile,
          columns: [
            { key: 'text', type: 'text' },
            { key: 'note', type: 'text' },
          ],
          rows: pairs,
        };
        const [, ...rows] = readBack(await textOf(report, 'csv', settingsFor('zh', { crlf })));
        expect(rows.map((row) => row.map(unguardFormula))).toEqual(pairs);
        for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      },
    ),
    { numRuns: 300 },
  );
});

describe('bytes', () => {
  test('a mark and CRLF where asked', async () => {
    const bytes = await bytesOf(single, 'csv', settingsFor('zh', { bom: true, crlf: true }));
    expect(bytes.toString('latin1')).toBe('\u00ef\u00bb\u00bfnote\r\nx\r\n""\r\n""\r\n');
  });

  test('GB18030 holds every character, without a mark', async () => {
    const bytes = await bytesOf(hostile, 'csv', settingsFor('zh', { bom: true, encoding: 'gb18030' }));
    const text = new TextDecoder('gb18030', { fatal: true }).decode(bytes);
    expect(text).toBe(
      (await textOf(hostile, 'csv', settingsFor('zh')))
        .replace('\uFFFDlone', '?lone')
        .replace('\uFFFDlone', '?lone'),
    );
    expect(bytes.subarray(0, 3).toString('latin1')).toBe('id,');
  });
});
