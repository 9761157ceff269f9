// --skip-bad --rejects FILE: the bad rows in their own columns with the reason; once fixed, the file imports as it is.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils, write } from '@e965/xlsx';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { ledgerIn, world } from '../support/errors.ts';
import { put, temporaryFolder } from '../support/folder.ts';
import { type Ran, run, runOk } from '../support/run.ts';
import { officeWorkbook } from '../support/workbook.ts';

const summaryOf = (ran: Ran) => JSON.parse(ran.stdout) as Record<string, unknown>;

async function skip(
  ledger: string,
  files: readonly string[],
  rejects: string,
  more: readonly string[] = [],
): Promise<Ran> {
  const ran = await run(
    [
      'import',
      'findings',
      ...files,
      '--skip-bad',
      '--rejects',
      rejects,
      '--ledger',
      ledger,
      '--json',
      ...more,
    ],
    world,
  );
  expect(ran.code).toBe(3);
  return ran;
}

/** Mends a text file of rejects and imports it as it is. */
async function mended(
  ledger: string,
  rejects: string,
  changes: Readonly<Record<string, string>>,
  more: readonly string[] = [],
): Promise<Ran> {
  let text = readFileSync(rejects, 'utf8');
  for (const [from, to] of Object.entries(changes)) {
    expect(text).toContain(from);
    text = text.replaceAll(from, to);
  }
  writeFileSync(rejects, text);
  return runOk(['import', 'findings', rejects, '--ledger', ledger, '--json', ...more], world);
}

const zh = ['问题编号', '问题来源', '问题描述', '发现时间', '责任人编号', '照片'];
const bad = ['N-1', 's', '缺表，"两"处', '2018-02-30', 'C1', '两张'];
const good = ['N-2', 's', '好行', '2018-09-01', 'C1', ''];
const quoted = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\n');

describe('mended, it imports as it is', () => {
  it('from a gb18030 file, forced or guessed; unknown columns stay; the reason is in a column that is no field', async () => {
    for (const more of [[], ['--encoding', 'gbk']]) {
      const folder = temporaryFolder();
      const ledger = await ledgerIn(folder);
      const file = put(folder, 'x.csv', iconv.encode(quoted([zh, bad, good]), 'gb18030'));
      const rejects = join(folder, 'r.csv');
      expect(summaryOf(await skip(ledger, [file], rejects, more))).toMatchObject({ added: 1, rejected: 1 });
      expect(readFileSync(rejects, 'utf8')).toBe(
        '\uFEFF问题编号,问题来源,问题描述,发现时间,责任人编号,照片,reject_reason\r\n' +
          'N-1,s,"缺表，""两""处",2018-02-30,C1,两张,"""发现时间"": The calendar has no such day (years 1900 to 2999). Check year, month and day."\r\n',
      );
      const ran = await mended(ledger, rejects, { '2018-02-30': '2018-08-30' });
      expect(summaryOf(ran)).toMatchObject({ added: 1, rejected: 0 });
      expect(ran.stderr).not.toContain('reject_reason');
      expect(ran.stderr).toContain('"照片"');
    }
  });

  it('in Chinese the reason stands under 退回原因, and a second round has one reason only', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const first = join(folder, 'r1.csv');
    const second = join(folder, 'r2.csv');
    const file = put(folder, 'x.csv', quoted([zh, bad]));
    await skip(ledger, [file], first, ['--lang', 'zh']);
    writeFileSync(first, readFileSync(first, 'utf8').replace('2018-02-30', '2018-09-01').replace('C1', 'X1'));
    await skip(ledger, [first], second, ['--lang', 'en']);
    const text = readFileSync(second, 'utf8');
    expect(text).toMatch(/,照片,reject_reason\r\n/);
    expect(text).not.toContain('退回原因');
    expect(summaryOf(await mended(ledger, second, { X1: 'C1' }))).toMatchObject({ added: 1 });
  });

  it('from a workbook to a workbook, mended by another program', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const rows = [
      ['台账'],
      zh,
      ['N-1', 's', '缺表', '2018-02-30', 'C1', '=1+1'],
      ['N-3', null, '停工', new Date(Date.UTC(2018, 8, 1)), 'X1', 7],
      good,
    ];
    const file = put(folder, 'x.xlsx', officeWorkbook([{ rows, merges: ['A1:F1', 'B3:B4'] }]));
    const rejects = join(folder, 'r.xlsx');
    expect(summaryOf(await skip(ledger, [file], rejects))).toMatchObject({ added: 1, rejected: 2 });
    const book = read(readFileSync(rejects));
    const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
    const cells = utils.sheet_to_json<string[]>(sheet, { header: 1 });
    expect(cells[0]).toEqual([...zh, 'reject_reason']);
    expect(cells.slice(1).map((row) => row.slice(0, 6))).toEqual([
      ['N-1', 's', '缺表', '2018-02-30', 'C1', '=1+1'],
      ['N-3', 's', '停工', '2018-09-01', 'X1', '7'],
    ]);
    sheet.D2 = { t: 's', v: '2018-08-30' };
    sheet.E3 = { t: 's', v: 'C2' };
    writeFileSync(rejects, write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
    const ran = await runOk(['import', 'findings', rejects, '--ledger', ledger, '--json'], world);
    expect(summaryOf(ran)).toMatchObject({ added: 2, rejected: 0 });
  });

  it('from several tables of different headings: columns of one field are one column', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const one = put(folder, '1.csv', quoted([zh, bad, good]));
    const two = put(
      folder,
      '2.csv',
      'finding_no,remark,source,cadre_no,description,found_on\nN-5,备,s,X5,d,2018-09-01\n',
    );
    const three = put(
      folder,
      '3.jsonl',
      '{"finding_no":"N-6","source":"s","description":"d","found_on":"2018-09-01","cadre_no":["C1","X6"]}\n',
    );
    const rejects = join(folder, 'r.csv');
    expect(summaryOf(await skip(ledger, [one, two, three], rejects))).toMatchObject({
      added: 1,
      rejected: 3,
    });
    const lines = readFileSync(rejects, 'utf8').split('\r\n');
    expect(lines[0]).toBe('\uFEFF问题编号,问题来源,问题描述,发现时间,责任人编号,照片,remark,reject_reason');
    expect(lines[2]).toMatch(/^N-5,s,d,2018-09-01,X5,,备,/);
    expect(lines[3]).toMatch(/^N-6,s,d,2018-09-01,C1;X6,,,/);
    expect(
      summaryOf(await mended(ledger, rejects, { '2018-02-30': '2018-08-30', X5: 'C2', X6: 'C3' })),
    ).toMatchObject({ added: 3 });
  });

  it('cells without a heading are not lost', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const file = put(
      folder,
      'x.csv',
      'finding_no,source,description,found_on,cadre_no\nN-1,s,缺表,两处,2018-09-01,C1\n',
    );
    const rejects = join(folder, 'r.csv');
    await skip(ledger, [file], rejects);
    expect(readFileSync(rejects, 'utf8')).toContain('\r\nN-1,s,缺表,两处,2018-09-01,C1,');
    expect(
      summaryOf(await mended(ledger, rejects, { '缺表,两处,2018-09-01,C1,': '缺表、两处,2018-09-01,C1,,' })),
    ).toMatchObject({ added: 1 });
  });

  it('rows on one line of JSON are told apart', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const row = (no: string, cadre: string) => ({
      finding_no: no,
      source: 's',
      description: 'd',
      found_on: '2018-09-01',
      cadre_no: cadre,
    });
    const file = put(
      folder,
      'x.json',
      JSON.stringify([row('N-1', 'C1'), row('N-2', 'X2'), row('N-3', 'C3')]),
    );
    const ran = await run(['import', 'ledger', file, '--skip-bad', '--ledger', ledger, '--json'], world);
    expect(summaryOf(ran)).toMatchObject({ added: 2, rejected: 1 });
  });

  it('an amended row that is refused afterwards leaves nothing behind', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const header = 'finding_no,source,description,found_on,cadre_no';
    const file = put(
      folder,
      'x.csv',
      `${header}\nF-10,省委巡视反馈,改了,2018-09-08,C5\nF-2,市委巡察反馈,改了,2018-08-20,C1\n`,
    );
    const ran = await run(
      [
        'import',
        'findings',
        file,
        '--skip-bad',
        '--amend',
        'found_on,description',
        '--reason',
        'x',
        '--ledger',
        ledger,
        '--json',
      ],
      world,
    );
    expect(summaryOf(ran)).toMatchObject({ amended: 1, rejected: 1 });
    const { stdout } = await runOk(['export', 'findings', '--ledger', ledger], world);
    expect(stdout).toContain('F-2,市委巡察反馈,,产业覆盖,前塘村,前塘作战所,改了');
    expect(stdout).toContain('走访日期不对,1,,,,2018-08-20');
  });
});

it('--dry-run --rejects writes the bad rows to the file, changes nothing else, and ends with 1', async () => {
  const folder = temporaryFolder();
  const ledger = join(folder, 'yanquan.db');
  await runOk(['init', '--ledger', ledger], world);
  await runOk(['cadre', 'add', 'C1', '--name', '王一', '--rank', 'staff', '--ledger', ledger], world);
  const file = join(folder, 'f.csv');
  const heading = 'finding_no,source,description,found_on,cadre_no';
  writeFileSync(file, `${heading}\nF-1,来源,好的,2018-08-01,C1\nF-2,来源,坏的,2018-02-30,C1\n`);
  const before = readFileSync(ledger);
  const rejects = join(folder, 'r.csv');
  const args = ['import', 'findings', file, '--dry-run', '--rejects', rejects, '--ledger', ledger];
  const { code } = await run(args, world);
  expect(code).toBe(1);
  expect(readFileSync(rejects, 'utf8')).toContain('F-2,来源,坏的,2018-02-30,C1');
  expect(readFileSync(rejects, 'utf8')).not.toContain('F-1');
  expect(readFileSync(ledger).equals(before)).toBe(true);
});
