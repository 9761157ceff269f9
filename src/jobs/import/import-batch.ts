// Imports files of one kind in one transaction, or nothing at all: read and validated first, a large text while it is written.
import type { Day } from '../../domain/days/day.ts';
import type { Problem } from '../../domain/problem.ts';
import type { RecordKind } from '../../domain/records/records.ts';
import {
  type BatchCounts,
  type BatchLine,
  beginBatch,
  endBatch,
  recordLine,
} from '../../ledger/facts/batches.ts';
import type { Ledger } from '../../ledger/file/open.ts';
import { type Committed, commit, type Work, type WriteDb } from '../../ledger/writing/journal.ts';
import { type Acting, entryOf } from '../acting.ts';
import { timeZoneOf } from '../care/ledger-access.ts';
import { todayIn } from '../days.ts';
import type { ChangesTold } from '../record/changes.ts';
import type { LeftOut } from '../record/coming-back.ts';
import { nearNumbers } from '../record/near-numbers.ts';
import { type Amend, Recording, recordingOf } from '../record/recording.ts';
import { recorders } from '../record/registry.ts';
import { byPlace, reasonOf, sumOf } from './batch-outcome.ts';
import { type Feed, FeedLost, startFeed } from './import-feed.ts';
import { keepNotes, sinceLastTime } from './import-notes.ts';
import { byWorkbook, SheetStarts } from './import-sheets.ts';
import { type Staged, stageFiles } from './import-stage.ts';
import { digestOf, entryAgain, refuseUndone } from './import-undone.ts';
import {
  excludeRefused,
  type RejectedRow,
  StagedDrafts,
  type StagedTable,
  type StageRequest,
} from './staged-table.ts';
import { addUnknownCadres } from './unknown-cadres.ts';

export interface ImportRequest<K extends RecordKind> extends StageRequest<K> {
  readonly amend: Amend | null;
  /** Write the good rows and hand back the bad ones. */
  readonly skipBad: boolean;
  /** The day of words in a register that bear none; else the day of the import. */
  readonly registerDay?: Day | null;
}

/** The rejected rows of one table, with its header and how it heads each field. */
interface RejectedTable extends Pick<StagedTable<RecordKind>, 'heading'> {
  readonly headings: readonly (readonly [field: string, heading: string])[];
  readonly rows: readonly RejectedRow[];
}

export interface ImportResult extends BatchCounts {
  readonly kind: RecordKind;
  /** What was guessed, matched or skipped in the files: what is new since last time, and what is as before. */
  readonly told: readonly Problem[];
  readonly asBefore: readonly Problem[];
  /** What a register changed; of other kinds the counts say it. */
  readonly changes: ChangesTold | null;
  /** Facts whose day a closed round has passed: they count from the next round on. */
  readonly late: number;
  /** What was left out because it was reversed before. */
  readonly leftOut: readonly LeftOut[];
  /** Reports made of words without a day of their own, and the day that they got. */
  readonly undatedWords: { readonly count: number; readonly on: Day };
  readonly batches: readonly ({ readonly id: number; readonly file: string } & BatchCounts)[];
  readonly rejects: readonly RejectedTable[];
}

/** Starts reading the first large text of an import in a worker, where rows are read once, in order (findings). The caller stops it. */
export function startReading(request: ImportRequest<RecordKind>): Feed | undefined {
  const { kind, read } = request;
  if (kind !== 'findings' || read.matchNames === true || isTriedAgain(request)) return undefined;
  return startFeed(request);
}

/**
 * A row of a register is a finding and its events, an amended one is tried before it is judged: each is written whole or
 * not at all, so what the ledger refuses is left out and the rest tried again, until all of it is accepted.
 */
function isTriedAgain({ kind, amend, skipBad }: ImportRequest<RecordKind>): boolean {
  return skipBad && (kind === 'ledger' || amend !== null);
}

/**
 * Imports files (contract, section 4, "Import"). With a bad row nothing is written, unless `skipBad`; the result then
 * has `rejected` above 0 either way, and the outcome says whether something was written.
 * @param feed what `startReading` has begun to read
 * @throws Failure when a file cannot be read at all
 */
export async function importFiles<K extends RecordKind>(
  ledger: Ledger,
  acting: Acting,
  request: ImportRequest<K>,
  feed?: Feed,
): Promise<Committed<ImportResult>> {
  try {
    return await importOf(ledger, acting, request, feed);
  } catch (error) {
    if (!(error instanceof FeedLost)) throw error;
    feed?.stop();
    return await importOf(ledger, acting, request);
  }
}

async function importOf<K extends RecordKind>(
  ledger: Ledger,
  acting: Acting,
  request: ImportRequest<K>,
  feed?: Feed,
): Promise<Committed<ImportResult>> {
  const staged = await stageFiles(ledger.connection, request, feed);
  const { kind, amend, skipBad, registerDay = null } = request;
  const { year = null, matchNames = false, sheetAs } = request.read;
  const asked = {
    kind,
    skipBad,
    registerDay,
    year,
    matchNames,
    mapping: staged.mapping,
    sheetAs,
    files: staged.tables.map((table) => table.sha256),
    amend: amend && { columns: [...amend.columns], reason: amend.reason },
  };
  const entry = entryAgain(ledger.connection, acting, entryOf(acting, `import ${kind}`, asked));
  try {
    for (;;) {
      let again = false;
      const came = commit(ledger, entry, (db) => {
        const work = write(db, acting, request, staged);
        again = isTriedAgain(request) && excludeRefused(staged.tables);
        return again ? { ...work, keep: false } : work;
      });
      if (!again) return came;
    }
  } finally {
    for (const table of staged.tables) table.rows.close();
  }
}

function write<K extends RecordKind>(
  db: WriteDb,
  acting: Acting,
  { kind, amend, skipBad, registerDay = null, onRow }: ImportRequest<K>,
  { tables, told }: Staged<K>,
): Work<ImportResult> {
  const importDay = todayIn(timeZoneOf(db), new Date(acting.at));
  const recording = new Recording(db, { ...recordingOf(acting), amend, registerDay, importDay });
  const batches: ImportResult['batches'][number][] = [];
  let written = 0;
  const onSettled = (): void => {
    written += 1;
    onRow?.('writing', written);
  };
  if (acting.again == null) refuseUndone(db, tables);
  const sources: { readonly id: number; readonly source: string }[] = [];
  for (const workbook of byWorkbook(tables)) {
    const [first, ...others] = workbook;
    const whole = others.length > 0;
    const file = whole ? first.place.file : first.file;
    const id = beginBatch(db, kind, file, digestOf(workbook));
    const keeping = { id, lines: 0, starts: whole ? new SheetStarts() : undefined };
    const counts = sumOf(
      workbook.map((table) => recordTable(recording, kind, table, { keeping, onSettled })),
    );
    keeping.starts?.keep(db, id);
    endBatch(db, id, counts);
    batches.push({ id, file, ...counts });
    sources.push({ id, source: first.place.file });
  }
  // What the changes name row by row need not be counted by line, too.
  const said = kind === 'ledger' ? told.filter(({ code }) => code !== 'words_kept') : told;
  keepNotes(db, sources, said);
  const total = sumOf(batches);
  const refused = total.rejected > 0 && !skipBad;
  const nearer = nearNumbers(db);
  const value: ImportResult = {
    kind,
    batches,
    late: recording.late,
    ...total,
    ...sinceLastTime(db, kind, said),
    changes: kind === 'ledger' ? recording.changes.told : null,
    leftOut: recording.back?.named ?? [],
    undatedWords: { count: recording.undatedWords, on: registerDay ?? importDay },
    rejects: tables.map(({ heading, headings, rejected }) => ({
      heading,
      headings: [...headings],
      rows: rejected.sort(byPlace).map((row) => ({ ...row, problems: row.problems.map(nearer) })),
    })),
  };
  const did = { kind, batches: batches.map(({ id, file, ...counts }) => ({ id, file, ...counts })) };
  return { value, did, keep: !refused && total.added + total.amended > 0 };
}

/** A batch as its rows come: rows that added nothing are counted over all its sheets. */
interface Keeping {
  readonly id: number;
  lines: number;
  readonly starts: SheetStarts | undefined;
}

/** Records a table's rows; what became of each goes into the batch at once. */
function recordTable<K extends RecordKind>(
  recording: Recording,
  kind: K,
  table: StagedTable<K>,
  { keeping, onSettled }: { readonly keeping: Keeping; readonly onSettled: () => void },
): BatchCounts {
  const { db } = recording;
  const { id: batchId, starts } = keeping;
  starts?.begin(table.place.sheet ?? '');
  const counts = { added: 0, unchanged: 0, amended: 0, rejected: 0 };
  const refused: RejectedRow[] = [];
  const keep = (line: BatchLine): void => {
    recordLine(db, batchId, keeping.lines, line);
    starts?.note('batch_rows', keeping.lines);
    keeping.lines += 1;
  };
  recorders[kind](recording, new StagedDrafts(table, batchId), (draft, outcome) => {
    counts[outcome.what] += 1;
    onSettled();
    if (starts !== undefined && 'facts' in outcome) for (const fact of outcome.facts) starts.noteFact(fact);
    const line = draft.origin.line ?? 1;
    switch (outcome.what) {
      case 'added':
        return;
      case 'unchanged':
        return keep({
          line,
          outcome: 'unchanged',
          reason: outcome.reversed === undefined ? '' : reasonOf([outcome.reversed]),
        });
      case 'amended':
        return keep({ line, outcome: 'amended', reason: outcome.fields.join(', ') });
      case 'rejected': {
        const { problems } = outcome;
        refused.push({
          place: draft.place ?? table.place,
          original: draft.original ?? [],
          problems,
          ...(draft.row !== undefined && { row: draft.row }),
        });
        return keep({ line, outcome: 'rejected', reason: reasonOf(problems) });
      }
    }
  });
  addUnknownCadres(recording, table);
  for (const { place, problems } of table.rejected) {
    keep({ line: place.line ?? 1, outcome: 'rejected', reason: reasonOf(problems) });
  }
  counts.rejected += table.rejected.length;
  table.rejected.push(...refused);
  return counts;
}
