// Other policies and the rounds gone by, through the command line: what if, trend. On the demo's ledger.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { atDemo, type Row } from '../support/at-ledger.ts';
import { bytesIn } from '../support/errors.ts';
import { put, temporaryFolder } from '../support/folder.ts';
import { home } from '../support/run.ts';

describe('policy whatif', () => {
  const inForce = join(home, 'fixtures', 'tongjing', 'policy.yaml');

  it.each(['1', '2'])('with the policy in force nobody stands differently in round %s', async (round) => {
    const { rows, ok, folder } = await atDemo();
    const before = bytesIn(folder);
    expect(await rows('policy', 'whatif', inForce, '--round', round)).toEqual([]);
    expect((await ok('policy', 'whatif', inForce, '--round', round)).stdout).toContain(
      'No result would differ.',
    );
    expect(bytesIn(folder)).toEqual(before);
  });

  it('says who would stand differently and why, on the facts held at the closing', async () => {
    const { rows, ok } = await atDemo();
    const stricter = readFileSync(inForce, 'utf8')
      .replace(/(reminder_talk, at_least: )2/, '$13')
      .replace(/^version:.*$/m, 'version: "x"');
    const file = put(temporaryFolder(), 'policy.yaml', stricter);
    const changed = await rows('policy', 'whatif', file, '--round', '2');
    expect(changed.length).toBeGreaterThan(0);
    expect(changed.every((row) => row.because === 'tiers')).toBe(true);
    expect(changed.find((row) => row.cadre_no === 'TJ016')).toMatchObject({
      measure: 'reminder_talk',
      measure_after: 'self_criticism',
      movement: 'enter',
      movement_after: 'outside',
    });
    await ok('finding', 'check', 'HT-012', '--result', 'rectified', '--on', '2018-09-18', '--by', '督查新');
    expect(await rows('policy', 'whatif', file, '--round', '2')).toEqual(changed);
  });

  it('counts and points are reasons too', async () => {
    const { rows } = await atDemo();
    const other = readFileSync(inForce, 'utf8')
      .replace(/^version:.*$/m, 'version: "y"')
      .replace(/basis: due/, 'basis: outstanding');
    const changed = await rows(
      'policy',
      'whatif',
      put(temporaryFolder(), 'policy.yaml', other),
      '--round',
      '1',
    );
    expect(changed.length).toBeGreaterThan(0);
    for (const row of changed) expect(row.because).toMatch(/^counted;points|^counted/);
  });
});

describe('trend', () => {
  it('by round agrees with the lines of each round and with the notice', async () => {
    const { rows } = await atDemo();
    const trend = await rows('trend');
    expect(trend.map((row) => row.round)).toEqual([1, 2]);
    for (const row of trend) {
      const lines = await rows('round', 'show', String(row.round));
      const count = (movement: string) => lines.filter((line) => line.movement === movement).length;
      expect(row).toMatchObject({
        now_in: lines.filter((line) => line.now_in).length,
        entered: count('enter'),
        exited: count('exit'),
      });
    }
    expect(trend[0]).toMatchObject({
      had_to_do: 67,
      counted: 46,
      rectified: 15,
      in_time: 14,
      checks: 32,
      check_days: 1.3,
    });
    const checks = await rows('export', 'checks');
    expect(checks.length).toBe(Number(trend[0]?.checks) + Number(trend[1]?.checks));
  });

  it("groups sum up to the rounds; a cadre to the cadre's lines", async () => {
    const { rows } = await atDemo();
    const sum = (list: readonly Row[], key: string) =>
      list.reduce((total, row) => total + Number(row[key]), 0);
    const rounds = await rows('trend', '--from', '2', '--to', '2');
    for (const by of ['source', 'area', 'station']) {
      const groups = await rows('trend', '--by', by, '--from', '2', '--to', '2');
      for (const key of ['had_to_do', 'counted', 'rectified', 'in_time', 'checks']) {
        expect([by, key, sum(groups, key)]).toEqual([by, key, sum(rounds, key)]);
      }
    }
    const cadres = await rows('trend', '--by', 'cadre');
    for (const number of ['1', '2']) {
      const lines = await rows('round', 'show', number);
      const one = await rows('trend', '--by', 'cadre', '--from', number, '--to', number);
      for (const line of lines) {
        expect(one.find((row) => row.cadre_no === line.cadre_no)?.counted ?? 0).toBe(line.counted);
      }
    }
    const [first, second] = await rows('trend', '--cadre', 'TJ022');
    const own = cadres.find((row) => row.cadre_no === 'TJ022');
    expect(Number(own?.now_in)).toBe(Number(first?.now_in) + Number(second?.now_in));
    expect(own?.name).toBe('乙四');
  });

  it('draws bars in a terminal only', async () => {
    const { ok } = await atDemo();
    expect((await ok('trend')).stdout).toMatch(/█+░+/);
    expect((await ok('trend', '--format', 'csv')).stdout.split('\n')[0]).toBe(
      'round,cutoff,had_to_do,counted,rectified,in_time,checks,check_days,now_in,entered,exited',
    );
  });
});
