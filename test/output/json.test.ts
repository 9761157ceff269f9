// json and jsonl: exact numbers, empty cells as empty text, nothing lost.
import { expect, test } from 'vitest';
import { settingsFor, textOf } from './rendering.ts';
import { empty, hostile, payloads, tally } from './samples.ts';

test('nothing is an empty array, and no line at all in jsonl', async () => {
  expect(await textOf(empty, 'json', settingsFor('zh'))).toBe('[]\n');
  expect(await textOf(empty, 'jsonl', settingsFor('zh'))).toBe('');
});

test('numbers, booleans, codes and empty cells are typed as the contract says', async () => {
  const rows = JSON.parse(await textOf(tally, 'json', settingsFor('en')));
  expect(rows[1]).toEqual({
    round: 1,
    cutoff: '2018-09-12',
    cadre_no: '0207',
    name: '甲二',
    rank: 'staff',
    unit: '农业服务中心',
    station: '作战二所',
    counted: 3,
    pending: 1,
    points: 3.25,
    measure: 'reminder_talk',
    step: '',
    now_in: true,
    movement: 'stay',
  });
  expect(rows[2].station).toBe('');
});

test('a decimal keeps every digit', async () => {
  const report = {
    ...tally,
    columns: [{ key: 'points', type: 'decimal' as const }],
    rows: [['12345678901234567.0625'], ['-0.5'], ['1e5']],
  };
  expect(await textOf(report, 'jsonl', settingsFor('zh'))).toBe(
    '{"points":12345678901234567.0625}\n{"points":-0.5}\n{"points":"1e5"}\n',
  );
});

test('texts come back as they went in', async () => {
  const lines = (await textOf(hostile, 'jsonl', settingsFor('zh'))).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line).text)).toEqual(payloads);
  expect(
    JSON.parse(await textOf(hostile, 'json', settingsFor('zh'))).map((row: { text: string }) => row.text),
  ).toEqual(payloads);
});
