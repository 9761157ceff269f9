// The records of a kind, for export.
import type { RecordKind } from '../domain/records.ts';
import type { ReadDb } from '../ledger/database.ts';
import { type ExportedRecord, exported } from '../ledger/records.ts';
import { View } from '../ledger/view.ts';

/** All live records of a kind, read as they are asked for. */
export function exportRecords(db: ReadDb, kind: RecordKind): Iterable<ExportedRecord> {
  return exported[kind](new View(db));
}
