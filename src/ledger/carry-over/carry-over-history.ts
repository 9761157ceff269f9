// What a ledger that goes on from another one must know of rounds that stay behind: how long something has waited, and who
// entered and left the circle.
import { addMonths, type Day } from '../../domain/days/day.ts';
import type { SqlValue } from '../database.ts';
import type { View } from '../facts/view.ts';
import { policyById, policyInForce } from '../rounds/policies.ts';
import { type ClosedRound, correctionsOf } from '../rounds/rounds.ts';
import type { CarriedRow } from './carried-row.ts';

type Part = CarriedRow['parts'][number];

/** The cutoff from which a report, objection or appeal waits, where that is later than its day; see `View.heldSince`. */
export function waitOf(view: View, { table, row }: CarriedRow): Part[] {
  if (table !== 'reports' && table !== 'objections' && table !== 'appeals') return [];
  const { heldSince } = view.heldSince(table, row);
  const on = row[table === 'reports' ? 'reported_on' : 'raised_on'];
  if (heldSince === undefined || heldSince <= String(on)) return [];
  const held = { fact: table, fact_id: row.id, held_since: heldSince };
  return [{ table: table === 'appeals' ? 'carried_holds' : 'carried_waits', row: held }];
}

interface Movement {
  readonly cadre_id: number;
  readonly round_no: number;
  readonly cutoff: Day;
  readonly movement: string;
  readonly late_pending: number;
}

/** Movements in the rounds before `number`, in the order of cadres and rounds. */
const MOVEMENTS = `SELECT s.cadre_id, s.round_no, r.cutoff, s.movement, coalesce(a.late_pending, 0) AS late_pending
  FROM standings s JOIN round_closings c ON c.round_no = s.round_no JOIN rounds r ON r.id = c.round_id
    LEFT JOIN standing_additions a ON a.round_no = s.round_no AND a.place = s.place
  WHERE s.round_no < ?
  UNION ALL SELECT cadre_id, round_no, cutoff, movement, late_pending FROM carried_movements`;

/**
 * Entries before the last closed round that the window of a policy holds, and the last exit before each cadre's first of
 * them: the rules about history ask for no more.
 */
export function movementsCarried(view: View, closed: ClosedRound): Part[] {
  const { db } = view;
  const policies = [policyInForce(db), policyById(db, closed.policyId)];
  const months = Math.max(...policies.map(({ policy }) => policy.history.windowMonths));
  const opens = addMonths(closed.cutoff, -months);
  const carried: Movement[] = [];
  for (const ofCadre of Map.groupBy(movementsBefore(view, closed.number), (each) => each.cadre_id).values()) {
    const inOrder = ofCadre.sort((left, right) => left.round_no - right.round_no);
    const first = inOrder.findIndex((each) => each.movement === 'enter' && each.cutoff > opens);
    if (first < 0) continue;
    const exit = inOrder.slice(0, first).findLast((each) => each.movement === 'exit');
    if (exit !== undefined) carried.push(exit);
    carried.push(
      ...inOrder.slice(first).filter(({ movement }) => movement === 'enter' || movement === 'exit'),
    );
  }
  return carried.map((row) => ({ table: 'carried_movements', row: { ...row } as Record<string, SqlValue> }));
}

/** Every movement before a round, each as corrected. */
function movementsBefore(view: View, number: number): Movement[] {
  const rows = new Map<string, Movement>();
  const key = (row: Pick<Movement, 'cadre_id' | 'round_no'>): string => `${row.cadre_id} ${row.round_no}`;
  const cutoffs = new Map<number, Day>();
  for (const row of view.db.all<Movement>(MOVEMENTS, number)) {
    rows.set(key(row), row);
    cutoffs.set(row.round_no, row.cutoff);
  }
  for (const [round_no, cutoff] of cutoffs) {
    for (const { cadre_id, movement, late_pending } of correctionsOf(view, round_no).values()) {
      rows.set(key({ cadre_id, round_no }), { cadre_id, round_no, cutoff, movement, late_pending });
    }
  }
  return [...rows.values()];
}
