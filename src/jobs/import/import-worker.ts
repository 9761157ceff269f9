// The worker that reads and validates a large text for `startFeed`.
import { Failure } from '../../domain/problem.ts';
import { readMappingFile } from '../../intake/mapping-file.ts';
import { readRecords } from '../../intake/read-records.ts';
import { openSource } from '../../intake/source.ts';
import type { Fed, FeedAsked } from './import-feed.ts';
import { type PackedRow, RowPacking } from './staged-row.ts';
import { type RejectedRow, rowsRead } from './staged-table.ts';
import { end, ownWorkerData, send } from './worker-port.ts';

/** Rows in one message. */
const CHUNK = 128;

async function* read({ kind, file, open, read, mapping }: FeedAsked): AsyncGenerator<Fed> {
  const source = await openSource(file, open);
  const known = mapping === null ? undefined : readMappingFile(mapping.text, mapping.file);
  const [reading] = readRecords(kind, source, { ...read, mapping: known });
  if (reading === undefined) return;
  const { place, heading, headings } = reading;
  yield { is: 'head', place, heading, headings, warnings: source.warnings };
  const packing = new RowPacking();
  let rows: (PackedRow | RejectedRow)[] = [];
  for (const row of rowsRead(reading, packing)) {
    rows.push(row);
    if (rows.length < CHUNK) continue;
    yield { is: 'rows', fields: packing.fields, rows };
    rows = [];
  }
  yield { is: 'rows', fields: packing.fields, rows };
  yield { is: 'end', digest: source.digest?.() ?? '', warnings: reading.warnings };
}

async function serve(): Promise<void> {
  const own = ownWorkerData<FeedAsked>();
  try {
    for await (const part of read(own.request)) send(own, part);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const failed: Fed = { is: 'failed', kind: error.kind, problems: error.problems };
    send(own, failed);
  } finally {
    end(own);
  }
}

void serve();
