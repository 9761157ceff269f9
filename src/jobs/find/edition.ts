// Which ledger something was made from, and as it stood after which entry: no clock is read for it.
import type { ReadDb } from '../../ledger/database.ts';
import { journalHead } from '../../ledger/writing/journal.ts';
import { ledgerIdOf } from '../publish/publication.ts';

/** The ledger's id, and its last entry with its instant in UTC. */
export function editionOf(db: ReadDb): {
  readonly ledger: string;
  readonly seq: number;
  readonly at: string;
} {
  const last = journalHead(db);
  return { ledger: ledgerIdOf(db), seq: last?.seq ?? 0, at: last?.at ?? '' };
}
