// The generator: the same seed gives the same steps, histories are valid, and all that can occur does.

import { describe, expect, it } from 'vitest';
import { hundredths } from './exact.ts';
import type { Facts } from './facts.ts';
import { findingHistories, orderedEvents } from './finding.ts';
import { type LedgerStep, randomLedger, replaySteps } from './random-ledger.ts';
import { Replay } from './replay.ts';
import { taskHistories } from './task.ts';
import { findingProblem, taskProblem } from './validity.ts';

const seeds = Array.from({ length: 50 }, (_, index) => index + 1);

function steps(seed: number, options = {}): readonly LedgerStep[] {
  return randomLedger(seed, options).steps;
}

/** Every finding and task of the facts whose history the contract does not allow. */
function problems(facts: Facts, now: number): string[] {
  const findings = [...findingHistories(facts, now).values()].map(findingProblem);
  const tasks = [...taskHistories(facts, now).values()].map((history) => taskProblem(history, []));
  return [...findings, ...tasks].filter((problem) => problem !== undefined);
}

/** The facts of one batch in the order in which the contract validates them: by day and kind. */
function batchOrder(facts: Facts, first: number, last: number): number[] {
  const events = [...findingHistories(facts, last).values()].flatMap(orderedEvents);
  return events
    .map((event) => event.fact.recorded)
    .filter((recorded) => recorded >= first && recorded <= last);
}

describe('random ledger', () => {
  it('is the same for the same seed and another for another', () => {
    expect(steps(7)).toEqual(steps(7));
    expect(steps(7)).not.toEqual(steps(8));
  });

  it('replays to the lines it was made with', () => {
    for (const seed of seeds) {
      const ledger = randomLedger(seed, { undo: seed % 2 === 0 });
      expect(replaySteps(ledger.steps, ledger.policy)).toEqual(ledger.rounds);
    }
  });

  it('is valid after every step, whole batches and row by row in their order', () => {
    for (const seed of seeds.slice(0, 8)) {
      const ledger = randomLedger(seed, { undo: seed % 2 === 0, weeks: 5 });
      const replay = new Replay(ledger.policy);
      let before = 0;
      for (const step of ledger.steps) {
        replay.apply(step);
        const now = before + (step.kind === 'import' ? step.rows.length : 1);
        expect(problems(replay.facts, now)).toEqual([]);
        const recorded = new Set<number>();
        for (const each of step.kind === 'import' ? batchOrder(replay.facts, before + 1, now) : []) {
          recorded.add(each);
          const there = <T extends { recorded: number }>(list: readonly T[]): T[] =>
            list.filter((fact) => fact.recorded <= before || recorded.has(fact.recorded));
          const facts = {
            ...replay.facts,
            reports: there(replay.facts.reports),
            checks: there(replay.facts.checks),
            extensions: there(replay.facts.extensions),
            objections: there(replay.facts.objections),
            rulings: there(replay.facts.rulings),
            reassignments: there(replay.facts.reassignments),
          };
          expect(problems(facts, now)).toEqual([]);
        }
        before = now;
      }
    }
  });

  it('shows every measure, step, movement, way in and commendation over 50 seeds', () => {
    const lines = seeds.flatMap((seed) => randomLedger(seed).rounds.flatMap((round) => round.lines));
    const values = (of: (line: (typeof lines)[number]) => string) => [...new Set(lines.map(of))].sort();
    expect(values((line) => line.measure)).toEqual([
      'admonition_talk',
      'none',
      'reminder_talk',
      'self_criticism',
    ]);
    expect(values((line) => line.step)).toEqual(['', 'cleared', 'continued', 'lowered', 'new', 'raised']);
    expect(values((line) => line.movement)).toEqual(['departed', 'enter', 'exit', 'outside', 'stay']);
    expect(values((line) => line.in_by)).toEqual(['', 'decision', 'kept', 'tier']);
    expect(values((line) => `${line.commended} ${line.proposed_commended}`)).toHaveLength(4);
    for (const column of ['pending', 'overdue', 'behind_tasks', 'absences'] as const) {
      expect(lines.some((line) => line[column] > 1)).toBe(true);
    }
  });

  it('shows every kind of step and of record, and none that is switched off', () => {
    const kinds = (options: object) =>
      new Set(
        seeds.flatMap((seed) =>
          steps(seed, options).map((step) => (step.kind === 'import' ? step.record : step.kind)),
        ),
      );
    const off = {
      roster: false,
      reports: false,
      checks: false,
      extensions: false,
      objections: false,
      reassignments: false,
      dispatch: false,
      tasks: false,
      attendance: false,
      decisions: false,
    };
    const words =
      'attendance cadres cancel_task checks close decide dispatch extensions findings leave objections';
    const rest = 'open progress reassignments reports return tasks undo';
    expect([...kinds({ undo: true })].sort().join(' ')).toBe(`${words} ${rest}`);
    expect([...kinds(off)].sort()).toEqual(['cadres', 'close', 'findings', 'open']);
  });

  it('has facts that come late, and rulings in a later batch', () => {
    let late = 0;
    let ruledLater = 0;
    for (const seed of seeds) {
      const objected = new Set<string>();
      let cutoff = '';
      for (const step of steps(seed)) {
        if (step.kind === 'close') cutoff = step.cutoff;
        if (step.kind !== 'import') continue;
        for (const row of step.rows) {
          if ((row.checked_on ?? row.found_on ?? '9999') <= cutoff) late += 1;
          if (step.record !== 'objections') continue;
          const key = `${row.finding_no} ${row.cadre_no} ${row.raised_on}`;
          if (objected.has(key)) ruledLater += 1;
          objected.add(key);
        }
      }
    }
    expect(late).toBeGreaterThan(50);
    expect(ruledLater).toBeGreaterThan(50);
  });

  it('keeps its policies within the limits', () => {
    for (const seed of seeds) {
      const { policy } = randomLedger(seed, { weeks: 1 });
      const { weights } = policy.count;
      const numbers = [
        ...Object.values(weights.severity),
        ...Object.values(weights.source),
        ...Object.values(weights.role),
      ];
      for (const each of numbers) hundredths(each);
      const thresholds = policy.tiers.map((tier) => hundredths(tier.at_least));
      expect(thresholds.every((each, index) => each > (thresholds[index - 1] ?? 0n))).toBe(true);
      expect(policy.tiers.length).toBeGreaterThan(0);
    }
  });

  it('copes with a large ledger', () => {
    const ledger = randomLedger(3, { cadres: 600, findings: 1200, weeks: 12, task_count: 60 });
    expect(ledger.rounds).toHaveLength(12);
  });
});
