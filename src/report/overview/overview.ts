// What a county sees of its townships as a list: by name, and as a ranking only when one is asked for.
import type { TownshipFigures } from '../../domain/publication.ts';
import { byStrokes } from '../../domain/texts/stroke-order.ts';
import { type Entry, listOf } from '../lists/lists.ts';
import type { Column, Report } from '../report.ts';
import { mean, percentOf } from '../shares.ts';

/** What `--rank-by` takes: the most first. */
export const rankings = [
  ...['due', 'overdue', 'overdue_rate', 'rectified', 'in_time', 'in_time_rate'],
  ...['in_circle', 'entered', 'exited', 'check_days', 'talks_late', 'appeals_upheld', 'rebounds'],
] as const;
export type Ranking = (typeof rankings)[number];

const COLUMNS: readonly Column[] = [
  { key: 'county', type: 'text', spare: 1 },
  { key: 'township', type: 'text' },
  { key: 'rounds', type: 'number' },
  { key: 'cutoff', type: 'day' },
  { key: 'due', type: 'number' },
  { key: 'overdue', type: 'number' },
  { key: 'overdue_rate', type: 'number', spare: 3 },
  { key: 'rectified', type: 'number' },
  { key: 'in_time', type: 'number' },
  { key: 'in_time_rate', type: 'number', spare: 3 },
  { key: 'in_circle', type: 'number' },
  { key: 'entered', type: 'number' },
  { key: 'exited', type: 'number' },
  { key: 'checks', type: 'number', machineOnly: true },
  { key: 'check_days', type: 'decimal' },
  { key: 'talks_owed', type: 'number', machineOnly: true },
  { key: 'talks_held', type: 'number', machineOnly: true },
  { key: 'talks_late', type: 'number', spare: 2 },
  { key: 'services_owed', type: 'number', machineOnly: true },
  { key: 'services', type: 'number', machineOnly: true },
  { key: 'services_late', type: 'number', machineOnly: true },
  { key: 'appeals', type: 'number', machineOnly: true },
  { key: 'appeals_upheld', type: 'number', spare: 2 },
  { key: 'rechecks', type: 'number', machineOnly: true },
  { key: 'rebounds', type: 'number', spare: 2 },
];

/** What the list and the page are made of. */
export interface OverviewShown {
  readonly county: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly townships: readonly TownshipFigures[];
}

/** A township's figures by column; those of one that has published nothing are empty. */
function entryOf({ county, township, rounds, last }: TownshipFigures): Entry {
  if (last === null) return { county, township, rounds };
  return {
    county,
    township,
    rounds,
    cutoff: last.cutoff,
    due: last.due,
    overdue: last.overdue,
    overdue_rate: percentOf(last.overdue, last.due),
    rectified: last.rectified,
    in_time: last.inTime,
    in_time_rate: percentOf(last.inTime, last.rectified),
    in_circle: last.inCircle,
    entered: last.entered,
    exited: last.left,
    checks: last.checks,
    check_days: mean(last.checkDays, last.checksTimed),
    talks_owed: last.talksOwed,
    talks_held: last.talksHeld,
    talks_late: last.talksLate,
    services_owed: last.servicesOwed,
    services: last.services,
    services_late: last.servicesLate,
    appeals: last.appeals,
    appeals_upheld: last.appealsUpheld,
    rechecks: last.rechecks,
    rebounds: last.rebounds,
  };
}

/** Townships by county and name, or by a column, the most first; those that have published nothing come last then. */
export function inOrder(townships: readonly TownshipFigures[], rankBy: Ranking | null): TownshipFigures[] {
  const byName = townships.toSorted(
    (left, right) => byStrokes(left.county, right.county) || byStrokes(left.township, right.township),
  );
  if (rankBy === null) return byName;
  const figureOf = (township: TownshipFigures): number => Number(entryOf(township)[rankBy] ?? -1);
  return byName.sort((left, right) => figureOf(right) - figureOf(left));
}

/** `overview`. */
export function overviewReport({ from, to, townships }: OverviewShown, rankBy: Ranking | null): Report {
  const silent = townships.filter((each) => each.rounds === 0).length;
  const values = { count: townships.length };
  return listOf('overview', COLUMNS, inOrder(townships, rankBy).map(entryOf), {
    title:
      rankBy === null
        ? { key: 'title.overview', values }
        : {
            key: 'title.overview_ranked',
            values: { ...values, column: { term: `column.overview.${rankBy}` } },
          },
    notes: [
      { key: 'note.overview_counted' },
      ...(from === null && to === null
        ? []
        : [{ key: 'note.overview_span', values: { from: from ?? '—', to: to ?? '—' } }]),
      ...(silent > 0 ? [{ key: 'note.overview_silent', values: { count: silent } }] : []),
    ],
    whenEmpty: { key: 'empty.overview' },
  });
}
