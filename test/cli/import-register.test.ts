// The office's one workbook, overwritten each week: split into findings, reports and checks, and never accepted
// silently.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesIn, ledgerIn, refuseInBoth, world } from '../support/errors.ts';
import { put, temporaryFolder } from '../support/folder.ts';
import { type Line, week, week1, week2, week3 } from '../support/office-register.ts';
import { type Ran, run, runOk } from '../support/run.ts';

const names = ['--match-names'];

async function importWeek(
  ledger: string,
  file: string,
  on: string,
  more: readonly string[] = [],
): Promise<Ran> {
  return run(['import', 'ledger', file, ...names, '--on', on, '--ledger', ledger, '--json', ...more], world);
}

const countsOf = (ran: Ran) => {
  const { added, unchanged, amended, rejected } = JSON.parse(ran.stdout) as Record<string, number>;
  return { added, unchanged, amended, rejected };
};

async function eventsOf(ledger: string, kind: string): Promise<string[]> {
  const { stdout } = await runOk(['export', kind, '--ledger', ledger], world);
  return stdout
    .trimEnd()
    .split('\n')
    .slice(1)
    .filter((line) => line.startsWith('W-'));
}

describe('three weeks of one workbook', () => {
  it('each week adds what is new, and a week again changes nothing', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const file = put(folder, '台账.xlsx', week('试验乡整改台账（第一周）', week1));
    const first = await importWeek(ledger, file, '2018-09-14');
    expect({ ...first, stdout: countsOf(first) }).toMatchObject({
      code: 0,
      stdout: { added: 3, unchanged: 0, amended: 0, rejected: 0 },
    });
    expect(first.stderr).toContain('丙　三 was taken for C3 (党政办公室), 1 time.');
    expect(first.stderr).toMatch(/header was taken from line 4, 1 row/);
    expect(first.stderr).toMatch(/1 row of totals skipped \(line 8\)/);
    expect(first.stderr).toMatch(/1 footer row skipped .*line 9/);
    expect(first.stderr).toMatch(/1 hidden or filtered row.*line 6/);
    expect(await eventsOf(ledger, 'findings')).toEqual([
      'W-1,市委巡察反馈,,,,,缺家庭基本情况表12份,1,,,,2018-08-20,2018-09-20,C3,,,农业服务中心,,',
      'W-2,市委巡察反馈,,,,,通组路停工,1,,,,2018-08-20,2018-09-30,C4;C5,,,农业服务中心,,',
      'W-3,市委巡察反馈,,,,,台账与实地不符,1,,,,2018-08-20,,C5,,,农业服务中心,,',
    ]);
    // 未完成 without a day is no report, and words that are not understood are none either.
    expect(await eventsOf(ledger, 'reports')).toEqual([]);
    expect(first.stderr).toMatch(/progress not understood: 1 .*W-2“正在推进”/);

    put(folder, '台账.xlsx', week('试验乡整改台账（第二周）', week2));
    const second = await importWeek(ledger, file, '2018-09-21');
    expect(countsOf(second)).toEqual({ added: 2, unchanged: 2, amended: 0, rejected: 0 });
    expect(second.stderr).toMatch(/In 1 row a verdict lacks who checked or when \(line 7\)/);
    expect(await eventsOf(ledger, 'reports')).toEqual(['W-1,2018-09-18,,done,,']);
    expect(await eventsOf(ledger, 'checks')).toEqual([]);

    put(folder, '台账.xlsx', week('试验乡整改台账（第三周）', week3));
    const third = await importWeek(ledger, file, '2018-09-28');
    expect(countsOf(third)).toEqual({ added: 3, unchanged: 1, amended: 0, rejected: 0 });
    expect(await eventsOf(ledger, 'checks')).toEqual([
      'W-1,rectified,2018-09-21,督查甲、督查乙,,,,',
      'W-2,not_rectified,2018-09-25,督查甲,,,,',
    ]);
    expect(await eventsOf(ledger, 'reports')).toEqual(['W-1,2018-09-18,,done,,', 'W-4,2018-09-26,,done,,']);

    const before = bytesIn(folder);
    const again = await importWeek(ledger, file, '2018-10-01');
    expect(countsOf(again)).toEqual({ added: 0, unchanged: 4, amended: 0, rejected: 0 });
    expect(bytesIn(folder)).toEqual(before);
  });

  it('done and partly without a day are reports of --on, else of the day of the import, once', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const head = '问题编号,完成情况,核查结果\n';
    const file = put(folder, 'w.csv', `${head}F-1,已完成。,\nF-2,基本完成,\nF-3,已完成,整改到位\n`);
    const args = ['import', 'ledger', file, '--ledger', ledger, '--json'];
    const ran = await runOk(args, world);
    expect(countsOf(ran)).toMatchObject({ added: 2, unchanged: 1 });
    expect(ran.stderr).toContain(
      '2 rows say done or partly without a day: recorded as reports of 2018-10-01;',
    );
    const again = await runOk([...args, '--on', '2018-09-30'], world);
    expect(countsOf(again)).toMatchObject({ added: 0, unchanged: 3 });
    expect(again.stderr).not.toContain('without a day.');
    const { stdout } = await runOk(['export', 'reports', '--ledger', ledger], world);
    expect(stdout.split('\n').filter((line) => line.includes('2018-10-01'))).toEqual([
      'F-1,2018-10-01,,done,,',
      'F-2,2018-10-01,,partly,,',
    ]);
  });

  it('a bad day hides neither an unknown number nor an unknown name', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const head = '问题编号,问题来源,问题描述,发现时间,责任人编号,责任领导\n';
    const file = put(folder, 'w.csv', `${head}N-1,巡察,x,2018-02-30,X99,无此人\n`);
    const ran = await run(['import', 'findings', file, ...names, '--ledger', ledger], world);
    expect(ran.code).toBe(1);
    for (const said of ['2018-02-30', 'X99', '无此人']) expect(ran.stderr).toContain(said);
  });

  it('a refusal ends with the lines of a mapping that settle all its words', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const head = '问题编号,完成情况,申请时间\n';
    const file = put(
      folder,
      'w.csv',
      `${head}F-1,已完成80%,2018-09-13\nF-2,快了,2018-09-13\nF-3,快了,2018-09-13\n`,
    );
    const args = ['import', 'ledger', file, '--ledger', ledger];
    const refused = await run(args, world);
    expect(refused.code).toBe(1);
    const lines = refused.stderr.trimEnd().split('\n');
    const mapping = lines.slice(lines.indexOf('fields:')).join('\n');
    expect(mapping).toBe(
      [
        'fields:',
        '  progress:',
        '    column: "完成情况"',
        '    map:',
        '      "已完成80%": "?"  # not_done | partly | done',
        '      "快了": "?"  # not_done | partly | done',
      ].join('\n'),
    );
    const yaml = put(folder, 'm.yaml', mapping.replaceAll('"?"', 'partly'));
    expect((await run([...args, '--mapping', put(folder, 'n.yaml', mapping)], world)).code).toBe(1);
    const ran = await runOk([...args, '--mapping', yaml, '--json'], world);
    expect(countsOf(ran)).toMatchObject({ added: 3 });
  });

  it('changed facts are listed for --amend, never taken silently; what stands by extension or reassignment is no change', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const file = put(folder, 'w.xlsx', week('一', week1));
    await importWeek(ledger, file, '2018-09-14');
    const changed: readonly Line[] = [
      ['W-1', '缺家庭基本情况表13份', '2018年9月20日', '丙三', '未完成'],
      ...week1.slice(1),
    ];
    put(folder, 'w.xlsx', week('二', changed));
    const before = bytesIn(folder);
    const refused = await importWeek(ledger, file, '2018-09-14');
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(
      /w\.xlsx\[整改台账\]:5: "具体问题" '缺家庭基本情况表13份': .*--amend description/,
    );
    expect(bytesIn(folder)).toEqual(before);
    const amended = await importWeek(ledger, file, '2018-09-14', [
      '--amend',
      'description',
      '--reason',
      '核实',
    ]);
    expect(countsOf(amended)).toEqual({ added: 0, unchanged: 2, amended: 1, rejected: 0 });

    await runOk(
      [
        'finding',
        'extend',
        'W-1',
        '--to',
        '2018-10-20',
        '--on',
        '2018-09-15',
        '--by',
        '乡长',
        '--ledger',
        ledger,
      ],
      world,
    );
    await runOk(
      [
        'finding',
        'reassign',
        'W-1',
        '--from',
        'C3',
        '--to',
        'C4',
        '--on',
        '2018-09-16',
        '--by',
        '委员',
        '--ledger',
        ledger,
      ],
      world,
    );
    put(
      folder,
      'w.xlsx',
      week('三', [['W-1', '缺家庭基本情况表13份', '2018-10-20', '丁四', '未完成'], ...week1.slice(1)]),
    );
    expect(countsOf(await importWeek(ledger, file, '2018-09-17'))).toEqual({
      added: 0,
      unchanged: 3,
      amended: 0,
      rejected: 0,
    });
    put(
      folder,
      'w.xlsx',
      week('四', [['W-1', '缺家庭基本情况表13份', '2018-10-21', '丙三', '未完成'], ...week1.slice(1)]),
    );
    const fixed = await importWeek(ledger, file, '2018-09-17');
    expect(fixed.code).toBe(1);
    expect(fixed.stderr).toContain('2018-10-21');
  });

  it('--skip-bad writes whole rows only: a row whose check is refused adds no finding', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const lines: readonly Line[] = [
      ['W-1', '好', '2018-09-20', '丙三', '已完成', '2018-09-18', '整改到位', '督查甲', '2018-09-21'],
      ['W-2', '自己查自己', '2018-09-20', '丁四', '已完成', '2018-09-18', '整改到位', '丁四', '2018-09-21'],
      ['W-3', '没有结果', '2018-09-20', '丁四', '已完成', '2018-09-18', '', '督查甲', '2018-09-21'],
    ];
    const file = put(folder, 'w.xlsx', week('一', lines));
    const rejects = join(folder, 'rejects.xlsx');
    const args = ['--skip-bad', '--rejects', rejects];
    const dry = await importWeek(ledger, file, '2018-09-28', [...args, '--dry-run']);
    const ran = await importWeek(ledger, file, '2018-09-28', args);
    expect(ran.code).toBe(3);
    expect(countsOf(ran)).toEqual({ added: 1, unchanged: 0, amended: 0, rejected: 2 });
    expect(countsOf(dry)).toEqual(countsOf(ran));
    for (const kind of ['findings', 'reports', 'checks']) {
      expect((await eventsOf(ledger, kind)).map((line) => line.split(',')[0])).toEqual(['W-1']);
    }
    await refuseInBoth(folder, ['import', 'ledger', rejects, ...names, '--ledger', ledger], {
      code: 'four_eyes_name',
      exit: 1,
      names: ['rejects.xlsx', 'C4'],
    });
  });

  it('a new finding needs its facts; a finding known needs none', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const known = put(folder, 'k.csv', '问题编号,完成情况,申请时间\nF-2,已完成,2018-09-13\n');
    expect(countsOf(await importWeek(ledger, known, '2018-09-14'))).toMatchObject({ added: 1 });
    const file = put(folder, 'n.csv', '问题编号,完成情况\nW-1,\n');
    await refuseInBoth(folder, ['import', 'ledger', file, '--ledger', ledger], {
      code: 'register_finding_needs',
      exit: 1,
      names: ['n.csv:2:', 'W-1'],
    });
    const check = put(folder, 'c.csv', '问题编号,核查人,核查日期,核查结果\nF-2,督查甲,2018-09-10,\n');
    await refuseInBoth(folder, ['import', 'ledger', check, '--ledger', ledger], {
      code: 'register_check_needs_result',
      exit: 1,
      names: ['c.csv:2:', 'F-2'],
    });
  });
});

it('a source that was merged down is refused by row in a CSV, which has no merged cells', async () => {
  const folder = temporaryFolder();
  const ledger = await ledgerIn(folder);
  const head = '问题来源,问题编号,问题描述,发现时间,责任人编号';
  const file = put(folder, 'm.csv', `${head}\n市委巡察,M-1,a,2018-09-01,C1\n,M-2,b,2018-09-01,C2\n`);
  const told = await refuseInBoth(folder, ['import', 'ledger', file, '--ledger', ledger], {
    code: 'register_finding_needs',
    exit: 1,
    names: ['m.csv:3:', 'M-2', '.xlsx', 'CSV'],
  });
  expect(told.zh).toContain('合并单元格');
});

describe('export ledger', () => {
  it.each([
    ['csv', 'en'],
    ['csv', 'zh'],
    ['xlsx', 'en'],
    ['xlsx', 'zh'],
    ['jsonl', 'en'],
  ])('%s in %s: imported again it changes nothing', async (format, lang) => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const file = put(folder, 'w.xlsx', week('一', week1));
    await importWeek(ledger, file, '2018-09-14');
    put(folder, 'w.xlsx', week('三', week3));
    await importWeek(ledger, file, '2018-09-28');
    const out = join(folder, `out.${format}`);
    const headers = format === 'csv' && lang === 'zh' ? ['--headers', 'zh'] : [];
    await runOk(['export', 'ledger', '-o', out, '--lang', lang, ...headers, '--ledger', ledger], world);
    const before = bytesIn(folder);
    const ran = await runOk(['import', 'ledger', out, '--ledger', ledger, '--json', '--lang', lang], world);
    // A workbook has the findings on three lists.
    const unchanged = format === 'xlsx' ? 48 : 16;
    expect(countsOf(ran)).toEqual({ added: 0, unchanged, amended: 0, rejected: 0 });
    expect(bytesIn(folder)).toEqual(before);
  });
});
