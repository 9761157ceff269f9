// Findings to which nothing has happened are judged by what they are alike in: the result is the same as when each is judged
// by itself, in its lines, in what is left out and in every reason.
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/domain/days/day.ts';
import {
  type Finding,
  type FindingNo,
  inRole,
  type Responsible,
  roles,
} from '../../src/domain/findings/finding.ts';
import type { FindingSums } from '../../src/scoring/finding-sums.ts';
import { planRound, type RoundPlan } from '../../src/scoring/plan-round.ts';
import type { PlanOptions, ReasonSeen } from '../../src/scoring/reasons.ts';
import type { FindingsReader, PlanInput, RoundInput } from '../../src/scoring/round-input.ts';
import { isUntouched } from '../../src/scoring/untouched.ts';
import { randomLedger } from '../reference/random-ledger.ts';
import { columnsOf, roundInputs } from '../support/from-reference.ts';

const rounds: readonly RoundInput[] = Array.from({ length: 12 }, (_, place) =>
  randomLedger(8000 + place, { weeks: 3 }),
)
  .flatMap((ledger) => [...roundInputs(ledger.steps, ledger.policy)])
  .map(({ input }) => withLikes(input));

/** The round with findings besides that differ from one another in one thing at a time. */
function withLikes(round: RoundInput): RoundInput {
  const { cutoff } = round;
  const [one, two] = [...round.cadres].map((each) => each.cadreNo);
  if (one === undefined || two === undefined) return round;
  const days = [addDays(cutoff, -30), addDays(cutoff, -1), cutoff, addDays(cutoff, 1)];
  const who: (readonly Responsible[])[] = [
    [],
    ...roles.map((role) => [{ cadreNo: one, role }]),
    [
      { cadreNo: one, role: 'lead' },
      { cadreNo: two, role: 'assist' },
    ],
    [
      { cadreNo: one, role: 'lead' },
      { cadreNo: one, role: 'assist' },
    ],
  ];
  const known = [...round.findings];
  const first = Math.max(0, ...known.map((each) => each.id)) + 1;
  const likes: Omit<Finding, 'id' | 'findingNo'>[] = [];
  for (const source of ['巡视', 'audit']) {
    for (const dueOn of [null, ...days]) {
      for (const severity of [1, 2, 3] as const) {
        for (const recurs of [false, true]) {
          const named = who[likes.length % who.length] ?? [];
          const foundOn = days[likes.length % days.length] ?? cutoff;
          likes.push({ source, severity, foundOn, dueOn, recurs, named, events: [], dispatches: [] });
        }
      }
    }
  }
  // Dispatched first, then as they are, then found another day: what is known of the first must not do for the others.
  const dispatches = [{ id: 1, seq: 1, on: addDays(cutoff, -20), dueOn: addDays(cutoff, 5) }];
  const dispatched = likes.map((each) => ({ ...each, dispatches }));
  const later = likes.map((each, at) => ({ ...each, foundOn: days[(at + 1) % days.length] ?? cutoff }));
  const all = [...dispatched, ...likes, ...later].map((each, place) => {
    const findingNo = `LIKE-${place}` as FindingNo;
    return { ...each, id: first + place, findingNo };
  });
  return { ...round, findings: [...known, ...all] };
}

interface Came {
  readonly lines: readonly unknown[];
  readonly left: Pick<RoundPlan, 'withoutDeadline' | 'withoutResponsible'>;
  readonly told: readonly string[];
}

const told = (seen: ReasonSeen): string =>
  seen.about === 'finding'
    ? JSON.stringify([seen.finding.findingNo, seen.cadreNo, seen.judgement])
    : JSON.stringify(seen.reason);

/** The result of a plan. */
function came(round: PlanInput, reasonsOf: PlanOptions['reasonsOf']): Came {
  const reasons: string[] = [];
  const onReason = (seen: ReasonSeen): number => reasons.push(told(seen));
  const plan = planRound(round, { ...(reasonsOf && { reasonsOf }), onReason });
  const { withoutDeadline, withoutResponsible } = plan;
  return { lines: plan.lines.map(columnsOf), left: { withoutDeadline, withoutResponsible }, told: reasons };
}

const nobody = (): boolean => false;

/** Adds the findings one by one, those untouched by a text of their kind. */
function reader(round: RoundInput): FindingsReader {
  return (sums) => {
    for (const finding of round.findings) takeInto(sums, finding, round);
  };
}

function takeInto(sums: FindingSums, finding: Finding, { cutoff }: RoundInput): void {
  const { id, findingNo, source, dueOn, severity, recurs, foundOn } = finding;
  if (foundOn > cutoff || !isUntouched(finding)) {
    sums.take(finding);
    return;
  }
  const kind = JSON.stringify([source, dueOn, severity, recurs]);
  const named = finding.named.map(({ cadreNo, role }) => inRole(sums.placeOf(cadreNo), roles.indexOf(role)));
  const at = sums.takeUntouched({ id, findingNo, kind, named }, (asked) => {
    expect(asked).toBe(kind);
    return { ...finding, named: [] };
  });
  expect(at.outstanding).toBe(true);
}

describe('findings to which nothing has happened', () => {
  it('come to the same when nobody asks for reasons', () => {
    for (const round of rounds) expect(came(round, nobody)).toEqual(came(round, undefined));
  });

  it('come to the same by their kinds', () => {
    for (const round of rounds) {
      const byKind = { ...round, findings: reader(round) };
      expect(came(byKind, nobody)).toEqual(came(round, undefined));
    }
  });

  it('are counted, pending for want of a deadline, and left without anybody responsible among these', () => {
    const all = rounds.map((round) => came(round, nobody));
    expect(all.some(({ left }) => left.withoutDeadline > 0)).toBe(true);
    expect(all.every(({ left }) => left.withoutResponsible.length > 0)).toBe(true);
    expect(all.every((each) => each.told.some((line) => line.includes('"counted"')))).toBe(true);
  });
});
