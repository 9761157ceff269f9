// Four eyes on every path: checks, rulings, extensions, acceptances; in every role; singly and by a file; by number and name.
import { describe, expect, it } from 'vitest';
import { expectRefused, langs, ledgerIn, refuseInBoth, templateOf, world } from '../support/errors.ts';
import { put, temporaryFolder } from '../support/folder.ts';
import { run, runOk } from '../support/run.ts';

/** Who is or has been responsible, by the role: lead, assist, leader, one who passed it on, one who took it over. */
const persons = [
  { role: 'lead', finding: 'F-11', person: 'C5' },
  { role: 'assist', finding: 'F-11', person: 'C2' },
  { role: 'leader', finding: 'F-1', person: 'C4' },
  { role: 'former lead', finding: 'F-12', person: 'C4' },
  { role: 'successor', finding: 'F-12', person: 'C8' },
];

const acts: Readonly<
  Record<
    string,
    {
      args: (finding: string, by: string) => string[];
      kind: string;
      header: string;
      row: (finding: string, by: string) => string;
    }
  >
> = {
  check: {
    args: (finding, by) => [
      'finding',
      'check',
      finding,
      '--result',
      'rectified',
      '--on',
      '2018-09-12',
      '--by',
      by,
    ],
    kind: 'checks',
    header: 'finding_no,result,checked_on,checked_by',
    row: (finding, by) => `${finding},rectified,2018-09-12,${by}`,
  },
  extension: {
    args: (finding, by) => [
      'finding',
      'extend',
      finding,
      '--to',
      '2018-09-29',
      '--on',
      '2018-09-04',
      '--by',
      by,
    ],
    kind: 'extensions',
    header: 'finding_no,new_due_on,granted_on,granted_by',
    row: (finding, by) => `${finding},2018-09-29,2018-09-04,${by}`,
  },
};

describe.each(Object.entries(acts))('%s', (_, act) => {
  it.each(persons)('by the $role, singly and by a file', async ({ finding, person }) => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const expected = { code: 'four_eyes', exit: 1, names: [person] } as const;
    await refuseInBoth(folder, [...act.args(finding, `督查甲;${person}`), '--ledger', ledger], expected);
    const file = put(folder, 'batch.csv', `${act.header}\n${act.row(finding, `督查甲;${person}`)}\n`);
    await refuseInBoth(folder, ['import', act.kind, file, '--ledger', ledger], {
      ...expected,
      names: [`${file}:2:`, person],
    });
  });

  it('by a name that a responsible cadre bears: a number, or a unit, says who else it was', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const several = { code: 'person_several', exit: 1, names: ['C1', 'C6', '甲一'] } as const;
    await refuseInBoth(folder, [...act.args('F-1', '甲一'), '--ledger', ledger], several);
    const expected = { code: 'four_eyes_name', exit: 1, names: ['C5', '戊五', '外:'] } as const;
    await refuseInBoth(folder, [...act.args('F-11', '戊五'), '--ledger', ledger], expected);
    await runOk([...act.args('F-11', '外:戊五（县纪委）'), '--ledger', ledger], world);
    await runOk([...act.args('F-1', 'C6'), '--ledger', ledger], world);
  });
});

describe('ruling', () => {
  const header = 'finding_no,cadre_no,raised_on,ground,reason,ruled_on,ruling,ruled_by';
  const rule = (finding: string, cadre: string, by: string): string[] => [
    'finding',
    'rule',
    finding,
    '--cadre',
    cadre,
    '--ruling',
    'dismissed',
    '--on',
    '2018-09-12',
    '--by',
    by,
  ];

  it.each(persons)('by the $role, singly and by a file', async ({ finding, person }) => {
    const folder = temporaryFolder();
    const who = finding === 'F-12' ? 'C8' : finding === 'F-11' ? 'C2' : 'C1';
    const ledger = await ledgerIn(folder, [
      ['finding', 'object', finding, '--cadre', who, '--reason', '不属实', '--on', '2018-09-10'],
    ]);
    const expected = { code: 'four_eyes', exit: 1, names: [person] } as const;
    await refuseInBoth(folder, [...rule(finding, who, `裁定甲;${person}`), '--ledger', ledger], expected);
    const file = put(
      folder,
      'batch.csv',
      `${header}\n${finding},${who},2018-09-10,other,不属实,2018-09-12,dismissed,${person}\n`,
    );
    await refuseInBoth(folder, ['import', 'objections', file, '--ledger', ledger], expected);
  });

  it('by who gave the latest check', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const expected = { code: 'ruling_by_checker', exit: 1, names: ['督查甲', 'F-10'] } as const;
    await refuseInBoth(folder, [...rule('F-10', 'C5', '裁定甲;督查甲'), '--ledger', ledger], expected);
  });
});

describe('acceptance of a task', () => {
  it.each(['C2', 'C4', '督查甲;C2'])('by %s', async (by) => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder);
    const file = put(
      folder,
      'progress.csv',
      `task_no,on,done,accepted,accepted_by\nT-1,2018-09-10,60,yes,${by}\n`,
    );
    await refuseInBoth(folder, ['import', 'progress', file, '--ledger', ledger], {
      code: 'four_eyes',
      exit: 1,
      names: [`${file}:2:`],
    });
  });
});

describe('who is only noted', () => {
  const acts: Readonly<Record<string, readonly string[]>> = {
    objection: ['finding', 'object', 'F-11', '--cadre', 'C5', '--reason', '不实', '--on', '2018-09-06'],
    progress: ['task', 'progress', 'T-1', '--done', '60', '--on', '2018-09-10'],
  };
  const texts = [
    ['；', 'person_nobody'],
    ['C99', 'person_number_unknown'],
    ['甲一', 'person_several'],
    ['C4 丙三', 'person_apart'],
    ['督查甲等3人', 'person_and_others'],
  ] as const;
  it.each(Object.entries(acts))('%s: is read like everybody', async (_, args) => {
    const folder = temporaryFolder();
    const at = ['--ledger', await ledgerIn(folder)];
    for (const [by, code] of texts) {
      await refuseInBoth(folder, [...args, '--by', by, ...at], { code, exit: 1, names: [by] });
    }
    await runOk([...args, '--by', '经办甲、C5', ...at], world);
  });
});

describe('decisions and approval', () => {
  it.each(['C1', '书记;C1', '甲一（C1）'])('%s does not decide on C1', async (by) => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder, [['round', 'open', '--cutoff', '2018-09-12']]);
    const args = [
      'decide',
      'C1',
      '--measure',
      'reminder_talk',
      '--by',
      by,
      '--reason',
      '首次',
      '--ledger',
      ledger,
    ];
    await refuseInBoth(folder, args, { code: 'decider_is_cadre', exit: 1, names: ['C1', '甲一'] });
    const file = put(folder, 'decisions.csv', `cadre_no,measure,by,reason\nC1,reminder_talk,${by},首次\n`);
    await refuseInBoth(folder, ['import', 'decisions', file, '--ledger', ledger], {
      code: 'decider_is_cadre',
      exit: 1,
      names: ['C1'],
    });
  });

  it('a namesake with a number decides and approves', async () => {
    const folder = temporaryFolder();
    const ledger = await ledgerIn(folder, [['round', 'open', '--cutoff', '2018-09-12']]);
    await runOk(['decide', 'C1', '--confirm', '--by', 'C6', '--reason', '属实', '--ledger', ledger], world);
    for (const lang of langs) {
      const ran = await run(
        ['round', 'close', '--approved-by', '丙三', '--ledger', ledger, '--lang', lang],
        world,
      );
      expectRefused(ran, lang, { code: 'approver_has_measure_name', exit: 1, names: ['C3', '丙三'] });
    }
    await runOk(['round', 'close', '--approved-by', 'C6', '--ledger', ledger], world);
  });

  it.each(langs)('each act has its own word in the message (%s)', (lang) => {
    const acted = ['check', 'extension', 'ruling', 'progress'].map((event) =>
      templateOf(lang, `event.${event}`),
    );
    expect(new Set(acted).size).toBe(acted.length);
  });
});
