// Properties of central work and of looking ahead, over random tasks and random rounds (issue 5).
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWorkingDay, shippedCalendar } from '../../src/domain/days/calendar.ts';
import { addDays, type Day } from '../../src/domain/days/day.ts';
import { planBackwards } from '../../src/domain/work/plan-backwards.ts';
import type { Milestone, ProgressEntry, Task } from '../../src/domain/work/task.ts';
import { planRound } from '../../src/scoring/plan-round.ts';
import type { RoundInput } from '../../src/scoring/round-input.ts';
import { behindSince, doneBy, plannedAt, plannedBy, taskAt } from '../../src/scoring/tasks.ts';
import { wayOut } from '../../src/scoring/way-out.ts';
import { randomLedger } from '../reference/random-ledger.ts';
import { progress, sept, task } from '../support/build.ts';
import { roundInputs } from '../support/from-reference.ts';

const RUNS = { seed: 20180912, numRuns: 300 };
const START = 1;
const SPAN = 30;

/** A task of September with milestones or without, and progress that never falls; some entries have a mark. */
const anyTask: fc.Arbitrary<Task> = fc
  .record({
    target: fc.integer({ min: 1, max: 9_999 }),
    days: fc.integer({ min: 0, max: SPAN }),
    steps: fc.uniqueArray(fc.record({ at: fc.nat(SPAN), share: fc.integer({ min: 1, max: 100 }) }), {
      maxLength: 4,
      selector: (step) => step.at,
    }),
    entries: fc.array(
      fc.record({
        on: fc.integer({ min: -3, max: SPAN + 10 }),
        more: fc.nat(4_000),
        mark: fc.constantFrom(null, null, true, false),
      }),
      { maxLength: 6 },
    ),
    cancelled: fc.option(fc.integer({ min: 1, max: SPAN }), { freq: 8 }),
  })
  .map(({ target, days, steps, entries, cancelled }) => {
    const milestones: Milestone[] = [];
    for (const { at, share } of [...steps].sort((a, b) => a.at - b.at)) {
      const amount = Math.ceil((target * share) / 100);
      const last = milestones.at(-1);
      if (at <= days && (last === undefined || amount > last.amount))
        milestones.push({ on: sept(START + at), amount });
    }
    let done = 0;
    const progressed: ProgressEntry[] = [...entries]
      .sort((a, b) => a.on - b.on)
      .map(({ on, more, mark }) => {
        done += more;
        return progress(START + on, done, mark);
      });
    return task(target, START, START + days, {
      milestones,
      progress: progressed,
      cancelledOn: cancelled === null ? null : sept(cancelled),
    });
  });
const anyDay = fc.integer({ min: -5, max: SPAN + 15 }).map((date) => sept(START + date));

describe('a task', () => {
  it('has a plan that never falls with time, and never passes the target', () => {
    fc.assert(
      fc.property(anyTask, anyDay, fc.nat(20), (of, day, later) => {
        const [now, then] = [plannedBy(of, day), plannedBy(of, addDays(day, later))];
        expect(now.amount * then.over <= then.amount * now.over).toBe(true);
        expect(then.amount <= BigInt(of.target) * then.over).toBe(true);
      }),
      RUNS,
    );
  });

  it('is never further behind when more is done', () => {
    fc.assert(
      fc.property(anyTask, anyDay, fc.nat(5), fc.nat(3_000), (of, day, from, more) => {
        const richer = {
          ...of,
          progress: of.progress.map((entry, at) =>
            at >= from ? { ...entry, done: entry.done + more } : entry,
          ),
        };
        const [was, is] = [taskAt(of, day), taskAt(richer, day)];
        expect(Math.max(0, is.planned - is.done)).toBeLessThanOrEqual(Math.max(0, was.planned - was.done));
        if (was.behind === null) expect(is.behind).toBeNull();
        if (was.behind !== 'amount') expect(is.behind).toBe(was.behind);
      }),
      RUNS,
    );
  });

  it('is behind since the first day from which it was so without interruption', () => {
    fc.assert(
      fc.property(anyTask, anyDay, (of, cutoff) => {
        let since: Day | null = null;
        for (let day = cutoff; day >= sept(-60) && taskAt(of, day).behind !== null; day = addDays(day, -1))
          since = day;
        expect(behindSince(of, cutoff)).toBe(since);
      }),
      RUNS,
    );
  });

  it('planned backwards rises strictly from start to deadline, on working days, and ends with the target', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 99_999 }),
        fc.nat(400),
        fc.integer({ min: 1, max: 12 }),
        (target, days, steps) => {
          const startOn = sept(START);
          const dueOn = addDays(startOn, days);
          const plan = planBackwards({ startOn, dueOn, target }, steps, shippedCalendar);
          if (plan.milestones === undefined) {
            expect(plan.tooMany === 'days' ? steps > plan.workingDays : target < steps).toBe(true);
            return;
          }
          const of = task(target, START, START + days, { milestones: plan.milestones });
          expect(plan.milestones.at(-1)).toEqual({ on: dueOn, amount: target });
          expect(plan.milestones).toHaveLength(steps);
          for (const [at, milestone] of plan.milestones.entries()) {
            const before = plan.milestones[at - 1];
            expect(milestone.on >= startOn && milestone.on <= dueOn).toBe(true);
            if (before !== undefined)
              expect(milestone.on > before.on && milestone.amount > before.amount).toBe(true);
            if (at < steps - 1) expect(isWorkingDay(milestone.on, shippedCalendar)).toBe(true);
            expect(plannedAt(of, milestone.on)).toBe(milestone.amount);
            // Never more is asked for than the even share, rounded up to a whole unit.
            expect(milestone.amount * steps).toBeLessThan(target * (at + 1) + 100 * steps);
          }
          expect(doneBy(of, dueOn)).toBe(0);
        },
      ),
      RUNS,
    );
  });
});

describe('the way out of the circle', () => {
  const rounds: readonly RoundInput[] = Array.from({ length: 30 }, (_, place) =>
    randomLedger(9000 + place, { weeks: 5 }),
  )
    .flatMap((ledger) => [...roundInputs(ledger.steps, ledger.policy)])
    .map(({ input }) => ({ ...input, decisions: new Map() }));
  const without = (
    round: RoundInput,
    findings: ReadonlySet<string>,
    tasks: ReadonlySet<string>,
  ): RoundInput => ({
    ...round,
    findings: [...round.findings].filter((each) => !findings.has(each.findingNo)),
    tasks: [...round.tasks].filter((each) => !tasks.has(each.taskNo)),
  });
  const isIn = (round: RoundInput, cadreNo: string) =>
    planRound(round).lines.find(({ standing }) => standing.cadre.cadreNo === cadreNo)?.standing.nowIn;

  it('leads out, with nothing in it that could be left; where there is none, nothing leads out', () => {
    let [out, none] = [0, 0];
    for (const round of rounds) {
      for (const { standing, reasons } of planRound(round).lines) {
        if (!standing.nowIn) continue;
        const due = {
          findings: reasons.findings.filter((each) => each.outcome !== 'not_counted'),
          tasks: reasons.tasks,
        };
        const way = wayOut(standing, due, round.policy);
        const { cadreNo } = standing.cadre;
        if (!way.possible) {
          none += 1;
          const all = without(
            round,
            new Set(due.findings.map((each) => each.findingNo)),
            new Set(due.tasks.map((each) => each.taskNo)),
          );
          expect(isIn(all, cadreNo)).toBe(true);
          continue;
        }
        out += 1;
        expect(isIn(without(round, new Set(way.findings), new Set(way.tasks)), cadreNo)).toBe(false);
        if (standing.wasIn || way.findings.length + way.tasks.length === 0) continue;
        // Of what weighs anything, one fewer of the heaviest would not be enough.
        const heaviest = [
          ...due.findings.map((each) => ({
            points: each.points?.total ?? 0,
            finding: each.findingNo as string,
          })),
          ...due.tasks.map((each) => ({
            points: round.policy.count.taskBehind * 100,
            task: each.taskNo as string,
          })),
        ].sort((left, right) => right.points - left.points);
        const fewer = heaviest.slice(0, way.findings.length + way.tasks.length - 1);
        const left = without(
          round,
          new Set(fewer.map((each) => ('finding' in each ? each.finding : ''))),
          new Set(fewer.map((each) => ('task' in each ? each.task : ''))),
        );
        expect(isIn(left, cadreNo)).toBe(true);
      }
    }
    expect(out).toBeGreaterThan(100);
    expect(none).toBeGreaterThan(0);
  });

  it('is none when a named person decided', () => {
    const standing = planRound(rounds[0] as RoundInput).lines[0]?.standing;
    if (standing === undefined) throw new Error('no line');
    const decided = { ...standing, nowIn: true, inBy: 'decision' as const };
    expect(wayOut(decided, { findings: [], tasks: [] }, (rounds[0] as RoundInput).policy)).toEqual({
      possible: false,
      findings: [],
      tasks: [],
    });
  });
});
