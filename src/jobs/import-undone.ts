// The digest that a batch is known by, and the refusal of a file whose batch was undone.
import { Failure, problem } from '../domain/problem.ts';
import type { RecordKind } from '../domain/records.ts';
import { sha256, type WriteDb } from '../ledger/journal.ts';
import { undoneFile } from '../ledger/reversals.ts';
import { todayIn } from './days.ts';
import { byWorkbook } from './import-sheets.ts';
import { timeZoneOf } from './ledger-door.ts';
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
