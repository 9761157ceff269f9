// Reverses facts, and lets later ones take the place of reversed ones.
import { adder } from '../writing/adders.ts';
import type { WriteDb } from '../writing/journal.ts';
import { deleteDerived, type Fact } from './dependants.ts';

/** Adds that a new fact was recorded again for a reversed one and takes its place. */
export const addRecordedAgain = adder('recorded_again');

/** Reverses a fact and frees its number. What is derived of a finding is stored anew with `updateFindingNow`. */
export function reverseFact(db: WriteDb, { table, id }: Fact, reason: string): void {
  db.insert('reversals', { fact: table, fact_id: id, reason });
  deleteDerived(db, table, id);
}
