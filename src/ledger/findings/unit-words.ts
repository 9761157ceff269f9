// What units wrote of their progress where it is no known word (contract, section 4, "Read as it stands").

import type { FactRow, View } from '../facts/view.ts';
import type { WriteDb } from '../writing/journal.ts';

/** The words of one import; null says that there are none any more. */
interface UnitWordsRow extends FactRow {
  readonly words: string | null;
}

/** The words that count for a finding: those of the last import that is not reversed, or null. */
export function unitWordsOf(view: View, findingId: number): string | null {
  const rows = view.db.all<UnitWordsRow>(
    'SELECT * FROM unit_words WHERE finding_id = ? ORDER BY id DESC',
    findingId,
  );
  return rows.find((row) => view.isLive('unit_words', row))?.words ?? null;
}

/** Keeps what an import has of a finding. Returns the row's id. */
export function addUnitWords(
  db: WriteDb,
  findingId: number,
  words: string | null,
  origin: { readonly batch_id: number | null; readonly line: number | null },
): number {
  return db.insert('unit_words', { finding_id: findingId, words, ...origin });
}
