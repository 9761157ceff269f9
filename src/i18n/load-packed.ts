// How the bundle loads a language: from the text beside it that building writes. Two thousand properties of objects
// would take many times as long to make, at every start.
import { readFileSync } from 'node:fs';
import type { Lang } from './language.ts';
import { type Lexicon, unpacked } from './lexicon.ts';

const loaded = new Map<string, Lexicon>();

/** The words of `lang`, loaded once. @param beside a file beside the text: this one, but in tests */
export async function loadLexicon(lang: Lang, beside = import.meta.url): Promise<Lexicon> {
  const file = new URL(wordsFile(lang), beside);
  const lexicon = loaded.get(file.href) ?? unpacked(readFileSync(file));
  loaded.set(file.href, lexicon);
  return lexicon;
}

/** The name of the text that has the words of `lang`. */
export const wordsFile = (lang: Lang): string => `words-${lang}.txt`;
