// Which events are valid at their place: each refusal of section 3 once, its near miss, and random valid histories.
import { describe, expect, it } from 'vitest';
import type { Finding, FindingEvent } from '../../../src/domain/findings/finding.ts';
import { faultsOf, firstRefused } from '../../../src/domain/findings/validity.ts';
import { randomLedger } from '../../reference/random-ledger.ts';
import {
  check,
  dispatch,
  extension,
  type FindingParts,
  finding,
  objection,
  people,
  reassignment,
  report,
  ruling,
  sept,
} from '../../support/build.ts';
import { peopleFrom, roundInputs } from '../../support/from-reference.ts';

const roster = people({ a: '甲一', b: '乙二', c: '丙三', d: '丁四', e: '戊五' });
const problemOf = (of: Finding) => firstRefused(of, roster)?.problem.code ?? '';

/** The code of the first refusal in a finding of `a` (lead) and `b` (assist), found on the 3rd, due on the 12th. */
function refused(events: readonly FindingEvent[], parts: FindingParts = {}): string {
  return problemOf(finding(['a', 'b:assist'], 12, { found: 3, ...parts, events }));
}
const refusedWithout = (events: readonly FindingEvent[], parts: FindingParts = {}) =>
  problemOf(finding('a', null, { found: 3, ...parts, events }));

describe('days', () => {
  it('are not before the finding was found', () => {
    expect(refused([report(2)])).toBe('event_before_found');
    expect(refused([report(3)])).toBe('');
  });

  it('are not after the finding is settled, that day included', () => {
    expect(refused([check(5, 'rectified'), report(6)])).toBe('event_after_settled');
    expect(refused([check(5, 'rectified'), report(5), check(5, 'partial')])).toBe('');
    expect(refused([check(5, 'rectified'), check(5, 'rectified')])).toBe('event_after_settled');
    const raised = objection(4, 'a');
    expect(refused([raised, check(5, 'rectified'), ruling(5, raised, 'dismissed')])).toBe(
      'event_after_settled',
    );
    expect(refused([raised, ruling(5, raised, 'upheld'), report(6)])).toBe('event_after_settled');
    expect(refused([raised, ruling(5, raised, 'dismissed'), report(6)])).toBe('');
  });

  it('names the event that may not stand', () => {
    const late = report(6);
    const found = firstRefused(finding('a', 12, { events: [late, check(5, 'rectified')] }), roster);
    expect(found?.event).toBe(late);
    expect(found?.problem.values).toMatchObject({
      event: { term: 'event.report' },
      on: sept(6),
      status: { term: 'status.rectified' },
      settled_on: sept(5),
    });
  });
});

describe('extensions', () => {
  it('are granted on or before the deadline in force, to a later day', () => {
    expect(refused([extension(12, 13)])).toBe('');
    expect(refused([extension(13, 20)])).toBe('extension_too_late');
    expect(refused([extension(10, 12)])).toBe('extension_not_later');
    expect(refused([extension(10, 15), extension(15, 16)])).toBe('');
    expect(refused([extension(10, 15), extension(15, 15)])).toBe('extension_not_later');
    expect(refused([reassignment(9, 'b', 'c', 8), extension(9, 20)])).toBe('extension_too_late');
  });

  it('need a deadline', () => {
    expect(refusedWithout([extension(5, 20)])).toBe('extension_without_deadline');
    expect(refusedWithout([extension(5, 20)], { dispatches: [dispatch(5, 10)] })).toBe('');
    expect(refusedWithout([reassignment(4, 'a', 'c', 10), extension(5, 20)])).toBe('');
  });
});

describe('reassignments', () => {
  it('pass a part from one who has it to one who has none', () => {
    expect(refused([reassignment(5, 'c', 'd')])).toBe('reassignment_from_not_responsible');
    expect(refused([reassignment(5, 'a', 'b')])).toBe('reassignment_to_responsible');
    expect(refused([reassignment(5, 'a', 'a')])).toBe('reassignment_to_responsible');
    expect(refused([reassignment(5, 'a', 'c'), reassignment(6, 'a', 'd')])).toBe(
      'reassignment_from_not_responsible',
    );
    expect(refused([reassignment(5, 'a', 'c'), reassignment(6, 'c', 'a')])).toBe('');
  });

  it('may set a deadline at any time, not before the finding was found', () => {
    expect(refused([reassignment(20, 'a', 'c', 3)])).toBe('');
    expect(refused([reassignment(20, 'a', 'c', 2)])).toBe('deadline_before_found');
  });
});

describe('objections', () => {
  it('are raised by one of the responsible on that day', () => {
    expect(refused([objection(5, 'b')])).toBe('');
    expect(refused([objection(5, 'c')])).toBe('objection_not_responsible');
    expect(refused([reassignment(5, 'b', 'c'), objection(5, 'c')])).toBe('');
    expect(refused([reassignment(5, 'b', 'c'), objection(5, 'b')])).toBe('objection_not_responsible');
    const raised = objection(5, 'b');
    const released = [raised, ruling(6, raised, 'released')];
    expect(refused([...released, objection(7, 'b')])).toBe('objection_not_responsible');
  });

  it('are ruled once, after they are raised', () => {
    const raised = objection(5, 'a');
    expect(refused([raised, ruling(5, raised, 'dismissed')])).toBe('');
    expect(refused([raised, ruling(4, raised, 'dismissed')])).toBe('ruling_before_objection');
    expect(refused([ruling(6, raised, 'dismissed')])).toBe('ruling_without_objection');
    expect(refused([raised, ruling(6, raised, 'dismissed'), ruling(7, raised, 'dismissed')])).toBe(
      'ruling_without_objection',
    );
  });
});

describe('four eyes', () => {
  const raised = objection(5, 'a');

  it.each<[string, (by: string) => FindingEvent[]]>([
    ['check', (by) => [check(6, 'partial', by)]],
    ['extension', (by) => [extension(6, 20, by)]],
    ['ruling', (by) => [raised, ruling(6, raised, 'dismissed', by)]],
  ])('hold for a %s', (_, events) => {
    expect(refused(events('督查组'))).toBe('');
    expect(refused(events('d'))).toBe('');
    expect(refused(events('b'))).toBe('four_eyes');
    expect(refused(events('甲 一'))).toBe('four_eyes_name');
    expect(refused(events('督查组（甲一）'))).toBe('person_contains');
    expect(refused(events('甲站长'))).toBe('person_surname');
    expect(refused(events('外:甲一（县纪委）'))).toBe('');
    expect(refused(events('e'))).toBe('');
    expect(refused(events('督查组;b'))).toBe('four_eyes');
    expect(refused([reassignment(5, 'b', 'c'), ...events('b')])).toBe('four_eyes');
    expect(refused([reassignment(5, 'b', 'c'), ...events('c')])).toBe('four_eyes');
    expect(refused([...events('c'), reassignment(7, 'b', 'd')])).toBe('');
    expect(refused([...events('督查组;c'), reassignment(7, 'b', 'c')])).toBe('reassignment_to_actor');
    expect(refused([...events('丙三'), reassignment(7, 'b', 'c')])).toBe('reassignment_to_actor');
  });

  it('hold for a reassignment, which none of the responsible signs, nor who takes over', () => {
    const signed = (by: string) => refused([reassignment(6, 'b', 'c', null, 1, by)]);
    expect(['移交组', 'd', '丁四'].map(signed)).toEqual(['', '', '']);
    expect(['a', 'b', '移交组、a'].map(signed)).toEqual(['four_eyes', 'four_eyes', 'four_eyes']);
    expect(['乙二', '移交组（乙二）'].map(signed)).toEqual(['four_eyes_name', 'person_contains']);
    expect(['c', '丙三'].map(signed)).toEqual(['reassignment_signed_by_new', 'four_eyes_name']);
    const back = [reassignment(6, 'b', 'c', null, 1), reassignment(7, 'c', 'b', 20, 2, 'b')];
    expect(refused(back)).toBe('four_eyes');
  });

  it('do not hold for who was released, until a part passes to them', () => {
    const own = objection(4, 'b');
    const released = [own, ruling(5, own, 'released')];
    expect(refused([...released, check(6, 'partial', 'b')])).toBe('');
    expect(refused([...released, reassignment(6, 'a', 'b'), check(6, 'partial', 'b')])).toBe('four_eyes');
    expect(refused([...released, check(6, 'partial', 'a')])).toBe('four_eyes');
  });

  it('do not judge again what is recorded', () => {
    const of = finding(['a', 'b:assist'], 12, { found: 3, events: [check(6, 'partial', '丙三')] });
    const renamed = people({ a: '丙三', b: '乙二', c: '甲一', d: '丁四' });
    expect(firstRefused(of, renamed)?.problem.code).toBe('four_eyes_name');
    const standing = faultsOf(of, renamed);
    expect(firstRefused(of, renamed, standing)).toBeUndefined();
    const added = { ...of, events: [...of.events, check(7, 'partial', 'a')] };
    expect(firstRefused(added, renamed, standing)?.problem.code).toBe('four_eyes');
  });

  it('keep who gave the latest check from ruling', () => {
    const rule = (by: string) => ruling(8, raised, 'dismissed', by);
    const [first, second] = [check(6, 'partial', '督查甲'), check(7, 'partial', '督查乙;d')];
    expect(refused([raised, first, second, rule('督查乙')])).toBe('ruling_by_checker');
    expect(refused([raised, first, second, rule('丁四')])).toBe('ruling_by_checker');
    expect(refused([raised, first, second, rule('督查甲')])).toBe('');
    expect(refused([raised, rule('督查甲'), check(9, 'partial', '督查甲')])).toBe('');
  });
});

describe('valid histories', () => {
  it('stand: those that the reference makes are refused nowhere', () => {
    let events = 0;
    for (let seed = 40; seed < 58; seed += 1) {
      const ledger = randomLedger(seed, { undo: seed % 3 === 0 });
      for (const { input, facts } of roundInputs(ledger.steps, ledger.policy)) {
        const known = peopleFrom(facts);
        for (const of of input.findings) {
          expect(firstRefused(of, known)).toBeUndefined();
          events += of.events.length;
        }
      }
    }
    expect(events).toBeGreaterThan(2000);
  });
});
