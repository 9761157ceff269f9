// The records of a kind, for export.
import { statSync } from 'node:fs';
import type { RecordKind } from '../../domain/records/records.ts';
import type { ReadDb } from '../../ledger/database.ts';
import type { ExportedRecord } from '../../ledger/facts/exported-record.ts';
import { exported } from '../../ledger/facts/records.ts';
import { View } from '../../ledger/facts/view.ts';
import type { IdSpan } from '../../ledger/findings/round-ids.ts';
import { findingSpans, type Sizes } from '../round/finding-spans.ts';

/**
 * All live records of a kind, read as they are asked for.
 * @param among findings and the register of them: those of these ids only
 */
export function exportRecords(db: ReadDb, kind: RecordKind, among?: IdSpan): Iterable<ExportedRecord> {
  return exported[kind](new View(db), among);
}

/** Bytes of the ledger from which on it is worth while to export in two threads, and in what shares. */
const WORTH = 8_000_000;
const SIZES: Sizes = { ids: 4096, shares: Number.MAX_SAFE_INTEGER };

/** The spans in which the records of a kind can be exported one after the other; null where it is not worth while. */
export function exportSpans(db: ReadDb, kind: RecordKind, worth: number = WORTH): readonly IdSpan[] | null {
  if (kind !== 'findings' && kind !== 'ledger') return null;
  if (db.source === undefined || statSync(db.source.file).size < worth) return null;
  return findingSpans(db, SIZES);
}
