// The one way in: a command is one transaction, one journal entry, chained to the entry before it.
import { createHash } from 'node:crypto';
import { Failure, problem, refusal } from '../domain/problem.ts';
import type { Connection, ReadDb, SqlValue } from './database.ts';
import type { Ledger } from './open.ts';
import { RowsDigest } from './rows-digest.ts';
import { sealOf } from './seals.ts';
import { asFailure } from './sqlite-failure.ts';
import { type FactTable, type GuardedTable, guardedTables, type PartTable, quoted } from './tables.ts';

/** The hash that stands before the first entry. */
export const GENESIS = '0'.repeat(64);

/** Who does what, when: what the journal keeps of a command beside its rows. */
export interface Entry {
  /** The instant, UTC, ISO 8601. */
  readonly at: string;
  readonly actor: string;
  /** The words of the command, without its values: `import findings`. */
  readonly command: string;
  readonly idempotencyKey: string | null;
  /** SHA-256 of everything the command was asked: the same key with another request is refused. */
  readonly request: string;
  /** Undo everything at the end and say what would have been. */
  readonly dryRun: boolean;
}

/** A journal entry as stored. */
export interface JournalRow {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly command: string;
  readonly idempotency_key: string | null;
  readonly request: string;
  readonly did: string;
  readonly rows_digest: string;
  readonly previous_hash: string;
  readonly hash: string;
}

/** Writing, within the one transaction of a command. */
export interface WriteDb extends ReadDb {
  /** The journal entry that the rows will belong to. */
  readonly seq: number;
  /** Inserts a fact and returns its id. Columns left out are empty. */
  insert(table: FactTable | 'batches', row: Readonly<Record<string, SqlValue>>): number;
  /** Inserts a row that belongs to a fact. */
  insertPart(table: PartTable, row: Readonly<Record<string, SqlValue>>): void;
  /** The id that the next `insert` into `table` will give. */
  nextId(table: FactTable | 'batches'): number;
  /** Changes a derived table. */
  derive(sql: string, ...values: SqlValue[]): void;
}

/** What the work of a command comes to. */
export interface Work<T> {
  readonly value: T;
  /** What the journal keeps of it beside the rows. */
  readonly did: Readonly<Record<string, unknown>>;
  /** false undoes everything: nothing of it was worth keeping, or rows were bad. */
  readonly keep?: boolean;
}

/** What came of a command. */
export type Committed<T> =
  | { readonly outcome: 'written'; readonly value: T; readonly seq: number }
  /** Nothing was to be written (all unchanged, or a dry run). */
  | { readonly outcome: 'nothing'; readonly value: T }
  /** The idempotency key was used before with the same request. */
  | { readonly outcome: 'already'; readonly seq: number };

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

class Transaction implements WriteDb {
  readonly seq: number;
  readonly rows = new RowsDigest();
  readonly #connection: Connection;
  readonly #nextIds = new Map<string, number>();

  constructor(connection: Connection, seq: number) {
    this.#connection = connection;
    this.seq = seq;
  }

  all<T>(sql: string, ...values: SqlValue[]): T[] {
    return this.#connection.all<T>(sql, ...values);
  }

  get<T>(sql: string, ...values: SqlValue[]): T | undefined {
    return this.#connection.get<T>(sql, ...values);
  }

  column<T extends SqlValue>(sql: string, ...values: SqlValue[]): T[] {
    return this.#connection.column<T>(sql, ...values);
  }

  iterate<T>(sql: string, ...values: SqlValue[]): IterableIterator<T> {
    return this.#connection.iterate<T>(sql, ...values);
  }

  derive(sql: string, ...values: SqlValue[]): void {
    this.#connection.run(sql, ...values);
  }

  nextId(table: FactTable | 'batches'): number {
    const known = this.#nextIds.get(table);
    if (known !== undefined) return known;
    const last = this.get<{ id: number | null }>(`SELECT max(id) AS id FROM ${table}`)?.id ?? 0;
    this.#nextIds.set(table, last + 1);
    return last + 1;
  }

  insert(table: FactTable | 'batches', row: Readonly<Record<string, SqlValue>>): number {
    const id = this.nextId(table);
    this.#nextIds.set(table, id + 1);
    this.#insert(table, { ...row, id, seq: this.seq });
    return id;
  }

  insertPart(table: PartTable, row: Readonly<Record<string, SqlValue>>): void {
    this.#insert(table, { ...row, seq: this.seq });
  }

  #insert(table: GuardedTable, row: Readonly<Record<string, SqlValue>>): void {
    const columns = guardedTables[table];
    const values = columns.map((column) => {
      const value = row[column] ?? null;
      // Half a surrogate pair would be stored as U+FFFD, and the digest must be of what is stored.
      return typeof value === 'string' ? value.toWellFormed() : value;
    });
    this.#connection.run(insertSql(table, columns), ...values);
    this.rows.add(table, values);
  }
}

const insertStatements = new Map<GuardedTable, string>();

function insertSql(table: GuardedTable, columns: readonly string[]): string {
  let sql = insertStatements.get(table);
  if (sql === undefined) {
    sql = `INSERT INTO ${table} (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
    insertStatements.set(table, sql);
  }
  return sql;
}

/**
 * Runs a writing command: one `BEGIN IMMEDIATE` transaction, one journal entry (contract, section 5). When `work`
 * throws, or writes nothing, or the entry is a dry run, the ledger stays as it was, byte for byte.
 * @param work writes through the given database and returns a value and what is to be kept of it in the journal
 * @throws Failure `refused` for a used idempotency key with another request, and for a sealed ledger; `again`, `storage`,
 *   `damaged`
 */
export function commit<T>(ledger: Ledger, entry: Entry, work: (db: WriteDb) => Work<T>): Committed<T> {
  const { connection } = ledger;
  try {
    connection.raw.exec('BEGIN IMMEDIATE');
    const used = usedKey(connection, entry);
    if (used !== undefined) return { outcome: 'already', seq: used };
    refuseSealed(connection, ledger.file);
    const head = journalHead(connection);
    const transaction = new Transaction(connection, (head?.seq ?? 0) + 1);
    const { value, did, keep = true } = work(transaction);
    if (!keep || transaction.rows.empty || entry.dryRun) return { outcome: 'nothing', value };
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
      ...[unsealed.seq, unsealed.at, unsealed.actor, unsealed.command, unsealed.idempotency_key],
      ...[unsealed.request, unsealed.did, unsealed.rows_digest, unsealed.previous_hash, hash],
    );
    makeDurable(ledger, hash);
    ledger.written = true;
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

function usedKey(db: ReadDb, entry: Entry): number | undefined {
  if (entry.idempotencyKey === null) return undefined;
  const used = db.get<JournalRow>('SELECT * FROM journal WHERE idempotency_key = ?', entry.idempotencyKey);
  if (used === undefined) return undefined;
  if (used.request !== entry.request || used.command !== entry.command) {
    throw refusal('idempotency_key_used', {
      key: entry.idempotencyKey,
      seq: used.seq,
      command: used.command,
    });
  }
  return used.seq;
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
