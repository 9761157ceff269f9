// What writing commands say when they are done.

import type { Committed } from '../../jobs/committed.ts';
import type { Recorded } from '../../jobs/record/record-one.ts';
import type { DecidedOffRoster } from '../../jobs/round/closing-decisions.ts';
import type { Session } from '../session.ts';
import { answer } from './answer.ts';

/** Reports the result of a command that records facts: the ids on stdout, the talk on stderr. Returns the exit code. */
export function sayRecorded<T extends Recorded>(
  session: Session,
  came: Committed<T>,
  before?: (value: T) => void,
): Promise<number> {
  return answer(session, came, {
    tell(value, dry) {
      before?.(value);
      sayCount(session, value, dry);
      sayLate(session, value.late);
      for (const { ground, ...again } of value.again ?? []) {
        session.tell({
          key: 'said.objected_again',
          values: { ...again, ground: { term: `ground.${ground}` } },
        });
      }
    },
    lines: ({ facts }) => facts,
    object: recordedObject,
  });
}

/** Says how many facts were recorded, or would be. */
export function sayCount(
  session: Session,
  { what, facts }: Pick<Recorded, 'what' | 'facts'>,
  dry: boolean,
): void {
  const key = dry && what !== 'unchanged' ? 'said.recorded_dry' : `said.recorded_${what}`;
  session.tell({ key, values: { count: facts.length } });
}

/** What was recorded, as machine output; of a dry run there are no ids. */
export function recordedObject({ what, facts }: Pick<Recorded, 'what' | 'facts'>, dry: boolean): object {
  return { what, facts: dry && what !== 'unchanged' ? [] : facts };
}

/** Says that facts are dated within a closed round, and count from the next one. */
export function sayLate(session: Session, late: Recorded['late']): void {
  if (late === null) return;
  const { count, round } = late;
  session.tell({ key: 'said.late', values: { count, round, next: round + 1 } });
}

/** Names those decided on who are off the roster at the cutoff, with the command that takes the decision back. */
export function sayDecidedOffRoster(
  session: Session,
  offRoster: readonly DecidedOffRoster[],
  cutoff: string,
): void {
  for (const { cadreNo, name } of offRoster)
    session.tell({ key: 'said.decision_off_roster', values: { cadre_no: cadreNo, name, cutoff } });
}

/** Names those whose measure needs a decision before the closing, with the command of the first. */
export function sayUndecided(
  session: Session,
  undecided: readonly { readonly cadre: { readonly cadreNo: string; readonly name: string } }[],
): void {
  const [first] = undecided;
  if (first === undefined) return;
  const numbers = undecided.map(({ cadre }) => `${cadre.name} ${cadre.cadreNo}`);
  const values = { count: undecided.length, numbers, cadre_no: first.cadre.cadreNo };
  session.tell({ key: 'said.undecided', values });
}

/** Names what a round leaves out: findings without a deadline, findings that nobody on the roster answers for. */
export function sayOmitted(
  session: Session,
  plan: { readonly withoutDeadline: number; readonly withoutResponsible: readonly string[] },
): void {
  if (plan.withoutDeadline > 0)
    session.tell({ key: 'said.without_deadline', values: { count: plan.withoutDeadline } });
  if (plan.withoutResponsible.length > 0) {
    const shown = plan.withoutResponsible.slice(0, 20);
    session.tell({
      key: 'said.without_responsible',
      values: { count: plan.withoutResponsible.length, numbers: shown },
    });
  }
}

/** Says how many of the findings that were listed by station name none. */
export function sayDerivedStations(session: Session, listed: readonly { readonly derived: boolean }[]): void {
  const count = listed.filter((each) => each.derived).length;
  if (count > 0) session.tell({ key: 'said.stations_derived', values: { count } });
}
