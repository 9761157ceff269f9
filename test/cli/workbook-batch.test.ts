// One workbook is one batch, however many sheets; and an import says what is new, not what is as last time.
import { describe, expect, it } from 'vitest';
import { put, temporaryFolder } from '../support/folder.ts';
import { run, runOk } from '../support/run.ts';
import { officeWorkbook } from '../support/workbook.ts';

const zh = { env: { YANQUAN_LANG: 'zh' }, now: '2018-10-08T04:00:00Z' };
const HEAD = ['问题编号', '问题来源', '具体问题', '发现时间', '整改时限', '责任人', '完成情况', '申请时间'];
const line = (no: string, text = `问题${no}`, ...report: readonly string[]): readonly string[] => [
  ...[no, '巡察', text, '2018-09-01', '2018-09-10', '甲一'],
  ...report,
];

async function office() {
  const folder = temporaryFolder();
  const on = ['--ledger', `${folder}/yanquan.db`];
  await runOk(['init', ...on], zh);
  await runOk(['import', 'cadres', put(folder, 'c.csv', 'cadre_no,name,rank\nC1,甲一,staff\n'), ...on], zh);
  const workbook = (...sheets: readonly (readonly (readonly string[])[])[]) =>
    put(
      folder,
      '台账.xlsx',
      officeWorkbook(sheets.map((rows, at) => ({ name: `${'一二三'[at]}村`, rows: [HEAD, ...rows] }))),
    );
  const at = (...args: readonly string[]) => run([...args, ...on], zh);
  const bring = (file: string, ...more: readonly string[]) =>
    at('import', 'ledger', file, '--sheet', 'all', '--match-names', ...more);
  return { folder, at, bring, workbook };
}

interface Shown {
  readonly sheet: string;
  readonly line: number | '';
  readonly outcome: string;
  readonly id: string;
}

describe('a workbook of three sheets', () => {
  it('is one batch: its rows by sheet, led back to their sheet, and undone at once', async () => {
    const { at, bring, workbook } = await office();
    const file = workbook(
      [line('A-1'), line('A-2')],
      [line('B-1')],
      [line('D-1', '第四个', '已完成', '2018-09-09')],
    );
    const came = await bring(file, '--json');
    expect(came.code).toBe(0);
    expect(JSON.parse(came.stdout)).toMatchObject({ added: 4, batches: [{ id: 2, file, added: 4 }] });
    const again = await bring(
      workbook([line('A-1'), line('A-2')], [line('B-1', '改了')], [line('D-2')]),
      ...['--amend', 'description', '--reason', '更正'],
    );
    expect(again.stderr).toContain('新增1，未变2，更正1，退回0');
    const shown = JSON.parse((await at('batch', 'show', '3', '--format', 'json')).stdout) as Shown[];
    expect(
      shown
        .filter((each) => each.outcome !== 'said')
        .map(({ sheet, line: at, outcome }) => [sheet, at, outcome]),
    ).toEqual([
      ['一村', 2, 'unchanged'],
      ['一村', 3, 'unchanged'],
      ['三村', 2, 'added'],
      ['二村', 2, 'amended'],
    ]);
    const history = JSON.parse((await at('finding', 'show', 'D-1', '--format', 'json')).stdout) as {
      file: string;
      line: number;
    }[];
    expect(history.map((each) => [each.file, each.line])).toEqual([
      [`${file}#三村`, 2],
      [`${file}#三村`, 2],
    ]);
    expect((await at('batch', 'undo', '2', '--reason', '误导', '--with-dependents')).code).toBe(0);
    expect(JSON.parse((await at('finding', 'list', '--format', 'json')).stdout)).toMatchObject([
      { finding_no: 'D-2' },
    ]);
    expect((await at('verify')).code).toBe(0);
  });

  it('is all or nothing: a bad row on one sheet keeps all of them out', async () => {
    const { at, bring, workbook } = await office();
    const came = await bring(workbook([line('A-1')], [line('B-1', '')], [line('D-1')]));
    expect(came.code).toBe(1);
    expect(JSON.parse((await at('finding', 'list', '--format', 'json')).stdout)).toEqual([]);
    expect(JSON.parse((await at('batch', 'list', '--format', 'json')).stdout)).toHaveLength(1);
  });

  it('goes on to the next year with its sheets', async () => {
    const { folder, bring, workbook } = await office();
    const file = workbook([line('A-1')], [line('B-1')]);
    await bring(file);
    const next = `${folder}/next.db`;
    await runOk(['--ledger', next, 'init', '--carry-over', `${folder}/yanquan.db`], zh);
    const shown = await runOk(['--ledger', next, 'finding', 'show', 'B-1', '--format', 'json'], zh);
    expect(JSON.parse(shown.stdout)).toMatchObject([{ file: `${file}#二村` }]);
    await runOk(['--ledger', next, 'verify'], zh);
  });
});

describe('what an import says', () => {
  it('names what was matched once, and afterwards only with -v and in batch show', async () => {
    const { at, bring, workbook } = await office();
    const first = await bring(workbook([line('A-1')]));
    expect(first.stderr).toContain('“甲一”按姓名对应为 C1');
    const second = workbook([line('A-1', '问题A-1', '已完成', '2018-09-09'), line('A-2')]);
    const dry = await bring(second, '--dry-run', '-v');
    expect(dry.stderr).toContain('“甲一”按姓名对应为 C1');
    const came = await bring(second);
    expect(came.stderr).not.toContain('按姓名对应');
    expect(came.stderr).toContain('另有1条说明与上次相同');
    expect(came.stderr.trimEnd().split('\n').slice(-3)).toEqual([
      '本周变动：',
      '· 新增问题1个：A-2',
      '· 申请销号1个（已完成1、基本完成0、未完成0）：A-1',
    ]);
    expect((await at('batch', 'show', '3')).stdout).toContain('“甲一”按姓名对应为 C1');
    const json = JSON.parse((await bring(second, '--json')).stdout) as { told: { code: string }[] };
    expect(json.told.map((each) => each.code)).toEqual(['name_taken']);
  });

  it('counts long lists and names the first: json has them all', async () => {
    const { bring, workbook } = await office();
    const many = Array.from({ length: 60 }, (_, at) => line(`A-${at + 1}`));
    const came = await bring(workbook(many), '--json');
    expect(came.stderr.split('\n').every((each) => each.length < 200)).toBe(true);
    expect(came.stderr).toContain('新增问题60个：A-1、');
    expect(came.stderr).not.toContain('A-11');
    expect(JSON.parse(came.stdout)).toMatchObject({ changes: { added: many.map(([no]) => no) } });
  });

  it('says what waits for --amend, and that nothing was written', async () => {
    const { bring, workbook } = await office();
    await bring(workbook([line('A-1'), line('A-2')]));
    const came = await bring(workbook([line('A-1', '改了'), line('A-2')]));
    expect(came.code).toBe(1);
    expect(came.stderr).toMatch(
      /本周变动（未写入台账）：\n· 与台账不一致1个.*--amend description .*：A-1\n/u,
    );
  });

  it('says that nothing changed', async () => {
    const { bring, workbook } = await office();
    await bring(workbook([line('A-1')]));
    expect((await bring(workbook([line('A-1')]))).stderr).toMatch(/本周变动：无。\n$/u);
  });
});
