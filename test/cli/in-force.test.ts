// Whether anything is in force for people, asked with a list of numbers on stdin.
import { closeSync, openSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ledgerIn, world } from '../support/errors.ts';
import { put, temporaryFolder } from '../support/folder.ts';
import { run } from '../support/run.ts';

const POLICY = `name: months
version: "1"
tiers:
  - { measure: self_criticism, at_least: 1, in_circle: false }
  - { measure: reminder_talk, at_least: 2, in_circle: true }
  - { measure: admonition_talk, at_least: 4, in_circle: true }
influence_months: { reminder_talk: 3 }
`;
const by = ['--by', '审定甲', '--reason', '研究'];

it('lists what is in force for those on stdin, and names those with nothing', async () => {
  const folder = temporaryFolder();
  const ledger = await ledgerIn(folder, [
    ['policy', 'adopt', put(folder, 'policy.yaml', POLICY)],
    ['round', 'open', '--cutoff', '2018-09-12'],
    ['decide', 'C1', '--measure', 'reminder_talk', ...by],
    ['decide', 'C3', '--measure', 'self_criticism', ...by],
    ['decide', 'C2', '--measure', 'reminder_talk', ...by],
    ['round', 'close', '--approved-by', '书记'],
  ]);
  const list = put(folder, 'numbers.txt', 'C1\nC3\r\nC8\n');
  const asked = async (day: string, ...more: readonly string[]) => {
    const stdin = openSync(list, 'r');
    try {
      const args = ['measure', 'list', '--active-on', day, '-', '--ledger', ledger, ...more];
      return await run(args, { ...world, stdin });
    } finally {
      closeSync(stdin);
    }
  };
  const numbers = async (day: string): Promise<unknown[]> =>
    (JSON.parse((await asked(day, '--format', 'json')).stdout) as { cadre_no: string }[]).map(
      ({ cadre_no }) => cadre_no,
    );
  // C2 is in force too, and was not asked for; self-criticism has no months.
  expect(await numbers('2018-12-11')).toEqual(['C1']);
  expect(await numbers('2018-12-12')).toEqual([]);
  expect(await numbers('2018-09-11')).toEqual([]);
  const shown = await asked('2018-10-01', '--lang', 'zh');
  expect(shown.stdout + shown.stderr).toMatch(/无相应对应方式的：C3、C8/);
  const machines = await asked('2018-10-01', '--format', 'csv');
  expect(machines.stdout).toContain('2018-12-11');
});
