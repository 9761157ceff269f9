// How it goes over the rounds: columns for machines, bars in a terminal.
import type { TrendRow } from '../../scoring/figures/trend-sums.ts';
import type { Column, Report, ReportChart, Text } from '../report.ts';
import { mean } from '../shares.ts';
import { bar } from './bars.ts';
import { correctedNote, type Entry, listOf } from './lists.ts';

const KEYS: Readonly<Record<string, readonly Column[]>> = {
  round: [
    { key: 'round', type: 'number' },
    { key: 'cutoff', type: 'day' },
  ],
  cadre: [
    { key: 'cadre_no', type: 'text' },
    { key: 'name', type: 'text' },
  ],
};

const FIGURES: readonly Column[] = [
  { key: 'had_to_do', type: 'number' },
  { key: 'counted', type: 'number' },
  { key: 'rectified', type: 'number' },
  { key: 'in_time', type: 'number' },
  { key: 'checks', type: 'number' },
  { key: 'check_days', type: 'decimal' },
  { key: 'now_in', type: 'number' },
  { key: 'entered', type: 'number' },
  { key: 'exited', type: 'number' },
];

/** What there is at a cutoff, and what happens between two, each on an axis of its own. */
const CHARTS: readonly Pick<ReportChart, 'title' | 'series'>[] = [
  { title: { key: 'chart.trend_due' }, series: ['had_to_do'] },
  { title: { key: 'chart.trend_rectified' }, series: ['rectified', 'in_time'] },
  { title: { key: 'chart.trend_in' }, series: ['now_in'] },
  { title: { key: 'chart.trend_moves' }, series: ['entered', 'exited'] },
];

/**
 * `trend`.
 * @param corrected lines that were corrected since, as `round:cadre_no`
 * @param width of the bars, null for machines
 */
export function trendReport(
  by: string,
  span: { readonly from: number; readonly to: number },
  rows: readonly TrendRow[],
  corrected: readonly string[],
  width: number | null,
): Report {
  const most = rows.reduce((max, row) => Math.max(max, row.hadToDo), 0);
  const [first = { key: by, type: 'text' }, second] = KEYS[by] ?? [];
  const keys: readonly Column[] = second === undefined ? [first] : [first, second];
  const entries = rows.map(
    (row): Entry => ({
      [first.key]: first.type === 'number' ? Number(row.key) : row.key || (width === null ? '' : '—'),
      ...(second !== undefined && { [second.key]: row.name }),
      had_to_do: row.hadToDo,
      counted: row.counted,
      rectified: row.rectified,
      in_time: row.inTime,
      checks: row.checks,
      check_days: mean(row.checkDays, row.checksTimed),
      now_in: row.inCircle,
      entered: row.entered,
      exited: row.left,
      ...(width !== null && { bar: bar(row.rectified, row.hadToDo, most, width) }),
    }),
  );
  const notes: Text[] = [
    ...(width === null || rows.length === 0 ? [] : [{ key: 'note.trend_bar' }]),
    ...(by === 'station' && rows.length > 0 ? [{ key: 'note.station_of_lead' }] : []),
    ...correctedNote(corrected),
  ];
  const columns = [...keys, ...FIGURES, ...(width === null ? [] : [{ key: 'bar', type: 'text' } as const])];
  return listOf('trend', columns, entries, {
    title: { key: `title.trend_${by}`, values: { ...span } },
    notes,
    // Hundreds of cadres are a list and no chart.
    charts:
      by === 'cadre'
        ? []
        : CHARTS.map((chart) => ({ ...chart, kind: by === 'round' ? 'line' : 'column', x: first.key })),
  });
}
