// Central tasks behind schedule and absences (contract, section 3, "Behind schedule", "Absences", "Windows").
import { describe, expect, it } from 'vitest';
import type { Task } from '../../src/domain/work/task.ts';
import { isOver, plannedBy, taskAt, taskStateAt } from '../../src/scoring/tasks.ts';
import { inWindow } from '../../src/scoring/window.ts';
import {
  absence,
  cadre,
  input,
  lineOf,
  previousRound,
  progress,
  reassignment,
  sept,
  task,
} from '../support/build.ts';

const behind = (of: Task, cutoff: number) => taskAt(of, sept(cutoff)).behind;

describe('planned', () => {
  it('is nothing before the start and the target from the deadline on', () => {
    const of = task(9000, 5, 15);
    expect(plannedBy(of, sept(4)).amount).toBe(0n);
    expect(plannedBy(of, sept(5)).amount).toBe(0n);
    expect(plannedBy(of, sept(15))).toEqual({ amount: 9000n, over: 1n });
    expect(plannedBy(of, sept(30))).toEqual({ amount: 9000n, over: 1n });
    expect(plannedBy(task(9000, 5, 5), sept(5))).toEqual({ amount: 9000n, over: 1n });
  });

  it('is the last milestone on or before the cutoff, nothing before the first', () => {
    const milestones = [
      { on: sept(8), amount: 2000 },
      { on: sept(10), amount: 6000 },
    ];
    const of = task(9000, 5, 15, { milestones });
    const amounts = [7, 8, 9, 10, 14, 15].map((date) => Number(plannedBy(of, sept(date)).amount));
    expect(amounts).toEqual([0, 2000, 2000, 6000, 6000, 9000]);
  });

  it('is a straight line without milestones, compared exactly', () => {
    // A third of 100.00 is 33.333…: 33.33 is behind, 33.34 is not.
    const third = (done: number) => task(10000, 1, 10, { progress: [progress(4, done)] });
    expect(behind(third(3333), 4)).toBe('amount');
    expect(behind(third(3334), 4)).toBeNull();
    expect(taskAt(third(3333), sept(4)).planned).toBe(3334);
  });

  it('follows a deadline that a reassignment sets', () => {
    const of = task(9000, 5, 15, { reassignments: [reassignment(10, 'a', 'b', 20)] });
    expect(Number(plannedBy(of, sept(9)).over)).toBe(10);
    expect(Number(plannedBy(of, sept(10)).over)).toBe(15);
    expect(plannedBy(of, sept(19)).amount).toBeLessThan(plannedBy(of, sept(20)).amount * 15n);
  });
});

describe('done', () => {
  it('is the entry with the greatest day by the cutoff, of two the later recorded', () => {
    const entries = [progress(5, 100), progress(8, 200), progress(8, 300), progress(12, 900)];
    const of = task(1000, 1, 20, { progress: entries });
    expect([4, 5, 8, 11, 12].map((date) => taskAt(of, sept(date)).done)).toEqual([0, 100, 300, 300, 900]);
  });
});

describe('the state of a task', () => {
  const state = (of: Task, on: number) => taskStateAt(of, sept(on));

  it('is not started before its start, then on schedule or behind, and done with the target', () => {
    const of = task(100, 5, 25, { progress: [progress(8, 60), progress(20, 100)] });
    expect([4, 5, 8, 19, 20].map((on) => state(of, on))).toEqual([
      ...['not_started', 'on_schedule', 'on_schedule', 'behind', 'done'],
    ]);
  });

  it('is not accepted while the latest mark says so, even when the amount is reached', () => {
    expect(state(task(100, 1, 25, { progress: [progress(8, 100, false)] }), 9)).toBe('not_accepted');
  });

  it('is cancelled from the day of the cancellation on', () => {
    const of = task(100, 1, 25, { cancelledOn: sept(10), progress: [progress(1, 90)] });
    expect([9, 10, 11].map((on) => state(of, on))).toEqual(['on_schedule', 'cancelled', 'cancelled']);
  });
});

describe('behind schedule', () => {
  it('is below the plan, or not accepted by the latest entry with a mark', () => {
    const marked = (...marks: (boolean | null)[]) =>
      behind(task(100, 1, 5, { progress: marks.map((mark, place) => progress(5 + place, 500, mark)) }), 19);
    expect(behind(task(100, 1, 5), 19)).toBe('amount');
    expect(marked(null)).toBeNull();
    expect(marked(false)).toBe('not_accepted');
    expect(marked(false, null)).toBe('not_accepted');
    expect(marked(false, true)).toBeNull();
    expect(marked(true, false)).toBe('not_accepted');
    expect(
      behind(task(100, 1, 5, { progress: [progress(5, 500), progress(20, 500, false)] }), 19),
    ).toBeNull();
  });

  it('ends with a cancellation by the cutoff', () => {
    expect(behind(task(100, 1, 5, { cancelledOn: sept(19) }), 19)).toBeNull();
    expect(behind(task(100, 1, 5, { cancelledOn: sept(20) }), 19)).toBe('amount');
  });

  it('is for each cadre responsible at the cutoff with a role of weight', () => {
    const cadres = ['a', 'b', 'c', 'd'].map((number) => cadre(number));
    const of = task(100, 1, 5, {
      of: ['a', 'b:assist', 'c:leader'],
      reassignments: [reassignment(10, 'a', 'd')],
    });
    const tasksOf = (number: string) =>
      lineOf(input(19, { cadres, tasks: [of] }), number).standing.behindTasks;
    expect(['a', 'b', 'c', 'd'].map(tasksOf)).toEqual([0, 1, 0, 1]);
  });
});

describe('windows', () => {
  const last = { cutoff: sept(12), closedAt: 50 };

  it.each([
    ['in the first round everything by the cutoff', 1, 1, null, true],
    ['nothing after the cutoff', 20, 99, null, false],
    ['the day of the cutoff', 19, 1, last, true],
    ['a day after the last cutoff, whenever recorded', 13, 1, last, true],
    ['not the last cutoff itself', 12, 50, last, false],
    ['a day before it that was recorded after the closing', 12, 51, last, true],
  ] as const)('%s', (_, date, seq, previous, expected) => {
    expect(inWindow(sept(date), seq, sept(19), previous)).toBe(expected);
  });

  it('decides about absences', () => {
    const previous = previousRound({}, { closedAt: 50 });
    const absences = [absence('a', 12, 49), absence('a', 11, 51), absence('a', 13, 1), absence('a', 20, 60)];
    expect(lineOf(input(19, { previous, absences })).standing.absences).toBe(2);
    expect(lineOf(input(19, { absences })).standing.absences).toBe(3);
  });
});

describe('over', () => {
  it('is a task cancelled by the day, or finished by then and accepted, with nothing entered since', () => {
    const over = (more: Parameters<typeof task>[3]) => isOver(task(1000, 1, 20, more), sept(12));
    expect(over({ cancelledOn: sept(12) })).toBe(true);
    expect(over({ cancelledOn: sept(13) })).toBe(false);
    expect(over({ progress: [] })).toBe(false);
    expect(over({ progress: [progress(12, 1000, true)] })).toBe(true);
    expect(over({ progress: [progress(8, 400, true), progress(12, 1000)] })).toBe(true);
    expect(over({ progress: [progress(12, 1000)] })).toBe(false);
    expect(over({ progress: [progress(12, 1000, false)] })).toBe(false);
    expect(over({ progress: [progress(12, 999, true)] })).toBe(false);
    expect(over({ progress: [progress(12, 1000, true), progress(13, 1000, false)] })).toBe(false);
    expect(over({ progress: [progress(13, 1000, true)] })).toBe(false);
  });
});
