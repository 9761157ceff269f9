// The schema on the server: made once whoever asks how often, laid out as Citus asks, refused when it is another one.
import type { Client } from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { run, runOk } from '../support/run.ts';
import { county } from './county.ts';

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
    expect(came.filter((each) => each.stderr.includes('4 steps new')).length).toBe(1);
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
    ]);
    expect(await init('several')).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('nothing changed'),
    });
    expect(await state()).toEqual(before);
  });

  test('goes on from an older version, and an older one is refused until then', async () => {
    const database = await at.fresh();
    await withClient(database, async (client) => {
      await client.query(`DROP VIEW yanquan.county_townships, yanquan.county_rounds, yanquan.county_findings,
        yanquan.county_people, yanquan.county_circle, yanquan.county_standings; DELETE FROM yanquan.migrations WHERE version = 4`);
    });
    const early = await at.publish(database);
    expect(early).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/version 3, this program needs 4/),
    });
    expect(await init(database)).toMatchObject({ code: 0, stderr: expect.stringContaining('1 steps new') });
    expect((await at.publish(database)).code).toBe(0);
  });

  test('a newer schema, and one that another program made, are refused by name', async () => {
    const database = await at.fresh();
    await withClient(database, (client) =>
      client.query("INSERT INTO yanquan.migrations VALUES (5, '0005-later', repeat('a', 64))"),
    );
    const newer = [
      await init(database),
      await at.publish(database),
      await run(['overview', at.cluster.url(database, 'postgres')]),
    ];
    for (const ran of newer)
      expect(ran).toMatchObject({
        code: 1,
        stderr: expect.stringContaining('version 5, this program knows up to 4'),
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
      expect(foreign).toEqual(Array.from({ length: 4 }, () => ({ from: 'ledger_id', to: 'ledger_id' })));
      const { rows: policies } = await client.query(
        "SELECT qual, with_check FROM pg_policies WHERE schemaname = 'yanquan'",
      );
      expect(policies.length).toBe(6);
      for (const { qual, with_check } of policies) expect(`${qual} ${with_check}`).not.toMatch(/select/i);
    });
  });
});

/*
 * There is no Citus here. A stand-in is put in its place that writes down what it is asked and refuses what Citus refuses
 * (as its sources say): keys without the distribution column, foreign keys to tables that are not spread or lie elsewhere,
 * policies with subqueries, triggers without leave. It spreads nothing.
 */
const STAND_IN = `
SET allow_system_table_mods TO on;
INSERT INTO pg_extension VALUES (99999, 'citus', 10, 11, true, '12.1', NULL, NULL);
CREATE TABLE pg_catalog.pg_dist_partition (logicalrelid regclass, beside text);
CREATE FUNCTION pg_catalog.create_distributed_table(t regclass, c text, colocate_with text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('citus.enable_unsafe_triggers', true) IS DISTINCT FROM 'on' THEN RAISE 'has triggers'; END IF;
  IF EXISTS (SELECT FROM pg_index i WHERE i.indrelid = t AND i.indisunique AND NOT EXISTS (SELECT FROM pg_attribute a
    WHERE a.attrelid = t AND a.attname = c AND a.attnum = ANY (i.indkey::int2[]))) THEN RAISE 'a key without %', c; END IF;
  IF EXISTS (SELECT FROM pg_constraint k WHERE k.contype = 'f' AND k.conrelid = t
    AND k.confrelid NOT IN (SELECT logicalrelid FROM pg_dist_partition)) THEN RAISE 'refers to a local table'; END IF;
  IF colocate_with <> 'none' AND colocate_with::regclass NOT IN (SELECT logicalrelid FROM pg_dist_partition)
    THEN RAISE 'lies beside nothing'; END IF;
  IF EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = t AND pg_get_expr(p.polqual, t) ~* 'select')
    THEN RAISE 'cannot create policy'; END IF;
  INSERT INTO pg_catalog.pg_dist_partition VALUES (t, colocate_with);
END $$;
GRANT SELECT ON pg_catalog.pg_dist_partition TO PUBLIC`;

describe('with Citus, by a stand-in', () => {
  const spread = (database: string) =>
    withClient(database, async (client) => {
      const { rows } = await client.query('SELECT logicalrelid::text AS t, beside FROM pg_dist_partition');
      return rows.map(({ t, beside }) => `${t} ${beside}`);
    });
  const all = ['registrations', 'rounds', 'finding_figures', 'editions', 'people_figures', 'standings'];
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
});
