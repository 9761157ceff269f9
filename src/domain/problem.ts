// What can go wrong, as data: a code with values, where it was found, and what has to happen next.
import type { ProblemCode } from './codes/problem-codes.ts';

/** A value inside a message: text as given, a number, a coded word that the language words, or a list. */
export type ProblemValue = string | number | { readonly term: string } | readonly ProblemValue[];

/** Where in a file a problem lies: physical line (from 1), column by its heading in the file, value as in the file. */
export interface Place {
  readonly file: string;
  readonly sheet?: string;
  readonly line?: number;
  readonly column?: string;
  readonly value?: string;
}

/** One thing that is wrong; the language files word `code` and fill in `values`. */
export interface Problem {
  readonly code: ProblemCode;
  readonly values: Readonly<Record<string, ProblemValue>>;
  readonly place?: Place;
}

/**
 * What a script does next (contract, section 4, exit codes): `refused` a person must act, `usage` the command
 * line is wrong, `found` done but read what was found, `damaged` stop using the ledger, `bug`, `storage`
 * nothing was written, `again` run the same command again.
 */
export type FailureKind = 'refused' | 'usage' | 'found' | 'damaged' | 'bug' | 'storage' | 'again';

/** Builds a problem from its code and values. */
export function problem(
  code: ProblemCode,
  values: Readonly<Record<string, ProblemValue>> = {},
  place?: Place,
): Problem {
  return place === undefined ? { code, values } : { code, values, place };
}

/** The one exception of the program: its kind decides the exit code, its problems are worded at the edge. */
export class Failure extends Error {
  readonly kind: FailureKind;
  readonly problems: readonly Problem[];

  constructor(kind: FailureKind, problems: readonly Problem[], options?: ErrorOptions) {
    super(problems.map((each) => each.code).join(', '), options);
    this.name = 'Failure';
    this.kind = kind;
    this.problems = problems;
  }
}

/** A refusal (exit 1) with one problem. */
export function refusal(
  code: ProblemCode,
  values: Readonly<Record<string, ProblemValue>> = {},
  place?: Place,
): Failure {
  return new Failure('refused', [problem(code, values, place)]);
}
