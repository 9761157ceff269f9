// The plan of a round: every cadre's line with every reason, as a value. Storing it is somebody else's business.
import { type Cadre, type CadreNo, onRoster } from '../domain/cadre.ts';
import type { Day } from '../domain/days/day.ts';
import type { FindingNo } from '../domain/findings/finding.ts';
import type { Policy } from '../domain/policy.ts';
import { refusal } from '../domain/problem.ts';
import type { Absence, Task } from '../domain/work/task.ts';
import { taskResponsibleAt } from '../domain/work/task-history.ts';
import { FindingSums } from './finding-sums.ts';
import { compareLines, type Line, lineOf, type Tallied, tallyOf } from './line.ts';
import type { PlanOptions, TaskReason } from './reasons.ts';
import type { PlanInput } from './round-input.ts';
import { absencePoints, carriesWeight, type Engine, taskPoints } from './rules.ts';
import { taskAt } from './tasks.ts';
import { inWindow } from './window.ts';

/** 汇总 as a plan. */
export interface RoundPlan {
  readonly number: number;
  readonly cutoff: Day;
  readonly engine: Engine;
  readonly policy: Policy;
  /** Everybody on the roster, and who departed from the circle, in the contract's order. */
  readonly lines: readonly Line[];
  /** Outstanding findings left out because they have no deadline (0 when the policy counts them). */
  readonly withoutDeadline: number;
  /** Outstanding findings without a responsible cadre with weight on the roster. */
  readonly withoutResponsible: readonly FindingNo[];
}

/**
 * Plans a round from its facts (contract, section 3 whole). Pure: the same input gives the same plan, whatever the
 * order of cadres, tasks and absences.
 */
export function planRound(input: PlanInput, options: PlanOptions = {}): RoundPlan {
  const round = new Round(input, options);
  round.takeFindings();
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

/** A round while its facts are added one by one. */
class Round {
  readonly #input: PlanInput;
  readonly #options: PlanOptions;
  /** Everybody on the roster at the cutoff. */
  readonly #tallies = new Map<CadreNo, Tallied>();
  readonly #departed: Cadre[] = [];
  readonly #findings: FindingSums;

  constructor(input: PlanInput, options: PlanOptions) {
    this.#input = input;
    this.#options = options;
    for (const cadre of input.cadres) {
      if (onRoster(cadre, input.cutoff)) {
        this.#tallies.set(cadre.cadreNo, tallyOf(cadre, options.reasonsOf?.(cadre.cadreNo) ?? true));
      } else if (input.previous?.lines.get(cadre.cadreNo)?.nowIn) {
        this.#departed.push(cadre);
      }
    }
    this.#findings = new FindingSums(input, this.#tallies.keys(), options);
  }

  takeFindings(): void {
    const { findings } = this.#input;
    if (typeof findings === 'function') findings(this.#findings);
    else for (const finding of findings) this.#findings.take(finding);
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
    const { number, engine, cutoff, policy, previous, decisions, pastLines } = this.#input;
    const round = { engine, cutoff, policy };
    const lines = [...this.#tallies.values()].map((tally) =>
      lineOf(this.#withFindings(tally), {
        ...round,
        pastLines: () => pastLines(tally.cadre.cadreNo),
        before: previous?.lines.get(tally.cadre.cadreNo) ?? null,
        decision: decisions.get(tally.cadre.cadreNo) ?? null,
        departed: false,
      }),
    );
    for (const cadre of this.#departed) {
      const gone = { ...round, before: null, decision: null, departed: true, pastLines: () => [] };
      lines.push(lineOf(tallyOf(cadre, true), gone));
    }
    return {
      number,
      cutoff,
      engine,
      policy,
      lines: lines.sort(compareLines),
      withoutDeadline: this.#findings.withoutDeadline,
      withoutResponsible: this.#findings.withoutResponsible,
    };
  }

  #withFindings(tally: Tallied): Tallied {
    const { cadreNo } = tally.cadre;
    const sums = this.#findings.of(cadreNo);
    const points = sums.points + tally.points;
    // Beyond it numbers have gaps, and the sum may be another one.
    if (points > Number.MAX_SAFE_INTEGER)
      throw refusal('points_too_many', { cadre_no: cadreNo, name: tally.cadre.name });
    const reasons = tally.reasons && { ...tally.reasons, ...this.#findings.reasonsOf(cadreNo) };
    return { ...tally, ...sums, points, reasons };
  }
}
