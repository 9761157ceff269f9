// Steps of a history run through the reference: facts with journal positions, and the lines of each closed round.

import type { Decision, Facts, Measure, Policy, Recorded } from './facts.ts';
import { type ClosedRound, type Line, referenceRound } from './reference.ts';
import {
  attendanceFrom,
  cadreFrom,
  checkFrom,
  extensionFrom,
  findingFrom,
  objectionFrom,
  progressFrom,
  type Row,
  reassignmentFrom,
  reportFrom,
  rulingFrom,
  taskFrom,
} from './rows.ts';

export type RecordKind =
  | 'cadres'
  | 'findings'
  | 'reports'
  | 'checks'
  | 'extensions'
  | 'objections'
  | 'reassignments'
  | 'tasks'
  | 'progress'
  | 'attendance';

export interface DecideStep {
  readonly kind: 'decide';
  readonly cadre_no: string;
  readonly measure?: Measure;
  readonly commended?: boolean;
  readonly clear?: boolean;
  readonly by: string;
  readonly reason: string;
}

/** `undo` takes back the batch that the import at that index of the steps wrote. `close` with `opened` ends the round that an `open` step began; without, it opens and closes in one go. */
export type LedgerStep =
  | { readonly kind: 'import'; readonly record: RecordKind; readonly rows: readonly Row[] }
  | { readonly kind: 'leave' | 'return'; readonly cadre_no: string; readonly on: string }
  | {
      readonly kind: 'dispatch';
      readonly order_no: string;
      readonly station: string;
      readonly finding_nos: readonly string[];
      readonly on: string;
      readonly due: string;
    }
  | { readonly kind: 'cancel_task'; readonly task_no: string; readonly on: string }
  | { readonly kind: 'undo'; readonly step: number }
  | { readonly kind: 'open'; readonly cutoff: string }
  | DecideStep
  | { readonly kind: 'close'; readonly cutoff: string; readonly opened: boolean };

/** A closed round and its lines: sparse, as section 3 "Lines" says, or all. */
export interface RoundResult {
  readonly cutoff: string;
  readonly closed_at: number;
  readonly lines: readonly Line[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };

/** A ledger in which nothing is recorded. */
export function noFacts(): Mutable<Facts> {
  return {
    cadres: [],
    spans: [],
    findings: [],
    reports: [],
    checks: [],
    extensions: [],
    objections: [],
    rulings: [],
    reassignments: [],
    orders: [],
    tasks: [],
    progress: [],
    cancellations: [],
    attendance: [],
  };
}

/** A ledger in memory: takes one step after the other, as the program would. */
export class Replay {
  readonly facts = noFacts();
  readonly policy: Policy;
  private position = 0;
  private decisions: Decision[] = [];
  private readonly closed: ClosedRound[] = [];
  /** The journal positions that each step took: first and last. */
  private readonly taken: { first: number; last: number }[] = [];
  private readonly objected = new Set<string>();

  constructor(policy: Policy) {
    this.policy = policy;
  }

  /** Takes one step; a closing gives the lines of the round. */
  apply(step: LedgerStep, all = false): RoundResult | undefined {
    const first = this.position + 1;
    const round = this.take(step, all);
    this.taken.push({ first, last: this.position });
    return round;
  }

  private take(step: LedgerStep, all: boolean): RoundResult | undefined {
    if (step.kind === 'import') {
      for (const row of step.rows) this.record(step.record, row);
      return undefined;
    }
    this.position += 1;
    const recorded = this.position;
    switch (step.kind) {
      case 'leave':
      case 'return':
        this.facts.spans.push({ recorded, cadre_no: step.cadre_no, kind: step.kind, on: step.on });
        return undefined;
      case 'dispatch': {
        const { order_no, finding_nos, on, due } = step;
        this.facts.orders.push({ recorded, order_no, finding_nos, on, due });
        return undefined;
      }
      case 'cancel_task':
        this.facts.cancellations.push({ recorded, task_no: step.task_no, on: step.on });
        return undefined;
      case 'undo':
        this.undo(step.step, recorded);
        return undefined;
      case 'open':
        return undefined;
      case 'decide': {
        const { cadre_no, measure, commended, clear } = step;
        const decision: Mutable<Decision> = { recorded, cadre_no };
        if (measure !== undefined) decision.measure = measure;
        if (commended !== undefined) decision.commended = commended;
        if (clear !== undefined) decision.clear = clear;
        this.decisions.push(decision);
        return undefined;
      }
      case 'close': {
        const lines = this.linesAt(step.cutoff, all);
        this.closed.push({ lines, cutoff: step.cutoff, closed_at: recorded });
        this.decisions = [];
        return { cutoff: step.cutoff, closed_at: recorded, lines };
      }
    }
  }

  /** What `tally` would say of a round at `cutoff` at this moment. */
  linesAt(cutoff: string, all = false): Line[] {
    const { facts, policy, closed, decisions, position: now } = this;
    return referenceRound({ facts, policy, cutoff, closed, decisions, now, all });
  }

  /** Whose measure has been decided in the open round, and not cleared since. */
  decidedMeasures(): Set<string> {
    const decided = new Set<string>();
    for (const decision of this.decisions) {
      if (decision.clear === true) decided.delete(decision.cadre_no);
      else if (decision.measure !== undefined) decided.add(decision.cadre_no);
    }
    return decided;
  }

  /** Section 3, "Reversal": from this position on every rule ignores what the step wrote. */
  private undo(index: number, reversed_at: number): void {
    const range = this.taken[index];
    if (range === undefined) throw new Error(`no step ${index}`);
    const { facts } = this;
    const take = <T extends Recorded>(list: readonly T[]): T[] =>
      list.map((fact) => {
        const inRange = fact.recorded >= range.first && fact.recorded <= range.last;
        return inRange && fact.reversed_at === undefined ? { ...fact, reversed_at } : fact;
      });
    facts.reports = take(facts.reports);
    facts.checks = take(facts.checks);
    facts.progress = take(facts.progress);
    facts.attendance = take(facts.attendance);
  }

  private record(record: RecordKind, row: Row): void {
    this.position += 1;
    const { facts, position } = this;
    switch (record) {
      case 'cadres':
        facts.cadres.push(cadreFrom(row, position));
        return;
      case 'findings':
        facts.findings.push(findingFrom(row, position));
        return;
      case 'reports':
        facts.reports.push(reportFrom(row, position));
        return;
      case 'checks':
        facts.checks.push(checkFrom(row, position));
        return;
      case 'extensions':
        facts.extensions.push(extensionFrom(row, position));
        return;
      case 'objections':
        this.recordObjection(row);
        return;
      case 'reassignments':
        facts.reassignments.push(reassignmentFrom(row, position));
        return;
      case 'tasks':
        facts.tasks.push(taskFrom(row, position));
        return;
      case 'progress':
        facts.progress.push(progressFrom(row, position));
        return;
      case 'attendance':
        facts.attendance.push(attendanceFrom(row, position));
        return;
    }
  }

  /** Finding, cadre, ground and raised_on an objection; a later row of the same may fill the ruling. */
  private recordObjection(row: Row): void {
    const objection = objectionFrom(row, this.position);
    const { finding_no, cadre_no, ground, raised_on } = objection;
    const key = JSON.stringify([finding_no, cadre_no, ground, raised_on]);
    if (!this.objected.has(key)) this.facts.objections.push(objection);
    this.objected.add(key);
    const ruling = rulingFrom(row, this.position);
    if (ruling !== undefined) this.facts.rulings.push(ruling);
  }
}

/** Runs a history through the reference and returns the lines of each closed round, in order. */
export function replaySteps(
  steps: readonly LedgerStep[],
  policy: Policy,
  options: { readonly all?: boolean } = {},
): RoundResult[] {
  const replay = new Replay(policy);
  const rounds: RoundResult[] = [];
  for (const step of steps) {
    const round = replay.apply(step, options.all ?? false);
    if (round !== undefined) rounds.push(round);
  }
  return rounds;
}
