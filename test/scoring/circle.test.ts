// Measure, step, circle, movement, decisions (contract, section 3, "Measure", "Circle", "Decision").
import { describe, expect, it } from 'vitest';
import type { Policy } from '../../src/domain/policy.ts';
import type { Measure, Standing } from '../../src/domain/round.ts';
import { stepFrom } from '../../src/scoring/measure.ts';
import { planRound } from '../../src/scoring/plan-round.ts';
import {
  cadre,
  check,
  contractPolicy,
  finding,
  findings,
  type InputParts,
  input,
  lineOf,
  policyWith,
  previousRound,
  report,
  sept,
  task,
} from '../support/build.ts';

const standing = (parts: InputParts): Standing => lineOf(input(19, parts)).standing;
const inBefore = { previous: previousRound({ a: { roundsIn: 3 } }) };

describe('measure', () => {
  it.each([
    [0, 'none'],
    [1, 'self_criticism'],
    [2, 'reminder_talk'],
    [3, 'reminder_talk'],
    [4, 'admonition_talk'],
    [9, 'admonition_talk'],
  ])('of %d findings is %s', (count, measure) => {
    expect(standing({ findings: findings(count, 'a', 12) }).measure).toBe(measure);
  });

  it('is the last tier that the points reach, to the hundredth', () => {
    const policy = policyWith(
      { severity: { 1: 149, 2: 150, 3: 151 } },
      {},
      { tiers: [{ measure: 'reminder_talk', atLeast: 150, inCircle: true }] },
    );
    const measureOf = (severity: 1 | 2 | 3) =>
      standing({ policy, findings: [finding('a', 12, { severity })] }).measure;
    expect([measureOf(1), measureOf(2), measureOf(3)]).toEqual(['none', 'reminder_talk', 'reminder_talk']);
  });

  it('comes with each tier tried and what is missing', () => {
    const { tiers } = lineOf(input(19, { findings: findings(3, 'a', 12) })).reasons;
    expect(tiers.map((tier) => [tier.measure, tier.reached, tier.missing])).toEqual([
      ['self_criticism', true, 0],
      ['reminder_talk', true, 0],
      ['admonition_talk', false, 10000],
    ]);
  });
});

describe('step', () => {
  it.each<[Measure, Measure, string]>([
    ['none', 'none', ''],
    ['none', 'self_criticism', 'new'],
    ['self_criticism', 'admonition_talk', 'raised'],
    ['reminder_talk', 'reminder_talk', 'continued'],
    ['admonition_talk', 'self_criticism', 'lowered'],
    ['admonition_talk', 'none', 'cleared'],
  ])('from %s to %s is "%s"', (before, now, step) => {
    expect(stepFrom(before, now)).toBe(step);
  });

  it('compares settled measures; no line counts as none', () => {
    const previous = previousRound({ a: { measure: 'self_criticism', nowIn: false, roundsIn: 0 } });
    expect(standing({ previous, decisions: { a: { measure: 'admonition_talk' } } }).step).toBe('raised');
    expect(standing({ previous, findings: findings(1, 'a', 12) }).step).toBe('continued');
    expect(standing({ previous: previousRound({}), findings: findings(1, 'a', 12) }).step).toBe('new');
  });
});

describe('circle', () => {
  it('is entered by a tier in the circle only', () => {
    expect(standing({ findings: findings(1, 'a', 12) })).toMatchObject({
      wasIn: false,
      nowIn: false,
      inBy: '',
      movement: 'outside',
      roundsIn: 0,
    });
    expect(standing({ findings: findings(2, 'a', 12) })).toMatchObject({
      wasIn: false,
      nowIn: true,
      inBy: 'tier',
      movement: 'enter',
      roundsIn: 1,
    });
  });

  it('keeps a member while an exit requirement is not met', () => {
    const kept = { wasIn: true, nowIn: true, inBy: 'kept', movement: 'stay', roundsIn: 4 };
    expect(standing({ ...inBefore, findings: findings(1, 'a', 12) })).toMatchObject(kept);
    const reported = finding('a', 12, { events: [report(12)] });
    expect(standing({ ...inBefore, findings: [reported] })).toMatchObject({ ...kept, pending: 1, points: 0 });
    expect(standing({ ...inBefore, tasks: [task(100, 1, 10)] })).toMatchObject({ ...kept, behindTasks: 1 });
    expect(standing(inBefore)).toMatchObject({ nowIn: false, inBy: '', movement: 'exit', roundsIn: 0 });
  });

  it('does not let a requirement push anybody in', () => {
    expect(standing({ tasks: [task(100, 1, 10)] })).toMatchObject({ nowIn: false, movement: 'outside' });
  });

  it('asks what the policy requires, and with an empty list only the tiers', () => {
    const requiring = (...require: Policy['exit']['require'][number][]) => ({
      ...inBefore,
      policy: policyWith({}, {}, { exit: { require } }),
    });
    const one = findings(1, 'a', 19);
    expect(standing({ ...requiring(), findings: one }).movement).toBe('exit');
    expect(standing({ ...requiring('no_overdue_findings'), findings: one }).movement).toBe('exit');
    expect(standing({ ...requiring('no_overdue_findings'), findings: findings(1, 'a', 18) }).movement).toBe(
      'stay',
    );
    expect(standing({ ...requiring('no_counted_findings'), tasks: [task(100, 1, 10)] }).movement).toBe(
      'exit',
    );
    expect(standing({ ...requiring(), findings: findings(2, 'a', 12) })).toMatchObject({ inBy: 'tier' });
  });

  it('tells what stands against each requirement', () => {
    const round = input(19, { ...inBefore, findings: findings(2, 'a', 12), tasks: [task(100, 1, 10)] });
    expect(lineOf(round).reasons.requirements).toEqual([
      { requirement: 'no_counted_findings', met: false, against: 2 },
      { requirement: 'central_tasks_on_schedule', met: false, against: 1 },
    ]);
  });

  it('gives a member who is off the roster one line that says departed, and nobody else a line', () => {
    const gone = { leftOn: sept(19) };
    const parts = {
      cadres: [cadre('a', gone), cadre('b', gone), cadre('c', gone)],
      previous: previousRound({ a: { roundsIn: 3 }, b: { nowIn: false } }),
      findings: ['a', 'b', 'c'].flatMap((number) => findings(4, number, 12)),
      decisions: { a: { measure: 'admonition_talk', commended: true } as const },
    };
    const { lines } = planRound(input(19, parts));
    expect(lines.map((line) => line.standing)).toEqual([
      {
        cadre: parts.cadres[0],
        counted: 0,
        pending: 0,
        overdue: 0,
        behindTasks: 0,
        absences: 0,
        points: 0,
        measure: 'none',
        step: '',
        wasIn: true,
        nowIn: false,
        inBy: '',
        movement: 'departed',
        roundsIn: 0,
        commended: false,
        proposedMeasure: 'none',
        proposedNowIn: false,
        proposedCommended: false,
        decidedBy: '',
        decisionReason: '',
        raisedBy: '',
        latePending: 0,
      },
    ]);
    expect(lines[0]?.shown).toBe(true);
  });
});

describe('decision', () => {
  const four = findings(4, 'a', 12);

  it('on the measure settles measure and place by its tier alone; the proposal stays', () => {
    const proposed = { proposedMeasure: 'admonition_talk', proposedNowIn: true };
    expect(standing({ findings: four, decisions: { a: { measure: 'reminder_talk' } } })).toMatchObject({
      measure: 'reminder_talk',
      nowIn: true,
      inBy: 'decision',
      movement: 'enter',
      ...proposed,
      decidedBy: '党委会',
      decisionReason: '研究',
    });
    expect(standing({ findings: four, decisions: { a: { measure: 'self_criticism' } } })).toMatchObject({
      measure: 'self_criticism',
      nowIn: false,
      inBy: '',
      movement: 'outside',
      ...proposed,
    });
  });

  it('does not ask the exit requirements', () => {
    const out = standing({ ...inBefore, findings: four, decisions: { a: { measure: 'none' } } });
    expect(out).toMatchObject({
      measure: 'none',
      nowIn: false,
      movement: 'exit',
      roundsIn: 0,
      step: 'cleared',
    });
    const stay = standing({ ...inBefore, decisions: { a: { measure: 'reminder_talk' } } });
    expect(stay).toMatchObject({ nowIn: true, inBy: 'decision', movement: 'stay', roundsIn: 4 });
  });

  it('that confirms says decision too', () => {
    expect(standing({ findings: four, decisions: { a: { measure: 'admonition_talk' } } }).inBy).toBe(
      'decision',
    );
  });

  it('on the commendation settles only that', () => {
    const decided = standing({ findings: four, decisions: { a: { commended: true } } });
    expect(decided).toMatchObject({
      commended: true,
      proposedCommended: false,
      measure: 'admonition_talk',
      nowIn: true,
      inBy: 'tier',
    });
    const rectified = findings(2, 'a', 12, { events: [check(12, 'rectified')] });
    const refused = standing({ findings: rectified, decisions: { a: { commended: false } } });
    expect(refused).toMatchObject({ commended: false, proposedCommended: true });
  });

  it('on the measure decides whether a commendation is proposed no more', () => {
    const rectified = findings(2, 'a', 12, { events: [check(12, 'rectified')] });
    const line = standing({ findings: rectified, decisions: { a: { measure: 'self_criticism' } } });
    expect(line).toMatchObject({ commended: false, proposedCommended: true, nowIn: false });
  });

  it('gives a line to who has nothing else', () => {
    expect(lineOf(input(19)).shown).toBe(false);
    expect(lineOf(input(19, { decisions: { a: { measure: 'none' } } })).shown).toBe(true);
  });
});

describe('policy', () => {
  it('may take self-criticism into the circle', () => {
    const [first, ...others] = contractPolicy.tiers;
    if (first === undefined) throw new Error('no tier');
    const policy = policyWith({}, {}, { tiers: [{ ...first, inCircle: true }, ...others] });
    expect(standing({ policy, findings: findings(1, 'a', 12) })).toMatchObject({ nowIn: true, inBy: 'tier' });
  });
});
