// Sections 五 to 七 of the notice: main problems, next steps, objections and corrections.

import type { NoticeCorrection } from '../../domain/notice.ts';
import type { Standing } from '../../domain/round.ts';
import { byStrokes } from '../../domain/texts/stroke-order.ts';
import { withoutEnding } from '../../domain/texts/text.ts';
import { daysAllowed, orBlank, shortDay } from '../wording.ts';
import { type NoticeParts, personOf } from './notice-parts.ts';
import { itemsOf, type Section } from './notice-sections.ts';

const LONGEST_EXAMPLE = 40;
const MOST_STATIONS = 8;
const ENDS_A_SENTENCE = '。；;，,.、';

/** 五、主要问题 */
export function problems(parts: NoticeParts): Section {
  const { facts, say, scope } = parts;
  const texts = facts.problems.map(({ area, count, examples }) => {
    const values = { area: area === '' ? say('notice.unnamed') : area, count };
    if (scope === 'public' || examples.length === 0) return say('notice.problems.figure', values);
    const texts = examples.map(shortened).join(say('notice.problems.join'));
    return say('notice.problems.item', { ...values, examples: texts });
  });
  return { title: say('notice.problems'), texts: itemsOf(parts, texts) };
}

/** A description short enough for a list, without the stop at its end. */
export function shortened(text: string): string {
  const letters = [...withoutEnding(text.replace(/\s+/gu, ' ').trim(), ENDS_A_SENTENCE)];
  return letters.length <= LONGEST_EXAMPLE
    ? letters.join('')
    : `${letters.slice(0, LONGEST_EXAMPLE).join('')}…`;
}

/** 六、下步要求 */
export function nextSteps(parts: NoticeParts): Section {
  const { facts, say, words } = parts;
  const texts: string[] = [];
  if (facts.totals.notRectified > 0) {
    const deadline = shortDay(facts.nextDeadline, facts.cutoff, words);
    texts.push(say('notice.next.deadline', { stations: stationsOf(parts), deadline }));
  }
  texts.push(say('notice.next.check'));
  if (facts.counts.nowIn > 0) texts.push(say('notice.next.exit'));
  return { title: say('notice.next'), texts: itemsOf(parts, texts) };
}

/** The stations that have something left to do; all of them in one word when they are many or one has no name. */
function stationsOf({ facts, say }: NoticeParts): string {
  const open = facts.byStation.filter(({ figures }) => figures.notRectified > 0).map(({ name }) => name);
  if (open.length > MOST_STATIONS || open.includes('')) return say('notice.next.stations');
  return open.sort(byStrokes).join(say('notice.people_join'));
}

/** 七、异议与更正 */
export function objections(parts: NoticeParts): Section {
  const { facts, say, words, blanks, scope } = parts;
  const text = say('notice.objections.text', {
    days: daysAllowed(blanks.objectionDays || facts.objectDays, words),
    office: orBlank(blanks.objectionOffice, words),
  });
  if (scope === 'public') {
    const corrected =
      facts.corrected === 0 ? '' : say('notice.correction.figure', { count: facts.corrected });
    const upheld = facts.upheld === 0 ? '' : say('notice.appeal.figure', { count: facts.upheld });
    return { title: say('notice.objections'), texts: [(text + upheld + corrected).trimEnd()] };
  }
  const rounds = [...Map.groupBy(facts.corrections, (each) => each.round)].map(([round, corrections]) => {
    const key = round === facts.round ? 'own' : round === facts.round - 1 ? 'last' : 'round';
    const list = corrections.map((each) => corrected(parts, each)).join(say('notice.measures.join'));
    return say(`notice.correction.${key}`, { round, list });
  });
  return {
    title: say('notice.objections'),
    texts: [text.trimEnd(), ...upheldTexts(parts), ...rounds.map((each) => each.trimEnd())],
  };
}

/** The appeals that were upheld, by round; what was corrected for it follows. */
function upheldTexts(parts: NoticeParts): string[] {
  const { facts, say, words } = parts;
  return [...Map.groupBy(facts.appeals, (each) => each.round)].map(([round, appeals]) => {
    const list = appeals
      .map(({ cadre, ruledOn, corrected }) =>
        say(corrected ? 'notice.appeal.corrected' : 'notice.appeal.open', {
          person: personOf(parts, { cadre }),
          day: shortDay(ruledOn, facts.cutoff, words),
        }),
      )
      .join(say('notice.measures.join'));
    return say('notice.appeal', { round, list }).trimEnd();
  });
}

function corrected(parts: NoticeParts, { before, after, reason }: NoticeCorrection): string {
  const { say } = parts;
  const person = personOf(parts, after);
  const now = stateOf(parts, after);
  if (before === null) return say('notice.correction.added', { person, after: now, reason });
  const was = stateOf(parts, before);
  if (was !== now) return say('notice.correction.changed', { person, before: was, after: now, reason });
  return say('notice.correction.counts', { person, before: before.counted, after: after.counted, reason });
}

function stateOf({ say, words }: NoticeParts, { measure, commended, nowIn }: Standing): string {
  const said = [measure === 'none' ? say('notice.correction.nothing') : words.term(`measure.${measure}`)];
  if (commended) said.push(words.term('word.commended'));
  if (nowIn) said.push(say('notice.correction.in_circle'));
  return said.join(say('notice.people_join'));
}
