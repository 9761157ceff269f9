// `yanquan` alone ends with the next command: a double click shows it to whoever does not know the others.
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../support/folder.ts';
import { run, runOk, type World } from '../../support/run.ts';

const WORLD: World = { now: '2018-09-20T04:00:00Z' };

it('names the next command at each stage of a week', async () => {
  const ledger = ['--ledger', join(temporaryFolder(), 'yanquan.db')];
  const last = async (): Promise<string> =>
    (await run(ledger, WORLD)).stdout.trimEnd().split('\n').at(-1) ?? '';
  await runOk([...ledger, 'init'], WORLD);
  expect(await last()).toContain('yanquan import ledger');
  await runOk([...ledger, 'cadre', 'add', 'C1', '--name', '王一', '--rank', 'staff'], WORLD);
  const finding = ['finding', 'add', 'F-1', '--source', '来源', '--description', '问题'];
  await runOk([...ledger, ...finding, '--found-on', '2018-09-01', '--cadre-no', 'C1'], WORLD);
  expect(await last()).toContain('yanquan round open --cutoff DAY');
  await runOk([...ledger, 'round', 'open', '--cutoff', '2018-09-12'], WORLD);
  expect(await last()).toContain('yanquan round close --approved-by NAME');
  await runOk([...ledger, 'round', 'close', '--approved-by', '书记'], WORLD);
  expect(await last()).toContain('yanquan round open --cutoff DAY');
  await runOk([...ledger, 'seal', '--by', '经办', '--reason', '年终'], WORLD);
  expect(await last()).not.toContain('round open');
});
