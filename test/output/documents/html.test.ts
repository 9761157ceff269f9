// The HTML of documents: the same blocks, escaped, nothing fetched.
import { expect, test } from 'vitest';
import { documentHtml } from '../../../src/output/documents/html.ts';
import { noticeDocument } from '../../../src/report/notice/notice-document.ts';
import { closed, draft, lines } from '../../report/notice-samples.ts';
import { wordsFor } from '../../support/words.ts';

const zh = wordsFor('zh');

test('fetches nothing, runs nothing, and can be printed', () => {
  const html = documentHtml(noticeDocument(closed, zh), 'zh');
  expect(html).not.toMatch(/<script|<link|<img|<iframe|https?:|url\(|@import|\son\w+=/i);
  expect(html).toContain('<html lang="zh-CN">');
  expect(html).toContain("default-src 'none'");
  expect(html).toContain('@page { size: A4; margin: 37mm 26mm 35mm 28mm; }');
  expect(html).toMatch(/(?<!\n)\n$/);
  expect(html.match(/<h1>/g)?.length).toBe(1);
  for (const text of ['一、总体情况', '附件2', '人员名单（县管干部）', closed.digests.closing ?? ''])
    expect(html).toContain(text);
  expect(documentHtml(noticeDocument(draft, zh), 'zh')).toContain('送审稿');
  // On paper every sheet says so.
  expect(documentHtml(noticeDocument(draft, zh), 'zh')).toMatch(/@page[^<]*content: *"送审稿"/);
  expect(documentHtml(noticeDocument(closed, zh), 'zh')).not.toMatch(/content: *"送审稿"/);
});

test('keeps text from data text', () => {
  const html = documentHtml(
    [
      { kind: 'title', text: '</title><script>a</script>' },
      { kind: 'paragraph', text: '<img src=x onerror=a>&"\u202e\u0000' },
      { kind: 'table', columns: [{ heading: '<h>', numeric: true }], rows: [['<td>']] },
      { kind: 'form', widths: [1], rows: [{ cells: [{ text: '<b>\nx', sign: '<i>' }], lines: 2 }] },
    ],
    'en',
  );
  // biome-ignore lint/suspicious/noControlCharactersInRegex: none may come through
  expect(html).not.toMatch(/<script|<img|<b>|<i>|<h>|[\u0000\u202e]/);
  expect(html).toContain('&lt;b&gt;<br>x');
});

test('names nobody in a public notice', () => {
  const html = documentHtml(noticeDocument(closed, zh, { scope: 'public' }), 'zh');
  for (const { cadre } of lines) expect(html).not.toContain(cadre.name.replace(/\s/gu, ''));
});
