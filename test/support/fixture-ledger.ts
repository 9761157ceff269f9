// Ledgers that the program of an earlier schema version wrote (fixtures/ledgers).
import { chmodSync, copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { temporaryFolder } from './folder.ts';
import { home } from './run.ts';

/** A copy of the ledger of a schema version, in a folder of its own. */
export function fixtureLedger(version: number, mode = 0o600): string {
  const file = join(temporaryFolder(), 'yanquan.db');
  copyFileSync(join(home, 'fixtures', 'ledgers', `version-${version}.db`), file);
  chmodSync(file, mode);
  return file;
}

/** The schema version that a ledger says it has. */
export function versionOf(file: string): unknown {
  const raw = new Database(file, { readonly: true });
  const version = raw.pragma('user_version', { simple: true });
  raw.close();
  return version;
}
