// The explanation of a cadre's line as a document that can be handed to the person.
import { formatPoints } from '../../domain/amount.ts';
import type { Day } from '../../domain/days/day.ts';
import { masker } from '../../domain/texts/mask.ts';
import { withoutPersonalNumbers } from '../../domain/texts/personal-numbers.ts';
import type { Words } from '../../i18n/words.ts';
import type { Explanation } from '../../scoring/explanation.ts';
import { type Block, type Document, heading, paragraph } from '../document.ts';
import { committeeNamed } from '../notice/notice-parts.ts';
import { daysAllowed, longDay, orBlank, ordinal, untilText } from '../wording.ts';
import { commendedText } from './explain-commended.ts';
import { absenceTexts, findingTexts, rectifiedTexts, taskTexts } from './explain-facts.ts';
import type { ExplainParts } from './explain-parts.ts';
import { circleTexts, decisionTexts, tierTexts } from './explain-result.ts';

/** By when, and to whom, an objection or an appeal goes: blank where nothing says so. */
export interface ExplainBlanks {
  /** The last days, where the measure was served. */
  readonly objectLast?: Day | null;
  readonly appealDays?: string;
  readonly appealLast?: Day | null;
  readonly objectionDays?: string;
  readonly objectionOffice?: string;
  /** By when, and worded as, a statement is to be made. */
  readonly stateBy?: string;
  /** Who gives it out; else the committee of the township. */
  readonly issuer?: string;
  readonly township?: string;
  /** The day, worded. */
  readonly issuedOn?: string;
}

/** What was given with an explanation: empty or null where nothing was. */
interface ExplainGiven {
  readonly objectionOffice: string;
  readonly lastDays: {
    readonly objectDays: string;
    readonly appealDays: string;
    readonly objectLast: Day | null;
    readonly appealLast: Day | null;
  };
  readonly stateBy: Day | null;
  readonly signed: string;
  readonly township: string;
  readonly issuedOn: Day | null;
}

/** What was given, in the words of the text. */
export function explainBlanks(given: ExplainGiven, words: Words): ExplainBlanks {
  const { lastDays, objectionOffice, stateBy, signed, township, issuedOn } = given;
  const { objectDays: objectionDays, ...rest } = lastDays;
  const dayOf = (day: Day | null): string => (day === null ? '' : longDay(day, words));
  const days = { stateBy: dayOf(stateBy), issuedOn: dayOf(issuedOn) };
  return { objectionDays, ...rest, objectionOffice, ...days, issuer: signed, township };
}

/** The explanation in words: result, findings, tiers, circle, and how to object. */
export function explainDocument(unmasked: Explanation, words: Words, given: ExplainBlanks = {}): Document {
  const [explanation, blanks] = [withoutPersonalNumbers(unmasked), withoutPersonalNumbers(given)];
  const { round, cadre, othersNames } = explanation;
  const say: ExplainParts['say'] = (key, values = {}) => words.text({ key, values });
  const draft = round.state !== 'closed';
  const parts = { explanation, words, say, draft, mask: masker(othersNames, [cadre.name]) };
  const about = [say('explain.person.number', { cadre_no: cadre.cadreNo }), cadre.unit, cadre.station];
  const sections = [
    { title: say('explain.result'), texts: resultTexts(parts) },
    ...(['counted', 'pending', 'not_counted'] as const).map((outcome) => {
      const texts = findingTexts(parts, outcome);
      return { title: say(`explain.${outcome}`, { count: texts.length }), texts: numbered(parts, texts) };
    }),
    ...(
      [
        ['explain.rectified', rectifiedTexts(parts)],
        ['explain.tasks', taskTexts(parts)],
        ['explain.absences', absenceTexts(parts)],
      ] as const
    ).map(([key, texts]) => ({ title: say(key, { count: texts.length }), texts: numbered(parts, texts) })),
    { title: say('explain.tiers'), texts: tierTexts(parts) },
    { title: say('explain.circle'), texts: circleTexts(parts) },
    { title: say('explain.how'), texts: howTexts(parts, blanks) },
  ];
  return [
    ...(draft
      ? [
          {
            kind: 'header',
            left: say('explain.header.draft'),
            right: '',
            mark: say('explain.header.draft'),
          } as const,
        ]
      : []),
    { kind: 'title', text: say('explain.title', { round: round.number }) },
    {
      kind: 'address',
      text: say('explain.person', {
        name: cadre.name,
        about: about.filter((each) => each !== '').join(say('explain.join')),
      }),
    },
    indented(parts, opening(parts)),
    ...sections
      .filter(({ texts }) => texts.length > 0)
      .flatMap(({ title, texts }, place) => [
        heading(say('document.section', { number: ordinal(place + 1, words), title })),
        ...texts.map((text) => indented(parts, text)),
      ]),
    closing(parts, blanks),
    {
      kind: 'receipt',
      text: say('document.indent') + say('explain.receipt', { round: round.number, name: cadre.name }),
      sign: say('explain.receipt.sign'),
    },
  ];
}

/** Who gives it out, and the day; in a draft the day is left open. */
function closing({ say, words, draft }: ExplainParts, blanks: ExplainBlanks): Block {
  const issuer = blanks.issuer || committeeNamed(blanks.township ?? '', say, words);
  const day = (!draft && blanks.issuedOn) || say('notice.closing.draft_day');
  return { kind: 'closing', text: say('notice.closing', { issuer, day }), issuer, day };
}

function indented({ say }: ExplainParts, text: string) {
  return paragraph(say('document.indent') + text.trimEnd());
}

function numbered({ say, words }: ExplainParts, texts: readonly string[]): string[] {
  if (texts.length === 1) return [...texts];
  return texts.map((text, place) => say('document.item', { number: ordinal(place + 1, words), text }));
}

function opening({ explanation: { round }, say, words }: ExplainParts): string {
  const { document, name, version } = round.policy;
  return [
    say('explain.opening', { round: round.number, cutoff: longDay(round.cutoff, words) }),
    say('explain.opening.document', { document: orBlank(document, words) }),
    say('explain.opening.policy', { name, version }),
  ].join('');
}

function resultTexts(parts: ExplainParts): string[] {
  const { explanation, say, words, draft } = parts;
  const { standing, round, reasons } = explanation;
  if (standing.movement === 'departed') return [say('explain.result.departed')];
  if (reasons.tiers.length === 0 && standing.measure === 'none') return [say('explain.result.not_on_round')];
  const counts = say('explain.result.counts', { list: countsOf(parts).join(say('explain.join')) });
  const key = draft ? 'explain.result.proposed' : 'explain.result.settled';
  const measure =
    standing.measure === 'none'
      ? say(`${key}_none`)
      : say(key, { measure: words.term(`measure.${standing.measure}`) });
  const commended = commendedText(parts);
  const approved = { approved_by: round.approvedBy, meeting: round.meeting.replace(/研究$/u, '') };
  const closed = draft
    ? ''
    : say(round.meeting === '' ? 'explain.result.closed' : 'explain.result.closed_meeting', approved);
  return [
    counts,
    [measure, closed, commended].filter((each) => each !== '').join(words.lang === 'zh' ? '' : ' '),
    ...decisionTexts(parts),
  ];
}

/** What counts; of what there is none only that nothing counts is said. */
function countsOf({ explanation: { standing }, say }: ExplainParts): string[] {
  const { counted, pending, behindTasks, absences } = standing;
  const overdue = standing.overdue === 0 ? '' : say('explain.result.overdue', { count: standing.overdue });
  return [
    counted === 0 ? say('explain.result.none_counted') : say('explain.result.counted', { counted, overdue }),
    ...(pending === 0 ? [] : [say('explain.result.pending', { count: pending })]),
    ...(behindTasks === 0 ? [] : [say('explain.result.behind', { count: behindTasks })]),
    ...(absences === 0 ? [] : [say('explain.result.absences', { count: absences })]),
    say('explain.result.points', { points: formatPoints(standing.points) }),
  ];
}

function howTexts({ explanation, say, words, draft }: ExplainParts, blanks: ExplainBlanks): string[] {
  const object = say('explain.how.object', {
    days: daysAllowed(blanks.objectionDays, words),
    office: orBlank(blanks.objectionOffice, words),
    last: untilText(blanks.objectLast, words),
    pending: explanation.round.policy.count.objected === 'suspend' ? say('explain.how.pending') : '',
  });
  const by = say('explain.how.state_by', {
    day: orBlank(blanks.stateBy, words),
    office: orBlank(blanks.objectionOffice, words),
  });
  if (draft) return [object, say('explain.how.state') + by];
  const { measure } = explanation.correction?.standing ?? explanation.standing;
  const appeal = say('paper.rights.appeal', {
    days: daysAllowed(blanks.appealDays, words),
    office: orBlank(blanks.objectionOffice, words),
    last: untilText(blanks.appealLast, words),
  });
  const appeals = measure === 'none' ? [] : [appeal];
  return [object, ...appeals, say('explain.how.state_closed') + by, say('explain.how.correct')];
}
