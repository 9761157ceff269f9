// Refuses what only looks like something known: nothing is merged, and nothing becomes two.

import type { Problem } from '../../domain/problem.ts';
import { lookOf, plainSpelling, unlikeLetters } from '../../domain/texts/look.ts';
import { LIVE_NUMBERS, type NumberKind, numberAlike, numberOrigin } from '../../ledger/facts/looks.ts';
import { type Draft, problemAt, problemOfName, type Recording } from './recording.ts';

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

/** Everything that is asked of a record only where it is new: its number, its names, and that its texts can be read. */
export function problemsOfNew<R extends object>(
  recording: Recording,
  draft: Draft<R>,
  number: Problem | undefined,
): readonly Problem[] {
  const names = recording.names.problems(draft.origin, draft.record);
  if (number === undefined && names.length === 0) return draft.doubts ?? NONE;
  return [
    ...(number === undefined ? [] : [number]),
    ...names.map((each) => problemOfName(draft, each)),
    ...(draft.doubts ?? []),
  ];
}
const NONE: readonly Problem[] = [];

/** It names the live number, and its line where it is further up in the same file. */
export function looksLike<R>(
  { db }: Recording,
  draft: Draft<R>,
  {
    kind,
    number,
    known,
  }: { readonly kind: NumberKind; readonly number: string; readonly known: string | undefined },
): Problem | undefined {
  const { column } = LIVE_NUMBERS[kind];
  if (lookOf(number) === '')
    return problemAt(draft, column, 'number_invisible', { field: { term: `column.${column}` } }, number);
  if (known === undefined) return undefined;
  const values = {
    field: { term: `column.${column}` },
    number,
    letters: unlikeLetters(number, known),
  };
  const origin = numberOrigin(db, kind, known);
  const { batch_id, line } = draft.origin;
  if (origin?.seq !== db.seq || batch_id === null || origin.batch_id !== batch_id)
    return problemAt(draft, column, 'number_looks_known', { ...values, known }, number);
  const lines = { line: line ?? 0, other: known, other_line: origin.line ?? 0 };
  return problemAt(draft, column, 'number_looks_twice', { ...values, ...lines }, number);
}
