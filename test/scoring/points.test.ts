// Points (contract, section 3, "Points"): exact, with their parts, nothing but what the formula names.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPoints } from '../../src/domain/amount.ts';
import type { Policy } from '../../src/domain/policy.ts';
import {
  absence,
  cadre,
  check,
  contractPolicy,
  type FindingParts,
  finding,
  findings,
  input,
  lineOf,
  policyWith,
  report,
  task,
} from '../support/build.ts';

function points(
  policy: Policy,
  responsible: string,
  due: number,
  parts: FindingParts = {},
  cutoff = 19,
): string {
  const round = input(cutoff, { policy, findings: [finding(responsible, due, parts)] });
  return formatPoints(lineOf(round).standing.points);
}

describe('points of a finding', () => {
  it('are one each by default, whatever the finding', () => {
    const parts = {
      severity: 3,
      recurs: true,
      source: '中央巡视',
      events: [check(10, 'not_rectified')],
    } as const;
    expect(points(contractPolicy, 'a', 1, parts)).toBe('1');
    expect(points(contractPolicy, 'a:assist', 1, parts)).toBe('1');
  });

  it('are the role times the sum', () => {
    const policy = policyWith({
      severity: { 1: 100, 2: 150, 3: 225 },
      source: { 中央巡视: 33 },
      recurrence: 25,
      returned: 10,
      overduePerWeek: 7,
      role: { lead: 100, assist: 50, leader: 25 },
    });
    const of = (parts: FindingParts, responsible = 'a', due = 19) => points(policy, responsible, due, parts);
    expect(of({})).toBe('1');
    expect(of({ severity: 2 })).toBe('1.5');
    expect(of({ severity: 3 })).toBe('2.25');
    expect(of({ source: '中央巡视' })).toBe('1.33');
    expect(of({ source: 'constructor' })).toBe('1');
    expect(of({ recurs: true })).toBe('1.25');
    expect(of({ events: [check(10, 'not_rectified')] })).toBe('1.1');
    expect(of({ severity: 3, source: '中央巡视', recurs: true }, 'a:leader', 5)).toBe('0.7425');
    expect(of({ severity: 2 }, 'a:assist')).toBe('0.75');
  });

  it('have the extra for returned when the latest check says so, even if reported again since', () => {
    const policy = policyWith({ returned: 10 });
    expect(points(policy, 'a', 12, { events: [check(10, 'not_rectified'), report(15)] })).toBe('1.1');
    expect(points(policy, 'a', 12, { events: [check(10, 'not_rectified'), check(11, 'partial')] })).toBe('1');
    expect(points(policy, 'a', 12, { events: [check(20, 'not_rectified')] })).toBe('1');
  });

  it.each([
    [19, '1'],
    [18, '1'],
    [13, '1'],
    [12, '1.07'],
    [6, '1.07'],
    [5, '1.14'],
  ])('have the extra for whole weeks overdue: due on the %dth, cutoff on the 19th', (due, expected) => {
    expect(points(policyWith({ overduePerWeek: 7 }), 'a', due)).toBe(expected);
  });

  it('are nothing for what is pending or not due', () => {
    expect(points(contractPolicy, 'a', 12, { events: [report(12)] })).toBe('0');
    expect(points(contractPolicy, 'a', 20)).toBe('0');
  });

  it('add up exactly, where floats do not', () => {
    const policy = policyWith({ severity: { 1: 10, 2: 10, 3: 10 } });
    const round = input(19, { policy, findings: findings(3, 'a', 12) });
    expect(formatPoints(lineOf(round).standing.points)).toBe('0.3');
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 1, max: 999 }), (severity, role) => {
        const weights = { severity: { 1: severity, 2: 0, 3: 0 }, role: { lead: role, assist: 0, leader: 0 } };
        const line = lineOf(input(19, { policy: policyWith(weights), findings: findings(7, 'a', 12) }));
        expect(BigInt(line.standing.points)).toBe(7n * BigInt(severity) * BigInt(role));
      }),
      { seed: 912, numRuns: 50 },
    );
  });
});

describe('points beside the findings', () => {
  it('are added for tasks behind schedule and absences, the same for every role, and are 0 by default', () => {
    const facts = {
      cadres: [cadre('a'), cadre('b')],
      tasks: [task(10000, 1, 10, { of: ['a', 'b:assist'] })],
      absences: [absence('a', 10), absence('a', 11)],
    };
    expect(lineOf(input(19, facts)).standing).toMatchObject({ behindTasks: 1, absences: 2, points: 0 });
    const policy = policyWith(
      { role: { lead: 100, assist: 50, leader: 0 } },
      { taskBehind: 150, absence: 5 },
    );
    expect(formatPoints(lineOf(input(19, { ...facts, policy })).standing.points)).toBe('1.6');
    expect(formatPoints(lineOf(input(19, { ...facts, policy }), 'b').standing.points)).toBe('1.5');
  });
});
