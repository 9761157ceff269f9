// Imports files of all kinds in one transaction: one batch a file, one journal entry, all or nothing.

import type { Day } from '../../../domain/days/day.ts';
import type { RecordKind } from '../../../domain/records/records.ts';
import type { RegisterChanges } from '../../../domain/records/register-changes.ts';
import { allBytes } from '../../../intake/csv/bytes.ts';
import type { OpenOptions } from '../../../intake/source.ts';
import type { BatchCounts } from '../../../ledger/facts/batches.ts';
import type { Ledger } from '../../../ledger/file/open.ts';
import { type Committed, sha256, type WriteDb } from '../../../ledger/writing/journal.ts';
import { type Acting, entryOf } from '../../acting.ts';
import { allChanges } from '../../record/changes.ts';
import { sumOf } from '../batch-outcome.ts';
import { stageFiles } from '../import-stage.ts';
import { entryAgain } from '../import-undone.ts';
import { type Import, Imports } from '../imports.ts';
import type { Phase } from '../staged-table.ts';
import type { ImportRequest, ImportResult } from '../write-import.ts';
import type { SkippedFile } from './found-files.ts';
import { type SortedFile, sortFiles } from './sorted-files.ts';

export interface AutoRequest {
  /** Files, folders, or `-`. */
  readonly paths: readonly string[];
  readonly open: OpenOptions;
  readonly read: { readonly year: number | undefined; readonly matchNames: boolean };
  readonly skipBad: boolean;
  /** The day of words in a register that have none; else the day of the import. */
  readonly registerDay: Day | null;
  /** Headings of the lists that this program prints, in any language: by them its own papers are known. */
  readonly paperHeadings: readonly string[];
  readonly onRow?: (phase: Phase, rows: number) => void;
}

/** The result of one file, or of the sheets of one kind in it. */
export interface FileImported extends ImportResult {
  readonly file: string;
  readonly sheets: readonly string[];
}

export interface AutoResult extends BatchCounts {
  /** In the order in which they were imported. */
  readonly imports: readonly FileImported[];
  readonly skipped: readonly SkippedFile[];
  /** What changed, over all files. */
  readonly changes: RegisterChanges;
  /** Facts whose day a closed round has passed. */
  readonly late: number;
}

/** What writing all files came to. */
export interface WrittenAuto {
  readonly result: AutoResult;
  readonly did: { readonly imports: readonly Readonly<Record<string, unknown>>[] };
  readonly refused: boolean;
  readonly changed: boolean;
}

interface OneFile {
  readonly sorted: SortedFile;
  readonly staged: Import;
  /** The content of a key, of a file that is staged within the transaction. */
  readonly content: object | undefined;
}

/** Files of all kinds that were found and read, to be written within one transaction. */
export class AutoImport {
  readonly imports: Imports;
  readonly #files: OneFile[];
  readonly #skipped: readonly SkippedFile[];

  private constructor(imports: Imports, files: OneFile[], skipped: readonly SkippedFile[]) {
    this.imports = imports;
    this.#files = files;
    this.#skipped = skipped;
  }

  /**
   * Finds the kinds of all files and stages them. Names are looked up within the transaction where the roster comes with
   * them. @throws Failure for what cannot be read, and for files whose kind is not sure
   */
  static async of(ledger: Ledger, acting: Acting, request: AutoRequest): Promise<AutoImport> {
    const { files, skipped, open } = await sortFiles(request.paths, request.open, request.paperHeadings);
    const imports = new Imports(acting);
    const all: OneFile[] = [];
    let bringsRoster = false;
    try {
      for (const sorted of files) {
        const one = requestOf(sorted, open, request);
        const waits = bringsRoster && request.read.matchNames;
        const staged = waits
          ? await imports.open(one)
          : imports.add(one, await stageFiles(ledger.connection, one));
        all.push({ sorted, staged, content: waits ? contentOf(one) : undefined });
        bringsRoster ||= sorted.kind === 'cadres';
      }
    } catch (error) {
      imports.close();
      throw error;
    }
    return new AutoImport(imports, all, skipped);
  }

  /** What an idempotency key covers: the content of the files and the options; not what was left out. */
  get asked(): readonly object[] {
    return this.#files.map(({ staged, content }) => content ?? staged.asked);
  }

  /** Writes all files under the entry of `db`, one after the other. */
  write(db: WriteDb): WrittenAuto {
    const written = this.#files.map(({ sorted, staged }) => ({ sorted, ...staged.write(db) }));
    const imports = written.map(({ sorted, result }) => {
      const { file, sheets = [] } = sorted;
      return Object.assign({ file, sheets }, result);
    });
    const result: AutoResult = {
      ...sumOf(imports),
      imports,
      skipped: this.#skipped,
      changes: allChanges(imports.flatMap(({ changes }) => changes ?? [])),
      late: imports.reduce((sum, { late }) => sum + late, 0),
    };
    return {
      result,
      did: { imports: written.map(({ did }) => did) },
      refused: written.some(({ refused }) => refused),
      changed: written.some(({ changed }) => changed),
    };
  }
}

/** Imports files of all kinds. @throws Failure see `AutoImport.of` */
export async function importAuto(
  ledger: Ledger,
  acting: Acting,
  request: AutoRequest,
): Promise<Committed<AutoResult>> {
  const auto = await AutoImport.of(ledger, acting, request);
  const asked = entryOf(acting, 'import auto', { files: auto.asked });
  return auto.imports.commit(ledger, entryAgain(ledger.connection, acting, asked), (db) => {
    const { result, did, refused, changed } = auto.write(db);
    return { value: result, did, keep: !refused && changed };
  });
}

function requestOf(
  { file, kind, sheets }: SortedFile,
  open: OpenOptions,
  { read, skipBad, registerDay, onRow }: AutoRequest,
): ImportRequest<RecordKind> {
  return {
    kind,
    files: [file],
    open: { ...open, ...(sheets !== undefined && { sheets }) },
    read,
    mapping: null,
    amend: null,
    skipBad,
    registerDay,
    gatherChanges: true,
    ...(onRow !== undefined && { onRow }),
  };
}

/** A file that is read later is represented by its bytes. */
function contentOf({
  kind,
  files: [file = ''],
  open,
  read,
  skipBad,
  registerDay,
}: ImportRequest<RecordKind>) {
  const bytes = allBytes(file, open.stdin).toString('base64');
  const { sheets } = open;
  return { kind, skipBad, registerDay, ...read, sheets, files: [sha256(bytes)] };
}
