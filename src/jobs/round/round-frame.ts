// Which round is spoken of, and all facts it rests on.
import type { CadreNo } from '../../domain/cadre.ts';
import type { Day } from '../../domain/days/day.ts';
import type { Finding } from '../../domain/findings/finding.ts';
import { refusal } from '../../domain/problem.ts';
import type { Decision } from '../../domain/round.ts';
import { cadreThen, listCadres } from '../../ledger/cadres/cadres.ts';
import type { View } from '../../ledger/facts/view.ts';
import { findingsForRound } from '../../ledger/findings/findings.ts';
import { decisionsOf } from '../../ledger/rounds/decisions.ts';
import { pastLinesBefore } from '../../ledger/rounds/past-lines.ts';
import { policyById, policyInForce, type StoredPolicy } from '../../ledger/rounds/policies.ts';
import {
  asPrevious,
  type ClosedRound,
  closedRound,
  lastClosedRound,
  openRound,
} from '../../ledger/rounds/rounds.ts';
import { absencesForRound, listTasks } from '../../ledger/work/tasks.ts';
import type { RoundInput } from '../../scoring/round-input.ts';
import { ENGINE, type Engine, isEngine, type RoundRules } from '../../scoring/rules.ts';

/** A round that can be planned: the open one, one that might be opened, or a closed one again. */
export interface Frame {
  readonly number: number;
  readonly cutoff: Day;
  /** A closed round keeps its own. */
  readonly engine: Engine;
  readonly policy: StoredPolicy;
  readonly state: 'open' | 'imagined' | 'closed';
  /** The row of the opening; null for an imagined round, which has no decisions. */
  readonly roundId: number | null;
  /** The last closed round before it. */
  readonly previous: ClosedRound | undefined;
}

/**
 * The frame of the open round, or of one at `cutoff` that is not open.
 * @throws Failure `refused` when no round is open and no cutoff is given, or the cutoff is not after the last one
 */
export function currentFrame(view: View, cutoff?: Day): Frame {
  const open = openRound(view.db);
  const previous = lastClosedRound(view.db);
  const number = (previous?.number ?? 0) + 1;
  if (open !== undefined && (cutoff === undefined || cutoff === open.cutoff)) {
    const policy = policyById(view.db, open.policy_id);
    return { number, cutoff: open.cutoff, engine: ENGINE, policy, state: 'open', roundId: open.id, previous };
  }
  if (cutoff === undefined) throw refusal('round_not_open_cutoff');
  refuseEarlyCutoff(cutoff, previous);
  const policy = policyInForce(view.db);
  return { number, cutoff, engine: ENGINE, policy, state: 'imagined', roundId: null, previous };
}

/** Cutoffs strictly increase (contract, section 3, "Closed means closed"). @throws Failure `refused` */
export function refuseEarlyCutoff(cutoff: Day, previous: ClosedRound | undefined): void {
  if (previous !== undefined && cutoff <= previous.cutoff) {
    throw refusal('cutoff_not_later', { cutoff, round: previous.number, last: previous.cutoff });
  }
}

/** The frame of a closed round. @throws Failure `refused` when there is none of that number */
export function closedFrame(view: View, number: number): Frame & { readonly closed: ClosedRound } {
  const closed = closedRound(view.db, number);
  if (closed === undefined) throw refusal('round_not_closed', { round: number });
  return {
    number,
    cutoff: closed.cutoff,
    // One that this program does not have is refused where the round is planned again.
    engine: isEngine(closed.engine) ? closed.engine : ENGINE,
    policy: policyById(view.db, closed.policyId),
    state: 'closed',
    roundId: closed.roundId,
    previous: closedRound(view.db, number - 1),
    closed,
  };
}

/**
 * The frame of a round that was closed in this ledger, where the facts are that it rests on.
 * @throws Failure `refused` when there is none of that number, or it was carried over from another ledger
 */
export function ownFrame(view: View, number: number): ReturnType<typeof closedFrame> {
  const frame = closedFrame(view, number);
  const { carriedFrom } = frame.closed;
  if (carriedFrom !== null) throw refusal('round_carried', { round: number, file: carriedFrom });
  return frame;
}

/** What findings are judged by in the round. */
export function rulesOf({ engine, cutoff, policy, previous }: Frame): RoundRules {
  return { engine, cutoff, policy: policy.policy, previous: previous ?? null };
}

/** All facts of a round, as the view holds them; findings are whole, a stream that can be read once. */
export function roundInput(view: View, frame: Frame): RoundInput {
  const previous = asPrevious(view, frame.previous);
  const cadres = listCadres(view, frame.cutoff);
  return inputOf(view, frame, previous, { cadres, findings: findingsForRound(view, previous) });
}

/** As much of the facts of a round as one cadre's line rests on. @param findings those that may concern the cadre */
export function roundInputFor(
  view: View,
  frame: Frame,
  cadreNo: CadreNo,
  findings: Iterable<Finding>,
): RoundInput {
  const cadre = cadreThen(view, cadreNo, frame.cutoff);
  const previous = asPrevious(view, frame.previous, cadreNo);
  return inputOf(view, frame, previous, { cadres: cadre === undefined ? [] : [cadre], findings });
}

function inputOf(
  view: View,
  frame: Frame,
  previous: RoundInput['previous'],
  of: Pick<RoundInput, 'cadres' | 'findings'>,
): RoundInput {
  return {
    number: frame.number,
    engine: frame.engine,
    cutoff: frame.cutoff,
    policy: frame.policy.policy,
    ...of,
    tasks: listTasks(view),
    absences: absencesForRound(view, frame.cutoff, previous),
    previous,
    pastLines: pastLinesBefore(view, frame.number),
    decisions: frame.roundId === null ? new Map<CadreNo, Decision>() : decisionsOf(view, frame.roundId),
  };
}
