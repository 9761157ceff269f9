// The page's section on what the office owes: the first duties, late ones first.
import type { DashboardDuty, DashboardFacts } from '../../domain/dashboard.ts';
import type { DutyKind } from '../../domain/duty.ts';
import type { Words } from '../../i18n/words.ts';
import type { PageFigure, PageTable } from '../page.ts';

/** Says a text of the page. */
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** What the office owes at the last cutoff, as far as the page has it. */
export function dutiesFigure(
  { duties, dutiesFirst, rounds, names }: DashboardFacts,
  words: Words,
): PageFigure {
  const say: Say = (key, values = {}) => words.text({ key: `page.${key}`, values });
  const on = rounds.at(-1)?.cutoff ?? '';
  const owed = duties.reduce((sum, each) => sum + each.owed, 0);
  const late = duties.reduce((sum, each) => sum + each.late, 0);
  const beyond = owed - dutiesFirst.length;
  return {
    heading: say('duties_heading'),
    said: owed === 0 ? say('duties_none') : say('duties_said', { on, owed, late }),
    table: {
      caption: say('duties_count', { count: owed }),
      columns: [
        ...['duty', 'subject', ...(names ? ['cadre'] : []), 'owed_by', 'owed_since', 'due_by'].map((key) => ({
          heading: say(`column_${key}`),
          numeric: false,
        })),
        { heading: say('column_days_late'), numeric: true },
      ],
      rows: dutiesFirst.map((duty) => [
        words.term(`duty.${duty.kind}`),
        ...[subjectOf(duty, words), ...(names ? [duty.cadre] : []), owedBy(duty, words)],
        ...[duty.since, duty.due ?? '—', String(duty.daysLate)],
      ]),
      whenEmpty: say('duties_none'),
      ...(beyond > 0 && { note: say('duties_more', { count: beyond, on }) }),
    },
  };
}

/** Duties that are known by the number of a round. */
const OF_A_ROUND: ReadonlySet<DutyKind> = new Set(['decide', 'talk', 'serve', 'answer', 'correct']);

/** What a duty is about: the number of a finding or order, or the round in words. */
export function subjectOf({ kind, subject }: DashboardDuty, words: Words): string {
  const round = OF_A_ROUND.has(kind) && /^\d+$/.test(subject);
  return round ? words.text({ key: 'page.subject_round', values: { round: subject } }) : subject;
}

/** Who owes a duty: as it is known, else whose work it is. */
export function owedBy({ kind, by }: DashboardDuty, words: Words): string {
  return by === '' ? words.term(`page.owes_${kind}`) : by;
}

/** What the office owes, by kind. */
export function dutiesByKind({ duties }: DashboardFacts, words: Words): PageFigure {
  const say: Say = (key, values = {}) => words.text({ key: `page.${key}`, values });
  const table: PageTable = {
    caption: say('glance_duties'),
    columns: [
      { heading: say('column_duty'), numeric: false },
      ...['owed', 'owed_late', 'longest_late'].map((key) => ({
        heading: say(`column_${key}`),
        numeric: true,
      })),
    ],
    rows: duties.map(({ kind, owed, late, longest }) => [
      words.term(`duty.${kind}`),
      ...[owed, late, longest].map(String),
    ]),
    whenEmpty: say('duties_none'),
  };
  return { heading: say('duties_kinds'), said: decisionsWaiting(duties, words), table };
}

/** Duties that are somebody's decision, not work. */
const DECISIONS: ReadonlySet<string> = new Set<DutyKind>(['rule', 'decide', 'answer', 'correct']);

/** What waits for a decision, in one sentence. */
export function decisionsWaiting(duties: DashboardFacts['duties'], words: Words): string {
  const waiting = duties.filter((each) => DECISIONS.has(each.kind) && each.owed > 0);
  if (waiting.length === 0) return words.term('page.decisions_none');
  const list = waiting.map(({ kind, owed }) => `${words.term(`duty.${kind}`)} ${owed}`);
  return words.text({ key: 'page.decisions_said', values: { list: list.join(words.term('mark.list')) } });
}
