// Past imports: the list, and one with what became of each row.
import { refusal } from '../domain/problem.ts';
import { type BatchRow, batchLines, findBatch, listBatches } from '../ledger/batches.ts';
import type { ReadDb } from '../ledger/database.ts';
import { isReversible } from '../ledger/dependants.ts';
import { type FactTable, guardedTables } from '../ledger/tables.ts';
import { factId } from './record/recording.ts';

/** Every batch, oldest first, by the columns of `batch list`. */
export function listOfBatches(db: ReadDb): Record<string, string | number>[] {
  return listBatches(db).map(({ id, ...rest }) => ({ batch: id, ...rest }));
}

export interface BatchShown {
  readonly batch: BatchRow;
  readonly rows: readonly {
    readonly line: number;
    readonly outcome: string;
    readonly id: string;
    readonly reason: string;
  }[];
}

/** One batch with its rows by line: what was added (with its id), unchanged, amended, rejected. @throws Failure `refused` */
export function showBatch(db: ReadDb, id: number): BatchShown {
  const batch = findBatch(db, id);
  if (batch === undefined) throw refusal('batch_unknown', { batch: id });
  const tables = (Object.keys(guardedTables) as FactTable[]).filter(isReversible);
  const added = tables.flatMap((table) =>
    db
      .all<{ id: number; line: number }>(
        `SELECT id, line FROM ${table} WHERE batch_id = ? AND line IS NOT NULL`,
        id,
      )
      .map((row) => ({ line: row.line, outcome: 'added', id: factId(table, row.id), reason: '' })),
  );
  const others = batchLines(db, id);
  const amended = new Set(others.filter((row) => row.outcome === 'amended').map((row) => row.line));
  const rows = [
    ...added.filter((row) => !amended.has(row.line)),
    ...others.map((row) => ({
      ...row,
      id: added
        .filter((each) => each.line === row.line)
        .map((each) => each.id)
        .join(' '),
    })),
  ];
  return { batch, rows: rows.sort((left, right) => left.line - right.line) };
}
