// The migration runner: each missing version in turn, all in one transaction.
import { refusal } from '../domain/problem.ts';
import type { Connection } from './database.ts';
import { migrations } from './migrations/registry.ts';
import { guardedTables, quoted } from './tables.ts';

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

/**
 * Lets an older ledger be read without being migrated: the tables that later versions added stand beside it, empty, in the
 * connection's own temporary schema. The file is not touched.
 */
export function addStandIns(connection: Connection): void {
  const { raw } = connection;
  if (Number(raw.pragma('user_version', { simple: true })) >= SCHEMA_VERSION) return;
  const held = new Set(raw.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all());
  for (const [table, columns] of Object.entries(guardedTables)) {
    if (held.has(table)) continue;
    raw.exec(`CREATE TEMP TABLE ${table} (${columns.map(quoted).join(', ')})`);
  }
}
