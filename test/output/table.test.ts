// Tables in a terminal: columns that line up, nothing wider than the terminal, nothing lost.
import fc from 'fast-check';
import { eastAsianWidth } from 'get-east-asian-width';
import { describe, expect, test } from 'vitest';
import { pairsOf, renderCard } from '../../src/output/card.ts';
import { grid } from '../../src/output/grid.ts';
import { loadColours, styles } from '../../src/output/styles.ts';
import { renderTable } from '../../src/output/table.ts';
import { fitted } from '../../src/output/text/fit.ts';
import { visibleWidth } from '../../src/output/text/width.ts';
import type { Report } from '../../src/report/report.ts';
import { settingsFor, textOf } from './rendering.ts';
import { empty, findings, hostile, payloads, samples, tally } from './samples.ts';

/** The width by code points alone, independent of what the table uses for letters of several. */
function plainWidth(text: string): number {
  return [...text].reduce((sum, letter) => sum + eastAsianWidth(letter.codePointAt(0) ?? 0), 0);
}

/** Where the columns begin, by the rule; the lines above and below it. */
function parts(text: string): { starts: number[]; lines: string[] } {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => /^-+( +-+)*$/.test(line));
  const rule = lines[at] ?? '';
  const starts = [...rule.matchAll(/(?<![-])-/g)].map((match) => match.index);
  const until = lines.indexOf('', at);
  return { starts, lines: [...lines.slice(2, at), ...lines.slice(at + 1, until)] };
}

/** The text at a visible position. */
function columnBefore(line: string, position: number): string {
  let width = 0;
  for (const letter of line) {
    width += plainWidth(letter);
    if (width >= position) return width === position ? letter : 'overlap';
  }
  return ' ';
}

describe.each([80, 120, 200])('at %d columns', (width) => {
  for (const report of [tally, findings]) {
    for (const lang of ['zh', 'en'] as const) {
      test(`${report.name} in ${lang}: no line is wider, columns begin where the rule does`, async () => {
        const text = await textOf(report, 'table', settingsFor(lang, { width }));
        for (const line of text.split('\n')) expect(plainWidth(line)).toBeLessThanOrEqual(width);
        const { starts, lines } = parts(text);
        // Beside long cards there is no rule to look at.
        if (starts.length === 0) return;
        for (const line of lines) {
          for (const start of starts.slice(1)) expect(columnBefore(line, start)).toBe(' ');
        }
      });
    }
  }
});

test('odd letters do not push columns', async () => {
  const { lines, starts } = parts(await textOf(hostile, 'table', settingsFor('en', { width: 60 })));
  const last = starts.at(-2) ?? 0;
  // The column of yes and no, whatever stood before it.
  const words = lines.flatMap((line) => {
    let width = 0;
    for (const [at, letter] of Array.from(
      new Intl.Segmenter().segment(line),
      ({ segment }) => segment,
    ).entries()) {
      if (width === last)
        return [
          Array.from(new Intl.Segmenter().segment(line), ({ segment }) => segment)
            .slice(at, at + 2)
            .join(''),
        ];
      width += visibleWidth(letter);
    }
    return [];
  });
  expect(words.filter((word) => word === 'ye' || word === 'no').length).toBe(payloads.length);
});

test('every letter of a long text is still there', async () => {
  const text = await textOf(findings, 'table', settingsFor('zh', { width: 80 }));
  const { starts, lines } = parts(text);
  const [from = 0, to = 0] = starts.slice(2, 4);
  let description = '';
  for (const line of lines.slice(lines.findIndex((each) => each.startsWith('WT-001')))) {
    if (line.startsWith('WT-002')) break;
    let width = 0;
    for (const letter of line) {
      if (width >= from && width < to) description += letter;
      width += plainWidth(letter);
    }
  }
  expect(description.replaceAll(' ', '')).toBe([...findings.rows][0]?.[2]);
});

test('not a terminal: every row on one line, no colour, whatever its length', async () => {
  for (const report of samples) {
    const text = await textOf(report, 'table', settingsFor('zh'));
    expect(text).not.toContain('\u001b');
    const rows = [...report.rows].length;
    const notes = (report.notes ?? []).length;
    expect(text.split('\n').length).toBe(rows === 0 ? 4 : 5 + rows + (notes > 0 ? notes + 1 : 0));
  }
});

test('columns for machines are left out, their headings too', async () => {
  const text = await textOf(tally, 'table', settingsFor('en'));
  expect(text).not.toContain('cutoff');
  expect(text).not.toContain('2018-09-12');
});

test('a terminal too narrow for the columns gets cards', async () => {
  const text = await textOf(tally, 'table', settingsFor('zh', { width: 40 }));
  expect(text).toContain('干部编号：0101\n姓名：    甲一\n');
  expect(text.split('\n\n').length).toBe(6);
});

test('what an empty report says is its own, or the usual', async () => {
  expect(await textOf(empty, 'table', settingsFor('en'))).toBe('tally\n\nNothing to show.\n');
  const own: Report = { ...empty, whenEmpty: { key: 'word.circle' } };
  expect(await textOf(own, 'table', settingsFor('zh'))).toBe('汇总\n\n进退严圈\n');
});

test('colour: a bold title and heading, a dim rule, and of the rows only who enters or leaves', async () => {
  expect(() => styles(true)).toThrow('not loaded');
  await loadColours();
  const text = await textOf(tally, 'table', settingsFor('en', { colour: true, width: 200 }));
  const lines = text.split('\n');
  expect(lines[0]).toBe('\u001b[1mtally\u001b[22m');
  expect(lines[2]?.startsWith('\u001b[1mcadre no.')).toBe(true);
  expect(lines[3]?.startsWith('\u001b[2m---')).toBe(true);
  const marked = lines.slice(4).join('').split('\u001b[').slice(1);
  expect(marked.filter((mark) => !/^(?:31|32)m\S|^39m/.test(mark))).toEqual([]);
});

test('a long list keeps its columns lined up in blocks', async () => {
  const rows = Array.from({ length: 4_500 }, (_, at) => ['0101', at > 4_200 ? 'x'.repeat(30) : '甲一', at]);
  const report: Report = {
    ...tally,
    columns: [
      { key: 'cadre_no', type: 'text' },
      { key: 'name', type: 'text' },
      { key: 'points', type: 'number' },
    ],
    rows,
    notes: [],
  };
  const text = await textOf(report, 'table', settingsFor('en'));
  expect(text.split('\n').filter((line) => line.startsWith('0101')).length).toBe(4_500);
  expect(text.split('\n').filter((line) => line.startsWith('cadre no.')).length).toBe(3);
});

describe('widths', () => {
  test.each([
    ['abc', 3],
    ['张三', 4],
    ['“甲”—', 5],
    ['e\u0301', 1],
    ['👍🏽', 2],
    ['🇨🇳', 2],
    ['𠮷', 2],
    ['ｱﾞ', 2],
    ['', 0],
  ])('%s takes %d', (text, width) => {
    expect(visibleWidth(text)).toBe(width);
  });

  test('the widest columns are narrowed first', () => {
    const needs = [
      { natural: 10, least: 4 },
      { natural: 40, least: 8 },
      { natural: 30, least: 8 },
    ];
    expect(fitted(needs, 84, 2)).toEqual([10, 40, 30]);
    expect(fitted(needs, 64, 2)).toEqual([10, 25, 25]);
    expect(fitted(needs, 63, 2)).toEqual([10, 25, 24]);
    expect(fitted(needs, 24, 2)).toEqual([4, 8, 8]);
    expect(fitted(needs, 23, 2)).toBeUndefined();
  });

  test('a row of several lines is set side by side, letters that the library measures otherwise too', () => {
    const cells = ['a\nb', '张\n👍🏽', 'ก็\n\u{F0000}', '1\n2'];
    const aligns = ['left', 'left', 'left', 'right'] as const;
    const heads = ['x', '字', 'é', 'no\nof'];
    expect(grid(heads, [cells], { widths: [1, 2, 2, 3], aligns, gap: 2 })).toEqual({
      header: ['x  字  é    no', '            of'],
      rule: '-  --  --  ---',
      rows: ['a  张  ก็     1', 'b  👍🏽  \u{F0000}     2'],
    });
  });
});

test.each([tally, findings, hostile])(
  'what fits a terminal is drawn to the bytes of a pipe: $name',
  async (report) => {
    for (const lang of ['zh', 'en'] as const) {
      const piped = await textOf(report, 'table', settingsFor(lang));
      const drawn = await textOf(report, 'table', settingsFor(lang, { width: 1_000 }));
      expect(drawn).toBe(piped);
    }
  },
);

test('what fits a terminal is drawn to the bytes of a pipe, whatever letters', async () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  const row = fc.tuple(fc.integer(), text, fc.constant('1.5'), fc.boolean(), text);
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 6 }), async (rows) => {
      const report: Report = { ...hostile, rows };
      const drawn = await textOf(report, 'table', settingsFor('en', { width: 1_000 }));
      expect(drawn).toBe(await textOf(report, 'table', settingsFor('en')));
    }),
    { numRuns: 60 },
  );
});

test('a table longer than the library draws at once stays one table', async () => {
  const rows = Array.from({ length: 250 }, (_, at) => [...findings.rows][at % 3] ?? []);
  const long = { ...findings, rows };
  const drawn = await textOf(long, 'table', settingsFor('zh', { width: 1_000 }));
  expect(drawn).toBe(await textOf(long, 'table', settingsFor('zh')));
  expect(drawn.split('\n').filter((line) => line.startsWith('--'))).toHaveLength(1);
});

describe('a card', () => {
  const columns = findings.columns;
  const [row = []] = [...findings.rows];

  test('aligns its values and goes on below them', () => {
    const settings = settingsFor('zh', { width: 50 });
    expect(renderCard('问题 WT-001', pairsOf('findings', columns, row, settings), settings)).toBe(
      `问题 WT-001

问题编号：  WT-001
问题来源：  省委巡视反馈
问题描述：  非贫困户二级档案中，户主姓名与户口簿不
            一致（共3户），且“两不愁三保障”佐证材
            料缺失；限时补齐。
严重程度：  较重
发现时间：  2018-09-01
整改时限：  2018-09-10
责任人编号：0101
`,
    );
  });

  test('in a pipe every value is one line; control characters stay away', () => {
    const settings = settingsFor('en');
    expect(
      renderCard(
        '\u001b[2Jx',
        [
          ['text', 'a\n\u001b[31mb'],
          ['longer', 'c'],
        ],
        settings,
      ),
    ).toBe('␛[2Jx\n\ntext:   a ␛[31mb\nlonger: c\n');
  });
});

test('a table that is too wide leaves out its spare columns one by one and says so; cards have all', async () => {
  const columns = [
    { key: 'cadre_no', type: 'text' },
    { key: 'counted', type: 'number', spare: 2 },
    { key: 'pending', type: 'number', spare: 1 },
  ] as const;
  const report: Report = { name: 'x', title: { key: 'empty.rows' }, columns, rows: [['TJ018', 7, 8]] };
  const at = async (width: number): Promise<string> => {
    let text = '';
    for await (const chunk of renderTable(report, { ...settingsFor('en'), width })) text += chunk;
    return text;
  };
  expect(await at(40)).not.toContain('hidden');
  expect(await at(18)).toMatch(/TJ018 +7\n/);
  expect(await at(18)).toContain('Columns hidden\n(too narrow):\npending.');
  expect(await at(3)).toMatch(/TJ018[\s\S]*7[\s\S]*8/);
  expect(await at(3)).not.toContain('hidden');
});

test('headings are broken before what stands below them, and a word of the vocabulary stays whole', async () => {
  const narrow: Report = {
    name: 'narrow',
    title: { key: 'title.findings_sample' },
    columns: [
      { key: 'station', type: 'text' },
      { key: 'role', type: 'term', terms: 'role' },
      ...['checks', 'had_to_do', 'rectified', 'in_time'].map((key) => ({ key, type: 'number' as const })),
    ],
    rows: [['东岭作战所', 'lead', 1, 20, 300, 4]],
  };
  const words = { ...settingsFor('zh').words, text: () => 'T' };
  const lines = (await textOf(narrow, 'table', settingsFor('zh', { words, width: 50 }))).split('\n');
  const [row] = lines.filter((line) => line.includes('东岭'));
  expect(row).toMatch(/^东岭作战所 +主要责任人 +1 +20 +300 +4$/);
  // Narrower still, the text is broken, the role is not.
  const tight: Report = { ...narrow, rows: [['东岭作战所'.repeat(8), 'lead', 1, 20, 300, 4]] };
  for (const width of [48, 49, 50, 51, 52, 56, 60]) {
    const text = await textOf(tight, 'table', settingsFor('zh', { words, width }));
    expect(text, `${width}`).toContain('主要责任人');
  }
});
