// A PostgreSQL of the test's own: made with initdb, started on loopback as an ordinary user, gone after the test.
import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';

export interface ClusterOptions {
  /** More arguments of initdb. */
  readonly initdb?: readonly string[];
  /** Lines of postgresql.conf. */
  readonly settings?: readonly string[];
  /** How logins over loopback are let in; `trust` by default. */
  readonly hba?: readonly string[];
  /** Files put next to the data, readable by the server alone: name and content. */
  readonly files?: Readonly<Record<string, string>>;
  /** How far the server's clock is off, as libfaketime has it: `-20y`. */
  readonly clock?: string;
}

/** libfaketime of Debian, which a server's clock is put wrong with; undefined where it is not installed. */
export function fakeTime(): string | undefined {
  const all = '/usr/lib';
  return readdirSync(all)
    .map((name) => join(all, name, 'faketime', 'libfaketimeMT.so.1'))
    .find((file) => existsSync(file));
}

export interface Cluster {
  readonly port: number;
  readonly folder: string;
  /** The address of a database, as a user. */
  url(database: string, user?: string): string;
  /** A client of the superuser; ended with the cluster. */
  client(database?: string): Promise<Client>;
  /** Makes a database, as a copy of another where one is named. */
  create(database: string, template?: string): Promise<void>;
  stop(): void;
}

/** The folder of PostgreSQL's programs: those of the PATH, else the newest that Debian has installed. */
function programs(): string {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')));
  if (onPath !== undefined) return onPath;
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian)
    ? readdirSync(debian)
        .map(Number)
        .sort((left, right) => right - left)
    : [];
  const found = versions
    .map((version) => join(debian, String(version), 'bin'))
    .find((folder) => existsSync(join(folder, 'initdb')));
  if (found === undefined)
    throw new Error(
      'COULD NOT RUN: no PostgreSQL here (no initdb on PATH or below /usr/lib/postgresql). Install it: apt-get install postgresql',
    );
  return found;
}

/** Whether the programs have Citus: `pg_config` says where extensions lie. */
export function citusHere(): boolean {
  const config = join(programs(), 'pg_config');
  if (!existsSync(config)) return false;
  const shared = execFileSync(config, ['--sharedir'], { encoding: 'utf8' }).trim();
  return existsSync(join(shared, 'extension', 'citus.control'));
}

/** Who runs the server: PostgreSQL refuses root. */
function runner(): { readonly uid: number; readonly gid: number } | null {
  if (userInfo().uid !== 0) return null;
  const ids = (name: string, flag: string): number =>
    Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
  return { uid: ids('nobody', '-u'), gid: ids('nobody', '-g') };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Makes and starts a cluster. Nothing of it is synced: it need not outlive the machine. */
export async function startCluster(options: ClusterOptions = {}): Promise<Cluster> {
  const bin = programs();
  const folder = mkdtempSync(join(tmpdir(), 'yanquan-pg-'));
  const as = runner();
  if (as !== null) chownSync(folder, as.uid, as.gid);
  const run = promisify(execFile);
  /** @param before the words before the program, as its own user runs it */
  const command = (name: string, args: readonly string[], before: readonly string[] = []) => {
    const [program = '', ...rest] = [...before, join(bin, name), ...args];
    const env = { ...process.env, LC_ALL: 'C.UTF-8', TZ: 'UTC' };
    if (as === null) return run(program, rest, { cwd: folder, env });
    const ids = [`--reuid=${as.uid}`, `--regid=${as.gid}`, '--clear-groups', '--'];
    return run('setpriv', [...ids, program, ...rest], { cwd: folder, env });
  };
  const data = join(folder, 'data');
  const port = await freePort();
  const locale = ['--locale=C.UTF-8', '--encoding=UTF8'];
  await command('initdb', [
    '-D',
    data,
    '-U',
    'postgres',
    '--auth=trust',
    '--no-sync',
    ...locale,
    ...(options.initdb ?? []),
  ]);
  for (const [name, content] of Object.entries(options.files ?? {})) {
    const file = join(data, name);
    writeFileSync(file, content);
    chmodSync(file, 0o600);
    if (as !== null) chownSync(file, as.uid, as.gid);
  }
  const own = [`port = ${port}`, "listen_addresses = '*'", `unix_socket_directories = '${folder}'`];
  const fast = ['fsync = off', 'synchronous_commit = off', 'full_page_writes = off', 'max_connections = 60'];
  writeFileSync(
    join(data, 'postgresql.auto.conf'),
    `${[...own, ...fast, ...(options.settings ?? [])].join('\n')}\n`,
  );
  const open = ['local all all trust', 'host all all 127.0.0.1/32 trust', 'host all all ::1/128 trust'];
  writeFileSync(join(data, 'pg_hba.conf'), `${(options.hba ?? open).join('\n')}\n`);
  const wrong = [`LD_PRELOAD=${fakeTime()}`, `FAKETIME=${options.clock}`, 'FAKETIME_DONT_FAKE_MONOTONIC=1'];
  const clock = options.clock === undefined ? [] : ['env', ...wrong];
  await command('pg_ctl', ['-D', data, '-w', '-l', join(data, 'log'), 'start'], clock);
  const clients: Client[] = [];
  const client = async (database = 'postgres'): Promise<Client> => {
    const made = new Client({ host: folder, port, database, user: 'postgres' });
    made.on('error', () => undefined);
    await made.connect();
    clients.push(made);
    return made;
  };
  const admin = await client();
  return {
    port,
    folder,
    client,
    url: (database, user) =>
      `postgresql://${user === undefined ? '' : `${user}@`}127.0.0.1:${port}/${database}`,
    create: async (database, template) => {
      await admin.query(
        `CREATE DATABASE ${database}${template === undefined ? '' : ` TEMPLATE ${template}`}`,
      );
    },
    stop: () => {
      for (const each of clients) void each.end().catch(() => undefined);
      const stopping = [join(bin, 'pg_ctl'), '-D', data, '-m', 'immediate', '-w', 'stop'];
      const [program = '', ...args] =
        as === null
          ? stopping
          : ['setpriv', `--reuid=${as.uid}`, `--regid=${as.gid}`, '--clear-groups', '--', ...stopping];
      execFileSync(program, args, { cwd: '/', stdio: 'ignore' });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
