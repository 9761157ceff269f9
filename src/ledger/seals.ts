// The seal of a ledger: who closed it for writing, when and why.
import { readableInstant } from '../domain/days/instant.ts';
import type { ReadDb } from './database.ts';
import { instantsOf } from './settings.ts';

/** A seal: the last entry of a ledger. */
export interface Seal {
  readonly seq: number;
  readonly by: string;
  readonly reason: string | null;
  /** When, in the ledger's time zone, as people read it. */
  readonly at: string;
  /** Who ran the command. */
  readonly actor: string;
}

/** The seal of the ledger, or undefined while it can be written. */
export function sealOf(db: ReadDb): Seal | undefined {
  const seal = db.get<Seal>(
    'SELECT s.seq, s."by", s.reason, j.at, j.actor FROM seals s JOIN journal j ON j.seq = s.seq LIMIT 1',
  );
  return seal && { ...seal, at: readableInstant(instantsOf(db)(seal.at)) };
}
