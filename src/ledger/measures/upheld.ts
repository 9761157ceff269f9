// The appeals that were upheld, of all cadres.
import type { CadreNo } from '../../domain/cadre.ts';
import type { Day } from '../../domain/days/day.ts';
import type { FactRow, View } from '../facts/view.ts';

/** An appeal that was upheld. */
export interface UpheldAppeal {
  readonly round: number;
  readonly cadreNo: CadreNo;
  readonly ruledOn: Day;
  /** The journal entry of the ruling. */
  readonly seq: number;
}

/** The live upheld appeals against lines of the rounds up to one, by round and cadre number. */
export function upheldAppeals(view: View, upTo: number): UpheldAppeal[] {
  const rows = view.db.all<
    FactRow & { appeal_id: number; appeal_seq: number; cadre_id: number; round_no: number; ruled_on: Day }
  >(
    `SELECT r.*, a.seq AS appeal_seq, a.cadre_id, a.round_no FROM appeal_rulings r JOIN appeals a ON a.id = r.appeal_id
     WHERE r.ruling = 'upheld' AND a.round_no <= ? ORDER BY a.round_no, r.id`,
    upTo,
  );
  return rows
    .filter((row) => view.isLive('appeal_rulings', row))
    .filter((row) => view.isLive('appeals', { id: row.appeal_id, seq: row.appeal_seq }))
    .map((row) => ({
      round: row.round_no,
      cadreNo: view.cadreNo(row.cadre_id),
      ruledOn: row.ruled_on,
      seq: row.seq,
    }))
    .sort((left, right) => left.round - right.round || (left.cadreNo < right.cadreNo ? -1 : 1));
}
