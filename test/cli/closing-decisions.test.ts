// A decision on somebody who has left by the cutoff is named, and no closing loses it in silence.
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { atSmall } from '../support/at-ledger.ts';
import { refuseInBoth } from '../support/errors.ts';

const DECIDED = [
  ['round', 'open', '--cutoff', '2018-09-12'],
  ['decide', 'C1', '--measure', 'none', '--by', '审定甲', '--reason', '已办'],
  ['decide', 'C2', '--measure', 'self_criticism', '--by', '审定甲', '--reason', '认识不到位'],
];
const CLOSE = ['round', 'close', '--approved-by', '书记甲'];
const clear = 'yanquan decide C2 --clear';

describe('a decision on somebody who leaves before the closing', () => {
  it('is named by the leave, by the tally, and refuses the closing until it is taken back', async () => {
    const { folder, ok } = await atSmall(DECIDED);
    expect((await ok('tally')).stderr).not.toContain('not on the roster at the cutoff');
    const left = await ok('cadre', 'leave', 'C2', '--on', '2018-09-12');
    expect(left.stderr).toContain(clear);
    expect((await ok('tally', '--lang', 'zh')).stderr).toMatch(
      /乙二 C2 在统计截止日2018-09-12不在册.*decide C2 --clear/,
    );
    await refuseInBoth(folder, [...CLOSE, '--ledger', join(folder, 'yanquan.db')], {
      code: 'decision_off_roster',
      exit: 1,
      names: ['乙二', 'C2', clear],
    });
    await ok('decide', '乙二', '--clear');
    expect((await ok('tally')).stderr).not.toContain(clear);
    await ok(...CLOSE);
    expect((await ok('verify')).code).toBe(0);
  });

  it('stands where the day of leaving lies after the cutoff, or the cadre is back by then', async () => {
    const later = await atSmall([...DECIDED, ['cadre', 'leave', 'C2', '--on', '2018-09-13']]);
    expect((await later.ok(...CLOSE)).code).toBe(0);
    const back = await atSmall([
      ...DECIDED,
      ['cadre', 'leave', 'C2', '--on', '2018-09-10'],
      ['cadre', 'return', 'C2', '--on', '2018-09-12'],
    ]);
    expect((await back.ok(...CLOSE)).code).toBe(0);
  });

  it('can no longer be made then, only taken back', async () => {
    const { run } = await atSmall([...DECIDED, ['cadre', 'leave', 'C2', '--on', '2018-09-12']]);
    const again = await run('decide', 'C2', '--measure', 'none', '--by', '审定甲', '--reason', '已离任');
    expect(again).toMatchObject({ code: 1, stdout: '' });
    expect(again.stderr).toContain('C2');
  });
});
