// A rule that asks for a statement first, and weights whose sums could not be exact.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refuseInBoth } from '../support/errors.ts';
import { temporaryFolder } from '../support/folder.ts';
import { run, runOk, type World } from '../support/run.ts';

const WORLD: World = { now: '2018-09-20T04:00:00Z' };

/** A ledger under a policy in which C1 has some findings that are due. */
async function ledgerWith(policy: string, findings: number, role = 'lead') {
  const folder = temporaryFolder();
  const at = ['--ledger', join(folder, 'yanquan.db')];
  const file = join(folder, 'policy.yaml');
  writeFileSync(file, `name: t\nversion: "1"\n${policy}`);
  await runOk([...at, 'init', '--policy', file], WORLD);
  for (const number of ['C1', 'C2'])
    await runOk([...at, 'cadre', 'add', number, '--name', `王${number}`, '--rank', 'staff'], WORLD);
  const column = role === 'lead' ? 'cadre_no' : `cadre_no,${role}_no`;
  const rows = Array.from({ length: findings }, (_, place) =>
    [
      `F-${place + 1}`,
      '来源',
      '问题',
      '2018-09-01',
      '2018-09-02',
      ...(role === 'lead' ? ['C1'] : ['C2', 'C1']),
    ].join(),
  );
  const heading = `finding_no,source,description,found_on,due_on,${column}`;
  writeFileSync(join(folder, 'findings.csv'), `${[heading, ...rows].join('\n')}\n`);
  await runOk([...at, 'import', 'findings', join(folder, 'findings.csv')], WORLD);
  return { at, folder };
}

const TIERS = `tiers:
  - { measure: self_criticism, at_least: 1, in_circle: false }
  - { measure: reminder_talk, at_least: 2, in_circle: true }
`;

describe('require_statement', () => {
  const policy = `${TIERS}require_statement: [reminder_talk]\n`;
  const close = ['round', 'close', '--cutoff', '2018-09-12', '--approved-by', '书记'];
  const state = ['cadre', 'statement', 'C1', '--round', '1', '--on', '2018-09-13'];

  it.each([
    ['a statement', ['--text', '马上整改']],
    ['a waiver', ['--waived']],
  ])('is met by %s, and by nothing else', async (_, said) => {
    const { at, folder } = await ledgerWith(policy, 2);
    await runOk([...at, 'round', 'open', '--cutoff', '2018-09-12'], WORLD);
    const names = ['C1', 'cadre statement C1'];
    await refuseInBoth(folder, [...at, ...close], { code: 'statement_missing', exit: 1, names }, WORLD);
    await runOk([...at, 'decide', 'C1', '--confirm', '--by', '审定甲', '--reason', '属实'], WORLD);
    await refuseInBoth(folder, [...at, ...close], { code: 'statement_missing', exit: 1, names }, WORLD);
    await runOk([...at, ...state, ...said], WORLD);
    await runOk([...at, ...close], WORLD);
  });

  it('asks nobody whose measure is another one', async () => {
    const { at } = await ledgerWith(policy, 1);
    await runOk([...at, ...close], WORLD);
  });
});

describe('weights', () => {
  /** 100 x 1,000,000 points each: 9,007 of them pass 2^53 ten-thousandths. */
  const policy = `count: { weights: { severity: { 1: 1000000 }, role: { lead: 100 } } }\n${TIERS}`;

  it('at their limits are exact as long as the sum can be', async () => {
    const { at } = await ledgerWith(policy, 9_007);
    const { stdout } = await runOk([...at, 'tally', '--cutoff', '2018-09-12', '--format', 'csv'], WORLD);
    expect(stdout).toContain(',900700000000,');
  }, 120_000);

  it('whose sum cannot be exact are refused, naming the cadre, and nothing is closed', async () => {
    const { at, folder } = await ledgerWith(policy, 9_008);
    for (const args of [
      ['tally', '--cutoff', '2018-09-12'],
      ['round', 'close', '--cutoff', '2018-09-12', '--approved-by', '书记'],
    ]) {
      await refuseInBoth(
        folder,
        [...at, ...args],
        { code: 'points_too_many', exit: 1, names: ['C1'] },
        WORLD,
      );
    }
    expect((await run([...at, 'round', 'list', '--format', 'json'], WORLD)).stdout).toBe('[]\n');
  }, 120_000);
});
