// A province on one server: many ledgers publish their rounds through the program's own code, and the cost is reported.
//
// `npm run bench:server`. LEDGERS, ROUNDS and LINES say how large (30, 12 and 300 by default; a province is 1500, 52 and
// 300), PUBLISHERS how many publish at once, PHASES how often it is measured. Every commit is synced to the disk.
// It ends with 1 when a sum is wrong.
import { createHash } from 'node:crypto';
import { addDays, type Day } from '../../src/domain/days/day.ts';
import type { Figures } from '../../src/domain/notice.ts';
import type {
  LedgerId,
  PublishedEdition,
  PublishedLine,
  PublishedRound,
} from '../../src/domain/publication.ts';
import { type Movement, measures } from '../../src/domain/round.ts';
import { overview } from '../../src/jobs/publish/overview.ts';
import { missingOf } from '../../src/jobs/publish/publish-plan.ts';
import { readAddress } from '../../src/server/address.ts';
import { connect, type Server } from '../../src/server/connect.ts';
import { prepareCopies } from '../../src/server/copy-rows.ts';
import { setUp } from '../../src/server/migrate.ts';
import { SUMS } from '../../src/server/overview.ts';
import { addRound } from '../../src/server/rounds.ts';
import { actAsTownship, registerTownship } from '../../src/server/townships.ts';
import { Random } from '../reference/prng.ts';
import { startCluster } from './cluster.ts';

const size = (name: string, fallback: number): number => Number(process.env[name] ?? fallback);
const [LEDGERS, ROUNDS, LINES] = [size('LEDGERS', 30), size('ROUNDS', 12), size('LINES', 300)];
const PUBLISHERS = size('PUBLISHERS', 2);
const PHASES = Math.min(size('PHASES', 4), ROUNDS);
const COUNTIES = Math.ceil(LEDGERS / 30);
const FIRST = '2018-09-12' as Day;
const GROUPS = { source: 4, area: 4, station: 12 } as const;
const MOVEMENTS: readonly Movement[] = ['outside', 'outside', 'outside', 'stay', 'enter', 'exit'];

/** What came after each closing. */
const AFTER = {
  talksOwed: 13,
  talksHeld: 12,
  talksLate: 2,
  servicesOwed: 20,
  services: 20,
  servicesLate: 1,
  appeals: 2,
  appealsUpheld: 1,
  rechecks: 5,
  rebounds: 1,
};

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const ledgerIdOf = (ledger: number): LedgerId => sha256(`ledger ${ledger}`).slice(0, 32) as LedgerId;
const countyOf = (ledger: number): string => `${(ledger % COUNTIES) + 1}号县`;

function figuresOf(random: Random): Figures {
  const parts = Array.from({ length: 6 }, () => random.below(20));
  const [inTime = 0, late = 0, waiting = 0, objected = 0, extended = 0, notRectified = 0] = parts;
  const findings = parts.reduce((sum, each) => sum + each, 0);
  return {
    findings,
    inTime,
    late,
    waiting,
    objected,
    extended,
    notRectified,
    overdue: random.below(notRectified + 1),
  };
}

function roundOf(ledger: number, round: number, random: Random): PublishedRound {
  return {
    round,
    cutoff: addDays(FIRST, round * 7),
    digest: sha256(`${ledger} ${round}`),
    engine: 1,
    policy: 'default 2',
    totals: figuresOf(random),
    withoutDeadline: 1,
    checks: 40,
    checksTimed: 38,
    checkDays: random.between(38, 150),
    groups: (['source', 'area', 'station'] as const).flatMap((grouping) =>
      Array.from({ length: GROUPS[grouping] }, (_, at) => ({
        grouping,
        name: `${grouping === 'station' ? ledger : ''}第${at}项`,
        figures: figuresOf(random),
      })),
    ),
  };
}

function linesOf(ledger: number, round: number, random: Random): PublishedEdition {
  const lines = Array.from({ length: LINES }, (_, at): PublishedLine => {
    const [measure, movement] = [random.pick(measures), random.pick(MOVEMENTS)];
    const inCircle = movement === 'stay' || movement === 'enter';
    const commended = random.chance(5);
    const row = [
      ...[`C${ledger}-${at}`, `甲${at}`, 'staff', `单位${at % 20}`, `${at % 12}号作战所`],
      ...[random.below(5), random.below(3), random.below(3), 0, random.below(2), random.below(9) * 10_000],
      ...[measure, 'new', false, inCircle, inCircle ? 'tier' : '', movement, inCircle ? 1 : 0, commended],
      ...[measure, inCircle, commended, '', '', '', 0],
    ];
    return { measure, movement, commended, row };
  });
  return { round, edition: 0, digest: sha256(JSON.stringify(lines.map((each) => each.row))), lines };
}

const cluster = await startCluster({
  settings: [
    'fsync = on',
    'synchronous_commit = on',
    'full_page_writes = on',
    'shared_buffers = 1GB',
    'max_wal_size = 8GB',
  ],
});
process.once('exit', cluster.stop);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
await cluster.create('province');
const address = readAddress(cluster.url('province', 'postgres'), {});
const login = { user: 'postgres', env: {}, askPassword: null };
const admin = await connect(address, login);
await setUp(admin);
for (let ledger = 0; ledger < LEDGERS; ledger += 1)
  await registerTownship(admin, {
    ledgerId: ledgerIdOf(ledger),
    county: countyOf(ledger),
    township: `${ledger}号乡`,
  });

/** What ought to come out: rectified over all rounds. */
let rectified = 0;

/** One ledger publishes rounds as its command does; returns the milliseconds that each took. */
async function publishRounds(ledger: number, from: number, to: number): Promise<number[]> {
  const ledgerId = ledgerIdOf(ledger);
  const server: Server = await connect(address, login);
  const took: number[] = [];
  try {
    await actAsTownship(server, ledgerId);
    await prepareCopies(server);
    for (let round = from; round <= to; round += 1) {
      const random = new Random(ledger * 1000 + round);
      const figures = roundOf(ledger, round, random);
      const lines = linesOf(ledger, round, random);
      rectified += figures.totals.inTime + figures.totals.late;
      const begun = performance.now();
      await addRound(server, ledgerId, round, (there) => ({
        ...missingOf({ closed: lines, now: lines, after: AFTER }, there, 'standings'),
        round: there === undefined ? figures : null,
      }));
      took.push(performance.now() - begun);
    }
  } finally {
    await server.close();
  }
  return took;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const tries: number[] = [];
  for (let at = 0; at < 3; at += 1) {
    const begun = performance.now();
    await work();
    tries.push(performance.now() - begun);
  }
  return Math.min(...tries);
}

const shown = (value: number): string => (value < 100 ? value.toFixed(1) : Math.round(value).toString());
const at = (values: readonly number[], part: number): number =>
  values.toSorted((left, right) => left - right)[Math.floor(part * (values.length - 1))] ?? 0;

console.log(
  `${LEDGERS} ledgers, ${ROUNDS} rounds, ${LINES} lines; PostgreSQL ${(await admin.all<{ v: string }>('SELECT version() AS v'))[0]?.v.split(' ')[1]}, ${PUBLISHERS} publishing at once`,
);
console.log(
  '| rounds there | lines there | on disk, MB | a round: median ms | 95 in 100 ms | overview, all, ms | a county with its page, ms |',
);
console.log('|---:|---:|---:|---:|---:|---:|---:|');
let done = 0;
for (let phase = 1; phase <= PHASES; phase += 1) {
  const to = Math.round((ROUNDS * phase) / PHASES);
  const took: number[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: PUBLISHERS }, async () => {
      while (next < LEDGERS) {
        next += 1;
        took.push(...(await publishRounds(next - 1, done + 1, to)));
      }
    }),
  );
  done = to;
  await admin.run('ANALYZE');
  const [disk] = await admin.all<{ bytes: number }>('SELECT pg_database_size(current_database()) AS bytes');
  const all = await timed(() => overview(admin, { county: null, from: null, to: null }, false));
  const county = await timed(() => overview(admin, { county: countyOf(0), from: null, to: null }, true));
  console.log(
    `| ${LEDGERS * done} | ${LEDGERS * done * LINES} | ${Math.round((disk?.bytes ?? 0) / 1e6)} | ${shown(at(took, 0.5))} | ${shown(at(took, 0.95))} | ${shown(all)} | ${shown(county)} |`,
  );
}
const { townships } = await overview(admin, { county: null, from: null, to: null }, false);
const summed = townships.reduce((sum, each) => sum + (each.last?.rectified ?? 0), 0);
const rounds = townships.reduce((sum, each) => sum + each.rounds, 0);
if (summed !== rectified || rounds !== LEDGERS * ROUNDS) {
  console.error(
    `the overview is wrong: ${summed} rectified for ${rectified}, ${rounds} rounds for ${LEDGERS * ROUNDS}`,
  );
  process.exitCode = 1;
}
if (process.env.PLAN !== undefined)
  for (const row of await admin.lists(`EXPLAIN (ANALYZE, BUFFERS) ${SUMS.replaceAll(/\$[123]/g, 'NULL')}`))
    console.log(row[0]);
await admin.close();
cluster.stop();
process.removeListener('exit', cluster.stop);
