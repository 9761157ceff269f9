// The digest that a batch is known by, and the refusal of a file whose batch was undone.

import { Failure, problem, refusal } from '../../domain/problem.ts';
import type { RecordKind } from '../../domain/records/records.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { undoneFile, undoneKey } from '../../ledger/facts/reversals.ts';
import { timeZoneOf } from '../../ledger/settings.ts';
import { type Entry, sha256, type WriteDb } from '../../ledger/writing/journal.ts';
import type { Acting } from '../acting.ts';
import { todayIn } from '../days.ts';
import { byWorkbook } from './import-sheets.ts';
import type { StagedTable } from './staged-table.ts';

/** The digest that the batch of a workbook, or of its one table, has. */
export function digestOf([first, ...others]: readonly [
  StagedTable<RecordKind>,
  ...StagedTable<RecordKind>[],
]): string {
  if (others.length === 0) return first.sha256;
  return sha256([first, ...others].map((table) => table.sha256).join('\n'));
}

/** A file whose batch was undone goes in again only on purpose. @throws Failure `refused` */
export function refuseUndone(db: WriteDb, tables: readonly StagedTable<RecordKind>[]): void {
  const undone = [...byWorkbook(tables)].flatMap((workbook) => {
    const { place } = workbook[0];
    const found = undoneFile(db, digestOf(workbook));
    if (found === undefined) return [];
    const { batch, at, actor: by, reason: why } = found;
    const on = todayIn(timeZoneOf(db), new Date(at));
    return [problem('file_undone', { batch, on, by, why }, { file: place.file })];
  });
  if (undone.length > 0) throw new Failure('refused', undone);
}

/**
 * The entry of an import whose key belongs to one that was undone: on purpose it goes in again, without the key, which
 * is the undone one's for good. @throws Failure `refused` where it is not asked for again
 */
export function entryAgain(db: ReadDb, { again }: Acting, entry: Entry): Entry {
  const key = entry.idempotencyKey;
  const undone = key === null ? undefined : undoneKey(db, key);
  if (key === null || undone === undefined) return entry;
  if (again != null) return { ...entry, idempotencyKey: null };
  const { batch, at, actor: by, reason: why } = undone;
  const on = todayIn(timeZoneOf(db), new Date(at));
  throw refusal('key_undone', { key, batch, on, by, why });
}
