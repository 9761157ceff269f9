// The page's figures over the rounds: the circle, entries and exits, measures; findings found, rectified, in time.
import type { DashboardFacts, RoundFigures } from '../../domain/dashboard.ts';
import type { Words } from '../../i18n/words.ts';
import type { Chart, PageFigure, Series } from '../page.ts';
import { percentOf, share } from '../shares.ts';

/** One column of a table by round, and whether the chart draws it. */
interface RoundColumn {
  readonly name: string;
  readonly of: (round: RoundFigures) => number | null;
  readonly tone?: Series['tone'];
  readonly down?: true;
  /** A rate: the table writes it with its sign. */
  readonly percent?: true;
}

/** Circle, entries and exits, measures by round. */
export function roundsFigures({ rounds }: DashboardFacts, words: Words): PageFigure[] {
  const say = sayer(words);
  const most = rounds.reduce((max, each) => (each.inCircle > max.inCircle ? each : max));
  const last = rounds.at(-1) ?? most;
  const sum = (of: (round: RoundFigures) => number) => rounds.reduce((total, each) => total + of(each), 0);
  const figure = byRound(rounds, words);
  return [
    figure(
      'circle',
      'lines',
      say('circle_said', { count: last.inCircle, most: most.inCircle, round: most.round }),
      [
        { name: say('column_circle'), of: (each) => each.inCircle, tone: 'bad' },
        { name: say('column_commended'), of: (each) => each.commended, tone: 'good' },
      ],
    ),
    figure(
      'moves',
      'updown',
      say('moves_said', {
        enter: sum((each) => each.enter),
        exit: sum((each) => each.exit),
        departed: sum((each) => each.departed),
      }),
      [
        { name: words.term('movement.enter'), of: (each) => each.enter, tone: 'bad' },
        { name: words.term('movement.stay'), of: (each) => each.stay },
        { name: words.term('movement.exit'), of: (each) => each.exit, tone: 'good', down: true },
        { name: words.term('movement.departed'), of: (each) => each.departed, tone: 'quiet', down: true },
      ],
    ),
    figure(
      'measures',
      'stacked',
      say('measures_said', { ...last.measures }),
      (
        [
          ['admonition_talk', 'bad'],
          ['reminder_talk', 'warn'],
          ['self_criticism', 'plain'],
        ] as const
      ).map(([key, tone]) => ({
        name: words.term(`measure.${key}`),
        of: (each) => each.measures[key],
        tone,
      })),
    ),
  ];
}

/** Findings found, rectified and left over, and how many were rectified in time, by round. */
export function findingsByRound({ rounds }: DashboardFacts, words: Words): PageFigure[] {
  const say = sayer(words);
  const sum = (of: (round: RoundFigures) => number) => rounds.reduce((total, each) => total + of(each), 0);
  const figure = byRound(rounds, words);
  const [rectified, inTime] = [sum((each) => each.rectified), sum((each) => each.inTime)];
  const last = rounds.at(-1);
  return [
    figure(
      'flow',
      'updown',
      say('flow_said', {
        found: sum((each) => each.found),
        rectified,
        withdrawn: sum((each) => each.withdrawn),
      }),
      [
        { name: say('column_found'), of: (each) => each.found, tone: 'warn' },
        { name: say('column_rectified'), of: (each) => each.rectified, tone: 'good', down: true },
        { name: words.term('status.withdrawn'), of: (each) => each.withdrawn, tone: 'quiet', down: true },
      ],
    ),
    figure(
      'left',
      'lines',
      say('left_said', { outstanding: last?.outstanding ?? 0, overdue: last?.overdue ?? 0 }),
      [
        { name: say('column_outstanding'), of: (each) => each.outstanding, tone: 'plain' },
        { name: say('column_overdue'), of: (each) => each.overdue, tone: 'bad' },
        {
          name: say('column_overdue_share'),
          of: (each) => percentOf(each.overdue, each.outstanding),
          percent: true,
        },
      ],
    ),
    {
      ...figure(
        'in_time',
        'lines',
        say('in_time_said', { rectified, in_time: inTime, share: share(inTime, rectified) }),
        [
          { name: say('column_rectified'), of: (each) => each.rectified },
          { name: say('column_in_time'), of: (each) => each.inTime },
          {
            name: say('column_share'),
            of: (each) => percentOf(each.inTime, each.rectified),
            tone: 'good',
            percent: true,
          },
        ],
      ),
    },
  ];
}

const sayer =
  (words: Words) =>
  (key: string, values: Readonly<Record<string, string | number>> = {}): string =>
    words.text({ key: `page.${key}`, values });

/** Makes a chart and its table, a row a round; columns without a tone are in the table only. */
function byRound(rounds: readonly RoundFigures[], words: Words) {
  const say = sayer(words);
  return (key: string, kind: Chart['kind'], said: string, drawn: readonly RoundColumn[]): PageFigure => ({
    heading: say(`${key}_heading`),
    said,
    chart: {
      kind,
      labels: rounds.map((each) => String(each.round)),
      axis: say('column_round'),
      series: drawn.flatMap(({ name, of, tone, down }) =>
        tone === undefined ? [] : [{ name, tone, values: rounds.map(of), ...(down === true && { down }) }],
      ),
      ...(key === 'in_time' && { percent: true as const }),
    },
    table: {
      caption: say('by_round', { what: say(`${key}_heading`) }),
      columns: [
        { heading: say('column_round'), numeric: false },
        { heading: say('column_cutoff'), numeric: false },
        ...drawn.map(({ name }) => ({ heading: name, numeric: true })),
      ],
      // The newest round is what one looks for.
      rows: rounds.toReversed().map((each) => [
        String(each.round),
        each.cutoff,
        ...drawn.map(({ of, percent }) => {
          const value = of(each);
          return value === null ? '—' : percent === true ? `${value}%` : String(value);
        }),
      ]),
    },
  });
}
