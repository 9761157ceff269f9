// The connection to a server: opened with the password from where it may come from, its own settings, and a way to ask.
import { readFileSync } from 'node:fs';
import { Client, type ClientConfig } from 'pg';
import pgpass from 'pgpass';
import { Failure, problem, refusal } from '../domain/problem.ts';
import { type Address, nameOf, type ServerEnv } from './address.ts';
import { asServerFailure } from './server-failure.ts';

const CONNECT_TIMEOUT_MS = 15_000;

/** What an SQL value is on the way to the server and back: days are texts, whole numbers numbers. */
export type ServerValue = string | number | boolean | null | readonly string[];

/** Who connects, and where a password is asked for. */
export interface Login {
  readonly user: string;
  readonly env: ServerEnv;
  /** Asks at a terminal without showing what is typed; null where there is none. */
  readonly askPassword: ((user: string, server: string) => Promise<string>) | null;
}

/** An open connection. Errors of the server are failures. `close` it when done. */
export interface Server {
  /** How it is named in messages. */
  readonly name: string;
  /** The driver's client, for streams. */
  readonly client: Client;
  all<T>(sql: string, ...values: ServerValue[]): Promise<T[]>;
  /** Rows as lists of values, in the order of the columns. */
  lists(sql: string, ...values: ServerValue[]): Promise<(string | number | boolean)[][]>;
  /** Runs statements that take no values, as many as there are. */
  run(sql: string): Promise<void>;
  /** One transaction: all of `work` or nothing. @param first a statement to begin with, on the same way */
  transaction<T>(work: () => Promise<T>, first?: string): Promise<T>;
  close(): Promise<void>;
}

/** What the server writes dates, times and numbers with, whatever it or the login is set to. */
const SETTINGS = `SET datestyle TO 'ISO, YMD'; SET timezone TO 'UTC'; SET extra_float_digits TO 1;
  SET standard_conforming_strings TO on; SET search_path TO pg_catalog, pg_temp;
  SET lock_timeout TO '30s'; SET client_min_messages TO warning`;

/** Types that come as numbers (int2, int4, int8) and as truth; all others as text. */
const READERS: Readonly<Record<number, (text: string) => unknown>> = {
  16: (text) => text === 't',
  20: Number,
  21: Number,
  23: Number,
};
const asText = (text: string): string => text;

/**
 * Connects. The password comes from `PGPASSWORD`, else from the pass file, else from a prompt, and only when the server
 * asks for one.
 * @throws Failure `again` when the server cannot be reached, `refused` when it does not let in or cannot be trusted
 */
export async function connect(address: Address, login: Login): Promise<Server> {
  const name = nameOf(address);
  const client = new Client(configOf(address, login, name));
  // An error between two queries is reported by the next one.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    await client.end().catch(() => undefined);
    throw asServerFailure(error, name, false);
  }
  const server = serverOf(client, name);
  await server.run(SETTINGS);
  return server;
}

function configOf(address: Address, login: Login, name: string): ClientConfig {
  const { host, port, database, tls } = address;
  return {
    host,
    port,
    database,
    user: login.user,
    application_name: 'yanquan',
    password: () => passwordOf(address, login, name),
    ssl: tls === null ? false : { rejectUnauthorized: true, ...authority(tls.caFile) },
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    types: { getTypeParser: (oid: number) => READERS[oid] ?? asText },
  };
}

function authority(file: string | null): { readonly ca?: Buffer } {
  if (file === null) return {};
  try {
    return { ca: readFileSync(file) };
  } catch {
    throw refusal('server_ca_unreadable', { file });
  }
}

async function passwordOf({ host, port, database }: Address, login: Login, name: string): Promise<string> {
  const { user, env, askPassword } = login;
  const given = env.PGPASSWORD;
  if (given !== undefined && given !== '') return given;
  const kept = await new Promise<string | undefined>((resolve) => {
    pgpass({ host, port, database, user }, resolve);
  });
  if (kept !== undefined) return kept;
  if (askPassword === null)
    throw new Failure('refused', [problem('server_password_missing', { user, server: name })]);
  return askPassword(user, name);
}

function serverOf(client: Client, name: string): Server {
  const withServerFailure = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw asServerFailure(error, name, true);
    }
  };
  const run = (sql: string): Promise<void> =>
    withServerFailure(async () => {
      await client.query(sql);
    });
  return {
    name,
    client,
    run,
    all: <T>(sql: string, ...values: ServerValue[]) =>
      withServerFailure(async () => (await client.query(sql, values)).rows as T[]),
    lists: (sql, ...values) =>
      withServerFailure(async () => (await client.query({ text: sql, values, rowMode: 'array' })).rows),
    transaction: async (work, first = '') => {
      let value: Awaited<ReturnType<typeof work>>;
      try {
        await run(`BEGIN; ${first}`);
        value = await withServerFailure(work);
      } catch (error) {
        await client.query('ROLLBACK').catch(() => undefined);
        throw error;
      }
      await run('COMMIT');
      return value;
    },
    close: () => client.end().catch(() => undefined),
  };
}
