// The records of a kind, for export.
import type { RecordKind } from '../../domain/records/records.ts';
import type { ReadDb } from '../../ledger/database.ts';
import type { ExportedRecord } from '../../ledger/facts/exported-record.ts';
import { exported } from '../../ledger/facts/records.ts';
import { View } from '../../ledger/facts/view.ts';

/**
 * The live records of a kind, read as they are asked for.
 * @param passes lets some of them through; null for all
 */
export function exportRecords(
  db: ReadDb,
  kind: RecordKind,
  passes: ((record: ExportedRecord) => boolean) | null = null,
): Iterable<ExportedRecord> {
  const all = exported[kind](new View(db));
  return passes === null ? all : passed(all, passes);
}

function* passed(
  all: Iterable<ExportedRecord>,
  passes: (record: ExportedRecord) => boolean,
): Generator<ExportedRecord> {
  for (const record of all) if (passes(record)) yield record;
}
