// The plan as a whole: who has a line, in which order, what is left out and said, which reasons arise.
import { describe, expect, it } from 'vitest';
import { planRound } from '../../src/scoring/plan-round.ts';
import type { ReasonSeen } from '../../src/scoring/reasons.ts';
import { randomLedger } from '../reference/random-ledger.ts';
import {
  absence,
  cadre,
  check,
  finding,
  findings,
  type InputParts,
  input,
  no,
  policyWith,
  previousRound,
  report,
  sept,
  task,
} from '../support/build.ts';
import { columnsOf, roundInputs } from '../support/from-reference.ts';

const shown = (parts: InputParts) =>
  planRound(input(19, parts))
    .lines.filter((line) => line.shown)
    .map((line) => line.standing.cadre.cadreNo);
const cadres = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((number) => cadre(number));

describe('lines', () => {
  it('are for who has something, everybody on the roster only when asked', () => {
    const parts: InputParts = {
      cadres,
      findings: [
        finding('a', 12),
        finding('b', 12, { events: [report(12)] }),
        ...findings(2, 'f', 15, { events: [check(15, 'rectified')] }),
        finding('h', 20),
      ],
      tasks: [task(100, 1, 10, { of: ['c'] })],
      absences: [absence('d', 15)],
      previous: previousRound({ e: {} }),
      decisions: { g: { commended: false } },
    };
    expect(shown(parts)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    expect(planRound(input(19, parts)).lines).toHaveLength(8);
  });

  it('come in the circle first, heaviest measure, most points, then by number in code point order', () => {
    const high = '\u{20000}';
    const low = '\uFF21';
    expect(high < low).toBe(true);
    const policy = policyWith({}, { absence: 1 });
    const parts: InputParts = {
      policy,
      cadres: [high, low, 'a', 'b', 'c', 'd'].map((number) => cadre(number)),
      findings: [
        ...findings(4, 'd', 12),
        ...findings(3, 'b', 12),
        ...findings(2, 'c', 12),
        ...[high, low, 'a'].flatMap((number) => findings(1, number, 12)),
      ],
      absences: [absence(high, 10), absence(low, 10)],
      decisions: { d: { measure: 'self_criticism' } },
    };
    expect(shown(parts)).toEqual(['b', 'c', 'd', low, high, 'a']);
  });

  it('are for everybody on the roster: joined by then and not left by then', () => {
    const on = (more: Parameters<typeof cadre>[1]) =>
      planRound(input(19, { cadres: [cadre('a', more)] })).lines.length === 1;
    expect(on({ joinedOn: sept(19) })).toBe(true);
    expect(on({ joinedOn: sept(20) })).toBe(false);
    expect(on({ leftOn: sept(20) })).toBe(true);
    expect(on({ leftOn: sept(19) })).toBe(false);
  });

  it('count nothing of who is off the roster', () => {
    const parts: InputParts = {
      cadres: [cadre('a', { leftOn: sept(10) }), cadre('b')],
      findings: [finding(['a', 'b:assist'], 12)],
      tasks: [task(100, 1, 5)],
      absences: [absence('a', 5)],
    };
    expect(shown(parts)).toEqual(['b']);
  });
});

describe('what is left out', () => {
  it('is said: outstanding findings without a deadline, unless the policy counts them', () => {
    const open = [finding('a', null), finding('a', null, { found: 20 }), finding('a', 25), finding('a', 26)];
    const rectified = finding('a', null, { events: [check(12, 'rectified')] });
    const left = (parts: InputParts) =>
      planRound(input(19, { findings: [...open, rectified], ...parts })).withoutDeadline;
    expect(left({})).toBe(1);
    expect(left({ policy: policyWith({}, { basis: 'outstanding' }) })).toBe(0);
  });

  it('is said: outstanding findings for which nobody with weight on the roster is responsible', () => {
    const open = [finding('a:leader', 12), finding('x', 12), finding(['x', 'a:assist'], 12)];
    const plan = planRound(input(19, { findings: open }));
    expect(plan.withoutResponsible).toEqual(open.slice(0, 2).map((each) => each.findingNo));
  });
});

describe('reasons', () => {
  it('add up to the line', () => {
    let findingsSeen = 0;
    for (let seed = 3000; seed < 3012; seed += 1) {
      const ledger = randomLedger(seed);
      for (const { input: round } of roundInputs(ledger.steps, ledger.policy)) {
        const { taskBehind, absence: perAbsence } = round.policy.count;
        for (const { standing, reasons } of planRound(round).lines) {
          if (standing.movement === 'departed') continue;
          const counted = reasons.findings.filter((each) => each.outcome === 'counted');
          const ofFindings = counted.reduce((sum, each) => sum + (each.points?.total ?? Number.NaN), 0);
          const ofTasks = reasons.tasks.length * taskBehind * 100;
          expect(standing.points).toBe(ofFindings + ofTasks + reasons.absences.length * perAbsence * 100);
          expect(standing).toMatchObject({
            counted: counted.length,
            pending: reasons.findings.filter((each) => each.outcome === 'pending').length,
            overdue: counted.filter((each) => each.overdue).length,
            behindTasks: reasons.tasks.length,
            absences: reasons.absences.length,
          });
          const mine = [...reasons.findings, ...reasons.rectified, ...reasons.tasks, ...reasons.absences];
          expect(mine.every((each) => each.cadreNo === standing.cadre.cadreNo)).toBe(true);
          findingsSeen += counted.length;
        }
      }
    }
    expect(findingsSeen).toBeGreaterThan(500);
  });

  it('are told as they arise, the same whether kept or not, and in the same order for facts in another order', () => {
    const parts: InputParts = {
      cadres,
      findings: [...findings(3, 'a', 12), ...findings(2, 'b', 12, { events: [check(12, 'rectified')] })],
      tasks: [task(100, 1, 10, { of: ['c'] }), task(100, 1, 10, { of: ['a'] })],
      absences: ['d', 'c', 'b', 'a'].map((number) => absence(number, 15)),
    };
    const seen = (more: InputParts, reasonsOf: () => boolean) => {
      const told: ReasonSeen[] = [];
      const plan = planRound(input(19, { ...parts, ...more }), {
        reasonsOf,
        onReason: (each) => told.push(each),
      });
      return { told, plan };
    };
    const kept = seen({}, () => true);
    expect(kept.told.map((each) => each.about)).toEqual([
      ...['finding', 'finding', 'finding', 'rectified', 'rectified', 'task', 'task'],
      ...['absence', 'absence', 'absence', 'absence'],
    ]);
    const unkept = seen({}, () => false);
    const unshared = unkept.told.map((each) => ('shared' in each ? { ...each, shared: false } : each));
    expect(unshared).toEqual(kept.told);
    expect(unkept.plan.lines.map(columnsOf)).toEqual(kept.plan.lines.map(columnsOf));
    expect(unkept.plan.lines.every((line) => line.reasons.findings.length === 0)).toBe(true);
    const turned = {
      cadres: cadres.toReversed(),
      tasks: [...(parts.tasks ?? [])].reverse(),
      absences: [...(parts.absences ?? [])].reverse(),
    };
    expect(seen(turned, () => true).told).toEqual(kept.told);
  });

  it('are kept for some and not for others, of findings that do not count any more too', () => {
    const parts = {
      cadres,
      findings: [finding(['a', 'b:assist'], 12, { events: [check(12, 'rectified')] })],
    };
    const plan = planRound(input(19, parts), { reasonsOf: (cadreNo) => cadreNo === no('a') });
    const kept = plan.lines.filter((line) => line.reasons.findings.length > 0);
    expect(kept.map((line) => line.standing.cadre.cadreNo)).toEqual(['a']);
  });

  it('tell who asks why a finding does not count any more', () => {
    const parts = {
      cadres,
      findings: [finding('a', 12, { events: [check(12, 'rectified')] }), finding('a', 20)],
    };
    const line = planRound(input(19, parts)).lines.find((each) => each.standing.cadre.cadreNo === no('a'));
    expect(line?.reasons.findings.map((each) => each.why)).toEqual(['rectified', 'not_yet_due']);
  });
});
