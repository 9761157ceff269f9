// The words of a language as the bundle has them are those of its dictionaries.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { lexiconOf, packed, unpacked } from '../../src/i18n/lexicon.ts';
import { loadLexicon } from '../../src/i18n/load-lexicon.ts';
import { loadLexicon as loadPacked, wordsFile } from '../../src/i18n/load-packed.ts';
import { dictionaries } from '../support/words.ts';

const folder = mkdtempSync(join(tmpdir(), 'yanquan-words-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(['zh', 'en'] as const)('%s', (lang) => {
  const words = lexiconOf(dictionaries[lang]);

  test('comes out of its text as it went in: every key, every word', () => {
    expect(words.size).toBeGreaterThan(2_000);
    const read = unpacked(Buffer.from(packed(dictionaries[lang])));
    expect([...words.keys()].map((key) => [key, read.get(key)])).toEqual([...words]);
    expect([...words.keys()].filter((key) => !read.has(key))).toEqual([]);
  });

  test('has keys of ASCII, and neither in keys nor in words a mark of its text', () => {
    expect([...words.keys()].filter((key) => !/^[\x21-\x7e]+$/.test(key))).toEqual([]);
    expect([...words.values()].filter((word) => word.includes('\u001e') || word.includes('\u001f'))).toEqual(
      [],
    );
  });

  test('is the same from the text in a folder and from the dictionaries', async () => {
    writeFileSync(join(folder, wordsFile(lang)), packed(dictionaries[lang]));
    const read = await loadPacked(lang, folder);
    const there = await loadLexicon(lang);
    expect([...words.keys()].map(read.get)).toEqual([...words.keys()].map((key) => there.get(key)));
    expect(await loadPacked(lang, folder)).toBe(read);
  });
});

test('an empty word and one of several lines stay as they are; a part of a key is none', () => {
  const dictionary = { empty: '', lines: 'one\n  two\t三\n' };
  const read = unpacked(Buffer.from(packed([dictionary])));
  expect(Object.keys(dictionary).map(read.get)).toEqual(Object.values(dictionary));
  for (const none of ['', 'line', 'ines', 'one', 'linesone']) {
    expect(read.get(none)).toBeUndefined();
    expect(read.has(none)).toBe(false);
  }
  expect(read.has('empty')).toBe(true);
});
