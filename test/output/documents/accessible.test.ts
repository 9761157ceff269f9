// What a screen reader asks of a paper: an outline, a title, a language, tables whose headings are marked.

import { expect, test } from 'vitest';
import type { FindingCard } from '../../../src/domain/findings/finding-card.ts';
import { documentDocx } from '../../../src/output/documents/docx.ts';
import { documentHtml } from '../../../src/output/documents/html.ts';
import type { Document } from '../../../src/report/document.ts';
import { closingForms } from '../../../src/report/forms/closing-form.ts';
import { noticeDocument } from '../../../src/report/notice/notice-document.ts';
import { closed } from '../../report/notice-samples.ts';
import { wordsFor } from '../../support/words.ts';
import { paragraphsWith, partsOf, textOf } from './docx-parts.ts';

const zh = wordsFor('zh');
const notice = noticeDocument(closed, zh, { scope: 'leader' });
const form: Document = closingForms(
  [
    {
      row: { finding_no: 'HT-001', source: '巡察', description: '未装盒', standard: '要件齐全' },
      history: [],
      now: { deadline: null, responsible: [] },
    } as unknown as FindingCard,
  ],
  zh,
);

test('a docx has an outline: the title, sections and annexes, their parts', async () => {
  const parts = partsOf(await documentDocx(notice));
  const [body = '', styles = ''] = ['document', 'styles'].map((each) => parts.get(`word/${each}.xml`));
  const styleOf = (text: string): (string | undefined)[] =>
    paragraphsWith(body, text).map((each) => /<w:pStyle w:val="(\w+)"/.exec(each)?.[1]);
  expect(styleOf('关于2018年第2轮')).toContain('Title');
  expect(styleOf('一、总体情况')).toEqual(['Heading1']);
  expect(styleOf('教育培训拟定对象名单')).toContain('Heading1');
  expect(styleOf('分来源').at(-1)).toBe('Heading2');
  for (const [id, name, level] of [
    ['Heading1', 'heading 1', 0],
    ['Heading2', 'heading 2', 1],
  ])
    expect(styles).toMatch(
      new RegExp(
        `w:styleId="${id}"><w:name w:val="${name}"/>(?:(?!</w:style>).)*<w:outlineLvl w:val="${level}"/>`,
      ),
    );
});

test('a docx says its title and its language', async () => {
  for (const [lang, said] of [
    ['zh', 'zh-CN'],
    ['en', 'en'],
  ] as const) {
    const parts = partsOf(await documentDocx(noticeDocument(closed, wordsFor(lang)), wordsFor(lang)));
    const core = parts.get('docProps/core.xml') ?? '';
    expect(core).toContain(`<dc:language>${said}</dc:language>`);
    expect(core).toMatch(/<dc:title>[^<]*样例乡[^<]*<\/dc:title>/);
    expect(parts.get('word/styles.xml')).toContain('w:eastAsia="zh-CN"');
  }
});

test('the first row of every list is marked as its heading and repeated', async () => {
  const body = partsOf(await documentDocx(notice)).get('word/document.xml') ?? '';
  const tables = [...body.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)].map(([each]) => each);
  const lists = tables.filter((each) => !textOf(each).includes('印发'));
  expect(lists.length).toBeGreaterThan(6);
  for (const each of lists) {
    expect(each.match(/<w:tblHeader\/>/g)?.length).toBe(1);
    expect(each.indexOf('<w:tblHeader/>')).toBeLessThan(each.indexOf('</w:tr>'));
    expect(each.match(/<w:cantSplit\/>/g)?.length).toBe(each.match(/<w:tr>/g)?.length);
  }
});

test('a short list stays on one page, a long one does not', async () => {
  const listOf = async (count: number): Promise<string> => {
    const rows = Array.from({ length: count }, (_, at) => [String(at)]);
    const document: Document = [{ kind: 'table', columns: [{ heading: '序号', numeric: true }], rows }];
    return partsOf(await documentDocx(document)).get('word/document.xml') ?? '';
  };
  // The heading row and all rows but the last.
  expect((await listOf(5)).match(/<w:keepNext\/>/g)?.length).toBe(5);
  expect((await listOf(50)).match(/<w:keepNext\/>/g)?.length).toBe(1);
});

test('a page in HTML has its language and headings in order, and the headings of its tables are marked', () => {
  const html = documentHtml(notice, 'zh');
  expect(html).toContain('<html lang="zh-CN">');
  expect(html).toMatch(/<title>[^<]*样例乡[^<]*<\/title>/);
  const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
  expect(levels[0]).toBe(1);
  for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThan(2);
  const heads = html.match(/<thead>.*?<\/thead>/gs) ?? [];
  expect(heads.length).toBe(html.match(/<table/g)?.length);
  for (const each of heads) expect(each).not.toMatch(/<th(?!ead)(?! scope="col")/);
});

test('the empty cells of a form in HTML are open to write in, and named; a known one is not', () => {
  const html = documentHtml(form, 'zh');
  const open = [...html.matchAll(/<div class="open"([^>]*)>/g)].map(([, said = '']) => said);
  expect(open.length).toBeGreaterThan(5);
  for (const each of open) {
    expect(each).toContain('contenteditable="plaintext-only"');
    expect(each).toMatch(/aria-label="[^"]+"/);
  }
  expect(html).toContain('<th scope="row">问题编号</th>');
  expect(open.join()).toContain('aria-label="完成情况"');
  expect(open.join()).not.toContain('aria-label="问题描述"');
});

test('a form in HTML has the margins and columns of a form, and a few rows stay on one page', () => {
  const html = documentHtml(form, 'zh');
  expect(html).toContain('<section class="form">');
  expect(html).toContain('@page form { size: A4; margin: 18mm 18mm 20mm 20mm; }');
  expect(html).toContain('<colgroup><col style="width: 16.7%"><col style="width: 33.3%">');
  expect(html).not.toContain('<table class="few">');
  const signs: Document = [{ kind: 'form', widths: [1], rows: [{ cells: [{ text: '', sign: '签字' }] }] }];
  expect(documentHtml(signs, 'zh')).toContain('<table class="few">');
});
