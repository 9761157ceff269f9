// Sections 一 to 四 of the notice: figures, commendation, measures, the strict circle.
import { authorityOf } from '../../domain/notice.ts';
import type { Measure, Standing } from '../../domain/round.ts';
import { type Block, heading, paragraph } from '../document.ts';
import { orBlank, ordinal } from '../wording.ts';
import {
  annexesNamed,
  countyOf,
  listed,
  type NoticeParts,
  nameOf,
  personOf,
  sayAtLevel,
  sentence,
  withMeasure,
} from './notice-parts.ts';

/** A section: its title and the text below; left out when there is none. */
export interface Section {
  readonly title: string;
  readonly texts: readonly string[];
}

/** Sections as blocks, those that are empty dropped and the numbering closed up. */
export function sectionBlocks({ say, words }: NoticeParts, sections: readonly Section[]): Block[] {
  return sections
    .filter(({ texts }) => texts.length > 0)
    .flatMap(({ title, texts }, place) => [
      heading(say('document.section', { number: ordinal(place + 1, words), title })),
      ...texts.map((text) => paragraph(say('document.indent') + text)),
    ]);
}

/** （一）（二）… before each of several texts; one alone needs no number. */
export function itemsOf({ say, words }: NoticeParts, texts: readonly string[]): string[] {
  if (texts.length === 1) return texts.map(sentence);
  return texts.map((text, place) =>
    say('document.item', { number: ordinal(place + 1, words), text: sentence(text) }),
  );
}

/** 一、总体情况: figures of 0 are left out. */
export function overview(parts: NoticeParts): Section {
  const { facts, say } = parts;
  const { totals, withoutDeadline } = facts;
  const title = say('notice.overview');
  const left =
    withoutDeadline === 0 ? '' : say('notice.overview.without_deadline', { count: withoutDeadline });
  if (totals.findings === 0) return { title, texts: [say('notice.overview.nothing') + left] };
  const figuresIn = annexesNamed(parts, 'figures');
  const text = [
    say('notice.overview.concerned', { findings: totals.findings, cadres: facts.cadres }),
    sentence(outcomes(parts).join(say('notice.overview.join'))),
    sinceLast(parts),
    say('notice.overview.end'),
    lateDuties(parts),
    figuresIn === '' ? '' : say('notice.overview.annex', { annex: figuresIn }),
    left,
  ];
  return { title, texts: [text.join('').trimEnd()] };
}

function outcomes({ facts: { totals }, say }: NoticeParts): string[] {
  const { inTime, late, waiting, objected, extended, notRectified, overdue } = totals;
  const how = late === 0 ? 'all_in_time' : inTime === 0 ? 'all_late' : 'both';
  const left = overdue === 0 ? 'none' : overdue === notRectified ? 'all' : 'some';
  const counts = { waiting, objected, extended };
  return [
    inTime + late === 0
      ? say('notice.overview.rectified_none')
      : say(`notice.overview.rectified.${how}`, { rectified: inTime + late, in_time: inTime, late }),
    ...(['waiting', 'objected', 'extended'] as const)
      .filter((key) => counts[key] > 0)
      .map((key) => say(`notice.overview.${key}`, { count: counts[key] })),
    ...(notRectified === 0
      ? []
      : [say(`notice.overview.not_rectified.${left}`, { not_rectified: notRectified, overdue })]),
  ];
}

/** Checks and rulings that the office owes: not what there is none of. */
function lateDuties({ facts: { officeLate }, say }: NoticeParts): string {
  const told = (['checks', 'rulings'] as const)
    .filter((key) => officeLate[key] > 0)
    .map((key) => say(`notice.overview.late_${key}`, { count: officeLate[key] }));
  return told.length === 0 ? '' : say('notice.overview.late', { told: told.join(say('notice.people_join')) });
}

function sinceLast({ facts, say }: NoticeParts): string {
  if (facts.sinceLast === null) return '';
  const { added, rectified } = facts.sinceLast;
  if (added + rectified === 0) return '';
  const texts = [
    ...(added > 0 ? [say('notice.overview.since_added', { count: added })] : []),
    ...(rectified > 0 ? [say('notice.overview.since_rectified', { count: rectified })] : []),
  ];
  return say('notice.overview.since', { told: texts.join(say('notice.people_join')) });
}

/** 二、予以肯定 */
export function commendation(parts: NoticeParts): Section {
  const { facts, say, proposed, people, scope } = parts;
  const title = say('notice.commended', { proposed });
  const count = facts.counts.commended;
  if (count === 0) return { title, texts: [] };
  const commended = people.filter((line) => line.commended);
  const names = listed(parts, commended, (line) => personOf(parts, line), say('notice.people_join'));
  if (names === undefined) {
    const note = scope === 'public' ? '' : annexNote(parts);
    return { title, texts: [say('notice.commended.figure', { count, proposed, note })] };
  }
  if (count === 1) return { title, texts: [say('notice.commended.one', { people: names, proposed })] };
  const note = parts.orderNote();
  return { title, texts: [say('notice.commended.many', { people: names, count, proposed, note })] };
}

/** 三、未按要求整改到位的处理意见 */
export function measures(parts: NoticeParts): Section {
  const texts = (['self_criticism', 'reminder_talk', 'admonition_talk'] as const)
    .filter((measure) => parts.facts.counts.measures[measure].all > 0)
    .map((measure) => (measure === 'admonition_talk' ? byAuthority(parts) : oneMeasure(parts, measure)));
  return { title: parts.say('notice.measures'), texts: itemsOf(parts, texts) };
}

function oneMeasure(parts: NoticeParts, measure: Exclude<Measure, 'none'>): string {
  const { facts, words, proposed, people, say } = parts;
  const count = facts.counts.measures[measure].all;
  const values = { proposed, measure: words.term(`measure.${measure}`), count };
  const given = withMeasure(people, measure);
  const names = listed(parts, given, (line) => measuredPerson(parts, line), say('notice.measures.join'));
  if (names === undefined) return say('notice.measures.figure', { ...values, note: annexNote(parts) });
  const note = given.length > 1 ? parts.orderNote() : '';
  return say('notice.measures.item', { ...values, note, people: names });
}

/** Admonition talks: the township's own, and those for whom another authority must be asked. */
function byAuthority(parts: NoticeParts): string {
  const { facts, words, proposed, people, say, blanks } = parts;
  const { all, county, other } = facts.counts.measures.admonition_talk;
  const given = withMeasure(people, 'admonition_talk');
  const join = say('notice.measures.join');
  const note = given.length > 1 ? parts.orderNote() : '';
  const whole = listed(parts, given, (line) => measuredPerson(parts, line), join) !== undefined;
  const peopleOf = (authority: ReturnType<typeof authorityOf>): string =>
    given
      .filter((line) => authorityOf(line.cadre.managedBy) === authority)
      .map((line) => measuredPerson(parts, line))
      .join(join);
  const groups = (
    [
      ['township', all - county - other],
      ['county', county],
      ['other', other],
    ] as const
  )
    .filter(([, count]) => count > 0)
    .map(([authority, count]) => {
      const inside = whole ? say('notice.measures.people', { people: peopleOf(authority) }) : '';
      const talker = orBlank(blanks.talker, words);
      const values = { count, people: inside, county: say(`notice.${countyOf(facts, parts.people)}`) };
      if (authority !== 'township') return say(`notice.authority.${authority}`, values);
      return sayAtLevel(parts, 'notice.authority.township', { count, talker, people: inside });
    });
  return say('notice.measures.item', {
    proposed,
    measure: words.term('measure.admonition_talk'),
    count: all,
    note: whole ? note : annexNote(parts),
    people: groups.join(join),
  });
}

function annexNote(parts: NoticeParts): string {
  const annex = annexesNamed(parts, 'people');
  return annex === '' ? '' : parts.say('notice.see_annex', { annex });
}

function measuredPerson({ say, facts }: NoticeParts, line: Standing): string {
  const { cadre, counted } = line;
  const followed = facts.talked.includes(cadre.cadreNo);
  const note = followed ? say('notice.measures.continued') : '';
  const key = cadre.unit === '' ? 'notice.measures.person_alone' : 'notice.measures.person';
  return say(key, { unit: cadre.unit, name: nameOf(line), count: counted, note });
}

/** 四、“进退严圈”情况 */
export function circle(parts: NoticeParts): Section {
  const { facts, say, proposed, people } = parts;
  const { enter, stay, followedUp, exit, departed, nowIn } = facts.counts;
  const title = say('notice.circle');
  if (enter + stay + exit + departed === 0) return { title, texts: [] };
  const named = (movement: Standing['movement']): string => {
    const moving = people.filter((line) => line.movement === movement);
    const names = listed(parts, moving, nameOf, say('notice.people_join'));
    return names === undefined ? '' : say('notice.circle.people', { people: names });
  };
  const staying = followedUp === stay ? 'stay' : followedUp === 0 ? 'stay_talks' : 'stay_some';
  const texts: string[] = [];
  if (enter > 0) texts.push(say('notice.circle.enter', { proposed, count: enter }));
  if (stay > 0) texts.push(say(`notice.circle.${staying}`, { proposed, count: stay, followed: followedUp }));
  if (exit > 0) texts.push(say('notice.circle.exit', { proposed, count: exit, people: named('exit') }));
  if (departed > 0) texts.push(say('notice.circle.departed', { count: departed, people: named('departed') }));
  texts.push(say('notice.circle.now', { proposed, count: nowIn }));
  const county = say(`notice.${countyOf(facts, people)}`);
  const annex = annexesNamed(parts, 'training');
  const training =
    annex === ''
      ? say('notice.circle.training_figure', { county })
      : say('notice.circle.training', { annex, county });
  const text = texts.join(say('notice.circle.join')) + (nowIn > 0 ? training : '');
  return { title, texts: [sentence(text.trimEnd())] };
}
