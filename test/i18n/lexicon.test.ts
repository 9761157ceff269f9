// The words of a language as the bundle has them are those of its dictionaries.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { lexiconOf, packed, unpacked } from '../../src/i18n/lexicon.ts';
import { loadLexicon } from '../../src/i18n/load-lexicon.ts';
import { loadLexicon as loadPacked, wordsFile } from '../../src/i18n/load-packed.ts';
import { dictionaries } from '../support/words.ts';

const folder = mkdtempSync(join(tmpdir(), 'yanquan-words-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(['zh', 'en'] as const)('%s', (lang) => {
  const words = lexiconOf(dictionaries[lang]);

  test('comes out of its text as it went in: every key, every word, in their order', () => {
    expect(words.size).toBeGreaterThan(2_000);
    expect([...unpacked(packed(dictionaries[lang]))]).toEqual([...words]);
  });

  test('is the same from the text in a folder and from the dictionaries', async () => {
    writeFileSync(join(folder, wordsFile(lang)), packed(dictionaries[lang]));
    const beside = pathToFileURL(join(folder, 'program.js')).href;
    const read = await loadPacked(lang, beside);
    expect([...read]).toEqual([...(await loadLexicon(lang))]);
    expect(await loadPacked(lang, beside)).toBe(read);
  });
});

test('an empty word and one of several lines stay as they are', () => {
  const dictionary = { empty: '', lines: 'one\n  two\t三\n' };
  expect(Object.fromEntries(unpacked(packed([dictionary])))).toEqual(dictionary);
});
