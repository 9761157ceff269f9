// The plan of a round: every cadre's line with every reason, as a value. Storing it is somebody else's business.
import { type Cadre, type CadreNo, onRoster } from '../domain/cadre.ts';
import type { Day } from '../domain/day.ts';
import type { Finding, FindingNo } from '../domain/finding.ts';
import { everResponsible } from '../domain/history.ts';
import type { Policy } from '../domain/policy.ts';
import type { Decision, PreviousRound } from '../domain/round.ts';
import type { Absence, Task } from '../domain/task.ts';
import { taskResponsibleAt } from '../domain/task-history.ts';
import { rectifiedFor } from './commend.ts';
import { becauseFor, type FindingAtCutoff, judge, lookAt } from './count.ts';
import { compareLines, type Line, lineOf, type Tallied, tallyOf } from './line.ts';
import type { AbsenceReason, FindingReason, RectifiedReason, TaskReason } from './reasons.ts';
import { absencePoints, carriesWeight, ENGINE, taskPoints } from './rules.ts';
import { taskAt } from './tasks.ts';
import { inWindow } from './window.ts';

/** All facts that a round rests on. Findings may be a stream; they must come in the order of their ids. */
export interface RoundInput {
  readonly number: number;
  readonly cutoff: Day;
  readonly policy: Policy;
  readonly cadres: Iterable<Cadre>;
  /** At least those outstanding at the cutoff and those rectified in the window; others do no harm. */
  readonly findings: Iterable<Finding>;
  readonly tasks: Iterable<Task>;
  readonly absences: Iterable<Absence>;
  readonly previous: PreviousRound | null;
  readonly decisions: ReadonlyMap<CadreNo, Decision>;
}

/** A reason as it arises, in the order of findings, then tasks, then absences: for the digest and for nobody's memory. */
export type ReasonSeen =
  | { readonly about: 'finding'; readonly reason: FindingReason }
  | { readonly about: 'rectified'; readonly reason: RectifiedReason }
  | { readonly about: 'task'; readonly reason: TaskReason }
  | { readonly about: 'absence'; readonly reason: AbsenceReason };

export interface PlanOptions {
  /** Whose reasons the lines keep: everybody's by default; a million findings need more thrift. */
  readonly reasonsOf?: (cadreNo: CadreNo) => boolean;
  /** Told every reason that bears on a line (counted, pending, rectified, behind, absent). */
  readonly onReason?: (seen: ReasonSeen) => void;
}

/** 汇总 as a plan. */
export interface RoundPlan {
  readonly number: number;
  readonly cutoff: Day;
  readonly engine: number;
  readonly policy: Policy;
  /** Everybody on the roster, and who departed from the circle, in the contract's order. */
  readonly lines: readonly Line[];
  /** Outstanding findings left out because they have no deadline (0 when the policy counts them). */
  readonly withoutDeadline: number;
  /** Outstanding findings for which nobody with weight on the roster is responsible. */
  readonly withoutResponsible: readonly FindingNo[];
}

/**
 * Plans a round from its facts (contract, section 3 whole). Pure: the same input gives the same plan, whatever the
 * order of cadres, tasks and absences.
 */
export function planRound(input: RoundInput, options: PlanOptions = {}): RoundPlan {
  const round = new Round(input, options);
  for (const finding of input.findings) round.takeFinding(finding);
  for (const task of sorted(input.tasks, (each) => each.taskNo)) round.takeTask(task);
  for (const absence of sorted(
    input.absences,
    (each) => `${each.on}\n${each.site}\n${each.session}\n${each.cadreNo}`,
  )) {
    round.takeAbsence(absence);
  }
  return round.plan();
}

function sorted<T>(items: Iterable<T>, key: (item: T) => string): T[] {
  return [...items]
    .map((item) => ({ item, key: key(item) }))
    .sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0))
    .map(({ item }) => item);
}

/** A round while its facts are taken in one by one. */
class Round {
  readonly #input: RoundInput;
  readonly #options: PlanOptions;
  /** Everybody on the roster at the cutoff. */
  readonly #tallies = new Map<CadreNo, Tallied>();
  readonly #departed: Cadre[] = [];
  #anyReasonsKept = false;
  #withoutDeadline = 0;
  readonly #withoutResponsible: FindingNo[] = [];

  constructor(input: RoundInput, options: PlanOptions) {
    this.#input = input;
    this.#options = options;
    for (const cadre of input.cadres) {
      if (onRoster(cadre, input.cutoff)) {
        const keepsReasons = options.reasonsOf?.(cadre.cadreNo) ?? true;
        this.#anyReasonsKept ||= keepsReasons;
        this.#tallies.set(cadre.cadreNo, tallyOf(cadre, keepsReasons));
      } else if (input.previous?.lines.get(cadre.cadreNo)?.nowIn) {
        this.#departed.push(cadre);
      }
    }
  }

  takeFinding(finding: Finding): void {
    const { cutoff, policy, previous } = this.#input;
    const at = lookAt(finding, cutoff);
    if (at.outstanding) this.#takeOutstanding(at);
    for (const reason of rectifiedFor(finding, at.state, cutoff, previous, policy)) {
      const tally = this.#tallies.get(reason.cadreNo);
      if (tally === undefined) continue;
      tally.rectified += 1;
      if (reason.inTime) tally.rectifiedInTime += 1;
      tally.reasons?.rectified.push(reason);
      this.#options.onReason?.({ about: 'rectified', reason });
    }
    if (this.#anyReasonsKept) this.#tellUncounted(at);
  }

  #takeOutstanding(at: FindingAtCutoff): void {
    const { policy } = this.#input;
    if (policy.count.basis === 'due' && at.deadline === null) this.#withoutDeadline += 1;
    let answered = false;
    for (const [cadreNo, role] of at.state.responsible) {
      const tally = this.#tallies.get(cadreNo);
      if (tally === undefined) continue;
      if (carriesWeight(policy, role)) answered = true;
      this.#takeFor(cadreNo, tally, at);
    }
    if (!answered) this.#withoutResponsible.push(at.finding.findingNo);
  }

  #takeFor(cadreNo: CadreNo, tally: Tallied, at: FindingAtCutoff): void {
    const { cutoff, policy } = this.#input;
    const because = becauseFor(at, cadreNo, cutoff, policy);
    // Of a million findings most may not be due yet, and nobody asks why.
    if (because.outcome === 'not_counted' && tally.reasons === null) return;
    const reason = judge(at, cadreNo, cutoff, policy, because);
    tally.reasons?.findings.push(reason);
    if (reason.outcome === 'not_counted') return;
    this.#options.onReason?.({ about: 'finding', reason });
    if (reason.outcome === 'pending') {
      tally.pending += 1;
      return;
    }
    tally.counted += 1;
    tally.points += reason.points?.total ?? 0;
    if (reason.overdue) tally.overdue += 1;
  }

  /** Findings that bear on nobody's line any more are told to those who ask why, and to nobody else. */
  #tellUncounted(at: FindingAtCutoff): void {
    const { cutoff, policy } = this.#input;
    for (const cadreNo of everResponsible(at.state)) {
      if (at.outstanding && at.state.responsible.has(cadreNo)) continue;
      const tally = this.#tallies.get(cadreNo);
      tally?.reasons?.findings.push(judge(at, cadreNo, cutoff, policy));
    }
  }

  takeTask(task: Task): void {
    const { cutoff, policy } = this.#input;
    const at = taskAt(task, cutoff);
    if (at.behind === null) return;
    for (const [cadreNo, role] of taskResponsibleAt(task, cutoff)) {
      const tally = this.#tallies.get(cadreNo);
      if (tally === undefined || !carriesWeight(policy, role)) continue;
      tally.behindTasks += 1;
      tally.points += taskPoints(policy);
      const reason: TaskReason = {
        cadreNo,
        taskNo: task.taskNo,
        role,
        why: at.behind,
        done: at.done,
        planned: at.planned,
      };
      tally.reasons?.tasks.push(reason);
      this.#options.onReason?.({ about: 'task', reason });
    }
  }

  takeAbsence(absence: Absence): void {
    const { cutoff, policy, previous } = this.#input;
    if (!inWindow(absence.on, absence.seq, cutoff, previous)) return;
    const tally = this.#tallies.get(absence.cadreNo);
    if (tally === undefined) return;
    tally.absences += 1;
    tally.points += absencePoints(policy);
    const { seq: _, ...reason } = absence;
    tally.reasons?.absences.push(reason);
    this.#options.onReason?.({ about: 'absence', reason });
  }

  plan(): RoundPlan {
    const { number, cutoff, policy, previous, decisions } = this.#input;
    const lines = [...this.#tallies.values()].map((tally) =>
      lineOf(tally, {
        policy,
        before: previous?.lines.get(tally.cadre.cadreNo) ?? null,
        decision: decisions.get(tally.cadre.cadreNo) ?? null,
        departed: false,
      }),
    );
    for (const cadre of this.#departed) {
      lines.push(lineOf(tallyOf(cadre, true), { policy, before: null, decision: null, departed: true }));
    }
    return {
      number,
      cutoff,
      engine: ENGINE,
      policy,
      lines: lines.sort(compareLines),
      withoutDeadline: this.#withoutDeadline,
      withoutResponsible: this.#withoutResponsible,
    };
  }
}
