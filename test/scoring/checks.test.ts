// The checks that a round's window takes in, and how long each report waited for its own.
import { expect, it } from 'vitest';
import { checksInWindow } from '../../src/scoring/checks.ts';
import { check, finding, no, reassignment, report, sept } from '../support/build.ts';

const of = finding('a', 30, {
  events: [report(3), check(5, 'not_rectified'), report(8), check(12, 'not_rectified'), check(20, 'partial')],
});

it('counts from the report that a check answers, and from none when there is none', () => {
  expect(checksInWindow(of, sept(20), null)).toEqual([
    { on: sept(5), days: 2, responsible: [no('a')] },
    { on: sept(12), days: 4, responsible: [no('a')] },
    { on: sept(20), days: null, responsible: [no('a')] },
  ]);
});

it('takes in what lies after the last cutoff and by this one, that day included', () => {
  const days = (cutoff: number, last: number | null) =>
    checksInWindow(of, sept(cutoff), last === null ? null : { cutoff: sept(last), closedAt: 1e9 }).map(
      (each) => each.on,
    );
  expect(days(12, null)).toEqual([sept(5), sept(12)]);
  expect(days(11, null)).toEqual([sept(5)]);
  expect(days(20, 5)).toEqual([sept(12), sept(20)]);
  expect(days(20, 20)).toEqual([]);
});

it('names who was responsible on the day of the check', () => {
  const moved = finding('a', 30, {
    events: [check(5, 'partial'), reassignment(8, 'a', 'b'), check(9, 'partial')],
  });
  expect(checksInWindow(moved, sept(10), null).map((each) => each.responsible)).toEqual([
    [no('a')],
    [no('b')],
  ]);
});
