// Leaves and returns of cadres as they are written, and as they are looked up by day.
import type { Day } from '../../domain/days/day.ts';
import type { FactRow, View } from '../facts/view.ts';
import { personAdder } from '../writing/adders.ts';

/** Adds a leave or a return. */
export const addRosterEvent = personAdder('roster_events');

/** The live leaves and returns of a cadre on a day, in the order of recording. */
export function rosterEventsOn(view: View, cadreId: number, on: Day): FactRow[] {
  return view.db
    .all<FactRow>('SELECT * FROM roster_events WHERE cadre_id = ? AND "on" = ?', cadreId, on)
    .filter((row) => view.isLive('roster_events', row));
}
