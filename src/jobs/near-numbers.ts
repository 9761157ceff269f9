// Numbers that no cadre or finding bears, told with the nearest one that is borne.
import { nearest } from '../domain/known.ts';
import { Failure, type Problem } from '../domain/problem.ts';
import type { ReadDb } from '../ledger/database.ts';

/** Slips are looked for among so many numbers, and for so many problems: a wrong file has thousands. */
const NUMBERS_LOOKED_AT = 20_000;
const PROBLEMS_LOOKED_AT = 5;

const BORNE = {
  cadre_unknown: {
    sql: 'SELECT cadre_no AS number FROM cadre_now WHERE cadre_no >= ? AND cadre_no < ? LIMIT ?',
    value: 'cadre_no',
    near: 'cadre_unknown_near',
  },
  finding_unknown: {
    sql: 'SELECT finding_no AS number FROM finding_now WHERE finding_no >= ? AND finding_no < ? LIMIT ?',
    value: 'finding_no',
    near: 'finding_unknown_near',
  },
} as const;

/** The failure, with the nearest number in its first problems that name an unknown one; any other error as it is. */
export function withNearNumbers(error: unknown, db: ReadDb): unknown {
  if (!(error instanceof Failure) || !error.problems.some(({ code }) => code in BORNE)) return error;
  return new Failure(error.kind, error.problems.map(nearNumbers(db)), { cause: error });
}

/** Puts the nearest number into a problem that names an unknown one; into the first few that it is given, and no more. */
export function nearNumbers(db: ReadDb): (problem: Problem) => Problem {
  let looked = 0;
  return (problem) => {
    if (!(problem.code in BORNE) || looked >= PROBLEMS_LOOKED_AT) return problem;
    looked += 1;
    return withNear(problem, BORNE[problem.code as keyof typeof BORNE], db);
  };
}

function withNear(problem: Problem, borne: (typeof BORNE)[keyof typeof BORNE], db: ReadDb): Problem {
  const given = String(problem.values[borne.value] ?? '').toUpperCase();
  // First among those that begin alike, so that a million numbers need not be read.
  for (const from of [given.slice(0, -2), given.slice(0, 1), '']) {
    const rows = db.all<{ number: string }>(borne.sql, from, `${from}\u{10FFFF}`, NUMBERS_LOOKED_AT);
    const near = nearest(
      given,
      rows.map((row) => row.number),
    );
    if (near !== undefined) return { ...problem, code: borne.near, values: { ...problem.values, near } };
  }
  return problem;
}
