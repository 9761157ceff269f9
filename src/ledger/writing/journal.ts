// The one way in: a command is one transaction, one journal entry, chained to the entry before it.
import { createHash } from 'node:crypto';
import { Failure, problem, refusal } from '../../domain/problem.ts';
import type { Plain } from '../../domain/texts/plain.ts';
import type { ReadDb } from '../database.ts';
import type { Ledger } from '../file/open.ts';
import { asFailure } from '../file/sqlite-failure.ts';
import { migrate } from '../migrate.ts';
import { refuseForeignSchema } from '../schema.ts';
import { sealOf } from '../seals.ts';
import { answeredBefore, keepAnswer } from './answers.ts';
import type { Committed, Entry, JournalRow } from './entry.ts';
import { Transaction, type WriteDb } from './transaction.ts';

export type { Committed, Entry, JournalRow } from './entry.ts';
export type { WriteDb } from './transaction.ts';

/** The hash before the first entry. */
export const GENESIS = '0'.repeat(64);

/** The result of a command's work. */
export interface Work<T> {
  readonly value: T;
  /** What the journal keeps of it in addition to the rows. */
  readonly did: Readonly<Record<string, unknown>>;
  /** false undoes everything: nothing of it was worth keeping, or rows were bad. */
  readonly keep?: boolean;
}

/** The last journal entry, or undefined in a ledger that is being created. */
export function journalHead(db: ReadDb): JournalRow | undefined {
  return db.get<JournalRow>('SELECT * FROM journal ORDER BY seq DESC LIMIT 1');
}

/** The hash of an entry over all its other columns, in their order. */
export function entryHash(entry: Omit<JournalRow, 'hash'>): string {
  const { seq, at, actor, command, idempotency_key, request, did, rows_digest, previous_hash } = entry;
  const content = [seq, at, actor, command, idempotency_key, request, did, rows_digest, previous_hash];
  return sha256(JSON.stringify(content));
}

/** SHA-256 of a text in UTF-8, as 64 hex digits. */
export function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** The SHA-256 of a text, given line by line: its line feeds are put behind each. */
export function sha256OfLines(lines: Iterable<string>): string {
  const hash = createHash('sha256');
  let text = '';
  for (const line of lines) {
    text += `${line}\n`;
    if (text.length < LETTERS_AT_ONCE) continue;
    hash.update(text, 'utf8');
    text = '';
  }
  return hash.update(text, 'utf8').digest('hex');
}

/** Size of a chunk: small enough to be garbage-collected young. */
const LETTERS_AT_ONCE = 32_768;

/**
 * Runs a writing command: one `BEGIN IMMEDIATE` transaction, one journal entry (contract, section 5). When `work`
 * throws, or writes nothing, or the entry is a dry run, the ledger stays as it was, byte for byte: an older schema too, which
 * is brought up to date in the same transaction.
 * Under an idempotency key the value is kept with the entry, and is the answer when the key comes again.
 * @param work writes through the given database and returns a value and what is to be kept of it in the journal
 * @throws Failure `refused` for a used idempotency key with another request, and for a sealed ledger; `again`, `storage`,
 *   `damaged`
 */
export function commit<T>(
  ledger: Ledger,
  entry: Entry,
  work: (db: WriteDb) => Work<T> & { readonly value: Plain<T> },
): Committed<T> {
  const { connection } = ledger;
  try {
    connection.raw.exec('BEGIN IMMEDIATE');
    refuseForeignSchema(connection, ledger.file);
    const before = answeredBefore<T>(connection, entry);
    if (before !== undefined) return before;
    refuseSealed(connection, ledger.file);
    const migratedFrom = migrate(connection);
    const head = journalHead(connection);
    const transaction = new Transaction(connection, (head?.seq ?? 0) + 1);
    const { value, did, keep = true } = work(transaction);
    // A dry run finds out too what SQLite says to the rows that still wait.
    transaction.flush();
    if (!keep || transaction.rows.empty || entry.dryRun) return { outcome: 'nothing', value };
    if (entry.idempotencyKey !== null) {
      keepAnswer(transaction, entry.idempotencyKey, value);
      transaction.flush();
    }
    const unsealed = {
      seq: transaction.seq,
      at: entry.at,
      actor: entry.actor,
      command: entry.command,
      idempotency_key: entry.idempotencyKey,
      request: entry.request,
      did: JSON.stringify(did),
      rows_digest: transaction.rows.digest(),
      previous_hash: head?.hash ?? GENESIS,
    };
    const hash = entryHash(unsealed);
    connection.run(
      `INSERT INTO journal (seq, at, actor, command, idempotency_key, request, did, rows_digest, previous_hash, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        ...[unsealed.seq, unsealed.at, unsealed.actor, unsealed.command, unsealed.idempotency_key],
        ...[unsealed.request, unsealed.did, unsealed.rows_digest, unsealed.previous_hash, hash],
      ],
    );
    makeDurable(ledger, hash);
    ledger.done.written = true;
    if (migratedFrom !== undefined) ledger.done.migratedFrom = migratedFrom;
    return { outcome: 'written', value, seq: transaction.seq };
  } catch (error) {
    throw asFailure(error, ledger.file);
  } finally {
    if (connection.raw.inTransaction) connection.raw.exec('ROLLBACK');
  }
}

function refuseSealed(db: ReadDb, file: string): void {
  const seal = sealOf(db);
  if (seal === undefined) return;
  throw refusal('ledger_sealed', { file, at: seal.at, by: seal.by, entry: seal.seq });
}

/** COMMIT. When it fails, the file itself is asked whether the entry is there before anything is said about it. */
function makeDurable(ledger: Ledger, hash: string): void {
  const { raw } = ledger.connection;
  try {
    raw.exec('COMMIT');
  } catch (error) {
    let head: JournalRow | undefined;
    try {
      if (raw.inTransaction) raw.exec('ROLLBACK');
      head = journalHead(ledger.connection);
    } catch {
      throw new Failure('again', [problem('outcome_unknown', { file: ledger.file })], { cause: error });
    }
    if (head?.hash !== hash) throw error;
  }
}
