// The page's section on what the office owes: the first duties, late ones first.
import type { DashboardFacts } from '../../domain/dashboard.ts';
import type { Words } from '../../i18n/words.ts';
import type { PageFigure } from '../page.ts';
import type { Say } from './dashboard-glance.ts';

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
        ...['duty', 'subject', ...(names ? ['cadre'] : []), 'owed_since', 'due_by'].map((key) => ({
          heading: say(`column_${key}`),
          numeric: false,
        })),
        { heading: say('column_days_late'), numeric: true },
      ],
      rows: dutiesFirst.map(({ kind, subject, cadre, since, due, daysLate }) => [
        words.term(`duty.${kind}`),
        ...[subject, ...(names ? [cadre] : []), since, due ?? '—', String(daysLate)],
      ]),
      whenEmpty: say('duties_none'),
      ...(beyond > 0 && { note: say('duties_more', { count: beyond, on }) }),
    },
  };
}
