// Shares, samples and rates of re-checks.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Drawable,
  drawSample,
  readShare,
  reboundRate,
  shareOf,
  shareText,
} from '../../../src/domain/findings/recheck.ts';

describe('a share', () => {
  it.each([
    ['10%', 1000, '10%'],
    ['12.5 %', 1250, '12.5%'],
    ['0.01％', 1, '0.01%'],
    [' 100% ', 10_000, '100%'],
    ['7.05%', 705, '7.05%'],
  ])('%s is read and written', (text, share, written) => {
    expect(readShare(text)).toBe(share);
    expect(shareText(share)).toBe(written);
  });

  it.each(['10', '0%', '0.00%', '100.01%', '0.001%', '-1%', '', '%', '1e1%'])('%j is none', (text) => {
    expect(readShare(text)).toBeUndefined();
  });

  it.each([
    [10, 1000, 1],
    [11, 1000, 2],
    [1, 1, 1],
    [0, 1000, 0],
    [7, 10_000, 7],
    [300_000, 3333, 99_990],
    [3, 3333, 1],
  ])('of %d in %d hundredths of a percent is %d, rounded up', (size, share, count) => {
    expect(shareOf(size, share)).toBe(count);
  });
});

const drawable: fc.Arbitrary<Drawable[]> = fc.uniqueArray(fc.nat(500), { maxLength: 60 }).chain((ids) =>
  fc
    .tuple(
      ...ids.map((id) =>
        fc.record({
          group: fc.constantFrom('', 'a', 'b', 'c'),
          drawnBefore: fc.boolean(),
          ticket: fc.constantFrom(`t${id % 7}${id}`),
        }),
      ),
    )
    .map((rest) => rest.map((each, at) => ({ ...each, id: ids[at] ?? 0, findingNo: `F${ids[at]}` }))),
);

describe('a sample', () => {
  it('of each group is the share, by the lowest tickets of those not drawn before, whatever the order', () => {
    fc.assert(
      fc.property(drawable, fc.integer({ min: 1, max: 10_000 }), (all, share) => {
        const groups = drawSample(all, share);
        expect(drawSample(all.toReversed(), share)).toEqual(groups);
        expect(groups.map((each) => each.group)).toEqual([...new Set(all.map((each) => each.group))].sort());
        for (const { group, size, drawnBefore, drawn } of groups) {
          const members = all.filter((each) => each.group === group);
          const free = members.filter((each) => !each.drawnBefore);
          expect(size).toBe(members.length);
          expect(drawnBefore).toBe(members.length - free.length);
          expect(drawn.length).toBe(Math.min(free.length, Math.ceil((members.length * share) / 10_000)));
          const rest = free.filter((each) => !drawn.includes(each));
          for (const each of drawn) {
            expect(each).toMatchObject({ group, drawnBefore: false });
            for (const other of rest) expect(each.ticket < other.ticket).toBe(true);
          }
        }
      }),
    );
  });
});

describe('a rebound rate', () => {
  it.each([
    [3, 1, '33.3'],
    [3, 2, '66.7'],
    [8, 1, '12.5'],
    [1, 1, '100'],
    [5, 0, '0'],
    [2000, 1, '0.1'],
    [2001, 1, '0'],
  ])('of %d re-checks with %d rebounds is %s', (rechecks, rebounds, rate) => {
    expect(reboundRate({ rechecks, rebounds })).toBe(rate);
  });

  it('of none is none', () => {
    expect(reboundRate({ rechecks: 0, rebounds: 0 })).toBeNull();
  });
});
