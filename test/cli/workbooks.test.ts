// Every list as a workbook, read by another program: frozen heading, filter, print settings, dates, numbers, text, widths.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { visibleWidth } from '../../src/output/text/width.ts';
import { allLeaves } from '../docs/commands.ts';
import { demo } from '../support/demo.ts';
import { temporaryFolder } from '../support/folder.ts';
import { run, runOk } from '../support/run.ts';

/** The arguments of the commands that list. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  '<cadre_no>': 'TJ018',
  '<finding_no>': 'SX-007',
  '<finding_no...>': 'SX-007',
  '<cadre_no...>': 'TJ018',
  '<round>': '2',
  '<batch>': '2',
  '<kind>': 'findings',
  '<year>': '2018',
};
/** Options without which a list says nothing. */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  'policy whatif': ['--round', '2'],
  due: ['--until', '2018-09-30'],
  tally: ['--cutoff', '2018-09-26'],
};
/** What is no list of the demo: it has no order and no server, and documents of their own are tested where they are made. */
const NO_LIST =
  /^dispatch (show|new)|^recheck sheet|^sheet |^finding form|^notice issue|^task plan|^template|^publish|^overview/;

/** A code of ours, alone or in a list of them: in a Chinese workbook it is a word. */
const CODED =
  /(?:^|;)[a-z]+(?:_[a-z]+)+(?:[:;]|$)|:(?:lead|assist|leader|check|ruling)(?:[:;]|$)|^(?:entries|rounds|counted|points|tiers|exit|commend|start|milestone|progress|deadline)(?:;|$)/;
/** What is the same in every language: codes of messages, keys and commands. */
const TECHNICAL = new Set(['code', 'field', 'did', 'what', 'command', 'column']);

const lists = (await allLeaves())
  .flatMap(([, leaves]) => leaves)
  .filter(
    (leaf) =>
      leaf.traits?.includes('list') === true && !leaf.traits.includes('write') && !NO_LIST.test(leaf.name),
  );

async function wordsOf(leaf: (typeof lists)[number]): Promise<string[]> {
  const { ledger, folder } = await demo();
  const args = (leaf.arguments?.split(' ') ?? []).map((each) => {
    if (each === '<task_no>') return 'RW-01';
    return ARGUMENTS[each] ?? (each === '<file>' ? join(folder, 'files', 'policy.yaml') : each);
  });
  return [...leaf.name.split(' '), ...args, ...(OPTIONS[leaf.name] ?? []), '--ledger', ledger];
}

test('there are lists', () => expect(lists.length).toBeGreaterThan(15));

test.each(lists.map((leaf) => [leaf.name, leaf] as const))('%s', async (_, leaf) => {
  const words = await wordsOf(leaf);
  if (leaf.name === 'task show')
    words[2] = String(
      JSON.parse(
        (await runOk(['task', 'list', '--format', 'json', '--ledger', (await demo()).ledger])).stdout,
      )[0].task_no,
    );
  const file = join(temporaryFolder(), 'list.xlsx');
  const ran = await run([...words, '--lang', 'zh', '-o', file]);
  expect(ran, ran.stderr).toMatchObject({ code: 0 });
  const json: Record<string, string | number | boolean>[] = JSON.parse(
    (await runOk([...words, '--format', 'json'])).stdout,
  );
  const book = read(readFileSync(file), {
    cellNF: true,
    cellStyles: true,
    cellDates: true,
    UTC: true,
    bookFiles: true,
  });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  if (sheet === undefined) throw new Error('no sheet');
  const rows = utils.sheet_to_json<unknown[]>(sheet, { header: 1, defval: null });
  expect(rows.length).toBe(json.length + 1);

  const { files } = book as unknown as { files: Record<string, { content: Uint8Array | string }> };
  const xml = Buffer.from(
    Object.entries(files).find(([path]) => path.endsWith('sheet1.xml'))?.[1].content ?? '',
  ).toString('utf8');
  const workbook = Buffer.from(
    Object.entries(files).find(([path]) => path.endsWith('xl/workbook.xml'))?.[1].content ?? '',
  ).toString('utf8');
  expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
  expect(xml).toMatch(/<pageSetup [^>]*paperSize="9"[^>]*orientation="landscape"/);
  expect(workbook).toMatch(/_xlnm\.Print_Titles[^>]*>(?:'[^']*'!\$A:\$[A-Z],)?'[^']*'!\$1:\$1</);
  expect(sheet['!autofilter']?.ref).toBe(sheet['!ref']);

  const [, last] = /_xlnm\.Print_Area[^>]*>'[^']*'!\$A\$1:\$([A-Z]+)\$\d+</.exec(workbook) ?? [];
  const printed = last === undefined ? 999 : utils.decode_col(last) + 1;
  const keys = Object.keys(json[0] ?? {});
  const heads = (rows[0] ?? []) as string[];
  const csv = await runOk([...words, '--format', 'csv', '--headers', 'zh', '--lang', 'zh']);
  const csvHeads: string[] = parse(csv.stdout, { to_line: 1 })[0] ?? [];
  expect(heads.toSorted()).toEqual(csvHeads.toSorted());
  for (const [place, key] of keys.entries()) {
    // A workbook begins with what people read: a column is where its heading is.
    const at = heads.indexOf(csvHeads[place] ?? '');
    expect(at).toBeGreaterThanOrEqual(0);
    const width = Number(sheet['!cols']?.[at]?.wch ?? 0);
    for (const [line, entry] of json.entries()) {
      const cell = sheet[utils.encode_cell({ r: line + 1, c: at })];
      const value = entry[key];
      if (value === '' || value === undefined) continue;
      if (typeof value === 'number') expect(cell?.t, `${key} ${value}`).toBe('n');
      // The item of an explanation is a number, a site or a day, as it comes: text.
      else if (/^\d{4}-\d\d-\d\d$/.test(String(value)) && key !== 'item')
        expect(cell?.t, `${key} ${value}`).toBe('d');
      // A number that is a name is text, whatever it looks like.
      else expect(cell?.t, `${key} ${value}`).toBe('s');
      if (!TECHNICAL.has(key)) expect(String(cell?.v), key).not.toMatch(CODED);
      if (cell?.t !== 's' || typeof cell.v !== 'string' || at >= printed) continue;
      // Wide enough, or wrapped in a row that is high enough; 1 for how this reader takes widths.
      const lines = Math.ceil(visibleWidth(cell.v) / (width + 1));
      const points = Number(sheet['!rows']?.[line + 1]?.hpt ?? 15);
      expect(points, `${key} ${cell.v}`).toBeGreaterThanOrEqual(15 * lines);
    }
  }
});

test('trend has charts of its own, over all its rounds', async () => {
  const file = join(temporaryFolder(), 'trend.xlsx');
  await runOk(['trend', '--lang', 'zh', '-o', file, '--ledger', (await demo()).ledger]);
  const book = read(readFileSync(file), { bookFiles: true });
  const { files } = book as unknown as { files: Record<string, { content: Uint8Array | string }> };
  const charts = Object.entries(files).filter(([path]) => /charts\/chart\d+\.xml$/.test(path));
  expect(charts.length).toBe(4);
  const text = Buffer.from(charts[0]?.[1].content ?? '').toString('utf8');
  expect(text).toContain('<c:lineChart>');
  expect(text).toMatch(/<c:cat>.*'历轮走势[^']*'!\$A\$2:\$A\$3</s);
  // Not below the rows, where the end of a page would tear them: on a sheet, and a page, of their own.
  expect(book.SheetNames.slice(1)).toEqual(['图表']);
  const sheets = Object.entries(files).filter(([path]) => /worksheets\/sheet\d+\.xml$/.test(path));
  const withDrawing = sheets.filter(([, { content }]) => Buffer.from(content).includes('<drawing '));
  expect(withDrawing.map(([path]) => path.split('/').at(-1))).toEqual(['sheet2.xml']);
  expect(Buffer.from(withDrawing[0]?.[1].content ?? '').toString()).toMatch(
    /<pageSetup [^>]*fitToWidth="1" fitToHeight="1"/,
  );
  // What there is and what happens: each on an axis of its own.
  const series = charts.map(
    ([, { content }]) =>
      [
        ...Buffer.from(content)
          .toString()
          .matchAll(/<c:ser>/g),
      ].length,
  );
  expect(series.toSorted()).toEqual([1, 1, 2, 2]);
});

test('trend by cadre is a list without charts', async () => {
  const file = join(temporaryFolder(), 'trend.xlsx');
  await runOk([
    'trend',
    '--group-by',
    'cadre',
    '--lang',
    'zh',
    '-o',
    file,
    '--ledger',
    (await demo()).ledger,
  ]);
  expect(read(readFileSync(file)).SheetNames).toHaveLength(1);
});

test.each([
  ['finding list', [], '辛九 TJ018（主要责任人）', '辛九 TJ018 (lead)', 'TJ018:lead'],
  ['task list', [], '丙四 TJ013（主要责任人）', '丙四 TJ013 (lead)', 'TJ013:lead'],
  ['due', ['--until', '2018-09-30'], '辛九 TJ018（主要责任人）', '辛九 TJ018 (lead)', 'TJ018:lead'],
] as const)(
  '%s says who answers by name, number and role; csv by number and role',
  async (list, options, zh, en, csv) => {
    const { ledger } = await demo();
    const words = [...list.split(' '), ...options, '--ledger', ledger];
    const cellsOf = async (lang: string): Promise<unknown[]> => {
      const file = join(temporaryFolder(), 'list.xlsx');
      await runOk([...words, '--lang', lang, '-o', file]);
      const book = read(readFileSync(file));
      return Object.values(book.Sheets[book.SheetNames[0] ?? ''] ?? {}).map((cell) => cell?.v);
    };
    expect(await cellsOf('zh')).toContainEqual(expect.stringContaining(zh));
    expect(await cellsOf('en')).toContainEqual(expect.stringContaining(en));
    expect((await runOk([...words, '--lang', 'zh', '--format', 'csv'])).stdout).toContain(csv);
    // A page of text has names alone, separated as the language does.
    const text = (await runOk([...words, '--lang', 'en', '--format', 'md'])).stdout;
    expect(text).not.toMatch(/:lead|、[甲乙丙丁戊己庚辛壬癸]/);
  },
);
