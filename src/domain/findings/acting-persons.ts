// Four eyes on an event: whether the persons of its text are, or may be, those concerned.
import type { CadreNo } from '../cadre.ts';
import { type ActCodes, allTouching, touchProblem } from '../persons/four-eyes.ts';
import type { PersonsMeant, PersonText } from '../persons/meant.ts';
import type { Problem, ProblemValue } from '../problem.ts';

/** What a refusal is about. */
export type About = Readonly<Record<string, ProblemValue>>;

const FOUR_EYES: ActCodes = { same: 'four_eyes', name: 'four_eyes_name' };
/** Who takes over does not sign it. */
export const SIGNED_BY_NEW: ActCodes = { same: 'reassignment_signed_by_new', name: 'four_eyes_name' };

/** Four eyes: the persons of a text who are, or may be, one of the cadres (contract, section 3). */
export function* notFourEyes(
  text: PersonText,
  cadres: Iterable<CadreNo>,
  persons: PersonsMeant,
  about: About,
  codes: ActCodes = FOUR_EYES,
): Generator<Problem> {
  if (text.text === '') return;
  const meant = persons.meant(text);
  const concerned = [...cadres].map((cadreNo) => persons.cadre(cadreNo));
  for (const touched of allTouching(meant, concerned)) yield touchProblem(touched, codes, about);
}
