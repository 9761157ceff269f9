// Creates a ledger: built under a temporary name next to the target, then put in place as a whole.

import { randomUUID } from 'node:crypto';
import { chmodSync, closeSync, existsSync, linkSync, openSync, renameSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { Failure, problem, refusal } from '../../domain/problem.ts';
import { refusedInName } from '../../domain/texts/windows-path.ts';
import { Connection } from '../database.ts';
import { migrate, SCHEMA_VERSION } from '../migrate.ts';
import { discard, syncFile, syncName } from './durable.ts';
import { refuseSideFiles } from './file-signs.ts';
import { applySettings, type Ledger, type OpenOptions } from './open.ts';
import { APPLICATION_ID, refuseNewOnNetwork } from './preflight.ts';
import { asFailure, LONGEST_PATH } from './sqlite-failure.ts';

/** Only the owner reads and writes a ledger. */
export const MODE = 0o600;

/** A name has 255 bytes, and SQLite adds `-journal` to it while it writes. */
const LONGEST_NAME = 255 - '-journal'.length;

/** What a ledger is called until it is whole. */
export function temporaryName(file: string): string {
  return join(dirname(file), `.yanquan-${randomUUID()}.tmp`);
}

/**
 * Creates a ledger at `file` and lets `fill` write its first entries before it appears there. Returns what `fill` returns.
 * @throws Failure `refused` when there is something at `file` already or the folder is missing; `storage`
 */
export function createLedger<T>(
  file: string,
  fill: (ledger: Ledger) => T,
  { allowNetworkFile = false }: OpenOptions = {},
): T {
  refuseNewOnNetwork(file, allowNetworkFile);
  if (existsSync(file)) throw refusal('ledger_exists', { file });
  const folder = dirname(file);
  if (!existsSync(folder)) throw refusal('folder_missing', { file, folder });
  refuseName(file);
  const building = temporaryName(file);
  try {
    closeSync(openSync(building, 'wx', MODE));
    chmodSync(building, MODE);
    const connection = new Connection(new Database(building));
    let value: T;
    try {
      connection.raw.pragma(`application_id = ${APPLICATION_ID}`);
      applySettings(connection, file);
      connection.raw.transaction(() => migrate(connection)).immediate();
      value = fill({
        file,
        connection,
        version: SCHEMA_VERSION,
        done: { written: false },
        close: () => undefined,
      });
    } finally {
      connection.raw.close();
    }
    putInPlace(building, file);
    return value;
  } catch (error) {
    throw asFailure(error, file);
  } finally {
    discard(building);
    discard(`${building}-journal`);
  }
}

/**
 * Refuses a name that SQLite could not use for a ledger, and that of a side file of an existing ledger, which it
 * would undo or remove. @throws Failure `refused`
 */
export function refuseName(file: string): void {
  const longest = Math.max(...[file, temporaryName(file)].map((each) => Buffer.byteLength(resolve(each))));
  if (Buffer.byteLength(basename(file)) > LONGEST_NAME || longest > LONGEST_PATH)
    throw refusal('name_too_long', { file });
  const refused = process.platform === 'win32' ? refusedInName(file) : undefined;
  if (refused !== undefined) throw refusal('name_not_allowed', { file, what: refused });
  const beside = /^(.+)-(?:journal|wal|shm)$/s.exec(file)?.[1];
  if (beside !== undefined && existsSync(beside)) throw refusal('copy_beside_ledger', { file });
  if (basename(file) === '-') throw refusal('name_is_dash', { file });
  refuseSideFiles(file);
}

/**
 * Gives the finished file its name without ever replacing another, and makes the name durable.
 * @throws Failure `refused` when the name is in use; `again` when the file has its name and may lose it in a power cut
 */
export function putInPlace(building: string, file: string): void {
  syncFile(building);
  if (!linked(building, file)) takeName(building, file);
  discard(building);
  try {
    syncName(file);
  } catch (error) {
    throw new Failure('again', [problem('outcome_unknown', { file })], { cause: error });
  }
}

/** Whether the file got its name by a hard link. Windows is not asked: a scanner that holds the first name would leave two. */
function linked(building: string, file: string): boolean {
  if (process.platform === 'win32') return false;
  try {
    linkSync(building, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw refusal('ledger_exists', { file });
    // File systems of sticks have no links.
    return false;
  }
}

/** Takes the name first, so that nothing is ever replaced, then puts the file there. */
function takeName(building: string, file: string): void {
  try {
    closeSync(openSync(file, 'wx', MODE));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw refusal('ledger_exists', { file });
    throw error;
  }
  try {
    renameSync(building, file);
  } catch (error) {
    discard(file);
    throw error;
  }
}
