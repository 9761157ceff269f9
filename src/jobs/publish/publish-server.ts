// Access to a server for the command line: connected, checked, and closed again in any case.
import { Failure, problem } from '../../domain/problem.ts';
import { type LedgerId, parseLedgerId } from '../../domain/publication.ts';
import { type Address, readAddress, type ServerEnv } from '../../server/address.ts';
import { connect, type Login, type Server } from '../../server/connect.ts';
import { refuseOtherSchema, type SetUp, setUp } from '../../server/migrate.ts';
import { registerTownship, roleOf } from '../../server/townships.ts';

/** Who connects to where. */
export interface Visit {
  readonly address: Address;
  readonly env: ServerEnv;
  /** Who logs in where the address names no user. */
  readonly user: string;
  readonly askPassword: Login['askPassword'];
}

/** Reads a server's address. @throws Failure `usage`, which repeats nothing that may be a password */
export const addressOf = readAddress;

/** Works on a server whose schema is the one that this program knows. @throws Failure */
export async function onServer<T>(visit: Visit, work: (server: Server) => Promise<T>): Promise<T> {
  return visiting(visit, async (server) => {
    await refuseOtherSchema(server);
    return work(server);
  });
}

/** Creates the schema on a server, or brings it up to date. @throws Failure */
export function setUpServer(visit: Visit): Promise<SetUp> {
  return visiting(visit, setUp);
}

/** The user of a township's commands where the address names no user. */
export const userOf = roleOf;

/** Registers a township with the ledger's id as it was printed. @throws Failure `usage` when it cannot be one */
export function addTownship(
  visit: Visit,
  given: { readonly ledgerId: string; readonly county: string; readonly township: string },
): Promise<{
  readonly came: 'added' | 'amended' | 'unchanged';
  readonly role: string;
  readonly ledgerId: LedgerId;
}> {
  const ledgerId = parseLedgerId(given.ledgerId);
  if (ledgerId === undefined)
    throw new Failure('usage', [problem('ledger_id_form', { ledger_id: given.ledgerId })]);
  return onServer(visit, async (server) => ({
    came: await registerTownship(server, { ...given, ledgerId }),
    role: roleOf(ledgerId),
    ledgerId,
  }));
}

async function visiting<T>(visit: Visit, work: (server: Server) => Promise<T>): Promise<T> {
  const { address, env, user, askPassword } = visit;
  const server = await connect(address, { user: address.user ?? user, env, askPassword });
  try {
    return await work(server);
  } finally {
    await server.close();
  }
}
