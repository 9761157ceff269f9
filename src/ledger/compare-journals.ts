// How two ledgers stand to each other: the same journal, one the beginning of the other, or two ways from one entry on.
import type { Against } from '../domain/verification.ts';
import type { ReadDb } from './database.ts';

interface Hashed {
  readonly seq: number;
  readonly hash: string;
}

const HASHES = 'SELECT seq, hash FROM journal ORDER BY seq';

/** Compares a ledger with a copy, by the hashes of their entries. `entry` is the last one that they share, 0 for none. */
export function compareJournals(
  own: ReadDb,
  copy: ReadDb,
): { readonly says: Against; readonly entry: number } {
  const others = copy.iterate<Hashed>(HASHES);
  let entry = 0;
  try {
    for (const { seq, hash } of own.iterate<Hashed>(HASHES)) {
      const other = others.next();
      if (other.done === true) return { says: 'ahead', entry };
      if (other.value.seq !== seq || other.value.hash !== hash) return { says: 'forked', entry };
      entry = seq;
    }
    return { says: others.next().done === true ? 'same' : 'behind', entry };
  } finally {
    others.return?.();
  }
}
