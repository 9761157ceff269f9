// The annexes of the notice: figures by source, area and station; the list of names; the proposed training list.
import { authorityOf, type Figures, type GroupFigures } from '../../domain/notice.ts';
import type { Standing } from '../../domain/round.ts';
import { type Block, type DocumentColumn, paragraph, subheading } from '../document.ts';
import type { Cell, Column } from '../report.ts';
import { figureCells, noticeColumns, noticeRow } from './notice.ts';
import { levelOf, type NoticeParts, nameOf, opinionOf } from './notice-parts.ts';

const FIGURES = [
  ...['findings', 'rectified', 'in_time', 'late', 'waiting', 'objected', 'extended'],
  ...['not_rectified', 'overdue'],
];

/** Each annex on its own page; those without content are dropped. */
export function annexPages(parts: NoticeParts): Block[] {
  const { annexes } = parts;
  return [
    ...annexPage(parts, annexes.figures, 'notice.annex.figures', figures(parts)),
    ...namePages(parts),
    ...annexPage(parts, annexes.training, 'notice.annex.training', training(parts)),
  ];
}

function annexPage(
  { say }: NoticeParts,
  number: number | null,
  key: string,
  blocks: readonly Block[],
  { of = '', wide = false }: { readonly of?: string; readonly wide?: boolean } = {},
): Block[] {
  if (number === null) return [];
  const label = say('notice.annex', { number });
  const title = say(key) + of;
  const text = `${label}${say('notice.annex.between')}${title}`;
  return [
    { kind: 'page', ...(wide && { wide }) },
    { kind: 'heading', text, annex: { label, title } },
    ...blocks,
  ];
}

function figures(parts: NoticeParts): Block[] {
  const { facts, say } = parts;
  return (['source', 'area', 'station'] as const).flatMap((by): Block[] => {
    const groups = by === 'source' ? facts.bySource : by === 'area' ? facts.byArea : facts.byStation;
    const note = by === 'station' && facts.atLead ? [paragraph(say('note.station_of_lead'))] : [];
    return [subheading(say(`notice.annex.by_${by}`)), figureTable(parts, by, groups, facts.totals), ...note];
  });
}

function figureTable(
  { say }: NoticeParts,
  by: string,
  groups: readonly GroupFigures[],
  totals: Figures,
): Block {
  const columns: DocumentColumn[] = [
    { heading: say(`column.${by}`), numeric: false },
    ...FIGURES.map((key) => ({ heading: say(`notice.column.${key}`), numeric: true })),
  ];
  const row = (name: string, of: Figures): string[] => [name, ...figureCells(of).map(String)];
  const rows = groups.map(({ name, figures: of }) => row(name === '' ? say('notice.unnamed') : name, of));
  return { kind: 'table', columns, rows: [...rows, row(say('notice.annex.total'), totals)] };
}

/** The list of names; those managed by the county on a sheet of their own. */
function namePages(parts: NoticeParts): Block[] {
  const { annexes, people, say, scope } = parts;
  const isCounty = (line: Standing): boolean => authorityOf(line.cadre.managedBy) === 'county';
  const own = `notice.annex.${levelOf(parts) ?? 'any'}`;
  const sheets = [
    [own, people.filter((line) => !isCounty(line))],
    ['notice.annex.county', people.filter(isCounty)],
  ] as const;
  const filled = sheets.filter(([, lines]) => lines.length > 0);
  const plain = filled.length === 1 && filled[0]?.[0] === own;
  return filled.flatMap(([whose, lines]) => {
    const of = plain ? '' : say('notice.annex.of', { whose: say(whose) });
    const page = { of, wide: scope === 'leader' };
    return annexPage(parts, annexes.people, 'notice.annex.people', [nameTable(parts, lines)], page);
  });
}

function nameTable(parts: NoticeParts, lines: readonly Standing[]): Block {
  return parts.scope === 'leader' ? wholeTable(parts, lines) : shortTable(parts, lines);
}

function shortTable(parts: NoticeParts, lines: readonly Standing[]): Block {
  const { say, draft } = parts;
  const opinion = say(draft ? 'notice.column.proposed' : 'notice.column.settled');
  return {
    kind: 'table',
    columns: [
      ...numbered(parts),
      ...[say('column.unit'), say('column.name'), opinion].map((each) => ({ heading: each, numeric: false })),
      { heading: say('notice.column.count'), numeric: true },
    ],
    rows: lines.map((line, place) => [
      ...[String(place + 1), line.cadre.unit, nameOf(line), opinionOf(parts, line), String(line.counted)],
    ]),
  };
}

/** All columns, for leaders. */
function wholeTable(parts: NoticeParts, lines: readonly Standing[]): Block {
  const { facts, say, draft } = parts;
  const measure = draft ? 'notice.column.proposed_decided' : 'notice.column.settled';
  const columns = noticeColumns('leader').filter(({ key }) => key !== 'round' && key !== 'cutoff');
  return {
    kind: 'table',
    columns: [
      ...numbered(parts),
      ...columns.map(({ key, type }) => ({
        heading: say(key === 'measure' ? measure : `column.${key}`),
        numeric: type === 'number' || type === 'decimal',
      })),
    ],
    rows: lines.map((line, place) => {
      const cells = noticeRow(facts, line, 'leader').slice(2);
      return [
        String(place + 1),
        ...columns.map((column, at) =>
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
  const texts = [say('column.unit'), say('column.name'), say('notice.column.circle')];
  const columns = [...numbered(parts), ...texts.map((each) => ({ heading: each, numeric: false }))];
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
