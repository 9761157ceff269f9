// A cadre leaves the roster: the leave, and the handing over of what is open, in one transaction.
import { onRoster } from '../../../domain/cadre.ts';
import type { Day } from '../../../domain/days/day.ts';
import { refusal } from '../../../domain/problem.ts';
import type { CadreWithId } from '../../../ledger/cadres/cadres.ts';
import { View } from '../../../ledger/facts/view.ts';
import type { Ledger } from '../../../ledger/file/open.ts';
import { openRound } from '../../../ledger/rounds/rounds.ts';
import { type Committed, commit } from '../../../ledger/writing/journal.ts';
import { type Acting, entryOf } from '../../acting.ts';
import { type DecidedOffRoster, decidedOffRoster } from '../../round/closing-decisions.ts';
import { theCadre } from '../../the-cadre.ts';
import { Recording, recordingOf } from '../recording.ts';
import { type Held, handOver, heldBy, isOverdue, type NamedCadre, nameOf } from './hand-over.ts';
import { changeOf, type RosterChange, type RosterRequest, recordRosterEvent } from './roster.ts';

/** To whom what is open passes. */
export interface Successor {
  readonly toNo: string;
  /** Who hands it over: four eyes ask for one. */
  readonly by: string;
  readonly newDueOn: Day | null;
  /** Numbers of findings and tasks; empty is all. */
  readonly only: readonly string[];
}

export interface Left extends RosterChange {
  readonly on: Day;
  /** A decision in the open round that is lost by it. */
  readonly decided: (DecidedOffRoster & { readonly cutoff: Day }) | null;
  readonly to: NamedCadre | null;
  readonly newDueOn: Day | null;
  readonly handed: readonly Held[];
  /** What still needs a successor. */
  readonly held: readonly Held[];
}

/**
 * Records that a cadre leaves the roster, and hands over what is open: all or chosen findings and central tasks.
 * Without a successor, what needs one is returned.
 * @throws Failure `refused`: see `recordRosterEvent` and `handOver`; the successor is off the roster on that day; something
 *   handed over is past its deadline and no new one is given
 */
export function leaveRoster(
  ledger: Ledger,
  acting: Acting,
  request: RosterRequest,
  successor: Successor | null,
): Committed<Left> {
  const asked = successor === null ? request : { ...request, ...successor };
  return commit(ledger, entryOf(acting, 'cadre leave', asked), (db) => {
    const { on } = request;
    const recording = new Recording(db, recordingOf(acting));
    const cadre = theCadre(recording.view, request.cadreNo);
    const to = successor === null ? null : theCadre(recording.view, successor.toNo);
    const held = heldBy(recording.view, cadre);
    const left = recordRosterEvent(db, acting, 'leave', cadre, request);
    let passed: ReturnType<typeof handOver> = { facts: [], handed: [], kept: held, late: 0 };
    if (successor !== null && to !== null) {
      const { by, newDueOn, only } = successor;
      if (to.id !== cadre.id && !onRoster(to, on))
        throw refusal('handover_to_off_roster', { cadre_no: to.cadreNo, name: to.name, on });
      passed = handOver(recording, held, { from: cadre, to, on, by, reason: request.note, newDueOn, only });
      if (newDueOn === null) refuseOverdue(cadre, passed.handed, on);
    }
    const change = changeOf(db, cadre, [...left, ...passed.facts], on);
    const value = {
      ...change,
      decided: decidedNow(recording, cadre),
      on,
      to: to === null ? null : nameOf(to),
      newDueOn: successor?.newDueOn ?? null,
      handed: passed.handed,
      held: passed.kept,
    };
    return { value, did: { facts: change.facts, cadre_no: cadre.cadreNo, on, to_no: to?.cadreNo ?? null } };
  });
}

/** The decision on the cadre in the open round, where the round no longer has them on its roster. */
function decidedNow({ db }: Recording, { cadreNo }: CadreWithId): Left['decided'] {
  const round = openRound(db);
  if (round === undefined) return null;
  const { id: roundId, cutoff } = round;
  const lost = decidedOffRoster(new View(db), { roundId, cutoff }).find((each) => each.cadreNo === cadreNo);
  return lost === undefined ? null : { ...lost, cutoff };
}

/** What is past its own deadline passes only with a new one (contract, section 3, "Deadline in force at D"). */
function refuseOverdue({ cadreNo, name }: CadreWithId, handed: readonly Held[], on: Day): void {
  const overdue = handed
    .filter((each) => isOverdue(each, on))
    .map(({ number, deadline }) => `${number} (${deadline})`);
  if (overdue.length === 0) return;
  throw refusal('handover_needs_deadline', {
    cadre_no: cadreNo,
    name,
    count: overdue.length,
    numbers: overdue,
  });
}
