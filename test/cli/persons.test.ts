// Persons in texts, through the command line: generated texts in every column and option that names one, none of which
// lets a responsible cadre through, and none of which is refused that shares nothing with one.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refuseInBoth, world } from '../support/errors.ts';
import { put, temporaryFolder } from '../support/folder.ts';
import { madeOnce } from '../support/made-once.ts';
import { textsWith, textsWithout } from '../support/person-texts.ts';
import { home, type Ran, run, runOk } from '../support/run.ts';

const RESPONSIBLE = { cadreNo: 'TJ018', name: '辛九', before: '辛久' };
const TEXTS = 120;

/** A ledger with one finding and one task of TJ018, and round 1 open, in which TJ018 has a measure. */
async function ledgerIn(folder: string): Promise<string> {
  const base = await madeOnce('persons-ledger', async (made) => {
    const at = ['--ledger', join(made, 'yanquan.db')];
    await runOk(['init', '--township', '试验乡', ...at], world);
    const cadres =
      'cadre_no,name,rank,unit\nTJ018,辛久,staff,扶贫站\nTJ001,李四,staff,水利站\nTJ002,周五,staff,财政所\n';
    await runOk(['import', 'cadres', put(made, 'c.csv', cadres), ...at], world);
    await runOk(['cadre', 'amend', 'TJ018', '--name', '辛九', '--reason', '更名', ...at], world);
    const finding =
      'finding_no,source,description,found_on,due_on,cadre_no\nHT-001,巡察,道路,2018-09-01,2018-09-08,TJ018\nHT-002,巡察,饮水,2018-09-01,2018-09-08,TJ018\n';
    await runOk(['import', 'findings', put(made, 'f.csv', finding), ...at], world);
    const object = ['--cadre', 'TJ018', '--reason', '不实', '--on', '2018-09-02'];
    await runOk(['finding', 'object', 'HT-001', ...object, ...at], world);
    const task = 'task_no,name,target,start_on,due_on,cadre_no\nT-1,清运,100,2018-09-01,2018-09-30,TJ018\n';
    await runOk(['import', 'tasks', put(made, 't.csv', task), ...at], world);
    await runOk(['round', 'open', '--cutoff', '2018-09-12', ...at], world);
  });
  const ledger = join(folder, 'yanquan.db');
  copyFileSync(join(base, 'yanquan.db'), ledger);
  return ledger;
}

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const day = (index: number): string => `2018-09-${String((index % 17) + 12).padStart(2, '0')}`;

/** A file of each kind with a column that four eyes asks about: its header, and a row that somebody signs. */
const columns: readonly {
  readonly kind: string;
  readonly header: string;
  readonly row: (who: string, index: number) => string;
}[] = [
  {
    kind: 'checks',
    header: 'finding_no,result,checked_on,checked_by',
    row: (who, index) => `HT-001,partial,${day(index)},${cell(who)}`,
  },
  {
    kind: 'ledger',
    header: 'finding_no,result,checked_on,checked_by',
    row: (who, index) => `HT-001,partial,${day(index)},${cell(who)}`,
  },
  {
    kind: 'extensions',
    header: 'finding_no,new_due_on,granted_on,granted_by',
    row: (who, index) => `HT-001,${2019 + index}-01-01,2018-09-05,${cell(who)}`,
  },
  {
    kind: 'progress',
    header: 'task_no,on,done,accepted,accepted_by',
    row: (who, index) => `T-1,2018-09-03,${index},yes,${cell(who)}`,
  },
  {
    kind: 'decisions',
    header: 'cadre_no,measure,by,reason',
    row: (who, index) => `TJ018,none,${cell(who)},理由${index}`,
  },
  {
    kind: 'talks',
    header: 'cadre_no,round,talked_on,talker',
    row: (who, index) => `TJ018,1,${day(index)},${cell(who)}`,
  },
];

/** Kinds of which one row of a subject can be recorded only once: each text is tried in a file of its own. */
const single = [
  {
    kind: 'objections',
    header: 'finding_no,cadre_no,raised_on,reason,ruled_on,ruling,ruled_by',
    row: (who: string) => `HT-001,TJ018,2018-09-02,不实,2018-09-10,dismissed,${cell(who)}`,
  },
  {
    kind: 'reassignments',
    header: 'finding_no,from_no,to_no,on,by',
    row: (who: string) => `HT-001,TJ018,TJ001,2018-09-04,${cell(who)}`,
  },
  {
    kind: 'reassignments',
    header: 'task_no,from_no,to_no,on,by',
    row: (who: string) => `T-1,TJ018,TJ001,2018-09-04,${cell(who)}`,
  },
];

async function imported(
  ledger: string,
  kind: string,
  text: string,
): Promise<Ran & { readonly counts: string }> {
  const folder = temporaryFolder();
  const rejects = ['--skip-bad', '--rejects', join(folder, 'rejects.csv')];
  const ran = await run(['import', kind, put(folder, 'x.csv', text), ...rejects, '--ledger', ledger], world);
  return { ...ran, counts: /\d+ added.*?rejected/.exec(ran.stdout + ran.stderr)?.[0] ?? '' };
}

describe.each(columns)('$kind', ({ kind, header, row }) => {
  it('no text lets a responsible cadre through', async () => {
    const ledger = await ledgerIn(temporaryFolder());
    const texts = [...new Set(textsWith(RESPONSIBLE, TEXTS, 18))];
    const { counts, stderr } = await imported(ledger, kind, `${header}\n${texts.map(row).join('\n')}\n`);
    expect(counts, stderr).toBe(`0 added, 0 unchanged, 0 amended, ${texts.length} rejected`);
  });

  it('no outsider is refused who shares nothing', async () => {
    const ledger = await ledgerIn(temporaryFolder());
    const texts = [...new Set(textsWithout(TEXTS, 19))];
    expect(texts.length).toBeGreaterThan(TEXTS / 3);
    const { counts, stderr } = await imported(ledger, kind, `${header}\n${texts.map(row).join('\n')}\n`);
    expect(counts, stderr).toBe(`${texts.length} added, 0 unchanged, 0 amended, 0 rejected`);
  });
});

describe.each(single)('$kind: $header', ({ kind, header, row }) => {
  it('one text after the other is refused, an outsider is not', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    for (const who of textsWith(RESPONSIBLE, 12, 20)) {
      const file = put(folder, 'x.csv', `${header}\n${row(who)}\n`);
      const ran = await run(['import', kind, file, '--ledger', ledger], world);
      expect([who, ran.code]).toEqual([who, 1]);
    }
    const file = put(folder, 'x.csv', `${header}\n${row('督查甲、外:辛九（县纪委）')}\n`);
    await runOk(['import', kind, file, '--ledger', ledger], world);
  });
});

/** Every writing command that names who did it, of which four eyes asks something. */
const commands: Readonly<Record<string, readonly string[]>> = {
  check: ['finding', 'check', 'HT-001', '--result', 'partial', '--on', '2018-09-06', '--by'],
  extend: ['finding', 'extend', 'HT-001', '--to', '2018-09-20', '--on', '2018-09-06', '--by'],
  rule: [
    'finding',
    'rule',
    'HT-001',
    '--cadre',
    'TJ018',
    '--ruling',
    'dismissed',
    '--on',
    '2018-09-06',
    '--by',
  ],
  reassign: [
    'finding',
    'reassign',
    'HT-001',
    '--from',
    'TJ018',
    '--to',
    'TJ001',
    '--on',
    '2018-09-06',
    '--by',
  ],
  'task reassign': [
    'task',
    'reassign',
    'T-1',
    '--from',
    'TJ018',
    '--to',
    'TJ001',
    '--on',
    '2018-09-06',
    '--by',
  ],
  progress: ['task', 'progress', 'T-1', '--done', '10', '--on', '2018-09-06', '--accepted', 'yes', '--by'],
  decide: ['decide', 'TJ018', '--measure', 'none', '--reason', '从轻', '--by'],
  talk: ['cadre', 'talk', 'TJ018', '--round', '1', '--on', '2018-09-13', '--by'],
  leave: ['cadre', 'leave', 'TJ018', '--on', '2018-09-20', '--by'],
  close: ['round', 'close', '--approved-by'],
};

describe.each(Object.entries(commands))('%s', (_, args) => {
  it.each(['督查甲、辛九', '督查甲 辛九', 'ＴＪ０１８', '辛副站长', '辛九等3人', '督查组（辛久）', ';'])(
    'is not signed by %s',
    async (who) => {
      const ledger = await ledgerIn(temporaryFolder());
      const ran = await run([...args, who, '--ledger', ledger], world);
      expect(ran.code, ran.stderr).toBe(1);
    },
  );

  it('is signed by an outsider, a namesake with a unit too', async () => {
    const ledger = await ledgerIn(temporaryFolder());
    await runOk([...args, '督查甲、外:辛九（县纪委）', '--ledger', ledger], world);
  });
});

describe('seen before', () => {
  const at = async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    return {
      folder,
      ledger,
      ok: (...args: readonly string[]) => runOk([...args, '--ledger', ledger], world),
      run: (...args: readonly string[]) => run([...args, '--ledger', ledger], world),
    };
  };
  const CHECK = ['finding', 'check', 'HT-001', '--result', 'partial', '--on', '2018-09-06', '--by'];

  it('the file of a check by two, one of them responsible, is refused', async () => {
    const { ledger, folder } = await at();
    const file = join(home, 'fixtures/import/persons/persons-checks.csv');
    await refuseInBoth(folder, ['import', 'checks', file, '--ledger', ledger], {
      code: 'four_eyes_name',
      exit: 1,
      names: ['persons-checks.csv:2:', '核查人', 'TJ018'],
    });
  });

  it('somebody renamed for an hour does not check his own finding', async () => {
    const { ok, run: tried } = await at();
    await ok('cadre', 'amend', 'TJ018', '--name', '某某某', '--reason', '更名');
    expect((await tried(...CHECK, '辛九')).code).toBe(1);
    expect((await tried(...CHECK, '某某某')).code).toBe(1);
  });

  it('a name corrected later makes no recorded check invalid, nor lets its checker through', async () => {
    const { ok, run: tried } = await at();
    await ok(...CHECK, '李四');
    await ok(...CHECK.with(6, '2018-09-07'), '郑十');
    await ok('cadre', 'amend', 'TJ018', '--name', '郑十', '--reason', '更正');
    await ok('cadre', 'amend', 'TJ001', '--name', '吴一', '--reason', '更正');
    await ok('finding', 'report', 'HT-001', '--on', '2018-09-09', '--by', '郑十');
    const reassign = ['--from', 'TJ018', '--to', 'TJ001', '--on', '2018-09-10', '--by', '乡长王某某'];
    const { code, stderr } = await tried('finding', 'reassign', 'HT-001', ...reassign);
    expect([code, stderr]).toEqual([1, expect.stringContaining('TJ001')]);
    await ok('verify');
  });

  it('a deadline is not got by reassigning to a colleague and back', async () => {
    const { ok, run: tried } = await at();
    const pass = (from: string, to: string, by: string) => [
      ...['finding', 'reassign', 'HT-001', '--from', from, '--to', to, '--on', '2018-09-06'],
      ...['--new-due-on', '2018-12-31', '--by', by],
    ];
    expect((await tried(...pass('TJ018', 'TJ001', '辛九'))).code).toBe(1);
    expect((await tried(...pass('TJ018', 'TJ001', '李四'))).code).toBe(1);
    await ok(...pass('TJ018', 'TJ001', '乡长'));
    expect((await tried(...pass('TJ001', 'TJ018', '辛九'))).code).toBe(1);
  });

  it('a new cadre whose number is the name of another settles nothing', async () => {
    const { ok, run: tried } = await at();
    await ok('cadre', 'add', '辛九', '--name', '孙七', '--rank', 'staff');
    const { code, stderr } = await tried(...CHECK, '辛九');
    expect([code, stderr]).toEqual([1, expect.stringContaining('TJ018 辛九')]);
    await ok(...CHECK, '孙七');
  });

  const ON = ['--on', '2018-09-04'];

  it('who was released may check; who passed it on may not', async () => {
    const { ok, run: tried } = await at();
    const rule = [
      'finding',
      'rule',
      'HT-001',
      '--cadre',
      'TJ018',
      '--ruling',
      'released',
      '--on',
      '2018-09-03',
    ];
    await ok('finding', 'reassign', 'HT-002', '--from', 'TJ018', '--to', 'TJ002', ...ON, '--by', '乡长');
    await ok('finding', 'reassign', 'HT-002', '--from', 'TJ002', '--to', 'TJ018', ...ON, '--by', '乡长');
    await ok(...rule, '--by', '裁定甲');
    await ok(...CHECK, 'TJ018');
    expect((await tried(...CHECK.with(2, 'HT-002'), 'TJ002')).code).toBe(1);
  });

  it('a row equal to a recorded one is unchanged, whatever has become of its persons', async () => {
    const { ok, folder } = await at();
    const file = put(
      folder,
      'x.csv',
      'finding_no,result,checked_on,checked_by\nHT-001,partial,2018-09-06,李四\n',
    );
    await ok('import', 'checks', file);
    await ok('cadre', 'amend', 'TJ001', '--name', '辛九', '--reason', '更名');
    await ok('cadre', 'add', 'TJ003', '--name', '李四', '--rank', 'staff');
    await ok('cadre', 'add', 'TJ004', '--name', '李四', '--rank', 'staff');
    const { stdout, stderr } = await ok('import', 'checks', file);
    expect(stdout + stderr).toContain('0 added, 1 unchanged');
  });
});
