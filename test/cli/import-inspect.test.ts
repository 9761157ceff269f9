// import inspect: what a file looks like before it is imported, and the mapping file that can be made of it.
import { openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { fixture, ledgerIn, refuseInBoth, world } from '../support/errors.ts';
import { put, temporaryFolder } from '../support/folder.ts';
import { home, run, runOk } from '../support/run.ts';
import { officeWorkbook } from '../support/workbook.ts';

const inspected = async (args: readonly string[]): Promise<Record<string, string | number>[]> =>
  JSON.parse((await runOk(['import', 'inspect', ...args, '--format', 'json'], world)).stdout);

describe('import inspect', () => {
  it('says encoding, delimiter, header, first rows, the field of each column, and the nearest of what is unknown', async () => {
    const folder = temporaryFolder();
    const text =
      '问题整改台账\r\n问题编号\t来源\t具体问题\t整改错施\t责任人\t完成时间\t照片\r\nN-1\t省委巡视\t缺表\t补表\t张三\t9月\t2\r\nN-2\t省委巡视\t停工\t复工\t李四\t\t\r\n';
    const file = put(folder, '台账.txt', iconv.encode(text, 'gbk'));
    const rows = await inspected([file, '--kind', 'findings']);
    expect(rows[0]).toMatchObject({
      file,
      file_format: 'csv',
      encoding: 'gb18030',
      delimiter: 'Tab',
      kind: 'findings',
      header_line: 2,
      header_height: 1,
    });
    expect(
      rows.map(({ place, heading, field, taken, nearest, first_1, first_2 }) => [
        place,
        heading,
        field,
        taken,
        nearest,
        first_1,
        first_2,
      ]),
    ).toEqual([
      [1, '问题编号', 'finding_no', 'filled', '', 'N-1', 'N-2'],
      [2, '来源', 'source', 'filled', '', '省委巡视', '省委巡视'],
      [3, '具体问题', 'description', 'filled', '', '缺表', '停工'],
      [4, '整改错施', '', 'unknown', '整改措施', '补表', '复工'],
      [5, '责任人', 'cadre_no', 'by_name', '', '张三', '李四'],
      [6, '完成时间', 'due_on', 'asked', '', '9月', ''],
      [7, '照片', '', 'unknown', '', '2', ''],
      ['', '', 'found_on', 'missing', '', '', ''],
    ]);
    const shown = await runOk(['import', 'inspect', file, '--lang', 'zh'], world);
    expect(shown.stderr).toContain('gb18030');
    expect(shown.stdout).toContain('格式 csv，编码 gb18030，分隔符 Tab');
    expect(shown.stdout).toContain('表头在第2行，共1行；按“问题”看（import findings）');
    expect(shown.stdout).toMatch(/4 {2}整改错施 +不认识，不读 +整改措施 +补表 +复工/);
    expect((await runOk(['import', 'inspect', file, '-q'], world)).stderr).toBe('');
  });

  it('forced encoding, delimiter and sheet are those of the file, not of the list', async () => {
    const folder = temporaryFolder();
    const file = put(folder, 'x.csv', iconv.encode('问题编号;来源\nN-1;省委\n', 'gbk'));
    const ran = await runOk(
      ['import', 'inspect', file, '--encoding', 'gb18030', '--delimiter', ';', '--format', 'csv'],
      world,
    );
    expect(ran.stdout).toContain('问题编号');
    expect(ran.stderr).toBe('');
  });

  it('looks at every sheet, or the one named; stdin too; needs no ledger', async () => {
    const folder = temporaryFolder();
    const rows = [
      ['问题编号', '来源'],
      ['N-1', '省委'],
    ];
    const file = put(
      folder,
      'x.xlsx',
      officeWorkbook([
        { name: '省委', rows },
        { name: '市委', rows },
        { name: '说明', rows: [['无']] },
      ]),
    );
    expect(new Set((await inspected([file])).map((row) => row.sheet))).toEqual(
      new Set(['省委', '市委', '说明']),
    );
    expect(new Set((await inspected([file, '--sheet', '市委'])).map((row) => row.sheet))).toEqual(
      new Set(['市委']),
    );
    const stdin = openSync(fixture('base', 'checks.csv'), 'r');
    const ran = await run(['import', 'inspect', '-', '--format', 'json'], { ...world, stdin });
    expect((JSON.parse(ran.stdout) as { kind: string }[])[0]?.kind).toBe('checks');
    await runOk(
      ['import', 'inspect', file, '--kind', 'findings', '--write-mapping', join(folder, 'm.yaml')],
      world,
    );
    const mapping = readFileSync(join(folder, 'm.yaml'), 'utf8');
    expect(mapping.match(/finding_no:/g)).toHaveLength(1);
    await refuseInBoth(folder, ['import', 'inspect', join(folder, 'none.csv')], {
      code: 'file_not_found',
      exit: 1,
      names: ['none.csv'],
    });
  });

  it('--write-mapping saves what was found; filled in, the foreign file imports with it', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const file = put(folder, 'x.csv', '清单编号,来源,What,When,工号\nN-1,省委巡视,缺表,2018/09/01,C1\n');
    const mapping = join(folder, 'm.yaml');
    const ran = await runOk(
      ['import', 'inspect', file, '--kind', 'findings', '--write-mapping', mapping],
      world,
    );
    expect(ran.stderr).toContain(`The mapping is in ${mapping}.`);
    const text = readFileSync(mapping, 'utf8');
    expect(text).toContain('finding_no:\n    column: 清单编号');
    const mended = text
      .replace('#  description: { column: "" }  # *', '  description: { column: What }')
      .replace('#  found_on: { column: "" }  # *', '  found_on: { column: When, format: YYYY/MM/DD }');
    expect(mended).not.toBe(text);
    put(folder, 'm.yaml', mended);
    const done = await runOk(
      ['import', 'findings', file, '--mapping', mapping, '--ledger', ledger, '--json'],
      world,
    );
    expect(JSON.parse(done.stdout)).toMatchObject({ added: 1 });
  });

  it('is a subcommand that leaves import alone: import cadres x works beside it', async () => {
    const ledger = await ledgerIn(temporaryFolder());
    const ran = await runOk(
      ['import', 'cadres', join(home, 'fixtures/errors/base/cadres.csv'), '--ledger', ledger],
      world,
    );
    expect(ran.stderr).toContain('8 unchanged');
    expect((await run(['import', '--help'], world)).stdout).toContain('inspect');
    expect(await run(['import', 'inspekt', 'x'], world)).toMatchObject({ code: 2, stdout: '' });
  });
});
