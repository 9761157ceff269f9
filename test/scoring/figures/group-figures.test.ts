// Groups of people: their sums, and that a small group can be computed from nothing that is shown.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FEWEST_SHOWN, GroupSums, hiddenGroups } from '../../../src/scoring/figures/group-figures.ts';
import { check, finding, no, objection, report, ruling, sept } from '../../support/build.ts';

const [A, B, C] = [no('A'), no('B'), no('C')];
const round = (cutoff: number, previous: number | null = null) => ({
  cutoff: sept(cutoff),
  previous: previous === null ? null : { cutoff: sept(previous), closedAt: Number.POSITIVE_INFINITY },
  groupOf: new Map([
    [A, 'staff'],
    [B, 'section'],
    [C, 'staff'],
  ]),
  onRoster: new Set([A, B]),
});

describe('the sums of groups', () => {
  it('count lines once a round, and people once', () => {
    const sums = new GroupSums();
    sums.begin(round(12));
    sums.line(A, 'reminder_talk', 'admonition_talk');
    sums.line(B, 'reminder_talk', 'none');
    sums.begin(round(19, 12));
    sums.line(A, 'self_criticism', 'self_criticism');
    sums.line(B, 'none', 'self_criticism');
    const [section, staff] = sums.shown(true).rows;
    expect(staff).toMatchObject({
      group: 'staff',
      people: 1,
      proposed: { self_criticism: 1, reminder_talk: 1, admonition_talk: 0 },
      decided: { self_criticism: 1, reminder_talk: 0, admonition_talk: 1 },
      heavier: 1,
      lighter: 0,
    });
    expect(section).toMatchObject({
      group: 'section',
      proposed: { self_criticism: 0, reminder_talk: 1, admonition_talk: 0 },
      decided: { self_criticism: 1, reminder_talk: 0, admonition_talk: 0 },
      heavier: 1,
      lighter: 1,
    });
  });

  it('count objections and rulings where they fall, for who raised them, and checks for each group once', () => {
    const first = objection(5, 'A', 'facts');
    const disputed = finding(['A', 'C:assist', 'B:leader'], 20, {
      events: [
        first,
        report(10),
        check(13, 'not_rectified'),
        ruling(14, first, 'released'),
        objection(15, 'B', 'facts'),
      ],
    });
    const sums = new GroupSums();
    sums.begin(round(12));
    sums.finding(disputed);
    expect(
      sums.shown(true).rows.map((each) => [each.group, each.objections, each.released, each.checksTimed]),
    ).toEqual([
      ['section', 0, 0, 0],
      ['staff', 1, 0, 0],
    ]);
    sums.begin(round(19, 12));
    sums.finding(disputed);
    expect(
      sums
        .shown(true)
        .rows.map((each) => [
          each.group,
          each.objections,
          each.upheld,
          each.released,
          each.checksTimed,
          each.checkDays,
        ]),
    ).toEqual([
      ['section', 1, 0, 0, 1, 3],
      ['staff', 1, 0, 1, 1, 3],
    ]);
  });
});

describe('groups that are left out', () => {
  const hidden = (sizes: readonly number[]) =>
    [...hiddenGroups(new Map(sizes.map((size, at) => [String(at), size])))].map(Number).sort();

  it.each([
    [[5, 5, 5], []],
    [
      [4, 9, 7],
      [0, 2],
    ],
    [
      [4, 5],
      [0, 1],
    ],
    [
      [1, 1, 9, 8],
      [0, 1, 3],
    ],
    [
      [3, 2, 9],
      [0, 1],
    ],
    [[4], [0]],
    [[12], []],
    [
      [0, 8, 9],
      [0, 1],
    ],
  ])('of sizes %j are %j', (sizes, expected) => expect(hidden(sizes)).toEqual(expected));

  it('are none, or all, or at least two with as many people as may be shown', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 7 }), (sizes) => {
        const out = hidden(sizes);
        expect(sizes.every((size, at) => size >= FEWEST_SHOWN || out.includes(at))).toBe(true);
        if (out.length === 0 || out.length === sizes.length) return;
        expect(out.length).toBeGreaterThanOrEqual(2);
        expect(out.reduce((sum, at) => sum + (sizes[at] ?? 0), 0)).toBeGreaterThanOrEqual(FEWEST_SHOWN);
      }),
    );
  });

  it('of one round are left out of every sum that it is part of', () => {
    const people = Array.from({ length: 18 }, (_, at) => no(`P${at}`));
    const groupOf = new Map(people.map((each, at) => [each, at < 6 ? 'a' : at < 12 ? 'b' : 'c']));
    const shown = (...rosters: readonly (readonly number[])[]) => {
      const sums = new GroupSums();
      for (const [at, gone] of rosters.entries()) {
        const onRoster = new Set(people.filter((_, place) => !gone.includes(place)));
        sums.begin({ cutoff: sept(10 + at), previous: null, groupOf, onRoster });
      }
      return sums.shown(false);
    };
    expect(shown([], [])).toMatchObject({ hidden: 0 });
    expect(shown([0, 1])).toMatchObject({ hidden: 2, rows: [{ group: 'c', people: 6 }] });
    expect(shown([], [0, 1])).toMatchObject({ hidden: 2, rows: [{ group: 'c', people: 6 }] });
    // Another pair in each of two rounds: all of it stays hidden in their sum.
    expect(shown([6, 7], [0, 1, 12])).toMatchObject({ hidden: 3, rows: [] });
  });
});
