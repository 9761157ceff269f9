// Notices and explanations as Markdown: golden files, and texts from data that stay texts.
import { describe, expect, test } from 'vitest';
import { documentMarkdown } from '../../../src/output/documents/markdown.ts';
import { explainDocument } from '../../../src/report/explain/explain-document.ts';
import { noticeDocument } from '../../../src/report/notice/notice-document.ts';
import { clean, closed, draft } from '../../report/explain-samples.ts';
import * as notices from '../../report/notice-samples.ts';
import { wordsFor } from '../../support/words.ts';

const noticeMarkdown = (...of: Parameters<typeof noticeDocument>): string =>
  documentMarkdown(noticeDocument(...of));
const explainMarkdown = (...of: Parameters<typeof explainDocument>): string =>
  documentMarkdown(explainDocument(...of));
const golden = (name: string) => `../../../fixtures/reports/${name}.md`;

describe.each(['zh', 'en'] as const)('%s', (lang) => {
  const words = wordsFor(lang);

  test.each([
    ['draft', notices.draft, {}],
    ['closed', notices.closed, {}],
    ['leader', notices.closed, { scope: 'leader' }],
    ['public', notices.forPublic, {}],
    ['nobody', notices.nobody, {}],
  ] as const)('the notice %s is as its golden file', async (name, facts, options) => {
    const text = noticeMarkdown(facts, words, options);
    expect(text).toMatch(/(?<!\n)\n$/);
    await expect(text).toMatchFileSnapshot(golden(`notice-${name}.${lang}`));
  });

  test.each([
    ['closed', closed],
    ['draft', draft],
    ['clean', clean],
  ] as const)('the explanation %s is as its golden file', async (name, explanation) => {
    const text = explainMarkdown(explanation, words);
    expect(text).toMatch(/(?<!\n)\n$/);
    await expect(text).toMatchFileSnapshot(golden(`explain-${name}.${lang}`));
  });
});

test('an English notice has no Chinese in it but what the data holds', () => {
  const english = {
    ...notices.draft,
    township: 'Sample',
    problems: [],
    bySource: [],
    byArea: [],
    byStation: [],
    meeting: 'committee',
    policy: { name: 'sample', version: '1', document: 'rule' },
    lines: notices.draft.lines.map((line) => ({
      ...line,
      cadre: { ...line.cadre, name: 'N', unit: 'U', station: 'S' },
    })),
  };
  expect(noticeMarkdown(english, wordsFor('en'))).not.toMatch(/\p{Script=Han}/u);
});

test('text from data begins no list, heading, table or html, and no control character comes through', () => {
  const hostile = [
    '- a',
    '+ a',
    '# a',
    '1. a',
    '2) a',
    '=== a',
    '| a |',
    '<b>a</b>',
    '> a',
    'a\n# b',
    '\u001b[31m\u202ea',
  ];
  const text = documentMarkdown(hostile.map((each) => ({ kind: 'paragraph', text: each })));
  expect(text.split('\n\n').map((each) => each.trimEnd())).toEqual([
    ...[
      '\\- a',
      '\\+ a',
      '\\# a',
      '1\\. a',
      '2\\) a',
      '\\=== a',
      '\\| a \\|',
      '&lt;b&gt;a&lt;/b&gt;',
      '&gt; a',
      'a # b',
    ],
    '␛\\[31m�a',
  ]);
  const table = documentMarkdown([
    { kind: 'table', columns: [{ heading: 'a|b', numeric: false }], rows: [['c|d\ne']] },
  ]);
  expect(table).toBe('| a\\|b |\n| --- |\n| c\\|d e |\n');
});
