// Closes a ledger for writing: the seal is its last journal entry.
import { refusal } from '../../domain/problem.ts';
import { addSeal } from '../../ledger/add-seal.ts';
import { Persons } from '../../ledger/cadres/persons.ts';
import { View } from '../../ledger/facts/view.ts';
import type { Ledger } from '../../ledger/file/open.ts';
import { openRound } from '../../ledger/rounds/rounds.ts';
import { sealOf } from '../../ledger/seals.ts';
import { refuseWrongDerived } from '../../ledger/verify/derived-differences.ts';
import { answeredBefore } from '../../ledger/writing/answers.ts';
import { type Committed, commit, journalHead } from '../../ledger/writing/journal.ts';

import { type Acting, entryOf } from '../acting.ts';
import { refuseUnread } from '../lookups/refuse-persons.ts';

export interface SealRequest {
  readonly by: string;
  readonly reason: string | null;
}

export interface Sealed {
  readonly what: 'added' | 'unchanged';
  readonly by: string;
  readonly at: string;
  /** The seal's journal entry, the last one, and its hash, over the whole journal: 64 hex digits. */
  readonly entry: number;
  readonly hash: string;
}

/**
 * Seals a ledger: nothing can be written to it any more. One that is sealed already stays as it was sealed.
 * @throws Failure `refused` when a round is open; `damaged` where what is derived does not follow from the facts
 */
export function seal(ledger: Ledger, acting: Acting, request: SealRequest): Committed<Sealed> {
  const entry = entryOf(acting, 'seal', request);
  const { connection } = ledger;
  const before = answeredBefore<null>(connection, entry);
  if (before === undefined && sealOf(connection) !== undefined)
    return { outcome: 'nothing', value: sealedAs(ledger, 'unchanged') };
  const came = commit<null>(ledger, entry, (db) => {
    const open = openRound(db);
    if (open !== undefined) {
      throw refusal('seal_round_open', { file: ledger.file, round: open.round_no, cutoff: open.cutoff });
    }
    refuseWrongDerived(db, ledger.file);
    const persons = new Persons(new View(db));
    refuseUnread(persons, request.by);
    addSeal({ db, persons }, { ...request });
    return { value: null, did: { ...request } };
  });
  // The hash of the entry is known when it is written: it is read, not kept with the answer.
  return came.outcome === 'already' ? came : { ...came, value: sealedAs(ledger, 'added') };
}

function sealedAs({ connection }: Ledger, what: Sealed['what']): Sealed {
  const [sealed, head] = [sealOf(connection), journalHead(connection)];
  if (sealed === undefined || head === undefined) throw new Error('sealed, and no seal');
  const { by, at, seq: entry } = sealed;
  return { what, by, at, entry, hash: head.hash };
}
