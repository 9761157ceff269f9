// The way out of the circle (contract, section 3, "Circle"): what of all that is due has to be settled, and in which order.
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/domain/findings/finding.ts';
import type { Policy } from '../../src/domain/policy.ts';
import type { Task } from '../../src/domain/work/task.ts';
import { lookAt } from '../../src/scoring/count.ts';
import { type WayOut, wayOut } from '../../src/scoring/way-out.ts';
import {
  absence,
  check,
  contractPolicy,
  finding,
  type InputParts,
  input,
  lineOf,
  objection,
  policyWith,
  previousRound,
  report,
  sept,
  task,
} from '../support/build.ts';

const CUTOFF = 19;
const wasIn = { previous: previousRound({ a: {} }) };
const outstanding = policyWith({}, { basis: 'outstanding' });

/** The way out of cadre `a`, who is in the circle. */
function wayOf(policy: Policy, parts: InputParts): WayOut {
  const { standing, reasons } = lineOf(input(CUTOFF, { ...parts, policy }));
  expect(standing.nowIn).toBe(true);
  const findings = reasons.findings.filter((each) => each.outcome !== 'not_counted');
  return wayOut(standing, { findings, tasks: reasons.tasks }, policy);
}

const numbersOf = (...findings: Finding[]) => findings.map((each) => each.findingNo);
const onlyFindings = (...findings: Finding[]): WayOut => ({
  possible: true,
  findings: numbersOf(...findings),
  tasks: [],
});
const onlyTasks = (...tasks: Task[]): WayOut => ({
  possible: true,
  findings: [],
  tasks: tasks.map((each) => each.taskNo),
});

describe('there is none', () => {
  const none = { possible: false, findings: [], tasks: [] };

  it('when a named person decided, whatever might be rectified', () => {
    const decisions = { a: { measure: 'reminder_talk' } } as const;
    expect(wayOf(contractPolicy, { findings: [finding('a', 12)], decisions })).toEqual(none);
  });

  it('when absences alone reach the circle', () => {
    const policy = policyWith({}, { absence: 200 });
    expect(wayOf(policy, { findings: [finding('a', 12)], absences: [absence('a', 12)] })).toEqual(none);
  });
});

describe('the order', () => {
  it('is the heaviest first', () => {
    const policy = policyWith({ severity: { 1: 100, 2: 200, 3: 300 } });
    const findings = [finding('a', 10), finding('a', 12, { severity: 3 }), finding('a', 11, { severity: 2 })];
    expect(wayOf(policy, { findings })).toEqual({
      possible: true,
      tasks: [],
      findings: numbersOf(...findings.slice(1)),
    });
  });

  it('is the soonest due among equal ones, and what has no deadline last', () => {
    const [later, sooner, never] = [finding('a', 12), finding('a', 11), finding('a', null)];
    expect(wayOf(outstanding, { findings: [later, sooner] })).toEqual(onlyFindings(sooner));
    expect(wayOf(outstanding, { findings: [sooner, later] })).toEqual(onlyFindings(sooner));
    expect(wayOf(outstanding, { findings: [never, later] })).toEqual(onlyFindings(later));
  });

  it('is that of the ledger among those due on one day', () => {
    const findings = [finding('a', 12), finding('a', 12)];
    expect(wayOf(contractPolicy, { findings })).toEqual(onlyFindings(...findings.slice(0, 1)));
  });

  it('has tasks, which have no deadline here, behind findings of the same weight, before lighter ones', () => {
    const due = finding('a', 12);
    const behind = task(100, 1, 10);
    expect(wayOf(policyWith({}, { taskBehind: 100 }), { findings: [due], tasks: [behind] })).toEqual(
      onlyFindings(due),
    );
    expect(wayOf(policyWith({}, { taskBehind: 200 }), { findings: [due], tasks: [behind] })).toEqual(
      onlyTasks(behind),
    );
  });
});

describe('of who was in', () => {
  const requiring = (...require: Policy['exit']['require']) => policyWith({}, {}, { exit: { require } });

  it('everything counted or pending is asked for, with the default requirements, and every task', () => {
    const findings = [finding('a', 12), finding('a', 12, { events: [report(11)] })];
    const behind = task(100, 1, 10);
    expect(wayOf(contractPolicy, { ...wasIn, findings, tasks: [behind] })).toEqual({
      possible: true,
      findings: numbersOf(...findings),
      tasks: [behind.taskNo],
    });
  });

  it('what is required is not required of others', () => {
    const pending = finding('a', 10, { events: [report(9)] });
    const findings = [pending, finding('a', 11), finding('a', 12)];
    expect(wayOf(contractPolicy, { findings })).toEqual(onlyFindings(...findings.slice(1, 2)));
  });

  it('only what is counted and overdue is asked for, with that requirement', () => {
    const overdue = finding('a', 18);
    const today = finding('a', 19);
    const pending = finding('a', 18, { events: [objection(10, 'a')] });
    const kept = wayOf(requiring('no_overdue_findings'), { ...wasIn, findings: [today, pending, overdue] });
    expect(kept).toEqual(onlyFindings(overdue));
  });

  it('what is required is taken off the points before anything else is looked for', () => {
    const behind = task(100, 1, 10);
    const policy = policyWith(...([{}, { taskBehind: 100 }] as const), {
      exit: { require: ['central_tasks_on_schedule'] },
    });
    expect(wayOf(policy, { ...wasIn, findings: [finding('a', 12)], tasks: [behind] })).toEqual(
      onlyTasks(behind),
    );
    const overdue = finding('a', 18);
    const heavier = finding('a', 19, { severity: 3 });
    const heavy = policyWith(
      { severity: { 1: 100, 2: 100, 3: 150 } },
      {},
      { exit: { require: ['no_overdue_findings'] } },
    );
    expect(wayOf(heavy, { ...wasIn, findings: [heavier, overdue] })).toEqual(onlyFindings(overdue));
  });
});

describe('overdue', () => {
  const at = (of: Finding) => {
    const { overdue, weeksOverdue } = lookAt(of, sept(CUTOFF));
    return [overdue, weeksOverdue];
  };

  it('is what is outstanding with a deadline before the cutoff, in whole weeks', () => {
    expect(at(finding('a', 5))).toEqual([true, 2]);
    expect(at(finding('a', 6))).toEqual([true, 1]);
    expect(at(finding('a', 13))).toEqual([true, 0]);
    expect(at(finding('a', 19))).toEqual([false, 0]);
    expect(at(finding('a', null))).toEqual([false, 0]);
  });

  it('is nothing that was rectified, or found later', () => {
    expect(at(finding('a', 5, { events: [check(18, 'rectified')] }))).toEqual([false, 0]);
    expect(at(finding('a', 5, { found: 20 }))).toEqual([false, 0]);
  });
});
