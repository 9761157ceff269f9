// dashboard: how it goes over the rounds, as one page to look at and print.
import { dashboardOf } from '../../jobs/find/dashboard.ts';
import { pageHtml } from '../../output/documents/dashboard.ts';
import { dashboardPage } from '../../report/dashboard/dashboard.ts';
import type { CommandSpec } from '../command-spec.ts';

export const leaves: readonly CommandSpec[] = [
  {
    name: 'dashboard',
    options: [
      { flags: '--from <n>', help: 'from_round' },
      { flags: '--to <n>', help: 'to_round' },
      { flags: '--names' },
      { flags: '-o, --output <file>', help: 'page_output', required: true },
    ],
    async run(session, input) {
      const choice = {
        from: input.whole('from') ?? null,
        to: input.whole('to') ?? null,
        names: input.flag('names') === true,
      };
      const facts = await session.reading((db) => dashboardOf(db, choice));
      return session.write([pageHtml(dashboardPage(facts, await session.documentWords()))]);
    },
  },
];
