// trend: how it goes over the rounds, in the terminal and as columns.
import { trend, trendGroups } from '../../jobs/find/trend.ts';
import { SHORT_BAR } from '../../report/lists/bars.ts';
import { trendReport } from '../../report/lists/trend.ts';
import type { Leaf } from '../leaf.ts';
import { cadreIfGiven } from '../options/cadres-given.ts';

export const leaves: readonly Leaf[] = [
  {
    name: 'trend',
    traits: ['list'],
    options: [
      { flags: '--group-by <group>', help: 'trend_by', choices: trendGroups, terms: 'trend_by' },
      { flags: '--by <group>', help: 'trend_by_too', choices: trendGroups, terms: 'trend_by' },
      { flags: '--cadre <no>' },
      { flags: '--from <n>', help: 'trend_from' },
      { flags: '--to <n>', help: 'trend_to' },
    ],
    async run(session, input) {
      const asked = input.text('groupBy') ?? input.text('by');
      const by = trendGroups.find((each) => each === asked) ?? 'round';
      const request = {
        by,
        from: input.whole('from') ?? null,
        to: input.whole('to') ?? null,
      };
      const { rows, corrected, ...span } = await session.reading((db) =>
        trend(db, { ...request, cadreNo: cadreIfGiven(session, db, input.text('cadre')) }),
      );
      const drawn = ['table', 'md'].includes(session.format());
      return session.print(trendReport(by, span, rows, corrected, drawn ? SHORT_BAR : null));
    },
  },
];
