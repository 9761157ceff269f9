// A county's database with the demo's ledger registered, and commands run against it; for the tests of a file.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { afterDemo, demoLedgerIn } from '../support/demo.ts';
import { temporaryFolder } from '../support/folder.ts';
import { type Ran, run, runOk } from '../support/run.ts';
import { type Cluster, type ClusterOptions, startCluster } from './cluster.ts';

export interface County {
  readonly cluster: Cluster;
  /** The database of the tests: set up, the demo's township registered, nothing published. */
  readonly database: string;
  /** The demo's ledger; not to be written to. */
  readonly ledger: string;
  /** The id of the demo's ledger. */
  readonly id: string;
  /** A database like it, fresh. */
  fresh(): Promise<string>;
  /** Publishes the demo's ledger, or another one. */
  publish(database: string, ...args: readonly string[]): Promise<Ran>;
}

/** Starts a cluster with a county in it before the tests of a file; call it at the top. */
export function county(options: ClusterOptions = {}): County {
  const folder = mkdtempSync(join(tmpdir(), 'yanquan-county-'));
  let cluster: Cluster | undefined;
  const state = { ledger: '', id: '', made: 0 };
  const there = (): Cluster => {
    if (cluster === undefined) throw new Error('no cluster yet');
    return cluster;
  };
  beforeAll(async () => {
    cluster = await startCluster(options);
    state.ledger = await demoLedgerIn(folder);
    state.id = (await runOk(['publish', 'id', '--ledger', state.ledger])).stdout.trim();
    await cluster.create('yanquan');
    const url = cluster.url('yanquan', 'postgres');
    await runOk(['publish', 'init', url]);
    await runOk([
      'publish',
      'add-township',
      url,
      '--ledger-id',
      state.id,
      '--township',
      '桶井乡',
      '--county',
      '德江县',
    ]);
  });
  afterAll(() => {
    cluster?.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    get cluster() {
      return there();
    },
    database: 'yanquan',
    get ledger() {
      return state.ledger;
    },
    get id() {
      return state.id;
    },
    async fresh() {
      state.made += 1;
      // Names of one length: what is said to the server is then as long each time.
      const name = `fresh_${String(state.made).padStart(3, '0')}`;
      await there().create(name, 'yanquan');
      return name;
    },
    publish: (database, ...args) => {
      const own = args.includes('--ledger') ? [] : ['--ledger', state.ledger];
      return run(['publish', there().url(database), ...args, ...own], afterDemo);
    },
  };
}

/** A copy of the demo's ledger with a fact of round 1 reversed and a line of it corrected. */
export async function correctedLedger(demo: string): Promise<string> {
  const ledger = join(temporaryFolder(), 'yanquan.db');
  copyFileSync(demo, ledger);
  const on = ['--ledger', ledger];
  const shown = await runOk(['finding', 'show', 'HT-011', ...on, '--format', 'json'], afterDemo);
  const ids = (JSON.parse(shown.stdout) as { id: string }[]).map((each) => each.id);
  await runOk(['reverse', ...ids, '--reason', 'not theirs', ...on], afterDemo);
  await runOk(
    ['correct', 'TJ022', '--round', '1', '--by', '纪委', '--reason', 'HT-011 was not theirs', ...on],
    afterDemo,
  );
  return ledger;
}

const PUBLISHED = [
  ...['rounds', 'finding_figures', 'editions', 'people_figures', 'standings', 'after_closing'],
];

/**
 * Runs statements past the guards, as whoever runs the server can. `session_replication_role` holds on the machine that
 * is connected to and does not reach the workers of a cluster: there the triggers of the shards go on refusing, and rows
 * are changed like this by a connection to the worker itself.
 */
export async function pastGuards(cluster: Cluster, database: string, sql: string): Promise<void> {
  const client = await cluster.client(database);
  try {
    await client.query(`SET session_replication_role TO replica; ${sql}`);
  } finally {
    await client.end();
  }
}

/** Everything published in a database, as rows in an order of their own, without the server's clock. */
export async function everything(cluster: Cluster, database: string): Promise<Record<string, string[]>> {
  const client = await cluster.client(database);
  const all: Record<string, string[]> = {};
  try {
    for (const table of PUBLISHED) {
      const { rows } = await client.query(
        `SELECT (to_jsonb(t) - 'published_at')::text AS row FROM yanquan.${table} t`,
      );
      all[table] = rows.map((each: { row: string }) => each.row).sort();
    }
  } finally {
    await client.end();
  }
  return all;
}
