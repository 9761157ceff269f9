// Record kinds by their words.
import { nearest } from '../domain/known.ts';
import { Failure, problem } from '../domain/problem.ts';
import { type RecordKind, recordKinds } from '../domain/records.ts';

/** The record kind that a word names. @throws Failure `usage` with the nearest known one */
export function kindNamed(word: string): RecordKind {
  const kind = recordKinds.find((each) => each === word);
  if (kind !== undefined) return kind;
  const near = nearest(word, recordKinds);
  const known = [...recordKinds];
  throw new Failure('usage', [
    near === undefined
      ? problem('usage_kind_unknown', { word, known })
      : problem('usage_kind_unknown_near', { word, near, known }),
  ]);
}
