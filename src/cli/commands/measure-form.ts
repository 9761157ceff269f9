// measure form: the papers after the closing, filled with what is known.

import { paperKinds } from '../../domain/measure.ts';
import { refusal } from '../../domain/problem.ts';
import { closedOrOpen } from '../../jobs/lookups/round-choice.ts';
import { measurePapers } from '../../jobs/notice/measure-papers.ts';
import { type Paper, papersDocument, papersNeeded } from '../../report/forms/measure-papers.ts';
import { DOCUMENT, documentFormat, printDocument } from '../answers/documents.ts';
import type { CommandSpec } from '../command-spec.ts';
import { cadreGiven } from '../options/cadres-given.ts';
import { textsGiven } from '../options/numbers-given.ts';
import { todayOf } from '../options/today.ts';
import type { Session } from '../session.ts';

export const leaves: readonly CommandSpec[] = [
  {
    name: 'measure form',
    arguments: '[cadre_no...]',
    options: [
      { flags: '--round <n>' },
      { flags: '--paper <paper>', choices: paperKinds, terms: 'paper' },
      { flags: '--on <day>', help: 'as_of' },
      { flags: '--by <who>', help: 'paper_talker' },
      { flags: '--sign <office>', help: 'notice_sign' },
      { flags: '--date <day>', help: 'notice_date' },
      { flags: '--objection-office <office>' },
      DOCUMENT,
      { flags: '-o, --output <file>' },
    ],
    async run(session, input) {
      const texts = textsGiven(session, input, 0);
      const kind = paperKinds.find((each) => each === input.text('paper')) ?? null;
      const people = await session.reading((db) => {
        const round = input.whole('round') ?? closedOrOpen(db, { number: null, prefer: 'closed' }) ?? 0;
        const cadres = texts.map((text) => cadreGiven(session, db, text));
        const on = input.day('on') ?? todayOf(session, db);
        return { round, facts: measurePapers(db, { round, cadres: texts.length === 0 ? null : cadres, on }) };
      });
      const papers = papersNeeded(people.facts, kind);
      const without = people.facts.filter(
        ({ cadre }) => !papers.some((each) => each.cadreNo === cadre.cadreNo),
      );
      if (texts.length > 0 && without.length > 0)
        throw refusal('measure_form_nothing', {
          round: people.round,
          names: without.map(({ cadre }) => `${cadre.name} ${cadre.cadreNo}`),
        });
      if (papers.length === 0) throw refusal('measure_form_nobody', { round: people.round });
      const given = {
        signed: input.text('sign') ?? '',
        issuedOn: input.day('date') ?? null,
        talker: input.text('by') ?? '',
        objectionOffice: input.text('objectionOffice') ?? '',
      };
      const document = papersDocument(papers, given, await session.documentWords());
      sayPapers(session, papers);
      return printDocument(session, document, documentFormat(input) ?? 'md');
    },
  },
];

/** How many papers of each kind there are. */
function sayPapers(session: Session, papers: readonly Paper[]): void {
  const { words } = session;
  const list = paperKinds
    .map((kind) => ({ kind, count: papers.filter((each) => each.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) =>
      words.text({ key: 'said.papers_kind', values: { paper: words.term(`paper.${kind}`), count } }),
    );
  session.tell({ key: 'said.papers', values: { count: papers.length, list } });
}
