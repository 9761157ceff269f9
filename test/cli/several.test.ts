// Several at once, and words that people try: what a clerk types without having read the help.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { demo } from '../support/demo.ts';
import { temporaryFolder } from '../support/folder.ts';
import { run, runOk } from '../support/run.ts';

it.each([
  [['undo'], 'did you mean reverse, batch undo?'],
  [['status'], 'did you mean duties, tally?'],
  [['report'], 'did you mean finding report?'],
  [['extend'], 'did you mean finding extend?'],
  [['核查'], 'did you mean finding check?'],
  [['tallly'], 'did you mean tally?'],
])('%j is answered with the command', async (words, told) => {
  const ran = await run(words);
  expect(ran).toMatchObject({ code: 2, stdout: '' });
  expect(ran.stderr).toContain(told);
});

it('shows several findings: cards for people, one list for machines', async () => {
  const { ledger } = await demo();
  const at = ['--ledger', ledger];
  const cards = (await runOk(['finding', 'show', 'SX-007', 'HT-011', ...at])).stdout;
  expect(cards.indexOf('SX-007')).toBeLessThan(cards.indexOf('HT-011'));
  const rowsOf = async (...numbers: string[]): Promise<unknown[]> =>
    JSON.parse((await runOk(['finding', 'show', ...numbers, '--format', 'json', ...at])).stdout);
  expect(await rowsOf('SX-007,HT-011')).toEqual([...(await rowsOf('SX-007')), ...(await rowsOf('HT-011'))]);
});

it('undoes several batches at once, and without a number names the last one', async () => {
  const ledger = ['--ledger', join(temporaryFolder(), 'yanquan.db')];
  await runOk([...ledger, 'init']);
  const why = ['--reason', '导错了'];
  expect((await run([...ledger, 'batch', 'undo', ...why])).stderr).toContain('There is no batch to undo');
  for (const file of ['01-cadres.csv', '02-findings.csv', '07-tasks.csv'])
    await runOk([...ledger, 'import', file.slice(3, -4), `fixtures/tongjing/${file}`]);
  const asked = await run([...ledger, 'batch', 'undo', ...why]);
  expect(asked).toMatchObject({ code: 1, stdout: '' });
  expect(asked.stderr).toContain('yanquan batch undo 3 --reason');
  const undone = await runOk([...ledger, 'batch', 'undo', '2', '3', ...why]);
  expect(undone.stdout.trimEnd().split('\n').length).toBe(90);
  const list = JSON.parse((await runOk([...ledger, 'batch', 'list', '--format', 'json'])).stdout);
  expect(list.map((each: { undone: boolean }) => each.undone)).toEqual([false, true, true]);
  // The file goes in again on purpose only, and the refusal names its batch.
  const again = await run([...ledger, 'import', 'findings', 'fixtures/tongjing/02-findings.csv']);
  expect(again.code).toBe(1);
  expect(again.stderr).toContain('2');
});

it.each(['circle', 'training', 'trend'])(
  '%s of a ledger without a round is empty, and says so',
  async (name) => {
    const ledger = ['--ledger', join(temporaryFolder(), 'yanquan.db')];
    await runOk([...ledger, 'init']);
    const ran = await run([...ledger, name, '--format', 'json']);
    expect(ran).toMatchObject({ code: 0, stdout: '[]\n' });
    expect(ran.stderr).toMatch(/round/);
    expect((await run([...ledger, name, '--format', 'json', '-q'])).stderr).toBe('');
  },
);
