// The records of a kind, for export.
import type { RecordKind } from '../domain/records.ts';
import type { ReadDb } from '../ledger/database.ts';
import { type ExportedRecord, exported } from '../ledger/records.ts';
import { View } from '../ledger/view.ts';

/** All live records of a kind; whole, since the reader ends its transaction before it waits on its output. */
export function exportRecords(db: ReadDb, kind: RecordKind): ExportedRecord[] {
  return [...exported[kind](new View(db))];
}
