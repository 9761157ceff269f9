// Both languages at once, as tests ask for them.
import { dictionaries as en } from '../../src/i18n/en/dictionaries.ts';
import type { Lang } from '../../src/i18n/language.ts';
import { lexiconOf } from '../../src/i18n/lexicon.ts';
import { type Words, wordsOf } from '../../src/i18n/words.ts';
import { dictionaries as zh } from '../../src/i18n/zh/dictionaries.ts';

export const dictionaries = { zh, en };

const lexicons = { zh: lexiconOf(zh), en: lexiconOf(en) };

/** The words of `lang`; see `wordsOf`. */
export function wordsFor(lang: Lang, strict?: boolean): Words {
  return wordsOf(lang, lexicons[lang], strict);
}
