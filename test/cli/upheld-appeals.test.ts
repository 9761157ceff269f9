// Appeals that are upheld make a correction due, and what a cadre has raised may be withdrawn.
import { describe, expect, it } from 'vitest';
import { fixture, ledgerIn, world } from '../support/errors.ts';
import { put, temporaryFolder } from '../support/folder.ts';
import { run, runOk } from '../support/run.ts';

const by = ['--by', '审定甲', '--reason', '研究'];
const CLOSED = [
  ['round', 'open', '--cutoff', '2018-09-12'],
  ['decide', 'C1', '--measure', 'admonition_talk', ...by],
  ['round', 'close', '--approved-by', '书记'],
  ['measure', 'appeal', 'C1', '--round', '1', '--on', '2018-09-14', '--reason', '过重'],
];
const POLICY = `name: days
version: "1"
tiers:
  - { measure: self_criticism, at_least: 1, in_circle: false }
  - { measure: reminder_talk, at_least: 2, in_circle: true }
  - { measure: admonition_talk, at_least: 4, in_circle: true }
duties: { answer_within: 15, appeal_within: 5 }
`;
const ANSWER = ['measure', 'answer', 'C1', '--round', '1', '--on', '2018-09-17'];

describe('an upheld appeal', () => {
  it('makes a correction due, which gives a lighter measure and is replayed', async () => {
    const ledger = await ledgerIn(temporaryFolder(), [
      ...CLOSED,
      ['round', 'open', '--cutoff', '2018-09-19'],
      ['decide', 'C1', '--measure', 'admonition_talk', ...by],
      ['round', 'close', '--approved-by', '书记'],
      [...ANSWER, '--ruling', 'upheld', '--by', '复核甲'],
    ]);
    const at = (...args: readonly string[]) => runOk([...args, '--ledger', ledger], world);
    const corrections = async (): Promise<unknown[]> =>
      (
        JSON.parse((await at('duties', '--on', '2018-09-20', '--format', 'json')).stdout) as {
          duty: string;
        }[]
      ).filter(({ duty }) => duty === 'correct');
    expect(await corrections()).toMatchObject([
      { subject: '1', cadre_no: 'C1', due_by: '2018-09-17', days_late: 3 },
    ]);
    const correct = ['correct', 'C1', '--round', '1', '--by', '纪委', '--reason', '申诉成立'];
    const heavier = await run([...correct, '--measure', 'none', '--round', '2', '--ledger', ledger], world);
    expect(heavier).toMatchObject({ code: 1, stdout: '' });
    expect(heavier.stderr).toContain('no upheld appeal in round 2');
    await at(...correct, '--measure', 'self_criticism');
    const line = JSON.parse((await at('round', 'show', '1', '--format', 'json')).stdout) as {
      cadre_no: string;
    }[];
    expect(line.find(({ cadre_no }) => cadre_no === 'C1')).toMatchObject({
      measure: 'self_criticism',
      now_in: false,
      decided_by: '纪委',
    });
    // The second round is based on the first: its entry into the circle was a stay before.
    expect(await corrections()).toEqual([]);
    const again = await at(...correct, '--measure', 'self_criticism');
    expect(again.stdout).toMatch(/^corrections-1\n/);
    expect((await at('verify')).code).toBe(0);
    await at('reverse', 'appeal_rulings-1', '--reason', '误录', '--with-dependents');
    expect((await at('verify')).code).toBe(0);
  });

  it('is answered by none who approved the round, decided on the cadre, or is the cadre', async () => {
    const ledger = await ledgerIn(temporaryFolder(), CLOSED);
    for (const [who, says] of [
      ['书记', 'approved round 1'],
      ['审定甲', 'decided on C1 in round 1'],
      ['C1', 'is the cadre who appeals'],
    ] as const) {
      const refused = await run([...ANSWER, '--ruling', 'upheld', '--by', who, '--ledger', ledger], world);
      expect([refused.code, refused.stdout]).toEqual([1, '']);
      expect(refused.stderr).toContain(says);
    }
    const other = await run(
      [...ANSWER, '--ruling', 'retracted', '--by', '复核甲', '--ledger', ledger],
      world,
    );
    expect(other.stderr).toContain('Only the cadre (C1');
    await runOk([...ANSWER, '--ruling', 'retracted', '--by', 'C1', '--ledger', ledger], world);
  });
});

describe('an appeal after its days', () => {
  it('is recorded as late and owed an answer, never lost', async () => {
    const folder = temporaryFolder();
    const policy = put(folder, 'policy.yaml', POLICY);
    const ledger = await ledgerIn(folder, [
      ['policy', 'adopt', policy],
      ...CLOSED.slice(0, 3),
      [
        'measure',
        'serve',
        'C1',
        '--round',
        '1',
        '--on',
        '2018-09-14',
        '--by',
        '送达甲',
        '--receipt',
        'signed',
      ],
      ['import', 'appeals', fixture('cli', 'appeal_late.csv')],
    ]);
    const rows = async (...args: readonly string[]) =>
      JSON.parse((await runOk([...args, '--format', 'json', '--ledger', ledger], world)).stdout) as Record<
        string,
        unknown
      >[];
    const [line] = await rows('measure', 'list', '--cadre', 'C1', '--on', '2018-10-01');
    expect(line).toMatchObject({
      appeal_until: '2018-09-19',
      appealed_on: '2018-09-28',
      appealed_late: true,
      appeal_state: 'pending',
    });
    expect(await rows('duties', '--on', '2018-10-01')).toContainEqual(
      expect.objectContaining({ duty: 'answer', cadre_no: 'C1', due_by: '2018-10-13' }),
    );
    const shown = await runOk(['measure', 'show', 'C1', '--lang', 'zh', '--ledger', ledger], world);
    expect(shown.stdout).toContain('（逾期提出）');
  });
});

describe('the notice', () => {
  it('says that a talk is not held again only once it is recorded, and tells the correction', async () => {
    const ledger = await ledgerIn(temporaryFolder(), [
      ...CLOSED,
      ['round', 'open', '--cutoff', '2018-09-19'],
      ['decide', 'C1', '--measure', 'admonition_talk', ...by],
      ['round', 'close', '--approved-by', '书记'],
    ]);
    const at = (...args: readonly string[]) => runOk([...args, '--ledger', ledger], world);
    const notice = async (): Promise<string> =>
      (await at('notice', '--round', '2', '--format', 'md', '--lang', 'zh')).stdout;
    expect(await notice()).not.toContain('不重复谈话');
    await at('measure', 'talk', 'C1', '--round', '1', '--on', '2018-09-20', '--by', '谈话甲');
    expect(await notice()).toContain('不重复谈话');
    await at(...ANSWER, '--ruling', 'upheld', '--by', '复核甲');
    // Shown with round 3 and later, not again with what round 2 has shown.
    expect(await notice()).not.toContain('申诉成立');
    const openOne = ['round', 'open', '--cutoff', '2018-09-26'];
    await at(...openOne);
    const draft = async (): Promise<string> =>
      (await at('notice', '--proposed', '--format', 'md', '--lang', 'zh')).stdout;
    expect(await draft()).toMatch(/第1轮对应方式申诉成立：\S+（9月17日答复，更正待办）。/);
    await at(
      'correct',
      'C1',
      '--round',
      '1',
      '--by',
      '纪委',
      '--measure',
      'reminder_talk',
      '--reason',
      '申诉成立',
    );
    expect(await draft()).toMatch(/第1轮对应方式申诉成立：\S+（9月17日答复，已更正）。/);
    await at('decide', 'C1', '--confirm', ...by);
    await at('round', 'close', '--approved-by', '书记');
    expect((await at('notice', '--round', '3', '--format', 'md', '--lang', 'zh')).stdout).toMatch(
      /更正[\s\S]*申诉成立/,
    );
  });
});

describe('an objection taken back', () => {
  it('is no dismissal: the next one suspends again', async () => {
    const ledger = await ledgerIn(temporaryFolder());
    const at = (...args: readonly string[]) => runOk([...args, '--ledger', ledger], world);
    const object = ['finding', 'object', 'F-2', '--cadre', 'C1', '--reason', '不实', '--ground', 'facts'];
    const rule = ['finding', 'rule', 'F-2', '--cadre', 'C1', '--ruling', 'retracted', '--on', '2018-09-04'];
    await at(...object, '--on', '2018-09-03');
    const other = await run([...rule, '--by', '裁定甲', '--ledger', ledger], world);
    expect(other.stderr).toContain('Only the cadre (C1');
    await at(...rule, '--by', 'C1');
    expect((await at(...rule, '--by', 'C1')).stdout).toContain('retractions-1');
    const second = await at(...object, '--on', '2018-09-05');
    expect(second.stderr).not.toContain('dismissed');
    const shown = JSON.parse((await at('finding', 'show', 'F-2', '--format', 'json')).stdout) as unknown[];
    expect(JSON.stringify(shown)).toContain('retracted');
    expect((await at('finding', 'list', '--status', 'objected', '--format', 'csv')).stdout).toContain('F-2');
    const exported = (await at('export', 'objections', '--format', 'csv')).stdout;
    expect(exported).toContain('2018-09-04,retracted,C1');
    await at('verify');
  });
});
