// How the bundle loads a language: from the text beside it that building writes. Two thousand properties of objects
// would take many times as long to make, at every start.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lang } from './language.ts';
import { type Lexicon, unpacked } from './lexicon.ts';

const loaded = new Map<string, Lexicon>();

/** The words of `lang`, loaded once. @param folder where the text lies: beside this file, but in tests */
export async function loadLexicon(lang: Lang, folder = import.meta.dirname): Promise<Lexicon> {
  const file = join(folder, wordsFile(lang));
  const lexicon = loaded.get(file) ?? unpacked(readFileSync(file));
  loaded.set(file, lexicon);
  return lexicon;
}

/** The name of the text that has the words of `lang`. */
export const wordsFile = (lang: Lang): string => `words-${lang}.txt`;
