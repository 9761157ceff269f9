// A small ledger written by hand, one call a fact, for the worked examples.

import type { CheckResult, Decision, Finding, Ground, Policy, Progress, RulingWord, Task } from './facts.ts';
import { DEFAULT_POLICY } from './facts.ts';
import { type FindingHistory, findingHistories } from './finding.ts';
import { type ClosedRound, type Line, referenceRound } from './reference.ts';
import { noFacts } from './replay.ts';
import { type TaskHistory, taskHistories } from './task.ts';

/** A day of September 2018; beyond the 30th it goes on into October. */
export function sept(day: number): string {
  return new Date(Date.UTC(2018, 8, day)).toISOString().slice(0, 10);
}

/** The default policy with other values under `count`, `weights` and at the top. */
export function policyWith(
  weights: Partial<Policy['count']['weights']>,
  count: Partial<Omit<Policy['count'], 'weights'>> = {},
  top: Partial<Omit<Policy, 'count'>> = {},
): Policy {
  const { count: usual } = DEFAULT_POLICY;
  return {
    ...DEFAULT_POLICY,
    ...top,
    count: { ...usual, ...count, weights: { ...usual.weights, ...weights } },
  };
}

export class Book {
  readonly facts = noFacts();
  position = 0;
  policy: Policy;
  readonly closed: ClosedRound[] = [];
  decisions: Decision[] = [];

  constructor(policy: Policy = DEFAULT_POLICY) {
    this.policy = policy;
  }

  private at(): { recorded: number } {
    this.position += 1;
    return { recorded: this.position };
  }

  cadre(cadre_no: string, joined_on = '', left_on = ''): this {
    this.facts.cadres.push({ ...this.at(), cadre_no, name: cadre_no, joined_on, left_on });
    return this;
  }

  cadres(...numbers: string[]): this {
    for (const no of numbers) this.cadre(no);
    return this;
  }

  move(cadre_no: string, kind: 'leave' | 'return', day: number): this {
    this.facts.spans.push({ ...this.at(), cadre_no, kind, on: sept(day) });
    return this;
  }

  /** A finding of severity 1 found on the 1st, due on `due` (0: without a deadline). */
  finding(finding_no: string, lead: string, due: number, more: Partial<Finding> = {}): this {
    this.facts.findings.push({
      ...this.at(),
      finding_no,
      source: '省委巡视',
      severity: 1,
      found_on: sept(1),
      due_on: due === 0 ? '' : sept(due),
      lead: lead.split(';'),
      assist: [],
      leader: [],
      recurs: '',
      ...more,
    });
    return this;
  }

  /** `count` findings of one cadre, all due on one day: `F1` and on, after the prefix. */
  findings(prefix: string, lead: string, count: number, due: number): this {
    for (let i = 1; i <= count; i += 1) this.finding(`${prefix}${i}`, lead, due);
    return this;
  }

  report(finding_no: string, day: number, progress: Progress = 'done'): this {
    this.facts.reports.push({ ...this.at(), finding_no, reported_on: sept(day), progress });
    return this;
  }

  check(finding_no: string, day: number, result: CheckResult): this {
    this.facts.checks.push({ ...this.at(), finding_no, result, checked_on: sept(day), checked_by: '督查甲' });
    return this;
  }

  extend(finding_no: string, granted: number, due: number): this {
    this.facts.extensions.push({
      ...this.at(),
      finding_no,
      granted_on: sept(granted),
      new_due_on: sept(due),
      granted_by: '批准甲',
    });
    return this;
  }

  object(finding_no: string, cadre_no: string, day: number, ground: Ground = 'other'): this {
    this.facts.objections.push({ ...this.at(), finding_no, cadre_no, raised_on: sept(day), ground });
    return this;
  }

  rule(
    finding_no: string,
    cadre_no: string,
    raised: number,
    day: number,
    ruling: RulingWord,
    ground: Ground = 'other',
  ): this {
    const raised_on = sept(raised);
    const ruled_on = sept(day);
    this.facts.rulings.push({
      ...this.at(),
      finding_no,
      cadre_no,
      raised_on,
      ground,
      ruled_on,
      ruling,
      ruled_by: '裁定甲',
    });
    return this;
  }

  reassign(number: string, from_no: string, to_no: string, day: number, due = 0): this {
    const isTask = number.startsWith('T');
    this.facts.reassignments.push({
      ...this.at(),
      finding_no: isTask ? '' : number,
      task_no: isTask ? number : '',
      from_no,
      to_no,
      on: sept(day),
      new_due_on: due === 0 ? '' : sept(due),
    });
    return this;
  }

  order(order_no: string, finding_nos: string[], day: number, due: number): this {
    this.facts.orders.push({ ...this.at(), order_no, finding_nos, on: sept(day), due: sept(due) });
    return this;
  }

  task(
    task_no: string,
    lead: string,
    target: string,
    start: number,
    due: number,
    more: Partial<Task> = {},
  ): this {
    this.facts.tasks.push({
      ...this.at(),
      task_no,
      target,
      start_on: sept(start),
      due_on: sept(due),
      lead: [lead],
      assist: [],
      leader: [],
      milestones: [],
      ...more,
    });
    return this;
  }

  progress(task_no: string, day: number, done: string, accepted: 'yes' | 'no' | '' = ''): this {
    this.facts.progress.push({ ...this.at(), task_no, on: sept(day), done, accepted });
    return this;
  }

  cancel(task_no: string, day: number): this {
    this.facts.cancellations.push({ ...this.at(), task_no, on: sept(day) });
    return this;
  }

  attend(cadre_no: string, day: number, present: 'yes' | 'no' | 'leave', session = 'morning'): this {
    this.facts.attendance.push({ ...this.at(), site: '工地', on: sept(day), session, cadre_no, present });
    return this;
  }

  decide(cadre_no: string, what: Pick<Decision, 'measure' | 'commended' | 'clear'>): this {
    this.decisions.push({ ...this.at(), cadre_no, ...what });
    return this;
  }

  /** What a round on that day says now. */
  tally(day: number, all = false): Line[] {
    return referenceRound({
      facts: this.facts,
      policy: this.policy,
      cutoff: sept(day),
      closed: this.closed,
      decisions: this.decisions,
      now: this.position,
      all,
    });
  }

  /** The line of one cadre in a round on that day; undefined without one. */
  line(cadre_no: string, day: number): Line | undefined {
    return this.tally(day).find((line) => line.cadre_no === cadre_no);
  }

  close(day: number): this {
    this.position += 1;
    this.closed.push({ lines: this.tally(day), cutoff: sept(day), closed_at: this.position });
    this.decisions = [];
    return this;
  }

  of(finding_no: string): FindingHistory {
    const history = findingHistories(this.facts, this.position).get(finding_no);
    if (history === undefined) throw new Error(`no finding ${finding_no}`);
    return history;
  }

  ofTask(task_no: string): TaskHistory {
    const history = taskHistories(this.facts, this.position).get(task_no);
    if (history === undefined) throw new Error(`no task ${task_no}`);
    return history;
  }
}
