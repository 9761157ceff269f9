// The schema on the server: brought up to date in one transaction, and looked at before anything is asked of it.
import { createHash } from 'node:crypto';
import { refusal } from '../domain/problem.ts';
import { bringLogins } from './cluster-logins.ts';
import type { Server } from './connect.ts';
import { CLUSTER_SETTINGS, distribute, hasCitus } from './distribute.ts';
import { type ServerMigration, serverMigrations } from './migrations/registry.ts';

/** The version that this program knows. */
const SERVER_VERSION = serverMigrations.length;

/** What setting up came to. */
export interface SetUp {
  readonly version: number;
  /** Names of the migrations that were missing. */
  readonly applied: readonly string[];
  /** Whether the tables are spread over a cluster. */
  readonly citus: boolean;
}

/** An applied migration as the server keeps it. */
interface Applied {
  readonly version: number;
  readonly sha256: string;
}

const LOCK = `SELECT pg_advisory_xact_lock(hashtext('yanquan migrations'))`;
const APPLIED = `CREATE TABLE IF NOT EXISTS yanquan.migrations (
    version integer PRIMARY KEY,
    name text NOT NULL,
    sha256 text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now()
  )`;

const sha256Of = ({ sql }: ServerMigration): string => createHash('sha256').update(sql, 'utf8').digest('hex');

/**
 * Creates schema, roles and rights, or brings them up to date; again changes nothing.
 * @throws Failure `refused`: not UTF-8, a newer schema, one that another program made, no right, a worker that is away
 */
export async function setUp(server: Server): Promise<SetUp> {
  const [encoding] = await server.all<{ server_encoding: string }>('SHOW server_encoding');
  if (encoding?.server_encoding !== 'UTF8')
    throw refusal('server_encoding', { server: server.name, encoding: encoding?.server_encoding ?? '' });
  const citus = await hasCitus(server);
  if (citus) await server.transaction(() => bringLogins(server), LOCK);
  return server.transaction(async () => {
    await server.run(LOCK);
    if (citus) await server.run(CLUSTER_SETTINGS);
    await createSchema(server);
    await server.run(APPLIED);
    const there = await applied(server);
    refuseOther(server, there);
    const missing = serverMigrations.slice(there.length);
    for (const [at, migration] of missing.entries()) {
      await server.run(migration.sql);
      await server.all(
        'INSERT INTO yanquan.migrations (version, name, sha256) VALUES ($1, $2, $3)',
        ...[there.length + at + 1, migration.name, sha256Of(migration)],
      );
    }
    if (citus) await distribute(server);
    return { version: SERVER_VERSION, applied: missing.map((each) => each.name), citus };
  });
}

/** Only where it is absent: Citus passes CREATE SCHEMA on to its workers, IF NOT EXISTS too, and without the rights. */
async function createSchema(server: Server): Promise<void> {
  const [schema] = await server.all<{ there: boolean }>(
    "SELECT to_regnamespace('yanquan') IS NOT NULL AS there",
  );
  if (schema?.there !== true) await server.run('CREATE SCHEMA yanquan');
}

/** Refuses a server that is not set up, or not as this program knows it. @throws Failure `refused` */
export async function refuseOtherSchema(server: Server): Promise<void> {
  const [schema] = await server.all<{ there: boolean }>(
    "SELECT to_regclass('yanquan.migrations') IS NOT NULL AS there",
  );
  if (schema?.there !== true) throw refusal('server_not_set_up', { server: server.name });
  const there = await applied(server);
  refuseOther(server, there);
  if (there.length < SERVER_VERSION)
    throw refusal('server_older', { server: server.name, version: there.length, known: SERVER_VERSION });
}

function applied(server: Server): Promise<Applied[]> {
  return server.all<Applied>('SELECT version, sha256 FROM yanquan.migrations ORDER BY version');
}

function refuseOther(server: Server, there: readonly Applied[]): void {
  const values = { server: server.name, version: there.length, known: SERVER_VERSION };
  if (there.length > SERVER_VERSION) throw refusal('server_newer', values);
  const other = there.find((each, at) => {
    const own = serverMigrations[at];
    return own === undefined || each.version !== at + 1 || each.sha256 !== sha256Of(own);
  });
  if (other !== undefined) throw refusal('server_changed', { ...values, version: other.version });
}
