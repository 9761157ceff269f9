// A large text, read and validated in a worker while its rows are written here.
import { readFileSync, statSync } from 'node:fs';
import { Failure, type FailureKind, type Place, type Problem, refusal } from '../../domain/problem.ts';
import type { RecordKind } from '../../domain/records/records.ts';
import { isWorkbook, textDigest } from '../../intake/source.ts';
import { type PackedRow, RowPacking } from './staged-row.ts';
import {
  isRejected,
  type RejectedRow,
  type StagedTable,
  type StageRequest,
  type WaitingRows,
} from './staged-table.ts';
import { type RunningWorker, startWorker, workerFile } from './start-worker.ts';

/** Which text is read, and how. Plain data, for the worker. */
export interface FeedAsked extends Pick<StageRequest<RecordKind>, 'kind' | 'open' | 'read'> {
  readonly file: string;
  readonly mapping: MappingText | null;
}

/** A mapping file as it was read. */
export interface MappingText {
  readonly text: string;
  readonly file: string;
}

/** What the worker sends: the head, rows in their order, and the end; or, at any place, why it cannot go on. */
export type Fed =
  | (Head & { readonly is: 'head'; readonly warnings: readonly Problem[] })
  | { readonly is: 'rows'; readonly fields: readonly string[]; readonly rows: readonly FedRow[] }
  | { readonly is: 'end'; readonly digest: string; readonly warnings: readonly Problem[] }
  | { readonly is: 'failed'; readonly kind: FailureKind; readonly problems: readonly Problem[] };

interface Head {
  readonly place: Place;
  readonly heading: readonly string[];
  readonly headings: ReadonlyMap<string, string>;
}

type FedRow = PackedRow | RejectedRow;

/** The worker has ended, or is silent, before it was at the end: the file has to be read here. */
export class FeedLost extends Error {}

/** Keeps the worker's heap small: its rows are short-lived, and V8 would let the space for new objects grow. */
const LIMITS = { maxYoungGenerationSizeMb: 32 };
/** Below this many bytes a worker costs more than it saves. */
const WORTH = 4_000_000;

/** A large text that a worker has begun to read. */
export interface Feed {
  readonly file: string;
  readonly mapping: MappingText | null;
  /**
   * Its table, with the rows still to come. They can be iterated once, in their order, and throw a Failure where the
   * file breaks off or was changed while it was read, and `FeedLost`.
   * @param warnings grows by what was guessed, left out or skipped; complete when all rows have been read
   * @returns undefined for a workbook
   * @throws Failure for what is before the first row; `FeedLost`
   */
  table(warnings: Problem[]): StagedTable<RecordKind> | undefined;
  stop(): void;
}

/** Begins to read the first large text of an import; undefined when there is none. */
export function startFeed({
  kind,
  files,
  open,
  read,
  mapping: mappingFile,
  feedFrom = WORTH,
}: StageRequest<RecordKind>): Feed | undefined {
  const file = files.find((each) => each !== '-' && sizeOf(each) >= feedFrom && !isWorkbook(each));
  if (file === undefined) return undefined;
  const mapping = mappingFile === null ? null : mappingText(mappingFile);
  if (mapping === undefined) return undefined;
  const request: FeedAsked = { kind, file, open, read, mapping };
  const worker = startWorker<Fed>(workerFile(import.meta.url, 'import-worker'), request, LIMITS);
  return {
    file,
    mapping,
    stop: worker.stop,
    table(warnings) {
      // The batch has the digest of the file, and is written before its rows.
      const digest = textDigest(file, open);
      return digest === undefined ? undefined : headed(file, digest, worker, warnings);
    },
  };
}

/** Bytes of a file; 0 of what is none, or cannot be looked at: whoever reads it says why. */
function sizeOf(path: string): number {
  try {
    const about = statSync(path);
    return about.isFile() ? about.size : 0;
  } catch {
    return 0;
  }
}

/** A mapping file as it is; undefined when it cannot be read. */
export function mappingText(file: string): MappingText | undefined {
  try {
    return { file, text: readFileSync(file, 'utf8') };
  } catch {
    return undefined;
  }
}

function headed(
  file: string,
  sha256: string,
  worker: RunningWorker<Fed>,
  warnings: Problem[],
): StagedTable<RecordKind> {
  const parts = worker.messages();
  const first = parts.next();
  if (first.done === true) throw new FeedLost();
  const head = first.value;
  if (head.is === 'failed') throw new Failure(head.kind, head.problems);
  if (head.is !== 'head') throw new FeedLost();
  warnings.push(...head.warnings);
  const { place, heading, headings } = head;
  const packing = new RowPacking();
  const rejected: RejectedRow[] = [];
  const rows = new FedRows(parts, { packing, rejected, warnings, place, sha256, stop: worker.stop });
  return { file, place, sha256, heading, headings, rows, packing, rejected, excluded: new Set() };
}

/** What rows are added to, or compared with, as they come. */
interface Taking {
  readonly packing: RowPacking<RecordKind>;
  readonly rejected: RejectedRow[];
  readonly warnings: Problem[];
  readonly place: Place;
  readonly sha256: string;
  /** Stops the worker. */
  stop(): void;
}

class FedRows implements WaitingRows {
  readonly #parts: Iterator<Fed>;
  readonly #taking: Taking;

  constructor(parts: Iterator<Fed>, taking: Taking) {
    this.#parts = parts;
    this.#taking = taking;
  }

  *[Symbol.iterator](): Generator<PackedRow> {
    const { packing, rejected, warnings, place, sha256 } = this.#taking;
    for (let next = this.#parts.next(); next.done !== true; next = this.#parts.next()) {
      const part = next.value;
      switch (part.is) {
        case 'rows':
          packing.know(part.fields);
          for (const row of part.rows) {
            if (isRejected(row)) rejected.push(row);
            else yield row;
          }
          break;
        case 'failed':
          throw new Failure(part.kind, part.problems);
        case 'end':
          if (part.digest !== sha256) throw refusal('file_changed', {}, { file: place.file });
          warnings.push(...part.warnings);
          return;
      }
    }
    throw new FeedLost();
  }

  get length(): never {
    throw new Error('the number of rows still to come is unknown');
  }

  at(): never {
    throw new Error('rows that are still to come are read in their order');
  }

  close(): void {
    this.#taking.stop();
  }
}
