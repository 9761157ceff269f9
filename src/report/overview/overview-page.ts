// The county's page: all townships at a glance, each with its figures, findings by source and area, how it is counted.
import type { Day } from '../../domain/days/day.ts';
import type { TownshipFigures, TownshipGroup } from '../../domain/publication.ts';
import { byCodePoint } from '../../domain/texts/text.ts';
import type { Words } from '../../i18n/words.ts';
import type { Page, PageTable, PageTile } from '../page.ts';
import { mean, share } from '../shares.ts';
import { longDay } from '../wording.ts';
import { inOrder, type OverviewShown, type Ranking } from './overview.ts';
import {
  afterFigure,
  circleFigure,
  findingsFigure,
  heading,
  type Place,
  placeOf,
  rectifiedFigure,
  type Say,
} from './overview-figures.ts';

/** How many rows a list at a glance has. */
const GLANCE = 12;

export interface OverviewPageShown extends OverviewShown {
  readonly groups: readonly TownshipGroup[];
}

/** The page that `overview -o FILE.html` writes. */
export function overviewPage(facts: OverviewPageShown, rankBy: Ranking | null, words: Words): Page {
  const say: Say = (key, values = {}) => words.text({ key: `overview.${key}`, values });
  const townships = inOrder(facts.townships, rankBy);
  const all = placeOf('', townships);
  const silent = townships.filter((each) => each.last === null);
  const latest =
    townships
      .map((each): string => each.last?.cutoff ?? '')
      .sort()
      .at(-1) ?? '';
  const cutoff = facts.to ?? latest;
  return {
    lang: words.lang === 'zh' ? 'zh-CN' : 'en',
    title: facts.county === null ? say('title') : say('title_of', { county: facts.county }),
    mark: '',
    subtitle: say(facts.from === null ? 'subtitle' : 'subtitle_span', {
      count: townships.length,
      from: facts.from === null ? '' : longDay(facts.from as Day, words),
      cutoff: cutoff === '' ? '—' : longDay(cutoff as Day, words),
    }),
    skip: words.term('page.skip'),
    contents: words.term('page.contents'),
    glance: {
      id: 'glance',
      heading: say('glance'),
      said: say('glance_said', {
        due: all.sum((each) => each.due),
        overdue: all.sum((each) => each.overdue),
        circle: all.sum((each) => each.inCircle),
        silent: silent.length,
      }),
      tiles: tiles(all, townships.length - silent.length, townships.length, say),
      tables: [
        silentTable(silent, say),
        ...(['source', 'area'] as const).map((each) => groupTable(each, facts.groups, say)),
      ],
    },
    sections: [
      {
        id: 'findings',
        heading: say('findings'),
        figures: [findingsFigure(townships, say), rectifiedFigure(townships, say)],
      },
      { id: 'circle', heading: say('circle'), figures: [circleFigure(townships, say)] },
      { id: 'after', heading: say('after'), figures: [afterFigure(townships, say)] },
    ],
    notesHeading: words.term('page.notes'),
    notes: [
      say(rankBy === null ? 'note_by_name' : 'note_ranked', {
        column: words.term(`column.overview.${rankBy ?? 'due'}`),
      }),
      ...[say('note_last'), say('note_over'), say('note_persons')],
    ],
  };
}

function tiles(all: Place, published: number, registered: number, say: Say): PageTile[] {
  const tile = (key: string, value: number | string, detail: string, tone: PageTile['tone']): PageTile => ({
    label: say(`tile_${key}`),
    // Where nothing is published there is no figure.
    value: all.silent && key !== 'published' ? '—' : String(value),
    detail,
    tone,
  });
  const [rectified, inTime] = [all.sum((each) => each.rectified), all.sum((each) => each.inTime)];
  const days = mean(
    all.sum((each) => each.checkDays),
    all.sum((each) => each.checksTimed),
  );
  const [due, overdue] = [all.sum((each) => each.due), all.sum((each) => each.overdue)];
  return [
    tile(
      'published',
      published,
      say('tile_published_detail', { registered }),
      published < registered ? 'warn' : 'good',
    ),
    tile('due', due, '', 'plain'),
    tile(
      'overdue',
      overdue,
      say('tile_overdue_detail', { share: share(overdue, due) }),
      overdue > 0 ? 'bad' : 'good',
    ),
    tile('rectified', rectified, say('tile_rectified_detail', { share: share(inTime, rectified) }), 'good'),
    tile(
      'circle',
      all.sum((each) => each.inCircle),
      '',
      'bad',
    ),
    tile(
      'entered',
      all.sum((each) => each.entered),
      '',
      'bad',
    ),
    tile(
      'exited',
      all.sum((each) => each.left),
      '',
      'good',
    ),
    tile('check_days', days ?? '—', say('tile_check_days_detail'), 'plain'),
  ];
}

function silentTable(silent: readonly TownshipFigures[], say: Say): PageTable {
  return shortened(
    {
      caption: say('glance_silent'),
      columns: [heading(say, 'township', false), heading(say, 'county', false)],
      rows: silent.map(({ township, county }) => [township, county || '—']),
      whenEmpty: say('none_silent'),
    },
    say,
  );
}

function groupTable(kind: TownshipGroup['grouping'], groups: readonly TownshipGroup[], say: Say): PageTable {
  const rows = groups
    .filter((each) => each.grouping === kind)
    .toSorted((left, right) => right.due - left.due || byCodePoint(left.name, right.name))
    .map(({ name, due, overdue, rectified }) => [
      name || say('unnamed'),
      ...[String(due), String(overdue), share(overdue, due), String(rectified)],
    ]);
  return shortened(
    {
      caption: say(`glance_${kind}`),
      columns: [
        heading(say, kind, false),
        heading(say, 'due'),
        heading(say, 'overdue'),
        heading(say, 'overdue_share'),
        heading(say, 'rectified_last'),
      ],
      rows,
      whenEmpty: say('none'),
    },
    say,
  );
}

function shortened(table: PageTable, say: Say): PageTable {
  const left = table.rows.length - GLANCE;
  return left <= 0
    ? table
    : { ...table, rows: table.rows.slice(0, GLANCE), note: say('more', { count: left }) };
}
