// The page's figures by group: findings by source, area, station, unit, leader; their ages; late checks; people by name.
import type { DashboardFacts, DashboardGroup } from '../../domain/dashboard.ts';
import type { Words } from '../../i18n/words.ts';
import type { PageFigure } from '../page.ts';
import { share } from '../shares.ts';
import type { Say } from './dashboard-duties.ts';
import { groupName, membersTable } from './dashboard-glance.ts';

/** The maximum number of groups in a chart; its table has them all. */
const DRAWN = 12;

/** Findings by source, area, station, unit and leader, by age, and those that wait for a check. */
export function findingsByGroup(facts: DashboardFacts, words: Words): PageFigure[] {
  const say: Say = (key, values = {}) => words.text({ key: `page.${key}`, values });
  return [
    groupFigure('source', facts.bySource, say),
    groupFigure('area', facts.byArea, say),
    groupFigure('station', facts.byStation, say),
    groupFigure('unit', facts.byUnit, say),
    groupFigure('leader', facts.byLeader, say, facts.rounds.at(-1)?.outstanding),
    ageFigure(facts, say),
    lateFigure(facts, say),
  ];
}

/** Everybody new in the circle, and everybody stuck in it, by name. */
export function peopleFigures(facts: DashboardFacts, words: Words): PageFigure[] {
  const say: Say = (key, values = {}) => words.text({ key: `page.${key}`, values });
  return (
    [
      ['new', facts.entered],
      ['stuck', facts.stuck],
    ] as const
  ).map(([kind, members]) => ({
    heading: say(`people_${kind}`),
    said: say('people_said', { count: members.length }),
    table: membersTable(kind, members, words, say, say('all_of', { what: say(`people_${kind}`) })),
  }));
}

function groupFigure(
  kind: 'source' | 'area' | 'station' | 'unit' | 'leader',
  groups: readonly DashboardGroup[],
  say: Say,
  outstanding = 0,
): PageFigure {
  const withPeople = groups.some((each) => each.inCircle !== null);
  const nameOf = (group: DashboardGroup) => groupName(kind, group.name, say);
  const withFindings = groups.filter((each) => each.outstanding > 0);
  const drawn = withFindings.slice(0, DRAWN);
  const most = drawn[0];
  const heading = say(`${kind}_heading`);
  const beyond = withFindings.length - drawn.length;
  const said =
    most === undefined
      ? say(outstanding > 0 ? 'no_leaders' : 'none_outstanding')
      : say('group_said', { most: nameOf(most), outstanding: most.outstanding, overdue: most.overdue });
  return {
    heading,
    said: beyond > 0 ? `${said}${say('drawn', { count: DRAWN })}` : said,
    ...(drawn.length > 0 && {
      chart: {
        kind: 'across' as const,
        labels: drawn.map(nameOf),
        series: [
          { name: say('column_overdue'), tone: 'bad', values: drawn.map((each) => each.overdue) },
          {
            name: say('column_not_overdue'),
            tone: 'plain',
            values: drawn.map((each) => each.outstanding - each.overdue),
          },
        ],
      },
    }),
    table: {
      caption: say('all_of', { what: heading }),
      columns: [
        { heading: say(kind), numeric: false },
        ...['outstanding', 'overdue', 'overdue_share', 'waiting', 'rectified', 'share'].map((key) => ({
          heading: say(key === 'rectified' ? 'column_rectified_in_all' : `column_${key}`),
          numeric: true,
        })),
        ...(withPeople ? [{ heading: say('column_circle'), numeric: true }] : []),
      ],
      rows: groups.map((each) => [
        nameOf(each),
        ...[each.outstanding, each.overdue].map(String),
        share(each.overdue, each.outstanding),
        ...[each.waiting, each.rectifiedInAll].map(String),
        share(each.inTimeInAll, each.rectifiedInAll),
        ...(withPeople ? [String(each.inCircle ?? 0)] : []),
      ]),
      whenEmpty: say(outstanding > 0 ? 'no_leaders' : 'none'),
    },
  };
}

function ageFigure({ ages, rounds }: DashboardFacts, say: Say): PageFigure {
  const nameOf = ({ from, to }: (typeof ages)[number]) =>
    to === null ? say('age_from', { from }) : say('age', { from, to });
  const oldest = ages.findLast((each) => each.notDue + each.withoutDeadline + each.overdue > 0);
  const series = [
    { key: 'column_overdue', tone: 'bad', of: (each: (typeof ages)[number]) => each.overdue },
    { key: 'column_not_due', tone: 'plain', of: (each: (typeof ages)[number]) => each.notDue },
    {
      key: 'column_without_deadline',
      tone: 'quiet',
      of: (each: (typeof ages)[number]) => each.withoutDeadline,
    },
  ] as const;
  return {
    heading: say('age_heading'),
    said:
      oldest === undefined
        ? say('none_outstanding')
        : say('age_said', { count: rounds.at(-1)?.outstanding ?? 0, oldest: nameOf(oldest) }),
    chart: {
      kind: 'across',
      labels: ages.map(nameOf),
      series: series.map(({ key, tone, of }) => ({ name: say(key), tone, values: ages.map(of) })),
    },
    table: {
      caption: say('all_of', { what: say('age_heading') }),
      columns: [
        { heading: say('column_age'), numeric: false },
        ...series.map(({ key }) => ({ heading: say(key), numeric: true })),
        { heading: say('column_sum'), numeric: true },
      ],
      rows: ages.map((each) => {
        const counts = series.map(({ of }) => of(each));
        return [nameOf(each), ...[...counts, counts.reduce((sum, one) => sum + one, 0)].map(String)];
      }),
    },
  };
}

function lateFigure({ lateChecks, waiting, checkLimit: days }: DashboardFacts, say: Say): PageFigure {
  const drawn = lateChecks.slice(0, DRAWN);
  const nameOf = (each: (typeof lateChecks)[number]) => each.station || say('unnamed');
  const late = lateChecks.reduce((sum, each) => sum + each.late, 0);
  return {
    heading: say('late_heading'),
    said: waiting === 0 ? say('none_late') : say('late_said', { waiting, late, days }),
    ...(drawn.length > 0 && {
      chart: {
        kind: 'across' as const,
        labels: drawn.map(nameOf),
        series: [
          { name: say('column_late', { days }), tone: 'warn', values: drawn.map((each) => each.late) },
          {
            name: say('column_within_limit', { days }),
            tone: 'plain',
            values: drawn.map((each) => each.waiting - each.late),
          },
        ],
      },
    }),
    table: {
      caption: say('all_of', { what: say('late_heading') }),
      columns: [
        { heading: say('station'), numeric: false },
        ...['waiting', 'late', 'longest'].map((key) => ({
          heading: say(`column_${key}`, { days }),
          numeric: true,
        })),
      ],
      rows: lateChecks.map((each) => [nameOf(each), ...[each.waiting, each.late, each.longest].map(String)]),
      whenEmpty: say('none_late'),
    },
  };
}
