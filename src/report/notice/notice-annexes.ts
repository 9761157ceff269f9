// The annexes of the notice: figures by source, area and station; the list of names; the proposed training list.
import type { Figures, GroupFigures } from '../../domain/notice.ts';
import type { Standing } from '../../domain/round.ts';
import { type Block, type DocumentColumn, subheading } from '../document.ts';
import type { Cell, Column } from '../report.ts';
import { figureCells, noticeColumns, noticeRow } from './notice.ts';
import { type Annex, type NoticeParts, nameOf, opinionOf } from './notice-parts.ts';

const FIGURES = [
  ...['findings', 'rectified', 'in_time', 'late', 'waiting', 'objected', 'extended'],
  ...['not_rectified', 'overdue'],
];

/** What the table always says; of the rest it leaves out what there is none of. */
const ALWAYS: ReadonlySet<string> = new Set(['findings', 'rectified', 'not_rectified']);

/** Each annex on its own page; those without content are dropped. */
export function annexPages(parts: NoticeParts): Block[] {
  return parts.annexes.flatMap((annex) => {
    const wide = annex.key === 'people' && parts.scope === 'leader';
    const { label, title } = annex;
    const text = `${label}${parts.say('notice.annex.between')}${title}`;
    return [
      wide ? { kind: 'page', wide } : { kind: 'page' },
      { kind: 'heading', text, annex: { label, title } },
      ...contentOf(parts, annex),
    ] satisfies Block[];
  });
}

function contentOf(parts: NoticeParts, { key, people }: Annex): Block[] {
  switch (key) {
    case 'figures':
      return figures(parts);
    case 'people':
      return parts.scope === 'leader' ? wholeTables(parts, people) : [shortTable(parts, people)];
    case 'training':
      return training(parts);
  }
}

function figures(parts: NoticeParts): Block[] {
  const { facts, say } = parts;
  return (['source', 'area', 'station'] as const).flatMap((by): Block[] => {
    const groups = by === 'source' ? facts.bySource : by === 'area' ? facts.byArea : facts.byStation;
    const note =
      by === 'station' && facts.atLead
        ? [{ kind: 'paragraph', text: say('note.station_of_lead'), note: true } as const]
        : [];
    return [subheading(say(`notice.annex.by_${by}`)), ...note, figureTable(parts, by, groups, facts.totals)];
  });
}

function figureTable(
  { say }: NoticeParts,
  by: string,
  groups: readonly GroupFigures[],
  totals: Figures,
): Block {
  const sums = figureCells(totals);
  const shown = (key: string, at: number): boolean => ALWAYS.has(key) || (sums[at] ?? 0) > 0;
  const columns: DocumentColumn[] = [
    { heading: say(`column.${by}`), numeric: false },
    ...FIGURES.filter(shown).map((key) => ({ heading: say(`notice.column.${key}`), numeric: true })),
  ];
  const row = (name: string, of: Figures): string[] => [
    name,
    ...figureCells(of)
      .filter((_, at) => shown(FIGURES[at] ?? '', at))
      .map(String),
  ];
  const rows = groups.map(({ name, figures: of }) => row(name === '' ? say('notice.unnamed') : name, of));
  return { kind: 'table', columns, rows: [...rows, row(say('notice.annex.total'), totals)] };
}

function shortTable(parts: NoticeParts, lines: readonly Standing[]): Block {
  const { say, draft } = parts;
  const opinion = say(draft ? 'notice.column.proposed' : 'notice.column.settled');
  return {
    kind: 'table',
    columns: [
      ...numbered(parts),
      { heading: say('column.unit'), numeric: false },
      { heading: say('column.name'), numeric: false, whole: true },
      { heading: opinion, numeric: false },
      { heading: say('notice.column.count'), numeric: true },
    ],
    rows: lines.map((line, place) => [
      ...[String(place + 1), line.cadre.unit, nameOf(line), opinionOf(parts, line), String(line.counted)],
    ]),
  };
}

/** Who somebody is and what counts: the columns of the first of a leader's two tables, by which both can be read. */
const COUNTS: ReadonlySet<string> = new Set([
  ...['cadre_no', 'name', 'rank', 'unit', 'station', 'managed_by'],
  ...['counted', 'pending', 'late_pending', 'overdue', 'behind_tasks', 'absences', 'points'],
]);

/** All columns, for leaders: in one table they could not be read. */
function wholeTables(parts: NoticeParts, lines: readonly Standing[]): Block[] {
  const { say } = parts;
  return [
    subheading(say('notice.annex.counts')),
    wholeTable(parts, lines, (key) => COUNTS.has(key)),
    subheading(say('notice.annex.outcomes')),
    wholeTable(parts, lines, (key) => key === 'name' || !COUNTS.has(key)),
  ];
}

function wholeTable(parts: NoticeParts, lines: readonly Standing[], has: (key: string) => boolean): Block {
  const { facts, say, draft } = parts;
  const measure = draft ? 'notice.column.proposed_decided' : 'notice.column.settled';
  const chosen = noticeColumns('leader')
    .map((column, at) => ({ column, at }))
    .filter(({ column: { key } }) => key !== 'round' && key !== 'cutoff' && has(key));
  return {
    kind: 'table',
    columns: [
      ...numbered(parts),
      ...chosen.map(({ column: { key, type } }) => ({
        heading: say(key === 'measure' ? measure : `column.${key}`),
        numeric: type === 'number' || type === 'decimal',
        ...((key === 'name' || type === 'term') && { whole: true as const }),
      })),
    ],
    rows: lines.map((line, place) => {
      const cells = noticeRow(facts, line, 'leader');
      return [
        String(place + 1),
        ...chosen.map(({ column, at }) =>
          column.key === 'name' ? nameOf(line) : worded(parts, column, cells[at]),
        ),
      ];
    }),
  };
}

function worded({ words }: NoticeParts, column: Column, cell: Cell | undefined): string {
  const text = cell === null || cell === undefined ? '' : String(cell);
  if (text === '') return '';
  if (column.type === 'boolean') return words.term(`boolean.${text}`);
  return column.type === 'term' ? words.term(`${column.terms ?? column.key}.${text}`) : text;
}

function training(parts: NoticeParts): Block[] {
  const { people, say, words, scope } = parts;
  const columns: DocumentColumn[] = [
    ...numbered(parts),
    { heading: say('column.unit'), numeric: false },
    { heading: say('column.name'), numeric: false, whole: true },
    { heading: say('notice.column.circle'), numeric: false },
  ];
  const whole = scope === 'leader';
  if (whole) columns.push({ heading: say('notice.column.rounds_in'), numeric: true });
  const rows = people
    .filter((line) => line.nowIn)
    .map((line, place) => [
      ...[String(place + 1), line.cadre.unit, nameOf(line), words.term(`movement.${line.movement}`)],
      ...(whole ? [String(line.roundsIn)] : []),
    ]);
  return [{ kind: 'table', columns, rows }];
}

function numbered({ say }: NoticeParts): DocumentColumn[] {
  return [{ heading: say('document.number'), numeric: true }];
}
