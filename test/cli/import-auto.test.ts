// import auto: kinds found by headings, in the order in which records depend on each other, all in one transaction or none.
import { copyFileSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesIn, fixture, ledgerIn, refuseInBoth, world } from '../support/errors.ts';
import { put, temporaryFolder } from '../support/folder.ts';
import { home, run, runOk } from '../support/run.ts';

const tongjing = (name: string): string => join(home, 'fixtures/tongjing', `${name}.csv`);
const TODAY = { now: '2018-09-13T04:00:00Z' };
const FIRST_ROUND = [
  ...['09-attendance', '08-progress', '07-tasks', '06-objections', '05-extensions', '04-checks'],
  ...['03-reports', '02-findings', '01-cadres'],
];
const CHECKS = 'finding_no,result,checked_on,checked_by\nF-3,rectified,2018-09-08,督查甲\n';

interface Answer {
  readonly added: number;
  readonly unchanged: number;
  readonly written: boolean;
  readonly entry: number | '';
  readonly imports: readonly {
    readonly file: string;
    readonly kind: string;
    readonly added: number;
    readonly sheets: readonly string[];
    readonly batches: readonly object[];
  }[];
  readonly skipped: readonly { readonly file: string; readonly why: string }[];
  readonly changes: { readonly added: readonly string[]; readonly checked: readonly object[] };
}

async function auto(args: readonly string[], at = TODAY): Promise<Answer> {
  const ran = await runOk(['import', 'auto', ...args, '--json'], at);
  return JSON.parse(ran.stdout) as Answer;
}

/** A folder with a new ledger, and one of files beside it. */
async function township(): Promise<{ folder: string; ledger: string; files: string }> {
  const folder = temporaryFolder();
  const ledger = join(folder, 'yanquan.db');
  const files = join(folder, 'in');
  mkdirSync(files);
  await runOk(['init', '--township', '某乡', '--ledger', ledger], TODAY);
  return { folder, ledger, files };
}

describe('import auto', () => {
  it('imports a round from files in any order as the commands one by one do, with one journal entry', async () => {
    const { ledger } = await township();
    const came = await auto([...FIRST_ROUND.map(tongjing), '--ledger', ledger]);
    expect(came.imports.map(({ kind }) => kind)).toEqual([
      ...['cadres', 'tasks', 'findings', 'extensions', 'objections', 'reports', 'checks', 'progress'],
      'attendance',
    ]);
    expect(came.imports.every(({ batches }) => batches.length === 1)).toBe(true);
    expect(came.entry).toBe(2);
    expect(came.changes.added).toHaveLength(82);
    const alone = await township();
    for (const [kind, file] of [
      ...[['cadres', '01-cadres'] as const, ['findings', '02-findings'] as const],
      ...[['reports', '03-reports'] as const, ['checks', '04-checks'] as const],
      ...[['extensions', '05-extensions'] as const, ['objections', '06-objections'] as const],
      ...[['tasks', '07-tasks'] as const, ['progress', '08-progress'] as const],
      ['attendance', '09-attendance'] as const,
    ])
      await runOk(['import', kind, tongjing(file), '--ledger', alone.ledger], TODAY);
    const tally = ['tally', '--cutoff', '2018-09-12', '--format', 'csv', '--ledger'];
    expect((await runOk([...tally, ledger], TODAY)).stdout).toBe(
      (await runOk([...tally, alone.ledger], TODAY)).stdout,
    );
  });

  it('changes nothing when it is run again, and says so', async () => {
    const { ledger } = await township();
    const files = FIRST_ROUND.map(tongjing);
    await auto([...files, '--ledger', ledger]);
    const before = readFileSync(ledger);
    const ran = await runOk(['import', 'auto', ...files, '--ledger', ledger], TODAY);
    expect(ran.stderr).toContain('nothing was changed');
    expect(readFileSync(ledger).equals(before)).toBe(true);
  });

  it('reads a folder, names what it leaves out and why, and finds what it left out of no matter', async () => {
    const { ledger, files } = await township();
    for (const name of FIRST_ROUND) copyFileSync(tongjing(name), join(files, `${name}.csv`));
    copyFileSync(tongjing('10-decisions'), join(files, '10-decisions.csv'));
    for (const name of ['~$台账.xlsx', '.~lock.台账.xlsx#', 'old.db', '照片.jpg']) put(files, name, 'x');
    mkdirSync(join(files, '佐证'));
    const came = await auto([files, '--ledger', ledger]);
    expect(came.imports).toHaveLength(9);
    const why = Object.fromEntries(came.skipped.map((each) => [each.file.slice(files.length + 1), each.why]));
    expect(why).toEqual({
      '~$台账.xlsx': 'lock_file',
      '.~lock.台账.xlsx#': 'lock_file',
      'old.db': 'ledger_file',
      '照片.jpg': 'not_a_table',
      佐证: 'folder_inside',
      '10-decisions.csv': 'decisions',
    });
  });

  it.each(['zh', 'en'])('knows the papers of the program itself in %s', async (lang) => {
    const { ledger, files } = await township();
    await auto([...FIRST_ROUND.map(tongjing), '--ledger', ledger]);
    const to = (name: string): string[] => ['-o', join(files, name), '--ledger', ledger, '--lang', lang];
    const cutoff = ['--cutoff', '2018-09-12'];
    await runOk(['round', 'open', ...cutoff, '--ledger', ledger], TODAY);
    for (const [args, name] of [
      [['tally'], '汇总.xlsx'],
      [['tally'], '汇总.csv'],
      [['circle'], '严圈.xlsx'],
      [['training', '--proposed'], '培训.xlsx'],
      [['notice', '--proposed'], '通报.xlsx'],
      [['notice', '--proposed'], '通报.docx'],
      [['explain', 'TJ018'], '说明.xlsx'],
      [['explain', 'TJ018'], '说明.docx'],
      [['due'], '下一轮.xlsx'],
      [['duties'], '应办.xlsx'],
      [['finding', 'list'], '问题.xlsx'],
      [['finding', 'form', 'HT-001'], '申请表.docx'],
      [['sheet', 'checks'], '核查表.xlsx'],
      [['sheet', 'visit', '--station', '上湾作战所'], '督查.docx'],
      [['task', 'list'], '任务.xlsx'],
      [['round', 'list'], '轮次.xlsx'],
      [['batch', 'list'], '批次.xlsx'],
      [['log'], '日志.xlsx'],
      [['attendance', 'show'], '到岗.xlsx'],
    ] as const)
      await runOk([...args, ...to(name)], TODAY);
    const came = await auto([files, '--ledger', ledger]);
    expect(came.imports).toEqual([]);
    const why = Object.fromEntries(came.skipped.map((each) => [each.file.slice(files.length + 1), each.why]));
    // With 审定人 and 审定理由 filled in, the Chinese one imports as decisions.
    expect(why['汇总.xlsx']).toBe(lang === 'zh' ? 'decisions' : 'own_paper');
    expect(why['汇总.csv']).toBe('own_paper');
    expect(why['核查表.xlsx']).toBe('blank_form');
    expect(why['申请表.docx']).toBe('not_a_table');
    expect(why['问题.xlsx']).toBe('own_paper');
    expect(Object.keys(why)).toHaveLength(19);
  });

  it('imports the sheets of a workbook by their kinds, and a form once something is filled in', async () => {
    const { ledger, files } = await township();
    const { writeXlsx } = await import('hucre/xlsx');
    const cells = (name: string) =>
      readFileSync(tongjing(name), 'utf8')
        .trim()
        .split('\n')
        .map((line) => line.split(','));
    const bytes = await writeXlsx({
      sheets: [
        { name: '核查', rows: cells('04-checks') },
        { name: '说明', rows: [['填表须知'], ['逐项填写']] },
        { name: '问题', rows: cells('02-findings') },
        { name: '申请', rows: cells('03-reports') },
        { name: '花名册', rows: cells('01-cadres') },
      ],
    });
    const file = put(files, '台账.xlsx', bytes);
    const came = await auto([file, '--ledger', ledger]);
    expect(came.imports.map(({ kind, sheets, added }) => [kind, sheets[0], added > 0])).toEqual([
      ['cadres', '花名册', true],
      ['findings', '问题', true],
      ['reports', '申请', true],
      ['checks', '核查', true],
    ]);
    const again = await auto([file, '--ledger', ledger]);
    expect(again).toMatchObject({ added: 0, written: false });
  });

  it('takes names of a roster that comes with the register', async () => {
    const { ledger, files } = await township();
    const roster = put(files, 'a.csv', '干部编号,姓名,职级\nC1,甲一,一般干部\n');
    const register = put(
      files,
      'b.csv',
      '问题编号,问题来源,问题描述,发现时间,整改时限,责任人,完成情况\nF-1,市委巡察反馈,缺表,2018-09-01,2018-09-10,甲一,整改中\n',
    );
    const came = await auto([register, roster, '--match-names', '--ledger', ledger]);
    expect(came.imports.map(({ kind }) => kind)).toEqual(['cadres', 'ledger']);
    const shown = await runOk(['finding', 'show', 'F-1', '--ledger', ledger], TODAY);
    expect(shown.stdout).toContain('C1');
  });

  it('reads standard input, a text and a workbook of several kinds', async () => {
    const { ledger, files } = await township();
    const stdin = openSync(tongjing('01-cadres'), 'r');
    const came = await auto(['-', '--ledger', ledger], { ...TODAY, ...{ stdin } });
    expect(came.imports).toMatchObject([{ file: '-', kind: 'cadres', added: 45 }]);
    const { writeXlsx } = await import('hucre/xlsx');
    const rows = [['任务编号', '统计日期', '累计完成']];
    const sheets = [
      {
        name: 'a',
        rows: [
          ['干部编号', '姓名', '职级'],
          ['TJ901', '某九', '一般干部'],
        ],
      },
      { name: 'b', rows },
    ];
    const file = put(files, 'x.xlsx', await writeXlsx({ sheets }));
    const second = await auto(['-', '--ledger', ledger], { ...TODAY, ...{ stdin: openSync(file, 'r') } });
    expect(second.imports.map(({ kind, added }) => [kind, added])).toEqual([
      ['cadres', 1],
      ['progress', 0],
    ]);
  });

  it('writes nothing in a dry run, and the same afterwards', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const file = put(folder, 'new.csv', CHECKS);
    const before = bytesIn(folder);
    const dry = await auto([file, '--dry-run', '--ledger', ledger], { now: world.now ?? '' });
    expect(dry).toMatchObject({ added: 1, written: false, entry: '' });
    expect(bytesIn(folder)).toEqual(before);
    expect(await auto([file, '--ledger', ledger], { now: world.now ?? '' })).toMatchObject({ added: 1 });
  });

  it('keeps one key for all files: again it answers the same, with another file it is refused', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const file = put(folder, 'new.csv', CHECKS);
    const args = ['import', 'auto', file, '--idempotency-key', 'w1', '--json', '--ledger', ledger];
    const first = await runOk(args, world);
    expect((await runOk(args, world)).stdout).toBe(first.stdout);
    writeFileSync(file, CHECKS.replace('2018-09-08', '2018-09-09'));
    expect((await run(args, world)).code).toBe(1);
  });
});

describe('what import auto refuses', () => {
  const roster = 'cadre_no,name,rank\nC77,丁七,staff\n';

  it.each(['kind_not_found', 'kind_not_sure', 'kind_not_sure_missing'] as const)('%s', async (code) => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const good = put(folder, 'good.csv', roster);
    const bad = fixture('cli', `${code}.csv`);
    const names = [`${code}.csv`, 'yanquan import'];
    await refuseInBoth(folder, ['import', 'auto', good, bad, '--ledger', ledger], { code, exit: 1, names });
  });

  it('a damaged file among good ones: nothing is written', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const good = put(folder, 'good.csv', roster);
    const bad = put(folder, 'bad.xlsx', Buffer.from('PK\u0003\u0004 not a workbook'));
    await refuseInBoth(folder, ['import', 'auto', good, bad, '--ledger', ledger], {
      code: 'workbook_broken',
      exit: 1,
      names: ['bad.xlsx'],
    });
  });

  it('two files with the same finding number and other content: nothing is written', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const of = (text: string): string =>
      `finding_no,source,description,found_on,due_on,cadre_no\nN-1,市委巡察反馈,${text},2018-09-01,2018-09-20,C1\n`;
    const one = put(folder, 'one.csv', of('缺表'));
    const two = put(folder, 'two.csv', of('缺册'));
    const before = bytesIn(folder);
    const ran = await run(['import', 'auto', one, two, '--ledger', ledger], world);
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain('two.csv:2');
    expect(ran.stderr).toContain('Bad rows: 1. Nothing was written.');
    expect(bytesIn(folder)).toEqual(before);
  });

  it('options of one kind', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const file = put(folder, 'good.csv', roster);
    await refuseInBoth(folder, ['import', 'auto', file, '--sheet', 'all', '--ledger', ledger], {
      code: 'usage_not_with_auto',
      exit: 2,
      names: ['--sheet'],
    });
  });
});

it('bad rows of several kinds go into a file each, and come back mended', async () => {
  const folder = temporaryFolder();
  const ledger = await ledgerIn(folder);
  const cadres = put(folder, 'a.csv', 'cadre_no,name,rank\nC77,丁七,staff\nC78,,staff\n');
  const checks = put(folder, 'b.csv', `${CHECKS}F-404,rectified,2018-09-08,督查甲\n`);
  const rejects = join(folder, 'bad.csv');
  const args = ['import', 'auto', cadres, checks, '--skip-bad', '--rejects', rejects, '--ledger', ledger];
  const ran = await run([...args, '--json'], world);
  expect(ran.code).toBe(3);
  expect(JSON.parse(ran.stdout)).toMatchObject({ added: 2, rejected: 2 });
  const mended = put(
    folder,
    'mended.csv',
    readFileSync(join(folder, 'bad.cadres.csv'), 'utf8').replace('C78,,', 'C78,戊八,'),
  );
  expect(readFileSync(join(folder, 'bad.checks.csv'), 'utf8')).toContain('F-404');
  expect(await auto([mended, '--ledger', ledger], { now: world.now ?? '' })).toMatchObject({ added: 1 });
});
