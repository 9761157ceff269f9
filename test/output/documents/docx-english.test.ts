// The docx in English: at the margin with space between, and mastheads of Latin letters on one line.
import { expect, test } from 'vitest';
import { documentDocx } from '../../../src/output/documents/docx.ts';
import { noticeDocument } from '../../../src/report/notice/notice-document.ts';
import { closed } from '../../report/notice-samples.ts';
import { wordsFor } from '../../support/words.ts';
import { attributesOf, paragraphsWith, partsOf } from './docx-parts.ts';

test('in English, headings and paragraphs begin at the margin with space between them; in Chinese two characters in', async () => {
  const partOf = async (lang: 'zh' | 'en'): Promise<string> =>
    partsOf(await documentDocx(noticeDocument(closed, wordsFor(lang), {}))).get('word/document.xml') ?? '';
  const [zh, en] = [await partOf('zh'), await partOf('en')];
  const [overview = ''] = paragraphsWith(en, '1. Overview');
  const [said = ''] = paragraphsWith(en, 'Findings concerned');
  expect([attributesOf(overview, 'w:ind').firstLine, attributesOf(said, 'w:ind').firstLine]).toEqual([
    '0',
    '0',
  ]);
  expect(Number(attributesOf(overview, 'w:spacing').before)).toBeGreaterThan(100);
  expect(Number(attributesOf(said, 'w:spacing').after)).toBeGreaterThan(100);
  expect(attributesOf(overview, 'w:jc').val).toBe('left');
  for (const text of ['一、总体情况', '涉及问题']) {
    const [paragraph = ''] = paragraphsWith(zh, text);
    expect(Number(attributesOf(paragraph, 'w:ind').firstLine), text).toBeGreaterThan(600);
    expect(attributesOf(paragraph, 'w:spacing').after).toBe('0');
  }
});

test('a red masthead stands on one line, Latin letters or Chinese', async () => {
  for (const [name, largest] of [
    ['CPC committee of 桶井乡', 64],
    ['中共样例乡委员会文件', 84],
  ] as const) {
    const masthead = { name, number: '党通〔2018〕3号', line: null };
    const file = await documentDocx([{ kind: 'header', left: '', right: '', masthead }]);
    const [paragraph = ''] = paragraphsWith(partsOf(file).get('word/document.xml') ?? '', name);
    expect(Number(attributesOf(paragraph, 'w:sz').val)).toBeLessThanOrEqual(largest);
    expect(Number(attributesOf(paragraph, 'w:sz').val)).toBeGreaterThan(largest - 8);
  }
});
