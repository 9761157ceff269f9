// The way in: passwords from where they may come from and never shown again; certificates verified in full.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtProgram, runBuilt } from '../support/built.ts';
import { put, temporaryFolder } from '../support/folder.ts';
import { run, runOk } from '../support/run.ts';
import { makeAuthority, makeCertificate } from './certificates.ts';
import { county } from './county.ts';

const SECRET = 'gehe1m-秘密';
const folder = mkdtempSync(join(tmpdir(), 'yanquan-ca-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const authority = makeAuthority(folder, 'authority');
const other = makeAuthority(folder, 'other');
const { key, certificate } = makeCertificate(folder, 'authority', 'localhost');

const at = county({
  settings: ['ssl = on'],
  files: { 'server.key': key, 'server.crt': certificate },
  // The administrator comes in without a password, a township does not.
  hba: [
    'local all all trust',
    'host all postgres 127.0.0.1/32 trust',
    'host all all 127.0.0.1/32 scram-sha-256',
    'host all all ::1/128 scram-sha-256',
    'hostssl all all all scram-sha-256',
  ],
});

beforeAll(async () => {
  const admin = await at.cluster.client();
  await admin.query(`ALTER ROLE yanquan_${at.id} PASSWORD '${SECRET}'`);
  await admin.end();
});

/** Neither what is said nor any file next to the ledger contains the password. */
function expectSilent(...told: readonly string[]): void {
  for (const text of told) expect(text).not.toContain(SECRET);
}

describe('a password', () => {
  const args = () => ['publish', 'verify', at.cluster.url('yanquan'), '--ledger', at.ledger];

  test('comes from PGPASSWORD', async () => {
    const ran = await run(args(), { env: { PGPASSWORD: SECRET } });
    expect(ran.code).toBe(3);
    expect(ran.stdout).toContain('missing there');
    expectSilent(ran.stdout, ran.stderr);
  });

  test('comes from the pass file, unless others may read that', async () => {
    const line = `127.0.0.1:${at.cluster.port}:yanquan:yanquan_${at.id}:${SECRET}\n`;
    const passFile = put(temporaryFolder(), 'pass', `# county\n${line}`);
    chmodSync(passFile, 0o600);
    const ran = await runBuilt(args(), { PGPASSFILE: passFile });
    expect(ran).toMatchObject({ code: 3, stdout: expect.stringContaining('missing there') });
    chmodSync(passFile, 0o644);
    const open = await runBuilt(args(), { PGPASSFILE: passFile });
    expect(open).toMatchObject({ code: 1, stderr: expect.stringContaining('asks for the password of') });
    expectSilent(ran.stdout, ran.stderr, open.stdout, open.stderr);
  });

  test('is asked for at a terminal, and what is typed is not shown', async () => {
    const command = [process.execPath, await builtProgram(), ...args()].map((each) => `'${each}'`).join(' ');
    const log = join(temporaryFolder(), 'typescript');
    const terminal = spawn('script', ['-qefc', command, log], {
      env: { ...process.env, YANQUAN_LANG: 'en', PGPASSFILE: '/nowhere', TERM: 'dumb' },
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let shown = '';
    let typed = false;
    terminal.stdout.on('data', (chunk: Buffer) => {
      shown += chunk.toString('utf8');
      if (typed || !shown.includes('/yanquan: ')) return;
      typed = true;
      terminal.stdin.write(`${SECRET}\r`);
    });
    const code = await new Promise((resolve, reject) => {
      terminal.on('error', reject);
      terminal.on('close', resolve);
    });
    expect(shown).toContain(`Password of yanquan_${at.id} on 127.0.0.1:${at.cluster.port}/yanquan:`);
    expect(shown).toContain('missing there');
    expect(code).toBe(3);
    expectSilent(shown, readFileSync(log, 'utf8'));
  });

  test('in the address is refused before anything else, in both languages, and not repeated', async () => {
    for (const lang of ['zh', 'en'])
      for (const url of [
        `postgresql://postgres:${encodeURIComponent(SECRET)}@127.0.0.1/yanquan`,
        `postgresql://127.0.0.1/yanquan?password=${SECRET}`,
        `postgresql://postgres:${SECRET}@nowhere.invalid/yanquan`,
      ])
        for (const words of [['publish'], ['publish', 'verify'], ['publish', 'init'], ['overview']]) {
          const ran = await run([...words, url, '--lang', lang, '--ledger', '/nowhere/yanquan.db']);
          expect(ran).toMatchObject({ code: 2, stdout: '' });
          expect(ran.stderr).toContain('PGPASSWORD');
          expectSilent(ran.stderr, decodeURIComponent(ran.stderr));
        }
  });

  test('that is wrong, or missing, is refused without a trace of it', async () => {
    const wrong = await run(args(), { env: { PGPASSWORD: `${SECRET}x` } });
    expect(wrong).toMatchObject({ code: 1, stderr: expect.stringContaining('28P01') });
    const missing = await runBuilt(args(), { PGPASSFILE: '/nowhere' });
    expect(missing).toMatchObject({ code: 1, stderr: expect.stringContaining('at a terminal') });
    expectSilent(wrong.stderr, missing.stderr);
  });

  test('is in no log of the server, and in no file beside the ledger', async () => {
    const data = join(at.cluster.folder, 'data');
    const log = readFileSync(join(data, 'log'), 'utf8');
    expectSilent(log);
    const beside = join(at.ledger, '..');
    for (const name of readdirSync(beside)) expectSilent(readFileSync(join(beside, name), 'latin1'));
  });
});

describe('a certificate', () => {
  const verify = (host: string, env: Record<string, string>, more = '?sslmode=verify-full') =>
    run(
      ['publish', 'verify', `postgresql://${host}:${at.cluster.port}/yanquan${more}`, '--ledger', at.ledger],
      { env: { PGPASSWORD: SECRET, ...env } },
    );

  test('of an authority of one`s own is taken when it is for that host', async () => {
    const ran = await verify('localhost', { PGSSLROOTCERT: authority });
    expect(ran).toMatchObject({ code: 3, stdout: expect.stringContaining('missing there') });
    const named = await verify('localhost', {}, `?sslmode=verify-full&sslrootcert=${authority}`);
    expect(named.code).toBe(3);
  });

  test('for another host is refused', async () => {
    const ran = await verify('127.0.0.1', { PGSSLROOTCERT: authority });
    expect(ran).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('ERR_TLS_CERT_ALTNAME_INVALID'),
    });
  });

  test('of an unknown authority is refused', async () => {
    for (const env of [{ PGSSLROOTCERT: other }, {}]) {
      const ran = await verify('localhost', env as Record<string, string>);
      expect(ran).toMatchObject({ code: 1, stdout: '' });
      expect(ran.stderr).toMatch(/does not hold \((?:UNABLE_TO|SELF_SIGNED|DEPTH_ZERO)/);
    }
  });

  test('is always asked for away from this machine, whatever the environment says', async () => {
    const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
    const away = addresses.find((each) => !each.internal && each.family === 'IPv4')?.address;
    if (away === undefined) throw new Error('COULD NOT RUN: this machine has no address but loopback');
    for (const env of [{}, { PGSSLMODE: 'disable' }, { PGSSLMODE: 'require' }]) {
      const ran = await verify(away, { PGSSLROOTCERT: authority, ...env }, '');
      expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining('ERR_TLS_CERT_ALTNAME_INVALID') });
    }
    expect(await verify('localhost', {}, '?sslmode=disable')).toMatchObject({ code: 2 });
    const admin = await at.cluster.client();
    await admin.query('ALTER SYSTEM SET ssl TO off');
    await admin.query('SELECT pg_reload_conf()');
    await new Promise((resolve) => setTimeout(resolve, 500));
    const plain = await verify(away, {}, '');
    expect(plain).toMatchObject({ code: 1, stderr: expect.stringContaining('offers no encryption') });
    await admin.query('ALTER SYSTEM RESET ssl');
    await admin.query('ALTER SYSTEM SET ssl TO on');
    await admin.query('SELECT pg_reload_conf()');
    await admin.end();
  });
});

test('a server that is not there is told to be tried again', async () => {
  const ran = await run(['publish', 'verify', 'postgresql://127.0.0.1:1/yanquan', '--ledger', at.ledger]);
  expect(ran).toMatchObject({ code: 75, stdout: '', stderr: expect.stringContaining('ECONNREFUSED') });
  const unknown = await run(['overview', 'postgresql://nowhere.invalid/yanquan']);
  expect([1, 75]).toContain(unknown.code);
  const missing = await runOk(['publish', 'id', '--ledger', at.ledger]);
  expect(missing.stdout.trim()).toBe(at.id);
  const database = await run(['publish', 'init', at.cluster.url('no_such', 'postgres')]);
  expect(database).toMatchObject({ code: 1, stderr: expect.stringContaining('createdb') });
});
