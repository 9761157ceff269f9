// Decisions that a closing asks for, and decisions that it would lose.
import { type CadreNo, onRoster } from '../../domain/cadre.ts';
import type { Day } from '../../domain/days/day.ts';
import { Failure, problem } from '../../domain/problem.ts';
import type { Measure, Standing } from '../../domain/round.ts';
import { findCadre } from '../../ledger/cadres/cadres.ts';
import type { View } from '../../ledger/facts/view.ts';
import { decisionsOf } from '../../ledger/rounds/decisions.ts';
import type { Line } from '../../scoring/line.ts';

/**
 * Whose measure the policy gives to nobody without a named person's decision, and who has none yet.
 * @param roundId the open round; null before it is opened, when nobody has decided
 */
export function missingDecisions(
  view: View,
  roundId: number | null,
  lines: readonly Line[],
  required: readonly Measure[],
): Standing[] {
  const decisions = roundId === null ? null : decisionsOf(view, roundId);
  return lines
    .map((line) => line.standing)
    .filter(({ measure, cadre }) => {
      const decided = decisions?.get(cadre.cadreNo)?.measure ?? null;
      return required.includes(measure) && decided === null;
    });
}

/** The policy names measures that nobody gets without a named person's decision. @throws Failure `refused` */
export function refuseMissingDecisions(
  view: View,
  roundId: number,
  lines: readonly Line[],
  required: readonly Measure[],
): void {
  const missing = missingDecisions(view, roundId, lines, required);
  if (missing.length === 0) return;
  throw new Failure(
    'refused',
    missing.map(({ cadre, measure }) =>
      problem('decision_missing', {
        cadre_no: cadre.cadreNo,
        name: cadre.name,
        measure: { term: `measure.${measure}` },
      }),
    ),
  );
}

/**
 * Refuses a closing while a statement or a waiver is missing that the policy requires.
 * @param silent who has a measure in the round and made no statement
 * @throws Failure `refused`, naming each
 */
export function refuseMissingStatements(
  lines: readonly Line[],
  silent: readonly CadreNo[],
  required: readonly Measure[],
): void {
  const missing = lines
    .map((line) => line.standing)
    .filter(({ measure, cadre }) => required.includes(measure) && silent.includes(cadre.cadreNo));
  if (missing.length === 0) return;
  throw new Failure(
    'refused',
    missing.map(({ cadre, measure }) =>
      problem('statement_missing', {
        cadre_no: cadre.cadreNo,
        name: cadre.name,
        measure: { term: `measure.${measure}` },
      }),
    ),
  );
}

/** Somebody decided on in an open round who is not on the roster at its cutoff: the decision would count for nothing. */
export interface DecidedOffRoster {
  readonly cadreNo: CadreNo;
  readonly name: string;
}

/** All of them, by number. @param round the open round's row and cutoff; null for a round that is not open */
export function decidedOffRoster(
  view: View,
  round: { readonly roundId: number | null; readonly cutoff: Day },
): DecidedOffRoster[] {
  if (round.roundId === null) return [];
  return [...decisionsOf(view, round.roundId).keys()].sort().flatMap((cadreNo) => {
    const cadre = findCadre(view, cadreNo, round.cutoff);
    if (cadre !== undefined && onRoster(cadre, round.cutoff)) return [];
    return [{ cadreNo, name: cadre?.name ?? '' }];
  });
}

/** A closing loses no decision in silence. @throws Failure `refused` naming each and the command that takes it back */
export function refuseDecidedOffRoster(
  view: View,
  round: { readonly roundId: number | null; readonly cutoff: Day },
): void {
  const lost = decidedOffRoster(view, round);
  if (lost.length === 0) return;
  throw new Failure(
    'refused',
    lost.map(({ cadreNo, name }) =>
      problem('decision_off_roster', { cadre_no: cadreNo, name, cutoff: round.cutoff }),
    ),
  );
}
