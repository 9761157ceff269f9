// Publishing without a server: what is missing is told from digests, addresses are read, errors mean what they mean.
import { describe, expect, test } from 'vitest';
import { Failure } from '../../../src/domain/problem.ts';
import type { PublishedEdition, RoundThere } from '../../../src/domain/publication.ts';
import { ledgerIdOf, publishedLines, publishedRound } from '../../../src/jobs/publish/publication.ts';
import { missingOf, refuseFork } from '../../../src/jobs/publish/publish-plan.ts';
import { openForReading } from '../../../src/ledger/file/open.ts';
import { nameOf, readAddress } from '../../../src/server/address.ts';
import { distributing } from '../../../src/server/distribute.ts';
import { asServerFailure } from '../../../src/server/server-failure.ts';
import { demo } from '../../support/demo.ts';

const edition = (digest: string): PublishedEdition => ({ round: 1, edition: 0, digest, lines: [] });
const there = (...editions: readonly (readonly [string, boolean])[]): RoundThere => ({
  round: 1,
  digest: 'd',
  editions: editions.map(([digest, withLines]) => ({ digest, withLines })),
});
const told = (missing: ReturnType<typeof missingOf>) => ({
  what: missing.what,
  editions: missing.editions.map((each) => [each.edition, each.digest]),
  lines: missing.lines.map((each) => [each.edition, each.digest]),
});

describe('what is missing', () => {
  const plain = { closed: edition('a'), now: edition('a') };
  const corrected = { closed: edition('a'), now: edition('b') };

  test.each([
    ['a round', plain, undefined, 'figures', 'added', [[0, 'a']], []],
    ['a round with lines', plain, undefined, 'standings', 'added', [[0, 'a']], [[0, 'a']]],
    [
      'a corrected round',
      corrected,
      undefined,
      'standings',
      'added',
      [
        [0, 'a'],
        [1, 'b'],
      ],
      [
        [0, 'a'],
        [1, 'b'],
      ],
    ],
    ['nothing', plain, there(['a', false]), 'figures', 'unchanged', [], []],
    ['nothing, lines there', plain, there(['a', true]), 'standings', 'unchanged', [], []],
    ['the lines', plain, there(['a', false]), 'standings', 'lines', [], [[0, 'a']]],
    ['a correction', corrected, there(['a', false]), 'figures', 'corrected', [[1, 'b']], []],
    [
      'a correction and lines',
      corrected,
      there(['a', false]),
      'standings',
      'corrected',
      [[1, 'b']],
      [
        [0, 'a'],
        [1, 'b'],
      ],
    ],
    [
      'a second correction',
      corrected,
      there(['a', true], ['x', true]),
      'figures',
      'corrected',
      [[2, 'b']],
      [],
    ],
    [
      'a correction taken back',
      plain,
      there(['a', true], ['b', true]),
      'standings',
      'corrected',
      [[2, 'a']],
      [[2, 'a']],
    ],
    [
      'lines that nobody has any more stay out',
      corrected,
      there(['a', true], ['x', false], ['b', true]),
      'standings',
      'unchanged',
      [],
      [],
    ],
  ] as const)('%s', (_, own, known, scope, what, editions, lines) => {
    expect(told(missingOf(own, known, scope))).toEqual({ what, editions, lines });
  });
});

describe('a fork', () => {
  const refused = (here: string[], known: string[]): string[] => {
    const rounds = (digests: readonly string[]) => digests.map((digest, at) => ({ round: at + 1, digest }));
    try {
      refuseFork(rounds(here), rounds(known), 's');
      return [];
    } catch (error) {
      return (error as Failure).problems.map(
        ({ code, values }) => `${code} ${values.round} ${values.here ?? ''} ${values.there}`,
      );
    }
  };
  test('is each round with another digest, and each that is not closed here', () => {
    expect(refused(['a', 'b'], [])).toEqual([]);
    expect(refused(['a', 'b'], ['a'])).toEqual([]);
    expect(refused(['a', 'b'], ['x', 'b', 'c'])).toEqual(['publish_fork 1 a x', 'publish_behind 3  c']);
  });
});

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

test('a cluster spreads the tables that are not spread, the others beside the first', () => {
  const all = distributing(new Set());
  expect(all.length).toBe(6);
  expect(all[0]).toContain("'yanquan.registrations', 'ledger_id', colocate_with => 'none'");
  for (const sql of all.slice(1))
    expect(sql).toContain("'ledger_id', colocate_with => 'yanquan.registrations'");
  expect(distributing(new Set(['registrations', 'standings'])).join()).not.toMatch(
    /'yanquan\.(registrations|standings)', /,
  );
});

test('a ledger has an id of its own, and its rounds the same rows each time', async () => {
  const ledger = openForReading((await demo()).ledger);
  try {
    const db = ledger.connection;
    expect(ledgerIdOf(db)).toMatch(/^[0-9a-f]{32}$/);
    expect(db.get<{ hash: string }>('SELECT hash FROM journal WHERE seq = 1')?.hash.slice(0, 32)).toBe(
      ledgerIdOf(db),
    );
    expect(publishedRound(db, 1)).toEqual(publishedRound(db, 1));
    const { closed, now } = publishedLines(db, 2);
    expect(now.digest).toBe(closed.digest);
    expect(() => publishedRound(db, 3)).toThrow('round_not_closed');
  } finally {
    ledger.close();
  }
});
