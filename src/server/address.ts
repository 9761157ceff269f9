// Where a server is, read from its address: never a password in it, and full verification unless it is this machine.
import { Failure, problem } from '../domain/problem.ts';

/** The environment variables that say where and how to connect; PostgreSQL's own names. */
export type ServerEnv = Readonly<Record<string, string | undefined>>;

/** Where to connect to. */
export interface Address {
  /** A name, an address, or the folder of a socket of this machine. */
  readonly host: string;
  readonly port: number;
  readonly database: string;
  /** null: not said. */
  readonly user: string | null;
  /** null: this machine, unencrypted; else full verification, against an authority of one's own where a file is named. */
  readonly tls: { readonly caFile: string | null } | null;
}

const DEFAULT_PORT = 5432;
const KNOWN = ['sslmode', 'sslrootcert', 'host'];

/**
 * Reads `postgresql://[user@]host[:port]/database[?sslmode=verify-full&sslrootcert=FILE]`. A socket's folder is
 * `?host=/folder`. Nothing that may be a password is ever repeated.
 * @throws Failure `usage`
 */
export function readAddress(text: string, env: ServerEnv): Address {
  const url = parse(text);
  if (url.password !== '' || url.searchParams.has('password')) throw usage('server_url_password');
  for (const name of url.searchParams.keys()) {
    if (!KNOWN.includes(name)) throw usage('server_url_option', { option: name, known: KNOWN });
  }
  const mode = url.searchParams.get('sslmode');
  if (mode !== null && mode !== 'verify-full') throw usage('server_tls_always', { mode });
  const host = url.searchParams.get('host') ?? decoded(url.hostname.replace(/^\[(.*)\]$/, '$1'));
  const database = decoded(url.pathname.slice(1));
  if (host === '' || database === '' || database.includes('/')) throw usage('server_url_form');
  const asked = mode === 'verify-full' || env.PGSSLMODE === 'verify-full';
  return {
    host,
    port: url.port === '' ? DEFAULT_PORT : Number(url.port),
    database,
    user: url.username === '' ? (env.PGUSER ?? null) : decoded(url.username),
    tls:
      isThisMachine(host) && !(asked && !host.startsWith('/'))
        ? null
        : { caFile: url.searchParams.get('sslrootcert') ?? env.PGSSLROOTCERT ?? null },
  };
}

/** How an address is named in messages: without a user. */
export function nameOf({ host, port, database }: Address): string {
  return host.startsWith('/') ? `${host} ${database}` : `${host}:${port}/${database}`;
}

function parse(text: string): URL {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw usage('server_url_form');
  }
  if (url.protocol !== 'postgresql:' && url.protocol !== 'postgres:') throw usage('server_url_form');
  return url;
}

/** A socket's folder, or an address that never leaves the machine; a name that merely leads there is not one. */
function isThisMachine(host: string): boolean {
  return host.startsWith('/') || host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw usage('server_url_form');
  }
}

function usage(
  code: 'server_url_form' | 'server_url_password' | 'server_url_option' | 'server_tls_always',
  values: Readonly<Record<string, string | readonly string[]>> = {},
): Failure {
  return new Failure('usage', [problem(code, values)]);
}
