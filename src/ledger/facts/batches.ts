// Imports that were written: which file, what became of its rows.
import { byCodePoint } from '../../domain/texts/text.ts';
import type { ReadDb } from '../database.ts';
import { type FactTable, guardedTables } from '../tables.ts';
import type { JournalRow, WriteDb } from '../writing/journal.ts';
import { isReversible } from './dependants.ts';

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

/** The batches that were undone, by the journal: what of one was reversed singly does not undo it. */
export function undoneBatches(db: ReadDb): number[] {
  return db.column<number>(
    `SELECT coalesce(each.value, json_extract(j.did, '$.batch')) FROM journal j
     LEFT JOIN json_each(j.did, '$.batches') each WHERE j.command = 'batch undo'`,
  );
}

/** One batch, or undefined. */
export function findBatch(db: ReadDb, id: number): BatchRow | undefined {
  return db.get<BatchRow>(`${BATCHES} WHERE b.id = ?`, id);
}

/** The rows of a batch that added nothing, by line. */
export function batchLines(db: ReadDb, id: number): (BatchLine & { readonly place: number })[] {
  return db.all<BatchLine & { readonly place: number }>(
    'SELECT place, line, outcome, reason FROM batch_rows WHERE batch_id = ? ORDER BY line, place',
    id,
  );
}

/** The sheet of a batch's rows, from a row of a table on: the id of a fact, or the place of a row that added nothing. */
export interface SheetStart {
  readonly table: string;
  readonly first_row: number;
  readonly sheet: string;
}

/** Keeps which rows came from which sheet, in the order of the key. */
export function addSheets(db: WriteDb, batch: number, starts: readonly SheetStart[]): void {
  const sorted = [...starts].sort(
    (left, right) => byCodePoint(left.table, right.table) || left.first_row - right.first_row,
  );
  for (const start of sorted) db.insertPart('batch_sheets', { batch_id: batch, ...start });
}

/** The sheet that a row of a batch came from; undefined where its file is one table. */
export function sheetOf(db: ReadDb, batch: number, table: string, row: number): string | undefined {
  return db.get<{ sheet: string }>(
    `SELECT sheet FROM batch_sheets WHERE batch_id = ? AND "table" = ? AND first_row <= ?
     ORDER BY first_row DESC LIMIT 1`,
    ...[batch, table, row],
  )?.sheet;
}

/** Keeps what was said of a batch's file, as JSON. */
export function addNotes(db: WriteDb, batch: number, notes: readonly string[]): void {
  for (const [place, note] of notes.entries()) db.insertPart('batch_notes', { batch_id: batch, place, note });
}

/** What was said of a batch's file, as JSON. */
export function batchNotes(db: ReadDb, batch: number): string[] {
  return db.column<string>('SELECT note FROM batch_notes WHERE batch_id = ? ORDER BY place', batch);
}

/** What was said by the last command before this one that kept a batch of a kind. */
export function lastNotes(db: WriteDb, kind: string): string[] {
  return db.column<string>(
    `SELECT n.note FROM batches b JOIN batch_notes n ON n.batch_id = b.id
     WHERE b.seq = (SELECT max(seq) FROM batches WHERE kind = ? AND seq < ?) ORDER BY n.batch_id, n.place`,
    ...[kind, db.seq],
  );
}

/** The facts that a batch recorded, reversed ones too, table by table; `line` is null of what came with the file itself. */
export function factsOfBatch(
  db: ReadDb,
  id: number,
): { readonly table: FactTable; readonly id: number; readonly seq: number; readonly line: number | null }[] {
  const tables = (Object.keys(guardedTables) as FactTable[]).filter(isReversible);
  return tables.flatMap((table) =>
    db
      .all<{ id: number; seq: number; line: number | null }>(
        `SELECT id, seq, line FROM ${table} WHERE batch_id = ?`,
        id,
      )
      .map((row) => ({ table, ...row })),
  );
}
