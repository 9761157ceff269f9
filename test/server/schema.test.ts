// The schema on the server: made once whoever asks how often, laid out as Citus asks, refused when it is another one.
import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { serverMigrations } from '../../src/server/migrations/registry.ts';
import { run, runOk } from '../support/run.ts';
import { county } from './county.ts';
import { STAND_IN, WORKERS } from './stand-in.ts';

const at = county();
const init = (database: string) => run(['publish', 'init', at.cluster.url(database, 'postgres')]);

async function withClient<T>(database: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await at.cluster.client(database);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

describe('setting up', () => {
  test('four at once make it once; again changes nothing', async () => {
    await at.cluster.create('several');
    const came = await Promise.all([1, 2, 3, 4].map(() => init('several')));
    expect(came.map((each) => each.code)).toEqual([0, 0, 0, 0]);
    expect(came.filter((each) => each.stderr.includes('5 new steps')).length).toBe(1);
    const state = () =>
      withClient(
        'several',
        async (client) => (await client.query('SELECT * FROM yanquan.migrations ORDER BY 1')).rows,
      );
    const before = await state();
    expect(before.map((each) => each.name)).toEqual([
      '0001-tables',
      '0002-guards',
      '0003-rights',
      '0004-views',
      '0005-readers',
    ]);
    expect(await init('several')).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('nothing changed'),
    });
    expect(await state()).toEqual(before);
  });

  test('goes on from an older version with its rows, and an older one is refused until then', async () => {
    const database = 'older';
    await at.cluster.create(database);
    await withClient(database, async (client) => {
      await client.query(`CREATE SCHEMA yanquan; CREATE TABLE yanquan.migrations (version integer PRIMARY KEY,
        name text NOT NULL, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())`);
      for (const [place, { name, sql }] of serverMigrations.slice(0, 4).entries()) {
        await client.query(sql);
        const sha256 = createHash('sha256').update(sql).digest('hex');
        await client.query('INSERT INTO yanquan.migrations VALUES ($1, $2, $3)', [place + 1, name, sha256]);
      }
      const [key, figures] = [`'${at.id}', 7`, '0,0,0,0,0,0,0,0,0,0,0,0'];
      await client.query(`INSERT INTO yanquan.registrations VALUES ('${at.id}', 1, '德江县', '桶井乡');
        INSERT INTO yanquan.rounds VALUES (${key}, '2018-09-12', repeat('a', 64), 1, 'p', ${figures});
        INSERT INTO yanquan.editions VALUES (${key}, 0, repeat('b', 64), 1, 0, 0, 0, 0, 0, 0);
        INSERT INTO yanquan.standings VALUES (${key}, 0, 1, 'C1', '甲', 'staff', '', '', 0, 0, 0, 0, 0, 0, 'none', '', false,
          false, '', 'outside', 0, false, 'none', false, false, '', '')`);
    });
    const early = await at.publish(database);
    expect(early).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/version 4, this program needs 5/),
    });
    expect(await init(database)).toMatchObject({ code: 0, stderr: expect.stringContaining('1 new step') });
    await withClient(database, async (client) => {
      const { rows } = await client.query(
        'SELECT cadre_no, raised_by, late_pending FROM yanquan.county_standings',
      );
      expect(rows).toEqual([{ cadre_no: 'C1', raised_by: '', late_pending: 0 }]);
    });
    expect(await at.publish(database)).toMatchObject({ code: 1, stderr: expect.stringContaining('Round 7') });
  });

  test('a newer schema, and one that another program made, are refused by name', async () => {
    const database = await at.fresh();
    await withClient(database, (client) =>
      client.query("INSERT INTO yanquan.migrations VALUES (6, '0006-later', repeat('a', 64))"),
    );
    const newer = [
      await init(database),
      await at.publish(database),
      await run(['overview', at.cluster.url(database, 'postgres')]),
    ];
    for (const ran of newer)
      expect(ran).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('version 6, this program knows up to 5'),
      });
    const changed = await at.fresh();
    await withClient(changed, (client) =>
      client.query("UPDATE yanquan.migrations SET sha256 = repeat('b', 64) WHERE version = 2"),
    );
    for (const ran of [await init(changed), await at.publish(changed)])
      expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining('Step 2') });
  });

  test('registering twice changes nothing, another name is added beside the first', async () => {
    const database = await at.fresh();
    const add = (id: string, name: string) =>
      run([
        'publish',
        'add-township',
        at.cluster.url(database, 'postgres'),
        '--ledger-id',
        id,
        '--township',
        name,
        '--county',
        '德江县',
      ]);
    expect(await add(at.id.toUpperCase(), '桶井乡')).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('nothing changed'),
    });
    expect(await add(at.id, '桶井土家族乡')).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('Now named'),
    });
    expect(await add('not-an-id', '桶井乡')).toMatchObject({ code: 2, stdout: '' });
    const told = await runOk(['overview', at.cluster.url(database, 'postgres'), '--format', 'json']);
    expect(JSON.parse(told.stdout)).toEqual([
      expect.objectContaining({ township: '桶井土家族乡', rounds: 0, due: '' }),
    ]);
    const none = await run(['overview', at.cluster.url(database, 'postgres'), '--county', '思南县']);
    expect(none).toMatchObject({ code: 1, stderr: expect.stringContaining('德江县') });
  });
});

describe('the layout', () => {
  test('every key begins with ledger_id, foreign keys lead from it to it, and policies look nothing up', async () => {
    await withClient('yanquan', async (client) => {
      const { rows: keys } =
        await client.query(`SELECT i.indrelid::regclass::text AS table, a.attname AS first
        FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
        JOIN pg_class c ON c.oid = i.indrelid WHERE c.relnamespace = 'yanquan'::regnamespace
        AND c.relname <> 'migrations'`);
      expect(keys.length).toBeGreaterThan(5);
      expect(keys.filter((each) => each.first !== 'ledger_id')).toEqual([]);
      const { rows: foreign } = await client.query(`SELECT a.attname AS from, b.attname AS to
        FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
        JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = k.confkey[1]
        WHERE k.contype = 'f' AND k.connamespace = 'yanquan'::regnamespace`);
      expect(foreign).toEqual(Array.from({ length: 5 }, () => ({ from: 'ledger_id', to: 'ledger_id' })));
      const { rows: policies } = await client.query(
        "SELECT qual, with_check FROM pg_policies WHERE schemaname = 'yanquan'",
      );
      expect(policies.length).toBe(14);
      for (const { qual, with_check } of policies) expect(`${qual} ${with_check}`).not.toMatch(/select/i);
    });
  });
});

describe('with Citus, by a stand-in', () => {
  const spread = (database: string) =>
    withClient(database, async (client) => {
      const { rows } = await client.query('SELECT logicalrelid::text AS t, beside FROM pg_dist_partition');
      return rows.map(({ t, beside }) => `${t} ${beside}`);
    });
  const all = [
    ...['registrations', 'rounds', 'finding_figures', 'editions', 'people_figures', 'standings'],
    'after_closing',
  ];
  const expected = all.map((t, place) => `yanquan.${t} ${place === 0 ? 'none' : 'yanquan.registrations'}`);

  beforeAll(async () => {
    await at.cluster.create('clustered');
    await withClient('clustered', (client) => client.query(STAND_IN));
  });

  test('the tables are spread by ledger_id, side by side, once', async () => {
    expect(await init('clustered')).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('Citus is there'),
    });
    expect(await spread('clustered')).toEqual(expected);
    expect((await init('clustered')).code).toBe(0);
    expect(await spread('clustered')).toEqual(expected);
  });

  test('tables of a server that had no Citus are spread when it has', async () => {
    const database = await at.fresh();
    await withClient(database, (client) => client.query(STAND_IN));
    await withClient(database, (client) =>
      client.query(
        "SELECT set_config('citus.enable_unsafe_triggers', 'on', false), create_distributed_table('yanquan.registrations', 'ledger_id', 'none')",
      ),
    );
    expect(await init(database)).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('nothing changed'),
    });
    expect(await spread(database)).toEqual(expected);
    expect((await at.publish(database)).code).toBe(0);
  });

  test('readers see their views, which run as the caller there, and lines only who may read names', async () => {
    const database = await at.fresh();
    await withClient(database, (client) => client.query(STAND_IN));
    await runOk(['publish', 'init', at.cluster.url(database, 'postgres')]);
    expect((await at.publish(database, '--scope', 'standings')).code).toBe(0);
    await withClient(database, async (client) => {
      await client.query(`CREATE ROLE of_figures LOGIN IN ROLE yanquan_reader;
        CREATE ROLE of_lines LOGIN IN ROLE yanquan_reader_standings`);
      const { rows } = await client.query(
        "SELECT relname, reloptions FROM pg_class WHERE relnamespace = 'yanquan'::regnamespace AND relkind = 'v'",
      );
      expect(rows.length).toBe(7);
      for (const { reloptions } of rows) expect(reloptions).toEqual(['security_invoker=on']);
      await client.query('SET SESSION AUTHORIZATION of_lines');
      const lines = await client.query('SELECT FROM yanquan.county_standings');
      expect(lines.rowCount).toBeGreaterThan(40);
    });
    const seen = await runOk(['overview', at.cluster.url(database, 'of_figures'), '--format', 'json']);
    expect(JSON.parse(seen.stdout)).toEqual([expect.objectContaining({ rounds: 2 })]);
  });

  describe('that came later', () => {
    const missing = (database: string) =>
      withClient(database, async (client) =>
        (await client.query('SELECT rolname FROM stand_in_missing')).rows.map((each) => each.rolname),
      );

    test('logins made before are brought to the workers, with their passwords', async () => {
      const database = await at.fresh();
      await withClient(database, async (client) => {
        await client.query(`CREATE ROLE "of O'Neill" LOGIN PASSWORD 'p' IN ROLE yanquan_reader;
          CREATE ROLE stranger LOGIN`);
        await client.query(STAND_IN);
      });
      expect(await missing(database)).toContain("of O'Neill");
      expect((await init(database)).code).toBe(0);
      const left = await missing(database);
      expect(left).toContain('stranger');
      for (const name of ["of O'Neill", `yanquan_${at.id}`, 'yanquan_reader'])
        expect(left).not.toContain(name);
      await withClient(database, async (client) => {
        const [{ rows: commands }, { rows: passwords }] = [
          await client.query('SELECT command FROM stand_in_commands'),
          await client.query(`SELECT rolpassword FROM pg_authid WHERE rolname = 'of O''Neill'`),
        ];
        expect(commands[0].command).toContain(passwords[0].rolpassword);
        expect(commands[0].command).toContain(`GRANT yanquan_township TO yanquan_${at.id};`);
      });
    });

    test('a worker that is away, and a login that is no superuser, are refused by name', async () => {
      const database = await at.fresh();
      await withClient(database, async (client) => {
        await client.query(STAND_IN);
        await client.query("UPDATE pg_catalog.stand_in_workers SET away = true WHERE nodename = 'worker-2'");
        await client.query('CREATE ROLE lowly LOGIN');
      });
      const away = await init(database);
      expect(away).toMatchObject({ code: 1, stderr: expect.stringContaining(WORKERS[1]) });
      expect(away.stderr).not.toContain(WORKERS[0]);
      expect(await spread(database)).toEqual([]);
      expect(await run(['publish', 'init', at.cluster.url(database, 'lowly')])).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('superuser'),
      });
    });
  });

  test('a worker that is lost is not called a lost connection, and nobody is told to run it again', async () => {
    const database = await at.fresh();
    // What Citus says in such a case, with the same state.
    await withClient(database, (client) =>
      client.query(`CREATE FUNCTION lost() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
          RAISE 'connection to the remote node failed' USING ERRCODE = '08006'; END $$;
        CREATE TRIGGER lost BEFORE INSERT ON yanquan.editions FOR EACH ROW EXECUTE FUNCTION lost()`),
    );
    const ran = await at.publish(database);
    expect(ran).toMatchObject({ code: 1, stdout: '' });
    expect(ran.stderr).toMatch(/worker.*\(08006\).*log of the coordinator/);
    const { rows } = await withClient(database, (client) => client.query('SELECT FROM yanquan.rounds'));
    expect(rows).toEqual([]);
  });
});
