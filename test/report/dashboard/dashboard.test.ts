// The page of a ledger: its figures against the other commands' lists, names only when asked for, nothing unescaped.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dutyKinds } from '../../../src/domain/duty.ts';
import { dashboardOf, roundsOfSpan } from '../../../src/jobs/find/dashboard.ts';
import { openForReading } from '../../../src/ledger/file/open.ts';
import { chartSvg, ticksOf } from '../../../src/output/documents/dashboard-svg.ts';
import { dashboardPage } from '../../../src/report/dashboard/dashboard.ts';
import { percentOf, share } from '../../../src/report/shares.ts';
import { demo } from '../../support/demo.ts';
import { temporaryFolder } from '../../support/folder.ts';
import { run, runOk } from '../../support/run.ts';
import { wordsFor } from '../../support/words.ts';

type Rows = Readonly<Record<string, string | number | boolean>>[];

async function listed(...args: string[]): Promise<Rows> {
  const { ledger } = await demo();
  return JSON.parse((await runOk([...args, '--format', 'json', '--ledger', ledger])).stdout);
}

async function facts(choice: Partial<Parameters<typeof dashboardOf>[1]> = {}) {
  const ledger = openForReading((await demo()).ledger);
  try {
    return dashboardOf(ledger.connection, { from: null, to: null, names: true, ...choice });
  } finally {
    ledger.close();
  }
}

async function page(...args: string[]): Promise<string> {
  const file = join(temporaryFolder(), 'page.html');
  await runOk(['dashboard', '-o', file, '--ledger', (await demo()).ledger, ...args]);
  return readFileSync(file, 'utf8');
}

describe('the figures', () => {
  test('of each round are those of the lists at its cutoff', async () => {
    const { rounds } = await facts();
    expect(rounds.map((each) => each.round)).toEqual([1, 2]);
    for (const round of rounds) {
      const outstanding = await listed('finding', 'list', '--on', round.cutoff, '--outstanding');
      const overdue = await listed('finding', 'list', '--on', round.cutoff, '--overdue', round.cutoff);
      const lines = await listed('round', 'show', String(round.round));
      expect(round.outstanding).toBe(outstanding.length);
      expect(round.overdue).toBe(overdue.length);
      expect(round.inCircle).toBe(lines.filter((each) => each.now_in).length);
      expect(round.enter).toBe(lines.filter((each) => each.movement === 'enter').length);
      expect(round.exit).toBe(lines.filter((each) => each.movement === 'exit').length);
      for (const [measure, count] of Object.entries(round.measures))
        expect(count).toBe(lines.filter((each) => each.measure === measure).length);
    }
  });

  test('go on from round to round: what was left, and was found, less what was rectified and withdrawn', async () => {
    const { rounds } = await facts();
    let left = 0;
    for (const { found, rectified, withdrawn, outstanding } of rounds) {
      left += found - rectified - withdrawn;
      expect(outstanding).toBe(left);
    }
  });

  test('of groups and ages add up to the last round', async () => {
    const told = await facts();
    const last = told.rounds.at(-1);
    const sum = (values: readonly number[]) => values.reduce((total, each) => total + each, 0);
    for (const groups of [told.bySource, told.byArea, told.byStation, told.byUnit]) {
      expect(sum(groups.map((each) => each.outstanding))).toBe(last?.outstanding);
      expect(sum(groups.map((each) => each.overdue))).toBe(last?.overdue);
      expect(sum(groups.map((each) => each.waiting))).toBe(told.waiting);
      expect(sum(groups.map((each) => each.rectifiedInAll))).toBe(
        sum(told.rounds.map((each) => each.rectified)),
      );
    }
    expect(sum(told.ages.map((each) => each.notDue + each.withoutDeadline + each.overdue))).toBe(
      last?.outstanding,
    );
    expect(sum(told.lateChecks.map((each) => each.waiting))).toBe(told.waiting);
    const waiting = await listed('finding', 'list', '--on', '2018-09-19', '--status', 'reported');
    expect(told.waiting).toBe(waiting.length);
  });

  test('of a range begin after the round before it', async () => {
    const [, second] = (await facts()).rounds;
    expect((await facts({ from: 2 })).rounds).toEqual([second]);
    expect((await facts({ to: 1 })).rounds.map((each) => each.round)).toEqual([1]);
  });
});

describe('the page', () => {
  test('names nobody unless asked', async () => {
    const cadres = await listed('cadre', 'list', '--all');
    const without = await page('--lang', 'zh');
    const named = await page('--lang', 'zh', '--names');
    for (const { name, cadre_no } of cadres) {
      expect(without).not.toContain(String(name));
      expect(without).not.toContain(String(cadre_no));
    }
    expect(named).toContain('TJ018');
    expect(without).toContain('领导1');
  });

  test('is in the language asked for, and the same each time', async () => {
    expect(await page('--lang', 'zh')).toContain('<html lang="zh-CN">');
    expect(await page('--lang', 'en')).toContain('<html lang="en">');
    expect(await page()).toBe(await page());
  });

  test('allows its own style by hash and nothing else', async () => {
    const html = await page();
    const style = /<style>([\s\S]*?)<\/style>/.exec(html)?.[1] ?? '';
    const hash = createHash('sha256').update(style).digest('base64');
    expect(html).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(html).not.toMatch(/<script|style="|href="(?!#)|src=/);
  });
});

describe('what one looks for first', () => {
  const zh = wordsFor('zh');

  test('the last twelve rounds, others when asked', () => {
    const all = Array.from({ length: 20 }, (_, at) => ({ number: at + 1 }));
    const numbers = (from: number | null, to: number | null) =>
      roundsOfSpan(all, from, to).map((each) => each.number);
    expect(numbers(null, null)).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]);
    expect(numbers(null, 3)).toEqual([1, 2, 3]);
    expect(numbers(1, null)).toHaveLength(20);
    expect(numbers(2, 4)).toEqual([2, 3, 4]);
  });

  test('the newest round stands first in tables, and rates beside counts', async () => {
    const { sections } = dashboardPage(await facts(), zh);
    const figures = sections.flatMap((each) => each.figures);
    const left = figures.find((each) => each.heading === zh.term('page.left_heading'));
    expect(left?.table.rows.map(([round]) => round)).toEqual(['2', '1']);
    expect(left?.table.columns.at(-1)?.heading).toBe('逾期率');
    expect(left?.table.rows[0]?.at(-1)).toMatch(/^\d+%$/);
    const [rounds] = figures.filter((each) => each.chart?.kind === 'lines');
    expect(rounds?.chart?.labels).toEqual(['1', '2']);
  });

  test('duties first, with the day by which they are due, and what waits for a decision', async () => {
    const told = await facts();
    const { glance } = dashboardPage(
      { ...told, duties: [...told.duties, { kind: 'rule', owed: 3, late: 1, longest: 2 }] },
      zh,
    );
    expect(glance.tables[0]?.columns.map(({ heading }) => heading)).toContain(zh.term('page.column_due_by'));
    expect(glance.tables[0]?.rows.length).toBe(Math.min(7, told.dutiesFirst.length));
    expect(glance.said).toContain(`${zh.term('duty.rule')} 3`);
    expect(dashboardPage({ ...told, duties: [] }, zh).glance.said).toContain('没有等待决定的事项');
  });

  test('who owes each duty, also where no name may stand, and of which round it is', async () => {
    const told = await facts();
    const duty = { cadre: '', since: '2018-09-12', due: '2018-09-14', daysLate: 5 } as const;
    const dutiesFirst = [
      { ...duty, kind: 'receive', subject: '〔2018〕1号', by: '东岭作战所' },
      { ...duty, kind: 'check', subject: 'HT-001', by: '' },
      { ...duty, kind: 'talk', subject: '1', by: '' },
    ] as unknown as typeof told.dutiesFirst;
    const { glance, sections } = dashboardPage({ ...told, dutiesFirst }, zh);
    const [first] = glance.tables;
    const at = first?.columns.findIndex(({ heading }) => heading === '责任方') ?? -1;
    expect(first?.rows.map((row) => row[at])).toEqual(['东岭作战所', '督查组', '谈话人']);
    expect(first?.rows.map((row) => row[1])).toEqual(['〔2018〕1号', 'HT-001', '第1轮']);
    const list = sections[0]?.figures[0]?.table;
    expect(list?.columns.map(({ heading }) => heading)).toContain('责任方');
    expect(list?.rows.map((row) => row.includes('督查组'))).toEqual([false, true, false]);
    for (const kind of dutyKinds) {
      for (const words of [zh, wordsFor('en')])
        expect(words.term(`page.owes_${kind}`)).not.toContain('owes_');
    }
  });

  test('the overdue rate stands beside the count in every list at a glance', async () => {
    const { glance } = dashboardPage(await facts(), zh);
    const groups = glance.tables.filter(({ columns }) =>
      columns.some(({ heading }) => heading === '已过时限'),
    );
    expect(groups.length).toBe(3);
    for (const { columns, rows } of groups) {
      const [outstanding, overdue, rate] = ['未销号', '已过时限', '逾期率'].map((each) =>
        columns.findIndex(({ heading }) => heading === each),
      );
      expect(rate).toBe((overdue ?? 0) + 1);
      for (const row of rows) {
        const whole = Number(row[outstanding ?? 0]);
        const part = Number(row[overdue ?? 0]);
        const percent =
          part === 0 || part === whole ? (part * 100) / whole : Math.round((part * 100) / whole);
        expect(row[rate ?? 0]).toBe(whole === 0 ? '—' : `${percent}%`);
      }
    }
  });

  test('findings without a leader are not said to be none', async () => {
    const told = { ...(await facts()), byLeader: [] };
    const { glance, sections } = dashboardPage(told, zh);
    const figure = sections
      .flatMap((each) => each.figures)
      .find((each) => each.heading === zh.term('page.leader_heading'));
    expect(figure?.said).toBe('未销号的问题均未填责任领导。');
    expect(glance.tables.find((each) => each.caption === zh.term('page.glance_leader'))?.whenEmpty).toBe(
      '未销号的问题均未填责任领导。',
    );
  });

  test('lines bear their name and last value, none over another', () => {
    const svg = chartSvg(
      {
        kind: 'lines',
        labels: ['1', '2'],
        series: [
          { name: '甲', tone: 'plain', values: [1, 7] },
          { name: '乙', tone: 'bad', values: [2, 7] },
          { name: '丙', tone: 'good', values: [0, null] },
        ],
      },
      '',
    );
    const ends = [...svg.matchAll(/class="end [^"]*" x="([\d.]+)" y="([\d.]+)">([^<]*)</g)];
    expect(ends.map(([, , , text]) => text)).toEqual(['甲 7', '乙 7', '丙 0']);
    const heights = ends.map(([, , y]) => Number(y));
    expect((heights[1] ?? 0) - (heights[0] ?? 0)).toBeGreaterThanOrEqual(14);
    for (const [, x, , text] of ends) expect(Number(x) + (text?.length ?? 0) * 10).toBeLessThan(460);
  });

  test('a bar without a value is no zero', () => {
    const series = [{ name: '甲', tone: 'plain', values: [0, null] }] as const;
    const svg = chartSvg({ kind: 'across', labels: ['有', '无'], series }, '');
    expect([...svg.matchAll(/class="tick"[^>]*>([^<]*)</g)].map(([, text]) => text)).toEqual(['0', '—']);
  });
});

test('refuses rounds that are not there or the wrong way round', async () => {
  const args = ['dashboard', '-o', '-', '--ledger', (await demo()).ledger];
  expect(await run([...args, '--to', '9'])).toMatchObject({ code: 1, stdout: '' });
  const reversed = await run([...args, '--from', '2', '--to', '1']);
  expect(reversed).toMatchObject({
    code: 1,
    stdout: '',
    stderr: '--from 2 is after --to 1. Swap the two rounds.\n',
  });
  expect((await run(['dashboard', '--ledger', (await demo()).ledger])).code).toBe(2);
});

test('shares are whole percents, with all and nothing only where it is so', () => {
  expect([share(0, 0), share(0, 3), share(1, 3), share(3, 3)]).toEqual(['—', '0%', '33%', '100%']);
  expect([percentOf(999, 1000), percentOf(1, 1000)]).toEqual([99, 1]);
});

test('ticks take in both ends, in few round steps', () => {
  for (const [low, high] of [
    [0, 0],
    [0, 1],
    [0, 13],
    [-7, 4],
    [-300, 12],
    [0, 1902],
  ] as const) {
    const ticks = ticksOf(low, high);
    expect(ticks[0]).toBeLessThanOrEqual(low);
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(high);
    expect(ticks.length).toBeGreaterThan(1);
    expect(ticks.length).toBeLessThan(9);
    expect(low < 0 ? ticks.includes(0) : ticks[0] === 0).toBe(true);
  }
});
