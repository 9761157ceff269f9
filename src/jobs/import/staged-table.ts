// A table on its way into the ledger: its good rows as they wait, those refused, and drafts made of them.
import type { Place, Problem } from '../../domain/problem.ts';
import { namesCadres } from '../../domain/records/record-columns.ts';
import type { RecordKind, RecordOf } from '../../domain/records/records.ts';
import type { Reading, ReadOptions } from '../../intake/read-records.ts';
import type { OpenOptions } from '../../intake/source.ts';
import type { Draft, Drafts } from '../record/recording.ts';
import type { NameBook } from './match-names.ts';
import type { PackedRow, RowPacking } from './staged-row.ts';

/** What files to read, and how. */
export interface StageRequest<K extends RecordKind> {
  readonly kind: K;
  readonly files: readonly string[];
  readonly open: OpenOptions;
  readonly read: Omit<ReadOptions, 'mapping'>;
  /** A mapping file's path. */
  readonly mapping: string | null;
  /** Bytes from which on a text is fed; tests feed small ones. */
  readonly feedFrom?: number;
  /** Called with how many rows have been read or written so far. */
  readonly onRow?: (phase: Phase, rows: number) => void;
}

/** What an import is at: files are read, then rows are written. */
export type Phase = 'reading' | 'writing';

/** A row that was not written: its cells as the file has them, and everything that is wrong with it. */
export interface RejectedRow {
  readonly place: Place;
  readonly original: readonly string[];
  readonly problems: readonly Problem[];
  /** Cadres that it names by number, by column, not looked up yet. */
  readonly cadres?: readonly (readonly [column: string, cadreNo: string])[];
  /** Its place among the staged rows, when it was the ledger that refused it. */
  readonly row?: number;
}

/** The good rows of a table until they are written: in their order and, where all were put by, by index. */
export interface WaitingRows extends Iterable<PackedRow> {
  readonly length: number;
  at(index: number): PackedRow | undefined;
  close(): void;
}

/** One table of one file, read and validated by itself. */
export interface StagedTable<K extends RecordKind> {
  readonly file: string;
  readonly place: Place;
  readonly sha256: string;
  readonly heading: readonly string[];
  readonly headings: ReadonlyMap<string, string>;
  readonly rows: WaitingRows;
  readonly packing: RowPacking<K>;
  /** Complete once the rows have been read. */
  readonly rejected: RejectedRow[];
  /** Staged rows that the ledger refused, by place: left out whole. */
  readonly excluded: Set<number>;
}

/** Each row of a table as it is read: packed, or with what is wrong with it. */
export function* rowsRead<K extends RecordKind>(
  { kind, rows, headings }: Reading<K>,
  packing: RowPacking<K>,
  names?: NameBook,
): Generator<PackedRow | RejectedRow> {
  for (const row of rows) {
    const { place, original, partial, doubts } = row;
    const looked = (row.names ?? row.alsoNamed) === undefined ? undefined : names?.look(kind, row, headings);
    const problems = [
      ...row.problems,
      ...(looked !== undefined && 'problems' in looked ? looked.problems : []),
    ];
    const record = looked !== undefined && 'record' in looked ? looked.record : row.record;
    if (record !== undefined && problems.length === 0) {
      yield packing.pack({ record, line: place.line ?? 1, original, doubts });
    } else yield { place, original, problems, cadres: cadresIn(kind, partial) };
  }
}

/** The numbers of cadres that could be read of a bad row: whether the roster has them is one of its problems too. */
function cadresIn(
  kind: RecordKind,
  partial: Readonly<Record<string, unknown>> = {},
): readonly (readonly [column: string, cadreNo: string])[] {
  return Object.entries(partial).flatMap(([column, value]) =>
    namesCadres(kind, column) && value != null
      ? [value].flat().map((each) => [column, String(each)] as const)
      : [],
  );
}

export function isRejected(row: PackedRow | RejectedRow): row is RejectedRow {
  return 'problems' in row;
}

/** The cells of a row as the file has them. */
export function originalOf(row: PackedRow | RejectedRow): readonly string[] {
  return isRejected(row) ? row.original : row[1];
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

  /** By index among those not left out; it is quick only where nothing is left out (or what is comes first). */
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
    const { record, line, original, doubts } = packing.unpack(packed);
    return {
      record,
      ...(doubts !== undefined && { doubts }),
      original,
      headings,
      row,
      place: { ...place, line },
      origin: { batch_id: this.#batchId, line },
    };
  }
}

/** Leaves out the rows that the ledger has refused; false when there are none besides those left out already. */
export function excludeRefused(tables: readonly StagedTable<RecordKind>[]): boolean {
  let found = false;
  for (const { rejected, excluded } of tables) {
    for (const { row } of rejected) {
      if (row === undefined || excluded.has(row)) continue;
      excluded.add(row);
      found = true;
    }
  }
  return found;
}
