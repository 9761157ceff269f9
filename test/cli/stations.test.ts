// "Station" means one thing: the finding's own, else that of its lead, wherever findings are counted, listed or sent out.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/folder.ts';
import { run, runOk, type World } from '../support/run.ts';

const world: World = { now: '2018-09-13T04:00:00Z' };
const CADRES = `cadre_no,name,rank,station
C1,甲一,staff,前塘作战所
C2,乙二,staff,云脚作战所
C3,丙三,staff,
`;
/** Own station; that of the lead; of a lead to whom it passed; of a lead who has left; none at all. */
const FINDINGS = `finding_no,source,area,station,description,found_on,due_on,cadre_no,assist_no
F-1,巡察,产业,前塘作战所,一,2018-09-01,2018-09-08,C2,
F-2,巡察,产业,,二,2018-09-01,2018-09-08,C2,C1
F-3,巡察,产业,,三,2018-09-01,2018-09-08,C1,
F-4,巡察,产业,,四,2018-09-01,2018-09-08,C3,C1
`;
const WHERE = { 前塘作战所: ['F-1'], 云脚作战所: ['F-2', 'F-3'] };

async function ledger(): Promise<{ readonly folder: string; readonly at: readonly string[] }> {
  const folder = temporaryFolder();
  const at = ['--ledger', join(folder, 'yanquan.db')];
  await runOk(['init', '--township', '试验乡', ...at], world);
  for (const [kind, text] of Object.entries({ cadres: CADRES, findings: FINDINGS })) {
    writeFileSync(join(folder, `${kind}.csv`), text);
    await runOk(['import', kind, join(folder, `${kind}.csv`), ...at], world);
  }
  const passing = ['finding', 'reassign', 'F-3', '--from', 'C1', '--to', 'C2', '--on', '2018-09-02'];
  await runOk([...passing, '--by', '组织委员', ...at], world);
  return { folder, at };
}

async function json(args: readonly string[]): Promise<Record<string, unknown>[]> {
  return JSON.parse((await runOk([...args, '--format', 'json'], world)).stdout) as Record<string, unknown>[];
}

describe('the station of a finding', () => {
  it('is the same in every list, and said where it is that of the lead', async () => {
    const { at } = await ledger();
    for (const [station, numbers] of Object.entries(WHERE)) {
      const listed = await json(['finding', 'list', '--station', station, ...at]);
      expect(listed.map((each) => each.finding_no)).toEqual(numbers);
      expect(new Set(listed.map((each) => each.station))).toEqual(new Set([station]));
      const due = await json(['due', '--station', station, '--until', '2018-09-12', ...at]);
      expect(due.filter((each) => each.part === 'finding').map((each) => each.item)).toEqual(numbers);
      const sheet = await json(['sheet', 'checks', '--station', station, '--until', '2018-09-12', ...at]);
      expect(sheet.map((each) => each.finding_no)).toEqual(numbers);
      expect(new Set(sheet.map((each) => each.sheet_station))).toEqual(new Set([station]));
    }
    const card = await runOk(['finding', 'show', 'F-3', '--lang', 'zh', ...at], world);
    expect(card.stdout).toContain('云脚作战所（按主要责任人）');
    const list = await runOk(['finding', 'list', '--station', '云脚作战所', '--lang', 'zh', ...at], world);
    expect(list.stderr).toContain('2个问题未写明作战所');
    const until = ['--station', '云脚作战所', '--until', '2018-09-12', '--lang', 'zh', ...at];
    for (const words of [['due'], ['sheet', 'checks'], ['sheet', 'visit']]) {
      expect((await runOk([...words, ...until], world)).stderr, words.join(' ')).toContain(
        '2个问题未写明作战所',
      );
    }
    const own = ['--station', '前塘作战所', '--until', '2018-09-12', '--lang', 'zh', ...at];
    expect((await runOk(['due', ...own], world)).stderr).not.toContain('未写明作战所');
  });

  it('is that of an order, a trend and the figures of the notice', async () => {
    const { at } = await ledger();
    const order = ['dispatch', 'new', '--station', '云脚作战所', '--issued-by', '乡长', '--on', '2018-09-05'];
    const sent = await run([...order, '--due', '2018-09-20', '--all-open', '--lang', 'zh', ...at], world);
    expect(sent.code).toBe(0);
    expect(sent.stderr).toContain('2个问题未写明作战所');
    const [shown] = await json(['dispatch', 'list', ...at]);
    expect(String(shown?.findings ?? JSON.stringify(shown))).toContain('2');
    await runOk(['round', 'close', '--cutoff', '2018-09-12', '--approved-by', '书记', ...at], world);
    const trend = await json(['trend', '--group-by', 'station', ...at]);
    const lines = await runOk(['trend', '--group-by', 'station', '--lang', 'zh', ...at], world);
    expect(lines.stdout).toContain('未写明作战所的问题，按主要责任人所在作战所统计');
    const had = Object.fromEntries(trend.map((each) => [each.station ?? each.group ?? each.key, each]));
    expect(Object.keys(had)).toEqual(expect.arrayContaining(['前塘作战所', '云脚作战所']));
    const notice = await runOk(['notice', '--lang', 'zh', '--format', 'md', ...at], world);
    expect(notice.stdout).toMatch(/\| 云脚作战所 \| 2 \|/);
    expect(notice.stdout).toMatch(/\| 前塘作战所 \| 1 \|/);
    expect(notice.stdout).toContain('未写明作战所的问题，按主要责任人所在作战所统计');
    expect((await runOk(['verify', ...at], world)).code).toBe(0);
  });
});
