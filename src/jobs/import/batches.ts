// Past imports: the list, and one with what became of each row.

import { type Problem, refusal } from '../../domain/problem.ts';
import { byCodePoint } from '../../domain/texts/text.ts';
import type { ReadDb } from '../../ledger/database.ts';
import {
  type BatchRow,
  batchLines,
  batchNotes,
  factsOfBatch,
  findBatch,
  listBatches,
  sheetOf,
  undoneBatches,
} from '../../ledger/facts/batches.ts';
import { instantsOf } from '../../ledger/settings.ts';
import { factId } from '../lookups/fact-id.ts';

/** Every batch, oldest first, by the columns of `batch list`. */
export function listOfBatches(db: ReadDb): Record<string, string | number | boolean>[] {
  const local = instantsOf(db);
  const undone = new Set(undoneBatches(db));
  return listBatches(db).map(({ id, at, ...rest }) => ({
    batch: id,
    ...rest,
    at: local(at),
    undone: undone.has(id),
  }));
}

/** The last batch that is not undone, with its file, or undefined. */
export function lastBatchToUndo(db: ReadDb): { readonly batch: number; readonly file: string } | undefined {
  const undone = new Set(undoneBatches(db));
  const last = listBatches(db).findLast(({ id }) => !undone.has(id));
  return last === undefined ? undefined : { batch: last.id, file: last.file };
}

export interface BatchInFull {
  /** Whether it was undone. */
  readonly undone: boolean;
  readonly batch: BatchRow;
  /** By sheet and line; what was said of the file comes first, without a line. */
  readonly rows: readonly {
    /** Empty where the file is one table. */
    readonly sheet: string;
    readonly line: number | null;
    readonly outcome: string;
    readonly id: string;
    readonly reason: string;
  }[];
}

/**
 * One batch with what was said of its file and its rows: what was added (with its id), unchanged, amended, rejected.
 * @throws Failure `refused`
 */
export function showBatch(db: ReadDb, id: number): BatchInFull {
  const batch = findBatch(db, id);
  if (batch === undefined) throw refusal('batch_unknown', { batch: id });
  const added = factsOfBatch(db, id).flatMap(({ table, line, id: row }) => {
    const sheet = line === null ? '' : (sheetOf(db, id, table, row) ?? '');
    return line === null ? [] : [{ sheet, line, outcome: 'added', id: factId(table, row), reason: '' }];
  });
  const keyOf = (row: { readonly sheet: string; readonly line: number }): string =>
    `${row.line} ${row.sheet}`;
  const idsOf = Map.groupBy(added, keyOf);
  const others = batchLines(db, id).map(({ place, ...row }) => {
    const sheet = sheetOf(db, id, 'batch_rows', place) ?? '';
    const ids = (idsOf.get(keyOf({ ...row, sheet })) ?? []).map((each) => each.id);
    return { sheet, ...row, id: ids.join(' ') };
  });
  const amended = new Set(others.filter((row) => row.outcome === 'amended').map(keyOf));
  const rows = [...added.filter((row) => !amended.has(keyOf(row))), ...others];
  const said = batchNotes(db, id).map((note) => {
    const { place } = JSON.parse(note) as Problem;
    return { sheet: place?.sheet ?? '', line: null, outcome: 'said', id: '', reason: `[${note}]` };
  });
  rows.sort((left, right) => byCodePoint(left.sheet, right.sheet) || left.line - right.line);
  const undone = undoneBatches(db).includes(id);
  return { batch: { ...batch, at: instantsOf(db)(batch.at) }, undone, rows: [...said, ...rows] };
}
