// Imports that were written: which file, what became of its rows.
import type { ReadDb } from './database.ts';
import type { JournalRow, WriteDb } from './journal.ts';

export interface BatchCounts {
  readonly added: number;
  readonly unchanged: number;
  readonly amended: number;
  readonly rejected: number;
}

export interface BatchRow extends BatchCounts, Pick<JournalRow, 'at' | 'actor'> {
  readonly id: number;
  readonly seq: number;
  readonly kind: string;
  readonly file: string;
  readonly sha256: string;
}

/** A row of a batch that added nothing, and why. */
export interface BatchLine {
  readonly line: number;
  readonly outcome: 'unchanged' | 'amended' | 'rejected';
  readonly reason: string;
}

const BATCHES = `SELECT b.*, c.added, c.unchanged, c.amended, c.rejected, j.at, j.actor
  FROM batches b JOIN batch_counts c ON c.batch_id = b.id JOIN journal j ON j.seq = b.seq`;

/** Begins a batch; its facts name it. */
export function beginBatch(db: WriteDb, kind: string, file: string, sha256: string): number {
  return db.insert('batches', { kind, file, sha256 });
}

/**
 * Keeps what became of a row that added nothing.
 * @param place its place among those of the batch, from 0: several rows may share a line (JSON)
 */
export function recordLine(db: WriteDb, id: number, place: number, line: BatchLine): void {
  db.insertPart('batch_rows', { batch_id: id, place, ...line });
}

/** Ends a batch with its counts. */
export function endBatch(db: WriteDb, id: number, counts: BatchCounts): void {
  db.insertPart('batch_counts', { batch_id: id, ...counts });
}

/** All batches, oldest first. */
export function listBatches(db: ReadDb): BatchRow[] {
  return db.all<BatchRow>(`${BATCHES} ORDER BY b.id`);
}

/** One batch, or undefined. */
export function findBatch(db: ReadDb, id: number): BatchRow | undefined {
  return db.get<BatchRow>(`${BATCHES} WHERE b.id = ?`, id);
}

/** The rows of a batch that added nothing, by line. */
export function batchLines(db: ReadDb, id: number): BatchLine[] {
  return db.all<BatchLine>(
    'SELECT line, outcome, reason FROM batch_rows WHERE batch_id = ? ORDER BY line, place',
    id,
  );
}
