// Names for numbers: only with --match-names, one that fits is told, several and look-alikes are asked about.
import { describe, expect, it } from 'vitest';
import { ledgerIn, refuseInBoth, world } from '../support/errors.ts';
import { put, temporaryFolder } from '../support/folder.ts';
import { runOk } from '../support/run.ts';

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
    expect(stderr).toContain('丙三 was taken for C3 (党政办公室), 1 times.');
    expect(stderr).toContain('乙二 was taken for C2 (农业服务中心), 1 times.');
  });

  it.each([
    ['a space inside', '丙　三', 'C3'],
    ['a title in brackets', '丙三（办事员、党员）', 'C3'],
    ['several between 、', '丙三、丁四', 'C3;C4'],
    ['several on lines, with titles', '丙三(站长)\n戊五【组长】', 'C3;C5'],
    ['several between ；and ，', '丙三；丁四，戊五', 'C3;C4;C5'],
    ['a number among names', 'C1、丙三', 'C1;C3'],
  ])('understands %s', async (_, who, numbers) => {
    expect((await taken(who)).row).toContain(`,2018-09-01,,${numbers},`);
  });

  it.each([
    ['name_fits_several', '甲一', ['甲一', 'C1 甲一 乡领导班子', 'C6 甲一 林业站']],
    ['name_fits_nobody', '张三', ['张三', 'x.csv:2:']],
    ['name_fits_nobody', '己六', ['己六']], // has left
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

  it('full-width letters are asked about, never merged', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder, [['cadre', 'add', 'D1', '--name', 'Lisi', '--rank', 'staff']]);
    await refuseInBoth(
      folder,
      ['import', 'findings', file(folder, 'Ｌｉｓｉ'), ...match, '--ledger', ledger],
      { code: 'name_only_alike', exit: 1, names: ['D1 Lisi'] },
    );
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
