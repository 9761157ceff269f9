// What an error of the server or of the way to it means for whoever runs the command.

import type { ServerCode } from '../domain/codes/server-codes.ts';
import { Failure, type FailureKind, problem } from '../domain/problem.ts';

type Meaning = readonly [kind: FailureKind, code: ServerCode];

/** By PostgreSQL's SQLSTATE, the longest beginning that fits. Never by the text, which follows the server's language. */
const STATES: Readonly<Record<string, Meaning>> = {
  // Two publishers are kept apart by a lock; what slips past it meets the keys.
  '23505': ['again', 'server_busy'],
  '08': ['again', 'server_unreachable'],
  '28': ['refused', 'server_login_refused'],
  '3D': ['refused', 'server_database_missing'],
  '40': ['again', 'server_busy'],
  '42501': ['refused', 'server_denied'],
  '53': ['storage', 'server_full'],
  '53300': ['again', 'server_busy'],
  '55P03': ['again', 'server_busy'],
  '57': ['again', 'server_lost'],
  '57P03': ['again', 'server_busy'],
};

/** By what the machine says of a connection that does not come about. */
const SYSTEM: Readonly<Record<string, Meaning>> = {
  ENOTFOUND: ['refused', 'server_unknown_host'],
  ECONNREFUSED: ['again', 'server_unreachable'],
  EHOSTUNREACH: ['again', 'server_unreachable'],
  ENETUNREACH: ['again', 'server_unreachable'],
  ETIMEDOUT: ['again', 'server_unreachable'],
  EAI_AGAIN: ['again', 'server_unreachable'],
  ENOENT: ['again', 'server_unreachable'],
  EACCES: ['refused', 'server_denied'],
};

/** The machine's codes, and Node's for a stream that ends too early. */
const SYSTEM_CODE = /^(?:E[A-Z]+|ERR_STREAM_(?:PREMATURE_CLOSE|DESTROYED|WRITE_AFTER_END))$/;

/** How the driver says that the connection is gone; it has no code for that. */
const GONE = /terminated|not queryable|timeout/i;

/** OpenSSL's and Node's words for a certificate that does not hold. */
const CERTIFICATE = /^(?:CERT_|ERR_TLS_CERT|ERR_SSL|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_)/;

/**
 * The failure that an error amounts to; a `Failure`, and a mistake of ours, stay as they are. Of what the server says
 * only its code is shown: its words may repeat values.
 * @param server how the server is named @param connected whether the connection had come about
 */
export function asServerFailure(error: unknown, server: string, connected: boolean): Error {
  if (!(error instanceof Error)) return new Error(String(error));
  if (error instanceof Failure) return error;
  const { code, constraint, message } = error as Error & { code?: string; constraint?: string };
  const meaning = code === undefined ? withoutCode(message, connected) : ofCode(code, connected);
  if (meaning === undefined) return error;
  const [kind, said] = meaning;
  const detail = [code, constraint].filter((each) => each !== undefined).join(' ');
  return new Failure(kind, [problem(said, { server, detail })], { cause: error });
}

function withoutCode(message: string, connected: boolean): Meaning | undefined {
  if (message.includes('does not support SSL')) return ['refused', 'server_without_tls'];
  if (!GONE.test(message)) return undefined;
  return ['again', connected ? 'server_lost' : 'server_unreachable'];
}

function ofCode(code: string, connected: boolean): Meaning | undefined {
  if (CERTIFICATE.test(code)) return ['refused', 'server_certificate'];
  if (!connected && SYSTEM[code] !== undefined) return SYSTEM[code];
  if (SYSTEM_CODE.test(code)) return ['again', connected ? 'server_lost' : 'server_unreachable'];
  if (!/^[0-9A-Z]{5}$/.test(code)) return undefined;
  // Said over a connection that holds: a worker of its cluster is away, or refuses the login.
  if (connected && code.startsWith('08')) return ['refused', 'server_worker_lost'];
  const [state] = Object.keys(STATES)
    .filter((each) => code.startsWith(each))
    .sort((left, right) => right.length - left.length);
  return (state === undefined ? undefined : STATES[state]) ?? ['refused', 'server_refused'];
}
