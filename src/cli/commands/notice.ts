// notice: the document of a round.

import { noticeScopes } from '../../domain/notice.ts';
import { givenWithOffice } from '../../domain/notice-issue.ts';
import { closedOrOpen } from '../../jobs/lookups/round-choice.ts';
import { issuedAlready, noticeToWrite, sha256Of } from '../../jobs/notice/notice-issue.ts';
import { documentWriter } from '../../output/documents/formats.ts';
import { inEncoding } from '../../output/formats.ts';
import { noticeReport } from '../../report/notice/notice.ts';
import { blanksOf } from '../../report/notice/notice-blanks.ts';
import { noticeDocument } from '../../report/notice/notice-document.ts';
import { documentFormat, LIST_OR_DOCUMENT } from '../answers/documents.ts';
import type { CommandSpec } from '../command-spec.ts';
import { exitCodes } from '../exit.ts';
import { givenOf, givenOptions, isGiven } from '../options/notice-given.ts';

export const leaves: readonly CommandSpec[] = [
  {
    name: 'notice',
    traits: ['list'],
    options: [
      { flags: '--round <n>' },
      { flags: '--proposed' },
      { flags: '--scope <scope>', choices: noticeScopes, terms: 'scope' },
      ...givenOptions,
      LIST_OR_DOCUMENT,
    ],
    async run(session, input) {
      const scope = noticeScopes.find((each) => each === input.text('scope')) ?? 'internal';
      const prefer = input.flag('proposed') === true ? 'proposed' : 'closed';
      const given = givenOf(input);
      const format = documentFormat(input);
      const write = format === undefined ? undefined : await documentWriter(format);
      const { facts, issue, office } = await session.reading((db) =>
        noticeToWrite(db, closedOrOpen(db, { number: input.whole('round') ?? null, prefer }), scope),
      );
      if (issue !== null && isGiven(given)) throw issuedAlready(issue);
      if (write === undefined) return session.print(noticeReport(facts));
      const words = await session.documentWords();
      const blanks = blanksOf(issue?.given ?? givenWithOffice(given, office), words);
      const file = Buffer.from(await write(noticeDocument(facts, words, { blanks }), words));
      // The issued bytes are UTF-8: another encoding is of the copy that is shown.
      const shown = format === 'md' ? inEncoding([file.toString()], session.settings()) : [file];
      const code = await session.write(shown);
      if (issue === null || issue.format !== format || issue.lang !== words.lang) return code;
      const now = sha256Of(file);
      if (now === issue.sha256 || code !== 0) return code;
      session.say(words.text({ key: 'said.notice_differs', values: { sha256: issue.sha256, now } }));
      return exitCodes.found;
    },
  },
];
