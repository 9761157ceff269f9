// How the bundle loads a language: from the text beside it that building writes. Two thousand properties of objects
// would take several times as long to make, at every start.
import { readFileSync } from 'node:fs';
import type { Lang } from './language.ts';
import { type Lexicon, unpacked } from './lexicon.ts';

const loaded = new Map<Lang, Lexicon>();

/** The words of `lang`, loaded once. @param folder where the texts lie: beside the program, but in tests */
export async function loadLexicon(lang: Lang, folder = import.meta.url): Promise<Lexicon> {
  const lexicon = loaded.get(lang) ?? unpacked(readFileSync(new URL(wordsFile(lang), folder), 'utf8'));
  loaded.set(lang, lexicon);
  return lexicon;
}

/** The name of the text that has the words of `lang`. */
export const wordsFile = (lang: Lang): string => `words-${lang}.txt`;
