// The page in a real browser: silent, without a request, clean to axe, fitting two screens and A4 paper, by keyboard.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser } from '../support/browser.ts';
import { demo } from '../support/demo.ts';
import { makeLedger } from '../support/make-ledger.ts';
import { runOk } from '../support/run.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SCREENS = [
  { width: 1280, height: 900 },
  { width: 400, height: 800 },
];
const HOSTILE = '<script>alert(1)</script>"\'><img src=http://example.invalid/x onerror=alert(2)>&amp;';

/** The browser's own, as far as these tests ask: the project is checked without its library. */
declare const document: {
  documentElement: { scrollWidth: number };
  activeElement: { className: string } | null;
};
declare const innerWidth: number;
declare global {
  var axe: { run(): Promise<AxeResults> };
}

let browser: Browser;
let folder: string;
const pages: Record<string, string> = {};

beforeAll(async () => {
  browser = await startBrowser();
  folder = mkdtempSync(join(tmpdir(), 'yanquan-page-'));
  const { ledger: shown } = await demo();
  for (const lang of ['zh', 'en']) {
    for (const names of [[], ['--names']]) {
      const file = join(folder, `${lang}${names.join('')}.html`);
      await runOk(['dashboard', ...names, '--lang', lang, '-o', file, '--ledger', shown]);
      pages[`demo ${lang}${names.join('')}`] = file;
    }
  }
  const ledger = join(folder, 'made.db');
  await makeLedger(ledger, { findings: 900, rounds: 30, cadres: 40, seed: 5 });
  pages.many = join(folder, 'many.html');
  await runOk(['dashboard', '--names', '--lang', 'zh', '-o', pages.many, '--ledger', ledger]);
  pages.hostile = join(folder, 'hostile.html');
  await runOk([
    'dashboard',
    '--names',
    '--lang',
    'en',
    '-o',
    pages.hostile,
    '--ledger',
    await hostileLedger(),
  ]);
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** A ledger in which every text that the page shows tries to be more than a text. */
async function hostileLedger(): Promise<string> {
  const ledger = join(folder, 'hostile.db');
  const at = (...args: string[]) => runOk([...args, '--ledger', ledger]);
  const cell = `"${HOSTILE.replaceAll('"', '""')}"`;
  const bring = async (kind: string, text: string) => {
    const file = join(folder, `hostile-${kind}.csv`);
    writeFileSync(file, text);
    await at('import', kind, file);
  };
  await at('init', '--township', HOSTILE);
  await bring(
    'cadres',
    `cadre_no,name,rank,unit,station\nC1,${cell},staff,${cell},${cell}\nC2,乙二,section,,\n`,
  );
  await bring(
    'findings',
    `finding_no,source,area,station,description,found_on,due_on,cadre_no,leader_no\n${[1, 2, 3, 4]
      .map((no) => `F${no},${cell},${cell},${cell},${cell},2018-09-0${no},2018-09-10,C1,C2`)
      .join('\n')}\n`,
  );
  await bring('reports', 'finding_no,reported_on\nF1,2018-09-05\n');
  await at('round', 'open', '--cutoff', '2018-09-12');
  return ledger;
}

/** Opens a page and hands over everything it said or asked for. */
async function opened(
  name: string,
  viewport: (typeof SCREENS)[number],
): Promise<{ page: Page; heard: string[] }> {
  const page = await browser.newPage({ viewport });
  const heard: string[] = [];
  page.on('console', (message) => heard.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => heard.push(`error: ${error.message}`));
  page.on('dialog', (dialog) => heard.push(`dialog: ${dialog.message()}`));
  page.on('request', (request) => heard.push(`request: ${request.url()}`));
  await page.goto(`file://${pages[name]}`);
  return { page, heard: heard.filter((each) => each !== `request: file://${pages[name]}`) };
}

const all = ['demo zh', 'demo en', 'demo en--names', 'many', 'hostile'];

describe.each(SCREENS)('at $width x $height', (viewport) => {
  test.each(all)('%s is silent, asks for nothing, fits, and is clean to axe', async (name) => {
    const { page, heard } = await opened(name, viewport);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    expect(heard).toEqual([]);
    await page.evaluate(AXE);
    const { violations, passes } = await page.evaluate(() => globalThis.axe.run());
    expect(violations.map((each) => `${each.id}: ${each.nodes[0]?.html}`)).toEqual([]);
    expect(passes.length).toBeGreaterThan(20);
    await page.close();
  });
});

test.each(['demo en', 'demo zh'] as const)('%s cuts nothing at 1,280 pixels', async (name) => {
  const { page } = await opened(name, { width: 1280, height: 900 });
  const cut = await page.evaluate(`[...document.querySelectorAll('.scroll')]
    .filter((each) => each.scrollWidth > each.clientWidth)
    .map((each) => each.textContent.trim().slice(0, 30))`);
  expect(cut).toEqual([]);
});

test('no script of the page itself would run, and none is in it', async () => {
  const { page, heard } = await opened('hostile', { width: 1280, height: 900 });
  expect(await page.locator('script, img, link, iframe, [onerror], [style]').count()).toBe(0);
  expect(await page.locator('h1').textContent()).toContain('<script>alert(1)</script>');
  const blocked = await page.evaluate(() => {
    const doc = document as unknown as {
      createElement(tag: string): { textContent: string };
      body: { append(node: unknown): void };
    };
    const script = doc.createElement('script');
    script.textContent = 'globalThis.ran = true';
    doc.body.append(script);
    return (globalThis as { ran?: boolean }).ran !== true;
  });
  expect(blocked).toBe(true);
  expect(heard.filter((each) => each.startsWith('dialog'))).toEqual([]);
  await page.close();
});

test('the keyboard reaches the content first, then the contents, then every table', async () => {
  const { page } = await opened('demo en', { width: 1280, height: 900 });
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
  const tables = await page.locator('[role=region][tabindex="0"][aria-labelledby]').count();
  for (let press = 0; press < 5 + 1; press += 1) await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.className)).toBe('scroll');
  expect(await page.locator('table').count()).toBe(tables);
  expect(await page.locator('caption').count()).toBe(tables);
  expect(await page.locator('svg.chart[role=img][aria-label]').count()).toBe(
    await page.locator('svg.chart').count(),
  );
  await page.close();
});

test.each(['demo zh', 'many'])('%s prints on A4, the glance on a page of its own', async (name) => {
  const { page } = await opened(name, { width: 1280, height: 900 });
  await page.emulateMedia({ media: 'print' });
  const bytes = await page.pdf({ preferCSSPageSize: true });
  const text = bytes.toString('latin1');
  expect(text).toMatch(/\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/);
  // What fits one page is no higher than A4 less its margins, at the width that the paper leaves.
  await page.setViewportSize({ width: 703, height: 1000 });
  const height = await page.locator('section.glance').evaluate((element) => {
    const box = (
      element as unknown as { getBoundingClientRect(): { bottom: number } }
    ).getBoundingClientRect();
    return box.bottom;
  });
  expect(height).toBeLessThan(1020);
  await page.close();
});
