// Closes a ledger for writing: the seal is its last journal entry.
import { refusal } from '../domain/problem.ts';
import { refuseWrongDerived } from '../ledger/derived-differences.ts';
import { type Committed, commit, journalHead } from '../ledger/journal.ts';
import type { Ledger } from '../ledger/open.ts';
import { Persons } from '../ledger/persons.ts';
import { openRound } from '../ledger/rounds.ts';
import { type Seal, sealOf } from '../ledger/seals.ts';
import { View } from '../ledger/view.ts';
import { type Acting, entryOf } from './acting.ts';
import { refuseUnread } from './refuse-persons.ts';

export interface SealRequest {
  readonly by: string;
  readonly reason: string | null;
}

export interface Sealed {
  readonly what: 'added' | 'unchanged';
  readonly seal: Seal;
  /** The hash of the seal's journal entry, over the whole journal: 64 hex digits. */
  readonly hash: string;
}

/**
 * Seals a ledger: nothing can be written to it any more. One that is sealed already stays as it was sealed.
 * @throws Failure `refused` when a round is open; `damaged` where what is derived does not follow from the facts
 */
export function seal(ledger: Ledger, acting: Acting, request: SealRequest): Sealed {
  if (sealOf(ledger.connection) !== undefined) return sealedAs(ledger, 'unchanged');
  const came: Committed<undefined> = commit(ledger, entryOf(acting, 'seal', request), (db) => {
    const open = openRound(db);
    if (open !== undefined) {
      throw refusal('seal_round_open', { file: ledger.file, round: open.round_no, cutoff: open.cutoff });
    }
    refuseWrongDerived(db, ledger.file);
    const persons = new Persons(new View(db));
    refuseUnread(persons, request.by);
    persons.insert(db, 'seals', { ...request });
    return { value: undefined, did: { ...request } };
  });
  return sealedAs(ledger, came.outcome === 'written' ? 'added' : 'unchanged');
}

function sealedAs({ connection }: Ledger, what: Sealed['what']): Sealed {
  const [sealed, head] = [sealOf(connection), journalHead(connection)];
  if (sealed === undefined || head === undefined) throw new Error('sealed, and no seal');
  return { what, seal: sealed, hash: head.hash };
}
