// Lists at their bounds, where a mistake of one day hides: the day itself, the day before, the day after.
import { describe, expect, it } from 'vitest';
import { atSmall } from '../support/at-ledger.ts';

const numbers = (rows: readonly Record<string, unknown>[], key = 'finding_no') => rows.map((row) => row[key]);

describe('a deadline of 25 September (F-3)', () => {
  it('is on or before the day that --due-by gives, not after', async () => {
    const { rows } = await atSmall();
    expect(numbers(await rows('finding', 'list', '--due-by', '2018-09-24'))).not.toContain('F-3');
    expect(numbers(await rows('finding', 'list', '--due-by', '2018-09-25'))).toContain('F-3');
  });

  it('is overdue from the next day on', async () => {
    const { rows } = await atSmall();
    expect(numbers(await rows('finding', 'list', '--overdue', '2018-09-25'))).not.toContain('F-3');
    expect(numbers(await rows('finding', 'list', '--overdue', '2018-09-26'))).toContain('F-3');
  });

  it('is on the check sheet until that day, not until the day before', async () => {
    const { ok } = await atSmall();
    const sheet = async (until: string) =>
      (await ok('sheet', 'checks', '--until', until, '--format', 'csv')).stdout;
    expect(await sheet('2018-09-24')).not.toContain('F-3,');
    expect(await sheet('2018-09-25')).toContain('F-3,');
  });
});

describe('the history of a finding', () => {
  it('has an extension on the day it was granted, and says to which day', async () => {
    const { ok, rows } = await atSmall();
    await ok('finding', 'extend', 'F-3', '--to', '2018-10-08', '--on', '2018-09-20', '--by', '乡长');
    const events = await rows('finding', 'show', 'F-3');
    const extensions = events.filter((row) => row.event === 'extension');
    expect(extensions.map(({ day, value, words }) => [day, value, words])).toEqual([
      ['2018-09-06', '2018-09-25', '连日降雨'],
      ['2018-09-20', '2018-10-08', ''],
    ]);
    const card = (await ok('finding', 'show', 'F-3', '--lang', 'en')).stdout;
    expect(card).toMatch(/2018-09-20 .*extension/);
  });
});

describe('a decision', () => {
  const decided = [
    ['round', 'open', '--cutoff', '2018-09-26'],
    ['decide', 'C1', '--confirm', '--by', '书记', '--reason', '情况属实'],
    ['decide', 'C2', '--confirm', '--by', '书记', '--reason', '情况属实'],
  ];
  const CHANGED = 'the facts have changed since the decision';

  it('is named at the closing where the facts have changed since, and only there', async () => {
    const same = await atSmall(decided);
    expect((await same.ok('round', 'close', '--approved-by', '书记')).stderr).not.toContain(CHANGED);
    const changed = await atSmall(decided);
    await changed.ok(
      'finding',
      'check',
      'F-11',
      '--result',
      'rectified',
      '--on',
      '2018-09-20',
      '--by',
      '督查甲',
    );
    const { stderr } = await changed.ok('round', 'close', '--approved-by', '书记');
    expect(stderr.match(new RegExp(CHANGED, 'g'))).toHaveLength(1);
    expect(stderr).toContain('乙二 C2');
  });
});
