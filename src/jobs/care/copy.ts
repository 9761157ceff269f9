// Backup and restore: a verified copy of a ledger, in a new file, never over an existing one.
import { readableInstant } from '../../domain/days/instant.ts';
import { Failure } from '../../domain/problem.ts';
import { copyLedger } from '../../ledger/file/copy.ts';
import { type OpenOptions, openForReading, read } from '../../ledger/file/open.ts';
import { lastClosedRound } from '../../ledger/rounds/rounds.ts';
import { instantsOf } from '../../ledger/settings.ts';
import { fault } from '../../ledger/verify/verify-file.ts';
import { journalHead } from '../../ledger/writing/journal.ts';
import { verify } from './verify.ts';

/** What a copy holds: its last journal entry, and its last closed round with the digest that the notice prints. */
export interface Copied {
  readonly entries: number;
  readonly at: string;
  readonly round: number | null;
  readonly digest: string;
}

/**
 * Copies the ledger to a new file, which has been verified when it appears there (contract, section 5).
 * @param quick what is verified of it, see `VerifyRequest`
 * @throws Failure `refused`: something is there already; `damaged` with what was found: nothing is left behind
 */
export function copyVerified(source: string, target: string, quick: boolean, options: OpenOptions): Copied {
  let copied: Copied | undefined;
  copyLedger(source, target, options, (copy) => {
    const { faults } = verify(copy, { quick, digest: null, against: source }, options);
    // Entries that were written to the source meanwhile are not missing in the copy.
    const grave = faults.filter((each) => each.grave && each.problem.code !== 'verify_behind');
    if (grave.length > 0) {
      const whole = fault('copy', 'copy_damaged', { source, target });
      throw new Failure(
        'damaged',
        [whole, ...grave].map((each) => each.problem),
      );
    }
    copied = contentOf(copy, options);
  });
  if (copied === undefined) throw new Error('an unchecked copy');
  return copied;
}

function contentOf(copy: string, options: OpenOptions): Copied {
  const ledger = openForReading(copy, options);
  try {
    return read(ledger, (db) => {
      const head = journalHead(db);
      const closed = lastClosedRound(db);
      return {
        entries: head?.seq ?? 0,
        at: readableInstant(instantsOf(db)(head?.at ?? '')),
        round: closed?.number ?? null,
        digest: closed?.digest ?? '',
      };
    });
  } finally {
    ledger.close();
  }
}
