// Any file a clerk has: encodings, line ends, delimiters, stdin, sheets and several files give the same records.
import { openSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { bytesIn, fixture, ledgerIn, refuseInBoth, world } from '../support/errors.ts';
import { put, temporaryFolder } from '../support/folder.ts';
import { run, runOk } from '../support/run.ts';
import { line, row, table, wordFile } from '../support/word.ts';
import { officeWorkbook } from '../support/workbook.ts';

const rows = [
  ['问题编号', '问题来源', '问题描述', '发现时间', '整改时限', '责任人编号', '备注'],
  ['N-1', '省委巡视', '缺表，两处', '2018年9月1日', '2018年9月底前', 'C1', '007'],
  ['N-2', '省委巡视', '断\n行', '2018/9/2', '+5d', 'C2', '123456789012345678'],
  ['N-3', '市委巡察', '带“引号”的"字"', '20180903', '', 'C3', '含,逗号;分号\t制表'],
];

const encodings: Readonly<Record<string, (text: string) => Buffer>> = {
  'utf-8': (text) => Buffer.from(text),
  'utf-8 with BOM': (text) => Buffer.from(`\uFEFF${text}`),
  'utf-16le with BOM': (text) => iconv.encode(`\uFEFF${text}`, 'utf-16le', { addBOM: false }),
  'utf-16be with BOM': (text) => iconv.encode(`\uFEFF${text}`, 'utf-16be', { addBOM: false }),
  gb18030: (text) => iconv.encode(text, 'gb18030'),
};
const lineEnds = { LF: '\n', CRLF: '\r\n', CR: '\r' };
const delimiters = { comma: ',', tab: '\t', semicolon: ';' };

function written(delimiter: string, end: string): string {
  const cell = (text: string) => (/[",;\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  return rows.map((row) => row.map(cell).join(delimiter) + end).join('');
}

async function findingsOf(ledger: string): Promise<string> {
  const { stdout } = await runOk(['export', 'findings', '--ledger', ledger], world);
  return stdout.slice(stdout.indexOf('N-1'));
}

const expected = [
  'N-1,省委巡视,,,,,缺表，两处,1,,,,2018-09-01,2018-09-30,C1,,,,,007',
  'N-2,省委巡视,,,,,"断\n行",1,,,,2018-09-02,2018-09-07,C2,,,,,123456789012345678',
  'N-3,市委巡察,,,,,带“引号”的"字",1,,,,2018-09-03,,C3,,,,,"含,逗号;分号\t制表"',
].join('\n');
const recordsOf = (text: string) => text.replaceAll('"带“引号”的""字"""', '带“引号”的"字"').trimEnd();

describe.each(Object.entries(encodings))('%s', (encoding, encode) => {
  it.each(Object.entries(lineEnds))(
    '%s: every delimiter, file and stdin, guessed and forced, gives the same records',
    async (_, end) => {
      for (const [name, delimiter] of Object.entries(delimiters)) {
        const folder = temporaryFolder();
        const ledger = await ledgerIn(folder);
        const file = put(folder, 'x.csv', encode(written(delimiter, end)));
        const guessed = await runOk(['import', 'findings', file, '--ledger', ledger], world);
        expect(recordsOf(await findingsOf(ledger))).toBe(expected);
        expect(guessed.stderr.includes('Read as')).toBe(!encoding.startsWith('utf-8'));
        expect(guessed.stderr.includes('separated by')).toBe(name !== 'comma');
        const forced = ['--encoding', encoding.split(' ')[0] ?? '', '--delimiter', name];
        const stdin = openSync(file, 'r');
        const again = await runOk(['import', 'findings', '-', ...forced, '--ledger', ledger, '--json'], {
          ...world,
          stdin,
        });
        expect(JSON.parse(again.stdout)).toMatchObject({ added: 0, unchanged: 3 });
        expect(again.stderr).toBe('findings: 0 added, 3 unchanged, 0 amended, 0 rejected.\n');
      }
    },
  );
});

it('utf-16 without a BOM is told by its NULs, gbk and gb2312 are read as gb18030', async () => {
  const folder = temporaryFolder();
  const ledger = await ledgerIn(folder);
  const plain = 'finding_no,source,description,found_on,cadre_no\nN-1,s,d,2018-09-01,C1\n';
  const file = put(folder, 'x.csv', iconv.encode(plain, 'utf-16le', { addBOM: false }));
  expect((await runOk(['import', 'findings', file, '--ledger', ledger], world)).stderr).toContain(
    'Read as utf-16le',
  );
  for (const name of ['gbk', 'GB2312', 'cp936', 'gb18030']) {
    const gbk = put(folder, 'g.csv', iconv.encode(written(',', '\n'), 'gbk'));
    const ran = await run(
      ['import', 'findings', gbk, '--encoding', name, '--dry-run', '--ledger', ledger, '--json'],
      world,
    );
    expect(ran.code).toBe(1); // N-1 stands with other content
    expect(JSON.parse(ran.stdout)).toMatchObject({ added: 2, rejected: 1 });
  }
  await refuseInBoth(folder, ['import', 'findings', file, '--encoding', 'klingon', '--ledger', ledger], {
    code: 'encoding_not_supported',
    exit: 1,
    names: ['klingon', 'gb18030'],
  });
  await refuseInBoth(folder, ['import', 'findings', file, '--delimiter', '|', '--ledger', ledger], {
    code: 'delimiter_not_supported',
    exit: 1,
    names: ['|', 'semicolon'],
  });
});

describe('several files', () => {
  const header = 'finding_no,source,description,found_on,cadre_no';

  it('are one transaction: a batch each, one journal entry, all or nothing', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const one = put(folder, '1.csv', `${header}\nN-1,s,d,2018-09-01,C1\n`);
    const two = put(
      folder,
      '2.jsonl',
      '{"finding_no":"N-2","source":"s","description":"d","found_on":"2018-09-01","cadre_no":["C1","C2"]}\n',
    );
    const bad = put(folder, '3.csv', `${header}\nN-3,s,d,2018-09-01,X9\n`);
    const before = bytesIn(folder);
    const refused = await run(['import', 'findings', one, two, bad, '--ledger', ledger, '--json'], world);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('3.csv:2:');
    expect(bytesIn(folder)).toEqual(before);
    const ran = await runOk(['import', 'findings', one, two, '--ledger', ledger, '--json'], world);
    expect(JSON.parse(ran.stdout)).toMatchObject({
      added: 2,
      batches: [
        { file: one, added: 1 },
        { file: two, added: 1 },
      ],
    });
    const undone = await runOk(['batch', 'undo', '11', '--reason', 'x', '--ledger', ledger], world);
    expect(undone.stderr).toContain('Reversed: 1');
  });

  it('one sheet or all: the sheet that fits is told, several that fit are asked about, hidden ones are named', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const sheet = (no: string) => [header.split(','), [no, 's', 'd', '2018-09-01', 'C1']];
    const one = put(
      folder,
      'one.xlsx',
      officeWorkbook([
        { name: '说明', rows: [['填表说明']] },
        { name: '省委', rows: sheet('N-1') },
      ]),
    );
    const taken = await runOk(['import', 'findings', one, '--ledger', ledger], world);
    expect(taken.stderr).toContain('The sheet "省委" was read; not read: 说明.');
    const two = put(
      folder,
      'two.xlsx',
      officeWorkbook([
        { name: '省委', rows: sheet('N-2') },
        { name: '市委', rows: sheet('N-3') },
      ]),
    );
    await refuseInBoth(folder, ['import', 'findings', two, '--ledger', ledger], {
      code: 'sheet_not_chosen',
      exit: 1,
      names: ['省委', '市委', '--sheet'],
    });
    await refuseInBoth(folder, ['import', 'findings', two, '--sheet', '县委', '--ledger', ledger], {
      code: 'sheet_unknown',
      exit: 1,
      names: ['县委', '市委'],
    });
    const named = await runOk(
      ['import', 'findings', two, '--sheet', '市委', '--ledger', ledger, '--json'],
      world,
    );
    expect(JSON.parse(named.stdout)).toMatchObject({ added: 1 });
    const all = await runOk(
      ['import', 'findings', two, '--sheet', 'all', '--ledger', ledger, '--json'],
      world,
    );
    expect(JSON.parse(all.stdout)).toMatchObject({
      added: 1,
      unchanged: 1,
      batches: [{ file: two, added: 1, unchanged: 1 }],
    });
  });

  it.each(['xlsx', 'biff8'] as const)('one sheet a source (%s): --sheet-as', async (type) => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const head = ['问题编号', '问题描述', '发现时间', '责任人编号'];
    const sheet = (name: string, no: string) => ({ name, rows: [head, [no, 'd', '2018-09-01', 'C1']] });
    const sheets = [
      sheet('省委巡视', 'N-1'),
      sheet('市委巡察 ', 'N-2'),
      { name: '说明', rows: [['填表说明']] },
    ];
    const file = put(folder, 'one-a-source.xlsx', officeWorkbook(sheets, type));
    const args = ['import', 'findings', file, '--ledger', ledger];
    for (const field of ['source', '问题来源']) {
      const ran = await runOk([...args, '--sheet-as', field, '--json'], world);
      expect(JSON.parse(ran.stdout)).toMatchObject(field === 'source' ? { added: 2 } : { unchanged: 2 });
      expect(ran.stderr).toContain('说明');
    }
    const { stdout } = await runOk(['export', 'findings', '--ledger', ledger], world);
    expect(stdout).toMatch(/\nN-1,省委巡视,/);
    expect(stdout).toMatch(/\nN-2,市委巡察,/);
    await refuseInBoth(folder, [...args, '--sheet-as', '来处'], {
      code: 'sheet_as_unknown',
      exit: 2,
      names: ['来处'],
    });
    await refuseInBoth(folder, [...args, '--sheet-as', 'description'], {
      code: 'field_twice',
      exit: 1,
      names: ['问题描述', '--sheet-as'],
    });
    const text = put(folder, 'x.csv', `${header}\nN-3,s,d,2018-09-01,C1\n`);
    await refuseInBoth(folder, ['import', 'findings', text, '--sheet-as', 'source', '--ledger', ledger], {
      code: 'sheet_as_without_sheet',
      exit: 1,
      names: ['x.csv'],
    });
  });

  it('tables of a Word file, one or all; what holds none is told as what it is', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const one = (no: string) => table([row(header.split(',')), row([no, 's', 'd', '2018-09-01', 'C1'])]);
    const file = put(
      folder,
      '台账.docx',
      wordFile([line('省委巡视'), one('N-1'), line('市委巡察'), one('N-2')]),
    );
    const args = ['import', 'findings', file, '--ledger', ledger];
    await refuseInBoth(folder, args, {
      code: 'sheet_not_chosen',
      exit: 1,
      names: ['省委巡视', '市委巡察', '--sheet'],
    });
    const second = await runOk([...args, '--sheet', '市委巡察', '--json'], world);
    expect(JSON.parse(second.stdout)).toMatchObject({ added: 1 });
    const all = await runOk([...args, '--sheet', 'all', '--json'], world);
    expect(JSON.parse(all.stdout)).toMatchObject({ added: 1, unchanged: 1 });
    const shown = await runOk(['import', 'inspect', file, '--kind', 'findings', '--format', 'json'], world);
    expect(JSON.parse(shown.stdout)[0]).toMatchObject({ file_format: 'docx', sheet: '省委巡视' });
    const refused = [
      ['word_without_table', 'word_without_table.docx', '.docx'],
      ['word_broken', 'word_broken.docx', '.docx'],
      ['word_cell_not_text', 'word_cell_not_text.docx', '问题描述'],
      ['file_is_word', 'file_is_word.doc', '.docx'],
      ['file_is_word', 'file_is_word.rtf', '.docx'],
    ] as const;
    for (const [code, name, named] of refused) {
      const bad = ['import', 'findings', fixture('intake', name), '--ledger', ledger];
      await refuseInBoth(folder, bad, { code, exit: 1, names: [name, named] });
    }
  });

  it('old .xls too; numbers that are names stay, one that Excel has spoilt is refused by name', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const put_ = (name: string, no: unknown, type: 'xlsx' | 'biff8') =>
      put(
        folder,
        name,
        officeWorkbook([{ rows: [header.split(','), [no, 's', 'd', '2018-09-01', 'C1']] }], type),
      );
    await runOk(['import', 'findings', put_('a.xls', '007', 'biff8'), '--ledger', ledger], world);
    await runOk(
      ['import', 'findings', put_('a.xlsx', '123456789012345678', 'xlsx'), '--ledger', ledger],
      world,
    );
    const { stdout } = await runOk(['export', 'findings', '--ledger', ledger], world);
    expect(stdout).toMatch(/\n007,s,/);
    expect(stdout).toMatch(/\n123456789012345678,s,/);
    const spoilt = put_('b.xlsx', 123456789012345680, 'xlsx');
    await refuseInBoth(folder, ['import', 'findings', spoilt, '--ledger', ledger], {
      code: 'number_spoilt',
      exit: 1,
      names: ['b.xlsx', '1.2345678901234'],
    });
  });

  it('a mapping that is not there is refused', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const one = put(folder, '1.csv', `${header}\nN-1,s,d,2018-09-01,C1\n`);
    await refuseInBoth(
      folder,
      ['import', 'findings', one, '--mapping', join(folder, 'no.yaml'), '--ledger', ledger],
      { code: 'file_not_found', exit: 1, names: ['no.yaml'] },
    );
  });
});
