// In which language the program speaks.
import type { Lang } from '../../i18n/language.ts';
import type { Context } from '../context.ts';

/** The language by `--lang`, `YANQUAN_LANG`, the locale: `zh*` is Chinese, all else English. */
export function languageOf(given: string | undefined, env: Context['env']): Lang {
  const wanted = given ?? env.YANQUAN_LANG ?? env.LC_ALL ?? env.LC_MESSAGES ?? env.LANG ?? '';
  return wanted.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
