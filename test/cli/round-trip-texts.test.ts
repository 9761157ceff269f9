// Texts that a file could change on its way: recorded as they are and read back from every format, or refused by name.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { recordColumns } from '../../src/domain/records/record-columns.ts';
import type { RecordKind } from '../../src/domain/records/records.ts';
import { Random } from '../reference/prng.ts';
import { afterDemo, demoLedgerIn } from '../support/demo.ts';
import { put, temporaryFolder } from '../support/folder.ts';
import { run, runOk } from '../support/run.ts';

const order: readonly RecordKind[] = [
  'cadres',
  'findings',
  'reports',
  'checks',
  'extensions',
  'objections',
  'reassignments',
  'tasks',
  'progress',
  'attendance',
];
const ways: readonly (readonly string[])[] = [
  ['csv'],
  ['csv', '--headers', 'zh', '--encoding', 'gb18030'],
  ['csv', '--no-bom'],
  ['xlsx', '--lang', 'zh'],
  ['json'],
  ['jsonl'],
];

const PIECES = [
  ...[
    '\r',
    '\n',
    '\r\n',
    '\t',
    '\0',
    '\x01',
    '\x0b',
    '\x1f',
    '\x7f',
    '\x85',
    '\u2028',
    '\u2029',
    '\ufeff',
    '\u200b',
  ],
  ...[
    "'",
    "''",
    '"',
    '""',
    '="x"',
    '=1',
    '＝1',
    '+',
    '-',
    '@',
    '\n=1',
    '\r=1',
    ' =1',
    '\ufeff=1',
    "'\n=1",
    ';',
    ',',
  ],
  ...[
    '_x000D_',
    '_x005F_',
    '_x0041',
    '&amp;',
    '<t>',
    ']]>',
    '&#10;',
    '\ufffe',
    '\uffff',
    '\ue000',
    '\u{10ffff}',
    '㐀',
    '𠮷',
    '€',
  ],
  ...[
    '合计',
    '小计',
    '填报人：某某',
    '备注：以上',
    '注：',
    '审核：',
    '问题编号',
    '问题编号,问题来源',
    '#',
    '#N/A',
    '#REF!',
    '---',
  ],
  ...[
    'null',
    'true',
    '是',
    '1e5',
    '007',
    '2018-09-01',
    '2018/9/1',
    '100%',
    ' ',
    '\u3000',
    '\u00a0',
    '正文',
    '\\',
    '\\n',
    '%00',
  ],
];
/** Whole cells that have gone wrong before, or are likely to. */
const WHOLE = [
  '=HYPERLINK("a")',
  '="007"',
  "'",
  "'=x",
  'x'.repeat(32_766),
  `=${'长'.repeat(32_766)}`,
  '"',
  '合计',
  ...PIECES,
];
/** Persons are read; whatever such a text says has rules of its own. */
const PERSONS = /_by$|^by$/;

const textColumns = (kind: RecordKind): readonly string[] =>
  recordColumns[kind].filter(({ key, type }) => type === 'text' && !PERSONS.test(key)).map(({ key }) => key);

/** The records of a kind in the demo, with texts of another kind in their columns. */
async function hostileRecords(kind: RecordKind, demo: string, random: Random): Promise<string> {
  const { stdout } = await runOk(['export', kind, '--format', 'jsonl', '--ledger', demo], afterDemo);
  const lines = stdout.trim().split('\n');
  return lines
    .map((line) => {
      const record = JSON.parse(line) as Record<string, string>;
      for (const key of textColumns(kind)) {
        const pieces = Array.from({ length: random.between(1, 4) }, () => random.pick(PIECES));
        if (random.chance(kind === 'cadres' ? 10 : 40))
          record[key] = random.chance(40) ? random.pick(WHOLE) : pieces.join('');
      }
      return JSON.stringify(record);
    })
    .join('\n');
}

const SEEDS = process.env.YANQUAN_SEED === undefined ? [1] : [Number(process.env.YANQUAN_SEED)];

it.each(SEEDS)('every kind, by every way, seed %i', { timeout: 240_000 }, async (seed) => {
  const random = new Random(seed);
  const demo = await demoLedgerIn(temporaryFolder());
  const folder = temporaryFolder();
  const ledger = join(folder, 'yanquan.db');
  const at = ['--ledger', ledger];
  await runOk(['init', ...at], afterDemo);
  for (const kind of order) {
    const file = put(folder, `${kind}.jsonl`, await hostileRecords(kind, demo, random));
    const ran = await run(['import', kind, file, '--skip-bad', ...at], afterDemo);
    expect([0, 3], `${kind}: ${ran.stderr}`).toContain(ran.code);
  }
  let unchanged = 0;
  for (const kind of order) {
    const { stdout } = await runOk(['export', kind, '--format', 'json', ...at], afterDemo);
    if ((JSON.parse(stdout) as unknown[]).length === 0) continue;
    for (const [format = '', ...more] of ways) {
      const file = join(temporaryFolder(), `${kind}.${format}`);
      await runOk(['export', kind, '-o', file, ...at, ...more], afterDemo);
      const ran = await run(['import', kind, file, ...at, '--json'], afterDemo);
      const counts = ran.code === 0 ? (JSON.parse(ran.stdout) as Record<string, number>) : {};
      const { added, amended, rejected } = counts;
      expect({
        kind,
        format,
        more,
        stderr: ran.code === 0 ? '' : ran.stderr.slice(0, 2000),
        added,
        amended,
        rejected,
      }).toEqual({
        kind,
        format,
        more,
        stderr: '',
        added: 0,
        amended: 0,
        rejected: 0,
      });
      unchanged += counts.unchanged ?? 0;
    }
  }
  expect(unchanged).toBeGreaterThan(200 * ways.length);
});

it('numbers that look like something else in a table', async () => {
  const folder = temporaryFolder();
  const ledger = join(folder, 'yanquan.db');
  const at = ['--ledger', ledger];
  await runOk(['init', ...at], afterDemo);
  await runOk(['cadre', 'add', 'C1', '--name', '甲一', '--rank', 'staff', ...at], afterDemo);
  const numbers = [
    '合计',
    '小计',
    '问题编号',
    '填报人：某某',
    '备注',
    '注：',
    "'1",
    "''",
    '="1"',
    '#',
    '-',
    '@x',
    '1e5',
    'finding_no',
  ];
  for (const [index, finding_no] of numbers.entries()) {
    const record = {
      finding_no,
      source: '合计',
      description: index % 2 ? '合计' : '问题描述',
      found_on: '2018-09-01',
      cadre_no: 'C1',
    };
    const bare = {
      finding_no,
      source: '来源',
      description: finding_no,
      found_on: '2018-09-01',
      cadre_no: 'C1',
    };
    for (const each of [record, { ...bare, finding_no: `${finding_no}2` }]) {
      const file = put(folder, 'one.jsonl', JSON.stringify(each));
      expect([0, 1]).toContain((await run(['import', 'findings', file, ...at], afterDemo)).code);
    }
  }
  for (const [format = '', ...more] of ways) {
    const file = join(temporaryFolder(), `findings.${format}`);
    await runOk(['export', 'findings', '-o', file, ...at, ...more], afterDemo);
    const all = (await runOk(['export', 'findings', ...at, '--format', 'json'], afterDemo)).stdout;
    const ran = await run(['import', 'findings', file, ...at, '--json'], afterDemo);
    expect(ran.code, `${format} ${ran.stderr}`).toBe(0);
    const counts = { added: 0, amended: 0, unchanged: (JSON.parse(all) as unknown[]).length };
    expect(JSON.parse(ran.stdout), `${format} ${ran.stderr}`).toMatchObject(counts);
  }
});
