// Opening a ledger: looked at first, then opened with the settings that the contract asks for, all read back.
import { accessSync, constants } from 'node:fs';
import Database from 'better-sqlite3';
import { Failure, type Problem, problem, refusal } from '../../domain/problem.ts';
import { Connection, type ReadDb } from '../database.ts';
import { addStandIns } from '../migrate.ts';
import { isReadable, refuseForeignSchema, schemaDifferences, versionOf } from '../schema.ts';
import { type Preflight, preflight } from './preflight.ts';
import { asFailure } from './sqlite-failure.ts';

const BUSY_TIMEOUT_MS = 30_000;

/** The settings of contract section 5, with the value each must read back. */
const SETTINGS: readonly (readonly [pragma: string, set: string, readBack: string | number])[] = [
  ['journal_mode', 'DELETE', 'delete'],
  ['synchronous', 'EXTRA', 3],
  ['foreign_keys', 'ON', 1],
  ['recursive_triggers', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
];

export interface OpenOptions {
  readonly allowNetworkFile?: boolean;
  /** How many milliseconds to wait for others who hold the ledger. */
  readonly patience?: number;
  /** Whether a schema that is not the version's own is opened all the same, by whoever says what is wrong with it. */
  readonly anySchema?: boolean;
  /** Hears of what is wrong with a file that can be used all the same. */
  readonly onWarning?: (warning: Problem) => void;
}

/** An open ledger. `close` it when done. */
export interface Ledger {
  readonly file: string;
  readonly connection: Connection;
  /** The schema version when it was opened. */
  readonly version: number;
  /** What `commit`, and nothing else, has done to the file. */
  readonly done: Done;
  close(): void;
}

/** What became of a ledger while it was open. */
export interface Done {
  /** Whether something was written. */
  written: boolean;
  /** The schema version before, where it was brought up to date. */
  migratedFrom?: number;
}

/** Sets the pragmas on a connection and reads each back. @throws Failure `storage` when one does not hold */
export function applySettings(connection: Connection, file: string): void {
  connection.raw.exec(SETTINGS.map(([pragma, set]) => `PRAGMA ${pragma} = ${set};`).join(' '));
  for (const [pragma, , readBack] of SETTINGS) {
    const held = connection.raw.pragma(pragma, { simple: true });
    if (held !== readBack) {
      throw new Failure('storage', [problem('ledger_setting', { file, pragma, held: String(held) })]);
    }
  }
}

function isWritable(file: string): boolean {
  try {
    accessSync(file, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * Opens an existing ledger for writing. An older schema is read as it is until the first `commit` brings it up to date.
 * @throws Failure see `preflight`; `refused` when it has a second name; `storage` when the file or its folder cannot be written
 */
export function openForWriting(file: string, options: OpenOptions = {}): Ledger {
  if (lookAt(file, options).hardLinked) throw refusal('ledger_hard_linked_write', { file });
  return guarded(file, () => {
    const connection = new Connection(
      new Database(file, { fileMustExist: true, timeout: options.patience ?? BUSY_TIMEOUT_MS }),
    );
    try {
      applySettings(connection, file);
      refuseForeignSchema(connection, file);
      addStandIns(connection);
    } catch (error) {
      connection.raw.close();
      throw error;
    }
    return opened(file, connection);
  });
}

/** Opens an existing ledger, of this or an older schema, for reading; nothing can be written through it. @throws Failure see `preflight` */
export function openForReading(file: string, options: OpenOptions = {}): Ledger {
  lookAt(file, options);
  return guarded(file, () => {
    const readonly = !isWritable(file);
    const connection = new Connection(
      new Database(file, { fileMustExist: true, readonly, timeout: options.patience ?? BUSY_TIMEOUT_MS }),
    );
    try {
      if (!readonly) applySettings(connection, file);
      if (options.anySchema !== true) refuseForeignSchema(connection, file);
      if (options.anySchema !== true || isReadable(schemaDifferences(connection))) addStandIns(connection);
      connection.raw.pragma('query_only = ON');
    } catch (error) {
      connection.raw.close();
      throw error;
    }
    return opened(file, connection);
  });
}

function lookAt(file: string, { allowNetworkFile = false, onWarning }: OpenOptions): Preflight {
  const seen = preflight(file, allowNetworkFile);
  for (const warning of seen.warnings) onWarning?.(warning);
  return seen;
}

function opened(file: string, connection: Connection): Ledger {
  const version = versionOf(connection);
  return { file, connection, version, done: { written: false }, close: () => connection.raw.close() };
}

function guarded<T>(file: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw asFailure(error, file);
  }
}

/**
 * Reads in one snapshot: what `work` returns must be whole, since the transaction has ended before it is printed.
 * @throws Failure as SQLite's errors mean it
 */
export function read<T>(ledger: Ledger, work: (db: ReadDb) => T): T {
  return guarded(ledger.file, () => {
    const { raw } = ledger.connection;
    raw.exec('BEGIN');
    try {
      refuseMigrated(ledger);
      return work(ledger.connection);
    } finally {
      // Nothing was written; a COMMIT would fail for a page that a check found unreadable.
      if (raw.inTransaction) raw.exec('ROLLBACK');
    }
  });
}

/** Temporary tables in place of those of later versions would hide them now. @throws Failure `again` */
function refuseMigrated({ file, connection, version }: Ledger): void {
  if (versionOf(connection) !== version) throw new Failure('again', [problem('ledger_migrated', { file })]);
}

/**
 * Reads in one snapshot while `work` goes on asynchronously: it must not wait for anybody but its own files.
 * @throws Failure as SQLite's errors mean it
 */
export async function readWhile<T>(ledger: Ledger, work: (db: ReadDb) => Promise<T>): Promise<T> {
  const { raw } = ledger.connection;
  try {
    raw.exec('BEGIN');
    refuseMigrated(ledger);
    return await work(ledger.connection);
  } catch (error) {
    throw asFailure(error, ledger.file);
  } finally {
    if (raw.inTransaction) raw.exec('ROLLBACK');
  }
}
