// Townships of a server: the role that may add to a ledger, and the names under which readers see it.

import { Failure, refusal } from '../domain/problem.ts';
import type { LedgerId, Township } from '../domain/publication.ts';
import type { Server } from './connect.ts';

/** The role that owns a ledger's rows. The policies of the tables know it by this name. */
export function roleOf(ledgerId: LedgerId): string {
  return `yanquan_${ledgerId}`;
}

/** Registers a township: its role, which can log in once it has a password, and its name. Again changes nothing. */
export async function registerTownship(
  server: Server,
  { ledgerId, county, township }: Township,
): Promise<'added' | 'amended' | 'unchanged'> {
  const role = roleOf(ledgerId);
  return server.transaction(async () => {
    await server.run("SELECT pg_advisory_xact_lock(hashtext('yanquan registrations'))");
    const roles = await server.all('SELECT FROM pg_roles WHERE rolname = $1', role);
    if (roles.length === 0) await server.run(`CREATE ROLE ${role} LOGIN`);
    await server.run(`GRANT yanquan_township TO ${role}`);
    const [last] = await server.all<{ number: number; county: string; township: string }>(
      `SELECT number, county, township FROM yanquan.registrations WHERE ledger_id = $1 ORDER BY number DESC LIMIT 1`,
      ledgerId,
    );
    if (last?.county === county && last.township === township) return 'unchanged';
    await server.all(
      'INSERT INTO yanquan.registrations (ledger_id, number, county, township) VALUES ($1, $2, $3, $4)',
      ...[ledgerId, (last?.number ?? 0) + 1, county, township],
    );
    return last === undefined ? 'added' : 'amended';
  });
}

/** Goes on as the ledger's role, whoever logged in: that is all it may do from here. @throws Failure `refused` */
export async function actAsTownship(server: Server, ledgerId: LedgerId): Promise<void> {
  const role = roleOf(ledgerId);
  const there = await server.all('SELECT FROM pg_roles WHERE rolname = $1', role);
  if (there.length === 0)
    throw refusal('server_not_registered', { server: server.name, ledger_id: ledgerId });
  try {
    await server.run(`SET ROLE ${role}`);
  } catch (error) {
    if (error instanceof Failure && error.problems[0]?.code === 'server_denied')
      throw refusal('server_role_not_granted', { server: server.name, role });
    throw error;
  }
}
