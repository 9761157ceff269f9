// A draft's page on paper: Chromium prints 送审稿 at the head of every sheet, upright or on its side.

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { expect, test } from 'vitest';
import type { FindingCard } from '../../src/domain/findings/finding-card.ts';
import { documentHtml } from '../../src/output/documents/html.ts';
import type { Document } from '../../src/report/document.ts';
import { explainDocument } from '../../src/report/explain/explain-document.ts';
import { closingForms } from '../../src/report/forms/closing-form.ts';
import { visitForm } from '../../src/report/forms/visit-form.ts';
import { noticeDocument } from '../../src/report/notice/notice-document.ts';
import { closed as explained } from '../report/explain-samples.ts';
import { closed, draft } from '../report/notice-samples.ts';
import { startBrowser } from '../support/browser.ts';
import { temporaryFolder } from '../support/folder.ts';
import { pagesOf } from '../support/printed.ts';
import { wordsFor } from '../support/words.ts';

test.each([
  ['draft', draft, true],
  ['closed round', closed, false],
] as const)('a %s says so at the head of each sheet or nowhere', async (_, facts, marked) => {
  const folder = temporaryFolder();
  const browser = await startBrowser();
  const page = await browser.newPage();
  const html = documentHtml(noticeDocument(facts, wordsFor('zh'), { scope: 'leader' }), 'zh');
  writeFileSync(join(folder, 'a.html'), html);
  await page.goto(`file://${join(folder, 'a.html')}`);
  await page.pdf({ preferCSSPageSize: true, path: join(folder, 'a.pdf') });
  await browser.close();
  const pages = pagesOf(join(folder, 'a.pdf'));
  expect(pages.length).toBeGreaterThan(5);
  for (const { lines } of pages) {
    const above = lines.filter((each) => each.text === '送审稿' && each.top < 28);
    expect(above.length).toBe(marked ? 1 : 0);
  }
});

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const zh = wordsFor('zh');
const row = { finding_no: 'HT-001', description: '未装盒', standard: '装盒', action: '逐户装盒' };
const shown = { row, history: [], now: { deadline: null, responsible: [] } } as unknown as FindingCard;
const visit = { round: 3, station: '云脚作战所', until: '2018-09-26', findings: [] };

const papers: Readonly<Record<string, () => Document>> = {
  notice: () => noticeDocument(closed, zh, { scope: 'leader' }),
  'red notice': () => noticeDocument(closed, zh, { blanks: { documentNumber: '样党通〔2018〕3号' } }),
  explanation: () => explainDocument(explained, zh),
  'application for closing': () => closingForms([shown], zh),
  'record of a visit': () => visitForm(visit as unknown as Parameters<typeof visitForm>[0], zh),
};

test.each(Object.keys(papers))(
  'a %s is clean to axe on wide and narrow screens, and fits both',
  async (name) => {
    const browser = await startBrowser();
    const file = join(temporaryFolder(), 'a.html');
    writeFileSync(file, documentHtml(papers[name]?.() ?? [], 'zh'));
    for (const width of [1280, 400]) {
      const page = await browser.newPage({ viewport: { width, height: 800 } });
      await page.goto(`file://${file}`);
      await page.evaluate(AXE);
      const run = '(globalThis).axe.run().then((found) => found.violations)';
      const violations = (await page.evaluate(run)) as AxeResults['violations'];
      expect(violations.map((each) => `${each.id}: ${each.nodes[0]?.html}`)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      // What a screen reader walks through: the headings from the first level on, none left out.
      const levels = (await page.evaluate(
        "[...document.querySelectorAll('h1,h2,h3')].map((each) => Number(each.tagName[1]))",
      )) as number[];
      expect(levels[0]).toBe(1);
      for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThan(2);
      await page.close();
    }
    await browser.close();
  },
);

test('what is written into an open cell stays on the page that is printed', async () => {
  const browser = await startBrowser();
  const file = join(temporaryFolder(), 'a.html');
  writeFileSync(file, documentHtml(papers['application for closing']?.() ?? [], 'zh'));
  const page = await browser.newPage();
  await page.goto(`file://${file}`);
  await page.getByRole('textbox', { name: '完成情况' }).fill('已逐户装盒');
  expect(await page.locator('table').textContent()).toContain('已逐户装盒');
  await browser.close();
});
