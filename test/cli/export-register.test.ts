// The register out and in again: the office's layout, three lists, unchanged when it comes back, a report filled in by the clerk.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils, type WorkBook, write } from '@e965/xlsx';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atDemo } from '../support/at-ledger.ts';
import { put, temporaryFolder } from '../support/folder.ts';
import { run, runOk } from '../support/run.ts';

const zh = { env: { YANQUAN_LANG: 'zh' }, now: '2018-10-08T04:00:00Z' };

const bookOf = (file: string): WorkBook => read(readFileSync(file), { cellNF: true, cellStyles: true });
const gridOf = (file: string, sheet: string): string[][] =>
  utils.sheet_to_json<string[]>(bookOf(file).Sheets[sheet] ?? {}, { header: 1, raw: false, defval: '' });

/** Writes cells of the list of problems, by the heading of the column, in the row of a finding. */
function fillIn(file: string, no: string, cells: Readonly<Record<string, string>>): void {
  const book = bookOf(file);
  const sheet = book.Sheets.问题清单 ?? {};
  const [head = [], ...rows] = utils.sheet_to_json<string[]>(sheet, { header: 1, raw: false, defval: '' });
  const at = rows.findIndex((row) => row[head.indexOf('问题编号')] === no) + 1;
  for (const [heading, text] of Object.entries(cells))
    utils.sheet_add_aoa(sheet, [[text]], { origin: { r: at, c: head.indexOf(heading) } });
  writeFileSync(file, write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
}

describe('export ledger as a workbook', () => {
  it('is the office layout: three lists, people by name and number, first and current deadline, status', async () => {
    const { folder, ok } = await atDemo();
    const file = join(folder, '台账.xlsx');
    await ok('export', 'ledger', '-o', file, '--lang', 'zh');
    expect(bookOf(file).SheetNames).toEqual(['问题清单', '任务清单', '责任清单']);
    const [head = [], first = []] = gridOf(file, '问题清单');
    const cell = (heading: string): string => first[head.indexOf(heading)] ?? 'no such column';
    expect(cell('序号')).toBe('1');
    expect(cell('问题编号')).toMatch(/^HT-\d{3}$/u);
    for (const each of [
      '责任领导',
      '责任单位',
      '责任人',
      '原定时限',
      '整改时限',
      '目前状态',
      '完成情况',
      '单位原话',
    ])
      expect(head).toContain(each);
    expect(new Set(head).size).toBe(head.length);
    const [tasks = []] = gridOf(file, '任务清单');
    expect(tasks).toContain('整改措施');
    const people = gridOf(file, '责任清单');
    expect(people[0]).toContain('责任人编号');
    expect(people.length).toBe(gridOf(file, '问题清单').length);
    const print = Buffer.from(readFileSync(file)).length;
    expect(print).toBeGreaterThan(5_000);
  });

  it.each(['zh', 'en'])('changes nothing when it comes back (%s)', async (lang) => {
    const { folder, ok, run: at } = await atDemo();
    const file = join(folder, 'r.xlsx');
    await ok('export', 'ledger', '-o', file, '--lang', lang);
    const came = await at('import', 'ledger', file, '--json');
    expect(came.code).toBe(0);
    const answer = JSON.parse(came.stdout) as { told: unknown[] };
    expect(answer).toMatchObject({ added: 0, amended: 0, rejected: 0, written: false, told: [] });
  });

  it('takes what the clerk fills in, and nothing else', async () => {
    const { folder, ok } = await atDemo();
    const file = join(folder, '台账.xlsx');
    await ok('export', 'ledger', '-o', file, '--lang', 'zh');
    const [head = [], ...listed] = gridOf(file, '问题清单');
    const cell = (row: readonly string[], heading: string): string => row[head.indexOf(heading)] ?? '';
    const [one, two] = listed
      .filter((row) => /已建账|已派单/u.test(cell(row, '目前状态')) && cell(row, '完成情况') === '')
      .map((row) => cell(row, '问题编号'));
    fillIn(file, one ?? '', { 完成情况: '已完成', 申请时间: '2018-09-28', 说明: '已补齐' });
    fillIn(file, two ?? '', { 完成情况: '正在协调资金' });
    const came = await ok('import', 'ledger', file, '--json');
    expect(JSON.parse(came.stdout)).toMatchObject({
      amended: 0,
      rejected: 0,
      changes: {
        added: [],
        reported: [{ finding_no: one, progress: 'done' }],
        checked: [],
        unit_words: [{ finding_no: two, words: '正在协调资金' }],
      },
    });
    await ok('export', 'ledger', '-o', file, '--lang', 'zh');
    expect(JSON.parse((await ok('import', 'ledger', file, '--json')).stdout)).toMatchObject({ added: 0 });
    await ok('verify');
  });

  it('keeps the stable keys as csv and json', async () => {
    const { ok } = await atDemo();
    const csv = (await ok('export', 'ledger')).stdout.split('\n')[0];
    expect(csv).toMatch(/^finding_no,source,clause,.*,check_note,unit_words\r?$/u);
  });
});

const day = (n: number): string => `2018-09-${String(n).padStart(2, '0')}`;
const finding = fc.record({
  people: fc.subarray(['C1', 'C2', 'C3'], { minLength: 1 }),
  due: fc.option(fc.integer({ min: 5, max: 12 })),
  text: fc.constantFrom('账实不符', "'=1+1", '含“引号”，逗号', '两行\n文字', '合计'),
  word: fc.constantFrom('', '正在协调', '已完成', '基本完成，剩一户', '未完成', '√'),
  on: fc.option(fc.integer({ min: 3, max: 6 })),
  extended: fc.boolean(),
  moved: fc.boolean(),
  checked: fc.constantFrom('', '整改到位', '未整改到位'),
});

/** A ledger with findings and what happened to them. */
async function ledgerOf(findings: readonly (typeof finding extends fc.Arbitrary<infer T> ? T : never)[]) {
  const folder = temporaryFolder();
  const on = ['--ledger', join(folder, 'yanquan.db')];
  const at = (...args: readonly string[]) => run([...args, ...on], zh);
  await runOk(['init', ...on], zh);
  const cadres = ['C1,甲一', 'C2,乙二', 'C3,丙三', 'C4,丁四'].map((each) => `${each},staff\n`).join('');
  await runOk(['import', 'cadres', put(folder, 'c.csv', `cadre_no,name,rank\n${cadres}`), ...on], zh);
  const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const lines = findings.map((each, index) =>
    [
      ...[`P-${index}`, '巡察', each.text, day(1), each.due === null ? '' : day(each.due)],
      ...[each.people[0] ?? '', each.people.slice(1).join(';')],
      ...[each.word, each.on === null || !/完成|√/u.test(each.word) ? '' : day(each.on)],
    ]
      .map(quoted)
      .join(','),
  );
  const head = '问题编号,问题来源,具体问题,发现时间,整改时限,责任人编号,协助责任人编号,完成情况,申请时间';
  const first = await at('import', 'ledger', put(folder, 'r.csv', `${head}\n${lines.join('\n')}\n`));
  expect(first.code, first.stderr).toBe(0);
  for (const [index, each] of findings.entries()) {
    const no = `P-${index}`;
    const by = ['--by', '督查甲'];
    if (each.extended && each.due !== null)
      await at('finding', 'extend', no, '--to', day(20), '--on', day(each.due), ...by);
    if (each.moved)
      await at(
        'finding',
        'reassign',
        no,
        '--from',
        each.people[0] ?? '',
        '--to',
        'C4',
        '--on',
        day(8),
        ...by,
      );
    if (each.checked !== '')
      await at('finding', 'check', no, '--result', each.checked, '--on', day(10), ...by);
  }
  return { folder, at };
}

describe('any ledger', () => {
  it('comes back unchanged, as a workbook and as csv', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(finding, { minLength: 1, maxLength: 5 }), async (findings) => {
        const { folder, at } = await ledgerOf(findings);
        for (const name of ['台账.xlsx', '台账.csv']) {
          const file = join(folder, name);
          expect((await at('export', 'ledger', '-o', file)).code).toBe(0);
          const came = await at('import', 'ledger', file, '--json');
          expect(came.code, came.stderr).toBe(0);
          expect(JSON.parse(came.stdout), came.stderr).toMatchObject({
            added: 0,
            amended: 0,
            written: false,
          });
        }
        expect((await at('verify')).code).toBe(0);
      }),
      { numRuns: 12 },
    );
  }, 120_000);
});
