// Nobody waits for ever: late checks and rulings, second objections, history, and what the office owes.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dismiss, ledger, object, POLICY, report } from '../support/clocks.ts';
import { world } from '../support/errors.ts';
import { put, temporaryFolder } from '../support/folder.ts';
import { runOk } from '../support/run.ts';

describe('a check that the office is late with', () => {
  it('keeps nobody in, and is named beside what does', async () => {
    const { ok, line, json, close } = await ledger({ F1: '2018-09-10', F2: '2018-09-10' });
    await close('2018-09-11');
    expect(await line('circle')).toMatchObject({ in_by: 'tier', late_pending: 0 });
    await ok('finding', 'check', 'F2', '--result', 'rectified', '--on', '2018-09-12', '--by', '督查组');
    await ok('finding', 'extend', 'F1', '--to', '2018-09-20', '--on', '2018-09-10', '--by', '分管领导');
    await ok(...report('F1', '2018-09-12'));
    // The report is in time: on the fifth day it keeps the member in, on the sixth no one.
    expect(await line('tally', '--cutoff', '2018-09-17')).toMatchObject({ movement: 'exit' });
    const until = async (cutoff: string) => await line('tally', '--cutoff', cutoff);
    expect(await until('2018-09-20')).toMatchObject({ pending: 1, late_pending: 1, movement: 'exit' });
    await ok('round', 'open', '--cutoff', '2018-09-20');
    expect(await json('circle')).toEqual([]);
    const explained = await ok('explain', 'A1', '--lang', 'en');
    expect(explained.stdout).toContain('2018-09-18');
  });

  it('is owed from the sixth day on, by the command that settles it', async () => {
    const { ok, json } = await ledger({ F1: '2018-09-10' });
    await ok(...report('F1', '2018-09-08'));
    const [duty] = await json('duties', '--on', '2018-09-13');
    expect(duty).toMatchObject({ duty: 'check', subject: 'F1', due_by: '2018-09-13', days_late: 0 });
    expect(await json('duties', '--on', '2018-09-13', '--late')).toEqual([]);
    const [late] = await json('duties', '--on', '2018-09-14', '--late');
    expect(late).toMatchObject({ days_late: 1, owed_since: '2018-09-08' });
    expect(late?.settled_with).toContain('yanquan finding check F1');
    await ok('finding', 'check', 'F1', '--result', 'rectified', '--on', '2018-09-14', '--by', '督查组');
    expect(await json('duties', '--on', '2018-09-14')).toEqual([]);
  });

  it('begins to wait at the cutoff of the last round closed before it was recorded', async () => {
    const { ok, line, close, json } = await ledger({ F1: '2018-09-10' });
    await close('2018-09-12');
    await ok(...report('F1', '2018-09-09'));
    expect(await line('tally', '--cutoff', '2018-09-17')).toMatchObject({ pending: 1, late_pending: 0 });
    expect(await line('tally', '--cutoff', '2018-09-18')).toMatchObject({ pending: 1, late_pending: 1 });
    expect((await json('duties', '--on', '2018-09-18'))[0]).toMatchObject({ due_by: '2018-09-17' });
  });
});

describe('a second objection', () => {
  it('does not suspend, and the command says so; one that waits too long keeps nobody in', async () => {
    const { ok, line } = await ledger({ F1: '2018-09-10' });
    await ok(...object('F1', '2018-09-08'));
    expect(await line('tally', '--cutoff', '2018-09-13')).toMatchObject({ pending: 1, late_pending: 0 });
    expect(await line('tally', '--cutoff', '2018-09-14')).toMatchObject({ pending: 1, late_pending: 1 });
    await ok(...dismiss('F1', '2018-09-11'));
    const again = await ok(...object('F1', '2018-09-12'), '--lang', 'zh');
    expect(again.stderr).toMatch(/照常计入.*2018-09-08/);
    expect(await line('tally', '--cutoff', '2018-09-13')).toMatchObject({ counted: 1, pending: 0 });
    const other = await ok(...object('F1', '2018-09-12', 'not_mine'), '--lang', 'zh');
    expect(other.stderr).not.toContain('照常计入');
    expect(await line('tally', '--cutoff', '2018-09-13')).toMatchObject({ counted: 0, pending: 1 });
  });

  it('is owed a ruling too, by the command that says which is meant', async () => {
    const { ok, json } = await ledger({ F1: '2018-09-10' });
    await ok(...object('F1', '2018-09-08'));
    await ok(...object('F1', '2018-09-08', 'not_mine'));
    const duties = await json('duties', '--on', '2018-09-09');
    expect(duties.map((each) => each.settled_with)).toEqual([
      expect.stringContaining('--raised-on 2018-09-08 --ground facts --ruling'),
      expect.stringContaining('--raised-on 2018-09-08 --ground not_mine --ruling'),
    ]);
    await ok(...dismiss('F1', '2018-09-09'), '--raised-on', '2018-09-08', '--ground', 'facts');
    await ok(...dismiss('F1', '2018-09-09'), '--ground', 'not_mine');
    expect(await json('duties', '--on', '2018-09-09')).toEqual([]);
  });

  it('lapses with the part of who raised it', async () => {
    const { ok, line, json } = await ledger({ F1: '2018-09-10' });
    await ok(...object('F1', '2018-09-08'));
    const to = ['--from', 'A1', '--to', 'A2', '--on', '2018-09-09', '--by', '调度组'];
    await ok('finding', 'reassign', 'F1', ...to);
    expect((await json('finding', 'list')).map((each) => each.status)).toEqual(['registered']);
    expect(await line('tally', '--cutoff', '2018-09-12')).toBeUndefined();
    expect(await json('duties', '--on', '2018-09-12')).toEqual([]);
  });
});

describe('history', () => {
  const history = '{ window_months: 1, raise_at_entries: 2, raise_at_rounds: 2 }';

  it('raises by one step for rounds running, and says why', async () => {
    const { ok, line, close } = await ledger({ F1: '2018-09-05', F2: '2018-09-05' }, { history });
    await close('2018-09-06');
    expect(await line('tally', '--cutoff', '2018-09-13')).toMatchObject({
      proposed_measure: 'admonition_talk',
      raised_by: 'rounds',
    });
    await ok('round', 'open', '--cutoff', '2018-09-13');
    expect((await ok('round', 'close', '--approved-by', '书记')).code).toBe(0);
    expect(await line('round', 'show', '2')).toMatchObject({
      measure: 'admonition_talk',
      raised_by: 'rounds',
    });
    expect((await ok('round', 'replay', '2')).code).toBe(0);
    expect((await ok('verify')).code).toBe(0);
  });
});

describe('policy whatif over rounds', () => {
  it('goes on from what each round would have been', async () => {
    const { json, close } = await ledger({ F1: '2018-09-05', F2: '2018-09-05' });
    await close('2018-09-06');
    await close('2018-09-13');
    const milder = put(temporaryFolder(), 'm.yaml', POLICY({}).replace('at_least: 2', 'at_least: 3'));
    const rows = await json('policy', 'whatif', milder, '--from', '1', '--to', '2');
    expect(
      rows.map((each) => [each.round, each.in_circle, each.in_circle_after, each.movement_after]),
    ).toEqual([
      [1, 1, 0, ''],
      [1, '', '', 'outside'],
      [2, 1, 0, ''],
      [2, '', '', 'outside'],
    ]);
  });
});

describe('a policy', () => {
  it('without limits is warned of, one with them is not', async () => {
    const folder = temporaryFolder();
    const check = async (policy: string) =>
      (await runOk(['policy', 'check', put(folder, 'p.yaml', policy), '--lang', 'en'], world)).stderr;
    expect(await check(POLICY({}))).not.toContain('Warning');
    expect(await check(POLICY({ check: 0 }))).toMatch(/Warning: duties.check_within is 0/);
    expect(await check(POLICY({ rule: 0 }))).toMatch(/Warning: duties.rule_within is 0/);
    const counting = POLICY({}).replace('duties:', 'count: { reported: count }\nduties:');
    expect(await check(counting)).toMatch(/Warning: count.reported is count/);
    const outside = POLICY({}).replace('at_least: 4, in_circle: true', 'at_least: 4, in_circle: false');
    expect(await check(outside)).toMatch(/Warning: a heavier tier lies outside/);
  });

  it('adopted while a round is open holds from the next one, and says so', async () => {
    const { ok, line } = await ledger({ F1: '2018-09-10' });
    await ok(...report('F1', '2018-09-08'));
    await ok('round', 'open', '--cutoff', '2018-09-20');
    const later = put(temporaryFolder(), 'later.yaml', POLICY({ check: 30 }).replace('"1"', '"2"'));
    const adopted = await ok('policy', 'adopt', later, '--lang', 'en');
    expect(adopted.stderr).toContain('Round 1 is open and keeps the policy it was opened with');
    expect(await line('tally')).toMatchObject({ late_pending: 1 });
    await ok('round', 'close', '--approved-by', '书记');
    expect(await line('tally', '--cutoff', '2018-09-21')).toMatchObject({ late_pending: 0 });
  });
});

describe('a round that engine 1 decided', () => {
  it('is said to be so, and replays with it', async () => {
    const file = join(temporaryFolder(), 'old.db');
    copyFileSync('fixtures/ledgers/version-3.db', file);
    const at = ['--ledger', file];
    const rounds = JSON.parse((await runOk(['round', 'list', '--format', 'json', ...at], world)).stdout);
    expect(rounds[0]).toMatchObject({ round: 1, state: 'closed', engine: 1 });
    expect((await runOk(['round', 'show', '1', '--lang', 'en', ...at], world)).stdout).toContain('engine 1');
    expect((await runOk(['round', 'replay', '1', ...at], world)).code).toBe(0);
  });
});
