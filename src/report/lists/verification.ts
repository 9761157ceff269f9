// What a verification came to: one row a check, and one for everything that a check has found.

import type { Problem } from '../../domain/problem.ts';
import { type Check, checks, type Verification } from '../../domain/verification.ts';
import type { Column, Report, Row } from '../report.ts';

const columns: readonly Column[] = [
  { key: 'check', type: 'term', terms: 'check' },
  { key: 'verdict', type: 'term', terms: 'verified' },
  { key: 'code', type: 'text', machineOnly: true },
  { key: 'entry', type: 'number' },
  { key: 'round', type: 'number' },
  { key: 'detail', type: 'text' },
];

/** The checks in the order in which they are made, what each found below it. @param worded how a problem is said */
export function verificationReport(verification: Verification, worded: (found: Problem) => string): Report {
  return {
    name: 'verify',
    title: { key: 'title.verify' },
    columns,
    rows: checks.flatMap((check) => rowsOf(check, verification, worded)),
  };
}

function rowsOf(check: Check, { made, faults }: Verification, worded: (found: Problem) => string): Row[] {
  const found = faults.filter((each) => each.check === check);
  if (found.length > 0) {
    return found.map(({ problem, entry, round, grave }) => [
      ...[check, verdictOn(problem, grave), problem.code, entry, round],
      worded(problem),
    ]);
  }
  return [[check, made.includes(check) ? 'passed' : 'left_out', null, null, null, null]];
}

/** A digest that is of no round of the ledger. */
const UNKNOWN: readonly string[] = ['verify_digest_unknown', 'verify_digest_near', 'verify_digest_of_file'];

/** A digest that is of no round; a copy that has more, or went another way, is no damage of the ledger that is looked at. */
function verdictOn({ code }: Problem, grave: boolean): string {
  if (UNKNOWN.includes(code)) return 'differs';
  if (!grave) return 'noted';
  return code === 'verify_behind' || code === 'verify_forked' ? 'differs' : 'damaged';
}
