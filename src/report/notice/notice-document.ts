// The notice of a round as a document: head, sections, annexes, last page (CLERK.md, "The notice of a round").
import { addDays } from '../../domain/days/day.ts';
import type { NoticeFacts, NoticeScope } from '../../domain/notice.ts';
import { withoutPersonalNumbers } from '../../domain/texts/personal-numbers.ts';
import { withoutEnding } from '../../domain/texts/text.ts';
import type { Words } from '../../i18n/words.ts';
import { type Block, type Document, type Masthead, paragraph } from '../document.ts';
import { digestsNamed, longDay, orBlank, shortDay } from '../wording.ts';
import { annexPages } from './notice-annexes.ts';
import {
  committeeOf,
  cutAtPlaces,
  type NoticeBlanks,
  type NoticeParts,
  noticeParts,
  sayAtLevel,
} from './notice-parts.ts';
import { nextSteps, objections, problems } from './notice-rest.ts';
import { circle, commendation, measures, overview, sectionBlocks } from './notice-sections.ts';

export type { NoticeBlanks } from './notice-parts.ts';

export interface NoticeOptions {
  /** By default the scope of the facts; one that names people needs facts that were gathered for it. */
  readonly scope?: NoticeScope;
  /** Whether it is titled 送审稿 and proposes only: by default as the facts say. */
  readonly draft?: boolean;
  /** What the ledger does not know. */
  readonly blanks?: NoticeBlanks;
}

/**
 * The notice, in the order and wording of CLERK.md. It proposes (拟) until the round is closed, and never says that
 * somebody was given a measure because of a count: it lists opinions, and findings next to them.
 */
export function noticeDocument(unmasked: NoticeFacts, words: Words, options: NoticeOptions = {}): Document {
  const facts = withoutPersonalNumbers(unmasked);
  const { scope = facts.scope, draft = facts.draft } = options;
  const { contact, phone, ...given } = options.blanks ?? {};
  // Whom to call is there to be printed.
  const blanks = {
    ...withoutPersonalNumbers(given),
    ...(contact !== undefined && { contact }),
    ...(phone !== undefined && { phone }),
  };
  const parts = noticeParts(facts, words, scope, draft, blanks);
  const body = [overview, commendation, measures, circle, problems, nextSteps, objections].map((each) =>
    each(parts),
  );
  return [
    ...head(parts),
    ...sectionBlocks(parts, body),
    ...foot(parts),
    ...annexPages(parts),
    ...imprint(parts),
    ...archive(parts),
  ];
}

function head(parts: NoticeParts): Block[] {
  const { facts, say, words, scope, draft, blanks } = parts;
  const year = facts.cutoff.slice(0, 4);
  const marks: string[] = [];
  if (scope !== 'public') marks.push(say('notice.header.internal'));
  if (draft) marks.push(say('notice.header.draft'));
  const issue = say('notice.header.issue', { year, issue: orBlank(blanks.issue, words) });
  const committee = cutAtPlaces(committeeOf(parts));
  const title = say('notice.title', { committee, year, round: facts.roundOfYear });
  return [
    {
      kind: 'header',
      left: marks.join('·'),
      right: blanks.documentNumber ?? issue,
      mark: draft ? say('notice.header.draft') : '',
      masthead: masthead(parts),
    },
    { kind: 'title', text: title.replaceAll('|', ''), pieces: title.split('|') },
    { kind: 'address', text: salutation(parts) },
    paragraph(say('document.indent') + opening(parts)),
  ];
}

/** The periodical's masthead (督查通报, its number, who and when), or a red-headed document's (文件, its number). */
function masthead(parts: NoticeParts): Masthead {
  const { facts, say, words, blanks } = parts;
  const year = facts.cutoff.slice(0, 4);
  if (blanks.documentNumber !== undefined) {
    const name = say('notice.masthead.document', { committee: cutAtPlaces(committeeOf(parts)) });
    return {
      name: name.replaceAll('|', ''),
      pieces: name.split('|'),
      number: blanks.documentNumber,
      line: null,
    };
  }
  return {
    name: say('notice.masthead.periodical'),
    number: say('notice.masthead.issue', { year, issue: orBlank(blanks.issue, words) }),
    line: { issuer: issuerOf(parts), day: dayOf(parts) },
  };
}

function issuerOf(parts: NoticeParts): string {
  return parts.blanks.issuer ?? committeeOf(parts);
}

/** The day of the notice: as given, else left open in a draft, else the cutoff. */
function dayOf({ facts, say, words, draft, blanks }: NoticeParts): string {
  if (blanks.issuedOn !== undefined) return blanks.issuedOn;
  return draft ? say('notice.closing.draft_day') : longDay(facts.cutoff, words);
}

function opening(parts: NoticeParts): string {
  const { facts, say, words, draft, blanks } = parts;
  const { cutoff, previousCutoff, policy } = facts;
  const day = (each: typeof cutoff): string => shortDay(each, cutoff, words);
  const team = sayAtLevel(parts, 'notice.team');
  const checked =
    previousCutoff === null
      ? say('notice.opening.first', { team, to: day(cutoff) })
      : say('notice.opening.window', { team, from: day(addDays(previousCutoff, 1)), to: day(cutoff) });
  const meeting = (blanks.meeting ?? facts.meeting).replace(/研究$/u, '');
  // A draft goes to the meeting that will consider it; a closed round without one says nothing.
  const considered =
    meeting !== '' || draft ? say('notice.opening.meeting', { meeting: orBlank(meeting, words) }) : '';
  const basis = say('notice.opening.document', { document: orBlank(policy.document, words) });
  return checked + considered + basis + say('notice.opening.told', { cutoff: day(cutoff) });
}

/** Whom it addresses: as given, else all in the office's charge. */
function salutation(parts: NoticeParts): string {
  const { sentTo } = parts.blanks;
  if (sentTo === undefined) return sayAtLevel(parts, 'notice.salutation');
  return parts.say('notice.salutation.given', { to: withoutEnding(sentTo, '：:。') });
}

function foot(parts: NoticeParts): Block[] {
  const { say, words, blanks, annexes } = parts;
  const items = annexes.map(({ title }, at) =>
    annexes.length === 1 ? title : say('notice.annexes.item', { number: at + 1, title }),
  );
  const list = items.join(say('notice.annexes.join'));
  const [issuer, day] = [issuerOf(parts), dayOf(parts)];
  const contact = { contact: orBlank(blanks.contact, words), phone: orBlank(blanks.phone, words) };
  const indent = say('document.indent');
  const annexed: Block = {
    kind: 'annexes',
    text: indent + say('notice.annexes', { list }),
    lead: say('notice.annexes', { list: '' }),
    items,
  };
  return [
    ...(items.length === 0 ? [] : [annexed]),
    { kind: 'closing', text: say('notice.closing', { issuer, day }), issuer, day },
    paragraph(indent + say('notice.contact', contact)),
  ];
}

/** 版记 (GB/T 9704-2012, 7.4): at the foot of the last, even page. */
function imprint(parts: NoticeParts): Block[] {
  const { say, words, blanks } = parts;
  const { copiedTo } = blanks;
  const copied =
    copiedTo === '-' ? '' : say('notice.copied', { to: withoutEnding(orBlank(copiedTo, words), '。.') });
  const copies = say('notice.copies', { copies: orBlank(blanks.copies, words) });
  const issuer = blanks.printedBy ?? issuerOf(parts);
  const printed = say('notice.printed', { day: dayOf(parts) });
  const text = say('notice.imprint', { issuer, printed, copies });
  return [
    { kind: 'page', apart: 'even' },
    {
      kind: 'imprint',
      text: copied === '' ? text : copied + say('notice.annexes.join') + text,
      copied,
      copies,
      issuer,
      printed,
    },
  ];
}

/** A sheet of its own, not one of the document's pages: with it a printed notice can be compared with the ledger. */
function archive(parts: NoticeParts): Block[] {
  const { facts, say, words, scope } = parts;
  const year = facts.cutoff.slice(0, 4);
  const cutoff = longDay(facts.cutoff, words);
  const lines = [
    say('notice.archive.round', { round: facts.round, year, of_year: facts.roundOfYear, cutoff }),
    say('notice.archive.policy', { name: facts.policy.name, version: facts.policy.version }),
  ];
  if (scope !== 'public' && facts.approvedBy !== '') {
    lines.push(say('notice.archive.approved', { approved_by: facts.approvedBy }));
  }
  if (facts.meeting !== '') lines.push(say('notice.archive.meeting', { meeting: facts.meeting }));
  lines.push(
    ...digestsNamed(facts.digests).map(({ which, digest }) => say(`notice.archive.${which}`, { digest })),
  );
  return [
    { kind: 'page', apart: 'odd' },
    { kind: 'heading', text: say('notice.archive') },
    ...lines.map(paragraph),
  ];
}
