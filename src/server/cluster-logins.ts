// Brings roles to the workers of a cluster that were made before the cluster was one: Citus passes on later ones itself.
import { refusal } from '../domain/problem.ts';
import type { Server } from './connect.ts';

/**
 * One statement for each role that has rights through the program's own roles, the program's own roles first: made where
 * it is missing, with its password. Each worker runs them all.
 */
const ROLES = `WITH RECURSIVE known AS (
    SELECT oid FROM pg_roles WHERE rolname IN ('yanquan_township', 'yanquan_reader', 'yanquan_reader_standings')
    UNION SELECT m.member FROM pg_auth_members m JOIN known k ON m.roleid = k.oid
  ), named AS (
    SELECT a.oid, a.rolname, a.rolcanlogin, a.rolinherit, a.rolpassword, a.rolvaliduntil
    FROM pg_authid a JOIN known k ON k.oid = a.oid WHERE NOT a.rolsuper
  )
  SELECT 1 AS step, format(
      'IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = %L) THEN CREATE ROLE %I; END IF; ALTER ROLE %I %s %s%s%s;',
      rolname, rolname, rolname,
      CASE WHEN rolcanlogin THEN 'LOGIN' ELSE 'NOLOGIN' END, CASE WHEN rolinherit THEN 'INHERIT' ELSE 'NOINHERIT' END,
      ' PASSWORD ' || quote_literal(rolpassword), ' VALID UNTIL ' || quote_literal(rolvaliduntil)) AS statement
  FROM named
  UNION ALL
  SELECT 2, format('GRANT %I TO %I;', g.rolname, n.rolname)
  FROM pg_auth_members m JOIN known k ON k.oid = m.roleid JOIN pg_roles g ON g.oid = m.roleid JOIN named n ON n.oid = m.member
  ORDER BY step, statement`;

/** What a worker answered. */
interface Answer {
  readonly worker: string;
  readonly success: boolean;
}

/**
 * Makes the roles on every worker, or brings them up to date; again changes nothing. In a transaction of its own, before
 * any role is made: a role made in an open transaction and once more by a worker would wait for itself.
 * @throws Failure `refused`: no superuser, or a worker that cannot be reached or does not let in
 */
export async function bringLogins(server: Server): Promise<void> {
  const [login] = await server.all<{ superuser: boolean }>(
    'SELECT rolsuper AS superuser FROM pg_roles WHERE rolname = current_user',
  );
  if (login?.superuser !== true) throw refusal('server_citus_superuser', { server: server.name });
  const roles = await server.all<{ statement: string }>(ROLES);
  if (roles.length === 0) return;
  // Without propagation inside: a worker would pass the role on to the coordinator, which waits for the worker.
  const command = `DO $roles$ BEGIN
    PERFORM set_config('citus.enable_ddl_propagation', 'off', true);
    ${roles.map((each) => each.statement).join('\n    ')}
  END $roles$`;
  const answers = await server.all<Answer>(
    `SELECT nodename || ':' || nodeport AS worker, success FROM run_command_on_workers($1)`,
    command,
  );
  const failed = answers.filter((each) => !each.success).map((each) => each.worker);
  if (failed.length > 0) throw refusal('server_worker_refused', { server: server.name, workers: failed });
}
