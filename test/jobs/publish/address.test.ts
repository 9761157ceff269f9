// The way to a server without a server: addresses are read, and errors mean what they mean.
import { describe, expect, test } from 'vitest';
import { Failure } from '../../../src/domain/problem.ts';
import { nameOf, readAddress } from '../../../src/server/address.ts';
import { asServerFailure } from '../../../src/server/server-failure.ts';

describe('an address', () => {
  const read = (url: string, env: Record<string, string> = {}) => readAddress(url, env);
  const code = (url: string, env: Record<string, string> = {}): string => {
    try {
      read(url, env);
      return 'read';
    } catch (error) {
      return error instanceof Failure ? `${error.kind} ${error.problems[0]?.code}` : String(error);
    }
  };

  test('away from this machine is always verified in full', () => {
    const verified = { caFile: null };
    expect(read('postgresql://db.example/yanquan')).toEqual({
      host: 'db.example',
      port: 5432,
      database: 'yanquan',
      user: null,
      tls: verified,
    });
    for (const host of [
      '10.0.0.1',
      'localhost.example',
      '[2001:db8::1]',
      '127.0.0.1.example',
      '0.0.0.0',
      '128.0.0.1',
    ])
      for (const env of [{}, { PGSSLMODE: 'disable' }, { PGSSLMODE: 'prefer' }])
        expect(read(`postgres://u@${host}:1/d`, env as Record<string, string>)).toMatchObject({
          user: 'u',
          port: 1,
          tls: verified,
        });
    expect(read('postgresql://db/d', { PGSSLROOTCERT: 'ca', PGUSER: 'u' })).toMatchObject({
      user: 'u',
      tls: { caFile: 'ca' },
    });
  });

  test('of this machine need not be, unless asked', () => {
    for (const host of ['localhost', '127.0.0.1', '127.8.9.1', '[::1]'])
      expect(read(`postgresql://${host}/d`).tls).toBeNull();
    expect(read('postgresql:///d?host=/run/postgresql')).toMatchObject({
      host: '/run/postgresql',
      tls: null,
    });
    expect(read('postgresql://localhost/d?sslmode=verify-full').tls).toEqual({ caFile: null });
    expect(read('postgresql://localhost/d', { PGSSLMODE: 'verify-full' }).tls).toEqual({ caFile: null });
    expect(nameOf(read('postgresql://u@localhost/d'))).toBe('localhost:5432/d');
  });

  test.each([
    ['postgresql://u:p@localhost/d', 'usage server_url_password'],
    ['postgresql://localhost/d?password=p', 'usage server_url_password'],
    ['postgresql://localhost/d?sslmode=require', 'usage server_tls_always'],
    ['postgresql://localhost/d?options=-c', 'usage server_url_option'],
    ['postgresql://localhost', 'usage server_url_form'],
    ['postgresql://localhost/a/b', 'usage server_url_form'],
    ['postgresql:///d', 'usage server_url_form'],
    ['mysql://localhost/d', 'usage server_url_form'],
    ['localhost/d', 'usage server_url_form'],
    ['postgresql://%E0%A4%A/d', 'usage server_url_form'],
  ])('%s', (url, expected) => expect(code(url)).toBe(expected));
});

describe('an error', () => {
  const meaning = (error: object, connected: boolean): string => {
    const came = asServerFailure(Object.assign(new Error('value 甲一 is secret'), error), 's', connected);
    if (!(came instanceof Failure)) return 'bug';
    expect(JSON.stringify(came.problems)).not.toContain('secret');
    return `${came.kind} ${came.problems[0]?.code}`;
  };
  test.each([
    [{ code: 'ECONNREFUSED' }, false, 'again server_unreachable'],
    [{ code: 'ENOTFOUND' }, false, 'refused server_unknown_host'],
    [{ code: 'ECONNRESET' }, true, 'again server_lost'],
    [{ code: 'EPIPE' }, true, 'again server_lost'],
    [{ code: 'ERR_STREAM_PREMATURE_CLOSE' }, true, 'again server_lost'],
    [{ message: 'Connection terminated unexpectedly' }, true, 'again server_lost'],
    [{ message: 'timeout expired' }, false, 'again server_unreachable'],
    [{ message: 'The server does not support SSL connections' }, false, 'refused server_without_tls'],
    [{ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }, false, 'refused server_certificate'],
    [{ code: 'SELF_SIGNED_CERT_IN_CHAIN' }, false, 'refused server_certificate'],
    [{ code: '08P01' }, false, 'again server_unreachable'],
    [{ code: '08006' }, true, 'refused server_worker_lost'],
    [{ code: '08001' }, true, 'refused server_worker_lost'],
    [{ code: '28P01' }, false, 'refused server_login_refused'],
    [{ code: '3D000' }, false, 'refused server_database_missing'],
    [{ code: '57P01' }, true, 'again server_lost'],
    [{ code: '57P03' }, false, 'again server_busy'],
    [{ code: '40P01' }, true, 'again server_busy'],
    [{ code: '55P03' }, true, 'again server_busy'],
    [{ code: '23505' }, true, 'again server_busy'],
    [{ code: '53100' }, true, 'storage server_full'],
    [{ code: '53300' }, false, 'again server_busy'],
    [{ code: '42501' }, true, 'refused server_denied'],
    [{ code: '25006' }, true, 'refused server_refused'],
    [{}, true, 'bug'],
    [{ code: 'ERR_INVALID_ARG_TYPE' }, true, 'bug'],
  ])('%j, connected %j: %s', (error, connected, expected) =>
    expect(meaning(error, connected)).toBe(expected),
  );

  test('that is a failure already stays as it is', () => {
    const failure = new Failure('refused', []);
    expect(asServerFailure(failure, 's', true)).toBe(failure);
  });
});
