// The figures of a closed round in the ledger: kept with its closing, read back, and compared with those recalculated.
import type { Figures, GroupFigures } from '../../domain/notice.ts';
import type { Grouping, RoundFigures } from '../../domain/round-figures.ts';
import { byCodePoint } from '../../domain/texts/text.ts';
import type { ReadDb, SqlValue } from '../database.ts';
import type { TableRows } from '../tables.ts';
import type { WriteDb } from '../writing/journal.ts';

type Values = Readonly<Record<string, SqlValue>>;

interface FigureValues {
  readonly findings: number;
  readonly in_time: number;
  readonly late: number;
  readonly waiting: number;
  readonly objected: number;
  readonly extended: number;
  readonly not_rectified: number;
  readonly overdue: number;
}
interface TotalsRow extends FigureValues {
  readonly cadres: number;
  readonly without_deadline: number;
  readonly added: number;
  readonly rectified_since: number;
  readonly checks: number;
  readonly checks_timed: number;
  readonly check_days: number;
}
interface GroupRow extends FigureValues {
  readonly grouping: Grouping;
  readonly name: string;
}
interface ProblemRow {
  readonly area: string;
  readonly description: string;
}

/** The rows of each table without the number of their round. */
type FigureRows = { readonly [T in FigureTable]: readonly Omit<TableRows[T], 'round_no'>[] };

/** The tables, in the order in which they are written. */
export const figureTables = ['round_figures', 'finding_figures', 'main_problems'] as const;
type FigureTable = (typeof figureTables)[number];

/** The columns that distinguish the rows of a round. */
const WITHIN = {
  round_figures: [],
  finding_figures: ['grouping', 'name'],
  main_problems: ['area', 'place'],
} as const satisfies Readonly<Record<FigureTable, readonly string[]>>;

/** Keeps the figures of a round, in the entry that closes it and after its closing. */
export function keepFigures(db: Pick<WriteDb, 'insertPart'>, round: number, figures: RoundFigures): void {
  const rows = rowsOf(figures);
  for (const row of rows.round_figures) db.insertPart('round_figures', { round_no: round, ...row });
  for (const row of rows.finding_figures) db.insertPart('finding_figures', { round_no: round, ...row });
  for (const row of rows.main_problems) db.insertPart('main_problems', { round_no: round, ...row });
  db.insertPart('figure_stations', { round_no: round, station: 'lead' });
}

/** Whether the figures of a closed round count a finding without a station at that of its lead: since schema version 9. */
export function countsAtLead(db: ReadDb, round: number): boolean {
  return db.get('SELECT 1 FROM figure_stations WHERE round_no = ?', round) !== undefined;
}

/** The figures as they are kept, or undefined: the round was closed before figures were. */
export function keptFigures(db: ReadDb, round: number): RoundFigures | undefined {
  const totals = db.get<TotalsRow>('SELECT * FROM round_figures WHERE round_no = ?', round);
  if (totals === undefined) return undefined;
  const groups = db.all<GroupRow>(
    'SELECT * FROM finding_figures WHERE round_no = ? ORDER BY findings DESC, name',
    round,
  );
  const examples = Map.groupBy(
    db.all<ProblemRow>(
      'SELECT area, description FROM main_problems WHERE round_no = ? ORDER BY area, place',
      round,
    ),
    (row) => row.area,
  );
  const by = (grouping: Grouping): GroupFigures[] =>
    groups
      .filter((row) => row.grouping === grouping)
      .map((row) => ({ name: row.name, figures: toFigures(row) }));
  const byArea = by('area');
  return {
    totals: toFigures(totals),
    cadres: totals.cadres,
    withoutDeadline: totals.without_deadline,
    added: totals.added,
    rectifiedSince: totals.rectified_since,
    checks: totals.checks,
    checksTimed: totals.checks_timed,
    checkDays: totals.check_days,
    bySource: by('source'),
    byArea,
    byStation: by('station'),
    problems: byArea
      .filter((each) => each.figures.notRectified > 0)
      .sort(
        (left, right) =>
          right.figures.notRectified - left.figures.notRectified || byCodePoint(left.name, right.name),
      )
      .map(({ name, figures }) => ({
        area: name,
        count: figures.notRectified,
        examples: (examples.get(name) ?? []).map((row) => row.description),
      })),
  };
}

/** A kept value that differs from the recalculated one. */
export interface FigureDifference {
  /** Table, row and column: `finding_figures grouping=area name=产业覆盖 overdue`. */
  readonly what: string;
  readonly kept: string | number;
  readonly recalculated: string | number;
}

/**
 * The differences between the kept figures of a round and the recalculated ones; a row that is not there is empty in
 * each column.
 */
export function figureDifferences(db: ReadDb, round: number, recalculated: RoundFigures): FigureDifference[] {
  const should = rowsOf(recalculated);
  return figureTables.flatMap((table) => {
    const key = (row: Values): string =>
      [table, ...WITHIN[table].map((column) => `${column}=${row[column]}`)].join(' ');
    const kept = db.all<Values>(`SELECT * FROM ${table} WHERE round_no = ?`, round);
    const before = new Map(kept.map((row) => [key(row), row]));
    const now = new Map(should[table].map((row): [string, Values] => [key(row), row]));
    return [...new Set([...before.keys(), ...now.keys()])].flatMap((row) => {
      const [is, again] = [before.get(row), now.get(row)];
      return Object.keys(again ?? is ?? {})
        .filter((column) => column !== 'seq' && column !== 'round_no')
        .map((column) => ({
          what: `${row} ${column}`,
          kept: is?.[column] ?? '',
          recalculated: again?.[column] ?? '',
        }))
        .filter((each) => each.kept !== each.recalculated);
    });
  });
}

/** The rows of each table, in the order of its key. */
function rowsOf(figures: RoundFigures): FigureRows {
  const groups = { area: figures.byArea, source: figures.bySource, station: figures.byStation };
  const inOrder = <T>(list: readonly T[], nameOf: (each: T) => string): T[] =>
    [...list].sort((left, right) => byCodePoint(nameOf(left), nameOf(right)));
  return {
    round_figures: [
      {
        cadres: figures.cadres,
        without_deadline: figures.withoutDeadline,
        added: figures.added,
        rectified_since: figures.rectifiedSince,
        checks: figures.checks,
        checks_timed: figures.checksTimed,
        check_days: figures.checkDays,
        ...toValues(figures.totals),
      },
    ],
    finding_figures: Object.entries(groups).flatMap(([grouping, list]) =>
      inOrder(list, (each) => each.name).map((each) => ({
        grouping,
        name: each.name,
        ...toValues(each.figures),
      })),
    ),
    main_problems: inOrder(figures.problems, (each) => each.area).flatMap(({ area, examples }) =>
      examples.map((description, at) => ({ area, place: at + 1, description })),
    ),
  };
}

function toValues(figures: Figures): FigureValues {
  return {
    findings: figures.findings,
    in_time: figures.inTime,
    late: figures.late,
    waiting: figures.waiting,
    objected: figures.objected,
    extended: figures.extended,
    not_rectified: figures.notRectified,
    overdue: figures.overdue,
  };
}

function toFigures(row: FigureValues): Figures {
  return {
    findings: row.findings,
    inTime: row.in_time,
    late: row.late,
    waiting: row.waiting,
    objected: row.objected,
    extended: row.extended,
    notRectified: row.not_rectified,
    overdue: row.overdue,
  };
}
