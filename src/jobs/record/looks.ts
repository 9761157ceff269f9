// Refuses what only looks like something known: nothing is merged, and nothing becomes two.
import { plainSpelling, unlikeLetters } from '../../domain/look.ts';
import type { Problem } from '../../domain/problem.ts';
import { LIVE_NUMBERS, type NumberKind, numberAlike, numberOrigin } from '../../ledger/looks.ts';
import { type Draft, problemAt, type Recording } from './recording.ts';

/** The problem of a new number that only looks like a live one, or undefined; see `looksLike`. */
export function numberLooksKnown<R>(
  recording: Recording,
  draft: Draft<R>,
  kind: NumberKind,
  number: string,
): Problem | undefined {
  const known = numberAlike(recording.db, kind, plainSpelling(number));
  return looksLike(recording, draft, { kind, number, known });
}

/** It names the live number, and its line where it stands further up in the same file. */
export function looksLike<R>(
  { db }: Recording,
  draft: Draft<R>,
  {
    kind,
    number,
    known,
  }: { readonly kind: NumberKind; readonly number: string; readonly known: string | undefined },
): Problem | undefined {
  if (known === undefined) return undefined;
  const { column } = LIVE_NUMBERS[kind];
  const values = {
    ...{ field: { term: `column.${column}` }, number, letters: unlikeLetters(number, known) },
  };
  const origin = numberOrigin(db, kind, known);
  const { batch_id, line } = draft.origin;
  if (origin?.seq !== db.seq || batch_id === null || origin.batch_id !== batch_id)
    return problemAt(draft, column, 'number_looks_known', { ...values, known }, number);
  const lines = { line: line ?? 0, other: known, other_line: origin.line ?? 0 };
  return problemAt(draft, column, 'number_looks_twice', { ...values, ...lines }, number);
}
