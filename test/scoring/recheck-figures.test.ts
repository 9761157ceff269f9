// The re-checks that a round takes in.
import { expect, it } from 'vitest';
import type { Day } from '../../src/domain/days/day.ts';
import { recheckFigures } from '../../src/scoring/figures/recheck-figures.ts';

const day = (text: string): Day => text as Day;
const all = [
  { on: day('2018-09-01'), seq: 5, result: 'holds' },
  { on: day('2018-09-12'), seq: 6, result: 'rebound' },
  { on: day('2018-09-13'), seq: 7, result: 'rebound' },
  { on: day('2018-09-10'), seq: 21, result: 'rebound' },
  { on: day('2018-09-20'), seq: 22, result: 'holds' },
] as const;

it('the first round takes in all by its cutoff', () => {
  expect(recheckFigures(all, day('2018-09-12'), null)).toEqual({ rechecks: 3, rebounds: 2 });
});

it('a later round takes in what is later than the cutoff before, or was recorded after that closing', () => {
  const previous = { cutoff: day('2018-09-12'), closedAt: 20 };
  expect(recheckFigures(all, day('2018-09-19'), previous)).toEqual({ rechecks: 2, rebounds: 2 });
  expect(recheckFigures(all, day('2018-09-26'), previous)).toEqual({ rechecks: 3, rebounds: 2 });
});
