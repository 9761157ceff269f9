// The talks that were held on the lines of a round.
import type { CadreNo } from '../../domain/cadre.ts';
import type { Day } from '../../domain/days/day.ts';
import type { FactRow, View } from '../facts/view.ts';

/** With whom a talk on a line of the round was held, and on which day first. */
export function talksOf(view: View, round: number): ReadonlyMap<CadreNo, Day> {
  const held = new Map<CadreNo, Day>();
  const sql = 'SELECT * FROM talks WHERE round_no = ? ORDER BY talked_on DESC';
  for (const row of view.db.all<FactRow & { cadre_id: number; talked_on: Day }>(sql, round))
    if (view.isLive('talks', row)) held.set(view.cadreNo(row.cadre_id), row.talked_on);
  return held;
}
