// What became of each finding in the figures of a notice: each concerned finding is one of six, and only one.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../../src/domain/findings/finding.ts';
import type { Figures } from '../../../src/domain/notice.ts';
import type { Policy } from '../../../src/domain/policy.ts';
import type { Since } from '../../../src/domain/round.ts';
import type { RoundFigures } from '../../../src/domain/round-figures.ts';
import type { FindingRow } from '../../../src/ledger/findings/findings.ts';
import { NoticeFigures } from '../../../src/scoring/figures/notice-figures.ts';
import type { RoundRules } from '../../../src/scoring/rules.ts';
import { ENGINE } from '../../../src/scoring/rules.ts';
import {
  check,
  contractPolicy,
  extension,
  finding,
  nextId,
  no,
  objection,
  policyWith,
  reassignment,
  report,
  ruling,
  sept,
} from '../../support/build.ts';

const row = ({ id, findingNo, source, severity }: Finding, more: Partial<FindingRow> = {}): FindingRow => ({
  id,
  seq: id,
  batch_id: null,
  line: null,
  finding_no: findingNo,
  source,
  severity,
  clause: null,
  area: '产业覆盖',
  village: null,
  station: '云脚作战所',
  description: `问题${findingNo}`,
  reason: null,
  action: null,
  standard: null,
  found_on: sept(1),
  due_on: null,
  due_reckoned: null,
  resp_unit: null,
  recurs_id: null,
  remark: null,
  ...more,
});

interface Options {
  readonly cutoff?: number;
  readonly policy?: Policy;
  readonly previous?: Since;
  readonly roster?: readonly string[];
}

const rules = (cutoff: number, policy: Policy, previous: Since): RoundRules => ({
  engine: ENGINE,
  cutoff: sept(cutoff),
  policy,
  previous,
});

function taken(findings: readonly Finding[], options: Options = {}): NoticeFigures {
  const { cutoff = 12, policy = contractPolicy, previous = null, roster = ['a', 'b'] } = options;
  const figures = new NoticeFigures(rules(cutoff, policy, previous), new Set(roster.map(no)));
  for (const each of findings) figures.take(each, row(each));
  return figures;
}

const figuresOf = (findings: readonly Finding[], options: Options = {}): RoundFigures =>
  taken(findings, options).sum.figures;

/** The figures of one finding: those that are not 0. */
function came(one: Finding, options: Options = {}): Partial<Figures> {
  const entries = Object.entries(figuresOf([one], options).totals).filter(([, count]) => count > 0);
  return Object.fromEntries(entries);
}

describe('one finding', () => {
  test('due and nothing done is not rectified, overdue from the day after its deadline', () => {
    expect(came(finding('a', 12))).toEqual({ findings: 1, notRectified: 1 });
    expect(came(finding('a', 11))).toEqual({ findings: 1, notRectified: 1, overdue: 1 });
  });

  test('not yet due, without a deadline, or found later is not concerned', () => {
    expect(came(finding('a', 13))).toEqual({});
    expect(came(finding('a', null))).toEqual({});
    expect(came(finding('a', 12, { found: 13 }))).toEqual({});
    expect(figuresOf([finding('a', null), finding('a', 5)]).withoutDeadline).toBe(1);
  });

  test('without a deadline is concerned where the policy counts all that is outstanding', () => {
    const policy = policyWith({}, { basis: 'outstanding' });
    expect(came(finding('a', null), { policy })).toEqual({ findings: 1, notRectified: 1 });
    expect(figuresOf([finding('a', null)], { policy }).withoutDeadline).toBe(0);
  });

  test('rectified is in time by the day of completion, else late', () => {
    expect(came(finding('a', 10, { events: [report(10), check(11, 'rectified')] }))).toEqual({
      findings: 1,
      inTime: 1,
    });
    expect(came(finding('a', 10, { events: [report(11), check(11, 'rectified')] }))).toEqual({
      findings: 1,
      late: 1,
    });
    const returned = [report(9), check(9, 'not_rectified'), report(11), check(11, 'rectified')];
    expect(came(finding('a', 10, { events: returned }))).toEqual({ findings: 1, late: 1 });
    expect(came(finding('a', null, { events: [check(11, 'rectified')] }))).toEqual({
      findings: 1,
      inTime: 1,
    });
  });

  test('rectified before the window, or withdrawn, is not concerned', () => {
    const previous = { cutoff: sept(12), closedAt: 1_000_000 };
    const early = finding('a', 10, { events: [check(11, 'rectified')] });
    expect(came(early, { cutoff: 19, previous })).toEqual({});
    expect(came(early, { cutoff: 19, previous: { ...previous, closedAt: 0 } })).toEqual({
      findings: 1,
      late: 1,
    });
    const raised = objection(10, 'a', 'facts');
    expect(came(finding('a', 10, { events: [raised, ruling(11, raised, 'upheld')] }))).toEqual({});
  });

  test('reported in time and unchecked is waiting; late, or where the policy counts it, it is not rectified', () => {
    const inTime = finding('a', 12, { events: [report(12)] });
    expect(came(inTime)).toEqual({ findings: 1, waiting: 1 });
    expect(came(inTime, { policy: policyWith({}, { reported: 'count' }) })).toEqual({
      findings: 1,
      notRectified: 1,
    });
    expect(came(finding('a', 11, { events: [report(12)] }))).toEqual({
      findings: 1,
      notRectified: 1,
      overdue: 1,
    });
  });

  test('objected counts as not rectified as long as it is counted for anybody', () => {
    expect(came(finding(['a', 'b'], 12, { events: [objection(12, 'a', 'facts')] }))).toEqual({
      findings: 1,
      objected: 1,
    });
    const mine = finding(['a', 'b'], 12, { events: [objection(12, 'a', 'not_mine')] });
    expect(came(mine)).toEqual({ findings: 1, notRectified: 1 });
    expect(came(mine, { roster: ['a'] })).toEqual({ findings: 1, objected: 1 });
  });

  test('extended in the window beyond the cutoff is told as extended, when it would have been due', () => {
    expect(came(finding('a', 12, { events: [extension(10, 18)] }))).toEqual({ findings: 1, extended: 1 });
    expect(came(finding('a', 13, { events: [extension(10, 18)] }))).toEqual({});
    expect(came(finding('a', 11, { events: [extension(10, 12)] }))).toEqual({ findings: 1, notRectified: 1 });
    const twice = finding('a', 10, { events: [extension(9, 12), extension(11, 20)] });
    expect(came(twice)).toEqual({ findings: 1, extended: 1 });
    const previous = { cutoff: sept(12), closedAt: 1_000_000 };
    expect(came(finding('a', 12, { events: [extension(10, 25)] }), { cutoff: 19, previous })).toEqual({});
    expect(came(finding('a', 12, { events: [reassignment(10, 'a', 'b', 18)] }))).toEqual({});
  });

  test('for which nobody on the roster answers is told all the same', () => {
    expect(came(finding('z', 12))).toEqual({ findings: 1, notRectified: 1 });
    expect(came(finding('a:leader', 12))).toEqual({ findings: 1, notRectified: 1 });
  });
});

test('every concerned finding is one of the six, in the totals and in each group', () => {
  const all = [
    finding('a', 12),
    finding('a', 3, { events: [report(2), check(3, 'rectified')] }),
    finding('b', 3, { events: [check(5, 'rectified')] }),
    finding('b', 12, { events: [report(11)] }),
    finding('b', 12, { events: [objection(11, 'b', 'facts')] }),
    finding('b', 12, { events: [extension(11, 20)] }),
    finding('a', 30),
  ];
  const figures = figuresOf(all);
  for (const each of [
    figures.totals,
    ...[figures.bySource, figures.byArea, figures.byStation].map((g) => g[0]?.figures),
  ]) {
    expect(each).toEqual({
      findings: 6,
      inTime: 1,
      late: 1,
      waiting: 1,
      objected: 1,
      extended: 1,
      notRectified: 1,
      overdue: 0,
    });
  }
  expect(figures.cadres).toBe(2);
});

test('against the last round: new on the list, and rectified from it', () => {
  const old = finding('a', 10);
  const done = finding('a', 10, { events: [check(15, 'rectified')] });
  const laterDone = finding('a', 15, { events: [check(15, 'rectified')] });
  const closedAt = nextId();
  const recordedLater = finding('a', 10);
  const figures = figuresOf([old, done, laterDone, recordedLater], {
    cutoff: 19,
    previous: { cutoff: sept(12), closedAt: closedAt + 1_000 },
  });
  expect([figures.added, figures.rectifiedSince]).toEqual([1, 1]);
  const known = figuresOf([old, recordedLater], { cutoff: 19, previous: { cutoff: sept(12), closedAt } });
  expect([known.added, known.rectifiedSince]).toEqual([1, 0]);
});

test('main problems: the most first, each with the gravest, none twice', () => {
  const figures = new NoticeFigures(rules(12, contractPolicy, null), new Set([no('a')]));
  const take = (area: string, description: string, severity: 1 | 2 | 3, due: number) => {
    const one = finding('a', due, { severity });
    figures.take(one, row(one, { area, description, severity }));
  };
  take('甲', '一', 1, 12);
  take('甲', '一', 1, 12);
  take('甲', '二', 3, 12);
  take('甲', '三', 1, 1);
  take('甲', '四', 1, 2);
  take('乙', '五', 3, 12);
  expect(figures.sum.figures.problems).toEqual([
    { area: '甲', count: 5, examples: ['二', '三', '四'] },
    { area: '乙', count: 1, examples: ['五'] },
  ]);
});

test('of equal texts the gravest is the example, whichever comes first', () => {
  const told = (severities: readonly (1 | 2 | 3)[]) => {
    const figures = new NoticeFigures(rules(12, contractPolicy, null), new Set([no('a')]));
    for (const severity of severities) {
      const one = finding('a', 12, { severity });
      figures.take(one, row(one, { area: '甲', description: severity === 2 ? '二' : '同', severity }));
    }
    return figures.sum.figures.problems;
  };
  expect(told([1, 2, 3])).toEqual([{ area: '甲', count: 3, examples: ['同', '二'] }]);
  expect(told([3, 2, 1])).toEqual(told([1, 2, 3]));
});

test('checks in the window are counted, whatever became of the finding', () => {
  const withdrawn = objection(11, 'a', 'facts');
  const figures = figuresOf([
    finding('a', 10, { events: [report(8), check(10, 'not_rectified'), report(11), check(12, 'rectified')] }),
    finding('a', 30, { events: [check(9, 'partial')] }),
    finding('a', 10, {
      events: [report(9), check(10, 'partial'), withdrawn, ruling(12, withdrawn, 'upheld')],
    }),
  ]);
  expect(figures).toMatchObject({ checks: 4, checksTimed: 3, checkDays: 4 });
});

describe('the figures', () => {
  /** Findings of some sources, areas, stations and texts, with what may have become of them. */
  const one = fc
    .record({
      who: fc.subarray(['a', 'b', 'z'], { minLength: 1 }),
      due: fc.constantFrom(null, 1, 5, 12, 20),
      severity: fc.constantFrom(1, 2, 3),
      became: fc.constantFrom('nothing', 'reported', 'rectified', 'late', 'extended', 'returned'),
      source: fc.constantFrom('省委巡视', '市委巡察'),
      area: fc.constantFrom(null, '产业', '档案'),
      station: fc.constantFrom(null, '一所', '二所'),
      text: fc.constantFrom('甲', '乙', '丙', '丁', '戊'),
    })
    .map(({ who, due, severity, became, source, area, station, text }) => {
      const events = {
        nothing: [],
        reported: [report(4)],
        rectified: [report(4), check(5, 'rectified')],
        late: [check(12, 'rectified')],
        extended: [extension(1, 25)],
        returned: [report(4), check(6, 'not_rectified')],
      }[became];
      const made = { ...finding(who, due, { severity, events }), source };
      return { made, row: row(made, { area, station, description: text }) };
    });

  test('are the same in whatever order the findings come', () => {
    const same = fc.property(
      fc
        .array(one, { maxLength: 40 })
        .chain((findings) =>
          fc.tuple(fc.constant(findings), fc.shuffledSubarray(findings, { minLength: findings.length })),
        ),
      fc.boolean(),
      ([findings, shuffled], later) => {
        const previous = later ? { cutoff: sept(5), closedAt: findings[10]?.row.seq ?? 0 } : null;
        const figuresOf = (all: typeof findings) => {
          const figures = new NoticeFigures(rules(12, contractPolicy, previous), new Set([no('a'), no('b')]));
          for (const each of all) figures.take(each.made, each.row);
          return figures.sum.figures;
        };
        expect(figuresOf(shuffled)).toEqual(figuresOf(findings));
      },
    );
    fc.assert(same, { numRuns: 500 });
  });
});
