// What is due, pending and counted (contract, section 3, "Due", "pending", "Counted"), sentence by sentence.
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/domain/findings/finding.ts';
import type { Policy } from '../../src/domain/policy.ts';
import {
  cadre,
  check,
  contractPolicy,
  dispatch,
  extension,
  finding,
  input,
  lineOf,
  objection,
  policyWith,
  reassignment,
  report,
  ruling,
  sept,
} from '../support/build.ts';

const CUTOFF = 19;

/** What one finding is for cadre `a` at the cutoff, with the reason. */
function outcome(of: Finding, policy: Policy = contractPolicy, cadreNo = 'a'): string {
  const cadres = [cadre('a'), cadre('b'), cadre('c')];
  const { standing, reasons } = lineOf(input(CUTOFF, { cadres, findings: [of], policy }), cadreNo);
  const reason = reasons.findings[0];
  expect(standing.counted).toBe(reason?.outcome === 'counted' ? 1 : 0);
  expect(standing.pending).toBe(reason?.outcome === 'pending' ? 1 : 0);
  return reason === undefined ? '' : `${reason.outcome}: ${reason.why}`;
}

const outstandingBasis = policyWith({}, { basis: 'outstanding' });

describe('due', () => {
  it.each([
    ['before the cutoff', 18, 'counted: due'],
    ['on the cutoff', 19, 'counted: due'],
    ['after the cutoff', 20, 'not_counted: not_yet_due'],
    ['never', null, 'not_counted: no_deadline'],
  ] as const)('under the default a deadline %s', (_, due, expected) => {
    expect(outcome(finding('a', due))).toBe(expected);
    expect(outcome(finding('a', due), outstandingBasis)).toBe('counted: outstanding');
  });

  it('begins with the day the finding was found', () => {
    expect(outcome(finding('a', 25, { found: 19 }), outstandingBasis)).toBe('counted: outstanding');
    expect(outcome(finding('a', 25, { found: 20 }), outstandingBasis)).toBe('not_counted: found_later');
  });

  it('ends when the finding is rectified or withdrawn by the cutoff, not by an event after it', () => {
    const upheld = (date: number) => {
      const raised = objection(10, 'a', 'facts');
      return [raised, ruling(date, raised, 'upheld')];
    };
    expect(outcome(finding('a', 12, { events: [check(19, 'rectified')] }))).toBe('not_counted: rectified');
    expect(outcome(finding('a', 12, { events: [check(20, 'rectified')] }))).toBe('counted: due');
    expect(outcome(finding('a', 12, { events: upheld(19) }))).toBe('not_counted: withdrawn');
    expect(outcome(finding('a', 12, { events: upheld(20) }))).toBe('pending: objected');
  });

  it('takes the deadline in force at the cutoff', () => {
    expect(outcome(finding('a', 12, { events: [extension(12, 20)] }))).toBe('not_counted: not_yet_due');
    expect(outcome(finding('a', 12, { events: [extension(12, 19)] }))).toBe('counted: due');
    expect(outcome(finding(['a', 'b'], 25, { events: [reassignment(18, 'b', 'c', 19)] }))).toBe(
      'counted: due',
    );
    expect(outcome(finding('a', null, { dispatches: [dispatch(18, 19)] }))).toBe('counted: due');
    expect(outcome(finding('a', null, { dispatches: [dispatch(20, 20)] }))).toBe('not_counted: no_deadline');
  });

  it('asks for a role of weight above 0', () => {
    expect(outcome(finding('a:assist', 12))).toBe('counted: due');
    expect(outcome(finding('a:leader', 12))).toBe('not_counted: no_weight');
    const leaders = policyWith({ role: { lead: 100, assist: 0, leader: 1 } });
    expect(outcome(finding('a:leader', 12), leaders)).toBe('counted: due');
    expect(outcome(finding('a:assist', 12), leaders)).toBe('not_counted: no_weight');
  });

  it('passes with the finding to who is responsible at the cutoff', () => {
    const moved = finding('a', 12, { events: [reassignment(19, 'a', 'b')] });
    expect(outcome(moved)).toBe('not_counted: not_responsible');
    expect(outcome(moved, contractPolicy, 'b')).toBe('counted: due');
    const raised = objection(10, 'a', 'not_mine');
    const released = finding(['a', 'b'], 12, { events: [raised, ruling(19, raised, 'released')] });
    expect(outcome(released)).toBe('not_counted: not_responsible');
    expect(outcome(released, contractPolicy, 'b')).toBe('counted: due');
  });
});

describe('pending by objection', () => {
  const raised = (ground: 'facts' | 'not_mine' | 'deadline' | 'other', date = 19) => [
    objection(date, 'b', ground),
  ];

  it('is for everybody responsible when the ground is facts, else for who raised it', () => {
    const facts = finding(['a', 'b'], 12, { events: raised('facts') });
    expect(outcome(facts)).toBe('pending: objected');
    expect(outcome(facts, contractPolicy, 'b')).toBe('pending: objected');
    for (const ground of ['not_mine', 'deadline', 'other'] as const) {
      const other = finding(['a', 'b'], 12, { events: raised(ground) });
      expect(outcome(other)).toBe('counted: due');
      expect(outcome(other, contractPolicy, 'b')).toBe('pending: objected');
    }
  });

  it('asks only of what is due, and only of objections raised by the cutoff and not ruled by it', () => {
    expect(outcome(finding(['a', 'b'], 20, { events: raised('facts') }))).toBe('not_counted: not_yet_due');
    expect(outcome(finding(['a', 'b'], 12, { events: raised('facts', 20) }))).toBe('counted: due');
    const first = objection(10, 'a');
    const dismissed = (date: number) =>
      finding('a', 12, { events: [first, ruling(date, first, 'dismissed')] });
    expect(outcome(dismissed(19))).toBe('counted: due');
    expect(outcome(dismissed(20))).toBe('pending: objected');
  });

  it('is counted when the policy says so', () => {
    const policy = policyWith({}, { objected: 'count' });
    expect(outcome(finding(['a', 'b'], 12, { events: raised('facts') }), policy)).toBe('counted: due');
  });
});

describe('pending by report', () => {
  it('is what was reported done in time, in the order of events, and not checked since', () => {
    expect(outcome(finding('a', 12, { events: [report(12)] }))).toBe('pending: reported');
    expect(outcome(finding('a', 12, { events: [report(13)] }))).toBe('counted: due');
    expect(outcome(finding('a', 12, { events: [report(11, 'partly')] }))).toBe('counted: due');
    expect(outcome(finding('a', 12, { events: [report(11), report(12, 'not_done')] }))).toBe(
      'pending: reported',
    );
    expect(outcome(finding('a', 12, { events: [report(11), check(11, 'partial')] }))).toBe('counted: due');
    expect(outcome(finding('a', 12, { events: [report(12), check(11, 'not_rectified')] }))).toBe(
      'pending: reported',
    );
    expect(outcome(finding('a', 12, { events: [report(12), check(20, 'partial')] }))).toBe(
      'pending: reported',
    );
  });

  it('holds the report against the deadline in force at the cutoff, and needs none', () => {
    const granted = [extension(12, 15), report(14)];
    expect(outcome(finding('a', 12, { events: granted }))).toBe('pending: reported');
    const moved = [report(12), reassignment(13, 'b', 'c', 11)];
    expect(outcome(finding(['a', 'b'], 12, { events: moved }))).toBe('counted: due');
    expect(outcome(finding('a', null, { events: [report(15)] }), outstandingBasis)).toBe('pending: reported');
  });

  it('is counted when the policy says so', () => {
    const policy = policyWith({}, { reported: 'count' });
    expect(outcome(finding('a', 12, { events: [report(12)] }), policy)).toBe('counted: due');
  });
});

describe('overdue', () => {
  it('counts those of the counted whose deadline is before the cutoff', () => {
    const round = (due: number | null, events: Finding['events'] = [], policy = contractPolicy) =>
      lineOf(input(CUTOFF, { findings: [finding('a', due, { events })], policy })).standing.overdue;
    expect(round(18)).toBe(1);
    expect(round(19)).toBe(0);
    expect(round(null, [], outstandingBasis)).toBe(0);
    expect(round(18, [report(18)])).toBe(0);
  });

  it('tells the reason whole', () => {
    const of = finding('a', 4, { events: [check(10, 'partial')] });
    const [reason] = lineOf(input(CUTOFF, { findings: [of] })).reasons.findings;
    expect(reason).toMatchObject({
      findingNo: of.findingNo,
      role: 'lead',
      status: 'returned',
      deadline: sept(4),
      overdue: true,
      weeksOverdue: 2,
    });
  });
});
