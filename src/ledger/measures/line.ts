// One cadre's line in a closed round, as far as what comes after the closing asks: its measure, and who signed it.
import type { Day } from '../../domain/days/day.ts';
import type { Measure } from '../../domain/round.ts';
import type { View } from '../facts/view.ts';
import { closedRound, correctionsOf, frozenLine, openRound } from '../rounds/rounds.ts';

/** A line that something is recorded about. */
export interface LineAbout {
  readonly cutoff: Day;
  /** As frozen, and as corrected since. */
  readonly frozen: Measure;
  readonly measure: Measure;
  readonly approvedBy: string;
  /** Who decided on it; empty where no one did. */
  readonly decidedBy: string;
  /** The round, where its own decisions are in this ledger. */
  readonly roundId: number | null;
}

interface CarriedLine {
  readonly cutoff: Day;
  readonly measure: Measure;
  readonly approved_by: string;
  readonly decided_by: string;
}

/** A cadre's line in a closed round, of an earlier ledger too; undefined where there is none. */
export function lineAbout(view: View, cadreId: number, round: number): LineAbout | undefined {
  const closed = closedRound(view.db, round);
  if (closed === undefined) return carriedLine(view, cadreId, round);
  const cadreNo = view.cadreNo(cadreId);
  const frozen = frozenLine(view.db, round, cadreNo);
  const corrected = correctionsOf(view, round).get(cadreNo);
  if (frozen === undefined && corrected === undefined) return undefined;
  return {
    cutoff: closed.cutoff,
    frozen: frozen?.measure ?? 'none',
    measure: corrected?.measure ?? frozen?.measure ?? 'none',
    approvedBy: closed.approvedBy,
    decidedBy: frozen?.decided_by ?? '',
    roundId: closed.roundId,
  };
}

function carriedLine(view: View, cadreId: number, round: number): LineAbout | undefined {
  const row = view.db.get<CarriedLine>(
    'SELECT cutoff, measure, approved_by, decided_by FROM carried_lines WHERE cadre_id = ? AND round_no = ?',
    ...[cadreId, round],
  );
  if (row === undefined) return undefined;
  const { cutoff, measure } = row;
  const cadreNo = view.cadreNo(cadreId);
  return {
    cutoff,
    frozen: frozenLine(view.db, round, cadreNo)?.measure ?? measure,
    measure: correctionsOf(view, round).get(cadreNo)?.measure ?? measure,
    approvedBy: row.approved_by,
    decidedBy: row.decided_by,
    roundId: null,
  };
}

/** Whether anybody's line of a round of an earlier ledger was carried. */
export function hasCarriedLines(view: View, round: number): boolean {
  return view.db.column('SELECT 1 FROM carried_lines WHERE round_no = ? LIMIT 1', round).length > 0;
}

/** The cutoff of a round that is open or closed, of an earlier ledger too; undefined where there is none. */
export function cutoffOf(view: View, round: number): Day | undefined {
  const open = openRound(view.db);
  if (open?.round_no === round) return open.cutoff;
  const closed = closedRound(view.db, round);
  if (closed !== undefined) return closed.cutoff;
  return view.db.column<Day>('SELECT cutoff FROM carried_lines WHERE round_no = ? LIMIT 1', round)[0];
}
