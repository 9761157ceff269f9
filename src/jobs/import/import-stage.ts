// The first half of an import: files are read, validated and put by, before any transaction begins; a large one is fed.
import { createHash } from 'node:crypto';
import { type Problem, refusal } from '../../domain/problem.ts';
import type { RecordKind } from '../../domain/records/records.ts';
import { type Mapping, readMappingFile } from '../../intake/mapping-file.ts';
import { readRecords } from '../../intake/read-records.ts';
import { openSource, type Source } from '../../intake/source.ts';
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
  /** What was guessed, left out or skipped in the files; complete when all rows have been read. */
  readonly warnings: readonly Problem[];
  /** SHA-256 of the mapping file, or null: the same file means other records under another one. */
  readonly mapping: string | null;
}

/** Files that were opened, with the mapping file to read them by. */
export interface Opened {
  readonly mapping: MappingText | null;
  readonly sources: readonly Source[];
}

/**
 * Reads and validates files. Bad rows are kept with what is wrong; a file that cannot be read at all is a failure.
 * @param db the ledger, for names that have to be looked up on its roster
 * @param feed a file among them that is being read already: its rows are still to come, and can be iterated once
 * @throws Failure
 */
export async function stageFiles<K extends RecordKind>(
  db: ReadDb,
  request: StageRequest<K>,
  feed?: Feed,
): Promise<Staged<K>> {
  const text = mappingOf(request);
  const staging = new Staging(db, request, text);
  for (const file of request.files) {
    const isFed = feed?.file === file && feed.mapping?.text === text?.text;
    const fed = isFed ? feed.table(staging.warnings) : undefined;
    if (fed !== undefined) staging.tables.push(fed as StagedTable<K>);
    else staging.add(await openSource(file, request.open));
  }
  return staging.end();
}

/** Opens files to be staged later. @throws Failure for one that cannot be opened */
export async function openFiles(request: StageRequest<RecordKind>): Promise<Opened> {
  const mapping = mappingOf(request);
  const sources: Source[] = [];
  for (const file of request.files) sources.push(await openSource(file, request.open));
  return { mapping, sources };
}

/** Reads and validates files that were opened; see `stageFiles`. @param db may be a transaction: what it wrote is seen */
export function stageOpened<K extends RecordKind>(
  db: ReadDb,
  request: StageRequest<K>,
  { mapping, sources }: Opened,
): Staged<K> {
  const staging = new Staging(db, request, mapping);
  for (const source of sources) staging.add(source);
  return staging.end();
}

function mappingOf({ mapping }: StageRequest<RecordKind>): MappingText | null {
  return mapping === null ? null : readMapping(mapping);
}

function readMapping(file: string): MappingText {
  const text = mappingText(file);
  if (text === undefined) throw refusal('file_not_found', { file }, { file });
  return text;
}

/** Puts the tables of files by, one file after the other. */
class Staging<K extends RecordKind> {
  readonly warnings: Problem[] = [];
  readonly tables: StagedTable<K>[] = [];
  readonly #request: StageRequest<K>;
  readonly #text: MappingText | null;
  readonly #mapping: Mapping | undefined;
  readonly #names: NameBook | undefined;

  constructor(db: ReadDb, request: StageRequest<K>, text: MappingText | null) {
    this.#request = request;
    this.#text = text;
    this.#mapping = text === null ? undefined : readMappingFile(text.text, text.file);
    this.#names = request.read.matchNames === true ? new NameBook(new View(db)) : undefined;
  }

  /** Reads the tables of a file. */
  add(source: Source): void {
    const { kind, read, onRow } = this.#request;
    this.warnings.push(...source.warnings);
    let count = 0;
    for (const reading of readRecords(kind, source, { ...read, mapping: this.#mapping })) {
      const { place, heading, headings } = reading;
      const rows = new Stage<PackedRow>();
      const packing = new RowPacking<K>();
      const rejected: RejectedRow[] = [];
      // A sheet is known by its rows, a text by all of it.
      const content = createHash('sha256').update(JSON.stringify(heading));
      for (const row of rowsRead(reading, packing, this.#names)) {
        count += 1;
        onRow?.('reading', count);
        if (source.digest === undefined) content.update(JSON.stringify(originalOf(row)));
        if (isRejected(row)) rejected.push(row);
        else rows.push(row);
      }
      this.warnings.push(...reading.warnings);
      this.tables.push({
        file: place.sheet === undefined ? source.file : `${source.file}#${place.sheet}`,
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
  }

  /** What was staged. */
  end(): Staged<K> {
    const { warnings, tables } = this;
    if (this.#names !== undefined) warnings.push(...this.#names.warnings(this.#request.files.join(', ')));
    return { tables, warnings, mapping: this.#text === null ? null : sha256(this.#text.text) };
  }
}
