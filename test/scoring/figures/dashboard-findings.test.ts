// Which checks are late on the page: those that have waited for longer than the limit, not those at it.
import { expect, it } from 'vitest';
import { DashboardFindings } from '../../../src/scoring/figures/dashboard-findings.ts';
import { finding, report, sept } from '../../support/build.ts';

const names = { source: 's', area: 'a', station: '前塘作战所', unit: 'u', leaders: [] };

it.each([
  ['as long as the limit', 15, 0],
  ['a day longer', 16, 1],
])('a check waited for %s', (_, cutoff, late) => {
  const figures = new DashboardFindings([{ cutoff: sept(cutoff), closedAt: null }], null, 10);
  figures.take(finding('a', 20, { events: [report(5)] }), () => names);
  expect(figures.lateChecks).toEqual([{ station: '前塘作战所', waiting: 1, late, longest: cutoff - 5 }]);
});
