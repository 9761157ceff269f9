// A new year on the command line: carried over, explained from the old ledger, verified; the old one sealed; each refusal.
import { copyFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { bytesIn, expectRefused, langs, refuseInBoth } from '../support/errors.ts';
import { put, temporaryFolder } from '../support/folder.ts';
import { type Ran, run, runOk } from '../support/run.ts';
import { rechain, tamper } from '../support/tamper.ts';

const POLICY = `name: care
version: "1"
tiers:
  - { measure: self_criticism, at_least: 1, in_circle: false }
  - { measure: reminder_talk, at_least: 2, in_circle: true }
`;
const CADRES = 'cadre_no,name,rank\nA1,甲一,staff\nA2,甲二,staff\nA3,甲三,section\n';
const FINDINGS = `finding_no,source,description,found_on,due_on,cadre_no,recurs
F0,省委巡视,零,2018-08-01,2018-08-10,A3,
F1,省委巡视,一,2018-09-01,2018-09-10,A1,
F2,省委巡视,二,2018-09-01,2018-09-10,A1,F0
F3,省委巡视,三,2018-09-01,2018-09-10,A2,
F4,省委巡视,四,2018-08-01,2018-08-10,A3,
`;
const CHECKS = `finding_no,result,checked_on,checked_by
F0,rectified,2018-08-09,督查组
F4,rectified,2018-08-09,督查组
F3,rectified,2018-09-15,督查组
`;
const WORLD = { now: '2018-12-31T04:00:00Z' };
type Yanquan = (...args: readonly string[]) => Promise<Ran>;

interface Years {
  readonly folder: string;
  readonly old: string;
  readonly file: string;
  readonly inOld: Yanquan;
  readonly inNew: Yanquan;
}

/** An old ledger with two closed rounds, F1 and F2 open, F3 settled since, A1 in the circle for two rounds. */
async function oldYear(): Promise<Years> {
  const folder = temporaryFolder();
  const [old, file] = [join(folder, '2018.db'), join(folder, '2019.db')];
  const steps = [
    ['init', '--policy', put(folder, 'policy.yaml', POLICY), '--township', '桶井乡'],
    ['import', 'cadres', put(folder, 'cadres.csv', CADRES)],
    ['import', 'findings', put(folder, 'findings.csv', FINDINGS)],
    ['import', 'checks', put(folder, 'first.csv', CHECKS.split('\n').slice(0, 3).join('\n'))],
    [
      'dispatch',
      'new',
      '--station',
      '一号',
      '--on',
      '2018-09-02',
      '--due',
      '2018-09-09',
      '--issued-by',
      '办公室',
      '--finding',
      'F1,F3',
    ],
    // F4 does not go on, its order's number stays given.
    [
      'dispatch',
      'new',
      '--station',
      '一号',
      '--on',
      '2018-08-05',
      '--due',
      '2018-08-08',
      '--issued-by',
      '办公室',
      '--finding',
      'F4',
    ],
    ['round', 'close', '--cutoff', '2018-09-12', '--approved-by', '书记'],
    ['round', 'close', '--cutoff', '2018-09-14', '--approved-by', '书记'],
    ['import', 'checks', put(folder, 'second.csv', `${CHECKS.split('\n')[0]}\n${CHECKS.split('\n')[3]}\n`)],
  ];
  for (const step of steps) await runOk(['--ledger', old, ...step], WORLD);
  const on =
    (ledger: string): Yanquan =>
    (...args) =>
      run(['--ledger', ledger, ...args], WORLD);
  return { folder, old, file, inOld: on(old), inNew: on(file) };
}

async function bothYears(...args: readonly string[]): Promise<Years> {
  const years = await oldYear();
  await runOk(['--ledger', years.file, 'init', '--carry-over', years.old, ...args], WORLD);
  return years;
}

const rowsOf = async (came: Promise<Ran>) => JSON.parse((await came).stdout) as Record<string, unknown>[];
const seal = ['seal', '--by', '书记', '--reason', '年度终了'];

describe('init --carry-over', () => {
  it('says what went on, and that the old ledger is not sealed yet', async () => {
    const { old, file, inNew } = await oldYear();
    const came = await inNew('init', '--carry-over', old);
    expect(came).toMatchObject({ code: 0, stdout: '' });
    expect(came.stderr).toContain(`carried over from ${old}: 3 cadres, 4 findings, 0 tasks, policy care 1.`);
    expect(came.stderr).toContain(
      'Its next round is round 3. Before it comes round 2 of 2018.db (cutoff 2018-09-14): 1 in',
    );
    expect(came.stderr).toContain(`Next: yanquan seal ${old} --by WHO`);
    expect(readdirSync(join(file, '..')).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('takes what is open, what was settled since, and what that recurs from; everything with --all', async () => {
    const numbers = async ({ inNew }: Years) =>
      (await rowsOf(inNew('export', 'findings', '--format', 'json'))).map((row) => row.finding_no);
    expect(await numbers(await bothYears())).toEqual(['F0', 'F1', 'F2', 'F3']);
    expect(await numbers(await bothYears('--all'))).toEqual(['F0', 'F1', 'F2', 'F3', 'F4']);
  });

  it('keeps what became of an objection that was dismissed after the last round', async () => {
    const { old, inOld, inNew } = await oldYear();
    const about = ['F2', '--cadre', 'A1'];
    await inOld(
      'finding',
      'object',
      ...about,
      '--ground',
      'facts',
      '--reason',
      '不实',
      '--on',
      '2018-09-15',
      '--by',
      '甲一',
    );
    await inOld('round', 'close', '--cutoff', '2018-09-16', '--approved-by', '书记');
    await inOld('finding', 'rule', ...about, '--ruling', 'dismissed', '--on', '2018-09-17', '--by', '裁定组');
    expect((await inNew('init', '--carry-over', old)).stderr).toContain('round 4');
    const statuses = async (of: Yanquan) =>
      (await rowsOf(of('finding', 'list', '--format', 'json'))).map((row) => [row.finding_no, row.status]);
    expect(await statuses(inNew)).toContainEqual(['F2', 'registered']);
    expect((await inNew('verify')).code).toBe(0);
  });

  it('goes on where the old ledger stopped: the next round, the circle and since when, the order numbers', async () => {
    const { folder, inOld, inNew } = await bothYears();
    const tally = ['tally', '--cutoff', '2018-09-21', '--all', '--format', 'json'];
    expect(await rowsOf(inNew(...tally))).toEqual(await rowsOf(inOld(...tally)));
    expect(await rowsOf(inNew('circle', '--format', 'json'))).toEqual(
      await rowsOf(inOld('circle', '--format', 'json')),
    );
    expect(await rowsOf(inNew('round', 'show', '2', '--format', 'json'))).toEqual(
      await rowsOf(inOld('round', 'show', '2', '--format', 'json')),
    );
    const order = [
      'dispatch',
      'new',
      '--station',
      '一号',
      '--on',
      '2018-09-16',
      '--due',
      '2018-09-20',
      '--issued-by',
      '办公室',
    ];
    expect((await inNew(...order, '--finding', 'F2')).code).toBe(0);
    expect((await rowsOf(inNew('dispatch', 'list', '--format', 'json'))).map((row) => row.order_no)).toEqual([
      '〔2018〕1号',
      '〔2018〕3号',
    ]);
    // Until it has closed a round of its own, it says where the earlier ones are.
    for (const command of ['trend', 'dashboard']) {
      for (const [lang, said] of [
        ['zh', '接续上一本台账（至第2轮）'],
        ['en', 'goes on from another one (up to round 2)'],
      ] as const) {
        const refused = await inNew(
          command,
          '--lang',
          lang,
          ...(command === 'trend' ? [] : ['-o', join(folder, 'x.html')]),
        );
        // The trend is a list: empty, with the reason on stderr.
        if (command === 'trend') expect(refused.code).toBe(0);
        else expect(refused).toMatchObject({ code: 1, stdout: '' });
        expect(refused.stderr).toContain(said);
      }
    }
    // The third of the year, although only the second and this one are here.
    expect((await inNew('round', 'close', '--cutoff', '2018-09-21', '--approved-by', '书记')).code).toBe(0);
    expect((await inNew('notice', '--format', 'md', '--lang', 'zh')).stdout).toContain('2018年第3轮');
    expect(await rowsOf(inNew('trend', '--format', 'json'))).toMatchObject([{ round: 3 }]);
    const page = join(folder, 'page.html');
    expect((await inNew('dashboard', '--lang', 'zh', '-o', page)).code).toBe(0);
    expect(readFileSync(page, 'utf8')).toContain('第3轮');
    expect(readFileSync(page, 'utf8')).not.toContain('第2轮');
  });

  it('leads every fact back to the old ledger, its entry, the file and the line', async () => {
    const { inNew } = await bothYears();
    await inNew('round', 'open', '--cutoff', '2018-09-21');
    const [table, document] = [await inNew('explain', 'A1'), await inNew('explain', 'A1', '--format', 'md')];
    expect(table.stdout).toMatch(/findings\.csv:3 +1 +2018\.db +3\n/);
    expect(document.stdout).toMatch(/findings\.csv line 3, journal entry 3 of 2018\.db/);
    const rows = await rowsOf(inNew('explain', 'A1', '--format', 'json'));
    expect(rows.find((row) => row.item === 'F2')).toMatchObject({
      line: 4,
      carried_from: '2018.db',
      carried_entry: 3,
    });
    const shown = await rowsOf(inNew('finding', 'show', 'F3', '--format', 'json'));
    expect(shown.map((row) => [row.event, row.carried_entry, row.seq])).toEqual([
      ['registered', 3, 1],
      ['dispatch', 5, 1],
      ['check', 9, 2],
    ]);
    expect((await inNew('log')).stdout).toContain('carried_over=2018.db entry=9 round=2');
    expect((await inNew()).stdout).toContain('Carried over from 2018.db (up to its journal entry 9)');
  });

  it('gives the township another name, and keeps it', async () => {
    const township = async ({ inNew }: Years) =>
      (await inNew('notice', '--proposed', '--format', 'md', '--lang', 'zh')).stdout;
    const renamed = await bothYears('--township', '新桶井镇');
    await renamed.inNew('round', 'open', '--cutoff', '2018-09-21');
    expect(await township(renamed)).toContain('新桶井镇');
    const kept = await bothYears();
    await kept.inNew('round', 'open', '--cutoff', '2018-09-21');
    expect(await township(kept)).toContain('桶井乡');
  });

  it('carries a ledger without a closed round, and one that was carried over itself', async () => {
    const { folder, inNew, file, old } = await bothYears();
    const third = join(folder, '2020.db');
    const inThird: Yanquan = (...args) => run(['--ledger', third, ...args], WORLD);
    expect((await inThird('init', '--carry-over', file)).code).toBe(0);
    const tally = ['tally', '--cutoff', '2018-09-21', '--format', 'json'];
    expect(await rowsOf(inThird(...tally))).toEqual(await rowsOf(inNew(...tally)));
    expect((await inThird('circle')).stdout).toContain('2018-09-12');
    const shown = await rowsOf(inThird('finding', 'show', 'F3', '--format', 'json'));
    expect(shown[0]).toMatchObject({
      carried_from: '2019.db',
      carried_entry: 1,
      file: join(folder, 'findings.csv'),
    });
    expect((await inThird('verify', '--against', file)).code).toBe(0);
    expect((await inThird('verify', '--against', old)).code).toBe(4);
    const empty = join(folder, 'empty.db');
    await runOk(['--ledger', empty, 'init'], WORLD);
    expect(
      (await run(['--ledger', join(folder, 'first.db'), 'init', '--carry-over', empty], WORLD)).code,
    ).toBe(0);
    expect((await run(['--ledger', join(folder, 'first.db'), 'verify'], WORLD)).code).toBe(0);
  });
});

describe('verify', () => {
  it('knows where a ledger came from, and holds it against that ledger, sealed or not, both ways', async () => {
    const { old, file, inOld, inNew } = await bothYears();
    const came = await inNew('verify', '--against', old);
    expect(came.code).toBe(0);
    expect(came.stdout).toContain('Round 2 was closed in 2018.db and is not replayed here');
    expect(came.stderr).toContain('It was carried over from 2018.db, up to journal entry 9 there.');
    expect(came.stderr).toContain('carried over from that one (up to its journal entry 9)');
    await inOld(...seal);
    expect((await inNew('verify', '--against', old)).stderr).toContain('carried over from that one');
    expect((await inOld('verify', '--against', file)).stderr).toContain('carried over from this one');
    const [digest] = (await rowsOf(inOld('round', 'list', '--format', 'json')))
      .slice(-1)
      .map((row) => String(row.digest));
    expect((await inNew('verify', '--digest', digest ?? '')).stderr).toContain(
      'that of the closing of round 2',
    );
  });

  it('says when the old ledger went on', async () => {
    const { old, inOld, inNew } = await bothYears();
    await inOld('cadre', 'add', 'A9', '--name', '甲九', '--rank', 'staff');
    const came = await inNew('verify', '--json', '--against', old);
    expect(came.code).toBe(0);
    expect(JSON.parse(came.stdout)).toContainEqual(
      expect.objectContaining({ check: 'copy', verdict: 'noted', code: 'verify_went_on' }),
    );
    expect(came.stderr).not.toContain('carried over from that one');
  });

  const tampered = async (work: (raw: Database.Database) => void) => {
    const years = await bothYears();
    tamper(years.file, work);
    const { code, stdout } = await years.inNew('verify', '--json', '--against', years.old);
    const found = (JSON.parse(stdout) as Record<string, unknown>[]).filter(
      (row) => row.verdict === 'damaged',
    );
    return { code, codes: found.map((row) => row.code) };
  };

  it.each([
    ['a carried fact', "UPDATE findings SET due_on = '2019-09-10' WHERE finding_no = 'F1'"],
    ['where it came from', "UPDATE carried_facts SET old_seq = 4 WHERE fact = 'findings' AND fact_id = 1"],
    ['a carried line', "UPDATE standings SET rounds_in = 1 WHERE cadre_no = 'A1'"],
    ['the list of earlier rounds', 'UPDATE carry_overs SET earlier_rounds = substr(earlier_rounds, 2)'],
    ['the list of orders', "UPDATE carry_overs SET order_numbers = '[]['"],
  ])('notices %s changed', async (_, sql) => {
    expect(await tampered((raw) => raw.exec(sql))).toMatchObject({
      code: 4,
      codes: expect.arrayContaining(['verify_rows']),
    });
  });

  it('notices a carried line, carried figures and a carried digest changed, with the journal forged, against the old ledger', async () => {
    const forged = (sql: string) =>
      tampered((raw) => {
        raw.exec(sql);
        rechain(raw);
      });
    expect(await forged("UPDATE standings SET rounds_in = 1 WHERE cadre_no = 'A1'")).toEqual({
      code: 4,
      codes: ['verify_carried_lines'],
    });
    for (const sql of [
      'UPDATE round_figures SET cadres = cadres + 1',
      "DELETE FROM finding_figures WHERE grouping = 'area'",
      "UPDATE main_problems SET description = '别的'",
    ]) {
      expect(await forged(sql), sql).toEqual({ code: 4, codes: ['verify_carried_figures'] });
    }
    expect(await forged(`UPDATE round_closings SET digest = '${'a'.repeat(64)}'`)).toEqual({
      code: 4,
      codes: ['verify_carried_digest'],
    });
  });
});

describe('seal', () => {
  it('closes a ledger for writing; reading goes on as before', async () => {
    const { inOld, old } = await oldYear();
    const before = await inOld('circle', '--format', 'csv');
    const came = await run([...seal.slice(0, 1), old, ...seal.slice(1)], WORLD);
    expect(came.code).toBe(0);
    expect(came.stdout).toMatch(/^[0-9a-f]{64}\n$/);
    const [last] = await rowsOf(inOld('log', '--limit', '1', '--format', 'json'));
    expect(last).toMatchObject({ command: 'seal', hash: came.stdout.trim() });
    expect((await inOld('circle', '--format', 'csv')).stdout).toBe(before.stdout);
    expect((await inOld('verify')).code).toBe(0);
    expect((await inOld()).stdout).toContain('Sealed by 书记 (journal entry 10');
  });

  it('is there once: again it says so, and an idempotency key that was used still answers', async () => {
    const { folder, inOld } = await oldYear();
    const add = ['cadre', 'add', 'A9', '--name', '甲九', '--rank', 'staff', '--idempotency-key', 'k'];
    await inOld(...add);
    const sealed = await inOld(...seal);
    const before = bytesIn(folder);
    const again = await inOld('seal', '--by', '别人');
    expect(again).toMatchObject({ code: 0, stdout: sealed.stdout });
    expect(again.stderr).toContain('sealed already, by 书记');
    expect(await inOld(...add)).toMatchObject({ code: 0 });
    expect(bytesIn(folder)).toEqual(before);
  });

  it('is known to the ledger that goes on', async () => {
    const { old, inOld, inNew } = await oldYear();
    await inOld(...seal);
    const came = await inNew('init', '--carry-over', old);
    expect(came.code).toBe(0);
    expect(came.stderr).not.toContain('is not sealed');
    expect((await inNew('cadre', 'add', 'A9', '--name', '甲九', '--rank', 'staff')).code).toBe(0);
    expect((await inNew('verify', '--against', old)).code).toBe(0);
  });
});

describe('refused', () => {
  it('whatever would be written into a sealed ledger', async () => {
    const { folder, old, inOld } = await oldYear();
    await inOld(...seal);
    const expected = {
      code: 'ledger_sealed',
      exit: 1,
      names: ['2018.db', '书记', '10', '--carry-over'],
    } as const;
    for (const args of [
      ['import', 'cadres', join(folder, 'cadres.csv')],
      ['import', 'cadres', join(folder, 'cadres.csv'), '--dry-run'],
      ['round', 'open', '--cutoff', '2018-09-21'],
      ['finding', 'check', 'F1', '--result', 'rectified', '--on', '2018-09-15', '--by', '督查组'],
      ['reverse', 'checks-1', '--reason', '误'],
      ['policy', 'adopt', join(folder, 'policy.yaml')],
      ['correct', 'A1', '--round', '2', '--by', '纪委', '--reason', '误'],
    ]) {
      await refuseInBoth(folder, ['--ledger', old, ...args], expected, WORLD);
    }
  });

  it('while a round is open: to seal, and to carry over', async () => {
    const { folder, old, file, inOld } = await oldYear();
    await inOld('round', 'open', '--cutoff', '2018-09-21');
    const names = ['3', '2018-09-21', '2018.db'];
    await refuseInBoth(
      folder,
      [...seal, '--ledger', old],
      { code: 'seal_round_open', exit: 1, names },
      WORLD,
    );
    const args = ['--ledger', file, 'init', '--carry-over', old];
    await refuseInBoth(folder, args, { code: 'carry_over_round_open', exit: 1, names }, WORLD);
  });

  it('the old ledger as its own successor, a taken name, one that is not there or not ours', async () => {
    const { folder, old, file } = await oldYear();
    const to = (ledger: string, from: string) => ['--ledger', ledger, 'init', '--carry-over', from];
    await refuseInBoth(
      folder,
      to(old, old),
      { code: 'carry_over_same_file', exit: 1, names: ['2018.db', '--carry-over'] },
      WORLD,
    );
    const taken = put(folder, 'taken.db', 'mine');
    await refuseInBoth(
      folder,
      to(taken, old),
      { code: 'ledger_exists', exit: 1, names: ['taken.db'] },
      WORLD,
    );
    await refuseInBoth(
      folder,
      to(file, join(folder, 'none.db')),
      { code: 'ledger_missing', exit: 1, names: ['none.db'] },
      WORLD,
    );
    await refuseInBoth(
      folder,
      to(file, taken),
      { code: 'ledger_foreign', exit: 1, names: ['taken.db'] },
      WORLD,
    );
    const options = {
      code: 'usage_conflicting_options',
      exit: 2,
      names: ['--policy', '--carry-over'],
    } as const;
    await refuseInBoth(folder, [...to(file, old), '--policy', join(folder, 'policy.yaml')], options, WORLD);
    await refuseInBoth(
      folder,
      ['--ledger', file, 'init', '--all'],
      { code: 'usage_all_alone', exit: 2, names: ['--carry-over'] },
      WORLD,
    );
  });

  it('a newer one, and a damaged one with what was found', async () => {
    const { folder, old, file } = await oldYear();
    const newer = join(folder, 'newer.db');
    copyFileSync(old, newer);
    const raw = new Database(newer);
    raw.pragma('user_version = 99');
    raw.close();
    await refuseInBoth(
      folder,
      ['--ledger', file, 'init', '--carry-over', newer],
      { code: 'ledger_newer', exit: 1, names: ['99'] },
      WORLD,
    );
    tamper(old, (tampered) =>
      tampered.exec("UPDATE findings SET description = '另' WHERE finding_no = 'F1'"),
    );
    for (const lang of langs) {
      const ran = await run(['--ledger', file, 'init', '--carry-over', old, '--lang', lang], WORLD);
      expectRefused({ ...ran, stderr: ran.stderr.split('\n')[0] ?? '' }, lang, {
        code: 'carry_over_damaged',
        exit: 4,
        names: ['2018.db'],
      });
      expect(ran.stderr).toContain('import findings');
    }
    expect(readdirSync(folder)).not.toContain('2019.db');
  });

  it('what needs the facts of a carried round', async () => {
    const { folder, file } = await bothYears();
    const expected = { code: 'round_carried', exit: 1, names: ['2', '2018.db'] } as const;
    for (const args of [
      ['round', 'replay', '2'],
      ['explain', 'A1', '--round', '2'],
      ['notice'],
      ['policy', 'whatif', join(folder, 'policy.yaml'), '--round', '2'],
      ['correct', 'A1', '--round', '2', '--by', '纪委', '--reason', '误'],
    ]) {
      await refuseInBoth(folder, ['--ledger', file, ...args], expected, WORLD);
    }
  });
});
