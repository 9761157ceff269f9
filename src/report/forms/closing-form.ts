// The form by which a finding's closing is applied for (整改销号申请表, CLERK.md, "Forms"): what is known is filled in.
import { checkResults, progressWords } from '../../domain/findings/finding.ts';
import type { FindingCard } from '../../domain/findings/finding-card.ts';
import { withoutPersonalNumbers } from '../../domain/texts/personal-numbers.ts';
import { comparableName } from '../../domain/texts/text.ts';
import type { Words } from '../../i18n/words.ts';
import type { Document, FormRow } from '../document.ts';
import { boxes, dayText, field, label, place, signed } from './form-parts.ts';

const REST = 3;

/** One form a finding, each on its own page. */
export function closingForms(findings: readonly FindingCard[], words: Words): Document {
  return withoutPersonalNumbers(findings).flatMap((finding) => [
    { kind: 'page', form: true } as const,
    ...closingForm(finding, words),
  ]);
}

function closingForm(shown: FindingCard, words: Words): Document {
  const say = (key: string, values = {}): string => words.text({ key: `closing.${key}`, values });
  const { row } = shown;
  const text = (key: string): string => String(row[key] ?? '');
  const head: FormRow[] = [
    pair(say('number'), text('finding_no'), say('source'), text('source')),
    field(say('description'), text('description'), REST, { lines: 2 }),
    field(say('target'), text('standard'), REST, { lines: 2 }),
    field(say('action'), text('action'), REST, { lines: 2 }),
    pair(
      say('first_due'),
      dayText(firstDeadline(shown), words),
      say('extended'),
      dayText(extendedTo(shown), words),
    ),
    pair(say('leader'), named(shown, 'leader', words), say('unit'), text('resp_unit')),
    pair(say('responsible'), named(shown, 'lead', words), say('assisting'), named(shown, 'assist', words)),
  ];
  return [
    { kind: 'header', left: '', right: say('station', { station: text('station') }) },
    { kind: 'title', text: say('title') },
    {
      kind: 'form',
      widths: [5, 10, 5, 10],
      rows: [...head, ...done(shown, words), ...checked(shown, words)],
    },
  ];
}

/** What the responsible say, and those above them. */
function done(shown: FindingCard, words: Words): FormRow[] {
  const say = (key: string): string => words.term(`closing.${key}`);
  const report = latest(shown, 'reports');
  const value = (key: string): string => String(report?.values[key] ?? '');
  const progress = boxes(
    progressWords.map((each) => `progress.${each}`),
    [`progress.${value('progress')}`],
    words,
  );
  return [
    field(say('done'), value('note'), REST, { lines: 4 }),
    field(say('progress'), progress, REST),
    field(say('evidence'), value('evidence'), REST, { lines: 2 }),
    signed(say('applicant'), say('sign'), REST, 1, value('reported_by')),
    signed(say('station_opinion'), say('sign'), REST, 2),
    signed(say('leader_opinion'), say('sign'), REST, 2),
  ];
}

/** What the team found; empty until it has checked what was last reported. */
function checked(shown: FindingCard, words: Words): FormRow[] {
  const say = (key: string): string => words.term(`closing.${key}`);
  const [report, check] = [latest(shown, 'reports'), latest(shown, 'checks')];
  const answers =
    check !== undefined && (report === undefined || report.day <= check.day) ? check : undefined;
  const value = (key: string): string => String(answers?.values[key] ?? '');
  const verdict = boxes(
    checkResults.map((each) => `result.${each}`),
    [`result.${value('result')}`],
    words,
  );
  const rectified = value('result') === 'rectified';
  const checkers = value('checked_by');
  const verdictSign =
    checkers === '' ? say('checkers_sign') : `${checkers}　　${dayText(value('checked_on'), words)}`;
  return [
    field(say('method'), value('method') || say('methods'), REST),
    field(say('facts'), value('note'), REST, { lines: 3 }),
    signed(say('verdict'), verdictSign, REST, 2, verdict),
    pair(
      say('approved_by'),
      value('approved_by'),
      say('closed_on'),
      rectified ? dayText(value('checked_on'), words) : '',
    ),
    field(say('returned'), '', REST, { lines: 2 }),
  ];
}

function pair(left: string, leftText: string, right: string, rightText: string): FormRow {
  return { cells: [label(left), place(leftText), label(right), place(rightText)] };
}

function latest(shown: FindingCard, table: string): FindingCard['history'][number] | undefined {
  return shown.history.findLast((each) => each.table === table && each.reversedBy === null);
}

/** The finding's own deadline, else that of the first order. */
function firstDeadline({ row, history }: FindingCard): string | null {
  const order = history.find((each) => each.table === 'dispatch_orders' && each.reversedBy === null);
  const due = row.due_on ?? order?.values.due_on;
  return due === null || due === undefined ? null : String(due);
}

/** The deadline in force, when it is no longer the first. */
function extendedTo(shown: FindingCard): string | null {
  return shown.now.deadline === firstDeadline(shown) ? null : shown.now.deadline;
}

function named({ now }: FindingCard, role: string, words: Words): string {
  return now.responsible
    .filter((each) => each.role === role)
    .map((each) => comparableName(each.name))
    .join(words.term('closing.and'));
}
