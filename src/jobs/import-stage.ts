// The first half of an import: files are read, validated and put by, before any transaction begins.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Place, type Problem, refusal } from '../domain/problem.ts';
import type { RecordKind, RecordOf } from '../domain/records.ts';
import { type Mapping, readMappingFile } from '../intake/mapping-file.ts';
import { type ReadOptions, readRecords } from '../intake/read-records.ts';
import { type OpenOptions, openSource } from '../intake/source.ts';
import type { ReadDb } from '../ledger/database.ts';
import { sha256 } from '../ledger/journal.ts';
import { View } from '../ledger/view.ts';
import { NameBook } from './match-names.ts';
import type { Draft, Drafts } from './record/recording.ts';
import { Stage } from './stage.ts';
import { type PackedRow, RowPacking } from './staged-row.ts';

/** What files to read, and how. */
export interface StageRequest<K extends RecordKind> {
  readonly kind: K;
  readonly files: readonly string[];
  readonly open: OpenOptions;
  readonly read: Omit<ReadOptions, 'mapping'>;
  /** A mapping file's path. */
  readonly mapping: string | null;
  /** Told how many rows have been read or written so far. */
  readonly onRow?: (phase: Phase, rows: number) => void;
}

/** What an import is at: files are read, then rows are written. */
export type Phase = 'reading' | 'writing';

/** A row that was not written: its cells as the file has them, and everything that is wrong with it. */
export interface RejectedRow {
  readonly place: Place;
  readonly original: readonly string[];
  readonly problems: readonly Problem[];
  /** Its place among the staged rows, when it was the ledger that refused it. */
  readonly row?: number;
}

/** One table of one file, read and validated by itself. */
export interface StagedTable<K extends RecordKind> {
  readonly file: string;
  readonly place: Place;
  readonly sha256: string;
  readonly heading: readonly string[];
  readonly headings: ReadonlyMap<string, string>;
  readonly rows: Stage<PackedRow>;
  readonly packing: RowPacking<K>;
  readonly rejected: RejectedRow[];
  /** Staged rows that the ledger refused, by place: left out whole. */
  readonly excluded: Set<number>;
}

/** Files that were read. Close it when the rows are written. */
export interface Staged<K extends RecordKind> {
  readonly tables: readonly StagedTable<K>[];
  /** What was guessed, left out or skipped in the files. */
  readonly told: readonly Problem[];
  /** SHA-256 of the mapping file, or null: the same file means other records under another one. */
  readonly mapping: string | null;
}

/**
 * Reads and validates files. Bad rows are kept with what is wrong; a file that cannot be read at all is a failure.
 * @param db the ledger, for names that have to be looked up on its roster
 * @throws Failure
 */
export async function stageFiles<K extends RecordKind>(
  db: ReadDb,
  request: StageRequest<K>,
): Promise<Staged<K>> {
  const text = request.mapping === null ? undefined : readMapping(request.mapping);
  const mapping = text === undefined ? undefined : readMappingFile(text, request.mapping ?? '');
  const names = request.read.matchNames === true ? new NameBook(new View(db)) : undefined;
  const told: Problem[] = [];
  const tables: StagedTable<K>[] = [];
  for (const file of request.files) tables.push(...(await stage(file, request, { mapping, names }, told)));
  if (names !== undefined) told.push(...names.told(request.files.join(', ')));
  return { tables, told, mapping: text === undefined ? null : sha256(text) };
}

function readMapping(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw refusal('file_not_found', { file }, { file });
  }
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
    const content = createHash('sha256').update(JSON.stringify(heading));
    for (const row of reading.rows) {
      read += 1;
      request.onRow?.('reading', read);
      content.update(JSON.stringify(row.original));
      const line = row.place.line ?? 1;
      const looked =
        row.names !== undefined && row.record !== undefined ? names?.look(row, headings) : undefined;
      const { record, problems } = { record: row.record, problems: row.problems, ...looked };
      if (record === undefined || problems.length > 0) {
        rejected.push({ place: row.place, original: row.original, problems });
      } else rows.push(packing.pack({ record: record as RecordOf[K], line, original: row.original }));
    }
    told.push(...reading.told);
    const name = place.sheet === undefined ? source.file : `${source.file}#${place.sheet}`;
    tables.push({
      ...{ file: name, place, heading, headings, rows, packing, rejected, excluded: new Set<number>() },
      sha256: content.digest('hex'),
    });
  }
  return tables;
}

/** The drafts of a staged table, made as they are asked for. */
export class StagedDrafts<K extends RecordKind> implements Drafts<RecordOf[K]> {
  readonly #table: StagedTable<K>;
  readonly #batchId: number;
  #kept: number[] | undefined;

  constructor(table: StagedTable<K>, batchId: number) {
    this.#table = table;
    this.#batchId = batchId;
  }

  /** By index among those not left out; only where nothing is (or the few that are come first) is this quick. */
  at(index: number): Draft<RecordOf[K]> | undefined {
    const { rows, excluded } = this.#table;
    if (excluded.size === 0) {
      return this.#at(index);
    }
    this.#kept ??= Array.from({ length: rows.length }, (_, place) => place).filter(
      (place) => !excluded.has(place),
    );
    return this.#at(this.#kept[index] ?? rows.length);
  }

  #at(place: number): Draft<RecordOf[K]> | undefined {
    const row = this.#table.rows.at(place);
    return row === undefined ? undefined : this.#draft(row, place);
  }

  *[Symbol.iterator](): Generator<Draft<RecordOf[K]>> {
    const { rows, excluded } = this.#table;
    let place = 0;
    for (const row of rows) {
      if (!excluded.has(place)) yield this.#draft(row, place);
      place += 1;
    }
  }

  #draft(packed: PackedRow, row: number): Draft<RecordOf[K]> {
    const { place, headings, packing } = this.#table;
    const { record, line, original } = packing.unpack(packed);
    return {
      record,
      original,
      headings,
      row,
      place: { ...place, line },
      origin: { batch_id: this.#batchId, line },
    };
  }
}
