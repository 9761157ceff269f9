// The papers after the closing, of one cadre or of many: which there are, and each as a document (CLERK.md, "Forms").
import type { PaperKind } from '../../domain/measure.ts';
import { withoutPersonalNumbers } from '../../domain/texts/personal-numbers.ts';
import type { Words } from '../../i18n/words.ts';
import { type PaperFacts, papersFor } from '../../scoring/measures/papers.ts';
import type { Document } from '../document.ts';
import { serviceRecord, talkRecord } from './paper-forms.ts';
import { resultNotice, talkNotice } from './paper-letters.ts';
import { type PaperGiven, type PaperParts, paperParts } from './paper-parts.ts';

const writers: Readonly<Record<PaperKind, (parts: PaperParts) => Document>> = {
  result_notice: resultNotice,
  talk_notice: talkNotice,
  talk_record: talkRecord,
  service_record: serviceRecord,
};

/** One paper of one cadre, and of which kind it is. */
export interface Paper {
  readonly cadreNo: string;
  readonly kind: PaperKind;
  readonly facts: PaperFacts;
}

/** The papers that people need, cadre by cadre. @param only of one kind alone */
export function papersNeeded(people: readonly PaperFacts[], only: PaperKind | null): Paper[] {
  return people.flatMap((facts) =>
    papersFor(facts)
      .filter((kind) => only === null || kind === only)
      .map((kind) => ({ cadreNo: facts.cadre.cadreNo, kind, facts })),
  );
}

/** Papers as one document, each on its own page. */
export function papersDocument(papers: readonly Paper[], given: PaperGiven, words: Words): Document {
  return papers.flatMap(({ kind, facts }) =>
    writers[kind](paperParts(withoutPersonalNumbers(facts), withoutPersonalNumbers(given), words)),
  );
}
