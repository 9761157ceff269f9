// The ledger that a command works on: opened, used and closed, and said what has to be said of it.
import { existsSync } from 'node:fs';
import { Failure, type Problem } from '../domain/problem.ts';
import type { Words } from '../i18n/words.ts';
import * as access from '../jobs/care/ledger-access.ts';
import type { Text } from '../report/report.ts';
import type { Input } from './options/input.ts';

/** How a ledger is opened, and where is said what a clerk has to hear of it. */
export interface AccessOptions {
  readonly allowNetworkFile: boolean;
  readonly onWarning: (warning: Problem) => void;
  readonly tell: (text: Text) => void;
}

/**
 * How a command opens ledgers. With `-q` nothing is said; each warning is said once, since a command may open a ledger
 * more than once.
 */
export function accessOf(input: Input, words: Words, say: (line: string) => void): AccessOptions {
  const said = new Set<string>();
  const sayOnce = (line: string): void => {
    if (said.has(line) || input.flag('quiet') === true) return;
    said.add(line);
    say(line);
  };
  return {
    allowNetworkFile: input.flag('allowNetworkFile') === true,
    tell: (text) => sayOnce(words.text(text)),
    onWarning: (warning) => sayOnce(words.problem(warning)),
  };
}

/** Reads in one snapshot. What comes back must be whole. @throws Failure */
export async function readingLedger<T>(
  file: string,
  options: AccessOptions,
  work: (db: access.ReadDb) => T,
): Promise<T> {
  return using(access.openForReading(file, options), (ledger) => access.read(ledger, work));
}

/** Reads in one snapshot while `work` goes on asynchronously: see `readWhile`. @throws Failure */
export async function readingLedgerWhile<T>(
  file: string,
  options: AccessOptions,
  work: (db: access.ReadDb) => Promise<T>,
): Promise<T> {
  return using(access.openForReading(file, options), (ledger) => access.readWhile(ledger, work));
}

/**
 * Opens a ledger for a writing job.
 * @param onEnd called with whether something was written, whatever the outcome of the job
 * @throws Failure
 */
export async function writingLedger<T>(
  file: string,
  options: AccessOptions,
  work: (ledger: access.Ledger) => T | Promise<T>,
  onEnd: (written: boolean) => void,
): Promise<T> {
  return using(access.openForWriting(file, options), async (ledger) => {
    try {
      return await work(ledger);
    } finally {
      onEnd(ledger.done.written);
      const { migratedFrom: from } = ledger.done;
      if (from !== undefined)
        options.tell({ key: 'said.migrated', values: { file, from, to: access.SCHEMA_VERSION } });
    }
  });
}

async function using<T>(ledger: access.Ledger, work: (ledger: access.Ledger) => T | Promise<T>): Promise<T> {
  try {
    return await work(ledger);
  } catch (error) {
    throw await access.nearer(error, ledger.connection);
  } finally {
    ledger.close();
  }
}

/**
 * What an unforeseen error comes from: where the ledger turns out to be damaged, a Failure that says so; else the error
 * itself, which is a bug.
 */
export async function damageBehind(error: unknown, file: string): Promise<unknown> {
  if (error instanceof Failure || !existsSync(file)) return error;
  const { verify } = await import('../jobs/care/verify.ts');
  try {
    const { faults } = verify(
      file,
      { quick: false, digest: null, against: null },
      { allowNetworkFile: true },
    );
    const grave = faults.filter((each) => each.grave).map((each) => each.problem);
    return grave.length === 0 ? error : new Failure('damaged', grave, { cause: error });
  } catch (failure) {
    return failure instanceof Failure && failure.kind === 'damaged' ? failure : error;
  }
}
