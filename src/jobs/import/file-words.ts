// The words by which files give coded values, for others who read such words.
import { type Vocabulary, vocabularies } from '../../intake/values/vocabulary.ts';

/** What each word of a vocabulary means (`result`: 整改到位 is rectified); none for a name that is no vocabulary. */
export function fileWords(name: string): ReadonlyMap<string, string> {
  const known: Readonly<Record<string, Vocabulary>> = vocabularies;
  return known[name]?.meanings ?? new Map();
}
