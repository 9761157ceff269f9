// What the sections of a notice share: the words at hand, the order of names, how people and opinions are put.
import { authorityOf, type NoticeFacts, type NoticeScope } from '../../domain/notice.ts';
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
  /** 主送. */
  readonly sentTo?: string;
  /** 抄送; `-` for none. */
  readonly copiedTo?: string;
  /** 印发机关. */
  readonly printedBy?: string;
  readonly copies?: string;
}

export type AnnexKey = 'figures' | 'people' | 'training';

/** An annex: its label (附件1; 附件 where it is the only one) and its title, as the list of annexes has them too. */
export interface Annex {
  readonly key: AnnexKey;
  readonly label: string;
  readonly title: string;
  /** Those whom a list of names names. */
  readonly people: readonly Standing[];
}

/** Everything that a section is written from. */
export interface NoticeParts {
  readonly facts: NoticeFacts;
  readonly words: Words;
  readonly scope: NoticeScope;
  readonly draft: boolean;
  readonly blanks: NoticeBlanks;
  /** Those that have content, in their order. */
  readonly annexes: readonly Annex[];
  readonly say: (key: string, values?: Readonly<Record<string, TemplateValue>>) => string;
  /** 拟 in a draft. */
  readonly proposed: string;
  /** Those who may be named here, by strokes: no one in the scope `public`. */
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
  let stated = false;
  const orderNote = (): string => {
    if (stated) return '';
    stated = true;
    return say('notice.order');
  };
  const proposed = draft ? say('notice.proposed') : '';
  return {
    facts,
    words,
    scope,
    draft,
    blanks,
    annexes: annexesOf(facts, people, say),
    say,
    proposed,
    people,
    orderNote,
  };
}

function annexesOf(
  facts: NoticeFacts,
  people: readonly Standing[],
  say: NoticeParts['say'],
): readonly Annex[] {
  const isCounty = ({ cadre }: Standing): boolean => authorityOf(cadre.managedBy) === 'county';
  const ofCounty = people.filter(isCounty);
  const others = people.filter((line) => !isCounty(line));
  const own = `notice.annex.${levelOf(facts.township) ?? 'any'}`;
  // Those managed by the county are on a sheet of their own, an annex as the others are.
  const parted = ofCounty.length > 0 && others.length > 0;
  const names = parted
    ? [namesOf(say, own, others), namesOf(say, countyKey(facts, people), ofCounty)]
    : [{ title: say('notice.annex.people'), people }];
  const there = [
    { key: 'figures', title: say('notice.annex.figures'), people: [], has: facts.totals.findings > 0 },
    ...names.map((each) => ({ ...each, key: 'people', has: people.length > 0 }) as const),
    { key: 'training', title: say('notice.annex.training'), people, has: people.some((line) => line.nowIn) },
  ] as const;
  const kept = there.filter(({ has }) => has);
  return kept.map(({ key, title, people: named }, at) => {
    const label = kept.length === 1 ? say('notice.annex.only') : say('notice.annex', { number: at + 1 });
    return { key, label, title, people: named };
  });
}

function namesOf(say: NoticeParts['say'], whose: string, people: readonly Standing[]) {
  return { title: say('notice.annex.people') + say('notice.annex.of', { whose: say(whose) }), people };
}

/** The annexes of a kind as a text refers to them: 附件2、附件3; empty where there is none. */
export function annexesNamed({ annexes, say }: NoticeParts, key: AnnexKey): string {
  return annexes
    .filter((each) => each.key === key)
    .map(({ label }) => label)
    .join(say('notice.annex.join'));
}

const levels = { 乡: 'township', 镇: 'town', 街道: 'subdistrict' } as const;
type Level = (typeof levels)[keyof typeof levels];

/** The name of a place, and what its office may be called behind it. */
const PLACE = /(乡|镇|街道)(?:党委|党工委|人民政府|政府|办事处|工作委员会|委员会)?$/u;

/** What the office's name says that it is; undefined when it says none of these, or there is no name. */
function levelOf(township: string): Level | undefined {
  const ending = PLACE.exec(township)?.[1];
  return Object.entries(levels).find(([each]) => each === ending)?.[1];
}

const counties = { 县: 'county', 区: 'district', 市: 'city', 旗: 'banner' } as const;
export type County = (typeof counties)[keyof typeof counties];

/** What is above the office: as the roster says of those whom it manages, else a district above a 街道, else a county. */
export function countyOf(facts: NoticeFacts, people: readonly Standing[]): County {
  const said = people.find(({ cadre }) => authorityOf(cadre.managedBy) === 'county')?.cadre.managedBy ?? '';
  const found = Object.entries(counties).find(([word]) => said.includes(word));
  return found?.[1] ?? (levelOf(facts.township) === 'subdistrict' ? 'district' : 'county');
}

const countyKey = (facts: NoticeFacts, people: readonly Standing[]): string =>
  `notice.annex.${countyOf(facts, people)}`;

/** A text that names the office's level (乡属各站所办), or the one that fits every office. */
export function sayAtLevel(
  parts: NoticeParts,
  key: 'notice.salutation' | 'notice.team' | 'notice.authority.township',
  values: Readonly<Record<string, TemplateValue>> = {},
): string {
  const level = levelOf(parts.facts.township);
  if (level === undefined) return parts.say(`${key}.any`, values);
  return parts.say(key, { ...values, level: parts.say(`notice.level.${level}`) });
}

/** Names that 中共×委员会 fits. */
const HAS_COMMITTEE = /(?:[乡镇县区市州省]|街道)$/u;

/** Whose notice it is: the party committee of the place, or the office as it is named. */
export function committeeOf({ facts, say, words }: NoticeParts): string {
  return committeeNamed(facts.township, say, words);
}

/** The party committee of a place by its name, or the office as it is named. */
export function committeeNamed(township: string, say: NoticeParts['say'], words: Words): string {
  if (township !== '' && !HAS_COMMITTEE.test(township)) return township;
  const key = levelOf(township) === 'subdistrict' ? 'notice.committee.subdistrict' : 'notice.committee';
  return say(key, { township: orBlank(township, words) });
}

/** A name of so many characters has room on a line of a title. */
const ON_A_LINE = 20;
/** Behind the name of a place in a longer name: where a line of a title may end. */
const PLACES = /(?<=.{2}(?:自治[区州县旗]|(?<![贵广杭苏福郑兰徐常湖温台])州|[省市县区旗盟]))(?=.{2})/gu;

/** A long name with a mark (|) where a line may end. */
export function cutAtPlaces(name: string): string {
  return [...name].length > ON_A_LINE ? name.replace(PLACES, '|') : name;
}

/** People as a list, or undefined when it is better left to the annex (or no one may be named). */
export function listed(
  { annexes }: NoticeParts,
  people: readonly Standing[],
  put: (line: Standing) => string,
  join: string,
): string | undefined {
  if (people.length === 0 || (people.length > LONGEST_LIST && annexes.some(({ key }) => key === 'people')))
    return undefined;
  return people.map(put).join(join);
}

/** The name as running text has it: without the space that files put inside names of two characters. */
export function nameOf({ cadre }: { readonly cadre: Pick<Standing['cadre'], 'name'> }): string {
  return comparableName(cadre.name);
}

/** Unit and name. */
export function personOf(
  { say }: NoticeParts,
  line: { readonly cadre: Pick<Standing['cadre'], 'name' | 'unit'> },
): string {
  const { unit } = line.cadre;
  return unit === '' ? nameOf(line) : say('notice.person', { unit, name: nameOf(line) });
}

/** A text that begins a sentence: English wants a capital. */
export function sentence(text: string): string {
  return text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}

/** The opinion on a line in short: its measure, a commendation, else how it moves in the circle. */
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
