// The reference's facts at a journal position in the shapes of the domain, so that both can calculate the same round.
import { formatPoints, parseHundredths } from '../../src/domain/amount.ts';
import type { Cadre, CadreNo } from '../../src/domain/cadre.ts';
import type { Day } from '../../src/domain/days/day.ts';
import type { Finding, FindingEvent, FindingNo, Responsible } from '../../src/domain/findings/finding.ts';
import { compareEvents } from '../../src/domain/findings/history.ts';
import type { PersonsMeant } from '../../src/domain/persons/meant.ts';
import { laterPolicyKeys, type Policy } from '../../src/domain/policy.ts';
import type { Decision, PastLine, PreviousLine, PreviousRound } from '../../src/domain/round.ts';
import type { Absence, Session, Task, TaskNo } from '../../src/domain/work/task.ts';
import { compareRecorded } from '../../src/domain/work/task-history.ts';
import type { Line as PlanLine } from '../../src/scoring/line.ts';
import { planRound } from '../../src/scoring/plan-round.ts';
import type { RoundInput } from '../../src/scoring/round-input.ts';
import { ENGINE } from '../../src/scoring/rules.ts';
import type { Facts, Policy as ReferencePolicy, Role, Tier } from '../reference/facts.ts';
import { type FindingHistory, findingHistories, live } from '../reference/finding.ts';
import type { Line } from '../reference/reference.ts';
import { type LedgerStep, Replay } from '../reference/replay.ts';
import { type TaskHistory, taskHistories } from '../reference/task.ts';
import { people } from './build.ts';

function exact(value: string | number): number {
  const hundredths = parseHundredths(String(value));
  if (hundredths === undefined) throw new Error(`not an amount: ${value}`);
  return hundredths;
}

const dayOrNull = (text: string): Day | null => (text === '' ? null : (text as Day));

/** The reference's policy with exact numbers. */
function policyFrom(policy: ReferencePolicy): Policy {
  const { weights, ...count } = policy.count;
  return {
    name: policy.name,
    version: policy.version,
    document: policy.document,
    count: {
      basis: count.basis,
      objected: count.objected,
      reported: count.reported,
      weights: {
        severity: {
          1: exact(weights.severity[1]),
          2: exact(weights.severity[2]),
          3: exact(weights.severity[3]),
        },
        source: Object.fromEntries(Object.entries(weights.source).map(([key, value]) => [key, exact(value)])),
        recurrence: exact(weights.recurrence),
        returned: exact(weights.returned),
        overduePerWeek: exact(weights.overdue_per_week),
        role: {
          lead: exact(weights.role.lead),
          assist: exact(weights.role.assist),
          leader: exact(weights.role.leader),
        },
      },
      taskBehind: exact(count.task_behind),
      absence: exact(count.absence),
    },
    tiers: policy.tiers.map((tier: Tier) => ({
      measure: tier.measure,
      atLeast: exact(tier.at_least),
      inCircle: tier.in_circle,
    })),
    exit: { require: policy.exit.require },
    commend: { rectifiedAtLeast: policy.commend.rectified_at_least },
    ...laterPolicyKeys,
    history: {
      windowMonths: policy.history.window_months,
      raiseAtEntries: policy.history.raise_at_entries,
      raiseAtRounds: policy.history.raise_at_rounds,
    },
    duties: {
      ...laterPolicyKeys.duties,
      checkWithin: policy.duties.check_within,
      ruleWithin: policy.duties.rule_within,
    },
    requireStatement: [],
    requireDecision: policy.require_decision,
  };
}

function named(item: Readonly<Record<Role, readonly string[]>>): Responsible[] {
  return (['lead', 'assist', 'leader'] as const).flatMap((role) =>
    item[role].map((cadreNo) => ({ cadreNo: cadreNo as CadreNo, role })),
  );
}

const when = (fact: { readonly recorded: number }, on: string) => ({
  id: fact.recorded,
  seq: fact.recorded,
  on: on as Day,
});

/** The cutoff of the last round that was closed before a fact was recorded. */
function held(fact: { readonly recorded: number }, closed: readonly Closed[]): { readonly heldSince?: Day } {
  const before = closed.findLast((round) => round.closedAt < fact.recorded);
  return before === undefined ? {} : { heldSince: before.cutoff };
}

function eventsFrom(history: FindingHistory, closed: readonly Closed[]): FindingEvent[] {
  const objectionOf = (ruling: FindingHistory['rulings'][number]): number =>
    history.objections.find(
      (each) =>
        each.cadre_no === ruling.cadre_no &&
        each.raised_on === ruling.raised_on &&
        each.ground === ruling.ground,
    )?.recorded ?? 0;
  const events: FindingEvent[] = [
    ...history.reports.map(
      (each) =>
        ({
          ...({ kind: 'report', ...when(each, each.reported_on) } as const),
          progress: each.progress,
          ...held(each, closed),
        }) as const,
    ),
    ...history.checks.map(
      (each) =>
        ({
          kind: 'check',
          ...when(each, each.checked_on),
          result: each.result,
          by: each.checked_by,
        }) as const,
    ),
    ...history.extensions.map((each) => ({
      ...({ kind: 'extension', ...when(each, each.granted_on) } as const),
      newDueOn: each.new_due_on as Day,
      by: each.granted_by,
    })),
    ...history.objections.map((each) => ({
      ...({ kind: 'objection', ...when(each, each.raised_on) } as const),
      cadreNo: each.cadre_no as CadreNo,
      ground: each.ground,
      ...held(each, closed),
    })),
    ...history.rulings.map((each) => ({
      ...({ kind: 'ruling', ...when(each, each.ruled_on) } as const),
      objection: objectionOf(each),
      ruling: each.ruling,
      by: each.ruled_by,
    })),
    ...history.reassignments.map(reassignmentFrom),
  ];
  return events.sort(compareEvents);
}

function reassignmentFrom(each: FindingHistory['reassignments'][number]) {
  return {
    ...({ kind: 'reassignment', ...when(each, each.on) } as const),
    from: each.from_no as CadreNo,
    to: each.to_no as CadreNo,
    by: '',
    newDueOn: dayOrNull(each.new_due_on),
  };
}

/** A finding with its live events in the order of events. */
export function findingFrom(history: FindingHistory, closed: readonly Closed[] = []): Finding {
  const { finding } = history;
  return {
    id: finding.recorded,
    findingNo: finding.finding_no as FindingNo,
    source: finding.source,
    severity: finding.severity,
    foundOn: finding.found_on as Day,
    dueOn: dayOrNull(finding.due_on),
    recurs: finding.recurs !== '',
    named: named(finding),
    events: eventsFrom(history, closed),
    dispatches: history.orders.map((order) => ({ ...when(order, order.on), dueOn: order.due as Day })),
  };
}

/** A task with its live entries. */
function taskFrom(history: TaskHistory): Task {
  const { task } = history;
  return {
    id: task.recorded,
    taskNo: task.task_no as TaskNo,
    name: task.task_no,
    target: exact(task.target),
    startOn: task.start_on as Day,
    dueOn: task.due_on as Day,
    named: named(task),
    milestones: task.milestones.map((each) => ({ on: each.on as Day, amount: exact(each.amount) })),
    progress: history.progress
      .map((each) => ({
        ...when(each, each.on),
        done: exact(each.done),
        accepted: each.accepted === '' ? null : each.accepted === 'yes',
      }))
      .sort(compareRecorded),
    reassignments: history.reassignments.map(reassignmentFrom).sort(compareRecorded),
    cancelledOn: history.cancellations.length > 0 ? (history.cancellations[0]?.on as Day) : null,
  };
}

function cadreFrom(cadre: Facts['cadres'][number], facts: Facts, now: number): Cadre {
  const spans = facts.spans.filter((each) => live(each, now) && each.cadre_no === cadre.cadre_no);
  return {
    cadreNo: cadre.cadre_no as CadreNo,
    name: cadre.name,
    rank: 'staff',
    post: '',
    unit: '',
    station: '',
    managedBy: '',
    identity: '',
    joinedOn: dayOrNull(cadre.joined_on),
    leftOn: dayOrNull(cadre.left_on),
    rosterEvents: spans
      .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.recorded - b.recorded))
      .map((each) => ({ kind: each.kind, on: each.on as Day })),
  };
}

function absencesFrom(facts: Facts, now: number): Absence[] {
  return facts.attendance
    .filter((each) => live(each, now) && each.present === 'no')
    .map((each) => ({
      cadreNo: each.cadre_no as CadreNo,
      site: each.site,
      on: each.on as Day,
      session: each.session as Session,
      seq: each.recorded,
    }));
}

/** The facts that the journal held at position `now`. */
export function factsFrom(
  facts: Facts,
  now: number,
  closed: readonly Closed[] = [],
): Pick<RoundInput, 'cadres' | 'findings' | 'tasks' | 'absences'> {
  return {
    cadres: facts.cadres.filter((each) => live(each, now)).map((each) => cadreFrom(each, facts, now)),
    findings: [...findingHistories(facts, now).values()].map((each) => findingFrom(each, closed)),
    tasks: [...taskHistories(facts, now).values()].map(taskFrom),
    absences: absencesFrom(facts, now),
  };
}

/** Who is who among the reference's cadres: numbers are known, and names are those on the roster. */
export function peopleFrom(facts: Facts): PersonsMeant {
  return people(Object.fromEntries(facts.cadres.map((each) => [each.cadre_no, each.name])));
}

/** A line in the columns that the reference calculates. */
export function columnsOf({ standing }: PlanLine): Line {
  return {
    cadre_no: standing.cadre.cadreNo,
    counted: standing.counted,
    pending: standing.pending,
    overdue: standing.overdue,
    behind_tasks: standing.behindTasks,
    absences: standing.absences,
    points: formatPoints(standing.points),
    measure: standing.measure,
    step: standing.step,
    was_in: standing.wasIn,
    now_in: standing.nowIn,
    in_by: standing.inBy,
    movement: standing.movement,
    rounds_in: standing.roundsIn,
    commended: standing.commended,
    proposed_measure: standing.proposedMeasure,
    proposed_now_in: standing.proposedNowIn,
    proposed_commended: standing.proposedCommended,
    raised_by: standing.raisedBy,
    late_pending: standing.latePending,
  };
}

/** What later rounds ask of a closed one. */
interface Closed {
  readonly cutoff: Day;
  readonly closedAt: number;
  readonly lines: readonly PlanLine[];
}

/** A closed round as the next one sees it. */
function previousFrom(
  number: number,
  cutoff: Day,
  closedAt: number,
  lines: readonly PlanLine[],
): PreviousRound {
  const before = lines
    .filter((line) => line.shown)
    .map(({ standing }): [CadreNo, PreviousLine] => [
      standing.cadre.cadreNo,
      {
        cadreNo: standing.cadre.cadreNo,
        measure: standing.measure,
        nowIn: standing.nowIn,
        roundsIn: standing.roundsIn,
      },
    ]);
  return { number, cutoff, closedAt, lines: new Map(before) };
}

function pastLinesIn(closed: readonly Closed[], cadreNo: CadreNo): PastLine[] {
  return closed.flatMap(({ cutoff, lines }) =>
    lines
      .filter(({ standing }) => standing.cadre.cadreNo === cadreNo)
      .map(({ standing: { movement, latePending } }) => ({ cutoff, movement, latePending })),
  );
}

/** The decisions of an open round: the last of each kind, `clear` goes back to the proposal. */
class Decisions {
  readonly #decided = new Map<CadreNo, Decision>();

  take(step: Extract<LedgerStep, { kind: 'decide' }>): void {
    const cadreNo = step.cadre_no as CadreNo;
    const before = this.#decided.get(cadreNo);
    if (step.clear === true) {
      this.#decided.delete(cadreNo);
      return;
    }
    this.#decided.set(cadreNo, {
      measure: step.measure ?? before?.measure ?? null,
      commended: step.commended ?? before?.commended ?? null,
      by: step.by,
      reason: step.reason,
    });
  }

  end(): ReadonlyMap<CadreNo, Decision> {
    const ended = new Map(this.#decided);
    this.#decided.clear();
    return ended;
  }
}

/** Every closed round of a history as an input of `planRound`; what the one before it said is our own plan's word. */
export function* roundInputs(
  steps: readonly LedgerStep[],
  policy: ReferencePolicy,
): Generator<{ readonly input: RoundInput; readonly facts: Facts; readonly now: number }> {
  const replay = new Replay(policy);
  const decisions = new Decisions();
  const ours = policyFrom(policy);
  let previous: PreviousRound | null = null;
  const closed: Closed[] = [];
  let now = 0;
  for (const step of steps) {
    replay.apply(step);
    now += step.kind === 'import' ? step.rows.length : 1;
    if (step.kind === 'decide') decisions.take(step);
    if (step.kind !== 'close') continue;
    const number: number = (previous?.number ?? 0) + 1;
    const input: RoundInput = {
      number,
      engine: ENGINE,
      cutoff: step.cutoff as Day,
      policy: ours,
      ...factsFrom(replay.facts, now, closed),
      previous,
      decisions: decisions.end(),
      pastLines: (cadreNo) => pastLinesIn(closed, cadreNo),
    };
    yield { input, facts: replay.facts, now };
    const { lines } = planRound(input);
    previous = previousFrom(number, input.cutoff, now, lines);
    closed.push({ cutoff: input.cutoff, closedAt: now, lines: lines.filter((line) => line.shown) });
  }
}
