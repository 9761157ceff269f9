// explain: why a cadre's line in a round is as it is.
import { Failure, problem } from '../../domain/problem.ts';
import { explain } from '../../jobs/find/explain.ts';
import { closedOrOpen } from '../../jobs/lookups/round-choice.ts';
import { lastDaysOf } from '../../jobs/notice/measure-papers.ts';
import { objectionsGiven } from '../../jobs/notice/notice-issue.ts';
import { explainLists } from '../../report/explain/explain.ts';
import { explainBlanks, explainDocument } from '../../report/explain/explain-document.ts';
import { explainCard } from '../../report/explain/explain-tables.ts';
import { documentFormat, LIST_OR_DOCUMENT, printDocument } from '../answers/documents.ts';
import { printCardsOver } from '../answers/show.ts';
import type { CommandSpec } from '../command-spec.ts';
import { cadreGiven } from '../options/cadres-given.ts';

export const leaves: readonly CommandSpec[] = [
  {
    name: 'explain',
    arguments: '<cadre_no...>',
    traits: ['list'],
    options: [
      { flags: '--round <n>' },
      { flags: '--objection-days <n>' },
      { flags: '--objection-office <office>' },
      { flags: '--state-by <day>' },
      { flags: '--sign <office>', help: 'notice_sign' },
      { flags: '--date <day>', help: 'notice_date' },
      LIST_OR_DOCUMENT,
    ],
    async run(session, input) {
      const numbers = input.numbers(0);
      const { explanations, given, lastDays } = await session.reading((db) => {
        const number = closedOrOpen(db, { number: input.whole('round') ?? null, prefer: 'open' });
        const cadres = numbers.map((text) => cadreGiven(session, db, text));
        const given = objectionsGiven(db, number);
        const days = String(input.whole('objectionDays') ?? given.objectionDays);
        const explanations = cadres.map((cadreNo) => explain(db, cadreNo, number));
        return { explanations, given, lastDays: lastDaysOf(db, cadres[0] ?? '', number, days) };
      });
      const format = documentFormat(input);
      if (format === undefined && session.format() !== 'table')
        return session.print(explainLists(explanations));
      if (format === undefined) return printCardsOver(session, explanations.map(explainCard));
      const [explanation, ...others] = explanations;
      if (explanation === undefined || others.length > 0)
        throw new Failure('usage', [problem('usage_one_document', { command: 'explain', numbers })]);
      const words = await session.documentWords();
      const blanks = explainBlanks(
        {
          lastDays,
          objectionOffice: input.text('objectionOffice') ?? given.objectionOffice,
          stateBy: input.day('stateBy') ?? null,
          signed: input.text('sign') ?? given.signed,
          township: given.township,
          issuedOn: input.day('date') ?? given.issuedOn,
        },
        words,
      );
      return printDocument(session, explainDocument(explanation, words, blanks), format);
    },
  },
];
