// Servers set up otherwise: other locales, time zones, date styles, languages and clocks give the same; other encodings
// are refused.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { afterDemo } from '../support/demo.ts';
import { run, runOk } from '../support/run.ts';
import { type Cluster, fakeTime, startCluster } from './cluster.ts';
import { county, everything, pastGuards } from './county.ts';

const at = county();
let expected: Record<string, string[]> = {};
let seen = '';

async function tell(cluster: Cluster, database: string): Promise<string> {
  const url = cluster.url(database, 'postgres');
  await runOk(['publish', 'init', url]);
  for (const [id, name] of [
    [at.id, '桶井乡'],
    ['a'.repeat(32), '长堡乡'],
    ['b'.repeat(32), '安化乡'],
  ] as const)
    await runOk([
      'publish',
      'add-township',
      url,
      '--ledger-id',
      id,
      '--township',
      name,
      '--county',
      '德江县',
    ]);
  await runOk(['publish', url, '--ledger', at.ledger, '--scope', 'standings'], afterDemo);
  const verified = await run(['publish', 'verify', url, '--ledger', at.ledger], afterDemo);
  expect(verified).toMatchObject({ code: 0, stderr: 'All 2 rounds are the same.\n' });
  return (await runOk(['overview', url, '--format', 'csv', '--cutoff', '2018-09-19'])).stdout;
}

beforeAll(async () => {
  await at.cluster.create('plain');
  seen = await tell(at.cluster, 'plain');
  expected = await everything(at.cluster, 'plain');
});

describe.each([
  [
    'of ICU in Chinese, far east',
    ['--locale-provider=icu', '--icu-locale=zh-Hans-CN'],
    ["timezone = 'Pacific/Kiritimati'", "datestyle = 'SQL, DMY'"],
  ],
  [
    'of the C locale, far west',
    ['--locale=C'],
    ["timezone = 'Pacific/Pago_Pago'", "datestyle = 'German'", "intervalstyle = 'sql_standard'"],
  ],
  [
    'with backslashes as they were and strict defaults',
    [],
    [
      'standard_conforming_strings = off',
      "default_transaction_isolation = 'serializable'",
      "search_path = 'nowhere'",
      'extra_float_digits = -15',
      "bytea_output = 'escape'",
    ],
  ],
] as const)('a server %s', (_, initdb, settings) => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster({ initdb, settings });
    await cluster.create('yanquan');
  });
  afterAll(() => cluster?.stop());

  test('has the same rows and tells the same', async () => {
    expect(await tell(cluster, 'yanquan')).toBe(seen);
    expect(await everything(cluster, 'yanquan')).toEqual(expected);
  });
});

describe('the clock of the server', () => {
  test('decides nothing: rounds written at another time are the same rounds', async () => {
    const database = 'other_time';
    await at.cluster.create(database);
    // The server's own time stays in 1999: every default of a column says so.
    await tell(at.cluster, database);
    await pastGuards(
      at.cluster,
      database,
      `UPDATE yanquan.rounds SET published_at = '1999-12-31T23:59:59Z';
       UPDATE yanquan.editions SET published_at = '2999-01-01'`,
    );
    const url = at.cluster.url(database, 'postgres');
    expect((await run(['publish', 'verify', url, '--ledger', at.ledger], afterDemo)).code).toBe(0);
    expect((await run(['publish', url, '--ledger', at.ledger], afterDemo)).stderr).toContain(
      'nothing changed',
    );
    expect((await runOk(['overview', url, '--format', 'csv', '--cutoff', '2018-09-19'])).stdout).toBe(seen);
  });
});

describe.each(['-20y', '+20y'])('a server whose clock is off by %s', (clock) => {
  let cluster: Cluster | undefined;
  afterAll(() => cluster?.stop());

  test('has the same rows and tells the same', async (context) => {
    if (fakeTime() === undefined) {
      process.stderr.write('\nNOT RUN HERE: a server with a wrong clock: no libfaketime is installed\n');
      context.skip('no libfaketime');
    }
    cluster = await startCluster({ clock });
    await cluster.create('yanquan');
    expect(await tell(cluster, 'yanquan')).toBe(seen);
    expect(await everything(cluster, 'yanquan')).toEqual(expected);
    const client = await cluster.client('yanquan');
    const { rows } = await client.query(
      'SELECT now() AS told, max(published_at) AS written FROM yanquan.rounds',
    );
    const day = 86_400_000;
    for (const time of [rows[0].told, rows[0].written] as Date[])
      expect(Math.abs(time.getTime() - Date.now())).toBeGreaterThan(19 * 365 * day);
    const url = cluster.url('yanquan', 'postgres');
    expect((await run(['publish', 'verify', url, '--ledger', at.ledger], afterDemo)).code).toBe(0);
  });
});

test('another encoding than UTF8 is refused before anything is made', async () => {
  const client = await at.cluster.client();
  for (const encoding of ['SQL_ASCII', 'EUC_CN', 'LATIN1']) {
    const database = `in_${encoding.toLowerCase()}`;
    await client.query(`CREATE DATABASE ${database} TEMPLATE template0 ENCODING '${encoding}' LOCALE 'C'`);
    const ran = await run(['publish', 'init', at.cluster.url(database, 'postgres')]);
    expect(ran).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining(encoding) });
    const inside = await at.cluster.client(database);
    expect((await inside.query("SELECT to_regnamespace('yanquan') AS there")).rows).toEqual([
      { there: null },
    ]);
    await inside.end();
  }
  await client.end();
});
