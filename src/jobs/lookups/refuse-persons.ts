// The persons of a command's options: a text that cannot be read, or names one of those concerned, is refused.
import type { CadreNo } from '../../domain/cadre.ts';
import type { ProblemCode } from '../../domain/codes/problem-codes.ts';
import { type ActCodes, touching, touchProblem } from '../../domain/persons/four-eyes.ts';
import { Failure } from '../../domain/problem.ts';
import type { Persons } from '../../ledger/cadres/persons.ts';

/** Refuses a text that names no one for certain (contract, section 3, "Persons"). @throws Failure `refused` */
export function refuseUnread(persons: Persons, text: string): void {
  const { problems } = persons.read(text);
  if (problems.length > 0) throw new Failure('refused', problems);
}

/**
 * Refuses a text that names one of those whom four eyes compares, or may.
 * @param codes what is said of somebody who is one of them, and of somebody of whom only the name says so
 * @throws Failure `refused`
 */
export function refuseConcerned(
  persons: Persons,
  text: string,
  concerned: Iterable<CadreNo>,
  codes: ActCodes | ProblemCode,
): void {
  refuseUnread(persons, text);
  const cadres = [...concerned].map((cadreNo) => persons.cadre(cadreNo));
  const found = touching(persons.read(text).persons, cadres);
  if (found === undefined) return;
  const said = typeof codes === 'string' ? { same: codes, name: codes } : codes;
  throw new Failure('refused', [touchProblem(found, said)]);
}
