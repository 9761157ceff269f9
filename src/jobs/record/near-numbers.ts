// Unknown numbers, reported with a known one: one that looks like it, or else the nearest.

import type { ProblemCode } from '../../domain/codes/problem-codes.ts';
import { nearest } from '../../domain/known.ts';
import { cadreNamed } from '../../domain/persons/cadre-named.ts';
import { cadreText } from '../../domain/persons/read.ts';
import type { NamedCadre, Roster } from '../../domain/persons/roster.ts';
import { Failure, type Problem } from '../../domain/problem.ts';
import { plainSpelling, unlikeLetters } from '../../domain/texts/look.ts';
import { rosterOf } from '../../ledger/cadres/roster.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { liveNumbers } from '../../ledger/facts/known-numbers.ts';
import { LIVE_NUMBERS, type NumberKind, numberAlike } from '../../ledger/facts/looks.ts';
import { View } from '../../ledger/facts/view.ts';

/** The maximum numbers searched for slips, and the maximum problems: a wrong file has thousands. */
const NUMBERS_LOOKED_AT = 20_000;
const PROBLEMS_LOOKED_AT = 5;

/** A problem that names an unknown number: of what, in which of its values, and the code that names the nearest. */
interface Unknown {
  readonly kind: NumberKind;
  readonly value: string;
  readonly near?: ProblemCode;
}

const UNKNOWN: Readonly<Partial<Record<ProblemCode, Unknown>>> = {
  cadre_unknown: { kind: 'cadre', value: 'cadre_no', near: 'cadre_unknown_near' },
  finding_unknown: { kind: 'finding', value: 'finding_no', near: 'finding_unknown_near' },
  recurs_unknown: { kind: 'finding', value: 'recurs' },
  task_unknown: { kind: 'task', value: 'task_no' },
  order_unknown: { kind: 'order', value: 'order_no' },
};

/** The failure with a known number in each problem that names an unknown one like it; any other error as it is. */
export function withNearNumbers(error: unknown, db: ReadDb): unknown {
  if (!(error instanceof Failure) || !error.problems.some(({ code }) => code in UNKNOWN)) return error;
  return new Failure(error.kind, error.problems.map(nearNumbers(db)), { cause: error });
}

/** A name is given where a number is meant: adding the cadre once more would be wrong. */
function withName(problem: Problem, cadre: NamedCadre): Problem {
  return { ...problem, code: 'cadre_unknown_named', values: { ...problem.values, who: cadreText(cadre) } };
}

/**
 * Puts a number that looks like it into a problem that names an unknown one; into the first ones, else, the nearest.
 */
export function nearNumbers(db: ReadDb): (problem: Problem) => Problem {
  let looked = 0;
  let roster: Roster | undefined;
  return (problem) => {
    const unknown = UNKNOWN[problem.code];
    if (unknown === undefined) return problem;
    if (unknown.kind === 'cadre') {
      roster ??= rosterOf(new View(db));
      const named = cadreNamed(String(problem.values[unknown.value] ?? ''), roster);
      if (named.kind === 'one' && named.by === 'name') return withName(problem, named.cadre);
    }
    const number = plainSpelling(String(problem.values[unknown.value] ?? ''));
    const known = numberAlike(db, unknown.kind, number);
    if (known !== undefined) return withAlike(problem, unknown, { number, known });
    if (unknown.near === undefined || looked >= PROBLEMS_LOOKED_AT) return problem;
    looked += 1;
    const near = nearestNumber(number, unknown.kind, db);
    return near === undefined
      ? problem
      : { ...problem, code: unknown.near, values: { ...problem.values, near } };
  };
}

function withAlike(
  problem: Problem,
  { kind }: Unknown,
  { number, known }: { readonly number: string; readonly known: string },
): Problem {
  const field = { term: `column.${LIVE_NUMBERS[kind].column}` };
  const values = { field, number, known, letters: unlikeLetters(number, known) };
  return { ...problem, code: 'number_unknown_alike', values };
}

function nearestNumber(number: string, kind: NumberKind, db: ReadDb): string | undefined {
  const given = number.toUpperCase();
  // First among those that begin alike, so that a million numbers need not be read.
  for (const from of [given.slice(0, -2), given.slice(0, 1), '']) {
    const near = nearest(given, liveNumbers(db, kind, from, NUMBERS_LOOKED_AT));
    if (near !== undefined) return near;
  }
  return undefined;
}
