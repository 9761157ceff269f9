// The state of each measure of the closed rounds on a day: talk, service, appeals, correction, follow-up, influence.

import type { CadreNo } from '../../domain/cadre.ts';
import { onRoster } from '../../domain/cadre.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Receipt } from '../../domain/measure.ts';
import type { Policy } from '../../domain/policy.ts';
import { listCadres } from '../../ledger/cadres/cadres.ts';
import type { View } from '../../ledger/facts/view.ts';
import { type FollowUpRow, measureFactsOf, type TalkRow } from '../../ledger/measures/facts.ts';
import { type MeasuredLine, measuredRounds } from '../../ledger/measures/lines.ts';
import { policyInForce } from '../../ledger/rounds/policies.ts';
import { correctionsOf } from '../../ledger/rounds/rounds.ts';
import {
  influenceOf,
  isActiveOn,
  type MeasureRound,
  type Run,
  runsOf,
  type TalkState,
  talkOf,
} from '../../scoring/measures/runs.ts';
import {
  type AppealState,
  appealState,
  appealUntil,
  type ServiceState,
  serviceOf,
} from '../../scoring/measures/served.ts';

/** An appeal against a line's measure. */
export interface AppealStanding extends AppealState {
  readonly id: number;
  readonly raisedOn: Day;
  readonly reason: string;
  readonly answerId: number | null;
  readonly answeredOn: Day | null;
  readonly answeredBy: string;
  /** Upheld, and no correction has been made since: the day from which it is due. */
  readonly correctionSince: Day | null;
}

/** One line of a closed round with a measure, and all that has become of it. */
export interface MeasureStanding {
  readonly line: MeasuredLine;
  readonly run: Run;
  /** Whether the line is the first, and the last, of its run: what is owed for a run is shown once. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly talk: TalkState;
  readonly talks: readonly TalkRow[];
  readonly service: ServiceState;
  /** The id by which `reverse` knows the service; empty without one. */
  readonly serviceId: string;
  readonly receipt: Receipt | null;
  readonly servedBy: string;
  /** The last day for an appeal; null where none runs. */
  readonly appealUntil: Day | null;
  readonly appeals: readonly AppealStanding[];
  readonly followUps: readonly FollowUpRow[];
  /** How long the run's measure stays in force; null where the policy gives no months. */
  readonly influence: { readonly from: Day; readonly last: Day } | null;
  readonly active: boolean;
  readonly onRoster: boolean;
}

/** The state of the measures of a cadre, or of all, at the end of a day; by cadre, each in the order of rounds. */
export function measuresOn(view: View, on: Day, only?: CadreNo): MeasureStanding[] {
  const { policy } = policyInForce(view.db);
  const cadres = new Map(listCadres(view).map((cadre) => [cadre.cadreNo, cadre]));
  const { rounds, lines } = measuredRounds(view, on, only === undefined ? undefined : cadres.get(only)?.id);
  const corrections = new Map<number, ReturnType<typeof correctionsOf>>();
  const correctedAt = (round: number, cadreNo: CadreNo): number => {
    const known = corrections.get(round) ?? correctionsOf(view, round);
    corrections.set(round, known);
    return known.get(cadreNo)?.seq ?? 0;
  };
  const found: MeasureStanding[] = [];
  for (const [cadreId, ofCadre] of lines) {
    const [first] = ofCadre;
    if (first === undefined || (only !== undefined && first.cadreNo !== only)) continue;
    const cadre = cadres.get(first.cadreNo);
    const present = cadre !== undefined && onRoster(cadre, on);
    const named = ofCadre.map((line) =>
      line.name === '' ? { ...line, name: cadre?.name ?? '', unit: cadre?.unit ?? '' } : line,
    );
    const asked = { view, on, policy, rounds, onRoster: present, correctedAt };
    found.push(...standingsOf(asked, cadreId, named));
  }
  return found;
}

interface Asked {
  readonly view: View;
  readonly on: Day;
  readonly policy: Policy;
  readonly rounds: readonly MeasureRound[];
  readonly onRoster: boolean;
  /** The journal entry of the correction of a line that counts; 0 without one. */
  readonly correctedAt: (round: number, cadreNo: CadreNo) => number;
}

function standingsOf(asked: Asked, cadreId: number, lines: readonly MeasuredLine[]): MeasureStanding[] {
  const { view, on, policy, rounds, onRoster: present } = asked;
  const { talkWithin, serveWithin, appealWithin, answerWithin } = policy.duties;
  const facts = measureFactsOf(view, cadreId);
  const talks = facts.talks.map((row) => ({ round: row.round_no, on: row.talked_on }));
  const byRound = new Map(lines.map((line) => [line.round, line]));
  return runsOf(rounds, lines).flatMap((run) => {
    const talk = talkOf(run, { on, rounds, talkWithin, talks, onRoster: present });
    const influence = influenceOf(run);
    return run.lines.map(({ round }, place): MeasureStanding => {
      const line = byRound.get(round) as MeasuredLine;
      const served = facts.services.filter((each) => each.round === round);
      const services = served.map((each) => each.on);
      const service = serviceOf(line, { on, rounds, serveWithin, services, onRoster: present });
      const own = served.find((each) => each.on === service.servedOn);
      const until = appealUntil(service.servedOn, appealWithin);
      const appeals = facts.appeals
        .filter((each) => each.round_no === round && each.raised_on <= on)
        .map((row): AppealStanding => {
          const { answer, heldSince } = row;
          const appeal = {
            on: row.raised_on,
            answer: answer === undefined ? null : { on: answer.ruled_on, ruling: answer.ruling },
            ...(heldSince !== undefined && { heldSince }),
          };
          const state = appealState(appeal, { on, until, answerWithin });
          const answered = answer !== undefined && answer.ruled_on <= on;
          const upheld = state.state === 'upheld' && answer !== undefined;
          const settled = upheld && asked.correctedAt(round, line.cadreNo) > answer.seq;
          return {
            ...state,
            id: row.id,
            raisedOn: row.raised_on,
            reason: row.reason,
            answerId: answered ? answer.id : null,
            answeredOn: answered ? answer.ruled_on : null,
            answeredBy: answered ? answer.ruled_by : '',
            correctionSince: upheld && !settled ? answer.ruled_on : null,
          };
        });
      return {
        line,
        run,
        isFirst: place === 0,
        isLast: place === run.lines.length - 1,
        talk,
        talks: facts.talks.filter((row) => row.round_no === round && row.talked_on <= on),
        service,
        serviceId: own === undefined ? '' : `${own.table}-${own.id}`,
        receipt: own?.receipt ?? null,
        servedBy: own?.by ?? '',
        appealUntil: until,
        appeals,
        followUps: facts.followUps.filter((row) => row.round_no === round && row.on <= on),
        influence,
        active: isActiveOn(run, on),
        onRoster: present,
      };
    });
  });
}
