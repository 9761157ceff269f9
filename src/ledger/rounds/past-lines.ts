// What a cadre's lines in earlier closed rounds say of entries and exits, as corrected: for the rules about history.
import type { CadreNo } from '../../domain/cadre.ts';
import type { PastLine } from '../../domain/round.ts';
import { findCadreRow } from '../cadres/cadres.ts';
import type { FactRow, View } from '../facts/view.ts';
import { CORRECTIONS } from './standings.ts';

interface PastRow extends Pick<PastLine, 'cutoff' | 'movement'> {
  readonly round_no: number;
  readonly late_pending: number;
}

/** By the index on cadre and round; pinned by a test of the query plan. */
const PAST_LINES = `SELECT s.round_no, r.cutoff, s.movement, coalesce(a.late_pending, 0) AS late_pending
  FROM standings s JOIN round_closings c ON c.round_no = s.round_no JOIN rounds r ON r.id = c.round_id
    LEFT JOIN standing_additions a ON a.round_no = s.round_no AND a.place = s.place
  WHERE s.cadre_id = ? AND s.round_no < ? ORDER BY s.round_no`;

/** Movements in rounds of the ledgers before this one. */
const CARRIED = `SELECT round_no, cutoff, movement, late_pending FROM carried_movements
  WHERE cadre_id = ? ORDER BY round_no`;

/** Reads a cadre's lines in the closed rounds before `number`, oldest first, each as corrected in the view. */
export function pastLinesBefore(view: View, number: number): (cadreNo: CadreNo) => readonly PastLine[] {
  let corrections: ReadonlyMap<CadreNo, readonly PastRow[]> | undefined;
  return (cadreNo) => {
    const cadre = findCadreRow(view.db, cadreNo);
    if (cadre === undefined) return [];
    corrections ??= correctionsBefore(view, number);
    const rows = new Map<number, PastRow>();
    for (const row of view.db.all<PastRow>(CARRIED, cadre.id)) rows.set(row.round_no, row);
    for (const row of view.db.all<PastRow>(PAST_LINES, cadre.id, number)) rows.set(row.round_no, row);
    for (const row of corrections.get(cadreNo) ?? []) rows.set(row.round_no, row);
    return [...rows.values()]
      .sort((left, right) => left.round_no - right.round_no)
      .map(({ cutoff, movement, late_pending: latePending }) => ({ cutoff, movement, latePending }));
  };
}

type CorrectionRead = FactRow & PastRow & { readonly cadre_no: CadreNo };

/** The live corrections of rounds before `number`, oldest first: the last of a cadre and round counts. */
function correctionsBefore(view: View, number: number): ReadonlyMap<CadreNo, readonly PastRow[]> {
  const rows = view.db.all<CorrectionRead>(
    `SELECT k.*, r.cutoff FROM (${CORRECTIONS} WHERE c.round_no < ?) k
     JOIN round_closings c ON c.round_no = k.round_no JOIN rounds r ON r.id = c.round_id
     UNION ALL SELECT k.*, l.cutoff FROM (${CORRECTIONS} WHERE c.round_no < ?) k
     JOIN carried_lines l ON l.round_no = k.round_no AND l.cadre_id = k.cadre_id ORDER BY k.id`,
    ...[number, number],
  );
  return Map.groupBy(
    rows.filter((row) => view.isLive('corrections', row)),
    (row) => row.cadre_no,
  );
}
