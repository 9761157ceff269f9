// The migration runner: each missing version in turn, all in one transaction.
import { refusal } from '../domain/problem.ts';
import type { Connection } from './database.ts';
import { migrations } from './migrations/registry.ts';

/** The schema version that this program writes. */
export const SCHEMA_VERSION = migrations.length;

/**
 * Brings the schema from `version` to the newest, in one transaction; does nothing when it is there already.
 * The version is read again under the lock: somebody else may have migrated meanwhile.
 */
export function migrate(connection: Connection, version: number): void {
  if (version === SCHEMA_VERSION) return;
  const { raw } = connection;
  raw.exec('BEGIN IMMEDIATE');
  try {
    const current = Number(raw.pragma('user_version', { simple: true }));
    if (current > SCHEMA_VERSION) {
      throw refusal('ledger_newer', { file: raw.name, version: current, known: SCHEMA_VERSION });
    }
    for (const sql of migrations.slice(current)) raw.exec(sql);
    raw.pragma(`user_version = ${SCHEMA_VERSION}`);
    raw.exec('COMMIT');
  } catch (error) {
    if (raw.inTransaction) raw.exec('ROLLBACK');
    throw error;
  }
}
