// Lays the tables out for Citus where the extension is there: by ledger_id, side by side.
import type { Server } from './connect.ts';
import { allTables } from './migrations/tables.ts';

/**
 * The statements that spread tables over a cluster. The first one leads, the others are colocated with it, so that a
 * ledger's rows are on one machine and keys may refer to each other.
 * @param spread tables that are spread already
 */
export function distributing(spread: ReadonlySet<string>): string[] {
  const [leader = ''] = allTables;
  return allTables
    .filter((table) => !spread.has(table))
    .map((table) => {
      const colocated = table === leader ? 'none' : `yanquan.${leader}`;
      return `SELECT create_distributed_table('yanquan.${table}', 'ledger_id', colocate_with => '${colocated}')`;
    });
}

/**
 * Settings that a cluster needs before anything is defined: one step after another, since roles and tables come in one
 * transaction; and triggers on the parts, which only ever refuse and touch no row.
 */
export const CLUSTER_SETTINGS = `SET LOCAL citus.multi_shard_modify_mode TO 'sequential';
  SET LOCAL citus.enable_unsafe_triggers TO on`;

/** Whether the database has the extension. */
export async function hasCitus(server: Server): Promise<boolean> {
  const found = await server.all("SELECT FROM pg_extension WHERE extname = 'citus'");
  return found.length > 0;
}

/** Spreads the tables that are not spread yet; within the transaction of the migrations. Returns how many. */
export async function distribute(server: Server): Promise<number> {
  const rows = await server.all<{ name: string }>(
    `SELECT c.relname AS name FROM pg_dist_partition p
     JOIN pg_class c ON c.oid = p.logicalrelid
     WHERE c.relnamespace = 'yanquan'::regnamespace`,
  );
  const statements = distributing(new Set(rows.map((each) => each.name)));
  for (const sql of statements) await server.run(sql);
  return statements.length;
}
