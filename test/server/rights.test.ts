// Who may do what on the server: each role tried with each verb on each table and view, as PostgreSQL itself decides.
import type { Client } from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { run, runOk } from '../support/run.ts';
import { county } from './county.ts';

const at = county();
const OTHER = 'f'.repeat(32);
const TABLES = [
  ...['registrations', 'rounds', 'finding_figures', 'editions', 'people_figures', 'standings'],
  'after_closing',
];
const VIEWS = [
  'county_townships',
  'county_rounds',
  'county_findings',
  'county_circle',
  'county_people',
  'county_standings',
  'county_after_closing',
];
const DENIED = '42501';
let database = '';

beforeAll(async () => {
  database = await at.fresh();
  const url = at.cluster.url(database, 'postgres');
  await runOk([
    'publish',
    'add-township',
    url,
    '--ledger-id',
    OTHER,
    '--township',
    '长堡乡',
    '--county',
    '德江县',
  ]);
  await at.publish(database, '--scope', 'standings');
  const admin = await at.cluster.client(database);
  // The other township has a round too: no one else may see it.
  await admin.query(`
    CREATE TEMP TABLE mine AS SELECT * FROM yanquan.rounds; UPDATE mine SET ledger_id = '${OTHER}';
    INSERT INTO yanquan.rounds SELECT * FROM mine;
    CREATE ROLE reader LOGIN IN ROLE yanquan_reader; CREATE ROLE names LOGIN IN ROLE yanquan_reader_standings;
    CREATE ROLE nobody_here LOGIN`);
  await admin.end();
});

/** Tries a statement as a role; the SQLSTATE it is refused with, or how many rows it came to. */
async function tried(role: string, sql: string): Promise<string | number> {
  const client: Client = await at.cluster.client(database);
  try {
    await client.query(`SET SESSION AUTHORIZATION ${role}`);
    await client.query('BEGIN');
    const { rowCount } = await client.query(sql);
    return rowCount ?? 0;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await client.end();
  }
}

const township = () => `yanquan_${at.id}`;
const rowOf = (id: string, round: number): string =>
  `INSERT INTO yanquan.rounds SELECT '${id}', ${round}, '2018-12-31', repeat('a', 64), 1, 'p', 0,0,0,0,0,0,0,0,0,0,0,0`;

describe('a township', () => {
  test('adds to its own ledger, and to no other', async () => {
    expect(await tried(township(), rowOf(at.id, 99))).toBe(1);
    expect(await tried(township(), rowOf(OTHER, 99))).toBe(DENIED);
    expect(await tried(`yanquan_${OTHER}`, rowOf(at.id, 99))).toBe(DENIED);
    expect(
      await tried(township(), `INSERT INTO yanquan.registrations VALUES ('${at.id}', 9, '德江县', '别的乡')`),
    ).toBe(DENIED);
  });

  test('reads its own rows and nothing else', async () => {
    for (const table of TABLES) {
      expect(await tried(township(), `SELECT FROM yanquan.${table}`)).toBeGreaterThan(0);
      expect(await tried(township(), `SELECT FROM yanquan.${table} WHERE ledger_id <> '${at.id}'`)).toBe(0);
    }
    for (const view of VIEWS) expect(await tried(township(), `SELECT FROM yanquan.${view}`)).toBe(DENIED);
    expect(await tried(`yanquan_${OTHER}`, 'SELECT FROM yanquan.standings')).toBe(0);
  });

  test.each(TABLES)('neither changes nor deletes in %s', async (table) => {
    expect(await tried(township(), `UPDATE yanquan.${table} SET ledger_id = ledger_id`)).toBe(DENIED);
    expect(await tried(township(), `DELETE FROM yanquan.${table}`)).toBe(DENIED);
    expect(await tried(township(), `TRUNCATE yanquan.${table} CASCADE`)).toBe(DENIED);
  });

  test('alters nothing, switches no policy off, becomes nobody else', async () => {
    expect(await tried(township(), 'ALTER TABLE yanquan.rounds DISABLE ROW LEVEL SECURITY')).toBe(DENIED);
    expect(await tried(township(), 'ALTER TABLE yanquan.rounds DISABLE TRIGGER ALL')).toBe(DENIED);
    expect(await tried(township(), 'DROP TABLE yanquan.standings')).toBe(DENIED);
    expect(await tried(township(), 'CREATE TABLE yanquan.mine (id integer)')).toBe(DENIED);
    expect(await tried(township(), `SET ROLE yanquan_${OTHER}`)).toBe(DENIED);
    expect(await tried(township(), 'SET row_security TO off; SELECT FROM yanquan.rounds')).toBe(DENIED);
    expect(await tried(township(), 'INSERT INTO yanquan.migrations VALUES (9)')).toBe(DENIED);
  });
});

describe('readers', () => {
  test('of figures read the figures, by views and tables, and no line', async () => {
    for (const name of [...VIEWS, ...TABLES])
      expect([name, await tried('reader', `SELECT FROM yanquan.${name}`)]).toEqual([
        name,
        /standings$/.test(name) ? DENIED : expect.any(Number),
      ]);
    expect(await tried('reader', 'SELECT FROM yanquan.county_rounds')).toBe(4);
    expect(await tried('reader', 'SELECT FROM yanquan.rounds')).toBe(4);
  });

  test('of standings read the lines too', async () => {
    expect(await tried('names', 'SELECT FROM yanquan.county_standings')).toBeGreaterThan(40);
    for (const table of TABLES)
      expect(await tried('names', `SELECT FROM yanquan.${table}`)).toBeGreaterThan(0);
  });

  test.each(TABLES)('neither add, change nor delete in %s', async (table) => {
    for (const role of ['reader', 'names']) {
      expect(await tried(role, `INSERT INTO yanquan.${table} SELECT * FROM yanquan.${table}`)).toBe(DENIED);
      expect(await tried(role, `UPDATE yanquan.${table} SET ledger_id = ledger_id`)).toBe(DENIED);
      expect(await tried(role, `DELETE FROM yanquan.${table}`)).toBe(DENIED);
      expect(await tried(role, `TRUNCATE yanquan.${table} CASCADE`)).toBe(DENIED);
    }
  });

  test('see a superseded edition in the tables, and only the last one in the views', async () => {
    const admin = await at.cluster.client(database);
    await admin.query(`INSERT INTO yanquan.editions SELECT e.ledger_id, e.round_no, e.edition + 1, repeat('c', 64), e.lines,
      0, 0, 0, 0, 0, 0 FROM yanquan.editions e WHERE e.round_no = 1`);
    await admin.end();
    const circle = 'WHERE round_no = 1';
    expect(await tried('reader', `SELECT FROM yanquan.county_circle ${circle}`)).toBe(1);
    expect(await tried('reader', `SELECT FROM yanquan.editions ${circle}`)).toBe(2);
  });

  test.each(VIEWS)('change nothing through %s', async (view) => {
    for (const role of ['reader', 'names', township()]) {
      expect(await tried(role, `UPDATE yanquan.${view} SET ledger_id = ledger_id`)).toMatch(/42501|55000/);
      expect(await tried(role, `DELETE FROM yanquan.${view}`)).toMatch(/42501|55000/);
    }
  });
});

test('a login without a role sees nothing at all', async () => {
  for (const name of [...TABLES, ...VIEWS])
    expect(await tried('nobody_here', `SELECT FROM yanquan.${name}`)).toBe(DENIED);
});

test.each(TABLES)('not even the owner changes, deletes or empties %s', async (table) => {
  expect(await tried('postgres', `UPDATE yanquan.${table} SET ledger_id = ledger_id`)).toBe(DENIED);
  expect(await tried('postgres', `DELETE FROM yanquan.${table}`)).toBe(DENIED);
  expect(await tried('postgres', `TRUNCATE yanquan.${table} CASCADE`)).toBe(DENIED);
});

describe('the commands', () => {
  test('publish as another township, or without a role, is refused by name', async () => {
    const as = (user: string) => run(['publish', at.cluster.url(database, user), '--ledger', at.ledger]);
    for (const user of [`yanquan_${OTHER}`, 'reader'])
      expect(await as(user)).toMatchObject({ code: 1, stderr: expect.stringContaining(township()) });
    expect(await as('nobody_here')).toMatchObject({ code: 1, stderr: expect.stringContaining('No right') });
  });

  test('a ledger that is not registered is told how to be', async () => {
    const empty = `empty_${database}`;
    await at.cluster.create(empty);
    const admin = at.cluster.url(empty, 'postgres');
    const unset = await run(['publish', admin, '--ledger', at.ledger]);
    expect(unset).toMatchObject({ code: 1, stderr: expect.stringContaining('yanquan publish init') });
    const client = await at.cluster.client(database);
    await client.query(`ALTER ROLE ${township()} RENAME TO away`);
    const ran = await run(['publish', at.cluster.url(database, 'postgres'), '--ledger', at.ledger]);
    await client.query(`ALTER ROLE away RENAME TO ${township()}`);
    await client.end();
    expect(ran.code).toBe(1);
    expect(ran.stderr).toContain(`yanquan publish add-township --ledger-id ${at.id}`);
  });

  test('overview is for readers, not for townships', async () => {
    const as = (user: string) => run(['overview', at.cluster.url(database, user), '--format', 'json']);
    const read = await as('reader');
    expect(JSON.parse(read.stdout).map((each: { township: string }) => each.township)).toEqual([
      '长堡乡',
      '桶井乡',
    ]);
    expect(await as(township())).toMatchObject({ code: 1, stderr: expect.stringContaining('No right') });
  });
});
