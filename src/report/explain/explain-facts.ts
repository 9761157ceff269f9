// What an explanation says of each finding, task and absence: what it is, why it counts or not, and where it came from.
import { formatHundredths, formatPoints } from '../../domain/amount.ts';
import type { Origin } from '../../domain/origin.ts';
import { withoutEnding } from '../../domain/texts/text.ts';
import type { PointsParts } from '../../scoring/points.ts';
import type { FindingReason } from '../../scoring/reasons.ts';
import { longDay } from '../wording.ts';
import type { ExplainParts } from './explain-parts.ts';

const ENDS_A_SENTENCE = '。.';

/** The findings with an outcome, each as a text. */
export function findingTexts(parts: ExplainParts, outcome: FindingReason['outcome']): string[] {
  const { reasons } = parts.explanation;
  return reasons.findings
    .filter((reason) => reason.outcome === outcome)
    .map((reason) => findingText(parts, reason).join('').trimEnd());
}

function findingText(parts: ExplainParts, reason: FindingReason): string[] {
  const { say, words } = parts;
  const { role, points } = reason;
  return [
    whatItIs(parts, reason.findingNo),
    role === null ? '' : say('explain.finding.role', { role: words.term(`role.${role}`) }),
    deadlineText(parts, reason),
    whyText(parts, reason),
    ...objectedAgainTexts(parts, reason),
    points === null ? '' : pointsText(parts, points, reason.weeksOverdue),
    unitWordsText(parts, parts.explanation.findings.get(reason.findingNo)?.unitWords ?? null),
    ...recheckTexts(parts, reason.findingNo),
    originText(parts, parts.explanation.findings.get(reason.findingNo)?.origin),
  ];
}

/** Why a finding is not counted or pending; with what the office is late, and that this keeps no one in. */
function whyText({ say, words }: ExplainParts, { outcome, why, late }: FindingReason): string {
  if (outcome === 'counted') return '';
  const lateTexts = late.map((each) =>
    say(`explain.pending.late_${each.with}`, { since: longDay(each.since, words) }),
  );
  // With a late check, in time or not, that text covers the report.
  const first = why === 'reported' && lateTexts.length > 0 ? '' : say(`explain.${outcome}.${why}`);
  return first + lateTexts.join('');
}

/** The objections that do not suspend the finding. */
function objectedAgainTexts({ say, words }: ExplainParts, { objectedAgain }: FindingReason): string[] {
  return objectedAgain.map(({ on, ground }) =>
    say('explain.finding.objected_again', { on: longDay(on, words), ground: words.term(`ground.${ground}`) }),
  );
}

/** What the unit wrote that is no report, in its words. */
function unitWordsText({ say, mask }: ExplainParts, words: string | null): string {
  return words === null ? '' : say('explain.finding.unit_words', { words: mask(words) });
}

/** The result of looking at it again, or which re-check it was recorded for. */
function recheckTexts(
  { explanation, say, words }: ExplainParts,
  findingNo: FindingReason['findingNo'],
): string[] {
  const rechecks = explanation.findings.get(findingNo)?.rechecks ?? [];
  return rechecks.map(({ on, what, otherNo }) =>
    say(`explain.recheck.${what}`, { on: longDay(on, words), other_no: otherNo }),
  );
}

function whatItIs({ explanation, say, mask }: ExplainParts, findingNo: FindingReason['findingNo']): string {
  const finding = explanation.findings.get(findingNo);
  const description = withoutEnding(mask(finding?.description ?? ''), ENDS_A_SENTENCE);
  const source = finding?.source ?? '';
  const area = finding?.area ?? '';
  return [
    say('explain.finding', { finding_no: findingNo, description }),
    source === '' ? '' : say('explain.finding.source', { source }),
    area === '' ? '' : say('explain.finding.area', { area }),
  ].join('');
}

function deadlineText({ say, words }: ExplainParts, reason: FindingReason): string {
  const { deadline, overdue, weeksOverdue: weeks, outcome, why } = reason;
  // A finding not counted because it has no deadline gets that text right after.
  if (why === 'no_deadline') return '';
  if (deadline === null) return say('explain.finding.no_deadline') + say('explain.finding.stop');
  const until = say('explain.finding.deadline', { deadline: longDay(deadline, words) });
  if (outcome === 'not_counted' && why !== 'no_weight') return until + say('explain.finding.stop');
  if (!overdue) return until + say('explain.finding.not_overdue');
  return (
    until +
    (weeks === 0 ? say('explain.finding.overdue_days') : say('explain.finding.overdue_weeks', { weeks }))
  );
}

/** The parts of the points, without those that are zero. */
function pointsText({ say }: ExplainParts, points: PointsParts, weeks: number): string {
  const extras = (['source', 'recurrence', 'returned', 'overdue'] as const).filter(
    (part) => points[part] > 0,
  );
  const texts = (['severity', ...extras] as const).map((part) =>
    say(`explain.points.${part}`, { points: formatHundredths(points[part]), weeks }),
  );
  return say('explain.points', {
    total: formatPoints(points.total),
    role: formatHundredths(points.role),
    parts: texts.join(say('explain.points.plus')),
  });
}

/** The findings rectified in the round's window. */
export function rectifiedTexts(parts: ExplainParts): string[] {
  const { explanation, say, words } = parts;
  return explanation.reasons.rectified.map((reason) => {
    const { deadline, inTime } = reason;
    const until =
      deadline === null
        ? say('explain.finding.no_deadline')
        : say('explain.finding.deadline', { deadline: longDay(deadline, words) });
    const days = { checked: longDay(reason.checkedOn, words), completed: longDay(reason.completedOn, words) };
    return [
      whatItIs(parts, reason.findingNo),
      until + say('explain.finding.stop'),
      say(inTime ? 'explain.rectified.in_time' : 'explain.rectified.late', days),
      ...recheckTexts(parts, reason.findingNo),
      originText(parts, explanation.findings.get(reason.findingNo)?.origin),
    ].join('');
  });
}

/** The central tasks behind schedule. */
export function taskTexts(parts: ExplainParts): string[] {
  const { explanation, say, words, mask } = parts;
  return explanation.reasons.tasks.map(({ taskNo, why, done, planned }) => {
    const task = explanation.tasks.get(taskNo);
    const unit = task?.quantityUnit ?? '';
    const put = (amount: number): string =>
      say('explain.amount', { amount: formatHundredths(amount), unit }).trim();
    const values = { task_no: taskNo, name: mask(task?.name ?? ''), done: put(done), planned: put(planned) };
    const since = task?.behindSince == null ? '' : longDay(task.behindSince, words);
    const short = { behind_by: put(Math.max(0, planned - done)), since };
    const behind = since === '' ? '' : say(`explain.task_since.${why}`, short);
    return say(`explain.task.${why}`, values) + behind + originText(parts, task?.origin);
  });
}

/** The absences of the round's window. */
export function absenceTexts({ explanation, say, words, mask }: ExplainParts): string[] {
  return explanation.reasons.absences.map(({ on, session, site }) =>
    say('explain.absence', {
      day: longDay(on, words),
      session: words.term(`session.${session}`),
      site: mask(site),
    }),
  );
}

/** File, row and journal entry; of a carried fact the entry of the ledger in which it was recorded. */
export function originText({ say }: ExplainParts, origin: Origin | undefined): string {
  if (origin === undefined) return '';
  const where: string[] = [];
  // Whoever is handed this has no use for the folders of the office's machine.
  const file = origin.file.split(/[\\/]/).at(-1) ?? '';
  if (file !== '') {
    where.push(
      origin.line === null
        ? say('explain.origin.file_only', { file })
        : say('explain.origin.file', { file, line: origin.line }),
    );
  }
  const { carriedFrom, seq } = origin;
  where.push(
    carriedFrom === null ? say('explain.origin.entry', { seq }) : say('explain.origin.carried', carriedFrom),
  );
  return say('explain.origin', { where: where.join(say('explain.join')) });
}
