// Where the office's delay and its duties are shown: notice, due, page, circle, explain, duties; and groups of people.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dismiss, ledger, object, report } from '../support/clocks.ts';
import { refuseInBoth, world } from '../support/errors.ts';
import { put } from '../support/folder.ts';

const check = (no: string, on: string, result = 'rectified') => [
  ...['finding', 'check', no, '--result', result, '--on', on, '--by', '督查组'],
];

/** F1 was reported in time, and objected to on another ground; the office is late with the check, and then with both. */
async function waiting() {
  const made = await ledger({ F1: '2018-09-10', F2: '2018-09-10', F3: '2018-09-10' });
  await made.ok(...report('F1', '2018-09-08'));
  await made.ok(...object('F2', '2018-09-09'));
  return made;
}

describe('what the office is late with', () => {
  it('is said in the list and in the document of the notice, findings counted once', async () => {
    const { ok, json, folder } = await waiting();
    const text = async (name: string) => {
      await ok('notice', '--proposed', '--lang', 'zh', '-o', join(folder, name));
      return readFileSync(join(folder, name), 'utf8');
    };
    await ok('round', 'open', '--cutoff', '2018-09-13');
    expect(await text('a.md')).not.toContain('逾期未核查');
    await ok('round', 'cancel');
    await ok('round', 'open', '--cutoff', '2018-09-15');
    expect(await text('b.md')).toContain('逾期未核查1个、逾期未裁定1个，不影响责任人退圈');
    const lines = await json('notice', '--proposed', '--scope', 'leader');
    expect(lines.find((each) => each.cadre_no === 'A1')).toMatchObject({ pending: 2, late_pending: 2 });
    const figures = await json('notice', '--proposed', '--scope', 'public');
    const findingsOf = (figure: string) => figures.find((each) => each.figure === figure)?.findings;
    expect([findingsOf('late_checks'), findingsOf('late_rulings')]).toEqual([1, 1]);
    const list = await ok('notice', '--proposed', '--format', 'table', '--lang', 'en');
    expect(list.stdout).toContain('1 check, 1 ruling');
    await ok('round', 'close', '--approved-by', '书记');
    await ok(...check('F1', '2018-09-15'));
    const closed = await json('notice', '--scope', 'public');
    expect(closed.find((each) => each.figure === 'late_checks')?.findings).toBe(1);
  });

  it('is said in due, with the day from which it is late', async () => {
    const { ok, json } = await waiting();
    const items = await json('due', '--until', '2018-09-15');
    const item = (no: string) => items.find((each) => each.item === no);
    expect(item('F1')).toMatchObject({ todo: 'check', office_late: 'check:2018-09-14' });
    expect(item('F2')).toMatchObject({ todo: 'rule', office_late: 'ruling:2018-09-15' });
    expect(item('F3')).toMatchObject({ office_late: '' });
    expect((await ok('due', '--until', '2018-09-15', '--lang', 'zh')).stdout).toContain('核查 2018-09-14');
    expect((await ok('due', '--until', '2018-09-13', '--lang', 'zh')).stdout).not.toContain('办理逾期');
  });

  it('is on the page with its duties, by kind and one by one, nobody named unless asked', async () => {
    const { ok, folder } = await waiting();
    await ok('round', 'open', '--cutoff', '2018-09-15');
    const page = async (...names: readonly string[]) => {
      await ok('dashboard', ...names, '--lang', 'zh', '-o', join(folder, 'page.html'));
      return readFileSync(join(folder, 'page.html'), 'utf8');
    };
    const html = await page();
    expect(html).toContain('截至2018-09-15，应办2项，其中逾期2项。');
    expect(html).toMatch(/核查<\/th><td[^>]*>1<\/td><td[^>]*>1<\/td><td[^>]*>2</);
    expect(html).not.toContain('吕鹏');
    expect(await page('--names')).toMatch(/裁定<\/th><td[^>]*>F2<\/td><td[^>]*>吕鹏 A1/);
  });

  it('is said in the circle, beside what keeps somebody in', async () => {
    const { ok, line } = await ledger({ F1: '2018-09-10', F2: '2018-09-10', F3: '2018-09-20' });
    await ok('round', 'close', '--cutoff', '2018-09-11', '--approved-by', '书记');
    await ok(...check('F2', '2018-09-12'));
    await ok(...report('F1', '2018-09-12'));
    await ok('round', 'open', '--cutoff', '2018-09-20');
    expect(await line('circle')).toMatchObject({
      in_by: 'kept',
      still_needed: 'no_counted_findings:1',
      not_kept_by: 'F1:check:2018-09-18',
      late_pending: 1,
    });
    const said = await ok('circle', '--format', 'table', '--lang', 'en');
    expect(said.stdout).toContain('吕鹏 A1 is not kept in by F1: check late since 2018-09-18');
    expect((await ok('circle', '--format', 'table', '--lang', 'zh')).stdout).toContain(
      '吕鹏 A1 的问题 F1 不影响退圈：自2018-09-18起核查超期',
    );
  });
});

describe('duties', () => {
  it('of decisions are due on the cutoff, and done with the decision', async () => {
    const { ok, json } = await ledger(
      { F1: '2018-09-10', F2: '2018-09-10' },
      { more: 'require_decision: [reminder_talk]\n' },
    );
    expect(await json('duties', '--on', '2018-09-12')).toEqual([]);
    await ok('round', 'open', '--cutoff', '2018-09-12');
    const [duty] = await json('duties', '--on', '2018-09-13');
    expect(duty).toMatchObject({
      duty: 'decide',
      subject: '1',
      cadre_no: 'A1',
      due_by: '2018-09-12',
      days_late: 1,
    });
    expect(duty?.settled_with).toBe('yanquan decide A1 --confirm --by WHO --reason TEXT');
    await ok('decide', 'A1', '--confirm', '--by', '书记', '--reason', '属实');
    expect(await json('duties', '--on', '2018-09-13')).toEqual([]);
  });

  it('of receipts are due on the day an order is sent, and late on the next', async () => {
    const { ok, json } = await ledger({ F1: '2018-09-10' });
    const order = ['--no', 'P1', '--station', '东岭作战所', '--on', '2018-09-03', '--due', '2018-09-10'];
    await ok('dispatch', 'new', ...order, '--issued-by', '派单甲', '--finding', 'F1');
    expect(await json('duties', '--on', '2018-09-02')).toEqual([]);
    const on = async (day: string) => (await json('duties', '--on', day))[0];
    expect(await on('2018-09-03')).toMatchObject({ duty: 'receive', subject: 'P1', days_late: 0 });
    expect(await on('2018-09-04')).toMatchObject({
      due_by: '2018-09-03',
      days_late: 1,
      owed_by: '东岭作战所',
    });
    await ok('dispatch', 'receive', 'P1', '--by', '值班员', '--on', '2018-09-05');
    expect(await on('2018-09-04')).toMatchObject({ duty: 'receive' });
    expect(await on('2018-09-05')).toBeUndefined();
  });

  it('of corrections begin with the reversal, and end with the correction', async () => {
    const { ok, json, close } = await ledger({ F1: '2018-09-10', F2: '2018-09-10' });
    await close('2018-09-12');
    await ok('reverse', 'F2', '--reason', '录入错误');
    const today = String(world.now ?? '').slice(0, 10);
    // The talk and its service are owed too.
    const corrections = async (on: string) =>
      (await json('duties', '--on', on)).filter(({ duty }) => duty === 'correct');
    const [duty] = await corrections(today);
    expect(duty).toMatchObject({
      duty: 'correct',
      subject: '1',
      cadre_no: 'A1',
      due_by: today,
      days_late: 0,
    });
    expect(duty?.settled_with).toBe('yanquan correct A1 --round 1 --by WHO --reason TEXT');
    expect(await corrections('2018-09-12')).toEqual([]);
    await ok('correct', 'A1', '--round', '1', '--by', '纪委', '--reason', '录入错误');
    expect(await corrections(today)).toEqual([]);
  });
});

describe('history in explain', () => {
  it('names each entry with the day on which it lapses, and why the proposal was raised', async () => {
    const history = '{ window_months: 2, raise_at_entries: 2 }';
    const { ok, close } = await ledger(
      { F1: '2018-09-05', F2: '2018-09-05', F3: '2018-09-18', F4: '2018-09-18' },
      { history },
    );
    await close('2018-09-06');
    await ok(...check('F1', '2018-09-10'));
    await ok(...check('F2', '2018-09-10'));
    await close('2018-09-13');
    await ok('round', 'open', '--cutoff', '2018-09-19');
    const zh = (await ok('explain', 'A1', '--lang', 'zh')).stdout;
    expect(zh).toMatch(/2018-09-06 +进圈 +计入 +2018-11-06/);
    expect(zh).toMatch(/2018-09-19 +进圈 +计入 +2018-11-19/);
    expect(zh).toMatch(/诫勉谈话 +加重 +进圈次数/);
    const document = (await ok('explain', 'A1', '--lang', 'zh', '--format', 'md')).stdout;
    expect(document).toContain(
      '近2个月进圈2次：2018年9月6日（2018年11月6日起不再计算）；2018年9月19日（2018年11月19日起不再计算）；满2次加重一档。',
    );
    expect(document).toContain('因上述情况，由提醒谈话加重为诫勉谈话。');
    const en = (await ok('explain', 'A1', '--lang', 'en', '--format', 'md')).stdout;
    expect(en).toContain('(lapses on 6 November 2018)');
  });
});

describe('groups of people', () => {
  /** Six staff of one unit, six of another, two of a third. */
  async function people() {
    const made = await ledger({ F1: '2018-09-05', F2: '2018-09-05' });
    const rows = Array.from(
      { length: 13 },
      (_, at) => `B${at},干部${at},staff,${at < 6 ? '甲站' : at < 11 ? '乙站' : '丙站'}`,
    );
    await made.ok(
      'import',
      'cadres',
      put(made.folder, 'more.csv', `cadre_no,name,rank,unit\n${rows.join('\n')}\n`),
    );
    const found = 'finding_no,source,description,found_on,due_on,cadre_no';
    const findings = ['G1,巡察,G1,2018-09-01,2018-09-05,B0', 'G2,巡察,G2,2018-09-01,2018-09-05,B12'];
    await made.ok('import', 'findings', put(made.folder, 'f.csv', `${[found, ...findings].join('\n')}\n`));
    const object = ['--ground', 'facts', '--reason', '另有证据', '--on', '2018-09-03'];
    await made.ok('finding', 'object', 'G1', '--cadre', 'B0', ...object);
    await made.ok(...dismiss('G1', '2018-09-04').map((each) => (each === 'A1' ? 'B0' : each)));
    await made.ok(...report('F1', '2018-09-03'));
    await made.ok(...check('F1', '2018-09-06', 'not_rectified'));
    await made.ok('round', 'open', '--cutoff', '2018-09-06');
    await made.ok('decide', 'A1', '--measure', 'self_criticism', '--by', '书记', '--reason', '情节轻微');
    await made.ok('round', 'close', '--approved-by', '书记');
    return made;
  }

  it('are compared by what was proposed and decided, objections and days to the check', async () => {
    const { json, ok } = await people();
    const all = await json('trend', '--group-by', 'unit', '--scope', 'leader');
    expect(
      all.map((each) => [each.unit, each.people, each.decided_self_criticism, each.objections_raised]),
    ).toEqual([
      ['', 2, 1, 0],
      ['丙站', 2, 1, 0],
      ['乙站', 5, 0, 0],
      ['甲站', 6, 1, 1],
    ]);
    expect(all[0]).toMatchObject({
      proposed_reminder_talk: 1,
      decided_reminder_talk: 0,
      decided_lighter: 1,
      check_days: 3,
    });
    expect(await json('trend', '--by', 'rank')).toEqual([
      expect.objectContaining({
        rank: 'staff',
        people: 15,
        proposed_self_criticism: 2,
        decided_self_criticism: 3,
      }),
    ]);
    const internal = await ok('trend', '--group-by', 'unit', '--format', 'json', '--lang', 'en');
    expect((JSON.parse(internal.stdout) as { unit: string }[]).map((each) => each.unit)).toEqual(
      ['乙站', '甲站'].slice(1),
    );
    expect(internal.stderr).toContain('Groups left out: 3');
    const identity = await json('trend', '--group-by', 'identity', '--scope', 'public');
    expect(identity).toEqual([expect.objectContaining({ identity: '', people: 15 })]);
  });

  it('have no scope beside them, and no single cadre', async () => {
    const { file, folder } = await people();
    const at = ['--ledger', file];
    const refused = (code: 'usage_trend_scope' | 'usage_trend_cadre', names: string[], ...args: string[]) =>
      refuseInBoth(folder, ['trend', ...args, ...at], { code, exit: 2, names }, world);
    await refused('usage_trend_scope', ['--scope', '--group-by'], '--scope', 'leader');
    await refused('usage_trend_cadre', ['--cadre'], '--group-by', 'rank', '--cadre', 'A1');
  });
});
