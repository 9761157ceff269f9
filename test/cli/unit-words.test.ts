// Words of units that are no report: kept with the finding, shown, exported, reversed; and what an earlier program
// misread.
import { chmodSync, copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { put, temporaryFolder } from '../support/folder.ts';
import { home, type Ran, run, runOk } from '../support/run.ts';

const zh = { env: { YANQUAN_LANG: 'zh' }, now: '2018-10-08T04:00:00Z' };
const CADRES = 'cadre_no,name,rank\nC1,甲一,staff\nC2,乙二,staff\n';
const HEAD =
  '问题编号,问题来源,具体问题,发现时间,整改时限,责任人编号,完成情况,申请时间,核查结果,核查人,核查时间\n';
const row = (no: string, word = '', on = '', rest = ',,'): string =>
  `${no},巡察,问题${no},2018-09-01,2018-09-10,C1,${word},${on},${rest}\n`;

interface Office {
  readonly folder: string;
  readonly ok: (...args: readonly string[]) => Promise<Ran>;
  readonly at: (...args: readonly string[]) => Promise<Ran>;
  /** Imports rows as the week's register. */
  readonly week: (rows: string, ...more: readonly string[]) => Promise<Ran>;
  readonly words: (no: string) => Promise<string>;
}

async function office(ledger?: string): Promise<Office> {
  const folder = temporaryFolder();
  const on = ['--ledger', ledger ?? join(folder, 'yanquan.db')];
  const at: Office['at'] = (...args) => run([...args, ...on], zh);
  const ok: Office['ok'] = (...args) => runOk([...args, ...on], zh);
  if (ledger === undefined) {
    await ok('init');
    await ok('import', 'cadres', put(folder, 'c.csv', CADRES));
  }
  return {
    folder,
    at,
    ok,
    week: (rows, ...more) => at('import', 'ledger', put(folder, 'week.csv', HEAD + rows), ...more),
    words: async (no) => {
      const exported = await ok('export', 'ledger', '--format', 'json');
      const rows = JSON.parse(exported.stdout) as { finding_no: string; unit_words: string }[];
      return rows.find((each) => each.finding_no === no)?.unit_words ?? 'no such finding';
    },
  };
}

describe('words that are no report', () => {
  it('are kept, named by the import, shown by finding show and explain, and exported', async () => {
    const { ok, week, words } = await office();
    const came = await week(row('P-1', '正在协调资金') + row('P-2', '待验收') + row('P-3', '未完成'));
    expect(came.code).toBe(0);
    expect(came.stderr).toContain('P-1“正在协调资金”、P-2“待验收”');
    expect(came.stderr).not.toContain('P-3“');
    expect(await words('P-1')).toBe('正在协调资金');
    expect(await words('P-3')).toBe('');
    expect((await ok('finding', 'show', 'P-1')).stdout).toMatch(/单位原话：正在协调资金\n/u);
    await ok('round', 'open', '--cutoff', '2018-09-12');
    const document = await ok('explain', 'C1', '--format', 'md');
    expect(document.stdout).toContain('“正在协调资金”，未能识别，不作为申请销号');
    expect((await ok('explain', 'C1')).stdout).toMatch(/P-2 {2,}待验收/u);
    const rows = JSON.parse((await ok('explain', 'C1', '--format', 'json')).stdout) as {
      part: string;
      item: string;
      detail: string;
    }[];
    expect(rows.filter((each) => each.part === 'unit_words').map((each) => [each.item, each.detail])).toEqual(
      [
        ['P-1', '正在协调资金'],
        ['P-2', '待验收'],
      ],
    );
    expect((await ok('tally', '--format', 'json')).stdout).toContain('"counted":3');
  });

  it('are those of the last import, without --amend; the same again change nothing', async () => {
    const { ok, week, words } = await office();
    await week(row('P-1', '正在协调资金'));
    const same = await week(row('P-1', '正在协调资金'));
    expect(same.stderr).toMatch(/新增0，未变1/u);
    expect(same.stderr).toMatch(/其中0个与上次不同/u);
    const other = await week(row('P-1', '待县里批复'));
    expect(other.code).toBe(0);
    expect(other.stderr).toMatch(/其中1个与上次不同.*P-1“待县里批复”/u);
    expect(await words('P-1')).toBe('待县里批复');
    expect((await week(row('P-1', '已完成', '2018-09-09'))).code).toBe(0);
    expect(await words('P-1')).toBe('');
    expect((await ok('verify')).code).toBe(0);
  });

  it('are not named of a finding that is settled, but kept', async () => {
    const { week, words } = await office();
    await week(row('P-1', '正在协调资金'));
    const came = await week(row('P-1', '验收已过', '', '整改到位,督查甲,2018-09-12'));
    expect(came.code).toBe(0);
    expect(came.stderr).not.toContain('未能识别');
    expect(came.stderr).toMatch(/其中销号1个：P-1/u);
    expect(await words('P-1')).toBe('验收已过');
  });

  it('are taken back with their batch, or alone, and the words before count again', async () => {
    const { ok, week, words, at } = await office();
    await week(row('P-1', '正在协调资金'));
    await week(row('P-1', '待县里批复'));
    const history = (await ok('finding', 'show', 'P-1', '--format', 'json')).stdout;
    expect(history).toContain('unit_words-2');
    await ok('reverse', 'unit_words-2', '--reason', '误录');
    expect(await words('P-1')).toBe('正在协调资金');
    const refused = await at('reverse', 'P-1', '--reason', '误录');
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('unit_words-1');
    await ok('batch', 'undo', '2', '--reason', '误导');
    expect(await words('P-1')).toBe('no such finding');
    expect((await ok('verify')).code).toBe(0);
  });

  it('go on into the ledger of the next year', async () => {
    const { folder, ok, week } = await office();
    await week(row('P-1', '正在协调资金'));
    const next = join(folder, 'next.db');
    await runOk(['--ledger', next, 'init', '--carry-over', join(folder, 'yanquan.db')], zh);
    const shown = await runOk(['--ledger', next, 'finding', 'show', 'P-1'], zh);
    expect(shown.stdout).toMatch(/单位原话：正在协调资金\n/u);
    await runOk(['--ledger', next, 'verify'], zh);
    await ok('verify');
  });
});

describe('what an earlier program misread', () => {
  const old = (): string => {
    const ledger = join(temporaryFolder(), 'yanquan.db');
    copyFileSync(join(home, 'fixtures', 'ledgers', 'misread-words-3.db'), ledger);
    chmodSync(ledger, 0o600);
    return ledger;
  };
  const file = join(home, 'fixtures', 'ledgers', 'misread-words-3.csv');
  const reports = Array.from({ length: 6 }, (_, at) => `reports-${at + 1}`);

  it('is left as recorded and named, with the commands that put it right', async () => {
    const { ok } = await office(old());
    const came = await ok('import', 'ledger', file, '--json');
    const answer = JSON.parse(came.stdout) as {
      changes: { reported: unknown[]; left_as_recorded: { finding_no: string; report: string }[] };
    };
    expect(answer.changes.reported).toEqual([]);
    expect(answer.changes.left_as_recorded.map((each) => each.report)).toEqual(reports);
    expect(came.stderr).toContain('W-1“已完成。” reports-1');
    expect(came.stderr).toContain(`yanquan reverse ${reports.join(' ')} --reason`);
    expect(came.stderr).toMatch(/yanquan correct TJ018 --round 1 /u);
    const week = await ok('import', 'ledger', file);
    expect(week.stderr).toContain('新增0，未变7');
    const rows = JSON.parse((await ok('export', 'reports', '--format', 'json')).stdout) as {
      progress: string;
    }[];
    expect(rows.map((each) => each.progress)).toEqual(Array.from({ length: 7 }, () => 'not_done'));
    await ok('verify');
  });

  it('is right after those commands', async () => {
    const { ok } = await office(old());
    await ok('import', 'ledger', file);
    await ok('reverse', ...reports, '--reason', '旧版误读');
    const again = await ok('import', 'ledger', file);
    expect(again.stderr).toMatch(/申请销号6个（已完成6/u);
    expect(again.stderr).not.toContain('旧版程序');
    const rows = JSON.parse((await ok('export', 'ledger', '--format', 'json')).stdout) as {
      finding_no: string;
      progress: string;
      reported_on: string;
    }[];
    for (const each of rows.slice(0, 6))
      expect([each.progress, each.reported_on]).toEqual(['done', '2018-09-09']);
    await ok('verify');
  });

  it('without a day makes no report dated this week', async () => {
    const { folder, ok, at } = await office(old());
    const undated = readFileSync(file, 'utf8').replaceAll('2018-09-09', '');
    const came = await at('import', 'ledger', put(folder, 'w.csv', undated));
    expect(came.code).toBe(0);
    expect(came.stderr).toMatch(/旧版程序读作未完成6个/u);
    expect((await ok('export', 'reports')).stdout).not.toContain('2018-10-08');
  });
});
