// notice: the document of a round.
import { noticeScopes } from '../../domain/notice.ts';
import { closedOrOpen } from '../../jobs/circle.ts';
import { issuedAlready, noticeToWrite, sha256Of } from '../../jobs/notice-issue.ts';
import { renderDocument } from '../../output/documents/formats.ts';
import { noticeReport } from '../../report/notice.ts';
import { blanksOf } from '../../report/notice-blanks.ts';
import { noticeDocument } from '../../report/notice-document.ts';
import { documentFormat, LIST_OR_DOCUMENT } from '../documents.ts';
import { exitCodes } from '../exit.ts';
import type { Leaf } from '../leaf.ts';
import { givenOf, givenOptions, isGiven } from '../notice-given.ts';

export const leaves: readonly Leaf[] = [
  {
    name: 'notice',
    traits: ['list'],
    options: [
      { flags: '--round <n>' },
      { flags: '--proposed' },
      { flags: '--scope <scope>', choices: noticeScopes },
      ...givenOptions,
      LIST_OR_DOCUMENT,
    ],
    async run(session, input) {
      const scope = noticeScopes.find((each) => each === input.text('scope')) ?? 'internal';
      const prefer = input.flag('proposed') === true ? 'proposed' : 'closed';
      const given = givenOf(input);
      const { facts, issue } = await session.reading((db) =>
        noticeToWrite(db, closedOrOpen(db, { number: input.whole('round') ?? null, prefer }), scope),
      );
      if (issue !== null && isGiven(given)) throw issuedAlready(issue);
      const format = documentFormat(input);
      if (format === undefined) return session.print(noticeReport(facts));
      const words = await session.documentWords();
      const blanks = blanksOf(issue?.given ?? given, words);
      const file = Buffer.from(await renderDocument(noticeDocument(facts, words, { blanks }), format, words));
      const code = await session.write([file]);
      if (issue === null || issue.format !== format || issue.lang !== words.lang) return code;
      const now = sha256Of(file);
      if (now === issue.sha256 || code !== 0) return code;
      session.say(words.text({ key: 'said.notice_differs', values: { sha256: issue.sha256, now } }));
      return exitCodes.found;
    },
  },
];
