// Attendance on site and the calendar of working days, through the command line.
import { describe, expect, it } from 'vitest';
import { atSmall } from '../support/at-ledger.ts';
import { bytesIn } from '../support/errors.ts';
import { put, temporaryFolder } from '../support/folder.ts';

describe('attendance', () => {
  const RECORD = ['attendance', 'record', '--site', '大棚工地', '--session', 'morning', '--on', '2018-09-06'];

  it('records a count in one go, and shows it per site and day, per cadre over a span', async () => {
    const { ok, rows, folder } = await atSmall();
    const came = await ok(...RECORD, '--present', 'C1,C2', '--absent', 'C3', '--leave', 'C4');
    expect(came.stdout.trim().split('\n')).toHaveLength(4);
    const before = bytesIn(folder);
    expect((await ok(...RECORD, '--present', 'C1;C2', '--absent', 'C3', '--leave', 'C4')).stderr).toContain(
      'nothing was changed',
    );
    expect(bytesIn(folder)).toEqual(before);
    expect(await rows('attendance', 'show', '--site', '大棚工地', '--on', '2018-09-06')).toEqual([
      {
        on: '2018-09-06',
        site: '大棚工地',
        session: 'morning',
        present_count: 2,
        absent_count: 1,
        leave_count: 1,
        present_who: 'C1;C2',
        absent_who: 'C3',
        leave_who: 'C4',
      },
    ]);
    // A site where nobody was counted is a slip: it is refused, not empty (test/cli/lists.test.ts).
    expect(await rows('attendance', 'show', '--site', '大棚工地', '--on', '2018-08-01')).toEqual([]);
    expect((await rows('attendance', 'show', '--cadre', 'C2')).map((row) => [row.on, row.present])).toEqual([
      ['2018-09-05', 'present'],
      ['2018-09-06', 'present'],
    ]);
    expect(
      await rows('attendance', 'show', '--cadre', 'C2', '--from', '2018-09-06', '--to', '2018-09-30'),
    ).toHaveLength(1);
    expect((await ok('attendance', 'show', '--cadre', 'C3', '--lang', 'zh')).stdout).toContain(
      '在岗0次，缺席1次，请假0次。',
    );
  });
});

describe('calendar', () => {
  it('shows a year with its source, and brings one in that was missing', async () => {
    const { ok, rows, run: tried } = await atSmall();
    const shown = await ok('calendar', 'show', '2018');
    expect(shown.stdout).toMatch(/Source: .*chinese-days/);
    expect(shown.stdout).toContain('250 working days');
    expect((await rows('calendar', 'show', '2018')).find((row) => row.date === '2018-09-29')).toMatchObject({
      kind: 'workday',
      name: '国庆节',
    });
    expect(await tried('calendar', 'show', '2031')).toMatchObject({ code: 1, stdout: '' });
    const days = ['01-01', '05-01', '10-01', '10-02', '10-03'].map((day) => `2031-${day},休,节日`);
    const file = put(
      temporaryFolder(),
      '2031.csv',
      ['日期,安排,名称', ...days, '2031-10-04,班,国庆节'].join('\n'),
    );
    const came = await ok('calendar', 'import', file);
    expect(came).toMatchObject({ stdout: 'calendar_years-1\n' });
    expect((await rows('calendar', 'show', '2031')).map((row) => row.kind)).toEqual([
      'holiday',
      'holiday',
      'holiday',
      'holiday',
      'holiday',
      'workday',
    ]);
    expect((await ok('calendar', 'show', '2031')).stdout).toContain('Source: 2031.csv');
    expect((await ok('calendar', 'import', file)).stderr).toContain('nothing was changed');
  });
});
