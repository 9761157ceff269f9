// A finding's history at a day: order of events, state, deadline in force, responsible; held against the reference.
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../../src/domain/days/day.ts';
import type { Finding, FindingEvent, Status } from '../../../src/domain/findings/finding.ts';
import { statusAt } from '../../../src/domain/findings/finding-status.ts';
import {
  compareEvents,
  deadlineInForce,
  everResponsible,
  stateAt,
} from '../../../src/domain/findings/history.ts';
import { findingHistories } from '../../reference/finding.ts';
import { randomLedger } from '../../reference/random-ledger.ts';
import * as reference from '../../reference/reference.ts';
import {
  check,
  dispatch,
  extension,
  finding,
  objection,
  reassignment,
  report,
  ruling,
  sept,
} from '../../support/build.ts';
import { findingFrom, roundInputs } from '../../support/from-reference.ts';

const status = (of: Finding, date: number): Status => statusAt(of, stateAt(of, sept(date)), sept(date));
const deadline = (of: Finding, date: number) => deadlineInForce(of, stateAt(of, sept(date)), sept(date));
const with_ = (...events: FindingEvent[]) => finding(['a', 'b:assist'], 12, { events });

describe('order of events', () => {
  it('is by day, then by kind with rectified last of the checks, then by recording', () => {
    const raised = objection(10, 'a');
    const inOrder: FindingEvent[] = [
      report(9),
      reassignment(10, 'a', 'c'),
      extension(10, 20),
      raised,
      report(10),
      report(10, 'partly'),
      check(10, 'not_rectified'),
      check(10, 'partial'),
      check(10, 'rectified'),
      ruling(10, raised, 'dismissed'),
      reassignment(11, 'c', 'd'),
    ];
    expect(inOrder.toReversed().sort(compareEvents)).toEqual(inOrder);
    const late = check(10, 'rectified', '督查组', 1);
    expect([...inOrder, late].sort(compareEvents).indexOf(late)).toBe(8);
    const [one, two] = [report(10, 'done', 7), report(10, 'done', 7)];
    expect([two, one].sort(compareEvents)).toEqual([one, two]);
  });
});

describe('a finding at a day', () => {
  it('goes through its states', () => {
    const raised = objection(7, 'a', 'facts');
    const of = finding('a', 12, {
      dispatches: [dispatch(3, 12)],
      events: [
        report(4, 'partly'),
        report(5),
        check(6, 'partial'),
        raised,
        ruling(8, raised, 'dismissed'),
        report(9),
        check(10, 'rectified'),
      ],
    });
    const states = Array.from({ length: 10 }, (_, place) => status(of, place + 2));
    expect(states).toEqual([
      ...['registered', 'dispatched', 'dispatched', 'reported', 'returned', 'objected', 'returned'],
      ...['reported', 'rectified', 'rectified'],
    ]);
  });

  it('is withdrawn by an objection upheld, and objections still pending lapse when it is settled', () => {
    const [first, second] = [objection(5, 'a'), objection(6, 'b')];
    const of = with_(first, second, ruling(8, first, 'upheld'));
    expect([4, 5, 7, 8].map((date) => status(of, date))).toEqual([
      'registered',
      'objected',
      'objected',
      'withdrawn',
    ]);
    expect(stateAt(of, sept(8)).pendingObjections).toEqual([]);
    const rectified = with_(first, check(8, 'rectified'));
    expect(status(rectified, 8)).toBe('rectified');
    expect(stateAt(rectified, sept(8)).pendingObjections).toEqual([]);
  });

  it('is objected while any objection waits', () => {
    const [first, second] = [objection(5, 'a'), objection(6, 'b')];
    const of = with_(first, second, ruling(8, first, 'released'));
    expect(status(of, 9)).toBe('objected');
    expect([...stateAt(of, sept(9)).responsible]).toEqual([['b', 'assist']]);
    expect(everResponsible(stateAt(of, sept(7)))).toEqual(new Set(['a', 'b']));
    expect(everResponsible(stateAt(of, sept(9)))).toEqual(new Set(['b']));
  });
});

describe('deadline in force', () => {
  it('is that of the latest extension or reassignment, else due_on, else of the first order', () => {
    expect(deadline(with_(), 30)).toBe(sept(12));
    const of = with_(extension(10, 15), reassignment(13, 'a', 'c', 14), extension(14, 20));
    expect([9, 10, 12, 13, 14].map((date) => deadline(of, date))).toEqual([12, 15, 15, 14, 20].map(sept));
    expect(deadline(with_(reassignment(10, 'a', 'c')), 12)).toBe(sept(12));
  });

  it('of two on one day is that of the later recorded, whatever their kinds', () => {
    expect(deadline(with_(reassignment(10, 'a', 'c', 14, 8), extension(10, 16, 'x', 9)), 12)).toBe(sept(16));
    expect(deadline(with_(reassignment(10, 'a', 'c', 14, 9), extension(10, 16, 'x', 8)), 12)).toBe(sept(14));
    expect(deadline(with_(extension(10, 14, 'x', 8), extension(10, 16, 'x', 9)), 12)).toBe(sept(16));
    expect(deadline(with_(reassignment(10, 'a', 'c', 14, 9), extension(9, 16, 'x', 10)), 12)).toBe(sept(14));
  });

  it('comes from the first order by the day when nothing else gives one', () => {
    const [first, second, same] = [dispatch(5, 11), dispatch(6, 10), dispatch(5, 9)];
    const of = finding('a', null, { dispatches: [second, same, first] });
    expect([4, 5, 7].map((date) => deadline(of, date))).toEqual([null, sept(11), sept(11)]);
    expect(deadline(finding('a', 12, { dispatches: [first] }), 7)).toBe(sept(12));
  });
});

describe('responsible', () => {
  it('passes on with the role, and back', () => {
    const of = with_(reassignment(5, 'b', 'c'), reassignment(7, 'c', 'b'));
    const at = (date: number) => [...stateAt(of, sept(date)).responsible].join(' ');
    expect([at(4), at(5), at(7)]).toEqual(['a,lead b,assist', 'a,lead c,assist', 'a,lead b,assist']);
    expect(everResponsible(stateAt(of, sept(9)))).toEqual(new Set(['a', 'b', 'c']));
  });
});

describe('the reference', () => {
  it('says the same of every finding on every day of random histories', () => {
    const seen = new Map<Status, number>();
    for (let seed = 900; seed < 916; seed += 1) {
      const ledger = randomLedger(seed, { undo: seed % 2 === 0, weeks: 4 });
      const last = [...roundInputs(ledger.steps, ledger.policy)].at(-1);
      if (last === undefined) continue;
      for (const history of findingHistories(last.facts, last.now).values()) {
        const ours = findingFrom(history);
        for (let day = '2018-08-20' as Day; day < '2018-10-10'; day = addDays(day, 1)) {
          const state = stateAt(ours, day);
          const ourStatus = statusAt(ours, state, day);
          expect(ourStatus).toBe(reference.referenceStatus(history, day));
          expect(deadlineInForce(ours, state, day) ?? undefined).toBe(
            reference.deadlineInForce(history, day),
          );
          expect(new Map(state.responsible)).toEqual(reference.responsibleAt(history, day));
          seen.set(ourStatus, (seen.get(ourStatus) ?? 0) + 1);
        }
      }
    }
    expect([...seen.keys()].sort()).toEqual(
      ['registered', 'dispatched', 'reported', 'returned', 'objected', 'rectified', 'withdrawn'].sort(),
    );
  });
});
