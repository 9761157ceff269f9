// Papers that are letters to the cadre: the notice of a talk, and that of entering, leaving or a change.
import { type PaperFacts, type ResultTold, resultOf } from '../../scoring/measures/papers.ts';
import type { Block, Document } from '../document.ts';
import { longDay, orBlank } from '../wording.ts';
import {
  appealText,
  closing,
  cutOff,
  indented,
  letterHead,
  measureNamed,
  objectText,
  openingValues,
  type PaperParts,
  reasonTexts,
  sectionsOf,
  talkerOf,
} from './paper-parts.ts';

/** 谈话通知书: when, where and by whom the blanks say, the reasons are filled in. */
export function talkNotice(parts: PaperParts): Document {
  const { facts, say, words } = parts;
  const { talked } = facts;
  const time = talked === null ? say('paper.talk.time_blank') : longDay(talked.on, words);
  const blank = orBlank('', words);
  const texts = [
    say('paper.talk.kind', { measure: measureNamed(parts, facts.measure) }),
    say('paper.talk.time', { time }),
    say('paper.talk.place', { place: blank }),
    say('paper.talk.talker', { talker: talkerOf(parts) || blank }),
  ];
  const opening = say('paper.opening.talk', {
    ...openingValues(parts),
    measure: measureNamed(parts, facts.measure),
  });
  return letter(parts, say('paper.title.talk_notice'), opening, [
    { title: say('paper.talk.arrangement'), texts },
    { title: say('paper.talk.reason'), texts: reasonTexts(parts) },
    { title: say('paper.talk.asked'), texts: [say('paper.talk.asked_text')] },
    // Where a result notice goes along, that says so.
    {
      title: say('paper.rights'),
      texts: resultOf(facts) === null ? [objectText(parts) + appealText(parts)] : [],
    },
  ]);
}

/** 进圈告知书, 退圈告知书 or that of a change: what the closing changed for the cadre, and why. */
export function resultNotice(parts: PaperParts): Document {
  const { facts, say } = parts;
  const told = resultOf(facts) ?? 'changed';
  return letter(parts, say(`paper.title.${told}`), say('paper.opening', openingValues(parts)), [
    { title: say('paper.result'), texts: [resultText(parts, told)] },
    { title: say('paper.why'), texts: whyTexts(parts, told) },
    { title: say('paper.exit'), texts: [exitText(parts)] },
    { title: say('paper.rights'), texts: [objectText(parts) + appealText(parts)] },
  ]);
}

function letter(
  parts: PaperParts,
  title: string,
  opening: string,
  sections: Parameters<typeof sectionsOf>[1],
): Block[] {
  return [
    { kind: 'page', form: true, restart: true },
    ...letterHead(parts, title),
    indented(parts, opening),
    ...sectionsOf(parts, sections),
    closing(parts),
    ...cutOff(parts, title),
  ];
}

function resultText(parts: PaperParts, told: ResultTold): string {
  const { facts, say, words } = parts;
  const { measure, influence, proposed, correction } = facts;
  const settledOtherwise = correction === '' && proposed !== null && proposed !== measure;
  const settled = say(resultKey(facts, told), {
    measure: measureNamed(parts, measure),
    before: measureNamed(parts, facts.before ?? 'none'),
    place: say(facts.nowIn ? 'paper.result.in_circle' : 'paper.result.out'),
  });
  return [
    correction === '' ? settled : correctedText(parts),
    settledOtherwise
      ? say('paper.result.proposed', {
          proposed: measureNamed(parts, proposed),
          measure: measureNamed(parts, measure),
        })
      : '',
    influence === null
      ? ''
      : say('paper.result.influence', {
          from: longDay(influence.from, words),
          last: longDay(influence.last, words),
        }),
  ].join('');
}

function correctedText(parts: PaperParts): string {
  const { facts, say } = parts;
  return say('paper.result.corrected', {
    frozen: measureNamed(parts, facts.frozen),
    measure: measureNamed(parts, facts.measure),
    place: say(facts.nowIn ? 'paper.result.corrected_in' : 'paper.result.out'),
  });
}

function resultKey({ measure, nowIn, before }: PaperFacts, told: ResultTold): string {
  const none = measure === 'none';
  if (told === 'enter') return none ? 'paper.result.enter_kept' : 'paper.result.enter';
  if (told === 'exit') return none ? 'paper.result.exit' : 'paper.result.exit_measure';
  if (told === 'given') return nowIn ? 'paper.result.given_in' : 'paper.result.given';
  return before === null || before === measure ? 'paper.result.set' : 'paper.result.changed';
}

/** Why; of who leaves also that what the exit takes is met, which a decision does not ask. */
function whyTexts(parts: PaperParts, told: ResultTold): string[] {
  const { facts, say } = parts;
  const texts = reasonTexts(parts);
  if (told !== 'exit' || facts.reasons?.decisionReason !== '' || facts.exit.length === 0) return texts;
  const list = facts.exit.map((each) => say(`paper.exit.${each}`)).join(say('paper.why.join'));
  return [...texts, say('paper.why.met', { list })];
}

/** What leaving takes, for who is in. */
function exitText({ facts, say }: PaperParts): string {
  if (!facts.nowIn) return '';
  const asked = facts.exit.map((each) => `paper.exit.${each}`);
  if (facts.inByMeasure || asked.length === 0) asked.unshift('paper.exit.below_tier');
  const list = asked.map((key) => say(key)).join(say('paper.why.join'));
  return say('paper.exit.text', { list });
}
