// On a real Citus, where the PostgreSQL of the tests has one: a coordinator and workers, before and after, lost and moved.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { afterDemo, demoLedgerIn } from '../support/demo.ts';
import { run, runOk } from '../support/run.ts';
import { type Cluster, citusHere, startCluster } from './cluster.ts';
import { correctedLedger, everything } from './county.ts';

const here = citusHere();
if (!here) process.stderr.write('\nNOT RUN HERE: a real Citus: the PostgreSQL of the tests has none\n');

const SETTINGS = [
  "shared_preload_libraries = 'citus'",
  "citus.node_conninfo = 'sslmode=prefer'",
  'wal_level = logical',
];
/** Everybody but the superuser needs a password, on the workers too. */
const HBA = [
  'local all all trust',
  'host all postgres 127.0.0.1/32 trust',
  'host all all 127.0.0.1/32 scram-sha-256',
];
const OTHER = 'd'.repeat(32);

describe.skipIf(!here)('Citus', () => {
  const machines: Cluster[] = [];
  let folder = '';
  let ledger = '';
  let id = '';
  const [coordinator, worker] = [() => machines[0] as Cluster, () => machines[1] as Cluster];

  const sql = async (cluster: Cluster, database: string, text: string) => {
    const client = await cluster.client(database);
    try {
      const { rows } = await client.query(text);
      return rows as Record<string, unknown>[];
    } finally {
      await client.end();
    }
  };
  const url = (database: string, user?: string) => coordinator().url(database, user);
  const init = (database: string) => run(['publish', 'init', url(database, 'postgres')]);
  const publish = (database: string, own = ledger) =>
    run(['publish', url(database), '--scope', 'standings', '--ledger', own], {
      ...afterDemo,
      env: { PGPASSWORD: 'township' },
    });
  const verify = (database: string, own = ledger) =>
    run(['publish', 'verify', url(database), '--ledger', own], {
      ...afterDemo,
      env: { PGPASSWORD: 'township' },
    });
  const overview = (database: string, user: string) =>
    run(['overview', url(database, user), '--format', 'json'], { env: { PGPASSWORD: user } });
  const asUser = (user: string, text: string) =>
    `SET SESSION AUTHORIZATION ${user}; SET client_min_messages TO error; ${text}`;

  const addNode = async (database: string, node: Cluster) => {
    await sql(
      coordinator(),
      database,
      `SELECT citus_set_coordinator_host('127.0.0.1', ${coordinator().port})`,
    );
    await sql(coordinator(), database, `SELECT citus_add_node('127.0.0.1', ${node.port})`);
  };
  const makeCitus = async (database: string, nodes: readonly Cluster[] = machines.slice(0, 3)) => {
    for (const each of nodes) await sql(each, database, 'CREATE EXTENSION citus');
    for (const each of nodes.slice(1)) await addNode(database, each);
  };
  const create = async (database: string) => {
    for (const each of machines) await each.create(database);
  };
  const addTownship = (database: string, ledgerId: string, name: string) =>
    runOk([
      ...['publish', 'add-township', url(database, 'postgres'), '--ledger-id', ledgerId],
      ...['--township', name, '--county', '德江县'],
    ]);
  /** The passwords by which the coordinator logs in to the workers. */
  const letIn = (database: string, ...logins: readonly (readonly [name: string, password: string])[]) =>
    sql(
      coordinator(),
      database,
      logins
        .map(
          ([name, password]) => `INSERT INTO pg_dist_authinfo VALUES (0, '${name}', 'password=${password}')`,
        )
        .join(';'),
    );
  const roles = () =>
    [`yanquan_${id}`, 'office', 'names'].map(
      (name, at) => [name, ['township', 'office', 'names'][at] ?? ''] as const,
    );

  /** That everybody can do what they may, and nothing else. */
  async function expectAllWell(database: string): Promise<void> {
    expect(await verify(database)).toMatchObject({ code: 0 });
    for (const user of ['postgres', 'office', 'names'])
      expect(JSON.parse((await overview(database, user)).stdout)).toEqual(
        expect.arrayContaining([expect.objectContaining({ township: '桶井乡', rounds: 2, talks_owed: 15 })]),
      );
    const lines = await runLines(database, 'names');
    expect(lines).toBeGreaterThan(40);
    await expect(runLines(database, 'office')).rejects.toMatchObject({ code: '42501' });
    await expect(
      sql(coordinator(), database, asUser('names', 'DELETE FROM yanquan.standings')),
    ).rejects.toMatchObject({ code: '42501' });
  }
  const runLines = async (database: string, user: string): Promise<number> => {
    const client = await coordinator().client(database);
    try {
      await client.query(asUser(user, ''));
      return (await client.query('SELECT FROM yanquan.county_standings')).rowCount ?? 0;
    } finally {
      await client.end();
    }
  };

  beforeAll(async () => {
    for (let each = 0; each < 4; each += 1)
      machines.push(await startCluster({ settings: SETTINGS, hba: HBA }));
    folder = mkdtempSync(join(tmpdir(), 'yanquan-citus-'));
    ledger = await demoLedgerIn(folder);
    id = (await runOk(['publish', 'id', '--ledger', ledger])).stdout.trim();
  }, 600_000);
  afterAll(() => {
    for (const each of machines) each.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('that comes later: tables, rights and logins with their passwords are brought to the workers', async () => {
    await create('later');
    expect(await init('later')).toMatchObject({ code: 0, stderr: expect.stringContaining('No Citus') });
    await addTownship('later', id, '桶井乡');
    await sql(
      coordinator(),
      'later',
      `CREATE ROLE office LOGIN PASSWORD 'office' IN ROLE yanquan_reader;
       CREATE ROLE names LOGIN PASSWORD 'names' IN ROLE yanquan_reader_standings;
       ALTER ROLE yanquan_${id} PASSWORD 'township'`,
    );
    expect(await publish('later')).toMatchObject({ code: 0 });
    await makeCitus('later');
    expect(await init('later')).toMatchObject({ code: 0, stderr: expect.stringContaining('Citus is there') });
    const shut = await verify('later');
    expect(shut).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('pg_dist_authinfo') });
    await letIn('later', ...roles());
    await expectAllWell('later');
    // A password that is changed is brought by the next init.
    await sql(coordinator(), 'later', "ALTER ROLE office PASSWORD 'other'");
    expect((await init('later')).code).toBe(0);
    const stored = "SELECT rolpassword FROM pg_authid WHERE rolname = 'office'";
    expect(await sql(worker(), 'later', stored)).toEqual(await sql(coordinator(), 'later', stored));
    await sql(coordinator(), 'later', "ALTER ROLE office PASSWORD 'office'");
    expect((await init('later')).code).toBe(0);
  });

  test('that is there first: published, corrected, and a second township adds to its own ledger alone', async () => {
    await create('first');
    await makeCitus('first');
    expect(await init('first')).toMatchObject({ code: 0 });
    expect(await init('first')).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('nothing changed'),
    });
    await addTownship('first', id, '桶井乡');
    await addTownship('first', OTHER, '长堡乡');
    await letIn('first', ...roles());
    expect(await publish('first')).toMatchObject({ code: 0 });
    expect(await publish('first')).toMatchObject({ stderr: expect.stringContaining('nothing changed') });
    await expectAllWell('first');
    await sql(coordinator(), 'first', `ALTER ROLE yanquan_${OTHER} PASSWORD 'other'`);
    await letIn('first', [`yanquan_${OTHER}`, 'other']);
    const add = (to: string) =>
      sql(
        coordinator(),
        'first',
        asUser(
          `yanquan_${OTHER}`,
          `INSERT INTO yanquan.rounds VALUES ('${to}', 9, '2018-12-31', repeat('a', 64), 1, 'p', ${'0,'.repeat(11)}0)
           RETURNING round_no`,
        ),
      );
    await add(OTHER);
    await expect(add(id)).rejects.toMatchObject({ code: '42501' });
    const corrected = await correctedLedger(ledger);
    expect(await publish('first', corrected)).toMatchObject({ code: 0 });
    expect(await verify('first', corrected)).toMatchObject({ code: 0 });
    expect((await everything(coordinator(), 'first')).editions?.length).toBe(3);
  });

  test('whose shards are moved to a third worker goes on', async () => {
    const third = machines[3] as Cluster;
    await sql(third, 'later', 'CREATE EXTENSION citus');
    await addNode('later', third);
    expect((await init('later')).code).toBe(0);
    await sql(coordinator(), 'later', "SELECT rebalance_table_shards('yanquan.registrations')");
    const [on] = await sql(
      coordinator(),
      'later',
      `SELECT count(*)::int AS shards FROM citus_shards WHERE nodeport = ${third.port}`,
    );
    expect(on?.shards).toBeGreaterThan(0);
    await expectAllWell('later');
    await addTownship('later', OTHER, '长堡乡');
  });

  test('with a wrong password, and with a worker that is gone, tells who must be asked', async () => {
    await sql(
      coordinator(),
      'first',
      "UPDATE pg_dist_authinfo SET authinfo = 'password=wrong' WHERE rolename = 'office'",
    );
    const wrong = await overview('first', 'office');
    expect(wrong).toMatchObject({ code: 1, stderr: expect.stringMatching(/worker.*08006.*coordinator/) });
    const gone = machines.splice(2, 1)[0] as Cluster;
    gone.stop();
    // All ledgers are read, so that those of the worker are among them.
    const lost = await overview('first', 'names');
    expect(lost).toMatchObject({ code: 1, stderr: expect.stringMatching(/worker.*08.*coordinator/) });
    expect(await init('first')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining(`127.0.0.1:${gone.port}`),
    });
  });
});
