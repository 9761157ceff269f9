// Every renderer over every sample report: what all of them promise, and golden files.
import { describe, expect, test } from 'vitest';
import { renderers } from '../../src/output/formats.ts';
import { type Format, formats } from '../../src/output/settings.ts';
import { bytesOf, settingsFor, textOf } from './rendering.ts';
import { samples, tally } from './samples.ts';

const textFormats = formats.filter((format) => format !== 'xlsx');
const endings: Readonly<Record<Format, string>> = {
  table: 'txt',
  csv: 'csv',
  json: 'json',
  jsonl: 'jsonl',
  md: 'md',
  xlsx: 'xlsx',
};
// What a terminal must never get from data: controls but line breaks, bidi controls, invisible characters.
const UNSAFE = /[\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?!\n)\p{Cc}/u;

test('the registry has a renderer for each format and no other', () => {
  expect(Object.keys(renderers)).toEqual([...formats]);
});

describe.each(textFormats)('%s', (format) => {
  for (const report of samples) {
    for (const lang of ['zh', 'en'] as const) {
      test(`${report.name} in ${lang} ends in exactly one newline, in a pipe and in a terminal`, async () => {
        for (const width of [undefined, 80]) {
          const text = await textOf(report, format, settingsFor(lang, { width }));
          if (format === 'jsonl' && [...report.rows].length === 0) expect(text).toBe('');
          else expect(text).toMatch(/(?<!\n)\n$/);
        }
      });
    }

    test(`${report.name} gives a terminal no control, bidi or invisible character`, async () => {
      for (const width of [40, 80, 200]) {
        const text = await textOf(report, format, settingsFor('zh', { width }));
        expect(text.match(UNSAFE)).toBeNull();
      }
    });

    test(`${report.name} is as its golden file`, async () => {
      const variants =
        format === 'table'
          ? ['zh', 'en', 'zh.80', 'en.120']
          : ['csv', 'json', 'jsonl'].includes(format)
            ? ['']
            : ['zh'];
      for (const variant of variants) {
        const [lang = 'zh', width] = variant.split('.');
        const settings = settingsFor(lang === 'en' ? 'en' : 'zh', {
          width: width === undefined ? undefined : Number(width),
        });
        const name = [report.name, variant, endings[format]].filter((part) => part !== '').join('.');
        await expect(await textOf(report, format, settings)).toMatchFileSnapshot(
          `../../fixtures/reports/${name}`,
        );
      }
    });
  }
});

test('machine formats are the same in both languages', async () => {
  for (const report of samples) {
    for (const format of ['csv', 'json', 'jsonl'] as const) {
      const zh = await textOf(report, format, settingsFor('zh'));
      expect(await textOf(report, format, settingsFor('en'))).toBe(zh);
    }
  }
});

test('headers in words give headings, terms and booleans of the language', async () => {
  await expect(await textOf(tally, 'csv', settingsFor('zh', { headers: 'words' }))).toMatchFileSnapshot(
    '../../fixtures/reports/tally.words.csv',
  );
  const [first] = JSON.parse(await textOf(tally, 'json', settingsFor('zh', { headers: 'words' })));
  expect(first).toMatchObject({
    干部编号: '0101',
    职级: '科级领导干部',
    在圈: '是',
    分值: 5,
    对应方式: '诫勉谈话',
  });
});

test('the same report gives the same bytes each time, in every format', async () => {
  for (const report of samples) {
    for (const format of formats) {
      const first = await bytesOf(report, format, settingsFor('zh'));
      expect((await bytesOf(report, format, settingsFor('zh'))).equals(first)).toBe(true);
    }
  }
});

test.each(textFormats)('%s goes out in chunks while rows come in', async (format) => {
  let taken = 0;
  const rows = (function* () {
    for (taken = 0; taken < 30_000; taken += 1)
      yield [1, '2018-09-12', `C${taken}`, '甲一', 'staff', '', '', 1, 0, '1', 'none', '', false, 'outside'];
  })();
  const renderer = await renderers[format]();
  let chunks = 0;
  let takenAtFirst = 0;
  for await (const _ of renderer({ ...tally, rows }, settingsFor('zh'))) {
    chunks += 1;
    if (chunks === 1) takenAtFirst = taken;
  }
  expect(chunks).toBeGreaterThan(10);
  expect(takenAtFirst).toBeLessThan(5_000);
});
