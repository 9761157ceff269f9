// Compares two ledgers: the same journal, one the beginning of the other, or two ways from one entry on.
import type { Against } from '../../domain/verification.ts';
import { carryOverOf } from '../carry-over/carry-overs.ts';
import type { ReadDb } from '../database.ts';

interface Hashed {
  readonly seq: number;
  readonly hash: string;
}

const HASHES = 'SELECT seq, hash FROM journal ORDER BY seq';

interface Compared {
  readonly says: Against;
  readonly entry: number;
  /** Of a ledger and the one that it was carried over to: the newer one and the older one. */
  readonly newer?: ReadDb;
  readonly older?: ReadDb;
}

/**
 * Compares a ledger with a copy, by the hashes of their entries; or with the one that it was carried over from or to.
 * `entry` is the last one that they share, 0 for none; of a carry-over the last one of the older ledger that was carried.
 */
export function compareJournals(own: ReadDb, copy: ReadDb): Compared {
  return carried(own, copy, 'carried_from') ?? carried(copy, own, 'carried_to') ?? compareEntries(own, copy);
}

/** Whether `newer` was carried over from `older`; after that nothing but a seal may have been written there. */
function carried(newer: ReadDb, older: ReadDb, says: Against): Compared | undefined {
  const over = carryOverOf(newer);
  if (over === undefined) return undefined;
  const { lastSeq: entry, lastHash } = over;
  const there = older.get<Hashed>('SELECT seq, hash FROM journal WHERE seq = ?', entry);
  if (there?.hash !== lastHash) return undefined;
  const more = older.get("SELECT 1 FROM journal WHERE seq > ? AND command <> 'seal'", entry);
  return { says: more === undefined ? says : 'went_on', entry, newer, older };
}

function compareEntries(own: ReadDb, copy: ReadDb): Compared {
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
