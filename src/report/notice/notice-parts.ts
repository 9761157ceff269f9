// What the sections of a notice share: the words at hand, the order of names, how people and opinions are put.
import type { NoticeFacts, NoticeScope } from '../../domain/notice.ts';
import type { Measure, Standing } from '../../domain/round.ts';
import { comparableName } from '../../domain/texts/text.ts';
import type { TemplateValue } from '../../i18n/language.ts';
import type { Words } from '../../i18n/words.ts';
import { orBlank } from '../wording.ts';
import { inNameOrder } from './stroke-order.ts';

/** What the ledger does not know: given when the notice is issued, else left to be filled in by hand. */
export interface NoticeBlanks {
  /** 期 of the periodical form. */
  readonly issue?: string;
  /** The number of a red-headed document, in place of the periodical's. */
  readonly documentNumber?: string;
  readonly meeting?: string;
  /** Who arranges the talks. */
  readonly talker?: string;
  /** Working days for an objection, and to whom it goes. */
  readonly objectionDays?: string;
  readonly objectionOffice?: string;
  readonly issuer?: string;
  readonly issuedOn?: string;
  readonly contact?: string;
  readonly phone?: string;
  readonly sentTo?: string;
  readonly copies?: string;
}

/** The annexes by number; null for one that is dropped. */
export interface Annexes {
  readonly figures: number | null;
  readonly people: number | null;
  readonly training: number | null;
}

/** Everything that a section is written from. */
export interface NoticeParts {
  readonly facts: NoticeFacts;
  readonly words: Words;
  readonly scope: NoticeScope;
  readonly draft: boolean;
  readonly blanks: NoticeBlanks;
  readonly annexes: Annexes;
  readonly say: (key: string, values?: Readonly<Record<string, TemplateValue>>) => string;
  /** 拟 in a draft. */
  readonly proposed: string;
  /** Those who may be named here, by strokes: nobody in the scope `public`. */
  readonly people: readonly Standing[];
  /** Says how names are ordered, the first time it is asked; empty afterwards. */
  readonly orderNote: () => string;
}

/** A list that is longer is left to the annex. */
const LONGEST_LIST = 30;

/** Brings together what the sections of a notice are written from. */
export function noticeParts(
  facts: NoticeFacts,
  words: Words,
  scope: NoticeScope,
  draft: boolean,
  blanks: NoticeBlanks,
): NoticeParts {
  const say: NoticeParts['say'] = (key, values = {}) => words.text({ key, values });
  const people = scope === 'public' ? [] : inNameOrder(facts.lines);
  let told = false;
  const orderNote = (): string => {
    if (told) return '';
    told = true;
    return say('notice.order');
  };
  const proposed = draft ? say('notice.proposed') : '';
  return {
    facts,
    words,
    scope,
    draft,
    blanks,
    annexes: annexesOf(facts, people),
    say,
    proposed,
    people,
    orderNote,
  };
}

function annexesOf({ totals }: NoticeFacts, people: readonly Standing[]): Annexes {
  let last = 0;
  const next = (there: boolean): number | null => {
    if (!there) return null;
    last += 1;
    return last;
  };
  return {
    figures: next(totals.findings > 0),
    people: next(people.length > 0),
    training: next(people.some((line) => line.nowIn)),
  };
}

const levels = { 乡: 'township', 镇: 'town', 街道: 'subdistrict' } as const;
type Level = (typeof levels)[keyof typeof levels];

/** What the office's name says that it is; undefined when it says none of these, or there is no name. */
export function levelOf({ facts }: NoticeParts): Level | undefined {
  return Object.entries(levels).find(([ending]) => facts.township.endsWith(ending))?.[1];
}

/** A text that names the office's level (乡属各站所办), or the one that fits every office. */
export function sayAtLevel(
  parts: NoticeParts,
  key: 'notice.salutation' | 'notice.team' | 'notice.authority.township',
  values: Readonly<Record<string, TemplateValue>> = {},
): string {
  const level = levelOf(parts);
  if (level === undefined) return parts.say(`${key}.any`, values);
  return parts.say(key, { ...values, level: parts.say(`notice.level.${level}`) });
}

/** Names that 中共×委员会 fits. */
const HAS_COMMITTEE = /[乡镇县区市州省]$/u;

/** Whose notice it is: the party committee of the place, or the office as it is named. */
export function committeeOf(parts: NoticeParts): string {
  const { facts, say, words } = parts;
  const township = orBlank(facts.township, words);
  if (levelOf(parts) === 'subdistrict') return say('notice.committee.subdistrict', { township });
  const named = facts.township !== '' && !HAS_COMMITTEE.test(facts.township);
  return named ? township : say('notice.committee', { township });
}

/** People as a list, or undefined when it is better left to the annex (or nobody may be named). */
export function listed(
  { annexes }: NoticeParts,
  people: readonly Standing[],
  put: (line: Standing) => string,
  join: string,
): string | undefined {
  if (people.length === 0 || (people.length > LONGEST_LIST && annexes.people !== null)) return undefined;
  return people.map(put).join(join);
}

/** The name as running text has it: without the space that files put inside names of two characters. */
export function nameOf({ cadre }: Standing): string {
  return comparableName(cadre.name);
}

/** Unit and name. */
export function personOf({ say }: NoticeParts, line: Standing): string {
  const { unit } = line.cadre;
  return unit === '' ? nameOf(line) : say('notice.person', { unit, name: nameOf(line) });
}

/** A text that begins a sentence: English wants a capital. */
export function sentence(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** What is thought of a line in a few words: its measure, a commendation, else how it moves in the circle. */
export function opinionOf({ words }: NoticeParts, { measure, commended, movement }: Standing): string {
  const said: string[] = [];
  if (measure !== 'none') said.push(words.term(`measure.${measure}`));
  if (commended) said.push(words.term('word.commended'));
  if (measure === 'none' && movement !== 'outside') said.push(words.term(`movement.${movement}`));
  return said.join(words.lang === 'zh' ? '、' : ', ');
}

/** The people with a measure. */
export function withMeasure(people: readonly Standing[], measure: Measure): Standing[] {
  return people.filter((line) => line.measure === measure);
}
