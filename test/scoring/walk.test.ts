// All histories of up to five events on one finding and two cadres: each state names its duties, their days and commands.
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../src/domain/days/day.ts';
import type { Finding, FindingEvent, ObjectionEvent } from '../../src/domain/findings/finding.ts';
import { compareEvents } from '../../src/domain/findings/history.ts';
import { firstRefused } from '../../src/domain/findings/validity.ts';
import { dutiesOfFinding, type FindingDuty } from '../../src/scoring/finding-duties.ts';
import { planRound } from '../../src/scoring/plan-round.ts';
import {
  cadre,
  check,
  contractPolicy,
  extension,
  finding,
  input,
  no,
  objection,
  people,
  previousRound,
  reassignment,
  report,
  ruling,
  sept,
} from '../support/build.ts';
import { expectedDuties, expectedWaits } from '../support/walk.ts';

const [A, B] = ['a', 'b'] as const;
const MOST = 5;
const LIMITS = { checkWithin: 3, ruleWithin: 4 };
const PERSONS = people({ [A]: '甲一', [B]: '乙二' });
const POLICY = { ...contractPolicy, duties: { ...contractPolicy.duties, ...LIMITS } };
const FIRST = 2;
/** Long after every event and limit. */
const LATER = sept(60);

/** The finding before any event: of `a`, with `b` assisting, due on the fourth. */
const start = finding([A, `${B}:assist`], 4);
const alone = finding([A], 4);

/** What may happen next, on a day. */
function next(of: Finding, day: number): FindingEvent[] {
  const raised = of.events.filter((each): each is ObjectionEvent => each.kind === 'objection');
  const ruled = new Set(of.events.flatMap((each) => (each.kind === 'ruling' ? [each.objection] : [])));
  return [
    report(day),
    check(day, 'rectified'),
    check(day, 'not_rectified'),
    extension(day, day + 3),
    objection(day, A, 'facts'),
    objection(day, A, 'not_mine'),
    objection(day, B, 'facts'),
    reassignment(day, A, B),
    ...raised
      .filter((each) => !ruled.has(each.id))
      .flatMap((each) =>
        (['upheld', 'released', 'dismissed'] as const).map((word) => ruling(day, each, word)),
      ),
  ];
}

/** Every finding that some events lead to, each with the day of its last event. */
function* reachable(
  of: Finding,
  day: number,
  left: number,
): Generator<{ readonly of: Finding; readonly day: Day }> {
  yield { of, day: sept(day - 1) };
  if (left === 0) return;
  for (const event of next(of, day)) {
    const then = { ...of, events: [...of.events, event] };
    if (firstRefused(then, PERSONS) === undefined) yield* reachable(then, day + 1, left - 1);
  }
}

/** What settles a duty: the event that its command records, with one result or another. */
function settles(of: Finding, duty: FindingDuty, day: number, way: number): FindingEvent {
  const { command } = duty;
  const given = (option: string): string | undefined => command[command.indexOf(option) + 1];
  if (duty.kind === 'check') {
    expect(command.slice(0, 3)).toEqual(['finding', 'check', of.findingNo]);
    return check(day, way % 2 === 0 ? 'not_rectified' : 'rectified');
  }
  expect(command.slice(0, 5)).toEqual(['finding', 'rule', of.findingNo, '--cadre', duty.cadreNo]);
  const meant = expectedWaits(of.events, of.named, LATER).objections.filter(
    (each) =>
      each.cadreNo === given('--cadre') &&
      (!command.includes('--ground') ||
        (each.ground === given('--ground') && each.on === given('--raised-on'))),
  );
  // The command says which objection is meant.
  expect(meant.length).toBe(1);
  return ruling(
    day,
    meant[0] ?? { id: 0 },
    (['dismissed', 'released', 'upheld'] as const)[way % 3] ?? 'dismissed',
  );
}

describe.each([
  ['of two cadres', start],
  ['of one of two cadres', alone],
])('a finding %s', (_, begin) => {
  it('owes exactly what waits, by its day, and its commands settle it until nothing is owed', () => {
    let states = 0;
    const kinds = { check: 0, rule: 0 };
    for (const { of, day } of reachable(begin, FIRST, MOST)) {
      states += 1;
      let now = of;
      let on = day;
      for (let way = states; ; way += 1) {
        const duties = dutiesOfFinding(now, on, LIMITS);
        const plain = duties.map(({ command: __, ...duty }) => duty);
        // A duty without a match would be reported once in a hundred thousand states: compared as texts, for speed.
        const wanted = expectedDuties(now.events, now.named, on, LIMITS);
        if (JSON.stringify(plain) !== JSON.stringify(wanted)) expect(plain).toEqual(wanted);
        const duty = duties[way % Math.max(1, duties.length)];
        if (duty === undefined) break;
        kinds[duty.kind] += 1;
        on = addDays(on, 1);
        const date = Math.round((Date.parse(on) - Date.parse(sept(0))) / 86_400_000);
        const event = settles(now, duty, date, way);
        now = { ...now, events: [...now.events, event].sort(compareEvents) };
        const refused = firstRefused(now, PERSONS);
        if (refused !== undefined) expect(refused).toBeUndefined();
      }
    }
    expect(states).toBeGreaterThan(1_000);
    expect(Math.min(kinds.check, kinds.rule)).toBeGreaterThan(500);
  });

  it('that the office leaves alone keeps nobody in, and is late from the day after', () => {
    let [late, inTime] = [0, 0];
    const cadres = [cadre(A), cadre(B)];
    const previous = previousRound({ [A]: {}, [B]: {} }, { cutoff: sept(1), closedAt: 0 });
    const lines = (of: Finding, cutoff: number) =>
      planRound(input(cutoff, { policy: POLICY, cadres, findings: [of], previous })).lines;
    for (const { of, day } of reachable(begin, FIRST, MOST - 1)) {
      if (dutiesOfFinding(of, day, LIMITS).length === 0) continue;
      for (const { standing } of lines(of, 60)) {
        const { cadre: who, counted, pending, latePending, nowIn } = standing;
        expect(latePending, `${who.cadreNo} ${JSON.stringify(of.events)}`).toBe(pending);
        expect(nowIn).toBe(counted > 0);
      }
      const last = dutiesOfFinding(of, day, LIMITS).map((each) => each.due ?? '');
      const firstDue = [...last].sort()[0] ?? '';
      const date = Math.round((Date.parse(firstDue) - Date.parse(sept(0))) / 86_400_000);
      if (firstDue < day) continue;
      const latest = (cutoff: number) =>
        lines(of, cutoff).reduce((sum, each) => sum + each.standing.latePending, 0);
      expect(latest(date)).toBe(0);
      inTime += 1;
      late += latest(date + 1);
    }
    expect(inTime).toBeGreaterThan(100);
    expect(late).toBeGreaterThan(50);
  });
});

it('knows its cadres', () => expect([no(A), no(B)]).toEqual([A, B]));
