// What an explanation says of decisions, tiers and the strict circle.
import { formatPoints } from '../../domain/amount.ts';
import type { Measure, Standing } from '../../domain/round.ts';
import type { ExplainedDecision } from '../../scoring/explanation.ts';
import { longDay } from '../wording.ts';
import { originText } from './explain-facts.ts';
import type { ExplainParts } from './explain-parts.ts';

/** The decisions of named people and the correction of a closed line, with their reasons. */
export function decisionTexts(parts: ExplainParts): string[] {
  const { explanation, say, mask, words } = parts;
  const { decisions, correction, standing } = explanation;
  const texts = decisions.map((decision) => decisionText(parts, decision));
  const last = texts.length - 1;
  if (last >= 0 && decisions.at(-1)?.measure !== null) {
    const same = standing.measure === standing.proposedMeasure;
    const proposal = measureWord(parts, standing.proposedMeasure);
    const note = same
      ? say('explain.decision.confirmed')
      : say('explain.decision.from', { measure: proposal });
    texts[last] = [texts[last], note].join(words.lang === 'zh' ? '' : ' ');
  }
  if (correction === null) return texts;
  const what = stateWords(parts, correction.standing);
  const { by, reason } = correction;
  const { counted } = correction.standing;
  const corrected = say('explain.correction', { by, what, counted, reason: mask(reason) });
  return [...texts, [corrected, originText(parts, correction.origin)].join(words.lang === 'zh' ? '' : ' ')];
}

function decisionText(
  parts: ExplainParts,
  { measure, commended, by, reason, origin }: ExplainedDecision,
): string {
  const { say, mask, words } = parts;
  const what: string[] = [];
  if (measure !== null) what.push(measureWord(parts, measure));
  if (commended !== null) what.push(say(commended ? 'explain.commended' : 'explain.not_commended'));
  const values = { by, what: what.join(say('explain.join')), reason: mask(reason) };
  const decided = say(what.length === 0 ? 'explain.decision.cleared' : 'explain.decision', values);
  return [decided, originText(parts, origin)].join(words.lang === 'zh' ? '' : ' ');
}

function measureWord({ say, words }: ExplainParts, measure: Measure): string {
  return measure === 'none' ? say('explain.no_measure') : words.term(`measure.${measure}`);
}

function stateWords(parts: ExplainParts, { measure, commended, nowIn }: Standing): string {
  const { say } = parts;
  const said = [measureWord(parts, measure)];
  if (commended) said.push(say('explain.commended'));
  said.push(say(nowIn ? 'explain.in_circle' : 'explain.not_in_circle'));
  return said.join(say('explain.join'));
}

/** Each tier, reached or by how much it was missed. */
export function tierTexts(parts: ExplainParts): string[] {
  const { explanation, say, words } = parts;
  const { reasons, standing } = explanation;
  if (reasons.tiers.length === 0) return [];
  const tiers = reasons.tiers.map(({ measure, atLeast, inCircle, reached, missing }) =>
    say(reached ? 'explain.tier.reached' : 'explain.tier.not_reached', {
      measure: words.term(`measure.${measure}`),
      at_least: formatPoints(atLeast),
      missing: formatPoints(missing),
      circle: inCircle ? say('explain.tier.in_circle') : '',
    }),
  );
  const points = say('explain.tiers.points', { points: formatPoints(standing.points) });
  const next = reasons.tiers.find((each) => !each.reached);
  const near =
    next === undefined
      ? ''
      : say('explain.tier.next', {
          measure: words.term(`measure.${next.measure}`),
          missing: formatPoints(next.missing),
        });
  return [
    points + tiers.join(say('explain.tier.join')) + say('explain.tier.stop') + near,
    ...historyTexts(parts),
  ];
}

/** The rules about history, term by term: entries in the window, each with the day on which it lapses, and rounds running. */
function historyTexts({ explanation, say, words }: ExplainParts): string[] {
  const { history } = explanation.reasons;
  if (history === null) return [];
  const { raiseAtEntries, raiseAtRounds, windowMonths: months } = explanation.round.policy.history;
  const entries = history.entries.map(({ on, counts, lapsesOn }) =>
    say(counts ? 'explain.history.entry' : 'explain.history.entry_not_counted', {
      on: longDay(on, words),
      lapses: longDay(lapsesOn, words),
    }),
  );
  const counting = history.entries.filter((each) => each.counts).length;
  const texts = [
    raiseAtEntries === 0 || entries.length === 0
      ? ''
      : say('explain.history.entries', {
          count: counting,
          months,
          at: raiseAtEntries,
          list: entries.join(say('explain.tier.join')),
        }),
    raiseAtRounds === 0 || history.roundsIn === 0
      ? ''
      : say('explain.history.rounds', { rounds: history.roundsIn, at: raiseAtRounds }),
    history.raisedBy === ''
      ? ''
      : say('explain.history.raised', {
          reached: words.term(`measure.${history.reached}`),
          measure: words.term(`measure.${explanation.standing.proposedMeasure}`),
        }),
  ].filter((each) => each !== '');
  return texts.length === 0 ? [] : [texts.join('')];
}

/** Movement, rounds in, and what the exit still takes. */
export function circleTexts(parts: ExplainParts): string[] {
  const { explanation, say, words, draft } = parts;
  const { wasIn, nowIn, inBy, movement, roundsIn } = explanation.standing;
  if (!wasIn && !nowIn) return [];
  const moved = say('explain.circle.was', {
    place: say(wasIn ? 'explain.circle.in' : 'explain.circle.out'),
    proposed: draft && movement !== 'departed' ? say('notice.proposed') : '',
    movement: words.term(`movement.${movement}`),
    by: inBy === '' ? '' : say('explain.circle.by', { by: words.term(`in_by.${inBy}`) }),
  });
  if (!nowIn) return [moved];
  return [moved + say('explain.circle.rounds', { rounds: roundsIn }) + stillNeeded(parts)];
}

function stillNeeded({ explanation, say }: ExplainParts): string {
  const { reasons, standing } = explanation;
  const unmet = reasons.requirements
    .filter((each) => !each.met)
    .map(({ requirement, against }) => say(`explain.exit.${requirement}`, { count: against }));
  const tier = reasons.tiers.findLast((each) => each.reached);
  if (tier?.inCircle === true || standing.inBy === 'decision')
    unmet.unshift(say('explain.circle.below_tier'));
  if (unmet.length === 0) return say('explain.circle.all_met');
  return say('explain.circle.unmet', { list: unmet.join(say('explain.tier.join')) });
}
