// The first half of an import: files are read, validated and put by, before any transaction begins; a large one is fed.
import { createHash } from 'node:crypto';
import { type Problem, refusal } from '../../domain/problem.ts';
import type { RecordKind } from '../../domain/records/records.ts';
import { type Mapping, readMappingFile } from '../../intake/mapping-file.ts';
import { readRecords } from '../../intake/read-records.ts';
import { openSource } from '../../intake/source.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { View } from '../../ledger/facts/view.ts';
import { sha256 } from '../../ledger/writing/journal.ts';
import { type Feed, type MappingText, mappingText } from './import-feed.ts';
import { NameBook } from './match-names.ts';
import { Stage } from './stage.ts';
import { type PackedRow, RowPacking } from './staged-row.ts';
import {
  isRejected,
  originalOf,
  type RejectedRow,
  rowsRead,
  type StagedTable,
  type StageRequest,
} from './staged-table.ts';

/** Files that were read, but for the rows of one that is fed. Close it when the rows are written. */
export interface Staged<K extends RecordKind> {
  readonly tables: readonly StagedTable<K>[];
  /** What was guessed, left out or skipped in the files; complete when all rows have been taken. */
  readonly told: readonly Problem[];
  /** SHA-256 of the mapping file, or null: the same file means other records under another one. */
  readonly mapping: string | null;
}

/**
 * Reads and validates files. Bad rows are kept with what is wrong; a file that cannot be read at all is a failure.
 * @param db the ledger, for names that have to be looked up on its roster
 * @param feed a file among them that is being read already: its rows are still to come, and may be taken once
 * @throws Failure
 */
export async function stageFiles<K extends RecordKind>(
  db: ReadDb,
  request: StageRequest<K>,
  feed?: Feed,
): Promise<Staged<K>> {
  const text = request.mapping === null ? null : readMapping(request.mapping);
  const mapping = text === null ? undefined : readMappingFile(text.text, text.file);
  const names = request.read.matchNames === true ? new NameBook(new View(db)) : undefined;
  const told: Problem[] = [];
  const tables: StagedTable<K>[] = [];
  for (const file of request.files) {
    const isFed = feed?.file === file && feed.mapping?.text === text?.text;
    const fed = isFed ? feed.table(told) : undefined;
    if (fed !== undefined) tables.push(fed as StagedTable<K>);
    else tables.push(...(await stage(file, request, { mapping, names }, told)));
  }
  if (names !== undefined) told.push(...names.told(request.files.join(', ')));
  return { tables, told, mapping: text === null ? null : sha256(text.text) };
}

function readMapping(file: string): MappingText {
  const text = mappingText(file);
  if (text === undefined) throw refusal('file_not_found', { file }, { file });
  return text;
}

async function stage<K extends RecordKind>(
  file: string,
  request: StageRequest<K>,
  { mapping, names }: { readonly mapping: Mapping | undefined; readonly names: NameBook | undefined },
  told: Problem[],
): Promise<StagedTable<K>[]> {
  const source = await openSource(file, request.open);
  told.push(...source.told);
  const tables: StagedTable<K>[] = [];
  let read = 0;
  for (const reading of readRecords(request.kind, source, { ...request.read, mapping })) {
    const { place, heading, headings } = reading;
    const rows = new Stage<PackedRow>();
    const packing = new RowPacking<K>();
    const rejected: RejectedRow[] = [];
    // A sheet is known by its rows, a text by all of it.
    const content = createHash('sha256').update(JSON.stringify(heading));
    for (const row of rowsRead(reading, packing, names)) {
      read += 1;
      request.onRow?.('reading', read);
      if (source.digest === undefined) content.update(JSON.stringify(originalOf(row)));
      if (isRejected(row)) rejected.push(row);
      else rows.push(row);
    }
    told.push(...reading.told);
    const name = place.sheet === undefined ? source.file : `${source.file}#${place.sheet}`;
    tables.push({
      file: name,
      place,
      heading,
      headings,
      rows,
      packing,
      rejected,
      excluded: new Set<number>(),
      sha256: source.digest?.() ?? content.digest('hex'),
    });
  }
  return tables;
}
