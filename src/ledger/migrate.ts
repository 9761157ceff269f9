// Older schemas: brought up to date within the transaction of the first command that writes, and read as they are.
import type { Connection } from './database.ts';
import { migrations } from './migrations/registry.ts';
import { versionOf } from './schema.ts';
import { DERIVING, derivedTables, guardedTables, quoted } from './tables.ts';
import { beginDeriving } from './writing/deriving.ts';

/** The schema version that this program writes. */
export const SCHEMA_VERSION = migrations.length;

/**
 * Brings the schema to the newest version, within a transaction of the caller: undoing that leaves the older schema.
 * Under its lock, since somebody else may have migrated meanwhile.
 * @returns the version before, or undefined when it was the newest already
 */
export function migrate(connection: Connection): number | undefined {
  const { raw } = connection;
  const version = versionOf(connection);
  for (const table of standIns(connection)) raw.exec(`DROP TABLE temp.${table}`);
  if (version === SCHEMA_VERSION) return undefined;
  const missing = migrations.slice(version);
  for (const { sql } of missing) raw.exec(sql);
  const fills = missing.flatMap(({ fill, rederive }) =>
    [fill, rederive].filter((each) => each !== undefined),
  );
  // A new ledger has nothing to be filled from.
  if (version > 0 && fills.length > 0) {
    beginDeriving(connection);
    for (const fill of fills) fill(connection);
  }
  raw.pragma(`user_version = ${SCHEMA_VERSION}`);
  return version;
}

/**
 * Lets an older ledger be read without being migrated: the tables that later versions added are in the connection's own
 * temporary schema, empty, or filled from the facts where they are derived. The file is not touched.
 */
export function addStandIns(connection: Connection): void {
  const { raw } = connection;
  const version = versionOf(connection);
  if (version >= SCHEMA_VERSION) return;
  const held = new Set(raw.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all());
  for (const [table, columns] of Object.entries({
    ...guardedTables,
    ...derivedTables,
    [DERIVING]: ['seq'],
  })) {
    if (held.has(table)) continue;
    raw.exec(`CREATE TEMP TABLE ${table} (${columns.map(quoted).join(', ')})`);
  }
  for (const { fill } of migrations.slice(version)) fill?.(connection);
}

/** The tables of the temporary schema; a ledger of the newest version has none. */
function standIns({ raw }: Connection): unknown[] {
  return raw.prepare("SELECT name FROM sqlite_temp_schema WHERE type = 'table'").pluck().all();
}
