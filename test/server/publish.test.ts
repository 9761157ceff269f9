// Publishing to a real server: once is enough, nothing is replaced, forks are refused, corrections are added, two at once.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { noticeOf } from '../../src/jobs/notice/notice.ts';
import { openForReading } from '../../src/ledger/file/open.ts';
import { GROUPS, SUMS } from '../../src/server/overview.ts';
import { startBuilt } from '../support/built.ts';
import { afterDemo } from '../support/demo.ts';
import { temporaryFolder } from '../support/folder.ts';
import { run, runOk } from '../support/run.ts';
import { correctedLedger, county, everything, pastGuards } from './county.ts';

const at = county();

const rows = async (args: readonly string[]) =>
  JSON.parse((await runOk([...args, '--format', 'json'], afterDemo)).stdout) as Record<
    string,
    string | number
  >[];

const verified = async (database: string, ledger = at.ledger) => {
  const ran = await run(
    ['publish', 'verify', at.cluster.url(database), '--ledger', ledger, '--format', 'json'],
    afterDemo,
  );
  const verdicts = (JSON.parse(ran.stdout) as { verdict: string }[]).map((each) => each.verdict);
  return { code: ran.code, verdicts };
};

async function query(database: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = await at.cluster.client(database);
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('publishing', () => {
  test('adds every closed round; again changes nothing', async () => {
    const database = await at.fresh();
    const first = await at.publish(database);
    expect(first).toMatchObject({ code: 0, stderr: 'Published 2 of 2 closed rounds.\n' });
    const there = await everything(at.cluster, database);
    expect(there.rounds?.length).toBe(2);
    expect(there.standings).toEqual([]);
    const again = await at.publish(database);
    expect(again).toMatchObject({ code: 0, stderr: 'All 2 closed rounds were there; nothing changed.\n' });
    expect(await everything(at.cluster, database)).toEqual(there);
  });

  test('says with --dry-run what it would add, and adds nothing', async () => {
    const database = await at.fresh();
    const empty = await everything(at.cluster, database);
    const dry = await at.publish(database, '--dry-run', '--scope', 'standings', '--format', 'json');
    expect(dry).toMatchObject({
      code: 0,
      stderr: 'Dry run: 2 of 2 closed rounds have something to publish. Nothing was written.\n',
    });
    expect(await everything(at.cluster, database)).toEqual(empty);
    const came = await at.publish(database, '--scope', 'standings', '--format', 'json');
    expect(came.stdout).toBe(dry.stdout);
    expect((await at.publish(database, '--dry-run')).stderr).toContain('nothing changed');
    const corrected = await at.publish(
      ...[database, '--dry-run', '--format', 'json', '--ledger', await correctedLedger(at.ledger)],
    );
    expect(JSON.parse(corrected.stdout)[0]).toMatchObject({ published: 'corrected' });
    expect((await everything(at.cluster, database)).editions?.length).toBe(2);
  });

  test.each([
    ['on a terminal', { stderrIsTerminal: true }, [], ['', '1 of 2 rounds…', '2 of 2 rounds…', '']],
    ['off one', {}, [], ['']],
    ['with -q', { stderrIsTerminal: true }, ['-q'], ['']],
  ] as const)('shows how far it is %s', async (_, terminal, options, steps) => {
    let now = Date.parse('2018-10-01T04:00:00Z');
    const clock = () => {
      now += 5000;
      return new Date(now);
    };
    const args = ['publish', at.cluster.url(await at.fresh()), '--ledger', at.ledger, ...options];
    const ran = await runOk(args, { ...afterDemo, ...terminal, clock });
    const end = options.length > 0 ? '' : 'Published 2 of 2 closed rounds.\n';
    expect(ran.stderr.split('\r\x1b[K')).toEqual([...steps.slice(0, -1), `${steps.at(-1)}${end}`]);
  });

  test('tells what the notice of the round tells', async () => {
    const database = await at.fresh();
    await at.publish(database);
    const ledger = openForReading(at.ledger);
    try {
      for (const round of [1, 2]) {
        const { totals, bySource, counts, digests } = noticeOf(ledger.connection, round, 'public');
        const [row] = await query(
          database,
          `SELECT r.digest, r.*, c.in_circle, c.entered, c.exited, c.stayed, c.departed, c.commended
            FROM yanquan.county_rounds r JOIN yanquan.county_circle c USING (ledger_id, round_no) WHERE round_no = ${round}`,
        );
        expect(row).toMatchObject({
          digest: digests.closing,
          findings: totals.findings,
          in_time: totals.inTime,
          late: totals.late,
          waiting: totals.waiting,
          objected: totals.objected,
          extended: totals.extended,
          not_rectified: totals.notRectified,
          overdue: totals.overdue,
          in_circle: counts.nowIn,
          entered: counts.enter,
          exited: counts.exit,
          stayed: counts.stay,
          departed: counts.departed,
          commended: counts.commended,
        });
        const sources = await query(
          database,
          `SELECT name, findings FROM yanquan.county_findings WHERE round_no = ${round} AND grouping = 'source'`,
        );
        expect(new Map(sources.map((each) => [each.name, each.findings]))).toEqual(
          new Map(bySource.map((each) => [each.name, each.figures.findings])),
        );
      }
    } finally {
      ledger.close();
    }
  });

  test('has no person in its figures, and every line in its standings', async () => {
    const database = await at.fresh();
    await at.publish(database);
    const cadres = await rows(['cadre', 'list', '--ledger', at.ledger]);
    const figures = JSON.stringify(await everything(at.cluster, database));
    const inFigures = (text: unknown) =>
      figures.includes(`"${String(text)}"`) || figures.includes(`\\"${String(text)}\\"`);
    expect(cadres.filter((each) => inFigures(each.name) || inFigures(each.cadre_no))).toEqual([]);
    const lines = await at.publish(database, '--scope', 'standings', '--format', 'json');
    expect(JSON.parse(lines.stdout).map((each: { published: string }) => each.published)).toEqual([
      'lines',
      'lines',
    ]);
    const own = await rows(['round', 'show', '1', '--ledger', at.ledger]);
    const there = await query(
      database,
      'SELECT * FROM yanquan.county_standings WHERE round_no = 1 ORDER BY place',
    );
    expect(there.length).toBe(own.length);
    for (const [place, line] of own.entries()) {
      const { points, ...rest } = there[place] as { points: string; [key: string]: unknown };
      expect(rest).toMatchObject({
        cadre_no: line.cadre_no,
        name: line.name,
        measure: line.measure,
        now_in: line.now_in,
      });
      expect(Number(points)).toBe(Number(line.points) * 10_000);
      expect(rest.decided_by).toBe(line.decided_by);
      expect(rest.decision_reason).toBe(line.decision_reason);
    }
    expect((await at.publish(database, '--scope', 'standings')).stderr).toContain('nothing changed');
    expect(await verified(database)).toEqual({ code: 0, verdicts: ['same', 'same'] });
  });

  test('two at once: one waits for the other, each round is there once, and both end well', async () => {
    const database = await at.fresh();
    const args = ['publish', at.cluster.url(database), '--ledger', at.ledger, '--scope', 'standings'];
    const holder = await at.cluster.client(database);
    // Both are held up at their first round, so that they do meet.
    await holder.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [at.id]);
    const both = [await startBuilt(args), await startBuilt(args)];
    for (let waiting = 0; waiting < 2; ) {
      const { rows: locks } = await holder.query(
        "SELECT count(*)::int AS n FROM pg_locks WHERE locktype = 'advisory' AND NOT granted",
      );
      waiting = locks[0].n;
    }
    await holder.query('SELECT pg_advisory_unlock(hashtextextended($1, 0))', [at.id]);
    const ended = await Promise.all(both.map((each) => each.ended));
    await holder.end();
    expect(ended.map((each) => each.code)).toEqual([0, 0]);
    const added = ended.map(
      ({ stdout }) => stdout.split('\n').filter((line) => line.includes('  added')).length,
    );
    expect(added.reduce((sum, each) => sum + each, 0)).toBe(2);
    const alone = await at.fresh();
    await at.publish(alone, '--scope', 'standings');
    expect(await everything(at.cluster, database)).toEqual(await everything(at.cluster, alone));
  });
});

describe('a fork', () => {
  test('is refused and named by both digests, and nothing is published', async () => {
    const database = await at.fresh();
    const forked = join(temporaryFolder(), 'yanquan.db');
    const on = ['--ledger', forked];
    copyFileSync(at.ledger, forked);
    await runOk(['round', 'open', '--cutoff', '2018-09-26', ...on], afterDemo);
    const other = join(temporaryFolder(), 'yanquan.db');
    copyFileSync(forked, other);
    const close = (ledger: string, meeting: string) =>
      run(['round', 'close', '--approved-by', '审定甲', '--meeting', meeting, '--ledger', ledger], afterDemo);
    for (const ledger of [forked, other]) {
      const drafts = await rows(['tally', '--ledger', ledger]);
      for (const line of drafts.filter((each) => each.measure === 'admonition_talk'))
        await runOk(
          [
            'decide',
            String(line.cadre_no),
            '--confirm',
            '--by',
            '审定甲',
            '--reason',
            `情况属实 ${ledger}`,
            '--ledger',
            ledger,
          ],
          afterDemo,
        );
    }
    expect((await close(forked, '甲会')).code).toBe(0);
    expect((await close(other, '乙会')).code).toBe(0);
    const digests = await Promise.all(
      [forked, other].map(
        async (ledger) => (await rows(['round', 'list', '--ledger', ledger])).at(-1)?.digest,
      ),
    );
    expect(digests[0]).not.toBe(digests[1]);
    expect((await at.publish(database, ...on)).code).toBe(0);
    const before = await everything(at.cluster, database);
    const refused = await at.publish(database, '--ledger', other);
    expect(refused).toMatchObject({ code: 1, stdout: '' });
    for (const digest of digests) expect(refused.stderr).toContain(String(digest));
    expect(await everything(at.cluster, database)).toEqual(before);
    expect(await verified(database, other)).toEqual({
      code: 3,
      verdicts: ['same', 'same', 'digest_differs'],
    });
    // An older copy is behind, which is distinguished from a fork.
    const behind = await at.publish(database);
    expect(behind.code).toBe(1);
    expect(behind.stderr).toContain('not closed in this ledger');
    expect(await verified(database)).toEqual({ code: 3, verdicts: ['same', 'same', 'unknown_here'] });
  });
});

describe('a correction', () => {
  test('made after publishing is added beside what was there, and counts from then on', async () => {
    const database = await at.fresh();
    await at.publish(database, '--scope', 'standings');
    const before = await everything(at.cluster, database);
    const ledger = await correctedLedger(at.ledger);
    expect(await verified(database, ledger)).toEqual({ code: 3, verdicts: ['correction_missing', 'same'] });
    const came = await at.publish(database, '--ledger', ledger, '--scope', 'standings', '--format', 'json');
    expect(JSON.parse(came.stdout).map((each: { published: string }) => each.published)).toEqual([
      'corrected',
      'unchanged',
    ]);
    const after = await everything(at.cluster, database);
    for (const [table, kept] of Object.entries(before))
      expect(after[table]).toEqual(expect.arrayContaining(kept));
    expect(after.rounds).toEqual(before.rounds);
    expect(after.editions?.length).toBe(3);
    expect(await verified(database, ledger)).toEqual({ code: 0, verdicts: ['same', 'same'] });
    const [told] = await query(
      database,
      'SELECT edition, in_circle FROM yanquan.county_circle WHERE round_no = 1',
    );
    const [closed] = await query(
      database,
      'SELECT in_circle FROM yanquan.editions WHERE round_no = 1 AND edition = 0',
    );
    const circle = await rows(['circle', '--round', '1', '--ledger', ledger]);
    expect(told).toEqual({ edition: 1, in_circle: circle.length });
    expect(closed?.in_circle).not.toBe(circle.length);
  });

  test('made before publishing comes with the round', async () => {
    const database = await at.fresh();
    const ledger = await correctedLedger(at.ledger);
    await at.publish(database, '--ledger', ledger);
    expect((await everything(at.cluster, database)).editions?.length).toBe(3);
    expect(await verified(database, ledger)).toEqual({ code: 0, verdicts: ['same', 'same'] });
  });
});

describe('what came after a closing', () => {
  const figures = (database: string) =>
    query(
      database,
      `SELECT round_no, edition, talks_owed, talks_held, talks_late, appeals, rebounds
       FROM yanquan.county_after_closing ORDER BY round_no`,
    );

  test('is published with its round, and goes on with a further edition', async () => {
    const database = await at.fresh();
    await at.publish(database);
    const none = { appeals: 0, rebounds: 0 };
    expect(await figures(database)).toEqual([
      { round_no: 1, edition: 0, talks_owed: 13, talks_held: 12, talks_late: 0, ...none },
      { round_no: 2, edition: 0, talks_owed: 2, talks_held: 0, talks_late: 0, ...none },
    ]);
    const ledger = join(temporaryFolder(), 'yanquan.db');
    copyFileSync(at.ledger, ledger);
    const on = ['--ledger', ledger];
    const owing = (await rows(['round', 'show', '2', ...on])).filter(
      (line) => /_talk$/.test(String(line.measure)) && /^(?:new|raised)$/.test(String(line.step)),
    );
    expect(owing.length).toBe(2);
    const [first] = owing;
    await runOk(
      [
        ...['cadre', 'talk', String(first?.cadre_no), '--round', '2', '--on', '2018-09-20'],
        ...['--by', '组织委员', ...on],
      ],
      afterDemo,
    );
    expect(await verified(database, ledger)).toEqual({ code: 3, verdicts: ['same', 'after_missing'] });
    const came = await at.publish(database, '--format', 'json', ...on);
    expect(JSON.parse(came.stdout).map((each: { published: string }) => each.published)).toEqual([
      'unchanged',
      'after',
    ]);
    expect((await figures(database))[1]).toMatchObject({ edition: 1, talks_owed: 2, talks_held: 1 });
    expect((await everything(at.cluster, database)).after_closing?.length).toBe(3);
    expect(await verified(database, ledger)).toEqual({ code: 0, verdicts: ['same', 'same'] });
  });
});

describe('verifying', () => {
  test('finds what is missing, and figures and lines that somebody changed past the guards', async () => {
    const database = await at.fresh();
    expect(await verified(database)).toEqual({ code: 3, verdicts: ['missing_there', 'missing_there'] });
    await at.publish(database, '--scope', 'standings');
    const past = (sql: string) => pastGuards(at.cluster, database, sql);
    await past(
      "UPDATE yanquan.finding_figures SET overdue = overdue + 1 WHERE round_no = 1 AND grouping = 'area'",
    );
    expect(await verified(database)).toEqual({ code: 3, verdicts: ['figures_differ', 'same'] });
    await past('UPDATE yanquan.after_closing SET talks_late = talks_late + 1 WHERE round_no = 2');
    expect(await verified(database)).toEqual({ code: 3, verdicts: ['figures_differ', 'after_missing'] });
    await past("UPDATE yanquan.standings SET name = name || '某' WHERE round_no = 2 AND place = 3");
    expect(await verified(database)).toEqual({ code: 3, verdicts: ['figures_differ', 'lines_differ'] });
    const other = await at.fresh();
    await at.publish(other, '--scope', 'standings');
    await pastGuards(
      at.cluster,
      other,
      "UPDATE yanquan.standings SET late_pending = 1 WHERE round_no = 1 AND place = 1; UPDATE yanquan.standings SET raised_by = 'history' WHERE round_no = 2 AND place = 1",
    );
    expect(await verified(other)).toEqual({ code: 3, verdicts: ['lines_differ', 'lines_differ'] });
  });
});

describe('the overview', () => {
  test('asks for no line: its plans stand on the sums of the rounds', async () => {
    const client = await at.cluster.client(await at.fresh());
    for (const [sql, values] of [
      [SUMS, [null, null, null]],
      [GROUPS, [[at.id], ['1']]],
    ] as const) {
      const { rows: plan } = await client.query(`EXPLAIN ${sql}`, [...values]);
      const told = plan.map((each: Record<string, string>) => each['QUERY PLAN']).join('\n');
      expect(told).toMatch(/ rounds|finding_figures/);
      expect(told).not.toMatch(/standings|people_figures/);
    }
    await client.end();
  });

  test('takes the ledgers of two years for one township, as things stand in the later one', async () => {
    const database = await at.fresh();
    await at.publish(database);
    const url = at.cluster.url(database, 'postgres');
    const later = 'c'.repeat(32);
    const add = [
      'publish',
      'add-township',
      url,
      '--ledger-id',
      later,
      '--township',
      '桶井乡',
      '--county',
      '德江县',
    ];
    await runOk(add);
    const [before] = await rows(['overview', url]);
    await query(
      database,
      `INSERT INTO yanquan.rounds (ledger_id, round_no, cutoff, digest, engine, policy, findings, in_time, late, waiting,
         objected, extended, not_rectified, overdue, without_deadline, checks, checks_timed, check_days)
       VALUES ('${later}', 1, '2019-01-09', repeat('e', 64), 1, 'p', 6, 2, 1, 0, 0, 0, 3, 1, 0, 2, 2, 4);
       INSERT INTO yanquan.finding_figures VALUES ('${later}', 1, 'source', '新来源', 6, 2, 1, 0, 0, 0, 3, 1);
       INSERT INTO yanquan.editions (ledger_id, round_no, edition, digest, lines, in_circle, entered, stayed, exited, departed,
         commended) VALUES ('${later}', 1, 0, repeat('e', 64), 4, 2, 1, 1, 1, 0, 0)`,
    );
    const told = await rows(['overview', url]);
    expect(told).toEqual([
      expect.objectContaining({
        rounds: 3,
        cutoff: '2019-01-09',
        due: 3,
        overdue: 1,
        in_circle: 2,
        rectified: Number(before?.rectified) + 3,
        entered: Number(before?.entered) + 1,
      }),
    ]);
    expect(await rows(['overview', url, '--cutoff', '2018-12-31'])).toEqual([before]);
    expect(await rows(['overview', url, '--to', '2018-12-31', '--cutoff', '2019-12-31'])).toEqual([before]);
    // Of the later year alone: as the first round of its ledger says.
    expect(await rows(['overview', url, '--from', '2019-01-01'])).toEqual([
      expect.objectContaining({
        rounds: 1,
        cutoff: '2019-01-09',
        rectified: 3,
        in_time: 2,
        in_time_rate: 67,
        overdue_rate: 33,
        entered: 1,
        talks_owed: 0,
      }),
    ]);
    const [second] = await rows(['overview', url, '--from', '2018-09-19', '--to', '2018-09-19']);
    const [first] = await rows(['overview', url, '--to', '2018-09-18']);
    for (const column of ['rectified', 'in_time', 'entered', 'exited', 'checks', 'talks_owed', 'talks_held'])
      expect(Number(first?.[column]) + Number(second?.[column])).toBe(before?.[column]);
    expect(first).toMatchObject({ rounds: 1, cutoff: '2018-09-12', talks_owed: 13, talks_held: 12 });
    expect(await rows(['overview', url, '--from', '2020-01-01'])).toEqual([
      expect.objectContaining({ rounds: 0, cutoff: '', talks_owed: '' }),
    ]);
    for (const lang of ['zh', 'en'])
      expect(
        await run(['overview', url, '--from', '2019-01-02', '--to', '2019-01-01', '--lang', lang]),
      ).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('2019-01-02') });
    const page = (await runOk(['overview', url, '--format', 'html'])).stdout;
    expect(page).toContain('新来源');
    expect(page).not.toContain('市委巡察反馈');
  });
});
