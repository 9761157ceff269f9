// Publishing killed, or cut off, at fifty points: whole rounds only are there, and the next run goes on.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startBuilt } from '../support/built.ts';
import { county, everything } from './county.ts';
import { openWay, type Way } from './cut.ts';

const POINTS = 50;
const at = county();
let way: Way;
let said = 0;
let whole: Record<string, string[]> = {};
/** How many rounds were there after each point: not all points may lie before the first round. */
const roundsLeft = new Map<number, number>();

beforeAll(async () => {
  way = await openWay(at.cluster.port);
  const database = await at.fresh();
  const ran = await publisherOf(database);
  expect(await ran.ended).toMatchObject({ code: 0 });
  said = way.said;
  whole = await everything(at.cluster, database);
  expect(whole.standings?.length).toBeGreaterThan(40);
});
afterAll(() => way?.close());

const publisherOf = (database: string) =>
  startBuilt([
    ...['publish', `postgresql://127.0.0.1:${way.port}/${database}`],
    ...['--ledger', at.ledger, '--scope', 'standings'],
  ]);

/** The rounds that are there; fails unless each is there with all its rows and nothing else. */
function wholeRounds(there: Record<string, string[]>): number[] {
  const roundOf = (row: string): number => JSON.parse(row).round_no;
  const rounds = (there.rounds ?? []).map(roundOf);
  for (const [table, rows] of Object.entries(whole))
    expect(there[table]).toEqual(rows.filter((row) => rounds.includes(roundOf(row))));
  return rounds;
}

/** Evenly over what is said; and at the end, before the last COMMIT is whole and after it, with its answer on the way. */
function byteOf(point: number): number {
  const farewell = 5;
  if (point >= POINTS - 2) return said - farewell - (POINTS - 1 - point);
  return Math.max(1, Math.round((said * (point + 1)) / (POINTS - 1)));
}

test.each(Array.from({ length: POINTS }, (_, point) => point))('point %i', async (point) => {
  const database = await at.fresh();
  const killing = point % 2 === 0;
  let publisher: Awaited<ReturnType<typeof publisherOf>> | undefined;
  const reached = new Promise<void>((resolve) => {
    way.cutAfter(byteOf(point), ({ end }) => {
      // Killed, its connection stays open until the system closes it; cut off, it stays alive and reports.
      if (killing) publisher?.kill();
      else end();
      resolve();
    });
  });
  publisher = await publisherOf(database);
  const ran = await publisher.ended;
  await reached;
  if (killing) expect(ran.code).toBe(-1);
  else {
    expect(ran).toMatchObject({ code: 75, stdout: '' });
    expect(ran.stderr).toMatch(/The connection to .* was lost|cannot be reached/);
  }
  const admin = await at.cluster.client(database);
  // The server notices in its own time that the client is gone.
  for (let left = 1; left > 0; ) {
    const { rows } = await admin.query(
      "SELECT count(*)::int AS left FROM pg_stat_activity WHERE datname = $1 AND application_name = 'yanquan'",
      [database],
    );
    left = rows[0].left;
  }
  await admin.end();
  roundsLeft.set(point, wholeRounds(await everything(at.cluster, database)).length);
  way.cutAfter(Number.POSITIVE_INFINITY, () => undefined);
  const next = await publisherOf(database);
  expect(await next.ended).toMatchObject({ code: 0 });
  expect(await everything(at.cluster, database)).toEqual(whole);
});

test('the points lay before the first round, between the rounds and after them', () => {
  expect(new Set(roundsLeft.values())).toEqual(new Set([0, 1, 2]));
});
