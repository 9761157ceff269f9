// The records of a kind, for export.
import type { RecordKind } from '../../domain/records/records.ts';
import type { ReadDb } from '../../ledger/database.ts';
import type { ExportedRecord } from '../../ledger/facts/exported-record.ts';
import { exported } from '../../ledger/facts/records.ts';
import { View } from '../../ledger/facts/view.ts';

/** All live records of a kind, read as they are asked for. */
export function exportRecords(db: ReadDb, kind: RecordKind): Iterable<ExportedRecord> {
  return exported[kind](new View(db));
}
