// JSON Lines and JSON arrays: values as typed, lines kept, bad lines reported one by one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonRows } from '../../../src/intake/csv/json.ts';
import { readText } from '../support.ts';

const jsonl = (text: string) => readText('findings', text, { name: 'x.jsonl' });
const object =
  '{"finding_no":"007","source":"s","description":"d","found_on":"2018-08-01","cadre_no":["C1","C2"]}';

it('reads an object a line, numbers exactly as typed, lists joined', async () => {
  const typed =
    '{"cadre_no":412345678901234567,"finding_no":7.10,"severity":2,"source":"s","description":"d","found_on":20180801}';
  const { records, rows } = await jsonl(`${object}\n\n${typed}\r\n`);
  expect(records).toMatchObject([
    { finding_no: '007', cadre_no: ['C1', 'C2'] },
    { finding_no: '7.10', cadre_no: ['412345678901234567'], severity: 2, found_on: '2018-08-01' },
  ]);
  expect(rows.map((row) => row.place.line)).toEqual([1, 3]);
});

it('takes null for an empty cell, true and false for words, keys in any order and not in every object', async () => {
  const text =
    '{"cadre_no":"C1","measure":null,"commended":true,"by":"b","reason":"r"}\n{"reason":"r","by":"b","cadre_no":"C2","measure":"none"}';
  const { records } = await readText('decisions', text, { name: 'x' });
  expect(records).toMatchObject([
    { measure: null, commended: true },
    { measure: 'none', commended: null },
  ]);
});

it('a line that is not JSON is a bad row, and those after it are read', async () => {
  const { problems, records } = await jsonl(`${object}\n{"finding_no":\n${object}\n[1]\n"x"\n`);
  expect(problems.map(({ code, place }) => [place?.line, code])).toEqual([
    [2, 'json_broken'],
    [4, 'json_not_an_object'],
    [5, 'json_not_an_object'],
  ]);
  expect(records).toHaveLength(2);
});

it('reads an array of objects, each at its line, brackets and quotes in strings aside', async () => {
  const odd =
    '{"finding_no":"a]}\\"{[","source":"s,","description":"d\\\\","found_on":"2018-08-01","cadre_no":["C1"]}';
  const { records, rows } = await readText('findings', `[\n  ${object},\r\n  ${odd}\n]\n`, {
    name: 'x.json',
  });
  expect(records.map((each) => each.finding_no)).toEqual(['007', 'a]}"{[']);
  expect(rows.map((row) => row.place.line)).toEqual([2, 3]);
  expect((await readText('findings', `[${object}]`, { name: 'x.csv' })).records).toHaveLength(1);
});

it('__proto__ is a key like any other', async () => {
  const { told, records } = await jsonl(
    object.replace('{', '{"__proto__":{"severity":3},').replace('{"severity":3}', '"x"'),
  );
  expect(told.map((each) => each.code)).toEqual(['column_unknown']);
  expect(records[0]?.severity).toBeUndefined();
});

describe('wherever the text is cut', () => {
  const value = fc.oneof(fc.string(), fc.integer(), fc.constant(null));
  const objects = fc.array(fc.record({ a: value, b: value }), { minLength: 1, maxLength: 5 });
  const cellsOf = (each: { a: unknown; b: unknown }) =>
    [each.a, each.b].map((cell) => (cell === null ? '' : String(cell)));

  it('an array and lines give the same rows', () => {
    fc.assert(
      fc.property(objects, fc.nat(), (list, cut) => {
        const lines = list.map((each) => JSON.stringify(each)).join('\n');
        const array = JSON.stringify(list, null, 1);
        const wanted = [['a', 'b'], ...list.map(cellsOf)];
        for (const [text, format] of [
          [lines, 'jsonl'],
          [array, 'json'],
        ] as const) {
          const at = cut % text.length;
          const rows = jsonRows([text.slice(0, at), text.slice(at)], format, 'x');
          expect([...rows].map((row) => row.cells)).toEqual(wanted);
        }
      }),
      { numRuns: 200 },
    );
  });
});
