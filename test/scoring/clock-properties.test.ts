// Properties of clocks and history over random rounds: delay keeps no one in, history never makes lighter, all of it
// lapses.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, type Day } from '../../src/domain/days/day.ts';
import { type PastLine, type Standing, weightOf } from '../../src/domain/round.ts';
import { raiseByHistory } from '../../src/scoring/history.ts';
import { tierReached, tryTiers } from '../../src/scoring/measure.ts';
import { planRound } from '../../src/scoring/plan-round.ts';
import type { RoundInput } from '../../src/scoring/round-input.ts';
import { randomLedger } from '../reference/random-ledger.ts';
import { contractPolicy, sept } from '../support/build.ts';
import { roundInputs } from '../support/from-reference.ts';

const RUNS = { seed: 20180912, numRuns: 150 };

/** The rounds of random ledgers, without decisions; all of their policies have limits here. */
const rounds: readonly RoundInput[] = Array.from({ length: 30 }, (_, place) =>
  randomLedger(9000 + place, { weeks: 5 }),
)
  .flatMap((ledger) => [...roundInputs(ledger.steps, ledger.policy)])
  .map(({ input }, place): RoundInput => {
    const duties = { ...input.policy.duties, checkWithin: 1 + (place % 9), ruleWithin: 1 + (place % 7) };
    return { ...input, policy: { ...input.policy, duties }, decisions: new Map() };
  });
const anyRound = fc.nat(rounds.length - 1).map((place) => rounds[place] as RoundInput);

const standings = (round: RoundInput): Map<string, Standing> =>
  new Map(planRound(round).lines.map(({ standing }) => [standing.cadre.cadreNo, standing]));

describe("the office's delay", () => {
  it('keeps nobody in: without what is late everybody is where they are', () => {
    let seen = 0;
    fc.assert(
      fc.property(anyRound, (round) => {
        for (const { standing, reasons } of planRound(round).lines) {
          if (standing.latePending === 0) continue;
          const late = new Set(
            reasons.findings.flatMap((each) => (each.late.length > 0 ? [each.findingId] : [])),
          );
          expect(late.size).toBe(standing.latePending);
          const findings = [...round.findings].filter((each) => !late.has(each.id));
          const without = standings({ ...round, findings }).get(standing.cadre.cadreNo);
          const { nowIn, inBy, measure, movement } = standing;
          expect(without).toMatchObject({ nowIn, inBy, measure, movement, latePending: 0 });
          seen += 1;
        }
      }),
      RUNS,
    );
    expect(seen).toBeGreaterThan(20);
  });

  it('ends every wait: long afterwards all that is pending is late, and only what counts keeps anybody in', () => {
    let pending = 0;
    fc.assert(
      fc.property(anyRound, (round) => {
        const cutoff = addDays(round.cutoff, 400);
        for (const { standing } of planRound({ ...round, cutoff, tasks: [], absences: [] }).lines) {
          expect(standing.latePending).toBe(standing.pending);
          if (standing.counted === 0) expect(standing.nowIn).toBe(false);
          pending += standing.pending;
        }
      }),
      RUNS,
    );
    expect(pending).toBeGreaterThan(20);
  });
});

const histories = fc
  .array(
    fc.record({
      back: fc.integer({ min: 1, max: 900 }),
      movement: fc.constantFrom('enter' as const, 'exit' as const, 'stay' as const),
      latePending: fc.constantFrom(0, 0, 1),
    }),
    { maxLength: 8 },
  )
  .map((lines) => lines.sort((left, right) => right.back - left.back));

const linesBefore = (
  cutoff: Day,
  lines: readonly {
    readonly back: number;
    readonly movement: PastLine['movement'];
    readonly latePending: number;
  }[],
) =>
  lines.map(
    ({ back, movement, latePending }): PastLine => ({
      cutoff: addDays(cutoff, -back),
      movement,
      latePending,
    }),
  );

describe('history', () => {
  const raising = fc.record({
    months: fc.integer({ min: 1, max: 18 }),
    entries: fc.constantFrom(0, 2, 3),
    rounds: fc.constantFrom(0, 2, 3),
  });

  it('never makes a lighter measure by another entry or more rounds running, and changes nobody else', () => {
    let heavier = 0;
    const cases = fc.record({
      round: anyRound,
      who: fc.nat(),
      lines: histories,
      more: fc.integer({ min: 1, max: 900 }),
      running: fc.nat(3),
      raising,
    });
    fc.assert(
      fc.property(cases, ({ round, who, lines, more, running, raising: { months, entries, rounds: at } }) => {
        const history = { windowMonths: months, raiseAtEntries: entries, raiseAtRounds: at };
        const policy = { ...round.policy, history };
        const all = [...standings(round).keys()];
        const chosen = all[who % Math.max(1, all.length)];
        const past = linesBefore(round.cutoff, lines);
        const entry: PastLine = { cutoff: addDays(round.cutoff, -more), movement: 'enter', latePending: 0 };
        const longer = [...past, entry].sort((left, right) => (left.cutoff < right.cutoff ? -1 : 1));
        const of = (own: readonly PastLine[], extra: number): Map<string, Standing> => {
          const before = new Map(
            [...(round.previous?.lines ?? [])].map(([key, line]) => [
              key,
              key === chosen && line.nowIn ? { ...line, roundsIn: line.roundsIn + extra } : line,
            ]),
          );
          const previous = round.previous && { ...round.previous, lines: before };
          return standings({ ...round, policy, previous, pastLines: (each) => (each === chosen ? own : []) });
        };
        const [then, now] = [of(past, 0), of(longer, running)];
        for (const [cadreNo, was] of then) {
          const is = now.get(cadreNo);
          if (cadreNo !== chosen) {
            expect(is).toEqual(was);
            continue;
          }
          expect(weightOf(is?.measure ?? 'none')).toBeGreaterThanOrEqual(weightOf(was.measure));
          expect(is?.nowIn).toBe(was.nowIn);
          heavier += weightOf(is?.measure ?? 'none') - weightOf(was.measure);
        }
      }),
      { ...RUNS, numRuns: 400 },
    );
    expect(heavier).toBeGreaterThan(3);
  });

  it('lapses: an entry counts until the day before the one that is named, and no later', () => {
    const policy = (windowMonths: number) => ({
      ...contractPolicy,
      history: { windowMonths, raiseAtEntries: 2, raiseAtRounds: 0 },
    });
    fc.assert(
      fc.property(histories, fc.integer({ min: 1, max: 18 }), fc.nat(364), (lines, months, day) => {
        const cutoff = addDays(sept(1), day);
        const past = linesBefore(cutoff, lines);
        const entriesAt = (on: Day) => {
          const asked = { cutoff: on, policy: policy(months), before: null, pastLines: () => past };
          return raiseByHistory(tryTiers(0, contractPolicy), null, asked, true).history?.entries ?? [];
        };
        for (const { on, lapsesOn } of entriesAt(cutoff)) {
          expect(lapsesOn > cutoff).toBe(true);
          expect(entriesAt(addDays(lapsesOn, -1)).map((each) => each.on)).toContain(on);
          expect(entriesAt(lapsesOn).map((each) => each.on)).not.toContain(on);
        }
        const last =
          entriesAt(cutoff)
            .map((each) => each.lapsesOn)
            .sort()
            .at(-1) ?? cutoff;
        expect(entriesAt(last)).toEqual([]);
        // Who enters then is at their first entry.
        const tiers = tryTiers(20_000, contractPolicy);
        const first = { cutoff: last, policy: policy(months), before: null, pastLines: () => past };
        expect(raiseByHistory(tiers, tierReached(tiers), first, false).raisedBy).toBe('');
      }),
      { ...RUNS, numRuns: 400 },
    );
  });
});
