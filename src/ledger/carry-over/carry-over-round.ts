// What of closed rounds goes on: the last one as it was frozen, and of those before it the lines on which something open rests.
import { figureTables } from '../rounds/round-figures.ts';
import type { ClosedRound } from '../rounds/rounds.ts';
import { partKeys } from '../tables.ts';
import type { CarriedLineValues, CarriedRow, Values } from './carried-row.ts';
import { among, ids, type Rows } from './carry-over-gather.ts';
import { movementsCarried } from './carry-over-history.ts';

type Parts = CarriedRow['parts'];

/** The last closed round with its figures, the open lines of earlier ones, and what was corrected, said and held after them. */
export function takeRound(rows: Rows, closed: ClosedRound, lines: readonly CarriedLineValues[]): void {
  const of = [closed.number];
  rows.take('rounds', 'id = ?', [closed.roundId]);
  const own = { by: 'round_no', of: 'round_no' } as const;
  const figures = [...figureTables, 'figure_stations' as const].map((table) => ({
    ...own,
    table,
    order: partKeys[table],
  }));
  const draft = { ...own, table: 'draft_digests', order: partKeys.draft_digests } as const;
  const standings = { ...own, table: 'standings', order: partKeys.standings } as const;
  const added = { ...own, table: 'standing_additions', order: partKeys.standing_additions } as const;
  rows.take('round_closings', 'round_no = ?', of, draft, standings, added, ...figures);
  const carried = lines.map((row) => ({ table: 'carried_lines', row: { ...row } }) as const);
  const behind: Parts = [...movementsCarried(rows.view, closed), ...carried];
  // By round: those of earlier rounds stand before those of the last one.
  rows.addParts('round_closings', frozenOf(rows, lines), behind);
  rows.take('statements', 'round_no = ?', of);
  takeFacts(rows, closed, lines);
}

/** The frozen lines themselves, where this ledger has them. */
function frozenOf({ view }: Rows, lines: readonly CarriedLineValues[]): Parts {
  const rowsIn = (table: 'standings' | 'standing_additions', columns: string): Parts =>
    view.db
      .all<Values>(
        `SELECT t.* FROM ${table} t JOIN standings s ON s.round_no = t.round_no AND s.place = t.place
         WHERE ${columns} IN (SELECT value FROM json_each(?)) ORDER BY t.round_no, t.place`,
        pairs(lines),
      )
      .map((row) => ({ table, row }));
  const key = "s.cadre_id || ' ' || s.round_no";
  return [...rowsIn('standings', key), ...rowsIn('standing_additions', key)];
}

const pairs = (lines: readonly CarriedLineValues[]): string =>
  JSON.stringify(lines.map(({ cadre_id, round_no }) => `${cadre_id} ${round_no}`));

/** What was recorded about the carried lines: corrections, services, follow-ups, talks, appeals with their answers. */
function takeFacts(rows: Rows, closed: ClosedRound, lines: readonly CarriedLineValues[]): void {
  const where = "round_no = ? OR cadre_id || ' ' || round_no IN (SELECT value FROM json_each(?))";
  const of = [closed.number, pairs(lines)];
  const correction = { by: 'correction_id', order: 'correction_id' } as const;
  rows.take(
    'corrections',
    where,
    of,
    { ...correction, table: 'correction_additions' },
    { ...correction, table: 'correction_measures' },
  );
  for (const table of ['services', 'followups'] as const) rows.take(table, where, of);
  const talks = rows.take('talks', where, of);
  rows.take('talk_receipts', among('talk_id'), [ids(talks)]);
  const appeals = rows.take('appeals', where, of);
  rows.take('appeal_rulings', among('appeal_id'), [ids(appeals)]);
}
