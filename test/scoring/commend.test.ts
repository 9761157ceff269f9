// Commendation (contract, section 3, "Commended"): enough rectified in the window, all of it in time, nothing left open.
import { describe, expect, it } from 'vitest';
import type { FindingEvent } from '../../src/domain/findings/finding.ts';
import { stateAt } from '../../src/domain/findings/history.ts';
import { rectifiedFor } from '../../src/scoring/commend.ts';
import {
  cadre,
  check,
  contractPolicy,
  extension,
  finding,
  findings,
  type InputParts,
  input,
  lineOf,
  policyWith,
  previousRound,
  reassignment,
  report,
  sept,
  task,
} from '../support/build.ts';

const commended = (parts: InputParts, cadreNo = 'a') => lineOf(input(19, parts), cadreNo).standing.commended;
const done = (...events: FindingEvent[]) => finding('a', 12, { events });
const two = () => findings(2, 'a', 12, { events: [check(12, 'rectified')] });

describe('commended', () => {
  it('is who has as many rectified as the policy asks', () => {
    expect(commended({ findings: two() })).toBe(true);
    expect(commended({ findings: two().slice(1) })).toBe(false);
    const policy = policyWith({}, {}, { commend: { rectifiedAtLeast: 3 } });
    expect(commended({ findings: two(), policy })).toBe(false);
    expect(commended({ policy: policyWith({}, {}, { commend: { rectifiedAtLeast: 0 } }) })).toBe(true);
  });

  it('is nobody with anything counted, pending or behind, with a measure, or in the circle', () => {
    expect(commended({ findings: [...two(), finding('a', 19)] })).toBe(false);
    expect(commended({ findings: [...two(), finding('a', 19, { events: [report(10)] })] })).toBe(false);
    expect(commended({ findings: two(), tasks: [task(100, 1, 10)] })).toBe(false);
    expect(commended({ findings: [...two(), finding('a', 20)] })).toBe(true);
    const kept = { previous: previousRound({ a: {} }), tasks: [task(100, 1, 10)] };
    expect(commended({ ...kept, findings: findings(2, 'a', 15, { events: [check(15, 'rectified')] }) })).toBe(
      false,
    );
  });

  it('may be a member who leaves with prompt rectification', () => {
    const round = {
      previous: previousRound({ a: {} }),
      findings: findings(2, 'a', 15, { events: [check(15, 'rectified')] }),
    };
    expect(lineOf(input(19, round)).standing).toMatchObject({ movement: 'exit', commended: true });
  });

  it('asks that all rectified in the window was in time', () => {
    expect(commended({ findings: [...two(), done(check(13, 'rectified'))] })).toBe(false);
  });

  it('takes rectifications of the window: the day is that of the check', () => {
    const previous = previousRound({}, { closedAt: 50 });
    const at = (date: number, seq: number) =>
      findings(2, 'a', 25, { events: [check(date, 'rectified', '督查组', seq)] });
    expect(commended({ previous, findings: at(12, 50) })).toBe(false);
    expect(commended({ previous, findings: at(12, 51) })).toBe(true);
    expect(commended({ previous, findings: at(13, 1) })).toBe(true);
    expect(commended({ previous, findings: at(20, 60) })).toBe(false);
    const reportedBefore = findings(2, 'a', 25, {
      events: [report(10), check(13, 'rectified', '督查组', 1)],
    });
    expect(commended({ previous, findings: reportedBefore })).toBe(true);
  });

  it('is for who was responsible on the day of the check, with weight', () => {
    const events = [reassignment(10, 'a', 'b'), check(12, 'rectified')];
    const parts = { cadres: [cadre('a'), cadre('b')], findings: findings(2, 'a', 12, { events }) };
    expect(commended(parts)).toBe(false);
    expect(commended(parts, 'b')).toBe(true);
    expect(commended({ findings: findings(2, 'a:leader', 12, { events: [check(12, 'rectified')] }) })).toBe(
      false,
    );
  });

  it('does not take withdrawn findings for rectified ones', () => {
    expect(commended({ findings: [finding('a', 12), finding('a', 12)] })).toBe(false);
  });
});

describe('what a rectified finding says', () => {
  const saidOf = (of: ReturnType<typeof finding>) =>
    rectifiedFor(of, stateAt(of, sept(19)), sept(19), null, contractPolicy).map((each) => each.cadreNo);

  it('is one reason for each cadre with weight, and none when it was not rectified', () => {
    expect(saidOf(finding(['a', 'b:leader', 'c:assist'], 12, { events: [check(12, 'rectified')] }))).toEqual([
      'a',
      'c',
    ]);
    expect(saidOf(finding('a', 12, { events: [check(12, 'partial')] }))).toEqual([]);
  });
});

describe('day of completion', () => {
  const inTime = (...events: FindingEvent[]) => {
    const [reason] = lineOf(input(19, { findings: [done(...events)] })).reasons.rectified;
    return `${reason?.completedOn.slice(8)} ${reason?.inTime}`;
  };

  it('is the latest report done before the rectifying check and after any earlier check, else the check', () => {
    expect(inTime(check(13, 'rectified'))).toBe('13 false');
    expect(inTime(report(11), check(13, 'rectified'))).toBe('11 true');
    expect(inTime(report(10), report(12), check(13, 'rectified'))).toBe('12 true');
    expect(inTime(report(12), report(13, 'partly'), check(14, 'rectified'))).toBe('12 true');
    expect(inTime(report(10), check(11, 'partial'), check(13, 'rectified'))).toBe('13 false');
    expect(inTime(report(10), check(11, 'partial'), report(12), check(13, 'rectified'))).toBe('12 true');
    // Within a day reports come before checks, and the rectifying check comes last.
    expect(inTime(check(13, 'rectified'), report(13))).toBe('13 false');
    expect(inTime(report(12), check(12, 'partial'), check(12, 'rectified'))).toBe('12 true');
  });

  it('is held against the deadline in force on that day', () => {
    expect(inTime(extension(12, 14), report(14), check(15, 'rectified'))).toBe('14 true');
    const none = finding('a', null, { events: [check(15, 'rectified')] });
    expect(lineOf(input(19, { findings: [none] })).reasons.rectified[0]).toMatchObject({
      deadline: null,
      inTime: true,
    });
    const moved = finding(['a', 'b'], 12, {
      events: [report(11), reassignment(12, 'b', 'c', 10), check(13, 'rectified')],
    });
    expect(lineOf(input(19, { findings: [moved] })).reasons.rectified[0]).toMatchObject({
      completedOn: sept(11),
      deadline: sept(12),
      inTime: true,
    });
  });
});
