// Runs of measures over closed rounds: talks owed once until they are held, services, appeals, influence periods.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, type Day } from '../../../src/domain/days/day.ts';
import { type Measure, measures, weightOf } from '../../../src/domain/round.ts';
import {
  influenceOf,
  isActiveOn,
  type MeasureLine,
  type MeasureRound,
  runsOf,
  type TalkAsked,
  talkOf,
} from '../../../src/scoring/measures/runs.ts';
import { appealState, appealUntil, serviceOf } from '../../../src/scoring/measures/served.ts';

const RUNS = { seed: 20180912, numRuns: 300 };
const START = '2018-01-03' as Day;
const cutoffOf = (round: number): Day => addDays(START, 7 * (round - 1));

const roundsOf = (count: number, talkWithin = 14, since = 1): MeasureRound[] =>
  Array.from({ length: count }, (_, at) => ({
    round: at + 1,
    cutoff: cutoffOf(at + 1),
    talkWithin: at + 1 >= since ? talkWithin : 0,
    serveWithin: 0,
  }));

/** Lines from the measures of rounds 1, 2, 3…; `none` is no line. */
const linesOf = (given: readonly Measure[], months = 6): MeasureLine[] =>
  given.flatMap((measure, at) =>
    measure === 'none' ? [] : [{ round: at + 1, cutoff: cutoffOf(at + 1), measure, months }],
  );

const [N, S, R, A] = ['none', 'self_criticism', 'reminder_talk', 'admonition_talk'] as const;
const shapes = (given: readonly Measure[]): string[] =>
  runsOf(roundsOf(given.length), linesOf(given)).map(
    ({ kind, lines, ended }) =>
      `${kind} ${lines.map(({ round }) => round).join(',')}${ended ? ' ended' : ''}`,
  );

describe('runs', () => {
  it.each([
    [[R, R, R], ['talk 1,2,3']],
    [
      [R, A, A],
      ['talk 1 ended', 'talk 2,3'],
    ],
    [[A, R, S, S], ['talk 1,2,3,4']],
    [
      [S, S, R],
      ['self_criticism 1,2 ended', 'talk 3'],
    ],
    [
      [R, N, R],
      ['talk 1 ended', 'talk 3'],
    ],
    [
      [A, R, A],
      ['talk 1,2 ended', 'talk 3'],
    ],
    [[R, N], ['talk 1 ended']],
  ] as const)('%j', (given, expected) => {
    expect(shapes(given)).toEqual(expected);
  });

  const anyMeasures = fc.array(fc.constantFrom(...measures), { minLength: 1, maxLength: 20 });

  it('hold every line once, and none is heavier than the one before it', () => {
    fc.assert(
      fc.property(anyMeasures, (given) => {
        const runs = runsOf(roundsOf(given.length), linesOf(given));
        expect(runs.flatMap((run) => run.lines)).toEqual(linesOf(given));
        for (const { lines } of runs) {
          for (const [at, line] of lines.entries()) {
            const before = lines[at - 1];
            if (before === undefined) continue;
            expect(line.round).toBe(before.round + 1);
            expect(weightOf(line.measure)).toBeLessThanOrEqual(weightOf(before.measure));
          }
        }
      }),
      RUNS,
    );
  });

  it('owe one talk at the most, which a talk for any of their lines settles for good', () => {
    fc.assert(
      fc.property(anyMeasures, fc.nat(), fc.nat({ max: 60 }), (given, place, later) => {
        const rounds = roundsOf(given.length);
        const last = cutoffOf(given.length);
        for (const run of runsOf(rounds, linesOf(given))) {
          const asked: TalkAsked = { on: last, rounds, talkWithin: 14, talks: [], onRoster: true };
          const before = talkOf(run, asked).state;
          expect(before).toBe(
            run.kind === 'self_criticism' ? 'none' : addDays(run.lines[0].cutoff, 14) < last ? 'late' : 'due',
          );
          const line = run.lines[place % run.lines.length] ?? run.lines[0];
          const talks = [{ round: line.round, on: line.cutoff }];
          const after = talkOf(run, { ...asked, talks, on: addDays(last, later) });
          expect(after.state).toBe(run.kind === 'talk' ? 'held' : 'none');
          expect(talkOf(run, { ...asked, onRoster: false }).state).toBe('none');
        }
      }),
      RUNS,
    );
  });
});

describe('talks', () => {
  const [run] = runsOf(roundsOf(2), linesOf([R, R]));
  const asked = { rounds: roundsOf(2), talkWithin: 14, talks: [], onRoster: true };

  it('are late on the day after the last one, counted from the first cutoff', () => {
    if (run === undefined) throw new Error('no run');
    expect(talkOf(run, { ...asked, on: '2018-01-17' as Day })).toEqual({
      state: 'due',
      heldOn: null,
      due: '2018-01-17',
    });
    expect(talkOf(run, { ...asked, on: '2018-01-18' as Day }).state).toBe('late');
    expect(talkOf(run, { ...asked, on: '2018-01-18' as Day, talkWithin: 0 })).toMatchObject({
      state: 'due',
      due: null,
    });
  });

  it('of another run, or held later than the day asked, settle nothing', () => {
    if (run === undefined) throw new Error('no run');
    const on = '2018-01-18' as Day;
    expect(talkOf(run, { ...asked, on, talks: [{ round: 3, on }] }).state).toBe('late');
    expect(talkOf(run, { ...asked, on, talks: [{ round: 2, on: addDays(on, 1) }] }).state).toBe('late');
  });

  it('of runs that ended before the first round under a limit are not owed, those that reach into it are', () => {
    const lines = linesOf([R, N, R, R, N]);
    const state = (since: number): string[] => {
      const rounds = roundsOf(5, 14, since);
      return runsOf(rounds, lines).map((each) => talkOf(each, { ...asked, rounds, on: cutoffOf(9) }).state);
    };
    expect(state(1)).toEqual(['late', 'late']);
    expect(state(4)).toEqual(['none', 'late']);
    expect(state(5)).toEqual(['none', 'none']);
  });
});

describe('influence', () => {
  it('runs from the first line for the months of the heaviest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 24 }), fc.integer({ min: -40, max: 900 }), (months, days) => {
        const [run] = runsOf(roundsOf(3), [
          { round: 1, cutoff: cutoffOf(1), measure: A, months },
          { round: 2, cutoff: cutoffOf(2), measure: R, months: 99 },
        ]);
        if (run === undefined) throw new Error('no run');
        const on = addDays(START, days);
        expect(isActiveOn(run, on)).toBe(on >= START && on < addMonths(START, months));
      }),
      RUNS,
    );
  });

  it('is none without months', () => {
    const [run] = runsOf(roundsOf(1), linesOf([A], 0));
    if (run === undefined) throw new Error('no run');
    expect(influenceOf(run)).toBeNull();
    expect(isActiveOn(run, START)).toBe(false);
  });
});

describe('service', () => {
  const rounds: MeasureRound[] = [1, 2, 3].map((round) => ({
    round,
    cutoff: cutoffOf(round),
    talkWithin: 0,
    serveWithin: round === 1 ? 0 : 5,
  }));
  const asked = { rounds, serveWithin: 5, services: [], onRoster: true };
  const line = (round: number) => ({ round, cutoff: cutoffOf(round) });

  it('is due for the days from the cutoff, then late; served late is told', () => {
    expect(serviceOf(line(2), { ...asked, on: addDays(cutoffOf(2), 5) }).state).toBe('due');
    expect(serviceOf(line(2), { ...asked, on: addDays(cutoffOf(2), 6) }).state).toBe('late');
    const servedOn = addDays(cutoffOf(2), 6);
    expect(serviceOf(line(2), { ...asked, on: servedOn, services: [servedOn] })).toMatchObject({
      state: 'served',
      servedOn,
      servedLate: true,
    });
  });

  it('is not owed for rounds before the first under a limit, nor of who has left', () => {
    const on = cutoffOf(9);
    expect(serviceOf(line(1), { ...asked, on }).state).toBe('none');
    expect(serviceOf(line(2), { ...asked, on, onRoster: false }).state).toBe('none');
    const unlimited = rounds.map((each) => ({ ...each, serveWithin: 0 }));
    const states = [1, 2, 3].map(
      (round) => serviceOf(line(round), { ...asked, rounds: unlimited, serveWithin: 0, on }).state,
    );
    expect(states).toEqual(['none', 'none', 'due']);
  });
});

describe('appeals', () => {
  const day = (text: string): Day => text as Day;

  it('have days from the service only', () => {
    expect(appealUntil(null, 5)).toBeNull();
    expect(appealUntil(day('2018-01-10'), 0)).toBeNull();
    expect(appealUntil(day('2018-01-10'), 5)).toBe('2018-01-15');
  });

  it('are answered within days of the day raised, or of the cutoff closed before they were recorded', () => {
    const at = (on: string) => ({ on: day(on), until: day('2018-01-15'), answerWithin: 10 });
    const appeal = { on: day('2018-01-16'), answer: null };
    expect(appealState(appeal, at('2018-01-26'))).toEqual({
      state: 'pending',
      raisedLate: true,
      since: '2018-01-16',
      due: '2018-01-26',
    });
    expect(appealState(appeal, at('2018-01-27')).state).toBe('overdue');
    const held = { ...appeal, heldSince: day('2018-01-20') };
    expect(appealState(held, at('2018-01-30'))).toMatchObject({ state: 'pending', since: '2018-01-20' });
    const answer = { on: day('2018-01-22'), ruling: 'upheld' } as const;
    expect(appealState({ ...appeal, answer }, at('2018-01-21')).state).toBe('pending');
    expect(appealState({ ...appeal, answer }, at('2018-01-22')).state).toBe('upheld');
  });
});
