// The office's settings by their words, in either language.
import { type OfficeKey, officeKeys } from '../../domain/office.ts';
import { Failure, problem } from '../../domain/problem.ts';
import type { Words } from '../../i18n/words.ts';
import { codeMeant, nearestCode, shownCodes } from './coded.ts';

const KEYS = { terms: 'office', codes: officeKeys } as const;

/** The setting that a word names. @throws Failure `usage` with those that there are, the nearest first */
export async function officeKeyNamed(word: string, words: Words): Promise<OfficeKey> {
  const code = await codeMeant(KEYS, word);
  const key = officeKeys.find((each) => each === code);
  if (key !== undefined) return key;
  const near = await nearestCode(KEYS, word, words);
  const known = shownCodes(KEYS, words);
  throw new Failure('usage', [
    near === undefined
      ? problem('usage_office_key', { word, known })
      : problem('usage_office_key_near', { word, near, known }),
  ]);
}
