// A record on its way into the ledger, what becomes of it, and how it is compared with what is stored.

import type { ProblemCode } from '../../domain/codes/problem-codes.ts';
import { type Place, type Problem, type ProblemValue, problem } from '../../domain/problem.ts';
import type { SqlValue } from '../../ledger/database.ts';
import type { FactTable, TableRows } from '../../ledger/tables.ts';
import type { NameProblem } from './name-looks.ts';

/** Where a row came from: batch and physical line; both null for a single command. */
export interface Origin {
  readonly batch_id: number | null;
  readonly line: number | null;
}

/**
 * The columns of a row as a draft gives them, without those that say what it belongs to; `undefined` where the source has
 * no such column.
 */
export type Given<T extends FactTable, Owner extends string> = {
  readonly [C in Exclude<keyof TableRows[T], Owner | keyof Origin>]: null extends TableRows[T][C]
    ? TableRows[T][C] | undefined
    : TableRows[T][C];
};

/** A record on its way into the ledger. */
export interface Draft<R> {
  readonly record: R;
  readonly origin: Origin;
  /** Its place among the rows of its table, from 0: several may share a line (JSON). */
  readonly row?: number;
  /** A column whose day the source does not have: it comes from an option, and does not identify the fact. */
  readonly undated?: string;
  /** Its place in a file; absent for a single command. */
  readonly place?: Place;
  /** Its cells as the file has them. */
  readonly original?: readonly string[];
  /** What is wrong with it where it is news: nothing is asked of one that equals what is recorded. */
  readonly doubts?: readonly Problem[];
  /** The heading of a field in the file. */
  readonly headings?: ReadonlyMap<string, string>;
}

/** Drafts in their order, by index too: an array, or rows that wait in a file. */
export interface Drafts<R> extends Iterable<Draft<R>> {
  at(index: number): Draft<R> | undefined;
}

/** What became of a row. `facts` are the ids that `reverse` takes. */
export type Outcome =
  | { readonly what: 'added'; readonly facts: readonly string[] }
  /**
   * `standing`: the facts as which the same is recorded already, where they are known. `reversed`: left out because an
   * equal fact was reversed before.
   */
  | { readonly what: 'unchanged'; readonly standing?: readonly string[]; readonly reversed?: Problem }
  | { readonly what: 'amended'; readonly fields: readonly string[]; readonly facts: readonly string[] }
  | { readonly what: 'rejected'; readonly problems: readonly Problem[] };

/** Called with the outcome of each draft, once each, in any order. */
export type Settle<R> = (draft: Draft<R>, outcome: Outcome) => void;

/** A problem about one field of a draft, placed in its file when it came from one. */
export function problemAt<R>(
  draft: Draft<R>,
  column: string,
  code: ProblemCode,
  values: Readonly<Record<string, ProblemValue>>,
  value?: string,
): Problem {
  const { place, headings } = draft;
  if (place === undefined) return problem(code, values);
  const heading = headings?.get(column) ?? column;
  return problem(code, values, { ...place, column: heading, ...(value !== undefined && { value }) });
}

/** The problem of a name of a draft. */
export function problemOfName<R>(draft: Draft<R>, { column, code, values, value }: NameProblem): Problem {
  return problemAt(draft, column, code, values, value);
}

/** A problem about a whole draft. */
export function problemOf<R>(draft: Draft<R>, found: Problem): Problem {
  if (found.place !== undefined || draft.place === undefined) return found;
  return problem(found.code, found.values, draft.place);
}

export function rejected(...problems: readonly Problem[]): Outcome {
  return { what: 'rejected', problems };
}

/** Whether a stored row says the same as the given values; a value that is `undefined` was not given and not compared. */
export function sameValues(row: object, given: Readonly<Record<string, SqlValue | undefined>>): boolean {
  return differing(row, given).length === 0;
}

/** The columns in which a stored row and the given values differ. Texts are compared in NFC. */
export function differing(row: object, given: Readonly<Record<string, SqlValue | undefined>>): string[] {
  const stored = row as Readonly<Record<string, SqlValue | undefined>>;
  return Object.keys(given).filter((column) => {
    const value = given[column];
    return value !== undefined && comparable(value) !== comparable(stored[column] ?? null);
  });
}

function comparable(value: SqlValue): SqlValue {
  return typeof value === 'string' ? value.normalize('NFC') : value;
}

/** `undefined` (not given) as an empty cell, for a row that is new. */
export function filled<T extends Readonly<Record<string, SqlValue | undefined>>>(given: T): Filled<T> {
  const values = Object.entries(given).map(([column, value]) => [column, value ?? null]);
  return Object.fromEntries(values) as Filled<T>;
}
type Filled<T> = { [K in keyof T]: undefined extends T[K] ? Exclude<T[K], undefined> | null : T[K] };
