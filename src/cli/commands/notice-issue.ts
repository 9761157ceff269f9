// notice issue: the notice as it goes out, kept with its number, its day and the hash of its file.

import { noticeScopes } from '../../domain/notice.ts';
import { refusal } from '../../domain/problem.ts';
import { loadWords } from '../../i18n/words.ts';
import { timeZoneOf } from '../../jobs/care/ledger-access.ts';
import type { Committed } from '../../jobs/committed.ts';
import { closedOrOpen } from '../../jobs/lookups/round-choice.ts';
import { type Issued, keepIssue, noticeAsked } from '../../jobs/notice/notice-issue.ts';
import { renderDocument } from '../../output/documents/formats.ts';
import { blanksOf } from '../../report/notice/notice-blanks.ts';
import { noticeDocument } from '../../report/notice/notice-document.ts';
import { answer } from '../answers/answer.ts';
import { DOCUMENT, documentFormat } from '../answers/documents.ts';
import type { CommandSpec } from '../command-spec.ts';
import { languageOf } from '../options/language.ts';
import { givenOf, givenOptions } from '../options/notice-given.ts';

export const leaves: readonly CommandSpec[] = [
  {
    name: 'notice issue',
    traits: ['write'],
    options: [
      { flags: '--round <n>' },
      { flags: '--scope <scope>', choices: noticeScopes, terms: 'scope' },
      ...givenOptions,
      DOCUMENT,
      { flags: '-o, --output <file>' },
    ],
    async run(session, input) {
      const scope = noticeScopes.find((each) => each === input.text('scope')) ?? 'internal';
      input.requiredText('number');
      const issuedOn = input.requiredDay('date');
      const format = documentFormat(input);
      const file = input.text('output');
      if (format === undefined || file === undefined || file === '-') throw refusal('notice_needs_file');
      const asking = await session.documentWords();
      const given = { ...givenOf(input), issuedOn };
      const { request, facts, printed } = await session.reading((db) => {
        const number = closedOrOpen(db, { number: input.whole('round') ?? null, prefer: 'closed' });
        if (number === null) throw refusal('round_not_closed', { round: input.whole('round') ?? 0 });
        const asked = { round: number, scope, format, lang: asking.lang, given };
        const { facts, factsSeq, lang, printed } = noticeAsked(db, session.acting(timeZoneOf(db)), asked);
        return { request: { ...asked, lang, factsSeq }, facts, printed };
      });
      const words = await loadWords(languageOf(request.lang, {}));
      const document = noticeDocument(facts, words, { blanks: blanksOf(printed, words) });
      const bytes = Buffer.from(await renderDocument(document, format, words));
      let came: Committed<Issued> | undefined;
      // The issue is recorded when the whole file is written, before it appears: neither exists without the other.
      async function* chunks(): AsyncGenerator<Uint8Array> {
        yield bytes;
        came = await session.writing((ledger, acting) => keepIssue(ledger, acting, request, bytes));
      }
      await session.writeFile(file, chunks());
      if (came === undefined) throw new Error('a notice that was written and not kept');
      const { name, version, document: basis } = facts.policy;
      return answer(session, came, {
        tell({ what, sha256, facts: ids }) {
          const { round } = request;
          const values = { round, number: given.number, sha256, fact: ids.join(' ') };
          session.tell({ key: `said.notice_${what}`, values });
          if (basis === '')
            session.tell({ key: 'said.policy_no_document', values: { policy: `${name} ${version}` } });
        },
        object: ({ what, sha256, facts: ids, round }) => ({ what, facts: ids, round, sha256, file }),
      });
    },
  },
];
