// explain: why a cadre's line in a round is as it is.
import { closedOrOpen } from '../../jobs/circle.ts';
import { explain } from '../../jobs/explain.ts';
import { explainMarkdown } from '../../output/documents/explain.ts';
import { explainReport } from '../../report/explain.ts';
import type { Leaf } from '../leaf.ts';

export const leaves: readonly Leaf[] = [
  {
    name: 'explain',
    arguments: '<cadre_no>',
    traits: ['list'],
    options: [{ flags: '--round <n>' }],
    async run(session, input) {
      const explanation = await session.reading((db) =>
        explain(
          db,
          input.argument(0),
          closedOrOpen(db, { number: input.whole('round') ?? null, prefer: 'open' }),
        ),
      );
      if (session.format() === 'md')
        return session.write([explainMarkdown(explanation, session.documentWords)]);
      return session.print(explainReport(explanation));
    },
  },
];
