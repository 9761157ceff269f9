// The figures of the county's page: a bar for each township, or county where there are too many, and a table of them all.
import type { TownshipFigures } from '../../domain/publication.ts';
import type { Chart, PageFigure } from '../page.ts';
import { mean, share } from '../shares.ts';

/** With more townships the charts draw counties. */
const DRAWN = 40;

export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** The subject of a bar: a township, or a county where there are too many of them. */
export interface Place {
  readonly name: string;
  readonly sum: (of: (last: NonNullable<TownshipFigures['last']>) => number) => number;
  /** None of it has published anything: what it has is not known, and no zero. */
  readonly silent: boolean;
}

/** Townships summed up. */
export function placeOf(name: string, townships: readonly TownshipFigures[]): Place {
  return {
    name,
    silent: townships.every(({ last }) => last === null),
    sum: (of) => townships.reduce((total, { last }) => total + (last === null ? 0 : of(last)), 0),
  };
}

/** A column of the page's tables. */
export const heading = (say: Say, key: string, numeric = true) => ({
  heading: say(`column_${key}`),
  numeric,
});

/** Due and overdue at the last rounds. */
export function findingsFigure(townships: readonly TownshipFigures[], say: Say): PageFigure {
  return figure(
    townships,
    'due',
    say,
    ['due', 'overdue', 'overdue_share'],
    (last) => [last.due, last.overdue, share(last.overdue, last.due)],
    [
      { key: 'overdue', tone: 'bad', of: (last) => last.overdue },
      { key: 'not_overdue', tone: 'plain', of: (last) => last.due - last.overdue },
    ],
  );
}

/** What came after the closings, over all rounds: talks, services, appeals, and what came back. */
export function afterFigure(townships: readonly TownshipFigures[], say: Say): PageFigure {
  return figure(
    townships,
    'after',
    say,
    [
      ...[
        'talks_owed',
        'talks_held',
        'talks_share',
        'talks_late',
        'services_owed',
        'services',
        'services_late',
      ],
      ...['appeals', 'appeals_upheld', 'rechecks', 'rebounds', 'rebounds_share'],
    ],
    (last) => [
      ...[last.talksOwed, last.talksHeld, share(last.talksHeld, last.talksOwed), last.talksLate],
      ...[last.servicesOwed, last.services, last.servicesLate, last.appeals, last.appealsUpheld],
      ...[last.rechecks, last.rebounds, share(last.rebounds, last.rechecks)],
    ],
    [
      { key: 'talks_held', tone: 'good', of: (last) => last.talksHeld },
      { key: 'talks_open', tone: 'warn', of: (last) => last.talksOwed - last.talksHeld },
    ],
  );
}

/** Rectified and in time over all rounds, and how long checks took. */
export function rectifiedFigure(townships: readonly TownshipFigures[], say: Say): PageFigure {
  return figure(
    townships,
    'rectified',
    say,
    ['rectified', 'in_time', 'share', 'check_days'],
    (last) => [
      ...[last.rectified, last.inTime, share(last.inTime, last.rectified)],
      mean(last.checkDays, last.checksTimed) ?? '—',
    ],
    [
      { key: 'in_time', tone: 'good', of: (last) => last.inTime },
      { key: 'late', tone: 'warn', of: (last) => last.rectified - last.inTime },
    ],
  );
}

/** In the circle at the last rounds; entered and left over all. */
export function circleFigure(townships: readonly TownshipFigures[], say: Say): PageFigure {
  return figure(
    townships,
    'circle',
    say,
    ['in_circle', 'entered', 'exited'],
    (last) => [last.inCircle, last.entered, last.left],
    [{ key: 'in_circle', tone: 'bad', of: (last) => last.inCircle }],
  );
}

/** A chart of the places in their order, and a table of all townships. */
function figure(
  townships: readonly TownshipFigures[],
  key: 'due' | 'rectified' | 'circle' | 'after',
  say: Say,
  columns: readonly string[],
  cells: (last: NonNullable<TownshipFigures['last']>) => readonly (number | string)[],
  series: readonly {
    readonly key: string;
    readonly tone: Chart['series'][number]['tone'];
    readonly of: (last: NonNullable<TownshipFigures['last']>) => number;
  }[],
): PageFigure {
  const places = placesDrawn(townships);
  return {
    heading: say(`${key}_heading`),
    said: say(places.length < townships.length ? `${key}_said_counties` : `${key}_said`),
    ...(places.length > 0 && {
      chart: {
        kind: 'across' as const,
        labels: places.map((each) => each.name || say('unnamed')),
        series: series.map(({ key: name, tone, of }) => ({
          name: say(`column_${name}`),
          tone,
          values: places.map((each) => (each.silent ? null : each.sum(of))),
        })),
      },
    }),
    table: {
      caption: say('all_townships', { what: say(`${key}_heading`) }),
      columns: [
        ...[heading(say, 'township', false), heading(say, 'county', false)],
        ...[heading(say, 'rounds'), heading(say, 'cutoff', false)],
        ...columns.map((each) => heading(say, each)),
      ],
      rows: townships.map(({ township, county, rounds, last }) => [
        ...[township, county || '—', String(rounds), last?.cutoff ?? '—'],
        ...(last === null ? columns.map(() => '—') : cells(last).map(String)),
      ]),
      whenEmpty: say('none'),
    },
  };
}

/** The townships, or their counties where there are more than a chart can draw. */
function placesDrawn(townships: readonly TownshipFigures[]): Place[] {
  if (townships.length <= DRAWN) return townships.map((each) => placeOf(each.township, [each]));
  return [...Map.groupBy(townships, (each) => each.county)].map(([county, of]) => placeOf(county, of));
}
