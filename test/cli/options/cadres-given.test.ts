// Names where numbers of cadres are asked for: one cadre is accepted and reported, several are refused with the
// candidates.

import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type AtLedger, atDemo, atSmall } from '../../support/at-ledger.ts';
import { refuseInBoth } from '../../support/errors.ts';

const ON = ['--on', '2018-09-20', '--by', '督查甲'];
const OPEN = ['round', 'open', '--cutoff', '2018-09-12'];

/** Every command that asks for a cadre, with a name in the place of the number, and the number that it means. */
const READING: readonly (readonly [cadre: string, args: readonly string[]])[] = [
  ['C2', ['explain', '乙二']],
  ['C2', ['cadre', 'show', '乙二']],
  ['C2', ['due', '--cadre', '乙二']],
  ['C5', ['finding', 'list', '--cadre', '戊五']],
  ['C2', ['task', 'list', '--cadre', '乙二']],
  ['C2', ['attendance', 'show', '--cadre', '乙二']],
];
const WRITING: readonly (readonly [cadre: string, args: readonly string[], shown: readonly string[]])[] = [
  ['C2', ['decide', '乙二', '--measure', 'none', '--by', '张三', '--reason', '已整改'], ['explain', 'C2']],
  ['C3', ['cadre', 'amend', '丙三', '--post', '副主任', '--reason', '任职'], ['cadre', 'show', 'C3']],
  ['C3', ['cadre', 'move', '丙三', '--unit', '林业站', ...ON], ['cadre', 'show', 'C3']],
  ['C3', ['cadre', 'leave', '丙三', ...ON], ['cadre', 'show', 'C3']],
  ['C7', ['cadre', 'return', '己六', ...ON], ['cadre', 'show', 'C7']],
  ['C2', ['cadre', 'talk', '乙二', '--round', '1', ...ON], ['export', 'talks']],
  [
    'C2',
    ['cadre', 'statement', '乙二', '--round', '1', '--on', '2018-09-20', '--waived'],
    ['export', 'statements'],
  ],
  [
    'C2',
    ['finding', 'object', 'F-3', '--cadre', '乙二', '--reason', '不实', '--on', '2018-09-06'],
    ['export', 'objections'],
  ],
  [
    'C5',
    [
      'finding',
      'rule',
      'F-10',
      '--cadre',
      '戊五',
      '--ruling',
      'dismissed',
      '--on',
      '2018-09-20',
      '--by',
      '裁定乙',
    ],
    ['export', 'objections'],
  ],
  ['C5', ['finding', 'reassign', 'F-11', '--from', '戊五', '--to', 'C8', ...ON], ['export', 'reassignments']],
  ['C8', ['finding', 'reassign', 'F-11', '--from', 'C5', '--to', '庚七', ...ON], ['export', 'reassignments']],
  ['C2,,C8', ['finding', 'amend', 'F-4', '--leader-no', '庚七', '--reason', '补登'], ['export', 'findings']],
  [
    'C2;C3',
    [
      'finding',
      'add',
      'F-90',
      '--source',
      '自查',
      '--description',
      '账实不符',
      '--found-on',
      '2018-09-01',
      '--cadre-no',
      '乙二，C3',
    ],
    ['export', 'findings'],
  ],
  ['C2', ['task', 'reassign', 'T-1', '--from', '乙二', '--to', '庚七', ...ON], ['export', 'reassignments']],
  [
    'C3;C8',
    [
      'task',
      'add',
      'T-9',
      '--name',
      '清淤',
      '--target',
      '5',
      '--start-on',
      '2018-09-01',
      '--due-on',
      '2018-09-30',
      '--cadre-no',
      '丙三;庚七',
    ],
    ['export', 'tasks'],
  ],
  [
    'C3',
    [
      'attendance',
      'record',
      '--site',
      '堤',
      '--session',
      'morning',
      '--on',
      '2018-09-20',
      '--present',
      '乙二、丙三',
    ],
    ['export', 'attendance'],
  ],
];

const small = (): Promise<AtLedger> => atSmall([OPEN]);

describe('a name in the place of a cadre number', () => {
  it.each(READING)('means %s: %j', async (number, args) => {
    const { run, ok } = await small();
    const byName = await run(...args, '--format', 'json');
    const name = args.at(-1) ?? '';
    const byNumber = await ok(...args.slice(0, -1), number, '--format', 'json');
    expect(byName).toMatchObject({ code: 0, stdout: byNumber.stdout });
    expect(byName.stderr).toContain(`"${name}" is read as ${number} ${name}`);
    expect(byNumber.stderr).not.toContain('is read as');
  });

  it.each(WRITING)('means %s: %j', async (number, args, shown) => {
    const { ok } = await small();
    const { stderr } = await ok(...args);
    const [last = ''] = number.split(';').slice(-1);
    expect(stderr).toMatch(/"[^"]+" is read as C\d \S+/);
    expect((await ok(...shown)).stdout).toContain(shown[0] === 'export' ? number : last);
  });

  it('means one of the demo in trend, and in correct', async () => {
    const { ok, rows, run } = await atDemo();
    const { stderr } = await ok('trend', '--cadre', '辛九');
    expect(stderr).toMatch(/^"辛九" is read as TJ018 辛九/);
    expect(await rows('trend', '--group-by', '干部', '--cadre', '辛九')).toEqual(
      await rows('trend', '--by', 'cadre', '--cadre', 'TJ018'),
    );
    const corrected = await run('correct', '辛九', '--round', '1', '--by', '书记甲', '--reason', '无误');
    expect(corrected.stderr).toContain('"辛九" is read as TJ018 辛九');
    expect(corrected.stderr).not.toContain('No cadre has the number or name');
  });

  it('is taken of those who have left too, and with a space inside', async () => {
    const { ok } = await small();
    expect((await ok('cadre', 'show', '己　六', '--lang', 'zh')).stderr).toBe(
      '“己　六”按 C7 己六 林业站 办理。\n',
    );
  });

  it('is a number in another spelling before it is a name', async () => {
    const { ok } = await small();
    expect((await ok('cadre', 'show', 'ｃ２')).stderr).toBe('"ｃ２" is read as C2 乙二 农业服务中心.\n');
  });

  it('is not said with -q, and with a key the name and the number are one request', async () => {
    const { ok } = await small();
    const leave = (who: string) => ok('cadre', 'leave', who, ...ON, '--idempotency-key', 'k', '-q');
    expect((await leave('丙三')).stderr).toBe('');
    expect((await ok('cadre', 'leave', 'C3', ...ON, '--idempotency-key', 'k')).stderr).toContain(
      'nothing was changed',
    );
  });

  it('is refused where several bear it, with their numbers, and nothing is written', async () => {
    const { folder } = await small();
    const at = ['--ledger', join(folder, 'yanquan.db')];
    const expected = {
      code: 'person_several' as const,
      exit: 1,
      names: ['C1 甲一 乡领导班子', 'C6 甲一 林业站'],
    };
    await refuseInBoth(folder, ['explain', '甲一', ...at], expected);
    await refuseInBoth(folder, ['cadre', 'leave', '甲一', '--on', '2018-09-20', ...at], expected);
    await refuseInBoth(
      folder,
      ['finding', 'reassign', 'F-9', '--from', 'C5', '--to', '甲一', ...ON, ...at],
      expected,
    );
    await refuseInBoth(
      folder,
      [
        'attendance',
        'record',
        '--site',
        '堤',
        '--session',
        'morning',
        '--on',
        '2018-09-20',
        '--leave',
        '甲一',
        ...at,
      ],
      expected,
    );
  });

  it('is read with a title, a remark or its number, and refused where name and number are not the same person', async () => {
    const { ok, folder } = await small();
    for (const text of ['丙三同志', '丙三（办事员）', '丙三 C3', 'C3丙三'])
      expect((await ok('cadre', 'show', text)).stderr).toContain(`"${text}" is read as C3 丙三`);
    const expected = { code: 'person_apart' as const, exit: 1, names: ['C2 乙二', 'C3 丙三'] };
    await refuseInBoth(folder, ['explain', '丙三 C2', '--ledger', join(folder, 'yanquan.db')], expected);
  });

  it('is asked about where somebody was called so before, or is called nearly so', async () => {
    const { folder } = await atSmall([['cadre', 'amend', 'C3', '--name', '丙己', '--reason', '更名']]);
    const at = ['--ledger', join(folder, 'yanquan.db')];
    const expected = { code: 'name_only_alike' as const, exit: 1, names: ['C3 丙己'] };
    await refuseInBoth(folder, ['cadre', 'show', '丙三', ...at], expected);
    await refuseInBoth(folder, ['cadre', 'show', '丙已', ...at], expected);
  });

  it('is refused where nobody bears it', async () => {
    const { folder } = await small();
    const expected = { code: 'cadre_unknown' as const, exit: 1, names: ['无此人'] };
    await refuseInBoth(folder, ['explain', '无此人', '--ledger', join(folder, 'yanquan.db')], expected);
  });
});
