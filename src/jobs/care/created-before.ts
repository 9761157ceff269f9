// A ledger that is there already when it is to be created: the same command again, after an outcome that did not reach
// anyone.
import { existsSync } from 'node:fs';
import { Failure } from '../../domain/problem.ts';
import type { ReadDb } from '../../ledger/database.ts';
import { type OpenOptions, openForReading, read } from '../../ledger/file/open.ts';
import { answeredBefore } from '../../ledger/writing/answers.ts';
import { type Committed, type Entry, type JournalRow, journalHead } from '../../ledger/writing/journal.ts';
import { entryWithKey } from '../../ledger/writing/journal-entries.ts';

/** How the same creation is distinguished from another one. */
export interface SameCreation<T> {
  /** The last journal entry of the creation, if it takes that many. */
  readonly entry: (entries: number) => Entry;
  /** What was created, when the ledger holds that and nothing else. @param head its last entry, of an `init` */
  readonly stands: (db: ReadDb, head: JournalRow) => T | undefined;
}

/**
 * The result of creating the ledger before: its answer under the idempotency key, or what was created, when nothing has
 * been written since. Undefined when there is no ledger, or another one.
 * @throws Failure `refused`: the key was used for something else
 */
export function createdBefore<T>(
  file: string,
  { idempotencyKey: key }: { readonly idempotencyKey: string | null },
  { entry, stands }: SameCreation<T>,
  options: OpenOptions = {},
): Committed<T> | undefined {
  if (!existsSync(file)) return undefined;
  const ledger = opened(file, options);
  if (ledger === undefined) return undefined;
  try {
    return read(ledger, (db): Committed<T> | undefined => {
      const used = key === null ? undefined : entryWithKey(db, key);
      if (used !== undefined) return answeredBefore<T>(db, entry(used));
      const head = journalHead(db);
      const value = head?.command === 'init' ? stands(db, head) : undefined;
      return value === undefined ? undefined : { outcome: 'nothing', value };
    });
  } finally {
    ledger.close();
  }
}

/** What cannot be opened is some other file: whoever creates refuses it as such. */
function opened(file: string, options: OpenOptions): ReturnType<typeof openForReading> | undefined {
  try {
    return openForReading(file, options);
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}
