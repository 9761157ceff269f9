// A large export as csv, its rows written in two threads.
import type { RecordKind } from '../domain/records/records.ts';
import { threadBeside } from '../jobs/beside.ts';
import type { ReadDb } from '../jobs/care/ledger-access.ts';
import { exportRecords, exportSpans } from '../jobs/find/export.ts';
import { inTurn, type Pieces } from '../jobs/in-turn.ts';
import { type CsvLook, csvHeading, csvRows, lookOf } from '../output/csv.ts';
import type { Chunk, Settings } from '../output/settings.ts';
import { recordsReport } from '../report/lists/lists.ts';
import type { Report } from '../report/report.ts';

/** What is exported, and how it looks. Plain data, for another thread. */
export interface ExportAsked {
  readonly kind: RecordKind;
  readonly look: CsvLook & { readonly words: null };
  readonly spans: NonNullable<ReturnType<typeof exportSpans>>;
}

/** The rows of some records, as UTF-8. */
interface RowsWritten {
  readonly bytes: Uint8Array;
}

/**
 * An export as csv with its rows written in two threads; null where they are too few, or are wanted in another encoding or
 * in the words of a language.
 * @param worth bytes of the ledger from which on there are two
 */
export function sharedCsv(
  db: ReadDb,
  kind: RecordKind,
  report: Report,
  settings: Settings,
  worth?: number,
): AsyncGenerator<Chunk> | null {
  const { words, ...plain } = lookOf(settings);
  if (words !== null || settings.encoding !== 'utf-8' || db.source === undefined) return null;
  const spans = exportSpans(db, kind, worth);
  if (spans === null) return null;
  const asked: ExportAsked = { kind, look: { ...plain, words: null }, spans };
  const rows = inTurn(exportPieces(db, asked), threadBeside(import.meta.url, 'export-thread'), {
    source: db.source,
    asked,
  });
  return written(csvHeading(report, settings), rows);
}

async function* written(heading: string, rows: Iterable<RowsWritten>): AsyncGenerator<Chunk> {
  yield heading;
  for (const { bytes } of rows) yield bytes;
}

/** The rows of an export as pieces of work. */
export function exportPieces(db: ReadDb, { kind, look, spans }: ExportAsked): Pieces<RowsWritten> {
  return {
    count: spans.length,
    do(piece) {
      const report = recordsReport(kind, exportRecords(db, kind, spans[piece]));
      // A copy of its own: small buffers share a pool, and what is handed to another thread is gone from here.
      return { bytes: new Uint8Array(Buffer.from([...csvRows(report, look)].join(''))) };
    },
  };
}
