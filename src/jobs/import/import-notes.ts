// What an import says of its files: kept with the batch, and said again only where it is not as last time.
import type { Problem } from '../../domain/problem.ts';
import type { RecordKind } from '../../domain/records/records.ts';
import { addNotes, lastNotes } from '../../ledger/facts/batches.ts';
import type { WriteDb } from '../../ledger/writing/journal.ts';

/** What was said about the files of an import. */
export interface ImportRemarks {
  /** What is new since last time, and what matters each time. Kept with the answer: do not rename. */
  readonly told: readonly Problem[];
  /** What was guessed, matched or skipped as last time. */
  readonly asBefore: readonly Problem[];
}

/** What a reader has to act on each time, as long as the file has it. */
const MATTERS: ReadonlySet<string> = new Set(['checks_incomplete', 'personal_id_card', 'personal_phone']);
/** Figures and places that differ from week to week. */
const VARYING: ReadonlySet<string> = new Set(['count', 'line', 'lines', 'height']);

/** Splits what is said into what is new since the last register, and what is as before; of other files all is new. */
export function sinceLastTime(db: WriteDb, kind: RecordKind, warnings: readonly Problem[]): ImportRemarks {
  if (kind !== 'ledger') return { told: warnings, asBefore: [] };
  const before = new Set(lastNotes(db, kind).map((note) => keyOf(JSON.parse(note) as Problem)));
  const isKnown = (each: Problem): boolean => !MATTERS.has(each.code) && before.has(keyOf(each));
  return { told: warnings.filter((each) => !isKnown(each)), asBefore: warnings.filter(isKnown) };
}

function keyOf({ code, values, place }: Problem): string {
  const lasting = Object.entries(values).filter(([key]) => !VARYING.has(key));
  return JSON.stringify([code, lasting, place?.sheet, place?.column]);
}

/** Keeps what was said with the batches of its files; what is about all of them with the last. */
export function keepNotes(
  db: WriteDb,
  batches: readonly { readonly id: number; readonly source: string }[],
  warnings: readonly Problem[],
): void {
  const last = batches.at(-1);
  if (last === undefined) return;
  const byBatch = Map.groupBy(
    warnings,
    ({ place }) => batches.find(({ source }) => source === place?.file) ?? last,
  );
  for (const batch of batches) {
    const notes = byBatch.get(batch) ?? [];
    addNotes(
      db,
      batch.id,
      notes.map(({ code, values, place }) => JSON.stringify({ code, values, place })),
    );
  }
}
