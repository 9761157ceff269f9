// Each language is loaded when it is asked for: few runs speak two. The bundle has load-packed.ts in the place of this.
import type { Lang } from './language.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';

const loading = {
  zh: () => import('./zh/dictionaries.ts'),
  en: () => import('./en/dictionaries.ts'),
};

const loaded = new Map<Lang, Lexicon>();

/** The words of `lang`, loaded once. */
export async function loadLexicon(lang: Lang): Promise<Lexicon> {
  const lexicon = loaded.get(lang) ?? lexiconOf((await loading[lang]()).dictionaries);
  loaded.set(lang, lexicon);
  return lexicon;
}
