// What the papers after the closing share: who is meant, why, how to object and appeal, who gives it out.
import type { Day } from '../../domain/days/day.ts';
import { authorityOf } from '../../domain/notice.ts';
import { masker } from '../../domain/texts/mask.ts';
import { comparableName, withoutEnding } from '../../domain/texts/text.ts';
import type { TemplateValue } from '../../i18n/language.ts';
import type { Words } from '../../i18n/words.ts';
import type { PaperFacts } from '../../scoring/measures/papers.ts';
import { type Block, heading, paragraph } from '../document.ts';
import { committeeNamed } from '../notice/notice-parts.ts';
import { shortened } from '../notice/notice-rest.ts';
import { daysAllowed, longDay, orBlank, ordinal, untilText } from '../wording.ts';

const MOST_FINDINGS = 8;
const ENDS_A_SENTENCE = '。.';

/** What a command gives in the place of what the ledger knows; empty or null where nothing was given. */
export interface PaperGiven {
  /** Who gives it out; else as the office says, else the committee of the township. */
  readonly signed: string;
  readonly issuedOn: Day | null;
  readonly talker: string;
  readonly objectionOffice: string;
}

/** What the parts of a paper are written from. */
export interface PaperParts {
  readonly facts: PaperFacts;
  readonly given: PaperGiven;
  readonly words: Words;
  readonly say: (key: string, values?: Readonly<Record<string, TemplateValue>>) => string;
  /** Masks the names of others in a text. */
  readonly mask: (text: string) => string;
}

/** The parts of one cadre's papers. */
export function paperParts(facts: PaperFacts, given: PaperGiven, words: Words): PaperParts {
  const say: PaperParts['say'] = (key, values = {}) => words.text({ key, values });
  return { facts, given, words, say, mask: masker(facts.othersNames, [facts.cadre.name]) };
}

/** A title under which a person is addressed. */
export function letterHead({ facts: { cadre }, say }: PaperParts, title: string): Block[] {
  const about = [say('explain.person.number', { cadre_no: cadre.cadreNo }), cadre.unit];
  return [
    { kind: 'title', text: title },
    {
      kind: 'address',
      text: say('explain.person', {
        name: comparableName(cadre.name),
        about: about.filter((each) => each !== '').join(say('explain.join')),
      }),
    },
  ];
}

/** A paragraph that is indented. */
export function indented({ say }: PaperParts, text: string): Block {
  return paragraph(say('document.indent') + text.trimEnd());
}

/** Sections with their numbers; those without a text are left out. */
export function sectionsOf(
  parts: PaperParts,
  sections: readonly { readonly title: string; readonly texts: readonly string[] }[],
): Block[] {
  return sections
    .map(({ title, texts }) => ({ title, texts: texts.filter((text) => text.trim() !== '') }))
    .filter(({ texts }) => texts.length > 0)
    .flatMap(({ title, texts }, place) => [
      heading(parts.say('document.section', { number: ordinal(place + 1, parts.words), title })),
      ...texts.map((text) => indented(parts, text)),
    ]);
}

/** Who gives it out, and the day. */
export function closing({ facts, given, say, words }: PaperParts): Block {
  const issuer = given.signed || facts.office.signed || committeeNamed(facts.township, say, words);
  const issuedOn = given.issuedOn ?? facts.issuedOn;
  const day = issuedOn === null ? say('notice.closing.draft_day') : longDay(issuedOn, words);
  return { kind: 'closing', text: say('notice.closing', { issuer, day }), issuer, day };
}

/** To be cut off, where no service record goes with the paper. */
export function cutOff({ facts, say }: PaperParts, title: string): Block[] {
  if (facts.measure !== 'none') return [];
  const { round, cadre } = facts;
  const values = { name: comparableName(cadre.name), round: round.number, title };
  return [
    {
      kind: 'receipt',
      text: say('document.indent') + say('paper.receipt', values),
      sign: say('paper.receipt.sign'),
    },
  ];
}

/** Basis and approval of the round, the day of its cutoff. */
export function openingValues({ facts: { round }, say, words }: PaperParts) {
  const { meeting, approvedBy, document, number, cutoff } = round;
  const approved =
    meeting !== ''
      ? say('paper.approved_meeting', { meeting: meeting.replace(/研究$/u, '') })
      : approvedBy === ''
        ? ''
        : say('paper.approved', { approved_by: approvedBy });
  return {
    document: say('paper.document', { document: orBlank(document, words) }),
    approved,
    round: number,
    cutoff: longDay(cutoff, words),
  };
}

/** The word of a measure; of none, that there is none. */
export function measureNamed({ say, words }: PaperParts, measure: PaperFacts['measure']): string {
  return measure === 'none' ? say('paper.none') : words.term(`measure.${measure}`);
}

/** What counted: numbers first, then the findings. */
export function reasonTexts(parts: PaperParts): string[] {
  const { facts, say, mask } = parts;
  const { reasons, correction, round } = facts;
  const texts: string[] = [];
  if (reasons === null) texts.push(say('paper.why.elsewhere', { round: round.number }));
  else {
    const list = countsOf(parts, reasons);
    const counts =
      list.length === 0
        ? say('paper.why.none')
        : say('paper.why.counts', { list: list.join(say('explain.join')) });
    texts.push(counts, ...findingsOf(parts, reasons.findings));
    if (reasons.decisionReason !== '')
      texts.push(say('paper.why.decided', { reason: plain(mask(reasons.decisionReason)) }));
  }
  if (correction !== '') texts.push(say('paper.why.correction', { reason: plain(mask(correction)) }));
  return texts;
}

type Reasons = NonNullable<PaperFacts['reasons']>;

function countsOf({ say }: PaperParts, { counted, overdue, behindTasks, absences }: Reasons): string[] {
  const late = overdue === 0 ? '' : say('explain.result.overdue', { count: overdue });
  return [
    ...(counted === 0 ? [] : [say('explain.result.counted', { counted, overdue: late })]),
    ...(behindTasks === 0 ? [] : [say('explain.result.behind', { count: behindTasks })]),
    ...(absences === 0 ? [] : [say('explain.result.absences', { count: absences })]),
  ];
}

/** The findings, each on a line of its own: numbers are not broken there. */
function findingsOf({ say, mask }: PaperParts, findings: Reasons['findings']): string[] {
  const named = findings.slice(0, MOST_FINDINGS).map(({ findingNo, description }, at) =>
    say('paper.why.finding', {
      number: at + 1,
      finding_no: findingNo,
      description: shortened(mask(description)),
    }),
  );
  const rest = findings.length - named.length;
  return rest === 0 ? named : [...named, say('paper.why.more', { count: rest })];
}

const plain = (text: string): string => withoutEnding(text, ENDS_A_SENTENCE);

/** How to object to the facts. */
export function objectText({ facts, given, say, words }: PaperParts): string {
  return say('paper.rights.object', {
    days: daysAllowed(facts.objectDays, words),
    office: orBlank(given.objectionOffice || facts.office.objection_office, words),
    last: untilText(facts.objectLast, words),
  });
}

/** How to appeal the measure; empty where there is none. */
export function appealText({ facts, given, say, words }: PaperParts): string {
  if (facts.measure === 'none') return '';
  return say('paper.rights.appeal', {
    days: daysAllowed(facts.appealDays, words),
    office: orBlank(given.objectionOffice || facts.office.objection_office, words),
    last: untilText(facts.appealLast, words),
  });
}

/** Who holds the talk: who held it, else as given; a cadre of the county's is not talked with by the office's own. */
export function talkerOf({ facts, given }: PaperParts): string {
  const own = authorityOf(facts.cadre.managedBy) === 'township' ? facts.office.talker : '';
  return facts.talked?.talker ?? (given.talker || own);
}

/** The unit, and the post where one is known. */
export function unitAndPost({ facts: { cadre } }: PaperParts): string {
  return [cadre.unit, cadre.post].filter((each) => each !== '').join('　');
}
