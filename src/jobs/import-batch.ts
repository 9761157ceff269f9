// Imports files of one kind: everything read and validated first, then written in one transaction, or nothing at all.
import { readFileSync } from 'node:fs';
import { Failure, type Place, type Problem, refusal } from '../domain/problem.ts';
import type { RecordKind, RecordOf } from '../domain/records.ts';
import { type Mapping, readMappingFile } from '../intake/mapping-file.ts';
import type { ReadOptions } from '../intake/read-records.ts';
import { readRecords } from '../intake/read-records.ts';
import { type OpenOptions, openSource } from '../intake/source.ts';
import { type BatchCounts, type BatchLine, beginBatch, endBatch } from '../ledger/batches.ts';
import { type Committed, commit, sha256 } from '../ledger/journal.ts';
import type { Ledger } from '../ledger/open.ts';
import { type Acting, entryOf } from './acting.ts';
import { type Amend, type Draft, type Outcome, Recording } from './record/recording.ts';
import { recorders } from './record/registry.ts';

export interface ImportRequest<K extends RecordKind> {
  readonly kind: K;
  readonly files: readonly string[];
  readonly open: OpenOptions;
  readonly read: Omit<ReadOptions, 'mapping'>;
  /** A mapping file's path. */
  readonly mapping: string | null;
  readonly amend: Amend | null;
  /** Write the good rows and hand back the bad ones. */
  readonly skipBad: boolean;
}

/** A row that was not written: its cells as the file has them, and everything that is wrong with it. */
export interface RejectedRow {
  readonly place: Place;
  readonly original: readonly string[];
  readonly problems: readonly Problem[];
}

/** One table of one file, read and validated by itself. */
interface StagedTable<K extends RecordKind> {
  readonly file: string;
  readonly sha256: string;
  readonly heading: readonly string[];
  readonly drafts: readonly (Draft<RecordOf[K]> & { readonly original: readonly string[] })[];
  readonly rejected: RejectedRow[];
}

export interface ImportResult extends BatchCounts {
  readonly kind: RecordKind;
  /** What was guessed, left out or skipped in the files. */
  readonly told: readonly Problem[];
  /** Facts whose day a closed round has passed: they count from the next round on. */
  readonly late: number;
  readonly batches: readonly ({ readonly id: number; readonly file: string } & BatchCounts)[];
  readonly rejects: readonly { readonly heading: readonly string[]; readonly rows: readonly RejectedRow[] }[];
}

/**
 * Imports files (contract, section 4, "Import"). With a bad row nothing is written, unless `skipBad`; the result then
 * has `rejected` above 0 either way, and the outcome says whether something was written.
 * @throws Failure when a file cannot be read at all
 */
export async function importFiles<K extends RecordKind>(
  ledger: Ledger,
  acting: Acting,
  request: ImportRequest<K>,
): Promise<Committed<ImportResult>> {
  const told: Problem[] = [];
  const tables: StagedTable<K>[] = [];
  const mapping = request.mapping === null ? undefined : readMapping(request.mapping);
  for (const file of request.files) tables.push(...(await stage(file, request, mapping, told)));
  const { kind, amend, skipBad } = request;
  const asked = {
    ...{ kind, skipBad, files: tables.map((table) => table.sha256) },
    amend: amend && { columns: [...amend.columns], reason: amend.reason },
  };
  return commit(ledger, entryOf(acting, `import ${kind}`, asked), (db) => {
    const recording = new Recording(db, { today: acting.today, amend });
    const batches: ImportResult['batches'][number][] = [];
    for (const table of tables) {
      const id = beginBatch(db, kind, table.file, table.sha256);
      const { counts, lines } = recordTable(recording, kind, table, id);
      endBatch(db, id, counts, lines);
      batches.push({ id, file: table.file, ...counts });
    }
    const total = sumOf(batches);
    const refused = total.rejected > 0 && !skipBad;
    const value: ImportResult = {
      ...{ kind, told, batches, late: recording.late, ...total },
      rejects: tables.map(({ heading, rejected }) => ({ heading, rows: rejected.sort(byPlace) })),
    };
    const did = { kind, batches: batches.map(({ id, file, ...counts }) => ({ id, file, ...counts })) };
    return { value, did, keep: !refused && total.added + total.amended > 0 };
  });
}

function readMapping(file: string): Mapping {
  try {
    return readMappingFile(readFileSync(file, 'utf8'), file);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw refusal('file_not_found', { file });
  }
}

async function stage<K extends RecordKind>(
  file: string,
  request: ImportRequest<K>,
  mapping: Mapping | undefined,
  told: Problem[],
): Promise<StagedTable<K>[]> {
  const source = await openSource(file, request.open);
  const tables: StagedTable<K>[] = [];
  for (const reading of readRecords(request.kind, source, { ...request.read, mapping })) {
    const drafts: StagedTable<K>['drafts'][number][] = [];
    const rejected: RejectedRow[] = [];
    let cells = '';
    for (const { record, place, original, problems } of reading.rows) {
      cells = sha256(`${cells}${JSON.stringify(original)}`);
      if (record === undefined) rejected.push({ place, original, problems });
      else {
        const origin = { batch_id: null, line: place.line ?? null };
        drafts.push({ record, place, original, origin, headings: reading.headings });
      }
    }
    told.push(...reading.told);
    const name = reading.place.sheet === undefined ? source.file : `${source.file}#${reading.place.sheet}`;
    tables.push({
      ...{ file: name, drafts, rejected, heading: reading.heading },
      sha256: sha256(JSON.stringify([reading.heading, cells])),
    });
  }
  told.unshift(...source.told);
  return tables;
}

function recordTable<K extends RecordKind>(
  recording: Recording,
  kind: K,
  table: StagedTable<K>,
  batchId: number,
): { counts: BatchCounts; lines: BatchLine[] } {
  const counts = { added: 0, unchanged: 0, amended: 0, rejected: table.rejected.length };
  const lines: BatchLine[] = table.rejected.map((row) => ({
    ...{ line: row.place.line ?? 1, outcome: 'rejected' },
    reason: reasonOf(row.problems),
  }));
  const settle = (draft: Draft<RecordOf[K]>, outcome: Outcome): void => {
    counts[outcome.what] += 1;
    const line = draft.origin.line ?? 1;
    if (outcome.what === 'unchanged') lines.push({ line, outcome: 'unchanged', reason: '' });
    if (outcome.what === 'amended') lines.push({ line, outcome: 'amended', reason: outcome.fields.join(', ') });
    if (outcome.what === 'rejected' && draft.place !== undefined) {
      const { original } = draft as StagedTable<K>['drafts'][number];
      table.rejected.push({ place: draft.place, original, problems: outcome.problems });
      lines.push({ line, outcome: 'rejected', reason: reasonOf(outcome.problems) });
    }
  };
  const drafts = table.drafts.map((draft) => ({ ...draft, origin: { ...draft.origin, batch_id: batchId } }));
  recorders[kind](recording, drafts, settle);
  return { counts, lines };
}

/** Kept as codes: the language words them when a batch is shown. */
function reasonOf(problems: readonly Problem[]): string {
  return JSON.stringify(problems.map(({ code, values, place }) => ({ code, values, place })));
}

function byPlace(left: RejectedRow, right: RejectedRow): number {
  return (left.place.line ?? 0) - (right.place.line ?? 0);
}

function sumOf(batches: readonly BatchCounts[]): BatchCounts {
  const sum = { added: 0, unchanged: 0, amended: 0, rejected: 0 };
  for (const each of batches) {
    for (const key of Object.keys(sum) as (keyof BatchCounts)[]) sum[key] += each[key];
  }
  return sum;
}
