// A draft's page on paper: Chromium prints 送审稿 at the head of every sheet, upright or on its side.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documentHtml } from '../../src/output/documents/html.ts';
import { noticeDocument } from '../../src/report/notice/notice-document.ts';
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
