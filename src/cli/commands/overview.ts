// overview: what a county sees of its townships, as a list or as one page.
import type { Day } from '../../domain/days/day.ts';
import { Failure, problem } from '../../domain/problem.ts';
import { overview } from '../../jobs/publish/overview.ts';
import { onServer } from '../../jobs/publish/publish-server.ts';
import { formats } from '../../output/settings.ts';
import { overviewReport, rankings } from '../../report/overview/overview.ts';
import type { CommandSpec } from '../command-spec.ts';
import type { Input } from '../options/input.ts';
import { visitOf } from '../options/visit.ts';

/** Rounds by their cutoffs. @throws Failure `usage` when the span ends before it begins */
function spanOf(input: Input): { readonly from: Day | null; readonly to: Day | null } {
  const from = input.day('from') ?? null;
  const [to = null] = [input.day('to'), input.day('cutoff')].filter((day) => day !== undefined).sort();
  if (from !== null && to !== null && from > to)
    throw new Failure('usage', [problem('overview_span', { from, to })]);
  return { from, to };
}

export const leaves: readonly CommandSpec[] = [
  {
    name: 'overview',
    arguments: '<url>',
    traits: ['list'],
    options: [
      { flags: '--county <name>', help: 'overview_county' },
      { flags: '--from <day>', help: 'overview_from' },
      { flags: '--to <day>', help: 'overview_to' },
      { flags: '--cutoff <day>', help: 'overview_cutoff' },
      { flags: '--rank-by <column>', choices: rankings, terms: 'column.overview' },
      { flags: '--format <format>', choices: [...formats, 'html'] },
    ],
    async run(session, input) {
      const request = { county: input.text('county') ?? null, ...spanOf(input) };
      const named = input.text('format');
      const page = named === 'html' || (named === undefined && /\.html?$/i.test(input.text('output') ?? ''));
      const visit = visitOf(session, input.argument(0));
      const facts = await onServer(visit, (server) => overview(server, request, page));
      const rankBy = rankings.find((each) => each === input.text('rankBy')) ?? null;
      if (!page) return session.print(overviewReport(facts, rankBy));
      const { overviewPage } = await import('../../report/overview/overview-page.ts');
      const { pageHtml } = await import('../../output/documents/dashboard.ts');
      return session.write([pageHtml(overviewPage(facts, rankBy, await session.documentWords()))]);
    },
  },
];
