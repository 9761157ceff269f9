// Amendments of recorded facts as they are written, and as they are looked up by day.
import type { Day } from '../../domain/days/day.ts';
import { adder } from '../writing/adders.ts';
import type { FactRow, View } from './view.ts';

/** Adds an amendment of one field of a recorded fact. */
export const addAmendment = adder('amendments');

/** The live changes of a cadre that are in force from a day on: moves, new names and posts. */
export function cadreChangesFrom(view: View, cadreId: number, from: Day): FactRow[] {
  return view.db
    .all<FactRow>(
      "SELECT * FROM amendments WHERE record = 'cadres' AND record_id = ? AND from_day = ?",
      ...[cadreId, from],
    )
    .filter((row) => view.isLive('amendments', row));
}
