// trend: how it goes over the rounds, in the terminal and as columns; and for groups of people.
import { noticeScopes } from '../../domain/notice.ts';
import { Failure, problem } from '../../domain/problem.ts';
import { groupTrend, type PersonGroup, personGroups } from '../../jobs/find/group-trend.ts';
import { trend, trendGroups } from '../../jobs/find/trend.ts';
import { SHORT_BAR } from '../../report/lists/bars.ts';
import { groupTrendReport } from '../../report/lists/group-trend.ts';
import { trendReport } from '../../report/lists/trend.ts';
import { printUnlessNoRound } from '../answers/no-round.ts';
import type { CommandSpec } from '../command-spec.ts';
import { cadreIfGiven } from '../options/cadres-given.ts';
import type { Input } from '../options/input.ts';
import type { Session } from '../session.ts';

/** The span of a trend of nothing. */
const NO_SPAN = { from: 0, to: 0 };

const groups = [...trendGroups, ...personGroups];

export const leaves: readonly CommandSpec[] = [
  {
    name: 'trend',
    traits: ['list'],
    options: [
      { flags: '--group-by <group>', help: 'trend_by', choices: groups, terms: 'trend_by' },
      { flags: '--by <group>', help: 'trend_by_too', choices: groups, terms: 'trend_by' },
      { flags: '--scope <scope>', help: 'trend_scope', choices: noticeScopes, terms: 'scope' },
      { flags: '--cadre <no>' },
      { flags: '--from <n>', help: 'trend_from' },
      { flags: '--to <n>', help: 'trend_to' },
    ],
    async run(session, input) {
      const asked = input.text('groupBy') ?? input.text('by');
      const ofPeople = personGroups.find((each) => each === asked);
      if (ofPeople !== undefined) return byGroups(session, input, ofPeople);
      if (input.text('scope') !== undefined) throw new Failure('usage', [problem('usage_trend_scope')]);
      const by = trendGroups.find((each) => each === asked) ?? 'round';
      const drawn = ['table', 'md'].includes(session.format()) ? SHORT_BAR : null;
      const asking = spanOf(input);
      return printUnlessNoRound(
        session,
        async () => {
          const { rows, corrected, ...span } = await session.reading((db) =>
            trend(db, { by, ...asking, cadreNo: cadreIfGiven(session, db, input.text('cadre')) }),
          );
          return session.print(trendReport(by, span, rows, corrected, drawn));
        },
        () => trendReport(by, NO_SPAN, [], [], drawn),
        asking.from !== null || asking.to !== null,
      );
    },
  },
];

function spanOf(input: Input): { readonly from: number | null; readonly to: number | null } {
  return { from: input.whole('from') ?? null, to: input.whole('to') ?? null };
}

async function byGroups(session: Session, input: Input, by: PersonGroup): Promise<number> {
  if (input.text('cadre') !== undefined) throw new Failure('usage', [problem('usage_trend_cadre')]);
  const scope = noticeScopes.find((each) => each === input.text('scope')) ?? 'internal';
  const asking = spanOf(input);
  return printUnlessNoRound(
    session,
    async () => {
      const { rows, hidden, corrected, ...span } = await session.reading((db) =>
        groupTrend(db, { by, scope, ...asking }),
      );
      if (hidden > 0) session.tell({ key: 'said.groups_hidden', values: { count: hidden } });
      return session.print(groupTrendReport(by, span, rows, corrected));
    },
    () => groupTrendReport(by, NO_SPAN, [], []),
    asking.from !== null || asking.to !== null,
  );
}
