// The notices of the demo's rounds: figures that agree with the lines, and no name for the public.

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { comparableName } from '../../../src/domain/texts/text.ts';
import { noticeOf } from '../../../src/jobs/notice/notice.ts';
import { type Ledger, openForReading } from '../../../src/ledger/file/open.ts';
import { documentMarkdown } from '../../../src/output/documents/markdown.ts';
import { noticeReport } from '../../../src/report/notice/notice.ts';
import { noticeDocument } from '../../../src/report/notice/notice-document.ts';
import { runOk } from '../../support/run.ts';
import { wordsFor } from '../../support/words.ts';

const markdownOf = (...of: Parameters<typeof noticeDocument>): string =>
  documentMarkdown(noticeDocument(...of));

let ledger: Ledger;
let names: readonly string[];

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yanquan-test-'));
  await runOk(['demo', '--dir', join(folder, 'demo')]);
  const file = join(folder, 'demo', 'yanquan.db');
  ledger = openForReading(file);
  const rows = readFileSync(
    new URL('../../../fixtures/tongjing/01-cadres.csv', import.meta.url),
    'utf8',
  ).split('\n');
  names = rows.slice(1).flatMap((row) => {
    const name = row.split(',')[1];
    return name === undefined || name === '' ? [] : [name, comparableName(name)];
  });
  return () => {
    ledger.close();
    rmSync(folder, { recursive: true });
  };
}, 60_000);

const factsOf = (round: number | null, scope: 'leader' | 'internal' | 'public' = 'internal') =>
  noticeOf(ledger.connection, round, scope);

describe.each([1, 2])('round %i', (round) => {
  test('each concerned finding is one of six, in the totals and summed over every grouping', () => {
    const facts = factsOf(round);
    const { findings, inTime, late, waiting, objected, extended, notRectified } = facts.totals;
    expect(findings).toBe(inTime + late + waiting + objected + extended + notRectified);
    for (const groups of [facts.bySource, facts.byArea, facts.byStation]) {
      expect(groups.reduce((sum, { figures }) => sum + figures.findings, 0)).toBe(findings);
    }
    expect(facts.problems.reduce((sum, each) => sum + each.count, 0)).toBe(notRectified);
  });

  test('counts agree with the lines', () => {
    const { counts, lines } = factsOf(round);
    expect(lines.filter((line) => line.nowIn).length).toBe(counts.nowIn);
    expect(counts.enter + counts.stay).toBe(counts.nowIn);
    for (const measure of ['self_criticism', 'reminder_talk', 'admonition_talk'] as const) {
      expect(lines.filter((line) => line.measure === measure).length).toBe(counts.measures[measure].all);
    }
  });

  test('the public is given no name: not in the facts, the rows or the document', () => {
    const facts = factsOf(round, 'public');
    const rows = [...noticeReport(facts).rows];
    const all = [facts, rows, markdownOf(facts, wordsFor('zh')), markdownOf(facts, wordsFor('en'))];
    const text = all.map((each) => JSON.stringify(each)).join('\n');
    expect(names.length).toBeGreaterThan(30);
    for (const name of [...names, '审定甲']) expect(text).not.toContain(name);
    expect(text).not.toMatch(/TJ\d/);
  });
});

test("the first round has the township's figures", () => {
  const { counts } = factsOf(1);
  const { measures } = counts;
  expect([counts.commended, measures.self_criticism.all, measures.reminder_talk.all]).toEqual([5, 7, 7]);
  expect([measures.admonition_talk.all, counts.nowIn]).toEqual([6, 13]);
  expect(factsOf(1)).toMatchObject({ draft: false, township: '桶井乡', roundOfYear: 1, sinceLast: null });
  expect(factsOf(2)).toMatchObject({
    roundOfYear: 2,
    previousCutoff: '2018-09-12',
    nextDeadline: '2018-09-26',
  });
});

test('without an open round there is no draft, and no notice of a round that is not there', () => {
  expect(() => factsOf(null)).toThrow('round_not_open_cutoff');
  expect(() => factsOf(7)).toThrow('round_not_closed');
});

test('an open round gives a draft with the digest that its tally shows', async () => {
  const at = ['--ledger', ledger.file];
  await runOk(['round', 'open', '--cutoff', '2018-09-26', ...at]);
  const facts = factsOf(null);
  expect(facts).toMatchObject({
    draft: true,
    round: 3,
    approvedBy: '',
    meeting: '',
    previousCutoff: '2018-09-19',
  });
  expect((await runOk(['tally', ...at])).stderr).toContain(facts.digests.draft);
  // A closed round's notice stays what it was.
  const before = markdownOf(factsOf(2), wordsFor('zh'));
  for (const cadreNo of ['TJ018', 'TJ020']) {
    await runOk(['decide', cadreNo, '--confirm', '--by', '审定甲', '--reason', '研究同意', ...at]);
  }
  await runOk(['round', 'close', '--approved-by', '审定甲', ...at]);
  expect(markdownOf(factsOf(2), wordsFor('zh'))).toBe(before);
});
