// Record kinds by their words, in either language.
import { Failure, problem } from '../../domain/problem.ts';
import { kindsShown, type RecordKind, recordKinds } from '../../domain/records/records.ts';
import type { Words } from '../../i18n/words.ts';
import { codeMeant, nearestCode, shownCodes } from './coded.ts';

const KINDS = { terms: 'kind', codes: kindsShown } as const;

/** The kinds as the user calls them. */
export function shownKinds(words: Words): string[] {
  return shownCodes(KINDS, words);
}

/** The record kind that a word names. @throws Failure `usage` with the nearest known one */
export async function kindNamed(word: string, words: Words): Promise<RecordKind> {
  const code = await codeMeant(KINDS, word);
  const kind = recordKinds.find((each) => each === code);
  if (kind !== undefined) return kind;
  const near = await nearestCode(KINDS, word, words);
  const known = shownKinds(words);
  throw new Failure('usage', [
    near === undefined
      ? problem('usage_kind_unknown', { word, known })
      : problem('usage_kind_unknown_near', { word, near, known }),
  ]);
}
