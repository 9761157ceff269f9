// Names for numbers: only with --match-names, one that fits is reported, several and look-alikes are asked about.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ledgerIn, refuseInBoth, world } from '../support/errors.ts';
import { put, temporaryFolder } from '../support/folder.ts';
import { home, runOk } from '../support/run.ts';

const header = '问题编号,问题来源,问题描述,发现时间,责任人,责任领导';
const file = (folder: string, who: string, leader = '') =>
  put(folder, 'x.csv', `${header}\nN-1,s,d,2018-09-01,"${who}","${leader}"\n`);
const match = ['--match-names'];

async function taken(who: string, leader = ''): Promise<{ stderr: string; row: string }> {
  const folder = temporaryFolder();
  const ledger = await ledgerIn(folder, [['cadre', 'add', 'D1', '--name', '己未', '--rank', 'staff']]);
  const ran = await runOk(
    ['import', 'findings', file(folder, who, leader), ...match, '--ledger', ledger],
    world,
  );
  const { stdout } = await runOk(['export', 'findings', '--ledger', ledger], world);
  return { stderr: ran.stderr, row: stdout.trimEnd().split('\n').at(-1) ?? '' };
}

describe('--match-names', () => {
  it('takes a name that fits one cadre on the roster, and says so', async () => {
    const { stderr, row } = await taken('丙三', '乙二');
    expect(row).toContain(',C3,,C2,');
    expect(stderr).toContain('丙三 was taken for C3 (党政办公室), 1 time.');
    expect(stderr).toContain('乙二 was taken for C2 (农业服务中心), 1 time.');
  });

  it.each([
    ['a space inside', '丙　三', 'C3'],
    ['a title in brackets', '丙三（办事员、党员）', 'C3'],
    ['several between 、', '丙三、丁四', 'C3;C4'],
    ['several on lines, with titles', '丙三(站长)\n戊五【组长】', 'C3;C5'],
    ['several between ；and ，', '丙三；丁四，戊五', 'C3;C4;C5'],
    ['a number among names', 'C1、丙三', 'C1;C3'],
    ['somebody who has left', '己六', 'C7'],
    ['a title, a number with its name', '丙三同志、丁四（C4）', 'C3;C4'],
    ['和 between names', '丙三和丁四', 'C3;C4'],
  ])('understands %s', async (_, who, numbers) => {
    expect((await taken(who)).row).toContain(`,2018-09-01,,${numbers},`);
  });

  it.each([
    ['name_fits_several', '甲一', ['甲一', 'C1 甲一 乡领导班子', 'C6 甲一 林业站']],
    ['name_fits_nobody', '张三', ['张三', 'x.csv:2:']],
    ['person_apart', '丙三 C4', ['C3 丙三', 'C4 丁四']],
    ['name_only_alike', '已未', ['已未', 'D1 己未']],
    ['name_only_alike', '己末', ['己末', 'D1 己未']],
    ['cadre_twice', '丙三、丙　三', ['C3']],
  ] as const)('%s: %s', async (code, who, names) => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder, [['cadre', 'add', 'D1', '--name', '己未', '--rank', 'staff']]);
    await refuseInBoth(folder, ['import', 'findings', file(folder, who), ...match, '--ledger', ledger], {
      code,
      exit: 1,
      names,
    });
  });

  it('the exact name comes first, a bracket is a remark after it', async () => {
    const folder = temporaryFolder();
    const ledger = join(folder, 'yanquan.db');
    const shared = (name: string) => join(home, 'fixtures/import/persons', name);
    await runOk(['init', '--ledger', ledger], world);
    await runOk(['import', 'cadres', shared('namesakes-roster.csv'), '--ledger', ledger], world);
    await runOk(
      ['import', 'findings', shared('namesakes-findings.csv'), ...match, '--ledger', ledger],
      world,
    );
    const { stdout } = await runOk(['export', 'findings', '--ledger', ledger], world);
    expect(stdout).toMatch(/X-1.*,TJ102,/);
    expect(stdout).toMatch(/X-2.*,TJ103,/);
    expect(stdout).not.toContain('TJ101');
  });

  it('full-width letters are letters', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder, [['cadre', 'add', 'D1', '--name', 'Lisi', '--rank', 'staff']]);
    const ran = await runOk(
      ['import', 'findings', file(folder, 'Ｌｉｓｉ'), ...match, '--ledger', ledger],
      world,
    );
    expect(ran.stderr).toContain('Ｌｉｓｉ was taken for D1');
  });

  it('takes names in a column of numbers too, and numbers beside them', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const numbers = put(
      folder,
      'n.csv',
      '问题编号,问题来源,问题描述,发现时间,责任人编号,协助责任人编号\nN-1,s,d,2018-09-01,丙三,C4；乙二\nN-2,s,d,2018-09-01,C3,\n',
    );
    const objection = put(folder, 'o.csv', '问题编号,干部编号,提出时间,异议理由\nF-3,乙二,2018-09-10,x\n');
    const moved = put(
      folder,
      'm.csv',
      '问题编号,移交人编号,接收人编号,移交日期,批准人\nN-1,丙三,庚七,2018-09-10,组织委员\n',
    );
    for (const [kind, name] of [
      ['findings', numbers],
      ['objections', objection],
      ['reassignments', moved],
    ] as const)
      await runOk(['import', kind, name, ...match, '--ledger', ledger], world);
    const { stdout } = await runOk(['export', 'findings', '--ledger', ledger], world);
    expect(stdout).toMatch(/N-1,.*,C3,C2;C4|N-1,.*,C3,C4;C2/);
    expect((await runOk(['export', 'objections', '--ledger', ledger], world)).stdout).toContain('F-3,C2,');
    expect((await runOk(['export', 'reassignments', '--ledger', ledger], world)).stdout).toContain(
      'N-1,,C3,C8,',
    );
  });

  it('where a row has number and name the number counts, and a name that differs is told', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const both = put(
      folder,
      'b.csv',
      '问题编号,问题来源,问题描述,发现时间,责任人,责任人编号\nN-1,s,d,2018-09-01,丙三,C3\nN-2,s,d,2018-09-01,丁四,C3\nN-3,s,d,2018-09-01,丁四,\n',
    );
    const zh = await runOk(
      ['import', 'findings', both, ...match, '--dry-run', '--lang', 'zh', '--ledger', ledger],
      world,
    );
    expect(zh.stderr).toContain(
      '姓名“丁四”与编号对应的 C3 丙三 党政办公室 不符，按编号登记（1处，首处在第3行）',
    );
    const ran = await runOk(['import', 'findings', both, ...match, '--ledger', ledger], world);
    expect(ran.stderr).toContain('The name "丁四" differs from that of C3 丙三');
    expect(ran.stderr.match(/differs from that/g)).toHaveLength(1);
    const { stdout } = await runOk(['export', 'findings', '--format', 'json', '--ledger', ledger], world);
    const leads = (JSON.parse(stdout) as Record<string, string>[]).slice(-3).map((row) => row.cadre_no);
    expect(leads).toEqual(['C3', 'C3', 'C4']);
  });

  it('without it a name in a column of numbers is refused with the number that it means', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const name = put(
      folder,
      'n.csv',
      '问题编号,问题来源,问题描述,发现时间,责任人编号\nN-1,s,d,2018-09-01,丙三\n',
    );
    await refuseInBoth(folder, ['import', 'findings', name, '--ledger', ledger], {
      code: 'cadre_unknown_named',
      exit: 1,
      names: ['n.csv:2:', 'C3 丙三 党政办公室', '--match-names'],
    });
  });

  it('without it a name is refused', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    await refuseInBoth(folder, ['import', 'findings', file(folder, '丙三'), '--ledger', ledger], {
      code: 'name_not_number',
      exit: 1,
      names: ['丙三', '--match-names'],
    });
  });

  it('one person only where one is wanted', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const objection = put(
      folder,
      'o.csv',
      '问题编号,异议人,提出时间,异议理由\nF-1,"丙三、丁四",2018-09-10,x\n',
    );
    await refuseInBoth(folder, ['import', 'objections', objection, ...match, '--ledger', ledger], {
      code: 'number_not_single',
      exit: 1,
      names: ['o.csv:2:'],
    });
  });
});
