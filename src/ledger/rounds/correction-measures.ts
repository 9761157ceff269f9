// The lighter measure that a correction gives because an appeal against the line was upheld.
import type { Measure } from '../../domain/round.ts';
import type { ReadDb } from '../database.ts';
import type { FactRow, View } from '../facts/view.ts';
import type { WriteDb } from '../writing/journal.ts';

/** A measure given on appeal, with the correction that first gave it. */
export interface MeasureGiven {
  readonly measure: Measure;
  /** The ruling that upheld the appeal. */
  readonly rulingId: number;
  readonly by: string;
  readonly reason: string;
}

/** The measure that a correction gives on appeal, as it was first given; undefined where it gives none. */
export function measureGivenBy(db: ReadDb, correctionId: number): MeasureGiven | undefined {
  const row = db.get<{ measure: Measure; ruling_id: number }>(
    'SELECT measure, ruling_id FROM correction_measures WHERE correction_id = ?',
    correctionId,
  );
  return row && firstGiven(db, row.ruling_id, row.measure);
}

/** The measure as the first correction after a ruling gave it; undefined when none did. */
export function firstGiven(db: ReadDb, rulingId: number, measure: Measure): MeasureGiven | undefined {
  return db.get<MeasureGiven>(
    `SELECT m.measure, m.ruling_id AS rulingId, c."by", c.reason FROM correction_measures m
     JOIN corrections c ON c.id = m.correction_id WHERE m.ruling_id = ? AND m.measure = ? ORDER BY c.id LIMIT 1`,
    ...[rulingId, measure],
  );
}

/** Keeps the measure that a correction gives on appeal. */
export function keepMeasureGiven(db: WriteDb, id: number, { measure, rulingId }: MeasureGiven): void {
  db.insertPart('correction_measures', { correction_id: id, ruling_id: rulingId, measure });
}

/** The latest live ruling that upheld an appeal against a cadre's measure in a round, or undefined. */
export function upheldRuling(view: View, cadreId: number, round: number): number | undefined {
  const rows = view.db.all<FactRow & { appeal_id: number; appeal_seq: number }>(
    `SELECT r.*, a.seq AS appeal_seq FROM appeal_rulings r JOIN appeals a ON a.id = r.appeal_id
     WHERE a.cadre_id = ? AND a.round_no = ? AND r.ruling = 'upheld' ORDER BY r.id`,
    ...[cadreId, round],
  );
  return rows.findLast(
    (row) =>
      view.isLive('appeal_rulings', row) &&
      view.isLive('appeals', { id: row.appeal_id, seq: row.appeal_seq }),
  )?.id;
}

/** Whether any correction ever gave a lighter measure on appeal. */
export function hasMeasuresGiven(db: ReadDb): boolean {
  return db.column('SELECT 1 FROM correction_measures LIMIT 1').length > 0;
}
