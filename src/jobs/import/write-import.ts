// Writes staged files of one kind into an open transaction: one batch a file, what became of each row, what is said of it.

import type { Day } from '../../domain/days/day.ts';
import type { Problem } from '../../domain/problem.ts';
import type { RecordKind } from '../../domain/records/records.ts';
import type { RegisterChanges } from '../../domain/records/register-changes.ts';
import {
  type BatchCounts,
  type BatchLine,
  beginBatch,
  endBatch,
  recordLine,
} from '../../ledger/facts/batches.ts';
import { timeZoneOf } from '../../ledger/settings.ts';
import type { WriteDb } from '../../ledger/writing/journal.ts';
import type { Acting } from '../acting.ts';
import { todayIn } from '../days.ts';
import { isChange, noteChange } from '../record/changes.ts';
import type { LeftOut } from '../record/coming-back.ts';
import { nearNumbers } from '../record/near-numbers.ts';
import { type Amend, Recording, recordingOf } from '../record/recording.ts';
import { recorders } from '../record/registry.ts';
import { byPlace, reasonOf, sumOf } from './batch-outcome.ts';
import { keepNotes, sinceLastTime } from './import-notes.ts';
import { byWorkbook, SheetStarts } from './import-sheets.ts';
import type { Staged } from './import-stage.ts';
import { digestOf, refuseUndone } from './import-undone.ts';
import { type RejectedRow, StagedDrafts, type StagedTable, type StageRequest } from './staged-table.ts';
import { addUnknownCadres } from './unknown-cadres.ts';

export interface ImportRequest<K extends RecordKind> extends StageRequest<K> {
  readonly amend: Amend | null;
  /** Write the good rows and hand back the bad ones. */
  readonly skipBad: boolean;
  /** The day of words in a register that have none; else the day of the import. */
  readonly registerDay?: Day | null;
  /** Gather what changed of findings, reports and checks too; by default only a register's changes are. */
  readonly gatherChanges?: boolean;
}

/** The rejected rows of one table, with its header and the heading of each field. */
interface RejectedTable extends Pick<StagedTable<RecordKind>, 'heading'> {
  readonly headings: readonly (readonly [field: string, heading: string])[];
  readonly rows: readonly RejectedRow[];
}

export interface ImportResult extends BatchCounts {
  readonly kind: RecordKind;
  /** What was guessed, matched or skipped in the files: what is new since last time, and what is as before.
   * Kept with the answer: do not rename. */
  readonly told: readonly Problem[];
  readonly asBefore: readonly Problem[];
  /** What a register changed; of other kinds the counts say it. */
  readonly changes: RegisterChanges | null;
  /** Facts whose day a closed round has passed: they count from the next round on. */
  readonly late: number;
  /** What was left out because it was reversed before. */
  readonly leftOut: readonly LeftOut[];
  /** Reports made of words without a day of their own, and the day that they got. */
  readonly undatedWords: { readonly count: number; readonly on: Day };
  readonly batches: readonly ({ readonly id: number; readonly file: string } & BatchCounts)[];
  readonly rejects: readonly RejectedTable[];
}

/** What writing the files of one kind came to. */
export interface WrittenImport {
  readonly result: ImportResult;
  /** What the journal keeps of it. */
  readonly did: Readonly<Record<string, unknown>>;
  /** Rows were bad and are not to be left out: the whole transaction is to be undone (`keep: false`). */
  readonly refused: boolean;
  /** Something was added or amended: a transaction in which nothing was is not kept. */
  readonly changed: boolean;
}

/**
 * Writes staged files of one kind under the entry of `db`: the first half of a command, or one of several in a row. What
 * was written before in the same transaction is seen: a finding may name a cadre of the file before. The caller commits, and
 * keeps nothing where one of them is `refused`. See `Imports`, which tries again what has to be.
 * @throws Failure `refused` for a file whose batch was undone; `FeedLost`
 */
export function writeImport<K extends RecordKind>(
  db: WriteDb,
  acting: Acting,
  { kind, amend, skipBad, registerDay = null, gatherChanges = false, onRow }: ImportRequest<K>,
  { tables, warnings }: Staged<K>,
): WrittenImport {
  const importDay = todayIn(timeZoneOf(db), new Date(acting.at));
  const recording = new Recording(db, { ...recordingOf(acting), amend, registerDay, importDay });
  const batches: ImportResult['batches'][number][] = [];
  const showsChanges = kind === 'ledger' || (gatherChanges && isChange(kind));
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
      workbook.map((table) => recordTable(recording, kind, table, { keeping, onSettled, gatherChanges })),
    );
    keeping.starts?.keep(db, id);
    endBatch(db, id, counts);
    batches.push({ id, file, ...counts });
    sources.push({ id, source: first.place.file });
  }
  // What the changes name row by row need not be counted by line, too.
  const said = kind === 'ledger' ? warnings.filter(({ code }) => code !== 'words_kept') : warnings;
  keepNotes(db, sources, said);
  const total = sumOf(batches);
  const nearer = nearNumbers(db);
  const result: ImportResult = {
    kind,
    batches,
    late: recording.late,
    ...total,
    ...sinceLastTime(db, kind, said),
    changes: showsChanges ? recording.changes.plain : null,
    leftOut: recording.back?.named ?? [],
    undatedWords: { count: recording.undatedWords, on: registerDay ?? importDay },
    rejects: tables.map(({ heading, headings, rejected }) => ({
      heading,
      headings: [...headings],
      rows: rejected.sort(byPlace).map((row) => ({ ...row, problems: row.problems.map(nearer) })),
    })),
  };
  const did = { kind, batches: batches.map(({ id, file, ...counts }) => ({ id, file, ...counts })) };
  return {
    result,
    did,
    refused: total.rejected > 0 && !skipBad,
    changed: total.added + total.amended > 0,
  };
}

/** A batch as its rows come: rows that added nothing are counted over all its sheets. */
interface Keeping {
  readonly id: number;
  lines: number;
  readonly starts: SheetStarts | undefined;
}

interface Settling {
  readonly keeping: Keeping;
  readonly onSettled: () => void;
  readonly gatherChanges: boolean;
}

/** Records a table's rows; what became of each goes into the batch at once. */
function recordTable<K extends RecordKind>(
  recording: Recording,
  kind: K,
  table: StagedTable<K>,
  { keeping, onSettled, gatherChanges }: Settling,
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
    if (gatherChanges) noteChange(recording.changes, kind, draft.record, outcome);
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
