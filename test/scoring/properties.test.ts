// Properties of planRound over random rounds: what must hold whatever the facts.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { onRoster, ranks } from '../../src/domain/cadre.ts';
import { addDays, type Day, daysBetween } from '../../src/domain/days/day.ts';
import type { Finding, FindingEvent, FindingNo } from '../../src/domain/findings/finding.ts';
import { grounds } from '../../src/domain/findings/finding.ts';
import { compareEvents, stateAt } from '../../src/domain/findings/history.ts';
import type { Policy } from '../../src/domain/policy.ts';
import { type Decision, measures, type Standing, weightOf } from '../../src/domain/round.ts';
import { planRound } from '../../src/scoring/plan-round.ts';
import type { RoundInput } from '../../src/scoring/round-input.ts';
import { randomLedger } from '../reference/random-ledger.ts';
import { nextId } from '../support/build.ts';
import { columnsOf, roundInputs } from '../support/from-reference.ts';

const RUNS = { seed: 20180912, numRuns: 150 };

/** The rounds of forty random ledgers; a case takes one of them and changes something in it. */
const rounds: readonly RoundInput[] = Array.from({ length: 40 }, (_, place) =>
  randomLedger(7000 + place, { weeks: 5 }),
)
  .flatMap((ledger) => [...roundInputs(ledger.steps, ledger.policy)])
  .map(({ input }) => input);
const anyRound = fc.nat(rounds.length - 1).map((place) => rounds[place] as RoundInput);

const undecided = (round: RoundInput): RoundInput => ({ ...round, decisions: new Map() });
const columns = (round: RoundInput) => planRound(round).lines.map(columnsOf);

function standings(round: RoundInput): Map<string, Standing> {
  return new Map(planRound(round).lines.map(({ standing }) => [standing.cadre.cadreNo, standing]));
}

const tierOf = ({ policy }: RoundInput, measure: string) =>
  policy.tiers.find((tier) => tier.measure === measure);

/** Calls `each` with everybody's standing before and after a change. */
function compare(before: RoundInput, after: RoundInput, each: (was: Standing, is: Standing) => void): void {
  const then = standings(after);
  for (const [cadreNo, was] of standings(before)) {
    const is = then.get(cadreNo as Standing['cadre']['cadreNo']);
    expect(is).toBeDefined();
    if (is !== undefined) each(was, is);
  }
}

describe('a round', () => {
  it('does not depend on the order of cadres, tasks, absences, or of findings', () => {
    const shuffled = anyRound.chain((round) =>
      fc.record({
        round: fc.constant(round),
        cadres: permuted(round.cadres),
        tasks: permuted(round.tasks),
        absences: permuted(round.absences),
        findings: permuted(round.findings),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ round, ...facts }) => {
        expect(columns({ ...round, ...facts })).toEqual(columns(round));
      }),
      RUNS,
    );
  });

  it('does not ask for rank, managed_by, identity, post, unit, station or name', () => {
    const text = fc.string({ maxLength: 5 });
    const person = fc.record({
      rank: fc.constantFrom(...ranks),
      managedBy: text,
      identity: text,
      post: text,
      unit: text,
      station: text,
      name: text,
    });
    fc.assert(
      fc.property(anyRound, fc.array(person, { minLength: 1, maxLength: 20 }), (round, persons) => {
        const cadres = [...round.cadres].map((each, place) => ({
          ...each,
          ...persons[place % persons.length],
        }));
        expect(columns({ ...round, cadres })).toEqual(columns(round));
      }),
      RUNS,
    );
  });

  it('has everybody at most once, and the words of place and movement agree', () => {
    fc.assert(
      fc.property(anyRound, (round) => {
        const { lines } = planRound(round);
        const all = [...round.cadres];
        const numbers = lines.map((line) => line.standing.cadre.cadreNo);
        expect(new Set(numbers).size).toBe(numbers.length);
        for (const { standing, shown } of lines) {
          const { nowIn, wasIn, movement, inBy, roundsIn, cadre } = standing;
          expect(nowIn).toBe(movement === 'enter' || movement === 'stay');
          expect(wasIn).toBe(movement === 'stay' || movement === 'exit' || movement === 'departed');
          expect(inBy === '').toBe(!nowIn);
          expect(roundsIn > 0).toBe(nowIn);
          expect(movement === 'departed').toBe(!onRoster(cadre, round.cutoff));
          if (wasIn || nowIn) expect(shown).toBe(true);
          if (inBy === 'kept') expect(wasIn).toBe(true);
          if (inBy === 'tier') expect(tierOf(round, standing.measure)?.inCircle).toBe(true);
        }
        expect(all.filter((each) => onRoster(each, round.cutoff) && !numbers.includes(each.cadreNo))).toEqual(
          [],
        );
      }),
      RUNS,
    );
  });
});

describe('one more counted finding', () => {
  it('never makes a lighter measure, never lets out, never commends, and concerns nobody else', () => {
    const one = fc.record({
      round: anyRound,
      who: fc.nat(),
      late: fc.nat(30),
      severity: fc.constantFrom(1, 2, 3),
    });
    fc.assert(
      fc.property(one, ({ round, who, late, severity }) => {
        const cadres = [...round.cadres].filter((each) => onRoster(each, round.cutoff));
        const cadreNo = cadres[who % cadres.length]?.cadreNo;
        fc.pre(cadreNo !== undefined && round.policy.count.weights.role.lead > 0 && isSteady(round.policy));
        const more: Finding = {
          id: 2 ** 40,
          findingNo: 'more' as FindingNo,
          source: '省委巡视',
          severity: severity as 1,
          foundOn: addDays(round.cutoff, -60),
          dueOn: addDays(round.cutoff, -late),
          recurs: false,
          named: [{ cadreNo, role: 'lead' as const }],
          events: [],
          dispatches: [],
        };
        const before = undecided(round);
        compare(before, { ...before, findings: [...before.findings, more] }, (was, is) => {
          if (was.cadre.cadreNo !== cadreNo) {
            expect(is).toEqual(was);
            return;
          }
          expect(is.counted).toBe(was.counted + 1);
          expect(weightOf(is.measure)).toBeGreaterThanOrEqual(weightOf(was.measure));
          expect(is.points).toBeGreaterThanOrEqual(was.points);
          if (round.policy.exit.require.includes('no_counted_findings') && was.wasIn)
            expect(is.nowIn).toBe(true);
          expect(is.commended).toBe(false);
        });
      }),
      RUNS,
    );
  });
});

describe('an objection or a report', () => {
  // Who is let out by it would be let out by what a policy does not ask for: the default asks that nothing is pending.
  const asking = rounds
    .filter(({ policy }) => policy.exit.require.includes('no_counted_findings') && isSteady(policy))
    .map(undecided);
  const oneMore = fc
    .record({
      round: fc.nat(asking.length - 1).map((place) => asking[place] as RoundInput),
      place: fc.nat(),
      day: fc.nat(),
      who: fc.nat(),
      what: fc.constantFrom('report', ...grounds),
      praised: fc.boolean(),
    })
    .map((drawn) => ({ ...drawn, changed: withOneMore(drawn) }))
    .filter(({ changed }) => changed !== undefined);

  it('never pushes anybody in, never lets anybody out, never makes a commendation', () => {
    let suspended = 0;
    fc.assert(
      fc.property(oneMore, ({ changed }) => {
        if (changed === undefined) return;
        compare(changed.before, changed.after, (was, is) => {
          expect(Number(is.nowIn)).toBeLessThanOrEqual(Number(was.nowIn));
          expect(weightOf(is.measure)).toBeLessThanOrEqual(weightOf(was.measure));
          // The office's delay keeps no one in: what is late may let out.
          if (was.wasIn && is.latePending === was.latePending) expect(is.movement).toBe(was.movement);
          expect(Number(is.commended)).toBeLessThanOrEqual(Number(was.commended));
          expect(is.counted + is.pending).toBe(was.counted + was.pending);
          suspended += is.pending - was.pending;
        });
      }),
      { ...RUNS, numRuns: 300 },
    );
    expect(suspended).toBeGreaterThan(20);
  });
});

/**
 * Whether a heavier tier is never outside the circle where a lighter one is inside: else more points may let somebody out,
 * and so below what the history makes of the lighter tier.
 */
function isSteady({ tiers }: Policy): boolean {
  const inside = tiers.findIndex((tier) => tier.inCircle);
  return inside < 0 || tiers.slice(inside).every((tier) => tier.inCircle);
}

/**
 * A round without and with one more report or objection on an outstanding finding; undefined when there is no place for
 * one. When `praised`, only this finding keeps those responsible from a commendation.
 */
function withOneMore(drawn: {
  readonly round: RoundInput;
  readonly place: number;
  readonly day: number;
  readonly who: number;
  readonly what: string;
  readonly praised: boolean;
}): { readonly before: RoundInput; readonly after: RoundInput } | undefined {
  const { round, place, day, who, what, praised } = drawn;
  const findings = [...round.findings];
  const open = findings.filter(
    (each) => each.foundOn <= round.cutoff && stateAt(each, LAST).settled === null,
  );
  const of = open[place % Math.max(1, open.length)];
  if (of === undefined) return undefined;
  const on = addDays(of.foundOn, day % (daysBetween(of.foundOn, round.cutoff) + 1));
  const id = nextId() + 2 ** 40;
  const there = [...stateAt(of, on).responsible.keys()];
  const cadreNo = there[who % Math.max(1, there.length)];
  if (cadreNo === undefined) return undefined;
  const event: FindingEvent =
    what === 'report'
      ? { kind: 'report', id, seq: id, on, progress: 'done' }
      : { kind: 'objection', id, seq: id, on, cadreNo, ground: what as 'facts' };
  const changed = { ...of, events: [...of.events, event].sort(compareEvents) };
  if (!praised) {
    const after = { ...round, findings: findings.map((each) => (each === of ? changed : each)) };
    return { before: round, after };
  }
  const alone = { ...round, tasks: [], absences: [], previous: null };
  const rectified = Array.from({ length: round.policy.commend.rectifiedAtLeast }, () =>
    rectifiedLike(of, round),
  );
  return {
    before: { ...alone, findings: [of, ...rectified] },
    after: { ...alone, findings: [changed, ...rectified] },
  };
}

const LAST = '2999-12-31' as Day;

/** A finding of those who are responsible for another at the cutoff, rectified in time on the day of the cutoff. */
function rectifiedLike(of: Finding, { cutoff }: RoundInput): Finding {
  const id = nextId() + 2 ** 40;
  const named = [...stateAt(of, cutoff).responsible].map(([cadreNo, role]) => ({ cadreNo, role }));
  const check: FindingEvent = { kind: 'check', id, seq: id, on: cutoff, result: 'rectified', by: '督查组' };
  return { ...of, id, dueOn: null, named, events: [check], dispatches: [] };
}

describe('a decision', () => {
  it('changes one line only, and on it only what it settles', () => {
    const decided = fc.record({
      round: anyRound,
      who: fc.nat(),
      commended: fc.option(fc.boolean()),
      measure: fc.option(fc.nat()),
    });
    fc.assert(
      fc.property(decided, ({ round, who, commended, measure }) => {
        const before = undecided(round);
        const there = [...standings(before).values()].filter((each) => each.movement !== 'departed');
        const cadreNo = there[who % there.length]?.cadre.cadreNo;
        fc.pre(cadreNo !== undefined && (measure !== null || commended !== null));
        const possible = measures.filter(
          (each) => each === 'none' || round.policy.tiers.some((tier) => tier.measure === each),
        );
        const decision: Decision = {
          measure: measure === null ? null : (possible[measure % possible.length] ?? null),
          commended,
          by: '党委会',
          reason: '研究',
        };
        const after = {
          ...before,
          decisions: new Map([[cadreNo as Standing['cadre']['cadreNo'], decision]]),
        };
        compare(before, after, (was, is) => {
          if (was.cadre.cadreNo !== cadreNo) {
            expect(is).toEqual(was);
            return;
          }
          const { measure: settled, step, nowIn, inBy, movement, roundsIn, commended: praised } = is;
          const open = { measure: settled, step, nowIn, inBy, movement, roundsIn, commended: praised };
          const { decidedBy, decisionReason } = is;
          expect(is).toEqual({ ...was, ...open, decidedBy, decisionReason });
          if (decision.measure === null) expect(is).toMatchObject({ measure: was.measure, nowIn: was.nowIn });
          if (decision.commended !== null) expect(praised).toBe(decision.commended);
        });
        const others = (round_: RoundInput) => columns(round_).filter((line) => line.cadre_no !== cadreNo);
        expect(others(after)).toEqual(others(before));
      }),
      RUNS,
    );
  });
});

function permuted<T>(items: Iterable<T>): fc.Arbitrary<T[]> {
  const all = [...items];
  return fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length });
}
