// overview: what a county sees of its townships, as a list or as one page.
import { overview } from '../../jobs/publish/overview.ts';
import { onServer } from '../../jobs/publish/publish-server.ts';
import { formats } from '../../output/settings.ts';
import { overviewReport, rankings } from '../../report/overview/overview.ts';
import type { Leaf } from '../leaf.ts';
import { visitOf } from '../options/visit.ts';

export const leaves: readonly Leaf[] = [
  {
    name: 'overview',
    arguments: '<url>',
    traits: ['list'],
    options: [
      { flags: '--county <name>', help: 'overview_county' },
      { flags: '--cutoff <day>', help: 'overview_cutoff' },
      { flags: '--rank-by <column>', choices: rankings, terms: 'column.overview' },
      { flags: '--format <format>', choices: [...formats, 'html'] },
    ],
    async run(session, input) {
      const request = { county: input.text('county') ?? null, cutoff: input.day('cutoff') ?? null };
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
