// notice: the document of a round.
import { noticeScopes } from '../../domain/notice.ts';
import { closedOrOpen } from '../../jobs/circle.ts';
import { noticeOf } from '../../jobs/notice.ts';
import { noticeMarkdown } from '../../output/documents/notice.ts';
import { noticeReport } from '../../report/notice.ts';
import type { Leaf } from '../leaf.ts';

export const leaves: readonly Leaf[] = [
  {
    name: 'notice',
    traits: ['list'],
    options: [
      { flags: '--round <n>' },
      { flags: '--proposed' },
      { flags: '--scope <scope>', choices: noticeScopes },
    ],
    async run(session, input) {
      const scope = noticeScopes.find((each) => each === input.text('scope')) ?? 'internal';
      const prefer = input.flag('proposed') === true ? 'proposed' : 'closed';
      const facts = await session.reading((db) =>
        noticeOf(db, closedOrOpen(db, { number: input.whole('round') ?? null, prefer }), scope),
      );
      if (session.format() === 'md') return session.write([noticeMarkdown(facts, session.documentWords)]);
      return session.print(noticeReport(facts));
    },
  },
];
